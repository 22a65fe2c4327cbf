extension SupplierReview {
  /// The result of `suppliers` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model that was asked about.
  ///   - language: The language.
  /// - Returns: The widest supplier in a sentence, all of them in a table, what each bears on, what
  ///   is not known, and the redundancy that rests on one supplier.
  /// - Complexity: O(*n* log *n*) for *n* ids.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    reporter(in: compiled, language: language).report
  }

  /// The same without the sentence and without where it comes from: a part of a longer report.
  ///
  /// - Parameters:
  ///   - compiled: The model that was asked about.
  ///   - language: The language.
  /// - Returns: The blocks, the first of them a heading.
  /// - Complexity: O(*n* log *n*) for *n* ids.
  public func blocks(in compiled: CompiledModel, language: Language) -> [Report.Block] {
    let reporter = reporter(in: compiled, language: language)
    return [.heading(reporter.phrases.suppliersTitle), .paragraph(reporter.sentence)]
      + reporter.blocks
  }

  private func reporter(in compiled: CompiledModel, language: Language) -> SupplierReporter {
    SupplierReporter(
      review: self, compiled: compiled,
      names: DisplayNames(compiled: compiled, language: language), phrases: Phrases(language))
  }
}

private struct SupplierReporter {
  let review: SupplierReview
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases

  private var suppliers: [Supplier] { review.concentration.suppliers }
  private var users: CriticalUsers { review.concentration.users }

  var report: Report {
    let decisive = Set(users.vertices + suppliers.flatMap { $0.products + $0.covered })
    return Report(
      title: phrases.suppliersTitle, keySentence: sentence,
      blocks: blocks
        + Provenance(names: names, phrases: phrases).blocks(decisive: decisive.sorted()),
      data: data)
  }

  var sentence: String {
    guard !suppliers.isEmpty else { return phrases.noSuppliers }
    let outside = suppliers.filter { !$0.isOwnOrganisation }
    let widest = outside.filter { !$0.reach.isEmpty }
      .min { ($1.reach.count, $1.spofFor.count) < ($0.reach.count, $0.spofFor.count) }
    return phrases.suppliersSentence(
      widest: widest.map { names.party($0.party) }, certain: widest?.certainReach.count ?? 0,
      possible: widest?.reach.count ?? 0, single: widest?.spofFor.count ?? 0,
      users: users.vertices.count,
      users.isDeclared ? Phrases.criticalUser : Phrases.user)
      + phrases.suppliersUnknown(outside.count { !$0.extentIsKnown }, of: outside.count)
  }

  var blocks: [Report.Block] {
    guard !suppliers.isEmpty else { return [] }
    var notes: [Report.Block] = [.note(phrases.suppliersNote)]
    if suppliers.contains(where: { !$0.throughContractors.isEmpty }) {
      notes.append(.note(phrases.subcontractorNote))
    }
    notes.append(.note(phrases.contractsInForce(on: review.concentration.day)))
    if !users.isDeclared, !users.vertices.isEmpty {
      notes.append(.note(phrases.allUsersAreCritical))
    }
    return [.table(table)] + notes + tierBlocks + detailBlocks + gapBlocks + redundancyBlocks
  }

  // MARK: - Tables

  private var table: Report.Table {
    Report.Table(
      names: [
        phrases.supplierTitle, phrases.tierTitle, phrases.reachTitle, phrases.singleTitle,
        phrases.substitutionTitle,
      ],
      rows: suppliers.map { supplier in
        [
          name(of: supplier),
          phrases.tier(supplier.tier, via: supplier.chains.compactMap(\.last).map(names.party)),
          phrases.supplierShare(
            certain: supplier.certainReach.count, possible: supplier.reach.count,
            of: users.vertices.count, supplier),
          phrases.supplierShare(
            certain: supplier.certainSpofFor.count, possible: supplier.spofFor.count,
            of: users.vertices.count, supplier),
          phrases.word(supplier.substitution),
        ]
      })
  }

  private func name(of supplier: Supplier) -> String {
    names.party(supplier.party)
      + (supplier.isOwnOrganisation ? " (\(phrases.ownOrganisation))" : "")
  }

  private var tierBlocks: [Report.Block] {
    let tiers = review.concentration.tiers
    guard tiers.count > 1 else { return [] }
    let count = { (certain: [VertexID], some: [VertexID], isKnown: Bool) in
      phrases.tierShare(
        certain: certain.count, possible: some.count, of: users.vertices.count, isKnown: isKnown)
    }
    return [
      .heading(phrases.tiersHeading),
      .table(
        Report.Table(
          names: [
            phrases.tierTitle, phrases.supplierCountTitle, phrases.reachTitle, phrases.singleTitle,
          ],
          rows: tiers.map { tier in
            [
              phrases.number(tier.number), phrases.number(tier.supplierCount),
              count(tier.certainReach, tier.reach, tier.extentIsKnown),
              count(tier.certainSpofFor, tier.spofFor, tier.extentIsKnown),
            ]
          })),
    ]
  }

  // MARK: - Details

  private var detailBlocks: [Report.Block] {
    let items = suppliers.filter(\.deliversSomethingKnown).map { supplier in
      Report.Item("\(name(of: supplier)) (\(supplier.party))", details(of: supplier))
    }
    return items.isEmpty ? [] : [.heading(phrases.supplierDetailsHeading), .list(items)]
  }

  private func details(of supplier: Supplier) -> [Report.Item] {
    guard !supplier.products.isEmpty || !supplier.covered.isEmpty else {
      let contractors = supplier.gaps.compactMap { gap in
        if case .work(let contractor) = gap { names.party(contractor) } else { nil }
      }
      return [Report.Item(phrases.onlyThrough(contractors))]
    }
    return Supplier.Replacement.allCases.filter { $0 != .unknown }
      .flatMap { dependants($0, on: supplier) } + untold(about: supplier)
  }

  private func dependants(
    _ replacement: Supplier.Replacement, on supplier: Supplier
  ) -> [Report.Item] {
    let found = supplier.dependants.filter { $0.replacement == replacement }
    guard !found.isEmpty else { return [] }
    let texts = found.map { dependant -> String in
      let isCertain =
        replacement == .none
        ? dependant.points.contains { $0.verdict == .certain } : dependant.fall != .possible
      let name = names.name(dependant.user)
      let sure = isCertain ? name : phrases.possibly(name)
      guard replacement == .none else { return sure }
      return sure + phrases.by(shortened(dependant.points.map { names.name($0.vertex) }))
    }
    let introduction = phrases.dependants(replacement)
    if replacement == .none {
      return [Report.Item(String(introduction.dropLast()), texts.map { Report.Item($0) })]
    }
    return [Report.Item(introduction, naming: texts, phrases)]
  }

  /// The first few names, and how many more there are; all are in the results for machines.
  private func shortened(_ names: [String]) -> [String] {
    let most = 4
    guard names.count > most + 1 else { return names }
    return names.prefix(most) + [phrases.others(names.count - most)]
  }

  private func untold(about supplier: Supplier) -> [Report.Item] {
    guard !supplier.cannotTell.isEmpty else { return [] }
    return [
      Report.Item(
        phrases.cannotTellOf(supplier.cannotTell.count),
        naming: supplier.cannotTell.map(names.name), phrases)
    ]
  }

  private var gapBlocks: [Report.Block] {
    let outside = suppliers.filter { !$0.isOwnOrganisation }
    var items = suppliers.compactMap { supplier -> Report.Item? in
      let list = outside.contains(supplier) ? phrases.word(supplier.subcontractors) : nil
      let gaps = supplier.gaps.map { phrases.gap($0, names) } + [list].compactMap(\.self)
      return gaps.isEmpty
        ? nil : Report.Item("\(names.party(supplier.party)): \(phrases.list(gaps)).")
    }
    let silent = outside.filter { $0.subcontractors == .notStated }
    if !silent.isEmpty {
      items.append(
        Report.Item(
          phrases.subcontractorsNotStated, naming: silent.map { names.party($0.party) }, phrases))
    }
    return items.isEmpty ? [] : [.heading(phrases.supplierGapsHeading), .list(items)]
  }

  // MARK: - Redundancy

  private var redundancyBlocks: [Report.Block] {
    guard !review.redundancy.isEmpty else {
      return [.heading(phrases.sameSupplierHeading), .paragraph(phrases.noSameSupplier)]
    }
    var owners: [Place] = []
    var found: [Place: [SameSupplierRedundancy]] = [:]
    for finding in review.redundancy {
      let place = Place(owner: finding.owner, location: finding.location)
      if found[place] == nil { owners.append(place) }
      found[place, default: []].append(finding)
    }
    let items = owners.compactMap { place -> Report.Item? in
      let findings = found[place, default: []]
      guard let first = findings.first else { return nil }
      return Report.Item(subject(of: first), findings.map(item))
    }
    return [.heading("\(phrases.sameSupplierHeading) (\(owners.count))"), .list(items)]
  }

  private struct Place: Hashable {
    let owner: VertexID
    let location: String
  }

  private func subject(of finding: SameSupplierRedundancy) -> String {
    let network: String? = if case .ways(let name) = finding.kind { name } else { nil }
    return phrases.sameSupplier(
      names.named(finding.owner), members: finding.members.map(names.name), network: network,
      location: finding.location)
  }

  private func item(_ finding: SameSupplierRedundancy) -> Report.Item {
    let rests = phrases.rests(
      on: names.party(finding.supplier), finding.ground, of: finding.contractors.map(names.party),
      makesSomething: suppliers.contains {
        $0.party == finding.supplier && !$0.products.isEmpty
      })
    let also = finding.isAlsoFalseRedundancy ? "; \(phrases.alsoFalse)" : ""
    return Report.Item(phrases.capitalised(rests) + also + ".")
  }

  // MARK: - Data

  private var data: Report.Table {
    let ids = { (vertices: [VertexID]) in vertices.map(names.id).joined(separator: " ") }
    return Report.Table(
      names: [
        "supplier", "supplierName", "own", "tier", "contractors", "users", "reach", "reachCertain",
        "reached", "spofFor", "spofForCertain", "cannotTell", "bound", "subcontractors",
        "substitution",
      ],
      rows: suppliers.map { supplier in
        let isKnown = supplier.deliversSomethingKnown
        return [
          supplier.party, names.party(supplier.party),
          supplier.isOwnOrganisation ? "true" : "false",
          supplier.tier.map(String.init) ?? "",
          supplier.chains.compactMap(\.last).joined(separator: " "),
          String(users.vertices.count), isKnown ? String(supplier.reach.count) : "",
          isKnown ? String(supplier.certainReach.count) : "", ids(supplier.reach),
          ids(supplier.spofFor), ids(supplier.certainSpofFor), ids(supplier.cannotTell),
          supplier.bound.rawValue, supplier.subcontractors.rawValue,
          supplier.substitution?.rawValue ?? "",
        ]
      })
  }
}
