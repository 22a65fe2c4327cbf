import Foundation

/// A file in every form in which a text could hide in it: members of archives, packed streams,
/// metadata of pictures, escapes of JSON, HTML and addresses, Base64 and hexadecimal digits.
struct DecodedForms {
  /// One form.
  struct Form {
    /// How it was come by, such as `zip: word/document.xml`.
    let place: String
    /// The text.
    let text: String
  }

  /// The forms, the plainest first.
  private(set) var forms: [Form] = []
  /// What could not be looked into.
  private(set) var unread: [String] = []

  private static let deepest = 5

  /// - Complexity: O(*n*) for *n* bytes, unpacked ones included, for each level of encoding.
  init(of bytes: [UInt8]) { add(bytes[...], at: "", depth: 0) }

  private mutating func add(_ bytes: ArraySlice<UInt8>, at place: String, depth: Int) {
    guard depth <= Self.deepest, !bytes.isEmpty else { return }
    if let container = PackedFile(bytes) {
      for part in container.parts { add(part.bytes, at: join(place, part.name), depth: depth + 1) }
      unread += container.unread.map { join(place, $0) }
      return
    }
    let wide = Self.wideText(bytes)
    if let wide { add(wide, at: join(place, "UTF-16"), depth: depth + 1) }
    if wide == nil, String(validating: bytes, as: UTF8.self) == nil {
      unread.append(join(place, "a file of a kind that is not known"))
    }
    add(String(decoding: bytes, as: UTF8.self), at: place, depth: depth)
  }

  private func join(_ place: String, _ name: String) -> String {
    place.isEmpty ? name : "\(place) › \(name)"
  }

  /// A text, then what it becomes by undoing escapes, then what is written in it in digits.
  private mutating func add(_ text: String, at place: String, depth: Int) {
    forms.append(Form(place: place, text: text))
    guard depth <= Self.deepest else { return }
    var plain = text
    // Escapes can be wrapped in others: an address in HTML in JSON.
    for _ in 0..<3 {
      let next = Escapes.undone(plain)
      if next == plain { break }
      plain = next
      forms.append(Form(place: join(place, "escapes"), text: plain))
    }
    for candidate in Set([text, plain]).sorted() {
      addLetterForms(candidate, at: place, depth: depth)
      for (kind, bytes) in Escapes.digitRuns(in: candidate) {
        add(bytes[...], at: join(place, kind), depth: depth + 1)
      }
    }
  }

  /// Ways to write letters that say nothing as a whole text, so that each is looked at beside it.
  private mutating func addLetterForms(_ text: String, at place: String, depth: Int) {
    let others = [
      ("style escapes", text.utf8.contains(0x5C) ? Escapes.styleEscapes(text) : text),
      ("zero bytes", text.utf8.contains(0) ? text.filter { $0 != "\0" } : text),
      ("spaced letters", Escapes.spacedLetters(text)),
    ]
    for (name, other) in others where other != text {
      forms.append(Form(place: join(place, name), text: other))
    }
    for bytes in Escapes.spacedDigits(in: text) {
      add(bytes[...], at: join(place, "hexadecimal"), depth: depth + 1)
    }
  }

  /// Text of two bytes a letter, where every second byte is mostly 0.
  private static func wideText(_ bytes: ArraySlice<UInt8>) -> String? {
    let sample = Array(bytes.prefix(4_096))
    guard sample.count >= 8 else { return nil }
    let even = stride(from: 0, to: sample.count, by: 2).count { sample[$0] == 0 }
    let odd = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
    guard max(even, odd) * 4 > sample.count else { return nil }
    let isBig = even > odd
    let all = Array(bytes)
    var units: [UInt16] = []
    for place in stride(from: 0, to: all.count - 1, by: 2) {
      let (first, second) = (UInt16(all[place]), UInt16(all[place + 1]))
      units.append(isBig ? first << 8 | second : second << 8 | first)
    }
    return String(decoding: units, as: UTF16.self)
  }
}

/// Ways of writing letters by other signs.
enum Escapes {
  /// A text with the escapes of HTML, JSON, addresses and mail undone.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func undone(_ text: String) -> String {
    var text = text
    if text.utf8.contains(0x26) { text = entities(text) }
    if text.utf8.contains(0x5C) { text = backslashes(text) }
    if text.utf8.contains(0x25) { text = bytes(text, after: "%") }
    if text.utf8.contains(0x3D) { text = bytes(text, after: "=") }
    return text
  }

  private static let named: [Substring: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "shy": "",
    "eacute": "é", "egrave": "è", "euml": "ë", "iuml": "ï", "ouml": "ö", "uuml": "ü", "agrave": "à",
    "ccedil": "ç", "hyphen": "-", "ndash": "–", "lowbar": "_", "colon": ":", "sol": "/",
    "period": ".",
  ]

  private static func entities(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[rest.index(after: start)...]
      guard let end = rest.prefix(12).firstIndex(of: ";") ?? openEnd(of: rest) else {
        result += "&"
        continue
      }
      let name = rest[..<end]
      var found = named[name]
      if name.hasPrefix("#x") || name.hasPrefix("#X") {
        let code = UInt32(name.dropFirst(2), radix: 16)
        found = code.flatMap { Unicode.Scalar($0) }.map { String($0) }
      } else if name.hasPrefix("#") {
        found = UInt32(name.dropFirst()).flatMap { Unicode.Scalar($0) }.map { String($0) }
      }
      guard let found else {
        result += "&"
        continue
      }
      result += found
      rest = rest[end...]
      if rest.first == ";" { rest = rest.dropFirst() }
    }
    return result + rest
  }

  /// Where a number without the semicolon that it should have ends: browsers take it all the same.
  private static func openEnd(of rest: Substring) -> Substring.Index? {
    guard rest.first == "#" else { return nil }
    let isHexadecimal = rest.dropFirst().first.map { "xX".contains($0) } ?? false
    let digits = rest.dropFirst(isHexadecimal ? 2 : 1)
      .prefix(while: { isHexadecimal ? $0.isHexDigit : $0.isNumber }).prefix(8)
    return digits.isEmpty ? nil : digits.endIndex
  }

  /// What the escapes of style sheets stand for: `\\4e `.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func styleEscapes(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "\\") {
      result += rest[..<start]
      rest = rest[rest.index(after: start)...]
      let digits = rest.prefix(6).prefix { $0.isHexDigit }
      guard let scalar = UInt32(digits, radix: 16).flatMap({ Unicode.Scalar($0) }) else { continue }
      result.unicodeScalars.append(scalar)
      rest = rest[digits.endIndex...]
      if rest.first == " " { rest = rest.dropFirst() }
    }
    return result + rest
  }

  /// Words that are written with a blank after each letter, without the blanks.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func spacedLetters(_ text: String) -> String {
    var result = ""
    var isLone = false
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !(isLone && word.count == 1) { result += " " }
      result += word
      isLone = word.count == 1
    }
    return result
  }

  /// What bytes in hexadecimal digits with signs between them stand for: `4e 65`, `0x4e,0x65`.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func spacedDigits(in text: String) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var run: [UInt8] = []
    let end = { (run: [UInt8]) in run.count >= 4 && isLikely(run) }
    for part in text.split(whereSeparator: { " ,;:\n\t[](){}\"'".contains($0) }) {
      let bare = part.hasPrefix("0x") || part.hasPrefix("\\x") ? part.dropFirst(2) : part
      if bare.utf8.count == 2, let byte = UInt8(bare, radix: 16) {
        run.append(byte)
      } else {
        if end(run) { found.append(run) }
        run = []
      }
    }
    if end(run) { found.append(run) }
    return found
  }

  private static func backslashes(_ text: String) -> String {
    var units: [UInt16] = []
    let all = Array(text.utf16)
    var place = 0
    while place < all.count {
      let unit = all[place]
      guard unit == 0x5C, place + 1 < all.count else {
        units.append(unit)
        place += 1
        continue
      }
      let length = all[place + 1] == 0x75 ? 4 : all[place + 1] == 0x78 ? 2 : 0
      let digits = all[(place + 2)...].prefix(length)
      if length > 0, digits.count == length,
        let code = UInt16(String(decoding: digits, as: UTF16.self), radix: 16)
      {
        units.append(code)
        place += 2 + length
      } else {
        // A sign behind a backslash is itself, but for the white space.
        let isBlank = [0x6E, 0x72, 0x74].contains(all[place + 1])
        units.append(isBlank ? 0x20 : all[place + 1])
        place += 2
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Bytes written as a sign and two digits, such as `%C3%A9`.
  private static func bytes(_ text: String, after sign: Unicode.Scalar) -> String {
    let all = Array(text.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < all.count {
      if all[place] == UInt8(sign.value), place + 2 < all.count,
        let high = hexadecimal(all[place + 1]), let low = hexadecimal(all[place + 2])
      {
        result.append(high << 4 | low)
        place += 3
      } else {
        result.append(all[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// What runs of Base64 and of hexadecimal digits stand for, where that is a text or a known file.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func digitRuns(in text: String) -> [(kind: String, bytes: [UInt8])] {
    var found: [(kind: String, bytes: [UInt8])] = []
    let all = Array(text.utf8)
    var start = 0
    while start < all.count {
      var end = start
      while end < all.count, isBase64(all[end]) { end += 1 }
      if end - start >= 6 {
        let run = all[start..<end]
        if let bytes = base64(run), isLikely(bytes) { found.append(("Base64", bytes)) }
        if end - start >= 8, run.count.isMultiple(of: 2) {
          let digits = run.compactMap(hexadecimal)
          if digits.count == run.count {
            let bytes = stride(from: 0, to: digits.count, by: 2).map {
              digits[$0] << 4 | digits[$0 + 1]
            }
            if isLikely(bytes) { found.append(("hexadecimal", bytes)) }
          }
        }
      }
      start = max(end, start + 1)
    }
    return found
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x2D, 0x5F: true
    default: false
    }
  }

  private static func base64(_ run: ArraySlice<UInt8>) -> [UInt8]? {
    var text = String(decoding: run, as: UTF8.self)
      .replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    text += String(repeating: "=", count: (4 - text.count % 4) % 4)
    return Data(base64Encoded: text).map { [UInt8]($0) }
  }

  /// Whether bytes are a text, or a file that can be looked into: random ones hardly ever are.
  private static func isLikely(_ bytes: [UInt8]) -> Bool {
    if PackedFile.isKnown(bytes[...]) { return true }
    guard bytes.count >= 3, let text = String(validating: bytes, as: UTF8.self) else {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 || $0 == "\n" || $0 == "\t" || $0 == "\r"
    }
  }
}
