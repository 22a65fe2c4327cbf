/// Texts in a PNG file that say what it is: the international text chunks of the PNG specification,
/// third edition, section 11.3.3.4.
enum PNGText {
  /// A file with its properties after the header; without those that are empty.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func added(to bytes: [UInt8], _ properties: ConversionJob.Properties) -> [UInt8] {
    // The signature has eight bytes, and the header chunk is always the first, of 25.
    let headerEnd = 33
    guard bytes.count > headerEnd else { return bytes }
    let texts = [
      ("Title", properties.title), ("Description", properties.stamp),
      ("Disclaimer", properties.marking), ("Software", "DepGraph"),
    ]
    let chunks = texts.filter { !$0.1.isEmpty }.flatMap { chunk($0.0, $0.1) }
    return Array(bytes[..<headerEnd]) + chunks + bytes[headerEnd...]
  }

  private static func chunk(_ keyword: String, _ text: String) -> [UInt8] {
    // After the keyword: its end, "not compressed", the method, no language, no translated keyword.
    var body = Array("iTXt\(keyword)".utf8)
    body += [0, 0, 0, 0, 0]
    body += text.utf8.filter { $0 != 0 }
    return bigEndian(UInt32(body.count - 4)) + body + bigEndian(checksum(of: body))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The cyclic redundancy check of ISO 3309, bit by bit: the texts are short.
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    var register = UInt32.max
    for byte in bytes {
      register ^= UInt32(byte)
      for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1 }
    }
    return ~register
  }
}
