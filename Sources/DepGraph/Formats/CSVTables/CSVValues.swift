/// The cells of a row as the values that the reader of model files reads: one reading of what may be
/// written in a model, for both.
struct CSVValues {
  let file: CSVFile

  /// The mapping that a row writes; cells of columns that are passed over are not in it.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  func mapping(
    _ row: borrowing CSVCursor, leavingOut keys: Set<String> = []
  ) -> YAMLValue {
    var root = Branch(place: file.place(of: row.rowStart))
    for (position, use) in file.uses.enumerated() where !row.isEmpty(position) {
      guard let use, !keys.contains(use.column.key) else { continue }
      let place = file.place(of: row.starts[position])
      let text = row.text(position)
      if let detail = use.detail {
        root.add(["\(use.column.key)", detail][...], Self.members(text, place).first, place)
        continue
      }
      var path = use.column.key.split(separator: ".").map(String.init)
      // A text with a language beside it is a mapping of languages.
      if use.column.shape == .text, isInSeveralLanguages(use.column.key) {
        path.append((use.language ?? standard).rawValue)
      }
      root.add(path[...], value(text, use.column.shape, place), place)
    }
    return root.value
  }

  /// The language of texts whose header names none.
  var standard = Language.dutch

  private func isInSeveralLanguages(_ key: String) -> Bool {
    file.uses.contains { $0?.column.key == key && $0?.language != nil }
  }

  /// One value.
  func value(_ text: String, _ shape: CSVShape, _ place: SourcePlace) -> YAMLValue? {
    switch shape {
    case .word, .text: Self.scalar(text, place)
    case .number: Self.scalar(Self.pointed(text), place)
    case .ratio: Self.ratio(text, place)
    case .boolean: Self.scalar(Self.truth[text.lowercased()] ?? text, place)
    case .date: Self.scalar(Self.day(text), place)
    case .list:
      text == "-"
        ? YAMLValue(content: .list([]), place: place)
        : text == "unknown"
          ? Self.scalar(text, place)
          : YAMLValue(content: .list(Self.members(text, place)), place: place)
    case .hours: CSVHours.value(text, place)
    case .external: Self.external(text, place)
    }
  }

  static func scalar(_ text: String, _ place: SourcePlace) -> YAMLValue {
    YAMLValue(content: .scalar(text, isPlain: false), place: place)
  }

  /// The words of a boolean.
  private static let truth = [
    "ja": "true", "yes": "true", "waar": "true", "1": "true", "true": "true", "j": "true",
    "y": "true", "nee": "false", "no": "false", "onwaar": "false", "0": "false", "false": "false",
    "n": "false",
  ]

  /// A number with a decimal comma, with a point.
  private static func pointed(_ text: String) -> String {
    let commas = text.utf8.count { $0 == UInt8(ascii: ",") }
    guard commas == 1, !text.contains(".") else { return text }
    return text.replacing(",", with: ".")
  }

  private static func ratio(_ text: String, _ place: SourcePlace) -> YAMLValue {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return scalar(pointed(text), place) }
    let pairs = zip(["from", "to"], ends).map { key, end in
      YAMLValue.Pair(
        key: key, keyIsPlain: true, place: place, value: scalar(pointed(String(end)), place))
    }
    return YAMLValue(content: .mapping(pairs), place: place)
  }

  /// A day as the model file writes it, also of one written as 27-8-2024.
  private static func day(_ text: String) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, parts[0].utf8.count <= 2,
      parts[1].utf8.count <= 2
    else { return text }
    let padded = parts.map { $0.utf8.count == 1 ? "0" + $0 : String($0) }
    return "\(padded[2])-\(padded[1])-\(padded[0])"
  }

  /// The members of a list: `|` between them, `\|` inside one.
  static func members(_ text: String, _ place: SourcePlace) -> [YAMLValue] {
    var members: [String] = [""]
    var isEscaped = false
    for letter in text {
      switch letter {
      case "\\" where !isEscaped: isEscaped = true
      case "|" where !isEscaped: members.append("")
      default:
        if isEscaped, letter != "|", letter != "\\" { members[members.count - 1] += "\\" }
        members[members.count - 1].append(letter)
        isEscaped = false
      }
    }
    if isEscaped { members[members.count - 1] += "\\" }
    return members.map { member in
      let bare = member.drop { $0 == " " }
      return String(bare.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }.map { scalar($0, place) }
  }

  /// Ids in other registers: a mapping of registers.
  private static func external(_ text: String, _ place: SourcePlace) -> YAMLValue {
    var ids: [(register: String, members: [YAMLValue])] = []
    for member in members(text, place) {
      guard let written = member.scalar else { continue }
      let parts = written.split(separator: "=", maxSplits: 1).map(String.init)
      let (register, id) = parts.count == 2 ? (parts[0], parts[1]) : ("csv", written)
      if let known = ids.firstIndex(where: { $0.register == register }) {
        ids[known].members.append(scalar(id, place))
      } else {
        ids.append((register, [scalar(id, place)]))
      }
    }
    let pairs = ids.map { entry in
      YAMLValue.Pair(
        key: entry.register, keyIsPlain: true, place: place,
        value: YAMLValue(content: .list(entry.members), place: place))
    }
    return YAMLValue(content: .mapping(pairs), place: place)
  }
}

/// A mapping that grows.
private struct Branch {
  let place: SourcePlace
  private var pairs: [(key: String, place: SourcePlace, node: Node)] = []

  private enum Node {
    case value(YAMLValue)
    indirect case branch(Branch)
  }

  init(place: SourcePlace) { self.place = place }

  mutating func add(_ path: ArraySlice<String>, _ value: YAMLValue?, _ place: SourcePlace) {
    guard let key = path.first, let value else { return }
    let known = pairs.firstIndex { $0.key == key }
    guard path.count > 1 else {
      if known == nil { pairs.append((key, place, .value(value))) }
      return
    }
    guard let known else {
      var branch = Branch(place: place)
      branch.add(path.dropFirst(), value, place)
      pairs.append((key, place, .branch(branch)))
      return
    }
    guard case .branch(var branch) = pairs[known].node else { return }
    branch.add(path.dropFirst(), value, place)
    pairs[known].node = .branch(branch)
  }

  var value: YAMLValue {
    let members = pairs.map { pair in
      let inner: YAMLValue
      switch pair.node {
      case .value(let value): inner = value
      case .branch(let branch): inner = branch.value
      }
      return YAMLValue.Pair(key: pair.key, keyIsPlain: true, place: pair.place, value: inner)
    }
    return YAMLValue(content: .mapping(members), place: place)
  }
}
