/// The scale of the whole drawing in an SVG file, which Graphviz rounds to two decimals.
///
/// On a large drawing that is many points: it would leave the middle of the page, or the page.
enum SVGScale {
  private static let opening = [UInt8]("transform=\"scale(".utf8)

  /// Writes the scale with six decimals, in the first transformation: that of the whole drawing.
  ///
  /// - Complexity: O(*n*) in the size of the file.
  static func sharpen(_ scale: Double, in bytes: inout [UInt8]) {
    let hundredths = scale * 100
    guard abs(hundredths - hundredths.rounded()) > 1e-6,
      let start = firstIndex(of: opening, in: bytes),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ")"))
    else { return }
    let number = "\((scale * 1e6).rounded() / 1e6)"
    bytes.replaceSubrange((start + opening.count)..<end, with: "\(number) \(number)".utf8)
  }

  private static func firstIndex(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= pattern.count else { return nil }
    return (0...(bytes.count - pattern.count)).first {
      bytes[$0] == pattern[0] && bytes[$0..<($0 + pattern.count)].elementsEqual(pattern)
    }
  }
}
