/// How wide texts come out in the one font, without asking a library: the advance widths that the
/// maker of Helvetica published, which Arial and Liberation Sans share.
enum TypeMetrics {
  /// Thousandths of the size, from U+0020 to U+007E.
  private static let regular: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
  private static let bold: [Int] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ]

  /// The width of a text in points: exact for ASCII, a little too much for what the font lacks.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    let widths = isBold ? bold : regular
    let sum = text.unicodeScalars.reduce(0) { $0 + thousandths(of: $1, widths) }
    return Double(sum) * size / 1_000
  }

  private static func thousandths(of scalar: Unicode.Scalar, _ widths: [Int]) -> Int {
    switch scalar.value {
    case 0x20...0x7E: return widths[Int(scalar.value) - 0x20]
    case 0xA0, 0xB7, 0x2018, 0x2019: return 278
    case 0xAB, 0xBB, 0x20AC, 0x2013: return 556
    case 0x201C, 0x201D: return 500
    case 0x2022: return 350
    case 0x2014, 0x2026: return 1_000
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    // As wide as the widest capital and small letter that an accent may stand on.
    case .uppercaseLetter where scalar.value < 0x250: return 778
    case .lowercaseLetter where scalar.value < 0x250: return 611
    case .uppercaseLetter, .lowercaseLetter: return 900
    default: return properties.isEmoji ? 1_400 : 1_050
    }
  }

  /// A text in lines of at most a width; a word that is wider is cut in two.
  ///
  /// Balanced lines come out about equally long.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func lines(
    of text: String, width room: Double, size: Double, isBold: Bool = false,
    isBalanced: Bool = false
  ) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace).flatMap { word in
      pieces(of: word, room, size, isBold).map { piece in
        (text: piece, width: width(of: piece, size: size, isBold: isBold))
      }
    }
    let space = width(of: " ", size: size, isBold: isBold)
    var lines = fill(words, room, space)
    guard isBalanced, lines.count > 1 else { return lines }
    var (low, high) = (room / Double(lines.count + 1), room)
    for _ in 0..<12 {
      let middle = (low + high) / 2
      let narrower = fill(words, middle, space)
      let isFit = narrower.count == lines.count && words.allSatisfy { $0.width <= middle }
      if isFit { (lines, high) = (narrower, middle) } else { low = middle }
    }
    return lines
  }

  /// A text cut to a width, with an ellipsis where something is left out.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func cut(_ text: String, to room: Double, size: Double, isBold: Bool = false) -> String {
    guard width(of: text, size: size, isBold: isBold) > room else { return text }
    var left = room - width(of: "…", size: size, isBold: isBold)
    let kept = text.prefix { character in
      left -= width(of: String(character), size: size, isBold: isBold)
      return left >= 0
    }
    return kept + "…"
  }

  private static func fill(
    _ words: [(text: String, width: Double)], _ room: Double, _ space: Double
  ) -> [String] {
    var lines: [String] = []
    var used = 0.0
    for word in words {
      if lines.isEmpty || used + space + word.width > room {
        lines.append(word.text)
        used = word.width
      } else {
        lines[lines.count - 1] += " " + word.text
        used += space + word.width
      }
    }
    return lines
  }

  private static func pieces(
    of word: Substring, _ room: Double, _ size: Double, _ isBold: Bool
  ) -> [String] {
    guard width(of: String(word), size: size, isBold: isBold) > room else { return [String(word)] }
    var pieces = [""]
    var used = 0.0
    for character in word {
      let width = width(of: String(character), size: size, isBold: isBold)
      if used + width > room, used > 0 {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += width
    }
    return pieces
  }
}
