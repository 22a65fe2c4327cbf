/// A mapping that is read as a section of the key table.
///
/// Making one reports every key that the section does not have. Looking up a key that the section
/// does not have is a mistake of the program.
struct Fields {
  let section: FormatSection
  /// Where the mapping begins.
  let place: SourcePlace
  private let session: ReadingSession
  private let pairs: [YAMLValue.Pair]
  /// The position of each key of the section among the pairs; -1 where it is not written.
  private var positions: [Int32]

  /// Takes a value as a mapping of a section, or reports that it is none.
  ///
  /// - Complexity: O(*n* + *k*) for *n* pairs and a section of *k* keys.
  init?(_ value: YAMLValue, as name: SectionName, in session: ReadingSession) {
    let section = KeyTable.section(name)
    guard let pairs = value.mapping else {
      session.report(
        .wrongType, "\(section.title) wants a mapping (`key: value`), not \(value.description)",
        at: value.place)
      return nil
    }
    self.section = section
    self.session = session
    self.pairs = pairs
    place = value.place
    positions = Array(repeating: -1, count: section.keys.count)
    for (position, pair) in pairs.enumerated() {
      guard let index = section.indices[pair.key] else {
        session.report(
          .unknownKey, "\(section.title) has no key `\(pair.key)`", at: pair.place,
          hint: Self.hint(for: pair.key, in: section, session))
        continue
      }
      positions[index] = Int32(position)
      guard pair.value.isNull else { continue }
      session.report(
        .wrongType,
        "`\(pair.key)` has no value: leave the key out, or write `unknown` where that is meant",
        at: pair.place)
    }
    for (index, key) in section.keys.enumerated() where key.isRequired && positions[index] < 0 {
      // Ids are looked at when declarations are gathered, before anything is read.
      guard key.shape != .identifier, key.shape != .version else { continue }
      session.report(.missingKey, "\(section.title) needs `\(key.name)`", at: place)
    }
  }

  private static func hint(
    for key: String, in section: FormatSection, _ session: ReadingSession
  ) -> String? {
    switch (key, section.name) {
    case ("<<", _): return "YAML 1.2 has no merge key: write the keys out"
    case ("all", .anyGroup), ("all", .atLeastGroup), ("all", .reference):
      return "a list means all of its members"
    default: return session.hint(for: key, among: section.keyNames)
    }
  }

  /// Whether nothing was written in the mapping.
  var isEmpty: Bool { pairs.isEmpty }

  /// Whether a key is written.
  func has(_ key: String) -> Bool { pair(key) != nil }

  /// Where a key is written, else where the mapping begins.
  func place(of key: String) -> SourcePlace { pair(key)?.place ?? place }

  /// The value of a key; nil where it is not written or left empty.
  ///
  /// - Precondition: The section has this key.
  func value(_ key: String) -> YAMLValue? {
    guard let value = pair(key)?.value, !value.isNull else { return nil }
    session.keysRead?.insert(ReadingSession.KeyUse(section: section.name, key: key))
    return value
  }

  private func pair(_ key: String) -> YAMLValue.Pair? {
    guard let index = section.indices[key] else {
      preconditionFailure("the key table has no \(key) in \(section.name)")
    }
    let position = positions[index]
    return position < 0 ? nil : pairs[Int(position)]
  }

  private func value(_ key: String, as shape: ValueShape) -> YAMLValue? {
    assert(
      section.indices[key].map { section.keys[$0].shape } == shape,
      "the key table gives \(key) of \(section.name) another shape")
    return value(key)
  }
}

// MARK: - Values by shape

extension Fields {
  func text(_ key: String) -> LocalizedText? {
    value(key, as: .text).flatMap { session.text($0, of: key) }
  }

  func word(_ key: String) -> String? {
    value(key, as: .word).flatMap { session.word($0, of: key) }
  }

  func duration(_ key: String) -> TimeSpan? {
    value(key, as: .duration).flatMap { session.duration($0, of: key) }
  }

  func ratio(_ key: String) -> Ratio? {
    value(key, as: .ratio).flatMap { session.ratio($0, of: key) }
  }

  func date(_ key: String) -> CalendarDate? {
    value(key, as: .date).flatMap { session.date($0, of: key) }
  }

  func instant(_ key: String) -> Instant? {
    value(key, as: .instant).flatMap { session.instant($0, of: key) }
  }

  func boolean(_ key: String) -> Bool? {
    value(key, as: .boolean).flatMap { session.boolean($0, of: key) }
  }

  func hours(_ key: String) -> WeeklyHours? {
    value(key, as: .hours).flatMap { session.hours($0, of: key) }
  }

  func integer(_ key: String) -> Int? {
    guard let index = section.indices[key], case .integer(let least) = section.keys[index].shape
    else { preconditionFailure("the key table has no whole number \(key) in \(section.name)") }
    return value(key).flatMap { session.integer($0, from: least, of: key) }
  }

  /// A value of a closed list of words.
  func oneOf<Value: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Value.Type
  ) -> Value? where Value.RawValue == String {
    guard let value = value(key, as: .oneOf(type.allCases.map(\.rawValue))) else { return nil }
    return session.oneOf(value, type.allCases.map(\.rawValue), of: key).flatMap(type.init)
  }

  /// Whether a key that allows one word only is written with that word.
  func isFlagged(_ key: String, _ word: String) -> Bool {
    value(key, as: .oneOf([word])).flatMap { session.oneOf($0, [word], of: key) } != nil
  }

  func reference(_ key: String, to referent: Referent) -> String? {
    value(key, as: .reference(referent)).flatMap { session.reference($0, to: referent, of: key) }
  }

  /// One reference or several.
  func references(_ key: String, to referent: Referent) -> [String] {
    guard let value = value(key, as: .oneOrMore(.reference(referent))) else { return [] }
    return session.members(value).compactMap { session.reference($0, to: referent, of: key) }
  }

  /// One word or several.
  func words(_ key: String) -> [String] {
    guard let value = value(key, as: .oneOrMore(.word)) else { return [] }
    return session.members(value).compactMap { session.word($0, of: key) }
  }

  /// One seed or several.
  func seeds(_ key: String) -> [String] {
    guard let value = value(key, as: .oneOrMore(.seed)) else { return [] }
    return session.members(value).compactMap { session.seed($0, of: key) }
  }

  /// A number, or `unknown`.
  func count(_ key: String) -> Stated<Double>? {
    guard let value = value(key, as: .orUnknown(.number(from: 0, to: nil))) else { return nil }
    if value.isUnknown { return .unknown }
    return session.number(value, from: 0, to: nil, of: key).map { .known($0) }
  }

  /// A mapping of another section.
  func fields(_ key: String, as name: SectionName) -> Fields? {
    value(key, as: .section(name)).flatMap { Fields($0, as: name, in: session) }
  }

  /// The members of a list of mappings.
  func entries(_ key: String, as name: SectionName) -> [Fields] {
    guard let value = value(key, as: .list(.section(name))) else { return [] }
    return session.list(value, of: key).compactMap { Fields($0, as: name, in: session) }
  }
}

extension YAMLValue {
  /// Whether it is the word `unknown`.
  var isUnknown: Bool { scalar == "unknown" }
}
