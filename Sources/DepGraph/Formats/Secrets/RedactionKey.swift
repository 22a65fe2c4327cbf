import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The secret by which pseudonyms are made: who has it can tell what they stand for, and nobody else.
public struct RedactionKey: Sendable {
  /// Why there is no key.
  public enum Problem: Error, Hashable, Sendable {
    /// The file cannot be read.
    case unreadable(path: String, FileProblem)
    /// The file is no key.
    case malformed(path: String)
    /// Others than its owner can read the file.
    case open(path: String)
    /// A new file cannot be written.
    case unwritable(path: String, reason: String)
  }

  /// The number of random bytes of a new key.
  private static let size = 32

  private let secret: [UInt8]

  /// Makes a key of a secret.
  ///
  /// - Precondition: The secret has 16 bytes or more.
  public init(secret: [UInt8]) {
    precondition(secret.count >= 16, "a secret that can be guessed")
    self.secret = secret
  }

  /// Reads a key; where there is no file, makes one that only its owner can read.
  ///
  /// - Parameter path: The file.
  /// - Returns: The key, and whether it is new.
  /// - Throws: Why there is none.
  public static func from(
    _ path: String
  ) throws(Problem) -> (key: RedactionKey, isNew: Bool) {
    if !FileManager.default.fileExists(atPath: path) { return (try made(at: path), true) }
    let bytes: [UInt8]
    do {
      bytes = try InputFile(path: path, name: path, limit: 4_096).bytes
    } catch {
      switch error {
      case .file(_, let problem): throw .unreadable(path: path, problem)
      case .invalid: throw .malformed(path: path)
      }
    }
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & 0o077 != 0 { throw .open(path: path) }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let secret = decoded(text.filter { !$0.isWhitespace }), secret.count >= 16 else {
      throw .malformed(path: path)
    }
    return (RedactionKey(secret: secret), false)
  }

  private static func made(at path: String) throws(Problem) -> RedactionKey {
    var random = SystemRandomNumberGenerator()
    let secret = (0..<size).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    // Exclusive, and private from the first moment on.
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      throw .unwritable(path: path, reason: unsafe String(cString: strerror(errno)))
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data((encoded(secret) + "\n").utf8))
      try handle.close()
    } catch {
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
    return RedactionKey(secret: secret)
  }

  /// The keyed digest of a text: HMAC with SHA-256 (RFC 2104), 32 bytes.
  ///
  /// - Complexity: O(*n*) for a text of *n* bytes.
  public func digest(of text: String) -> [UInt8] {
    let block = 64
    var padded = secret.count > block ? SHA256Digest.bytes(of: secret) : secret
    padded += Array(repeating: 0, count: block - padded.count)
    let inner = SHA256Digest.bytes(of: padded.map { $0 ^ 0x36 } + Array(text.utf8))
    return SHA256Digest.bytes(of: padded.map { $0 ^ 0x5C } + inner)
  }

  /// The first digits of the keyed digest of a text: what a file is stamped with.
  ///
  /// - Complexity: O(*n*) for a text of *n* bytes.
  public func stamp(of text: String) -> String {
    String(Self.encoded(digest(of: text)).prefix(16))
  }

  private static func encoded(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }

  private static func decoded(_ text: String) -> [UInt8]? {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }
}
