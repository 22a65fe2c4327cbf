/// What the model says of a common cause beyond who shares it.
public struct CommonCause: Hashable, Sendable {
  /// Its id, `key:value`.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// How dependable it is.
  public var dependability = Dependability()
  /// The failures that components have in common by it; nil: who shares it is written with them.
  public var group: BetaFactorGroup?
  /// The id of the party whose product it is.
  public var productOf: String?
  /// On what the facts written in it rest.
  public var evidence = Evidence(.internal)
  /// A remark.
  public var note: LocalizedText?
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
  /// Where it is declared.
  public var place: SourcePlace?

  /// Makes one of which only the id is known.
  public init(id: String) { self.id = id }
}

/// Components that share nothing that can be named, and yet fail together (the beta-factor model).
///
/// A share *β* of each one's unavailability *Q* is common to all: the cause has β·*Q*, and what each
/// member fails by alone is (1 − β)·*Q*. Where the members' figures differ, the common part is β
/// times the largest.
public struct BetaFactorGroup: Hashable, Sendable {
  /// The share of a member's unavailability that all members have in common, 0 to 1.
  public var factor: Double
  /// The ids of the members, as written.
  public var members: [String]
  /// Whether the members say themselves that they share the cause.
  var isSpelledOut = false

  /// Makes a group.
  ///
  /// - Parameters:
  ///   - factor: The common share, 0 to 1.
  ///   - members: The ids of the members.
  public init(factor: Double, members: [String]) {
    self.factor = factor
    self.members = members
  }
}

extension Model {
  /// The model in which the members of each group say that they share its cause.
  ///
  /// So a group is seen by everything that looks at common causes. Without groups it is the same.
  ///
  /// - Complexity: O(*n* + *m*) for *n* components and *m* members of groups.
  func withGroupsSpelledOut() -> Model {
    guard commonCauses.contains(where: { $0.group?.isSpelledOut == false }) else { return self }
    var places: [String: Int] = [:]
    for (index, component) in components.enumerated() { places[component.id] = index }
    var copy = self
    for index in commonCauses.indices {
      let cause = commonCauses[index]
      guard let group = cause.group, !group.isSpelledOut, let key = cause.key,
        let value = cause.value
      else { continue }
      copy.commonCauses[index].group?.isSpelledOut = true
      for place in group.members.compactMap({ places[$0] }) {
        let isWritten = copy.components[place].shares.contains {
          $0.key == key && $0.value == value
        }
        guard !isWritten else { continue }
        copy.components[place].shares.append(
          SharedValue(key: key, value: value, evidence: cause.evidence, place: cause.place))
      }
    }
    return copy
  }
}

extension CommonCause {
  /// The part of its id before the colon; nil where there is none.
  var key: String? { id.firstIndex(of: ":").map { String(id[..<$0]) } }

  /// The part of its id after the colon; nil where there is none.
  var value: String? { id.firstIndex(of: ":").map { String(id[id.index(after: $0)...]) } }
}
