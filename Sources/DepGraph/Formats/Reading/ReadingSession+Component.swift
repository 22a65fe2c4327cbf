extension ReadingSession {
  /// A component.
  ///
  /// - Complexity: O(*n*) for *n* values written in it.
  func component(_ fields: Fields, id: String) -> Component {
    var component = Component(id: id)
    component.place = fields.place
    component.name = fields.text("name")
    component.kind = fields.oneOf("kind", ComponentKind.self) ?? .service
    if fields.has("kind") { statedKinds?.insert(id) }
    component.layer = fields.word("layer")
    component.owner = fields.reference("owner", to: .party)
    component.operator = fields.reference("operator", to: .party)
    component.productOf = fields.reference("product-of", to: .party)
    component.evidence = evidence(fields, within: defaults.evidence)
    readNeeds(of: &component, fields)
    component.dependability = dependability(fields)
    component.repair = fields.duration("repair")
    component.restart = fields.duration("restart")
    component.skills = fields.words("skills")
    component.forensic = forensic(fields)
    component.needed = fields.hours("needed") ?? .always
    component.continuity.recoveryTimeObjective = fields.duration("rto")
    component.continuity.workRecoveryTime = fields.duration("wrt")
    component.continuity.maximumTolerablePeriod = fields.duration("mtpd")
    component.continuity.recoveryPointObjective = fields.duration("rpo")
    component.restoreClass = fields.reference("restore-class", to: .restoreClass)
    component.sector = fields.reference("sector", to: .sector)
    component.regions = fields.words("region")
    component.users = fields.count("users")
    component.isCivil = fields.boolean("civil") ?? false
    component.impact = fields.entries("impact", as: .impact).compactMap { impact($0) }
    component.vital = fields.fields("vital", as: .vital).map { vital($0) }
    if let need = fields.fields("protection-need", as: .protectionNeed) {
      component.protectionNeed = protectionNeed(need)
    }
    component.neverFails = fields.isFlagged("fails", "never")
    component.startsManually = fields.boolean("manual-start") ?? false
    component.ends = ends(fields)
    component.network = fields.word("network") ?? "default"
    component.position = fields.fields("position", as: .position).flatMap { position($0) }
    component.marking = marking(of: fields, within: defaults.marking)
    component.external = external(fields)
    component.tags = fields.words("tags")
    component.checked = fields.date("checked")
    component.checkedBy = fields.word("by")
    component.note = fields.text("note")
    return component
  }

  /// What a component needs, wants, shares, and is said not to need.
  private func readNeeds(of component: inout Component, _ fields: Fields) {
    let evidence = component.evidence
    let formula = { (key: String) in
      fields.value(key).map { self.requirement($0, of: key, within: evidence) }
    }
    component.requires = formula("requires") ?? .nothing
    component.statesRequires = fields.has("requires")
    component.startsWith = formula("starts-with") ?? .nothing
    component.repairNeeds = formula("repair-needs") ?? .nothing
    component.degradesWithout = references(fields, "degrades-without", .softReference, evidence)
    component.independentOf = references(fields, "independent-of", .claim, evidence)
    component.shares = fields.value("shares").map { shares($0, within: evidence) } ?? []
  }

  private func references(
    _ fields: Fields, _ key: String, _ section: SectionName, _ evidence: Evidence
  ) -> [Reference] {
    guard let value = fields.value(key) else { return [] }
    return list(value, of: key).compactMap { reference($0, as: section, within: evidence) }
  }

  /// Words that begin selectors, and so are no keys of `shares`.
  static let selectorWords = [
    "kind", "tag", "supplier", "contract", "party", "operator", "network",
  ]

  /// What a component shares with others.
  ///
  /// - Complexity: O(*n*) for *n* values.
  func shares(_ value: YAMLValue, within outer: Evidence) -> [SharedValue] {
    guard let pairs = value.mapping else {
      report(.wrongType, "`shares` wants a mapping, not \(value.description)", at: value.place)
      return []
    }
    return pairs.compactMap { pair in
      if Self.selectorWords.contains(pair.key) {
        report(
          .badValue, "`\(pair.key)` begins a selector and cannot be a key of `shares`",
          at: pair.place)
        return nil
      }
      guard IdentifierSyntax.isIdentifier(pair.key) else {
        reportBadID(pair.key, at: pair.place)
        return nil
      }
      return shared(pair, within: outer)
    }
  }

  private func shared(_ pair: YAMLValue.Pair, within outer: Evidence) -> SharedValue? {
    var evidence = outer
    var written: YAMLValue? = pair.value
    var note: LocalizedText?
    var own: Marking?
    if pair.value.mapping != nil {
      guard let fields = Fields(pair.value, as: .sharedValue, in: self) else { return nil }
      evidence = self.evidence(fields, within: outer)
      written = fields.value("value")
      note = fields.text("note")
      own = marking(of: fields)
    }
    guard let written, let text = word(written, of: pair.key) else { return nil }
    var shared = SharedValue(key: pair.key, value: nil, evidence: evidence, place: pair.place)
    shared.note = note
    shared.marking = own
    if text == "unknown" { return shared }
    shared.value = index?.component(text) ?? text
    if let value = shared.value, !IdentifierSyntax.isIdentifier(value) {
      reportBadID(value, at: written.place)
    }
    return shared
  }

  func reportBadID(_ text: String, at place: SourcePlace) {
    report(
      .badID, "`\(text)` is no id", at: place,
      hint: "an id is small letters, digits, `.`, `_` and `-`, and begins with a letter or digit")
  }

  /// Availability or the times between failures and to repair.
  func dependability(_ fields: Fields) -> Dependability {
    var dependability = Dependability()
    dependability.availability = fields.ratio("availability")
    dependability.meanTimeBetweenFailures = fields.duration("mtbf")
    dependability.meanTimeToRepair = fields.duration("mttr")
    return dependability
  }

  /// Whether evidence must be secured first, or how long that takes.
  private func forensic(_ fields: Fields) -> Stated<TimeSpan>? {
    guard let value = fields.value("forensic") else { return nil }
    if value.scalar.map({ TimeSpan(text: $0) != nil }) == true {
      return duration(value, of: "forensic").map { .known($0) }
    }
    return boolean(value, of: "forensic") == true ? .unknown : nil
  }

  private func impact(_ fields: Fields) -> Impact? {
    let after = fields.duration("after")
    var impact = Impact(after: after ?? .zero)
    impact.people = fields.count("people")
    impact.casualties = fields.count("casualties")
    if let value = fields.value("economic") {
      impact.economic =
        value.isUnknown ? .unknown : money(value, of: "economic").map { .known($0) }
    }
    return after == nil ? nil : impact
  }

  private func vital(_ fields: Fields) -> VitalStanding {
    var vital = VitalStanding()
    vital.process = fields.text("process")
    vital.status = fields.oneOf("status", VitalStanding.Status.self) ?? .unknown
    if let decision = fields.fields("decision", as: .decision) {
      vital.decision = VitalStanding.Decision(
        date: decision.date("date"), reason: decision.text("reason"),
        sources: decision.references("source", to: .source))
    }
    return vital
  }

  private func protectionNeed(_ fields: Fields) -> ProtectionNeed {
    var need = ProtectionNeed()
    for goal in ProtectionGoal.allCases {
      guard let value = fields.value(goal.rawValue) else { continue }
      let level =
        value.isUnknown
        ? .unknown
        : oneOf(value, ProtectionLevel.allCases.map(\.rawValue), of: goal.rawValue)
          .flatMap(ProtectionLevel.init).map(Stated.known)
      need[goal] = level
    }
    return need
  }

  private func ends(_ fields: Fields) -> [String] {
    guard let value = fields.value("ends") else { return [] }
    return list(value, of: "ends").compactMap { reference($0, to: .component, of: "ends") }
  }

  private func external(_ fields: Fields) -> [ExternalID] {
    guard let value = fields.value("external") else { return [] }
    guard let pairs = value.mapping else {
      report(.wrongType, "`external` wants a mapping, not \(value.description)", at: value.place)
      return []
    }
    return pairs.flatMap { pair in
      members(pair.value).compactMap { word($0, of: pair.key) }.map {
        ExternalID(register: pair.key, id: $0)
      }
    }
  }

  /// A place on earth.
  func position(_ fields: Fields) -> Position? {
    let latitude = fields.value("lat").flatMap { number($0, from: -90, to: 90, of: "lat") }
    let longitude = fields.value("lon").flatMap { number($0, from: -180, to: 180, of: "lon") }
    guard let latitude, let longitude else { return nil }
    return Position(latitude: latitude, longitude: longitude)
  }

  /// What is said of a common cause.
  func commonCause(_ fields: Fields, id: String) -> CommonCause {
    var cause = CommonCause(id: id)
    cause.place = fields.place
    cause.name = fields.text("name")
    cause.dependability = dependability(fields)
    cause.group = betaFactorGroup(fields, id: id)
    cause.productOf = fields.reference("product-of", to: .party)
    cause.evidence = evidence(fields, within: defaults.evidence)
    cause.note = fields.text("note")
    cause.marking = marking(of: fields, within: defaults.marking)
    return cause
  }

  /// The components that fail together by a common cause; nil where none are named.
  private func betaFactorGroup(_ fields: Fields, id: String) -> BetaFactorGroup? {
    let keys = ["model", "value", "members"]
    let factor = fields.value("value").flatMap { share($0, of: "value") }
    let members = fields.references("members", to: .component)
    guard keys.contains(where: fields.has) else { return nil }
    for key in keys where !fields.has(key) {
      report(
        .missingKey, "`\(id)` names components that fail together, but has no `\(key)`",
        at: fields.place, hint: "it wants `model: beta`, `value: 5%` and `members: […]`")
    }
    // A group with a member that is not known was reported, and is not judged further.
    guard fields.isFlagged("model", "beta"), let factor,
      let written = fields.value("members"), self.members(written).count == members.count
    else { return nil }
    return BetaFactorGroup(factor: factor, members: members)
  }
}
