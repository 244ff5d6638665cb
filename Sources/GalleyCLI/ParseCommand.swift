internal import ArgumentParser
internal import Galley
internal import GalleyModel

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Print the record of one document, without a store.")

  @Flag(help: "The record as JSON (the default).") var json = false
  @Argument(help: "The file; - for standard input.") var file: String

  func run() throws {
    let record = try process(readSource(file))
    write(Galley.json(record) + [0x0A])
  }
}
