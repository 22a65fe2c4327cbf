/// A look at a text for keys that are lists, mappings or aliases, in texts that use aliases.
///
/// It reads bytes, not YAML, and so may take a text in prose for a key; therefore it looks only where
/// there are more aliases than a file that is written by hand has in its prose.
struct AliasScan {
  /// With fewer aliases than this, unfolding cannot grow out of hand.
  private static let harmlessAliases = 12

  /// The first key that is no word, in a text with many aliases.
  let complexKey: SourcePlace?

  /// Scans a text.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  init(_ text: String, file: String) {
    var aliases = 0
    var line = 1
    var column = 1
    var previous = UInt8(ascii: "\n")
    // The last byte that is no space, and whether it closes a list, a mapping or an alias.
    var closes = false
    var isInAlias = false
    var suspect: SourcePlace?
    for byte in text.utf8 {
      let opens = previous == 0x20 || previous == 0x0A || "[{,".utf8.contains(previous)
      switch byte {
      case UInt8(ascii: "*") where opens:
        aliases += 1
        isInAlias = true
        closes = true
      case UInt8(ascii: ":") where closes, UInt8(ascii: "?") where opens:
        suspect = suspect ?? SourcePlace(file: file, line: line, column: column)
        closes = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"): closes = true
      case 0x20: isInAlias = false
      case 0x0A:
        isInAlias = false
        closes = false
      default: closes = isInAlias
      }
      previous = byte
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    complexKey = aliases >= Self.harmlessAliases ? suspect : nil
  }
}
