import Foundation

/// What tells a file from others without its folder: its name, and the digest of its bytes.
public struct FileFingerprint: Hashable, Sendable {
  /// The name without the folder.
  public let name: String
  /// The SHA-256 digest in hexadecimal; nil: it is no regular file, which can be read once only, or it
  /// cannot be read.
  public let digest: String?

  /// Takes the fingerprint of a file.
  ///
  /// - Parameter path: Where it is.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(of path: String) {
    name = Self.name(of: path)
    digest = Self.isRegular(path) ? Self.digest(of: path) : nil
  }

  /// The name of a file without its folder.
  public static func name(of path: String) -> String { (path as NSString).lastPathComponent }

  /// The name of a file without its folder and its ending.
  public static func stem(of path: String) -> String {
    (name(of: path) as NSString).deletingPathExtension
  }

  /// Whether a path leads to a file that stays when it is read.
  public static func isRegular(_ path: String) -> Bool {
    let resolved = (path as NSString).resolvingSymlinksInPath
    let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  /// Whether two paths lead to one file, symbolic links followed.
  public static func isSame(_ first: String, _ second: String) -> Bool {
    let real = { (path: String) in
      URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
    return real(first) == real(second)
  }

  private static func digest(of path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return SHA256Digest.hexadecimal(of: [UInt8](data))
  }
}
