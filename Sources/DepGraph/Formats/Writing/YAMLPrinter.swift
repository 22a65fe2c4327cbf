/// Prints values as YAML that people like to read, the same every time.
///
/// The entries of a file stand in block style; what fits on the rest of a line of 100 columns stands
/// there in flow style; long texts are folded, texts of several lines stand as they are.
struct YAMLPrinter {
  /// The columns of a line that is wrapped.
  private static let width = 100
  /// The longest key that YAML takes before a colon, with room to spare.
  private static let longestKey = 900

  /// What was printed.
  private(set) var text = ""

  /// Prints the mapping of a whole file: its lists of entries, and each entry, in block style.
  ///
  /// - Complexity: O(*n*·*d*) for *n* bytes that nest *d* deep.
  mutating func write(file pairs: [WrittenValue.Pair]) {
    write(pairs, indent: 0, open: 2)
  }

  // MARK: - Block style

  /// - Parameters:
  ///   - pairs: The pairs.
  ///   - indent: The column of the keys.
  ///   - open: How many levels below stay in block style even where they would fit on a line.
  private mutating func write(_ pairs: [WrittenValue.Pair], indent: Int, open: Int) {
    for (position, pair) in pairs.enumerated() {
      // The first key of a member of a list stands beside the dash.
      if position > 0 || indent == 0 { pad(indent) }
      let key = YAMLScalar.text(of: .text(pair.key), inFlow: true)
      if key.utf8.count > Self.longestKey {
        text += "? \(key)\n"
        pad(indent)
        text += ":"
      } else {
        text += "\(key):"
      }
      write(pair.value, after: min(key.utf8.count, Self.longestKey) + 1, indent: indent, open: open)
    }
  }

  /// Prints a value behind its key.
  private mutating func write(
    _ value: WrittenValue, after used: Int, indent: Int, open: Int
  ) {
    let room = Self.width - indent - used - 1
    let isOpen: Bool
    switch value {
    case .list(let members): isOpen = open > 0 && members.contains { $0.isMapping }
    default: isOpen = false
    }
    if !isOpen, let flow = flow(value, room: room) {
      text += " \(flow)\n"
      return
    }
    switch value {
    case .text, .bare: writeLong(value, indent: indent + 2)
    case .list(let members):
      text += "\n"
      for member in members {
        pad(indent + 2)
        text += "-"
        write(member: member, indent: indent + 2, open: isOpen ? open - 1 : 0)
      }
    case .mapping(let pairs):
      text += "\n"
      pad(indent + 2)
      write(pairs, indent: indent + 2, open: 0)
    }
  }

  /// Prints a member of a list behind its dash.
  private mutating func write(member: WrittenValue, indent: Int, open: Int) {
    if !(open > 0 && member.isMapping), let flow = flow(member, room: Self.width - indent - 2) {
      text += " \(flow)\n"
      return
    }
    switch member {
    case .text, .bare: writeLong(member, indent: indent + 2)
    case .list(let members):
      // A list in a list: its members stand below, each behind a dash of its own.
      text += "\n"
      for inner in members {
        pad(indent + 2)
        text += "-"
        write(member: inner, indent: indent + 2, open: 0)
      }
    case .mapping(let pairs):
      text += " "
      write(pairs, indent: indent + 2, open: 0)
    }
  }

  private mutating func pad(_ indent: Int) { text += String(repeating: " ", count: indent) }

  /// Prints a text that does not fit on its line.
  private mutating func writeLong(_ value: WrittenValue, indent: Int) {
    guard case .text(let words) = value, let block = YAMLScalar.block(of: words) else {
      text += " \(YAMLScalar.text(of: value, inFlow: false))\n"
      return
    }
    text += " \(block.header)\n"
    let width = max(40, Self.width - indent)
    for line in block.isFolded ? YAMLScalar.fold(block.lines[0], width: width) : block.lines {
      if !line.isEmpty {
        pad(indent)
        text += line
      }
      text += "\n"
    }
  }

  // MARK: - Flow style

  /// A value on one line; nil where it needs more columns than there are.
  private func flow(_ value: WrittenValue, room: Int) -> String? {
    switch value {
    case .text(let words):
      guard words.utf8.count <= room, !words.utf8.contains(UInt8(ascii: "\n")) else { return nil }
      let text = YAMLScalar.text(of: value, inFlow: false)
      return text.utf8.count <= room ? text : nil
    case .bare: return YAMLScalar.text(of: value, inFlow: false)
    case .list, .mapping:
      var line = ""
      return append(value, to: &line, room: room) ? line : nil
    }
  }

  /// Adds a value in flow style; false as soon as it does not fit.
  private func append(_ value: WrittenValue, to line: inout String, room: Int) -> Bool {
    switch value {
    case .text(let words):
      guard words.utf8.count <= room, !words.utf8.contains(UInt8(ascii: "\n")) else {
        return false
      }
      line += YAMLScalar.text(of: value, inFlow: true)
    case .bare: line += YAMLScalar.text(of: value, inFlow: true)
    case .list(let members):
      line += "["
      for (position, member) in members.enumerated() {
        if position > 0 { line += ", " }
        guard append(member, to: &line, room: room) else { return false }
      }
      line += "]"
    case .mapping(let pairs):
      line += "{"
      for (position, pair) in pairs.enumerated() {
        if position > 0 { line += ", " }
        line += YAMLScalar.text(of: .text(pair.key), inFlow: true) + ": "
        guard append(pair.value, to: &line, room: room) else { return false }
      }
      line += "}"
    }
    return line.utf8.count <= room
  }
}

extension WrittenValue {
  fileprivate var isMapping: Bool {
    if case .mapping = self { return true }
    return false
  }
}
