/// A look at a text for keys that are lists, mappings or aliases, in texts that use aliases.
///
/// It reads bytes, not YAML, and so may take prose for a key; therefore it speaks up only where there
/// are more aliases than a file that is written by hand has.
struct AliasScan {
  /// With fewer aliases than this, unfolding cannot grow out of hand.
  private static let harmlessAliases = 12

  /// The first key that is no word, in a text with anchors and many aliases.
  let complexKey: SourcePlace?

  /// Scans a text.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  init(_ text: String, file: String) {
    let bytes = Array(text.utf8)
    // Nearly all files have no anchor at all, and one search tells.
    guard bytes.contains(UInt8(ascii: "&")), bytes.contains(UInt8(ascii: "*")) else {
      complexKey = nil
      return
    }
    var scan = Scan()
    for index in bytes.indices {
      scan.look(at: bytes[index], before: index + 1 < bytes.count ? bytes[index + 1] : 0x0A)
    }
    let isSuspect = scan.anchors > 0 && scan.aliases >= Self.harmlessAliases
    complexKey =
      isSuspect
      ? scan.suspect.map { SourcePlace(file: file, line: $0.line, column: $0.column) } : nil
  }

  /// What is known up to a byte.
  private struct Scan {
    var anchors = 0
    var aliases = 0
    var suspect: (line: Int, column: Int)?
    private var line = 1
    private var column = 1
    private var previous: UInt8 = 0x0A
    /// Whether the last thing that was no space closes a list, a mapping or an alias.
    private var closes = false
    private var isInAlias = false

    mutating func look(at byte: UInt8, before next: UInt8) {
      let opens = previous <= 0x20 || "[{,".utf8.contains(previous)
      switch byte {
      case UInt8(ascii: "&") where opens && next > 0x20:
        anchors += 1
        closes = false
      case UInt8(ascii: "*") where opens && next > 0x20:
        aliases += 1
        isInAlias = true
        closes = true
      case UInt8(ascii: ":") where closes && next <= 0x20,
        UInt8(ascii: "?") where opens && next <= 0x20:
        suspect = suspect ?? (line, column)
        closes = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        isInAlias = false
        closes = true
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
  }
}
