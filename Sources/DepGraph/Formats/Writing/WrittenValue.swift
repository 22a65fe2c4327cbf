/// A value of the model format that is going to be written: what the printers of YAML and JSON see
/// of a model.
///
/// It is to writing what ``YAMLValue`` is to reading.
indirect enum WrittenValue: Hashable, Sendable {
  /// A text of a person, or an id: in quotes wherever another program could take it for something
  /// else.
  case text(String)
  /// A number, day, length of time or word of the format: without quotes where that is safe.
  case bare(String)
  /// Values in order.
  case list([WrittenValue])
  /// Keys with their values, in order.
  case mapping([Pair])

  /// A key with its value.
  struct Pair: Hashable, Sendable {
    let key: String
    let value: WrittenValue

    init(_ key: String, _ value: WrittenValue) {
      self.key = key
      self.value = value
    }
  }

  /// The word that says that nobody knows.
  static let unknown = WrittenValue.bare("unknown")

  /// Texts in order.
  static func texts(_ texts: [String]) -> WrittenValue { .list(texts.map { .text($0) }) }

  /// Texts in order; nil where there are none.
  static func texts(ifAny texts: [String]) -> WrittenValue? {
    texts.isEmpty ? nil : .texts(texts)
  }

  /// One text as itself, others as a list.
  static func oneOrMore(_ texts: [String]) -> WrittenValue {
    texts.count == 1 ? .text(texts[0]) : .texts(texts)
  }

  /// Values in order; nil where there are none.
  static func list(ifAny members: [WrittenValue]) -> WrittenValue? {
    members.isEmpty ? nil : .list(members)
  }

  /// What was stated, or `unknown`; nil where nothing was.
  static func stated<Value>(
    _ stated: Stated<Value>?, _ write: (Value) -> WrittenValue
  ) -> WrittenValue? {
    switch stated {
    case .known(let value)?: write(value)
    case .unknown?: .unknown
    case nil: nil
    }
  }
}

/// A mapping of a section of the key table in the making: its keys come out in the table's order.
struct WrittenFields {
  private let section: FormatSection
  private var values: [WrittenValue?]

  /// Makes an empty one.
  init(_ name: SectionName) {
    section = KeyTable.section(name)
    values = Array(repeating: nil, count: section.keys.count)
  }

  /// The value of a key; nil: the key is left out.
  ///
  /// - Precondition: The section has this key.
  subscript(key: String) -> WrittenValue? {
    get { values[index(of: key)] }
    set { values[index(of: key)] = newValue }
  }

  private func index(of key: String) -> Int {
    guard let index = section.indices[key] else {
      preconditionFailure("the key table has no \(key) in \(section.name)")
    }
    return index
  }

  /// The pairs, in the table's order.
  var pairs: [WrittenValue.Pair] {
    zip(section.keys, values).compactMap { key, value in
      value.map { WrittenValue.Pair(key.name, $0) }
    }
  }

  /// The mapping.
  var value: WrittenValue { .mapping(pairs) }

  /// The mapping; nil where nothing was said.
  var valueIfAny: WrittenValue? {
    let pairs = pairs
    return pairs.isEmpty ? nil : .mapping(pairs)
  }
}
