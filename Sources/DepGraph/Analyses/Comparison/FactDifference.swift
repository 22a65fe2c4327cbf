/// Which facts differ between two models, whatever the way in which they are written.
public struct FactDifference: Hashable, Sendable {
  /// One fact that says something else; nil: it says nothing.
  public struct Change: Hashable, Sendable {
    /// What it is about.
    public let name: Fact.Name
    /// What it said.
    public let before: FactValue?
    /// What it says.
    public let after: FactValue?
  }

  /// A part of both models of which some facts differ.
  public struct Changed: Hashable, Sendable {
    /// The part.
    public let subject: FactSubject
    /// The facts, in the order in which models are told; at least one.
    public let changes: [Change]
  }

  /// Something that nobody knows.
  public struct Unknown: Hashable, Sendable {
    /// Of what.
    public let subject: FactSubject
    /// What of it.
    public let name: Fact.Name
  }

  /// Something that may be one thing with two ids.
  public struct Rename: Hashable, Sendable {
    /// What is gone.
    public let before: FactSubject
    /// What came.
    public let after: FactSubject
    /// The number of facts that both have.
    public let sharedFacts: Int
    /// The number of facts that either has.
    public let allFacts: Int
    /// Whether both have the same name.
    public let isSameName: Bool
  }

  /// What only the later model has, in order.
  public let added: [FactSubject]
  /// What only the earlier model has, in order.
  public let removed: [FactSubject]
  /// What both have, with facts that differ, in order.
  public let changed: [Changed]
  /// Of what only a remark differs, which no answer rests on, in order.
  public let remarks: [Changed]
  /// What only the later model does not know, in order.
  public let newUnknowns: [Unknown]
  /// What only the earlier model does not know, in order.
  public let goneUnknowns: [Unknown]
  /// What was perhaps only called otherwise: each thing in one pair at most, by what is gone.
  public let renames: [Rename]

  /// Whether nothing differs that an answer could rest on.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  /// Compares two models.
  ///
  /// - Complexity: O(*f* log *f*) for *f* facts of both, and O(*a*·*r*) for *a* things that came and *r*
  ///   of the same kind that are gone.
  public init(from before: CompiledModel, to after: CompiledModel) {
    let old = FactSheets(of: before)
    let new = FactSheets(of: after)
    var changed: [Changed] = []
    var remarks: [Changed] = []
    for subject in old.subjects {
      guard let one = old.all[subject], let other = new.all[subject], one != other else { continue }
      let changes = Self.changes(from: one, to: other)
      guard !changes.isEmpty else { continue }
      let real = changes.filter { !$0.name.key.isRemark }
      if real.isEmpty {
        remarks.append(Changed(subject: subject, changes: changes))
      } else {
        changed.append(Changed(subject: subject, changes: changes))
      }
    }
    self.changed = changed
    self.remarks = remarks
    added = new.subjects.filter { old.all[$0] == nil }
    removed = old.subjects.filter { new.all[$0] == nil }
    let unknownBefore = old.unknowns
    let unknownAfter = new.unknowns
    newUnknowns = unknownAfter.filter(Set(unknownBefore).inverted)
    goneUnknowns = unknownBefore.filter(Set(unknownAfter).inverted)
    renames =
      RenameSearch(added.compactMap { new.all[$0] }, removed.compactMap { old.all[$0] })
      .found
  }

  private static func changes(from old: FactSheet, to new: FactSheet) -> [Change] {
    let before = Dictionary(old.facts.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    let after = Dictionary(new.facts.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
      .map { Change(name: $0, before: before[$0], after: after[$0]) }
  }
}

extension Set {
  /// Whether something is not in it.
  fileprivate func inverted(_ element: Element) -> Bool { !contains(element) }
}

extension FactSheets {
  /// All that is not known, in order.
  fileprivate var unknowns: [FactDifference.Unknown] {
    subjects.flatMap { subject in
      (all[subject]?.facts ?? []).filter(\.value.holdsUnknown).map(\.name).sorted()
        .map { FactDifference.Unknown(subject: subject, name: $0) }
    }
  }
}

extension Fact.Name: Comparable {
  /// As models are told: by respect, then by row, numbers by size.
  public static func < (left: Fact.Name, right: Fact.Name) -> Bool {
    if left.key != right.key { return left.key.place < right.key.place }
    let (one, other) = (left.row ?? "", right.row ?? "")
    if let small = Int(one), let large = Int(other), small != large { return small < large }
    return one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension FactKey {
  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  fileprivate var place: Int { Self.places[self] ?? 0 }
}
