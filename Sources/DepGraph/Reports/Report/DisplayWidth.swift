extension String {
  /// The number of columns that it takes on a terminal with a font of fixed width.
  ///
  /// A character counts by its first scalar: 2 for the wide ones of East Asia and for emoji, 0 for
  /// what has no width of its own.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  var displayWidth: Int {
    reduce(0) { width, character in
      guard let scalar = character.unicodeScalars.first else { return width }
      if scalar.isASCII { return width + 1 }
      return width + (scalar.isWide ? 2 : scalar.isWithoutWidth ? 0 : 1)
    }
  }

  /// The text in lines of at most so many columns, broken between words; a longer word stays whole.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in split(separator: " ") {
      let size = String(word).displayWidth
      if used > 0, used + 1 + size > width {
        lines.append(line)
        line = ""
        used = 0
      }
      line += (used == 0 ? "" : " ") + word
      used += (used == 0 ? 0 : 1) + size
    }
    return lines + [line]
  }

  /// The text without control characters, so that a name in a model cannot steer a terminal.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  public var withoutControls: String { withoutControls(keepingLines: false) }

  /// The text without control characters, of which ends of lines and tabs may stay.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  func withoutControls(keepingLines: Bool) -> String {
    let isPlain = utf8.allSatisfy {
      ($0 >= 0x20 && $0 < 0x7F) || (keepingLines && ($0 == 0x0A || $0 == 0x09))
    }
    if isPlain { return self }
    var result = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      // Most are plain, and looking up what a character is takes its time.
      if scalar.value >= 0x20, scalar.value < 0x7F {
        result.append(scalar)
        continue
      }
      switch scalar.properties.generalCategory {
      case .control where scalar == "\n" || scalar == "\t":
        result.append(keepingLines ? scalar : " ")
      case .control where scalar == "\r" && rest.first == "\n" && keepingLines:
        result.append(scalar)
      case .control: result.append("\u{FFFD}")
      // Marks that turn the direction of writing can make a line read as something else.
      case .format where !scalar.properties.isJoinControl: result.append("\u{FFFD}")
      // They end a line for some who read it, and would begin another one.
      case .lineSeparator, .paragraphSeparator: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Wide and fullwidth characters (Unicode Standard Annex 11, its ranges merged), and emoji.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }

  fileprivate var isWithoutWidth: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: true
    default: false
    }
  }
}
