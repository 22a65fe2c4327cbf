// What merging asks of the things of a model.

extension Component: MergeableThing {
  /// Whether nothing is said of it but what it is called, what it is, and whose it is: as a model has
  /// what is another's.
  var isStub: Bool {
    guard !statesRequires, requires == .nothing, startsWith == .nothing, repairNeeds == .nothing
    else { return false }
    guard degradesWithout.isEmpty, shares.isEmpty, ends.isEmpty, impact.isEmpty else {
      return false
    }
    return dependability == Dependability() && continuity == Continuity() && repair == nil
      && restart == nil && users == nil && vital == nil && kind.mustStateRequirements
  }

  /// Something of which only the id is known.
  init(placeholder id: String, in language: Language) {
    self.init(id: id)
    evidence = Evidence(.assumed)
    note = LocalizedText(
      [
        .dutch: "In geen van de samengevoegde modellen opgenomen.",
        .english: "Declared in none of the merged models.",
      ], fallback: language)
  }

  /// The ids of all that is needed or wanted, each time that it is named.
  var neededIDs: [String] {
    var ids: [String] = []
    for formula in [requires, startsWith, repairNeeds] {
      ids += formula.references.map(\.target)
      ids += formula.paths.flatMap { $0.targets + [$0.from].compactMap { $0 } }
    }
    return ids + degradesWithout.map(\.target) + ends
  }

  /// Takes over needs that this statement leaves open.
  mutating func takeNeeds(of other: Component) {
    if !statesRequires, other.statesRequires {
      requires = other.requires
      statesRequires = true
    }
    if startsWith == .nothing { startsWith = other.startsWith }
    if repairNeeds == .nothing { repairNeeds = other.repairNeeds }
    for soft in other.degradesWithout
    where !degradesWithout.contains(where: { $0.target == soft.target }) {
      degradesWithout.append(soft)
    }
    for claim in other.independentOf
    where !independentOf.contains(where: { $0.target == claim.target }) {
      independentOf.append(claim)
    }
    for shared in other.shares {
      guard let known = shares.firstIndex(where: { $0.key == shared.key }) else {
        shares.append(shared)
        continue
      }
      if shares[known].value == nil { shares[known] = shared }
    }
  }

  func renamed(_ names: [String: String]) -> Component {
    guard !names.isEmpty else { return self }
    var copy = Component(id: names[id] ?? id, as: self)
    copy.requires = requires.renamed(names)
    copy.startsWith = startsWith.renamed(names)
    copy.repairNeeds = repairNeeds.renamed(names)
    for place in copy.degradesWithout.indices {
      let target = copy.degradesWithout[place].target
      copy.degradesWithout[place].target = names[target] ?? target
    }
    for place in copy.independentOf.indices {
      let target = copy.independentOf[place].target
      copy.independentOf[place].target = names[target] ?? target
    }
    for place in copy.shares.indices {
      copy.shares[place].value = copy.shares[place].value.map { names[$0] ?? $0 }
    }
    copy.ends = ends.map { names[$0] ?? $0 }
    return copy
  }

  /// All that another says, under another id.
  private init(id: String, as other: Component) {
    guard id != other.id else {
      self = other
      return
    }
    self.init(id: id)
    for field in MergeField.component { _ = field.merge(&self, other) }
    takeNeeds(of: other)
    (place, evidence) = (other.place, other.evidence)
  }
}

extension Requirement {
  /// It with the ids that count.
  func renamed(_ names: [String: String]) -> Requirement {
    switch self {
    case .reference(var reference):
      reference.target = names[reference.target] ?? reference.target
      return .reference(reference)
    case .group(var group):
      group.members = group.members.map { $0.renamed(names) }
      return .group(group)
    case .path(var path):
      path.from = path.from.map { names[$0] ?? $0 }
      path.targets = path.targets.map { names[$0] ?? $0 }
      return .path(path)
    case .unknown: return self
    }
  }

  /// What is needed, without on what that rests, remarks and places; one thing is a list of one.
  var stated: Requirement {
    switch self {
    case .group(let group) where group.need == .all && group.holdup == nil:
      let members = Self.ordered(group.members)
      return members.count == 1 ? members[0] : .group(RequirementGroup(.all, members))
    case .group(var group):
      group.members = Self.ordered(group.members)
      (group.note, group.place) = (nil, nil)
      return .group(group)
    case .reference(var reference):
      (reference.note, reference.place, reference.marking) = (nil, nil, nil)
      reference.evidence = Evidence(.internal)
      return .reference(reference)
    case .path(var path):
      (path.note, path.place, path.marking) = (nil, nil, nil)
      path.evidence = Evidence(.internal)
      return .path(path)
    case .unknown: return .unknown(nil)
    }
  }

  /// The members of a group as they are stated; in which order says nothing.
  private static func ordered(_ members: [Requirement]) -> [Requirement] {
    let keyed = members.map { (text: MergeText.requirement($0.stated), stated: $0.stated) }
    return keyed.sorted { $0.text < $1.text }.map { $0.stated }
  }
}

extension Source: MergeableThing {}
extension Party: MergeableThing {
  func renamed(_ names: [String: String]) -> Party {
    var copy = self
    if case .known(let products)? = products {
      copy.products = .known(products.map { names[$0] ?? $0 })
    }
    return copy
  }
}
extension Contract: MergeableThing {
  func renamed(_ names: [String: String]) -> Contract {
    guard case .selectors(let selectors) = covers else { return self }
    var copy = self
    copy.covers = .selectors(selectors.map { names[$0] ?? $0 })
    return copy
  }
}
extension Contact: MergeableThing {
  func renamed(_ names: [String: String]) -> Contact {
    var copy = self
    copy.reach = reach.map { names[$0] ?? $0 }
    return copy
  }
}
extension CommonCause: MergeableThing {
  func renamed(_ names: [String: String]) -> CommonCause {
    var copy = self
    if let group { copy.group?.members = group.members.map { names[$0] ?? $0 } }
    return copy
  }
}
extension EscalationLevel: MergeableThing {}
extension ContinuityPlan: MergeableThing {
  func renamed(_ names: [String: String]) -> ContinuityPlan {
    var copy = self
    copy.purposes = purposes.map { names[$0] ?? $0 }
    copy.reliesOn = reliesOn?.map { names[$0] ?? $0 }
    return copy
  }
}
extension Measure: MergeableThing {}
extension Crew: MergeableThing {}
extension RestoreClass: MergeableThing {}

extension Observation {
  var withoutPlace: Observation {
    var copy = self
    copy.place = nil
    return copy
  }

  func renamed(_ names: [String: String]) -> Observation {
    var copy = self
    copy.component = names[component] ?? component
    return copy
  }
}

extension Expectation {
  var withoutPlace: Expectation {
    var copy = self
    copy.place = nil
    return copy
  }

  func renamed(_ names: [String: String]) -> Expectation {
    var copy = self
    let renamed = { (ids: [String]) in ids.map { names[$0] ?? $0 } }
    copy.when = renamed(when)
    copy.up = renamed(up)
    copy.down = renamed(down)
    copy.degraded = renamed(degraded)
    copy.unaffected = renamed(unaffected)
    copy.reduced = renamed(reduced)
    copy.unknown = renamed(unknown)
    copy.noSinglePoint = renamed(noSinglePoint)
    copy.subject = subject.map { names[$0] ?? $0 }
    copy.singlePoints = singlePoints.map(renamed)
    return copy
  }
}

extension SharingPartner {
  /// Whether two models say the same of whom answers are given to.
  func says(_ other: SharingPartner) -> Bool {
    var (own, others) = (self, other)
    (own.place, others.place) = (nil, nil)
    return own == others
  }
}

extension Marking {
  /// The stricter of two on each axis.
  func stricter(_ other: Marking) -> Marking {
    let isHigher = (other.level ?? .unclassified) > (level ?? .unclassified)
    let isRedder = other.light.map { light == nil || $0 > (light ?? $0) } ?? false
    return Marking(
      classification: classification == nil || isHigher
        ? other.classification ?? classification : classification,
      trafficLight: isRedder ? other.trafficLight : trafficLight)
  }
}
