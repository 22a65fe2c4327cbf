#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A file in the making beside the one that it will replace.
struct TemporaryFile {
  /// Why the system refuses.
  struct Refusal: Error {
    /// In its own words.
    let reason: String

    /// Takes the words for the last refusal.
    init() { reason = unsafe String(cString: strerror(errno)) }
  }

  /// Where it is.
  let path: String

  /// Makes an empty one.
  init(beside target: String) throws(Refusal) {
    path = try UnfinishedFiles.begin { () throws(Refusal) in
      var template = Array((target + ".XXXXXX").utf8CString)
      let descriptor = unsafe mkstemp(&template)
      guard descriptor >= 0 else { throw Refusal() }
      close(descriptor)
      return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  /// Puts it in the place of another, once all of it is on the disk; that one's rights stay.
  func replace(_ target: String) throws(Refusal) {
    var status = stat()
    let isThere = unsafe stat(target, &status) == 0
    let mask = umask(0)
    umask(mask)
    let descriptor = unsafe open(path, O_RDWR)
    guard descriptor >= 0 else { throw Refusal() }
    defer { close(descriptor) }
    guard fchmod(descriptor, isThere ? status.st_mode & 0o777 : 0o666 & ~mask) == 0,
      fsync(descriptor) == 0
    else { throw Refusal() }
    try UnfinishedFiles.end(path) { () throws(Refusal) in
      guard unsafe rename(path, target) == 0 else { throw Refusal() }
    }
  }

  /// Removes it.
  func remove() {
    UnfinishedFiles.end(path) { unsafe unlink(path) }
  }
}
