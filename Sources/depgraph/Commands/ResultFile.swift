import DepGraph

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A file that a result goes into: all of it, or the file stays as it was.
struct ResultFile {
  let path: String
  /// Whether a link that stands there is written through.
  ///
  /// That is right for the very file that a user names, and wrong in a folder, where a link may have
  /// come along with what somebody sent.
  var followsLinks = true

  /// Writes through a temporary file beside it and a rename; a device or a pipe is written directly.
  func write(_ bytes: [UInt8]) throws(Failure) {
    do throws(WriteError) {
      let target = followsLinks ? Self.resolved(path) : path
      switch kind(of: target) {
      case .other: try writeDirectly(bytes, to: target)
      case .regular(let mode): try replace(target, by: bytes, mode: mode)
      case .missing: try replace(target, by: bytes, mode: Self.usualMode)
      }
    } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
  }

  private func writeDirectly(_ bytes: [UInt8], to target: String) throws(WriteError) {
    let descriptor = unsafe open(target, O_WRONLY)
    guard descriptor >= 0 else { throw WriteError() }
    defer { close(descriptor) }
    try StandardStreams.write(bytes, to: descriptor)
  }

  private func replace(
    _ target: String, by bytes: [UInt8], mode: mode_t
  ) throws(WriteError) {
    var template = Array((target + ".XXXXXX").utf8CString)
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw WriteError() }
    let temporary = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    var isOpen = true
    do throws(WriteError) {
      try StandardStreams.write(bytes, to: descriptor)
      // A full disk may say so only now.
      guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw WriteError() }
      isOpen = false
      guard close(descriptor) == 0 else { throw WriteError() }
      guard unsafe rename(temporary, target) == 0 else { throw WriteError() }
    } catch {
      if isOpen { close(descriptor) }
      unsafe unlink(temporary)
      throw error
    }
  }

  // MARK: - What is there

  private enum Kind {
    case missing
    case regular(mode_t)
    case other
  }

  private func kind(of path: String) -> Kind {
    var status = stat()
    let isThere = unsafe followsLinks ? stat(path, &status) == 0 : lstat(path, &status) == 0
    guard isThere else { return .missing }
    if status.st_mode & S_IFMT == S_IFREG { return .regular(status.st_mode & 0o777) }
    // In a folder the file takes the place of a link, a pipe or a device, which nobody asked for there.
    return followsLinks ? .other : .missing
  }

  /// Where a symbolic link leads, so that the link itself stays.
  private static func resolved(_ path: String) -> String {
    guard let found = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// The mode of a new file: what the user's mask leaves.
  private static var usualMode: mode_t {
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }
}
