#if canImport(CryptoKit)
import CryptoKit
#else
import CCrypto
#endif

/// The SHA-256 digest of bytes.
enum SHA256Digest {
  /// The digest: 32 bytes.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func bytes(of bytes: [UInt8]) -> [UInt8] {
    #if canImport(CryptoKit)
    let digest = [UInt8](SHA256.hash(data: bytes))
    #else
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe digest.withUnsafeMutableBufferPointer { output in
        _ = unsafe SHA256(input.baseAddress, input.count, output.baseAddress)
      }
    }
    #endif
    return digest
  }

  /// The digest in hexadecimal.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func hexadecimal(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self.bytes(of: bytes) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
