/// What a model declares, by id: made before anything else is read, so that every reference can be
/// resolved, with its place, where it is read.
struct DeclarationIndex {
  /// What an id was declared as, and where.
  struct Declaration {
    let referent: Referent
    let place: SourcePlace?
  }

  /// The declarations by id.
  private(set) var declarations: [String: Declaration] = [:]
  /// The component's id by its external ids.
  private(set) var externals: [String: String] = [:]
  /// The ids of each kind of thing, in the order declared.
  private(set) var ids: [Referent: [String]] = [:]

  /// An index of nothing.
  init() {}

  /// The index of a model that was read before.
  ///
  /// - Complexity: O(*n*) for *n* declared things.
  init(_ model: Model) {
    for item in model.sources { add(item.id, as: .source, at: item.place) }
    for item in model.parties { add(item.id, as: .party, at: item.place) }
    for item in model.contracts { add(item.id, as: .contract, at: item.place) }
    for item in model.components { add(item.id, as: .component, at: item.place) }
    for item in model.commonCauses { add(item.id, as: .commonCause, at: item.place) }
    for item in model.contacts { add(item.id, as: .contact, at: item.place) }
    for item in model.escalation { add(item.id, as: .escalationLevel, at: item.place) }
    for item in model.plans { add(item.id, as: .plan, at: item.place) }
    for item in model.measures { add(item.id, as: .measure, at: item.place) }
    for item in model.crews { add(item.id, as: .crew, at: item.place) }
    for item in model.restoreClasses { add(item.id, as: .restoreClass, at: item.place) }
    for component in model.components {
      for external in component.external { addExternal(external.id, of: component.id) }
    }
  }

  /// Makes room for so many declarations more.
  mutating func reserve(_ count: Int) {
    declarations.reserveCapacity(declarations.count + count)
  }

  /// Adds a declaration.
  ///
  /// - Returns: The declaration that has this id already, if any; nothing is added then.
  @discardableResult
  mutating func add(
    _ id: String, as referent: Referent, at place: SourcePlace?
  ) -> Declaration? {
    if let first = declarations[id] { return first }
    declarations[id] = Declaration(referent: referent, place: place)
    ids[referent, default: []].append(id)
    return nil
  }

  /// Adds an external id.
  ///
  /// - Returns: The id of what has this external id, or this very id, already; nothing is added then.
  @discardableResult
  mutating func addExternal(_ external: String, of component: String) -> String? {
    if let other = externals[external], other != component { return other }
    if declarations[external] != nil, external != component { return external }
    externals[external] = component
    return nil
  }

  /// The id of a component, by its id or an external id.
  func component(_ text: String) -> String? {
    if let declaration = declarations[text] {
      return declaration.referent == .component ? text : nil
    }
    return externals[text]
  }
}

/// The lists of a model file whose members have ids.
let declaringKeys: [String: Referent] = [
  "sources": .source, "parties": .party, "contracts": .contract, "components": .component,
  "common-causes": .commonCause, "contacts": .contact, "escalation": .escalationLevel,
  "plans": .plan, "measures": .measure, "crews": .crew, "restore-classes": .restoreClass,
]

/// The spelling of ids.
enum IdentifierSyntax {
  /// Whether a text is an id: a small letter or digit, then up to 127 of those, `.`, `_` or `-`.
  static func isIdentifier(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 128, isLetterOrDigit(first) else { return false }
    return bytes.allSatisfy {
      isLetterOrDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
  }

  /// Whether a text is the id of a common cause: `key:value`.
  static func isCommonCause(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { isIdentifier($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
