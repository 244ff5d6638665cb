internal import ArgumentParser
internal import GalleyStore
internal import Glibc

struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Print the Store's feed: a line of JSON a change.",
    discussion: """
      With --follow it waits for more until it is interrupted or its reader goes, and looks once a \
      second. Where the feed is rebuilt meanwhile it ends with exit code 74: numbers begin anew.

      Example: galley changes --since 120 --follow
      """)

  @OptionGroup var store: StoreOption
  @Option(parsing: .unconditional, help: "Only changes after this number.") var since = 0
  @Flag(help: "Wait for more.") var follow = false

  func validate() throws {
    if since < 0 { throw ValidationError("--since must be 0 or more; changes count from 1.") }
  }

  func run() throws {
    let tail = try FeedTail(store.path)
    var last = since
    while true {
      for (sequence, line) in try tail.next(after: last) {
        write(line)
        last = sequence
      }
      guard follow else { return }
      var output = pollfd(fd: 1, events: 0, revents: 0)
      // A second, or less where the reader goes.
      let count = unsafe poll(&output, 1, 1000)
      if count > 0, output.revents & Int16(POLLERR | POLLHUP) != 0 { return }
      if tail.isReplaced {
        Exit.stop("the feed was rebuilt; follow it again from its beginning", Exit.io)
      }
    }
  }
}
