extension ReadingSession {
  /// Gathers what the files declare.
  ///
  /// - Complexity: O(*n*) for *n* declared things and their keys.
  func gather(_ files: [ModelFiles.File]) {
    for file in files {
      for pair in file.value.mapping ?? [] {
        guard let referent = declaringKeys[pair.key] else { continue }
        for entry in pair.value.list ?? [] { declare(entry, as: referent) }
      }
    }
    // Only when every id is known can an external one be told to mean something else.
    for file in files {
      for entry in file.value["components"]?.list ?? [] { declareExternals(of: entry) }
    }
  }

  private func declare(_ entry: YAMLValue, as referent: Referent) {
    guard entry.mapping != nil else { return }
    guard let value = entry["id"], !value.isNull else {
      report(.missingKey, "\(referent.withArticle) needs an `id`", at: entry.place)
      return
    }
    guard let id = word(value, of: "id") else { return }
    declare(id, as: referent, at: value.place)
  }

  /// Declares an id, or reports why it cannot be one.
  func declare(_ id: String, as referent: Referent, at place: SourcePlace) {
    if referent == .commonCause {
      if !IdentifierSyntax.isCommonCause(id) {
        report(
          .badID, "`\(id)` is no common cause", at: place,
          hint: "write `key:value`, as under `shares`")
      }
    } else if id == "unknown" {
      report(.badID, "`unknown` is a word of the format and no id", at: place)
    } else if !IdentifierSyntax.isIdentifier(id) {
      reportBadID(id, at: place)
    }
    guard let first = index?.add(id, as: referent, at: place) else { return }
    let already = first.place.map { " in \($0.file) line \($0.line)" } ?? ""
    diagnostics.append(
      Diagnostic(
        .duplicateID, "`\(id)` is \(first.referent.withArticle) already\(already)", at: place,
        id: id))
  }

  private func declareExternals(of entry: YAMLValue) {
    guard let id = entry["id"]?.scalar else { return }
    for pair in entry["external"]?.mapping ?? [] {
      for value in members(pair.value) {
        guard let external = value.scalar, !value.isNull else { continue }
        declareExternal(external, of: id, at: value.place)
      }
    }
  }

  /// Declares an id in another register, or reports whose it is already.
  func declareExternal(_ external: String, of id: String, at place: SourcePlace) {
    guard let other = index?.addExternal(external, of: id) else { return }
    diagnostics.append(
      Diagnostic(
        .duplicateID, "the external id `\(external)` is that of `\(other)` already", at: place,
        id: id))
  }
}

// MARK: - Files

extension ReadingSession {
  /// Reads the files into a model.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - declareOthers: Declares what the model has beside what stands in the files.
  /// - Returns: The model.
  /// - Complexity: O(*n*) for *n* values.
  func model(_ files: [ModelFiles.File], besides declareOthers: () -> Void = {}) -> Model {
    var model = Model()
    // A later version means other things by its keys: to list them as mistakes would mislead.
    if let version = files.first?.value["depgraph"], !Self.isVersion1(version), !version.isNull {
      report(
        .wrongVersion, "this program reads `depgraph: 1`, not \(version.description)",
        at: version.place)
      return model
    }
    gather(files)
    declareOthers()
    for (position, file) in files.enumerated() {
      let isRoot = position == 0
      guard let fields = Fields(file.value, as: .model, in: self) else { continue }
      // An included file may leave out the version: it is no model of its own.
      if isRoot || fields.has("depgraph") { checkVersion(fields, "depgraph") }
      readDefaults(fields, isRoot: isRoot, root: model)
      readHead(fields, isRoot: isRoot, into: &model)
      readDeclarations(fields, into: &model)
      readRest(fields, into: &model)
    }
    return model
  }

  /// Checks the version of the format.
  func checkVersion(_ fields: Fields, _ key: String) {
    guard let value = fields.value(key) else {
      if !fields.has(key) {
        report(
          .wrongVersion, "the file does not say its format", at: fields.place,
          hint: "begin it with `\(key): 1`")
      }
      return
    }
    guard !Self.isVersion1(value) else { return }
    report(
      .wrongVersion, "this program reads `\(key): 1`, not \(value.description)", at: value.place)
  }

  /// Whether a value is the version that this program reads.
  static func isVersion1(_ value: YAMLValue) -> Bool { value.scalar == "1" }

  /// What a file says once for all facts in it; an included file takes language and zone over from
  /// the root, but not basis and source, which say how *its* facts are known.
  private func readDefaults(_ fields: Fields, isRoot: Bool, root: Model) {
    let rootDefaults = defaults
    defaults = FileDefaults()
    if !isRoot {
      defaults.language = root.language
      defaults.zone = rootDefaults.zone
    }
    if let language = fields.oneOf("language", Language.self) { defaults.language = language }
    if let value = fields.value("zone"), let zone = zone(value) { defaults.zone = zone.name }
    defaults.evidence = evidence(fields, within: Evidence(.internal))
    if !isRoot { defaults.marking = fields.fields("marking", as: .marking).map { marking($0) } }
  }

  /// What the model says of itself; in an included file that has no meaning.
  private func readHead(_ fields: Fields, isRoot: Bool, into model: inout Model) {
    if let markings = fields.fields("markings", as: .markings) {
      readMarkings(markings, into: &model)
    }
    guard isRoot else {
      for key in ["name", "as-of", "sectors", "briefing"] where fields.has(key) {
        report(
          .rootOnly, "`\(key)` counts in the root file of a model only", at: fields.place(of: key))
      }
      return
    }
    model.language = defaults.language
    model.basis = defaults.evidence.basis
    model.name = fields.text("name")
    model.asOf = fields.date("as-of")
    model.note = fields.text("note")
    if let marking = fields.fields("marking", as: .marking) {
      model.marking = self.marking(marking)
    }
    _ = fields.word("sectors")
    if let plan = fields.fields("briefing", as: .briefing) { model.briefing = briefing(plan) }
    if let includes = fields.value("include") {
      for include in list(includes, of: "include") { _ = word(include, of: "include") }
    }
  }

  /// What a briefing is held against.
  private func briefing(_ fields: Fields) -> BriefingPlan {
    var plan = BriefingPlan()
    plan.failure = fields.seeds("failure")
    plan.criteria = fields.words("criteria")
    plan.scenarios = fields.words("scenarios")
    plan.framework = fields.word("framework")
    plan.clocks = fields.words("clocks")
    plan.decision = fields.text("decision")
    return plan
  }

  private func readDeclarations(_ fields: Fields, into model: inout Model) {
    read(fields, "sources", .source, into: &model.sources, source)
    read(fields, "parties", .party, into: &model.parties, party)
    read(fields, "contracts", .contract, into: &model.contracts, contract)
    read(fields, "components", .component, into: &model.components, component)
    read(fields, "common-causes", .commonCause, into: &model.commonCauses, commonCause)
    read(fields, "contacts", .contact, into: &model.contacts, contact)
    read(fields, "escalation", .escalationLevel, into: &model.escalation, escalationLevel)
    read(fields, "plans", .plan, into: &model.plans, plan)
    read(fields, "measures", .measure, into: &model.measures, measure)
    read(fields, "crews", .crew, into: &model.crews, crew)
    read(fields, "restore-classes", .restoreClass, into: &model.restoreClasses, restoreClass)
  }

  private func read<Item>(
    _ fields: Fields, _ key: String, _ section: SectionName, into items: inout [Item],
    _ reader: (Fields, String) -> Item
  ) {
    guard let value = fields.value(key) else { return }
    for entry in list(value, of: key) {
      let id = entry["id"]?.scalar
      about(id) {
        guard let entry = Fields(entry, as: section, in: self) else { return }
        _ = entry.value("id")
        let item = reader(entry, id ?? "")
        // One without an id was reported; its other mistakes are found all the same.
        if id != nil { items.append(item) }
      }
    }
  }

  private func readRest(_ fields: Fields, into model: inout Model) {
    for entry in fields.entries("observations", as: .observation) {
      if let observation = observation(entry) { model.observations.append(observation) }
    }
    for entry in fields.entries("expect", as: .expectation) {
      model.expectations.append(expectation(entry))
    }
  }
}
