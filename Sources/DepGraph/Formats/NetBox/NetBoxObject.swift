/// One object of NetBox, from a fixture (`{model, pk, fields}`) or from a page of its REST interface.
struct NetBoxObject {
  /// What tells it from all others: its type, as `dcim.device`, and its number.
  struct Key: Hashable, Comparable {
    let type: String
    let number: String

    /// `device/12`, as ids in other registers are kept.
    var external: String {
      "\(type.split(separator: ".").last.map(String.init) ?? type)/\(number)"
    }

    /// By type, then by number.
    static func < (left: Key, right: Key) -> Bool {
      (left.type, left.number.utf8.count, left.number)
        < (right.type, right.number.utf8.count, right.number)
    }
  }

  let key: Key
  private let fields: YAMLValue
  let place: SourcePlace

  init(_ key: Key, _ fields: YAMLValue, place: SourcePlace) {
    self.key = key
    self.fields = fields
    self.place = place
  }

  /// A field, as it is written; nil: not there, or null.
  func value(_ name: String) -> YAMLValue? {
    guard let value = fields[name], !value.isNull else { return nil }
    return value
  }

  /// A field's text; of a choice its value, of another object its name.
  func text(_ name: String) -> String? {
    guard let value = value(name) else { return nil }
    let text = value.scalar ?? value["value"]?.scalar ?? value["name"]?.scalar
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The object that a field refers to, of a type.
  func reference(_ name: String, _ type: String) -> Key? {
    guard let value = value(name) else { return nil }
    let number = value.scalar ?? value["id"]?.scalar
    return number.map { Key(type: type, number: $0) }
  }

  /// The object that two fields refer to: its type, and its number.
  func generic(type typeField: String, number numberField: String) -> Key? {
    guard let number = text(numberField), let value = value(typeField) else { return nil }
    // In a fixture the type is the pair of its application and its name, or a number that says
    // nothing without the table of types.
    let parts = value.list?.compactMap(\.scalar) ?? []
    let type = parts.count == 2 ? parts.joined(separator: ".") : value.scalar ?? ""
    guard type.contains(".") else { return nil }
    return Key(type: type, number: number)
  }

  /// A number.
  func number(_ name: String) -> Double? { text(name).flatMap { Double(decimal: $0) } }
}

/// All objects of the files, by key.
struct NetBoxObjects {
  private(set) var objects: [NetBoxObject.Key: NetBoxObject] = [:]
  private(set) var byType: [String: [NetBoxObject]] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var texts: [String: String] = [:]

  private static let mostTold = 1000

  /// How large a file may be.
  static let greatestSize = 256 << 20

  /// The object of a key.
  subscript(key: NetBoxObject.Key?) -> NetBoxObject? { key.flatMap { objects[$0] } }

  /// The objects of a type, in the order of the files.
  func all(_ type: String) -> [NetBoxObject] { byType[type] ?? [] }

  /// Takes objects away.
  mutating func remove(_ keys: Set<NetBoxObject.Key>) {
    guard !keys.isEmpty else { return }
    for key in keys { objects[key] = nil }
    for type in Set(keys.map(\.type)) { byType[type]?.removeAll { keys.contains($0.key) } }
  }

  /// Reads a file: a list of a fixture, or a page.
  mutating func read(_ file: InputFile) {
    guard let text = file.text(&diagnostics) else { return }
    texts[file.name] = text
    guard let root = JSONDocument(text: text, file: file.name).value(&diagnostics) else { return }
    if let results = root["results"] {
      guard let list = results.list else {
        return complain(.wrongType, "`results` wants a list", results.place)
      }
      for value in list { addResult(value) }
      if let next = root["next"], !next.isNull {
        diagnostics.append(
          Diagnostic(.leftOut, "another page follows this one; read it along", at: next.place))
      }
    } else if let list = root.list {
      for value in list {
        if value["model"] != nil { addFixture(value) } else { addResult(value) }
      }
    } else if root["url"] != nil {
      addResult(root)
    } else {
      complain(
        .wrongType,
        "this is neither a fixture (a list of `model`, `pk` and `fields`) nor a page "
          + "(`results`)", root.place)
    }
  }

  private mutating func complain(_ code: DiagnosticCode, _ message: String, _ place: SourcePlace) {
    guard diagnostics.count < Self.mostTold else { return }
    diagnostics.append(Diagnostic(code, message, at: place))
  }

  private mutating func addFixture(_ value: YAMLValue) {
    guard let type = value["model"]?.scalar, let number = value["pk"]?.scalar,
      let fields = value["fields"], fields.mapping != nil
    else {
      return complain(.missingKey, "an object needs `model`, `pk` and `fields`", value.place)
    }
    add(NetBoxObject(.init(type: type.lowercased(), number: number), fields, place: value.place))
  }

  private mutating func addResult(_ value: YAMLValue) {
    guard value.mapping != nil else {
      return complain(.wrongType, "an object is wanted here, not \(value.description)", value.place)
    }
    guard let number = value["id"]?.scalar, let url = value["url"]?.scalar,
      let type = Self.type(ofAddress: url)
    else {
      return complain(
        .missingKey, "an object needs `id`, and `url`, which says what it is", value.place)
    }
    add(NetBoxObject(.init(type: type, number: number), value, place: value.place))
  }

  private mutating func add(_ object: NetBoxObject) {
    if let first = objects[object.key] {
      return complain(
        .duplicateID,
        "`\(object.key.external)` stands here again (first in \(first.place.file) line "
          + "\(first.place.line))", object.place)
    }
    objects[object.key] = object
    byType[object.key.type, default: []].append(object)
  }

  /// `dcim.device`, from an address such as `https://netbox.example/api/dcim/devices/12/`.
  static func type(ofAddress url: String) -> String? {
    let parts = url.split(separator: "/").map(String.init)
    guard let api = parts.lastIndex(of: "api"), parts.count >= api + 3 else { return nil }
    let plural = parts[api + 2].replacing("-", with: "")
    let name: String
    if plural.hasSuffix("chassis") {
      name = plural
    } else if plural.hasSuffix("ies") {
      name = plural.dropLast(3) + "y"
    } else if plural.hasSuffix("s") {
      name = String(plural.dropLast())
    } else {
      name = plural
    }
    return "\(parts[api + 1]).\(name)"
  }
}
