/// What of an HTML text is no text: tags, comments and what scripts and styles hold, found as a
/// browser's tokenizer finds them, as far as pages of ours go.
struct MarkupScan {
  /// The beginning of an element.
  struct Tag {
    let name: String
    var attributes: [(name: String, value: String)] = []

    /// The value of an attribute; nil: it has none of that name.
    func value(of name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var tags: [Tag] = []
  /// Comments, declarations and processing instructions.
  private(set) var others: [String] = []
  /// What stands in scripts.
  private(set) var scripts: [String] = []
  /// Whether the text ends inside a tag, a comment or a script.
  private(set) var isCutOff = false

  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    while at < bytes.count, !isCutOff {
      if bytes[at] == UInt8(ascii: "<") { takeMarkup() } else { at += 1 }
    }
  }

  private static let spaces: Set = [UInt8(ascii: " "), 0x09, 0x0A, 0x0C, 0x0D]

  private func isLetter(_ place: Int) -> Bool {
    place < bytes.count && (0x61...0x7A).contains(bytes[place] | 0x20)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The place of the next occurrence of a text, whatever its case.
  private func place(of word: String, from start: Int) -> Int? {
    let wanted = Array(word.lowercased().utf8)
    var place = start
    while place + wanted.count <= bytes.count {
      let isThere = wanted.indices.allSatisfy { index in
        let byte = bytes[place + index]
        return (0x41...0x5A).contains(byte) ? byte | 0x20 == wanted[index] : byte == wanted[index]
      }
      if isThere { return place }
      place += 1
    }
    return nil
  }

  /// Takes everything up to a text, which is passed over.
  private mutating func take(upTo end: String) -> String {
    guard let found = place(of: end, from: at) else {
      isCutOff = true
      return ""
    }
    defer { at = found + end.utf8.count }
    return text(at..<found)
  }

  private mutating func takeMarkup() {
    at += 1
    guard at < bytes.count else { return }
    if isLetter(at) {
      takeTag()
    } else if bytes[at] == UInt8(ascii: "/"), isLetter(at + 1) {
      _ = take(upTo: ">")
    } else if text(at..<min(at + 3, bytes.count)) == "!--" {
      at += 3
      others.append("<!--" + take(upTo: "-->"))
    } else if [UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/")].contains(bytes[at]) {
      others.append("<" + take(upTo: ">"))
    }
  }

  private mutating func takeTag() {
    var tag = Tag(name: takeWord(until: "/>"))
    while let attribute = takeAttribute() { tag.attributes.append(attribute) }
    guard at < bytes.count else {
      isCutOff = true
      return
    }
    at += 1
    tags.append(tag)
    guard ["script", "style", "title", "textarea"].contains(tag.name), !isSVGTitle(tag) else {
      return
    }
    let content = take(upTo: "</" + tag.name)
    if tag.name == "script" { scripts.append(content) }
  }

  /// In a picture a title is an element like others.
  private func isSVGTitle(_ tag: Tag) -> Bool {
    tag.name == "title" && tags.contains { $0.name == "svg" }
  }

  private mutating func takeWord(until ends: String) -> String {
    let start = at
    while at < bytes.count, !Self.spaces.contains(bytes[at]), !ends.utf8.contains(bytes[at]) {
      at += 1
    }
    return text(start..<at).lowercased()
  }

  /// The next attribute of a tag; nil where the tag ends.
  private mutating func takeAttribute() -> (name: String, value: String)? {
    while at < bytes.count, Self.spaces.contains(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
      at += 1
    }
    guard at < bytes.count, bytes[at] != UInt8(ascii: ">") else { return nil }
    let start = at
    let name = takeWord(until: "/>=")
    // A stray sign is the name of an attribute too, and must be passed over.
    if at == start { at += 1 }
    while at < bytes.count, Self.spaces.contains(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return (name, "") }
    at += 1
    while at < bytes.count, Self.spaces.contains(bytes[at]) { at += 1 }
    guard at < bytes.count else { return (name, "") }
    if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
      let quote = bytes[at] == UInt8(ascii: "\"") ? "\"" : "'"
      at += 1
      return (name, take(upTo: quote))
    }
    return (name, takeWord(until: ">"))
  }
}
