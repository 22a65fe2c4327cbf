/// Collects what a partner is told.
struct PartnerAnswerMaker {
  /// What can be left out.
  enum Kind: Hashable { case component, need, user, agreement, contact, party, channel }

  private(set) var own: [PartnerAnswers.Own] = []
  private(set) var needs: [PartnerAnswers.Link] = []
  private(set) var users: [PartnerAnswers.Link] = []
  private(set) var impacts: [PartnerAnswers.Impact] = []
  private(set) var contacts: [PartnerAnswers.Person] = []
  private(set) var agreements: [PartnerAnswers.Agreement] = []
  /// The kinds of things of which something was left out.
  private(set) var leftOut: Set<Kind> = []
  /// The highest level of what is shown.
  private(set) var level: ClassificationLevel?
  /// The highest colour of what is shown.
  private(set) var light: TrafficLight?

  private let partner: SharingPartner
  private let compiled: CompiledModel
  private let pseudonyms: Pseudonyms
  private let disclosure: Disclosure
  /// The partner's components that are shown, in the order of `own`.
  private var vertices: [VertexID] = []
  private var place: [VertexID: Int] = [:]
  /// The other sides of the partner's agreements, and who runs what it needs.
  private var counterparts: Set<String> = []
  private var model: Model { compiled.model }

  init(_ partner: SharingPartner, _ compiled: CompiledModel, _ pseudonyms: Pseudonyms) {
    self.partner = partner
    self.compiled = compiled
    self.pseudonyms = pseudonyms
    disclosure = Disclosure(to: partner, in: compiled.model)
  }

  // MARK: - Names

  /// How a fact is shown, noting its marking where it is.
  mutating func take(_ marking: Marking?, isOwn: Bool) -> Disclosure.Grade {
    let grade = disclosure.grade(marking, isOwn: isOwn)
    guard grade == .named else { return grade }
    let whole = (marking ?? Marking()).inherited(from: model.marking)
    if let other = whole.level { level = max(level ?? other, other) }
    if let other = whole.light { light = max(light ?? other, other) }
    return grade
  }

  /// The name of a party.
  mutating func name(of party: String) -> PartnerAnswers.Name {
    let found = model.parties.first { $0.id == party }
    let grade = take(found?.marking, isOwn: disclosure.own.contains(party))
    return .init(text: grade == .named ? found?.name : nil, pseudonym: pseudonyms[party])
  }

  /// The name of an element; nil: it is left out.
  private func name(
    of vertex: VertexID, _ grade: Disclosure.Grade
  ) -> PartnerAnswers.Name? {
    guard grade != .omitted else { return nil }
    let text = compiled.component(vertex)?.name ?? compiled.commonCause(vertex)?.name
    return .init(
      text: grade == .named ? text : nil, pseudonym: pseudonyms[compiled.table.id(of: vertex)])
  }

  private func isOwn(_ vertex: VertexID) -> Bool {
    compiled.component(vertex).map(disclosure.isOwn) ?? false
  }

  private func marking(of vertex: VertexID) -> Marking? {
    compiled.component(vertex)?.marking ?? compiled.commonCause(vertex)?.marking
  }

  // MARK: - The partner's own

  /// - Complexity: O(*n*) for *n* components.
  mutating func findOwn() {
    for vertex in compiled.componentVertices {
      guard let component = compiled.component(vertex), disclosure.isOwn(component) else {
        continue
      }
      guard let name = name(of: vertex, take(component.marking, isOwn: true)) else {
        leftOut.insert(.component)
        continue
      }
      place[vertex] = own.count
      vertices.append(vertex)
      own.append(
        .init(
          name: name, kind: component.kind, needsAreKnown: !component.hasUnknownRequirement))
    }
  }

  // MARK: - The neighbours

  /// - Complexity: O(*d* log *d*) for *d* needs of and for the partner's components.
  mutating func findLinks() {
    for (index, vertex) in vertices.enumerated() {
      let needed = compiled.dependencies.of(vertex)
      for need in needed {
        if let link = link(index, to: need.target, need, .need) { needs.append(link) }
      }
      let direct = compiled.dependencies.on(vertex)
      for need in direct where !isOwn(need.dependent) {
        if let link = link(index, to: need.dependent, need, .user) { users.append(link) }
      }
      // Who needs a way over a network that it is a part of needs it as well.
      let named = Set(direct.map(\.dependent))
      for user in compiled.dependencies.users(of: vertex)
      where !named.contains(user) && !isOwn(user) {
        let need = Dependency(
          dependent: user, target: vertex, strength: .path, evidence: Evidence(.internal))
        if let link = link(index, to: user, need, .user) { users.append(link) }
      }
    }
    needs = sorted(needs)
    users = sorted(users)
  }

  /// A need, with the other side as it may be seen; nil: it is left out.
  private mutating func link(
    _ index: Int, to other: VertexID, _ need: Dependency, _ kind: Kind
  ) -> PartnerAnswers.Link? {
    let isOwn = isOwn(other)
    let stated = writtenMarkings(of: need).map { disclosure.grade($0, isOwn: true) }
    guard stated.allSatisfy({ $0 != .omitted }),
      let name = name(of: other, take(marking(of: other), isOwn: isOwn))
    else {
      leftOut.insert(kind)
      return nil
    }
    if kind == .need, name.text != nil, let component = compiled.component(other) {
      counterparts.formUnion([component.owner, component.operator].compactMap(\.self))
    }
    return .init(
      own: index, other: name, isOwn: isOwn, strength: need.strength,
      isUncertain: need.evidence.basis.isUncertain)
  }

  /// The markings that are written with a need itself.
  private func writtenMarkings(of need: Dependency) -> [Marking] {
    guard let component = compiled.component(need.dependent) else { return [] }
    let target = compiled.table.id(of: need.target)
    let references = component.requires.references + component.degradesWithout
    let paths = component.requires.paths.filter { path in
      need.strength == .path && (path.targets.contains(target) || path.from == target)
    }
    let shares = component.shares.filter { shared in
      shared.value.map { $0 == target || "\(shared.key):\($0)" == target } ?? false
    }
    return references.filter { $0.target == target }.compactMap(\.marking)
      + paths.compactMap(\.marking) + shares.compactMap(\.marking)
  }

  /// Links by what they show, so that the order tells nothing; each once.
  private func sorted(_ links: [PartnerAnswers.Link]) -> [PartnerAnswers.Link] {
    let keyed = Set(links).map { link in
      (
        key: [
          link.other.text == nil ? "1" : "0", link.other.shown(in: model.language),
          link.other.pseudonym, link.strength.rawValue, link.isUncertain ? "1" : "0",
        ], link: link
      )
    }
    return keyed.sorted {
      ($0.link.own, $0.key.joined(separator: "\n")) < ($1.link.own, $1.key.joined(separator: "\n"))
    }.map(\.link)
  }

  // MARK: - Agreements and contacts

  /// - Complexity: O(*c*·*s*·*n*) for *c* agreements with *s* selectors over *n* elements.
  mutating func findAgreements() {
    for contract in model.contracts {
      let isProvider = contract.provider.map(disclosure.own.contains) ?? false
      let isCustomer = contract.customer.map(disclosure.own.contains) ?? false
      guard isProvider || isCustomer else { continue }
      guard take(contract.marking, isOwn: true) == .named else {
        leftOut.insert(.agreement)
        continue
      }
      let other = isProvider ? contract.customer : contract.provider
      var covers: [Int] = []
      if case .selectors(let selectors) = contract.covers,
        let seeds = try? compiled.seeds(selectors)
      {
        covers = seeds.vertices.compactMap { place[$0] }.sorted()
      }
      if let other { counterparts.insert(other) }
      agreements.append(
        .init(
          name: .init(text: contract.name, pseudonym: pseudonyms[contract.id]),
          kind: contract.kind, isProvider: isProvider, other: other.map { name(of: $0) },
          covers: covers, availability: contract.availability,
          promises: contract.targets.map { target in
            .init(
              priority: target.priority, respondWithin: target.respondWithin,
              restoreWithin: target.restoreWithin, nature: target.nature)
          },
          until: contract.validUntil))
    }
  }

  /// The partner's own people, those of the other sides of its agreements, and those of who runs
  /// what it needs and may be named.
  ///
  /// - Complexity: O(*c*·*r*) for *c* contacts with *r* channels.
  mutating func findContacts() {
    for contact in model.contacts {
      guard let party = contact.party else { continue }
      let isOwn = disclosure.own.contains(party)
      guard isOwn || counterparts.contains(party) else { continue }
      guard take(contact.marking, isOwn: isOwn) == .named else {
        leftOut.insert(.contact)
        continue
      }
      var channels: [PartnerAnswers.Name] = []
      for channel in contact.reach {
        guard let vertex = compiled.vertex(of: channel) else { continue }
        let grade = take(marking(of: vertex), isOwn: self.isOwn(vertex))
        if let name = name(of: vertex, grade) {
          channels.append(name)
        } else {
          leftOut.insert(.channel)
        }
      }
      contacts.append(
        .init(
          name: .init(text: contact.name, pseudonym: pseudonyms[contact.id]),
          party: name(of: party), channels: channels, hours: contact.hours))
    }
  }

  // MARK: - Agreed failures

  /// - Complexity: That of a blast radius.
  mutating func add(_ scenario: SharingPartner.Scenario) throws(InvalidInput) {
    let blast = BlastRadius(
      .init(try compiled.seeds(scenario.fail), after: scenario.after), in: compiled)
    var states: [VertexID: PartnerAnswers.State] = [:]
    for vertex in blast.failed {
      states[vertex] = state(vertex, .down, .certain, after: 0, mayBeWorse: false)
    }
    let lists = [
      (Grade.down, blast.down), (.degraded, blast.degraded),
      (.reducedRedundancy, blast.reducedRedundancy),
    ]
    for (grade, hits) in lists {
      for hit in hits {
        states[hit.vertex] = state(
          hit.vertex, grade, hit.verdict, after: hit.after, mayBeWorse: !hit.couldBeDown.isEmpty)
      }
    }
    for untold in blast.cannotTell {
      states[untold.vertex] = state(
        untold.vertex, .cannotTell, .possible, after: nil, mayBeWorse: false)
    }
    impacts.append(
      .init(
        id: scenario.id, name: scenario.name, after: scenario.after,
        states: vertices.compactMap { vertex in
          states[vertex] ?? state(vertex, .notAffected, .certain, after: nil, mayBeWorse: false)
        }))
  }

  private func state(
    _ vertex: VertexID, _ grade: Grade, _ verdict: Verdict, after: Double?, mayBeWorse: Bool
  ) -> PartnerAnswers.State? {
    place[vertex].map {
      .init(own: $0, grade: grade, verdict: verdict, after: after, mayBeWorse: mayBeWorse)
    }
  }
}
