import DepGraph

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A file that a result goes into: all of it, or the file stays as it was.
struct ResultFile {
  let path: String
  /// Whether it is what was asked for, and no help for the next question: then no limit ends its
  /// writing.
  var isAnswer = true

  /// Writes through a temporary file beside it and a rename; a device or a pipe is written directly.
  func write(_ bytes: [UInt8]) throws(Failure) {
    if isAnswer { WorkWatch.shared.answer() }
    let target = Self.resolved(path)
    switch Self.kind(of: target) {
    case .other:
      do throws(WriteError) { try writeDirectly(bytes, to: target) } catch { throw failure(error) }
    case .regular(let mode): try replace(target, by: bytes, mode: mode)
    case .missing: try replace(target, by: bytes, mode: Self.usualMode)
    }
  }

  private func writeDirectly(_ bytes: [UInt8], to target: String) throws(WriteError) {
    let descriptor = unsafe open(target, O_WRONLY)
    guard descriptor >= 0 else { throw WriteError() }
    defer { close(descriptor) }
    try StandardStreams.write(bytes, to: descriptor)
  }

  private func replace(_ target: String, by bytes: [UInt8], mode: mode_t) throws(Failure) {
    var descriptor: Int32 = -1
    let temporary = try UnfinishedFiles.begin { () throws(Failure) in
      var template = Array((target + ".XXXXXX").utf8CString)
      descriptor = unsafe mkstemp(&template)
      guard descriptor >= 0 else { throw failure(WriteError()) }
      return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    let isWritten = Result { () throws(WriteError) in
      try Self.fill(descriptor, with: bytes, mode: mode)
    }
    try UnfinishedFiles.end(temporary) { () throws(Failure) in
      do throws(WriteError) {
        try isWritten.get()
        guard unsafe rename(temporary, target) == 0 else { throw WriteError() }
      } catch {
        unsafe unlink(temporary)
        throw failure(error)
      }
    }
  }

  /// Writes all into an open file and closes it.
  private static func fill(
    _ descriptor: Int32, with bytes: [UInt8], mode: mode_t
  ) throws(WriteError) {
    do throws(WriteError) {
      try StandardStreams.write(bytes, to: descriptor)
      // A full disk may say so only now.
      guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw WriteError() }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw WriteError() }
  }

  private func failure(_ error: WriteError) -> Failure {
    .unwritable(path: path, reason: error.reason)
  }

  // MARK: - What is there

  private enum Kind {
    case missing
    case regular(mode_t)
    case other
  }

  private static func kind(of path: String) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFREG ? .regular(status.st_mode & 0o777) : .other
  }

  /// The mode of the file at a path, itself and no link; nil where there is none.
  static func modeOfRegularFile(at path: String) -> mode_t? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return status.st_mode & 0o777
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
