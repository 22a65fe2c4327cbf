extension TableImport {
  /// The agreement of a thing.
  ///
  /// - Parameters:
  ///   - index: The thing.
  ///   - covered: The components whose rows name it.
  /// - Returns: The agreement.
  /// - Complexity: O(*n*) for *n* covered components.
  func contract(_ index: Int, covered: [String]) -> Contract {
    let entity = entities[index]
    var contract = Contract(id: entity.id)
    contract.name = text(entity.title)
    contract.kind = contractKind(index)
    contract.provider = reference(index, .provider, .party)
    contract.customer = reference(index, .customer, .party)
    contract.availability = share(index, .availability)
    contract.validFrom = day(index, .validFrom)
    contract.validUntil = day(index, .validUntil)
    contract.checked = day(index, .checked)
    contract.hasExitStrategy = truth(index, .exitStrategy)
    giveNotice(index, to: &contract)
    giveTarget(index, to: &contract)
    contract.covers = coverage(index, covered)
    contract.evidence = evidence(of: index)
    var remarks: [String] = []
    if let number = entity.value(.id), number.lowercased() != entity.id {
      remarks.append(
        (language == .dutch ? "Nummer in de bron: " : "Number in the source: ") + number + ".")
    }
    if isGuessedWindow(index) {
      contract.evidence = evidence(entity.sources, isGuessed: true)
      remarks.append(
        language == .dutch
          ? "Kantoortijd is gelezen als maandag tot en met vrijdag van 8 tot 17 uur."
          : "Office hours are read as Monday to Friday from 8 to 17.")
    }
    contract.note = note(index, adding: remarks)
    return contract
  }

  private func contractKind(_ index: Int) -> Contract.Kind {
    guard let fact = entities[index].fact(.contractKind), let value = fact.value else {
      return .unknown
    }
    let wanted = TableWords.folded(value)
    if let kind = Contract.Kind(rawValue: wanted) ?? TableTemplate.contractKinds[wanted] {
      return kind
    }
    report.note(
      .guessed, Self.said("soort afspraak `\(value)`", "kind of agreement `\(value)`"),
      Self.said("onbekende soort", "unknown kind"))
    return .unknown
  }

  private func giveNotice(_ index: Int, to contract: inout Contract) {
    guard let fact = entities[index].fact(.notice), let span = span(fact) else { return }
    contract.notice = span
    let words = TableWords.folded(fact.cell.text).split(separator: " ")
    guard words.count == 2, let count = Int(digits: words[0]) else { return }
    if ["maand", "maanden", "mnd", "month", "months"].contains(words[1]) {
      contract.noticeMonths = count
    } else if ["jaar", "jaren", "year", "years"].contains(words[1]) {
      contract.noticeMonths = count * 12
    }
  }

  /// The times that it promises, and the hours in which they count.
  private func giveTarget(_ index: Int, to contract: inout Contract) {
    let entity = entities[index]
    var target = ServiceTarget()
    let respond = entity.fact(.respond).flatMap { duration($0) }
    let restore = entity.fact(.restore).flatMap { duration($0) }
    target.respondWithin = respond.flatMap { TimeSpan(seconds: $0.seconds) }
    target.restoreWithin = restore.flatMap { TimeSpan(seconds: $0.seconds) }
    target.priority = entity.fact(.priority).flatMap { number($0, of: .priority)?.value }
      .flatMap { Int(exactly: $0) }
    target.nature = nature(index)
    let isRead = respond?.isRead == true || restore?.isRead == true
    target.evidence = evidence(
      entity.sources, isGuessed: isRead || !entity.contradictions.isEmpty)
    if isRead {
      target.note = text(
        language == .dutch
          ? "Werkdagen zijn gelezen als hele werkdagen binnen kantoortijd; volgende werkdag als uiterlijk aan het eind ervan."
          : "Working days are read as whole days of office hours; next business day as its end at the latest."
      )
      report.note(
        .guessed, Self.said("werkdag, NBD", "working day, NBD"),
        Self.said("werkdagen binnen kantoortijd", "days of office hours"))
    }
    if target.respondWithin != nil || target.restoreWithin != nil { contract.targets = [target] }
    if let clock = clock(index, respond, restore) {
      contract.serviceWindow = clock == .office ? officeHours : .always
    }
  }

  private func isGuessedWindow(_ index: Int) -> Bool {
    guard !map.officeHours.isStated else { return false }
    let entity = entities[index]
    let times = [TableField.respond, .restore].compactMap { entity.fact($0) }
      .compactMap { TableDuration($0.value ?? "", unit: $0.unit, office: map.officeHours)?.clock }
    let window = entity.value(.serviceWindow).flatMap { TableDuration.clock($0) }
    return (times + [window].compactMap(\.self)).contains(.office)
  }

  /// The hours in which the times count: as the column says, else as the times themselves say.
  private func clock(
    _ index: Int, _ respond: TableDuration?, _ restore: TableDuration?
  ) -> TableDuration.Clock? {
    let told = [restore?.clock, respond?.clock].compactMap(\.self).first { $0 != .unstated }
    guard let fact = entities[index].fact(.serviceWindow), let value = fact.value else {
      return told
    }
    guard let stated = TableDuration.clock(value) else {
      log.report(
        .notUnderstood, "`\(value.prefix(40))` are no hours that are understood",
        at: fact.cell.place, hint: "such as `24x7`, `kantoortijd`")
      return told
    }
    if let told, told != stated {
      log.report(
        .contradiction,
        "`\(entities[index].title)` promises within other hours than its service window",
        at: fact.cell.place, hint: "office hours are taken, which promise less")
      return .office
    }
    return stated
  }

  private func nature(_ index: Int) -> ServiceTarget.Nature? {
    guard let fact = entities[index].fact(.nature), let value = fact.value else { return nil }
    let word = TableWords.folded(value)
    if let nature = ServiceTarget.Nature(rawValue: word) { return nature }
    switch word {
    case "gegarandeerd", "garantie", "resultaatsverplichting", "guarantee": return .guaranteed
    case "inspanning", "inspanningsverplichting", "best effort": return .bestEffort
    case "streef", "streefwaarde", "streven", "target": return .aim
    default:
      log.report(
        .notUnderstood, "`\(value.prefix(40))` does not tell how binding it is",
        at: fact.cell.place, hint: "`gegarandeerd`, `inspanning` or `streefwaarde`")
      return nil
    }
  }

  /// What it covers: what its row names and what names it; nothing at all is unknown.
  private func coverage(_ index: Int, _ covered: [String]) -> Contract.Coverage {
    var selectors: [String] = []
    var statesNothing = false
    for fact in entities[index].facts[.covers] ?? [] {
      for member in members(of: fact, as: .component) {
        switch member {
        case .nothing: statesNothing = true
        case .unknown, .notApplicable: break
        case .things(let names, _):
          for name in names {
            if let meaning = meaning(of: name, as: .component) {
              selectors.append(entities[meaning.index].id)
            } else {
              noteUncovered(name, fact)
            }
          }
        }
      }
    }
    selectors += covered
    let unique = selectors.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return unique.isEmpty && !statesNothing ? .unknown : .selectors(unique)
  }

  private func noteUncovered(_ name: String, _ fact: TableFact) {
    let known = entities.filter { $0.subject == .component }.map(\.title)
    hintBudget -= known.count
    let near = hintBudget > 0 ? nearestName(to: name, among: known) : nil
    log.report(
      .undeclaredName, "the agreement covers `\(name.prefix(60))`, which no row is about",
      at: fact.cell.place, hint: near.map { "did you mean `\($0)`?" })
  }
}
