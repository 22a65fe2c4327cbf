/// One model of several that are put together.
public struct PartialModel: Sendable {
  /// The root file as it was named.
  public let file: String
  /// What it says; it may name what only others declare.
  public let model: Model
  /// The party whose model it is: the owner of most of what it describes; nil: that cannot be told.
  public let party: String?
  /// The components of which it writes the kind, as opposed to those that have the usual one.
  let statedKinds: Set<String>

  /// Takes a model.
  ///
  /// - Complexity: O(*n*) for *n* components.
  public init(file: String, model: Model, statedKinds: Set<String> = []) {
    self.file = file
    self.model = model
    self.statedKinds = statedKinds
    var counts: [String: Int] = [:]
    for component in model.components where !component.isStub {
      if let owner = component.owner { counts[owner, default: 0] += 1 }
    }
    let most = counts.values.max() ?? 0
    let candidates = counts.keys.filter { counts[$0] == most }
    party = candidates.count == 1 ? candidates.first : nil
  }
}

/// Several owners' models as one, and what they do not agree on.
///
/// What is said twice alike is said once. Of what is said differently the statement counts of the
/// model whose party owns the component, else that of a model that describes it rather than names
/// it, else the first; the others are in the findings.
public struct ModelMerge: Sendable {
  /// The models together.
  public private(set) var model = Model()
  /// What they do not agree on, by kind, then by id.
  public private(set) var findings: [MergeFinding] = []

  private let parts: [PartialModel]
  /// The id that counts for each id that something goes by in one model alone.
  private var names: [String: String] = [:]

  /// Puts models together; one alone stays as it is.
  ///
  /// - Parameter parts: The models, of which the earlier ones count where nothing else decides.
  /// - Complexity: O(*n* log *n*) for *n* things and references.
  public init(_ parts: [PartialModel]) {
    self.parts = parts
    guard parts.count > 1 else {
      model = parts.first?.model ?? Model()
      return
    }
    mergeHeads()
    findTwoIDs()
    mergeThings()
    mergeComponents()
    declareMissing()
    findUnowned()
    findOneSided()
    findDoubleContacts()
    let order = MergeFinding.Kind.allCases
    findings = order.flatMap { kind in
      findings.filter { $0.kind == kind }.sorted { ($0.id, $0.key ?? "") < ($1.id, $1.key ?? "") }
    }
  }

  /// How many findings there are of a kind.
  public func count(_ kind: MergeFinding.Kind) -> Int { findings.count { $0.kind == kind } }

  // MARK: - Heads

  private mutating func mergeHeads() {
    let models = parts.map(\.model)
    model = Model()
    model.name = models.lazy.compactMap(\.name).first
    model.language = models[0].language
    model.asOf = models.compactMap(\.asOf).max()
    model.basis = models[0].basis
    model.note = models.lazy.compactMap(\.note).first
    model.marking = models.map(\.marking).reduce(Marking()) { $0.stricter($1) }
    for each in models {
      for (key, floor) in each.markingFloors {
        model.markingFloors[key] = (model.markingFloors[key] ?? Marking()).stricter(floor)
      }
      for partner in each.partners where !model.partners.contains(where: { $0.says(partner) }) {
        model.partners.append(partner)
      }
    }
    model.sectors = models.first { $0.sectors != .builtIn }?.sectors ?? .builtIn
    model.briefing = models.first { $0.briefing != BriefingPlan() }?.briefing ?? BriefingPlan()
  }

  /// Finds what goes by two ids and has one id in another register.
  private mutating func findTwoIDs() {
    var first: [ExternalID: (id: String, part: Int, place: SourcePlace?)] = [:]
    let ids = parts.map { part in Set(part.model.components.map(\.id)) }
    for (number, part) in parts.enumerated() {
      for component in part.model.components {
        for external in component.external {
          guard let known = first[external] else {
            first[external] = (component.id, number, component.place)
            continue
          }
          let (kept, left) = (counting(known.id), counting(component.id))
          // What one model declares apart is two things, whatever another says.
          guard kept != left, known.part != number,
            !ids.contains(where: { $0.contains(kept) && $0.contains(left) })
          else { continue }
          names[left] = kept
          findings.append(
            MergeFinding(
              .twoIDs, of: known.id, key: external.register,
              [
                .init(file: parts[known.part].file, value: known.id, place: known.place),
                .init(file: part.file, value: component.id, place: component.place),
              ]))
        }
      }
    }
    names = Dictionary(uniqueKeysWithValues: names.keys.map { ($0, counting($0)) })
  }

  /// The id that counts for one, through all that were found to be the same.
  private func counting(_ id: String) -> String {
    var id = id
    while let next = names[id] { id = next }
    return id
  }

  // MARK: - Things

  private mutating func mergeThings() {
    model.sources = merged(\.sources, [])
    model.parties = merged(\.parties, MergeField.party)
    model.contracts = merged(\.contracts, MergeField.contract)
    model.contacts = merged(\.contacts, MergeField.contact)
    model.commonCauses = merged(\.commonCauses, [])
    model.escalation = merged(\.escalation, [])
    model.plans = merged(\.plans, [])
    model.measures = merged(\.measures, [])
    model.crews = merged(\.crews, [])
    model.restoreClasses = merged(\.restoreClasses, [])
    for part in parts {
      for each in part.model.observations.map({ $0.renamed(names) })
      where !model.observations.contains(where: { $0.withoutPlace == each.withoutPlace }) {
        model.observations.append(each)
      }
      for each in part.model.expectations.map({ $0.renamed(names) })
      where !model.expectations.contains(where: { $0.withoutPlace == each.withoutPlace }) {
        model.expectations.append(each)
      }
    }
  }

  /// The things of one section, each once, in the order in which they come first.
  private mutating func merged<Thing: MergeableThing>(
    _ section: KeyPath<Model, [Thing]>, _ fields: [MergeField<Thing>]
  ) -> [Thing] {
    var things: [Thing] = []
    var places: [String: Int] = [:]
    var origins: [Int] = []
    for (number, part) in parts.enumerated() {
      for thing in part.model[keyPath: section].map({ $0.renamed(names) }) {
        guard let known = places[thing.id] else {
          places[thing.id] = things.count
          things.append(thing)
          origins.append(number)
          continue
        }
        guard things[known].withoutPlace != thing.withoutPlace else { continue }
        merge(thing, of: number, into: &things[known], of: origins[known], fields)
      }
    }
    return things
  }

  /// Fills what one statement leaves open from another, and tells where they differ.
  private mutating func merge<Thing: MergeableThing>(
    _ other: Thing, of part: Int, into thing: inout Thing, of origin: Int,
    _ fields: [MergeField<Thing>]
  ) {
    guard !fields.isEmpty else {
      findings.append(
        contradiction(thing.id, nil, (origin, "", thing.place), (part, "", other.place)))
      return
    }
    for field in fields {
      guard let values = field.merge(&thing, other) else { continue }
      findings.append(
        contradiction(
          thing.id, field.key, (origin, values.kept, thing.place), (part, values.left, other.place))
      )
    }
  }

  private func contradiction(
    _ id: String, _ key: String?, _ kept: (part: Int, value: String, place: SourcePlace?),
    _ left: (part: Int, value: String, place: SourcePlace?)
  ) -> MergeFinding {
    MergeFinding(
      .contradiction, of: id, key: key,
      [kept, left].map { .init(file: parts[$0.part].file, value: $0.value, place: $0.place) })
  }

  // MARK: - Components

  /// What the models say of one component.
  private struct Declared {
    var statements: [(part: Int, component: Component)] = []
  }

  private mutating func mergeComponents() {
    var order: [String] = []
    var declared: [String: Declared] = [:]
    for (number, part) in parts.enumerated() {
      for component in part.model.components {
        let own = component.renamed(names)
        if declared[own.id] == nil { order.append(own.id) }
        declared[own.id, default: Declared()].statements.append((number, own))
      }
    }
    kindsStated = parts.map { part in Set(part.statedKinds.map { names[$0] ?? $0 }) }
    for id in order {
      guard let statements = declared[id]?.statements else { continue }
      model.components.append(merged(statements))
      findEachThinksOther(statements)
    }
    requirers = model.components.reduce(into: [:]) { result, component in
      for target in component.neededIDs { result[target, default: []].append(component.id) }
    }
    self.declared = declared.mapValues { $0.statements.map { ($0.part, $0.component.isStub) } }
  }

  /// The components of which each model writes the kind, by the ids that count.
  private var kindsStated: [Set<String>] = []
  /// Who requires each component, in the order of the model.
  private var requirers: [String: [String]] = [:]
  /// Which models declare each component, and whether they only name it.
  private var declared: [String: [(part: Int, isStub: Bool)]] = [:]

  private mutating func merged(_ statements: [(part: Int, component: Component)]) -> Component {
    // The owner's word first, then that of who describes it, then the order of the models.
    let ranked = statements.enumerated().sorted { left, right in
      let ranks = [left, right].map { rank($0.element.component, of: $0.element.part) }
      return (ranks[0], left.offset) < (ranks[1], right.offset)
    }.map(\.element)
    var component = ranked[0].component
    var statesKind = self.statesKind(of: component, in: ranked[0].part)
    for (part, other) in ranked.dropFirst() where component.withoutPlace != other.withoutPlace {
      // `service` is what a kind is where it is left out; where it is written it is said.
      let otherStatesKind = self.statesKind(of: other, in: part)
      let kinds = (kept: component.kind.rawValue, left: other.kind.rawValue)
      for field in MergeField.component {
        let differing: (kept: String, left: String)?
        if field.key == "kind", statesKind, otherStatesKind {
          differing = kinds.kept == kinds.left ? nil : kinds
        } else {
          differing = field.merge(&component, other)
        }
        guard let values = differing else { continue }
        findings.append(
          contradiction(
            component.id, field.key, (ranked[0].part, values.kept, component.place),
            (part, values.left, other.place)))
      }
      component.takeNeeds(of: other)
      statesKind = statesKind || otherStatesKind
    }
    return component
  }

  /// Whether a model says of what kind a component is.
  private func statesKind(of component: Component, in part: Int) -> Bool {
    component.kind != .service || kindsStated[part].contains(component.id)
  }

  private func rank(_ component: Component, of part: Int) -> Int {
    if component.isStub { return 2 }
    return component.owner != nil && component.owner == parts[part].party ? 0 : 1
  }

  private mutating func findEachThinksOther(_ statements: [(part: Int, component: Component)]) {
    let parties = Set(parts.compactMap(\.party))
    var named: [MergeFinding.Statement] = []
    for (part, component) in statements {
      guard let party = parts[part].party, let owner = component.owner, owner != party,
        parties.contains(owner)
      else { return }
      named.append(.init(file: parts[part].file, value: owner, place: component.place))
    }
    // All who name it look at others; that is harmless where one of those describes it.
    guard named.count > 1, Set(named.map(\.value)).count > 1 else { return }
    findings.append(
      MergeFinding(.eachThinksOther, of: statements[0].component.id, key: "owner", named))
  }

  /// Declares what is required and declared nowhere: something about which nothing is known.
  private mutating func declareMissing() {
    var known = Set(model.components.map(\.id))
    var externals: [String: String] = [:]
    for component in model.components {
      for external in component.external where externals[external.id] == nil {
        externals[external.id] = component.id
      }
    }
    // An id in another register is as good as the id itself.
    let byExternal = externals.filter { !known.contains($0.key) }
    model.components = model.components.map { $0.renamed(byExternal) }
    for component in model.components {
      for target in component.neededIDs where known.insert(target).inserted {
        let missing = Component(placeholder: target, in: model.language)
        model.components.append(missing)
        findings.append(
          MergeFinding(
            .unowned, of: target, naming(target, by: [component.id] + (requirers[target] ?? []))))
      }
    }
  }

  private func naming(_ target: String, by requirers: [String]) -> [MergeFinding.Statement] {
    var seen: Set<String> = []
    return requirers.filter { seen.insert($0).inserted }.prefix(5).flatMap { requirer in
      (declared[requirer] ?? []).filter { !$0.isStub }.prefix(1).map { entry in
        let component = parts[entry.part].model.components.first {
          (names[$0.id] ?? $0.id) == requirer
        }
        return .init(file: parts[entry.part].file, value: requirer, place: component?.place)
      }
    }
  }

  // MARK: - Findings

  /// Finds what is required and only named.
  private mutating func findUnowned() {
    let already = Set(findings.filter { $0.kind == .unowned }.map(\.id))
    for component in model.components where component.isStub && !already.contains(component.id) {
      guard component.kind.mustStateRequirements, requirers[component.id] != nil,
        declared[component.id]?.allSatisfy(\.isStub) == true
      else { continue }
      findings.append(
        MergeFinding(
          .unowned, of: component.id, naming(component.id, by: requirers[component.id] ?? [])))
    }
  }

  /// Finds needs across models that only one side knows of.
  private mutating func findOneSided() {
    for component in model.components {
      guard let own = declared[component.id]?.first(where: { !$0.isStub })?.part else { continue }
      for target in Set(component.neededIDs).sorted() {
        let describing = declared[target]?.filter { !$0.isStub }.map(\.part) ?? []
        guard let other = describing.first, !describing.contains(own),
          declared[component.id]?.contains(where: { $0.part == other }) == false
        else { continue }
        findings.append(
          MergeFinding(
            .oneSided, of: target,
            [
              .init(file: parts[own].file, value: component.id, place: component.place),
              .init(file: parts[other].file, value: "", place: nil),
            ]))
      }
    }
  }

  private mutating func findDoubleContacts() {
    var first: [[String]: Contact] = [:]
    for contact in model.contacts {
      guard let name = contact.name?.text(in: model.language).lowercased() else { continue }
      let key = [name, contact.party ?? ""]
      guard let known = first[key] else {
        first[key] = contact
        continue
      }
      findings.append(
        MergeFinding(
          .doubleContact, of: known.id,
          [known, contact].map {
            .init(file: $0.place?.file ?? "", value: $0.id, place: $0.place)
          }))
    }
  }
}
