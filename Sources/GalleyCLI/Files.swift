internal import CLinux
internal import GalleyModel
internal import GalleyRead
internal import GalleyStore
internal import Glibc

/// Reads the one document of a verb; `-` is standard input.
func readSource(
  _ path: String, in encoding: EncodingOption? = nil
) throws(IntakeError) -> Source {
  let path = FilePath(argument: path)
  var inputs = Inputs(inbox: Settings.inbox, current: currentFolder())
  if (try? Folder(path)) != nil { throw .folder }
  inputs.add(path)
  var source = try Intake().read(inputs.all[0])
  source.encoding = encoding?.label
  return source
}

/// What `work` gives, or the end of the process with a message that names the file.
func about<Value>(_ file: String, _ work: () throws -> Value) -> Value {
  do {
    return try work()
  } catch let error as IntakeError {
    Exit.stop("\(file): \(error)", Exit.code(for: error))
  } catch let error as ReadError {
    Exit.stop("\(file): \(error)", Exit.badData)
  } catch {
    Exit.stop(error)
  }
}

/// Writes to standard output, all or the end of the process: half a record is no record.
func write(_ bytes: [UInt8]) {
  var at = 0
  while at < bytes.count {
    let written = unsafe bytes[at...].withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
    if written < 0 {
      if errno == EINTR { continue }
      Exit.stop("standard output: \(unsafe String(cString: strerror(errno)))", Exit.io)
    }
    at += written
  }
}

/// Keeps a standard descriptor that is closed from becoming the next file that is opened: results
/// and messages would be written into it. Each is opened the wrong way round, so that using it fails
/// as if it were still closed.
func fillStandardDescriptors() {
  for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
    // The lowest free descriptor is this one: those below it are open.
    _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
  }
}

/// Messages, never results.
func writeError(_ text: String) {
  let bytes = Array(text.utf8)
  // Nobody is left to tell if this fails.
  _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
}

/// Whether a path leads to anything.
func isThere(_ path: FilePath) -> Bool {
  path.withCString { unsafe access($0, F_OK) } == 0
}

func currentFolder() -> FilePath {
  guard let path = unsafe getcwd(nil, 0) else { return FilePath("/") }
  defer { unsafe free(path) }
  // getcwd gives a NUL-terminated string of its own.
  return unsafe FilePath(bytes: Array(UnsafeRawBufferPointer(start: path, count: strlen(path))))
}

extension FilePath {
  /// An argument as it was typed. The library that parses arguments repairs what is no UTF-8, so
  /// the bytes are looked up in the process's own arguments.
  init(argument: String) {
    let repaired = argument.unicodeScalars.contains("\u{FFFD}")
    let typed =
      repaired ? rawArguments().first { String(decoding: $0, as: UTF8.self) == argument } : nil
    self.init(bytes: typed ?? Array(argument.utf8))
  }
}

private func rawArguments() -> [[UInt8]] {
  (0..<Int(CommandLine.argc)).compactMap { index in
    // argv has argc NUL-terminated strings.
    guard let argument = unsafe CommandLine.unsafeArgv[index] else { return nil }
    return unsafe Array(UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
  }
}
