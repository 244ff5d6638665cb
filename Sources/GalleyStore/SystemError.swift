internal import Glibc

/// A system call that failed.
package struct SystemError: Error, Equatable {
  package var call: String
  package var path: FilePath
  /// The value of `errno`.
  package var number: Int32

  package init(_ call: String, _ path: FilePath, number: Int32 = errno) {
    self.call = call
    self.path = path
    self.number = number
  }

  /// Whether the kernel could not make something durable.
  var isSync: Bool { call == Disk.Call.sync.rawValue || call == Disk.Call.syncAll.rawValue }
}

extension SystemError: CustomStringConvertible {
  package var reason: String { unsafe String(cString: strerror(number)) }
  package var description: String { "\(call) \(path.text): \(reason)" }
}
