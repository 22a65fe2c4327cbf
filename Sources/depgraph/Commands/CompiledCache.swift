import ArgumentParser
import DepGraph

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

#if canImport(Darwin)
private let systemRead = unsafe Darwin.read
#else
private let systemRead = unsafe Glibc.read
#endif

/// A compiled model in a file beside its container, so that the next question starts at once.
///
/// It is used only where the container is the one that it was made of: by its size, the time of its
/// last change and SQLite's own counter of changes. It can be deleted at any time; where it cannot be
/// written, nothing is lost but time.
///
/// It is believed only where this machine made it of this very file: the number of the file and the
/// moment at which the system last touched it, which nobody can set, are part of what it is known by.
/// So one that came with a container, in an archive say, never answers in the container's place. What
/// is no regular file, such as a link that came along, is neither read nor written.
struct CompiledCache {
  /// What is done with it.
  enum Use: String, CaseIterable, ExpressibleByArgument {
    /// It is read where it is good, and written where there is none.
    case use
    /// It is left alone.
    case off
    /// It is held against the model, read and compiled anew.
    case check
  }

  /// Models smaller than this are compiled as fast as an image of them is read.
  private static let fewestComponents = 20_000

  /// The cache's own file.
  let path: String
  /// What the container is now.
  private let key: String

  /// The cache of a container; nil where the file is none, or cannot be looked at.
  init?(of container: String) {
    guard let bytes = Self.beginning(of: container), bytes.starts(with: Self.mark) else {
      return nil
    }
    var status = stat()
    guard unsafe stat(container, &status) == 0 else { return nil }
    #if canImport(Darwin)
    let time = status.st_mtimespec
    let change = status.st_ctimespec
    #else
    let time = status.st_mtim
    let change = status.st_ctim
    #endif
    let counter = bytes[24..<28].reduce(0) { $0 << 8 | Int($1) }
    path = container + ".compiled"
    key = [
      DepGraphVersion.current, container, "\(status.st_size)", "\(time.tv_sec).\(time.tv_nsec)",
      "\(counter)", "\(change.tv_sec).\(change.tv_nsec)", "\(status.st_dev).\(status.st_ino)",
    ].joined(separator: " ")
  }

  private static let mark = Array("SQLite format 3\0".utf8)

  private static func beginning(of path: String) -> [UInt8]? {
    Self.bytes(of: path, atMost: 100).flatMap { $0.count == 100 ? $0 : nil }
  }

  // MARK: - Reading and writing

  /// The model and the remarks on it; nil where there is no good image.
  func read() -> (compiled: CompiledModel, remarks: [Diagnostic])? {
    guard let image = Self.bytes(of: path, atMost: .max, flags: O_NOFOLLOW) else { return nil }
    return CompiledModel.read(image: image, key: key) { ModelReader().readPart(text: $0) }
  }

  /// Writes an image where the model gains by it and the folder can be written.
  func write(_ compiled: CompiledModel, remarks: [Diagnostic]) {
    guard compiled.model.components.count >= Self.fewestComponents, isFreeToWrite,
      let image = image(of: compiled, remarks: remarks)
    else { return }
    try? ResultFile(path: path, isAnswer: false).write(image)
  }

  /// Whether the place holds nothing, or a file and no link to one.
  private var isFreeToWrite: Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return errno == ENOENT }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether the file holds what the model gives; nil where there is no image of this container.
  func agrees(with compiled: CompiledModel, remarks: [Diagnostic]) -> Bool? {
    guard let found = Self.bytes(of: path, atMost: .max, flags: O_NOFOLLOW), read() != nil else {
      return nil
    }
    return found == image(of: compiled, remarks: remarks)
  }

  private func image(of compiled: CompiledModel, remarks: [Diagnostic]) -> [UInt8]? {
    compiled.image(key: key, remarks: remarks) { ModelWriter().yaml(of: $0) }
  }

  /// The bytes of a regular file, or the first of them.
  private static func bytes(of path: String, atMost limit: Int, flags: Int32 = 0) -> [UInt8]? {
    // A pipe is not waited for.
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | flags)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    let size = min(Int(status.st_size), limit)
    var isWhole = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        guard let start = buffer.baseAddress else { break }
        let taken = unsafe systemRead(descriptor, start + count, size - count)
        guard taken > 0 else { break }
        count += taken
      }
      isWhole = count == size
    }
    return isWhole ? bytes : nil
  }
}
