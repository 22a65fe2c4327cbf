/// Names that stand in for hidden ones: the same for the same key, whatever else is in the model.
///
/// A pseudonym is a word for what it is and the first digits of a keyed digest of the id, such as
/// `component-7f3a-91c2`. Without the key nobody can tell from it what it stands for, nor try ids
/// one by one. Two ids with the same first digits, which hardly ever happens, both get more of them.
public struct Pseudonyms: Sendable {
  /// What it stands for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case component, contract, party, contact
    case commonCause = "cause"
  }

  private let names: [String: String]

  /// Makes the pseudonyms of everything in a model.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - digest: The keyed digest of a text, at least 16 bytes.
  /// - Complexity: O(*n* log *n*) for *n* declared things.
  public init(for model: Model, digest: (String) -> [UInt8]) {
    var ids: [(kind: Kind, id: String)] = []
    ids += model.components.map { (.component, $0.id) }
    ids += model.contracts.map { (.contract, $0.id) }
    ids += model.parties.map { (.party, $0.id) }
    ids += model.contacts.map { (.contact, $0.id) }
    var causes = Set(model.commonCauses.map(\.id))
    for component in model.components {
      for shared in component.shares {
        if let value = shared.value { causes.insert("\(shared.key):\(value)") }
      }
    }
    ids += causes.map { (.commonCause, $0) }
    self.init(for: ids, digest: digest)
  }

  /// Makes the pseudonyms of some ids; each id is of one kind.
  init(for ids: [(kind: Kind, id: String)], digest: (String) -> [UInt8]) {
    var digits: [String: String] = [:]
    for (kind, id) in ids { digits[id] = Self.hexadecimal(digest("\(kind.rawValue)\n\(id)")) }
    var names: [String: String] = [:]
    var open = ids
    var length = 8
    while !open.isEmpty {
      let trials = open.map { Self.name($0.kind, digits[$0.id] ?? "", length) }
      var uses: [String: Int] = [:]
      for trial in trials { uses[trial, default: 0] += 1 }
      var left: [(kind: Kind, id: String)] = []
      for (entry, trial) in zip(open, trials) {
        // All of the digits are as much as there is.
        if uses[trial] == 1 || length >= (digits[entry.id]?.count ?? 0) {
          names[entry.id] = trial
        } else {
          left.append(entry)
        }
      }
      open = left
      length += 4
    }
    self.names = names
  }

  /// What stands in for an id.
  ///
  /// - Precondition: The id was among those that pseudonyms were made for.
  public subscript(id: String) -> String {
    guard let name = names[id] else { preconditionFailure("a thing without a pseudonym") }
    return name
  }

  private static func name(_ kind: Kind, _ digits: String, _ length: Int) -> String {
    var groups = [kind.rawValue]
    var rest = digits.prefix(length)
    while !rest.isEmpty {
      groups.append(String(rest.prefix(4)))
      rest = rest.dropFirst(4)
    }
    return groups.joined(separator: "-")
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }
}
