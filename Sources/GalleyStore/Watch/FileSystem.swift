internal import CLinux

/// The kind of file system that a folder is on, as far as watching it goes.
package struct FileSystem: Sendable, Equatable {
  package var name: String
  /// Whether others may change files without the kernel here knowing of it.
  package var isRemote: Bool

  /// Magic numbers from linux/magic.h and the drivers' own headers.
  private static let known: [UInt32: FileSystem] = [
    0x6969: .init(name: "nfs", isRemote: true),
    0x517B: .init(name: "smb", isRemote: true),
    0xFF53_4D42: .init(name: "cifs", isRemote: true),
    0xFE53_4D42: .init(name: "smb2", isRemote: true),
    0x6573_5546: .init(name: "fuse", isRemote: true),
    0x0102_1997: .init(name: "9p", isRemote: true),
    0x00C3_6400: .init(name: "ceph", isRemote: true),
    0x5346_414F: .init(name: "afs", isRemote: true),
    0x7375_7245: .init(name: "coda", isRemote: true),
    0x0BD0_0BD0: .init(name: "lustre", isRemote: true),
    0x7461_636F: .init(name: "ocfs2", isRemote: true),
    0x786F_4256: .init(name: "vboxsf", isRemote: true),
    0xBACB_ACBC: .init(name: "vmhgfs", isRemote: true),
    0xEF53: .init(name: "ext4", isRemote: false),
    0x5846_5342: .init(name: "xfs", isRemote: false),
    0x9123_683E: .init(name: "btrfs", isRemote: false),
    0x0102_1994: .init(name: "tmpfs", isRemote: false),
    0x794C_7630: .init(name: "overlayfs", isRemote: false),
    0x2FC1_2FC1: .init(name: "zfs", isRemote: false),
    0xF2F5_2010: .init(name: "f2fs", isRemote: false),
  ]

  init(name: String, isRemote: Bool) {
    self.name = name
    self.isRemote = isRemote
  }

  init(of folder: borrowing Descriptor) { self.init(magic: galley_file_system(folder.raw)) }

  init(magic: UInt32) {
    self =
      Self.known[magic]
      ?? FileSystem(name: "0x" + String(magic, radix: 16), isRemote: false)
  }

  package init(of folder: Folder) { self.init(of: folder.descriptor) }
}
