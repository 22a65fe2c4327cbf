/// A model without what was not known yet on a day.
public struct KnownModel: Hashable, Sendable {
  /// A fact that was left out.
  public struct DroppedFact: Hashable, Sendable {
    /// What kind of fact.
    public enum Kind: String, Hashable, Sendable {
      case requirement, start, repair, soft, claim, shared, figures, products, contract
    }

    /// The id of what it is written in.
    public let id: String
    /// What kind of fact.
    public let kind: Kind
    /// What it is about: the id of the target, or the key of a shared value; nil for figures.
    public let subject: String?
    /// Its sources, all of them later or without a date.
    public let sources: [String]
    /// Where it is written.
    public let place: SourcePlace?
  }

  /// What was known.
  public let model: Model
  /// What was left out, in the order of the model.
  public let dropped: [DroppedFact]
  /// One warning for each source without a date that facts were left out for.
  public let warnings: [Diagnostic]
}

extension Model {
  /// The model as it could have been written on a day: facts are left out whose sources are later.
  ///
  /// The earliest source counts. A source without a date is not known to be earlier. Facts without
  /// a source stay. Where a requirement is left out, `unknown` takes its place: something is needed
  /// there, but nobody knew what. Things themselves stay, so that ids keep meaning something; what
  /// is left out of a component besides references is its figures. Observations stay: they are what
  /// a model is compared with.
  ///
  /// - Parameter date: The day, itself included.
  /// - Returns: The model, what was left out, and warnings on sources without a date.
  /// - Complexity: O(*n*) for *n* facts.
  public func known(by date: CalendarDate) -> KnownModel {
    var filter = KnowledgeFilter(self, date)
    var model = self
    model.components = components.map { filter.component($0) }
    model.parties = parties.map { filter.party($0) }
    model.commonCauses = commonCauses.map { filter.commonCause($0) }
    model.contracts = filter.contracts(contracts)
    return KnownModel(model: model, dropped: filter.dropped, warnings: filter.warnings)
  }
}

/// Decides fact by fact whether it was known.
private struct KnowledgeFilter {
  private let date: CalendarDate
  private var sources: [String: Source] = [:]
  private var warned: Set<String> = []
  /// The component whose facts are being looked at.
  private var owner = ""
  private(set) var dropped: [KnownModel.DroppedFact] = []
  private(set) var warnings: [Diagnostic] = []

  init(_ model: Model, _ date: CalendarDate) {
    self.date = date
    for source in model.sources { sources[source.id] = source }
  }

  /// Whether a fact was known; if not, it is noted down.
  private mutating func isKnown(
    _ ids: [String], _ kind: KnownModel.DroppedFact.Kind, of subject: String?,
    at place: SourcePlace?
  ) -> Bool {
    let dates = ids.compactMap { sources[$0]?.date }
    if ids.isEmpty || dates.contains(where: { $0 <= date }) { return true }
    for id in ids where sources[id]?.date == nil && warned.insert(id).inserted {
      warnings.append(
        Diagnostic(
          .undatedSource,
          "the source `\(id)` has no date, so what it says is not known to be earlier than \(date)",
          at: sources[id]?.place, id: id))
    }
    dropped.append(
      KnownModel.DroppedFact(
        id: owner, kind: kind, subject: subject, sources: ids, place: place))
    return false
  }

  mutating func component(_ component: Component) -> Component {
    owner = component.id
    var known = component
    known.requires = formula(component.requires, .requirement)
    if component.statesRequires, component.requires.isNothing {
      known.requires = statedNothing(component)
    }
    known.startsWith = formula(component.startsWith, .start)
    known.repairNeeds = formula(component.repairNeeds, .repair)
    known.degradesWithout = component.degradesWithout.filter { isKnown($0, .soft) }
    known.independentOf = component.independentOf.filter { isKnown($0, .claim) }
    known.shares = component.shares.map { shared in
      guard shared.value != nil,
        !isKnown(shared.evidence.sources, .shared, of: shared.key, at: shared.place)
      else { return shared }
      var unknown = shared
      unknown.value = nil
      return unknown
    }
    if component.hasFigures,
      !isKnown(component.evidence.sources, .figures, of: nil, at: component.place)
    {
      known.dropFigures()
    }
    return known
  }

  /// "It needs nothing" is a fact like any other; not known, what is needed is unknown.
  private mutating func statedNothing(_ component: Component) -> Requirement {
    let sources = component.evidence.sources
    if isKnown(sources, .requirement, of: nil, at: component.place) { return component.requires }
    return .group(RequirementGroup(.all, [.unknown(component.place)]))
  }

  private mutating func formula(
    _ formula: Requirement, _ kind: KnownModel.DroppedFact.Kind
  ) -> Requirement {
    switch formula {
    case .unknown: return formula
    case .reference(let reference):
      return isKnown(reference, kind) ? formula : .unknown(reference.place)
    case .path(let path):
      let isKnown = isKnown(path.evidence.sources, kind, of: path.network, at: path.place)
      return isKnown ? formula : .unknown(path.place)
    case .group(var group):
      group.members = group.members.map { self.formula($0, kind) }
      return .group(group)
    }
  }

  private mutating func isKnown(
    _ reference: Reference, _ kind: KnownModel.DroppedFact.Kind
  ) -> Bool {
    isKnown(reference.evidence.sources, kind, of: reference.target, at: reference.place)
  }

  mutating func party(_ party: Party) -> Party {
    guard party.products != nil || party.subcontractors != nil || party.substitution != nil else {
      return party
    }
    owner = party.id
    guard !isKnown(party.evidence.sources, .products, of: nil, at: party.place) else {
      return party
    }
    var known = party
    known.products = party.products == nil ? nil : .unknown
    known.subcontractors = party.subcontractors == nil ? nil : .unknown
    known.subcontractorsAreComplete = nil
    known.substitution = nil
    return known
  }

  mutating func commonCause(_ cause: CommonCause) -> CommonCause {
    guard cause.dependability != Dependability() else { return cause }
    owner = cause.id
    var known = cause
    if !isKnown(cause.evidence.sources, .figures, of: nil, at: cause.place) {
      known.dependability = Dependability()
    }
    return known
  }

  mutating func contracts(_ contracts: [Contract]) -> [Contract] {
    let known = contracts.filter { contract in
      owner = contract.id
      return isKnown(contract.evidence.sources, .contract, of: nil, at: contract.place)
    }
    let ids = Set(known.map(\.id))
    return known.map { contract in
      var contract = contract
      contract.under = contract.under.flatMap { ids.contains($0) ? $0 : nil }
      contract.backedBy = contract.backedBy.filter(ids.contains)
      return contract
    }
  }
}

extension Requirement {
  /// Whether it asks for nothing, wherever that is written.
  fileprivate var isNothing: Bool {
    if case .group(let group) = self { group.need == .all && group.members.isEmpty } else { false }
  }
}

extension Component {
  /// Whether it states figures: facts about itself that are no reference.
  fileprivate var hasFigures: Bool {
    dependability != Dependability() || repair != nil || restart != nil
      || continuity != Continuity() || users != nil || !impact.isEmpty || vital != nil
  }

  fileprivate mutating func dropFigures() {
    dependability = Dependability()
    repair = nil
    restart = nil
    continuity = Continuity()
    users = nil
    impact = []
    vital = nil
  }
}
