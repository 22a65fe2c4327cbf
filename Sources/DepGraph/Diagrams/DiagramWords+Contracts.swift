/// The words of the picture of agreements.
extension DiagramWords {
  /// Agreements that have no time to restore for what is drawn, or are in time.
  func agreementsLeftOut(_ names: [String]) -> String {
    let most = 4
    let told = names.prefix(names.count > most + 1 ? most : names.count)
    let rest = names.count - told.count
    let more = rest > 0 ? [pick("nog \(rest)", "\(rest) more")] : []
    return pick(
      "Niet getekend: afspraken zonder hersteltijd voor wat hier staat, of op tijd (\(list(told + more))).",
      "Not drawn: agreements without a time to restore for what is here, or in time (\(list(told + more)))."
    )
  }

  /// What a line between agreements means.
  func agreeing(_ role: LineRole) -> String {
    switch role {
    case .needs: pick("valt ermee uit", "goes down with it")
    case .covers: pick("gedekt door", "covered by")
    case .fallsShort: pick("schiet tekort", "falls short")
    case .restsOn: pick("rust op", "rests on")
    case .standsUnder: pick("valt onder", "stands under")
    case .supplied: pick("belofte van", "promised by")
    default: meaning(of: role)
    }
  }

  /// The word for how a promise compares.
  func promised(_ role: ShapeRole) -> String {
    switch role {
    case .late: pick("te laat of te weinig", "too late or too little")
    case .unpromised: pick("niets beloofd", "nothing promised")
    case .inTime: pick("op tijd", "in time")
    default: ""
    }
  }

  /// The state of a row.
  func role(of row: PromiseRows.Row) -> ShapeRole {
    switch row.rank {
    case 0: .late
    case 1, 2: .unpromised
    case 3, 4: .untold
    default: .inTime
    }
  }

  /// How a promise compares with what is borne, in the shape of what fails.
  func comparison(_ row: PromiseRows.Row) -> [String] {
    if let observed = row.observed {
      let (lasted, agreed) = (span(observed.seconds), span(observed.agreed))
      let promise =
        observed.restore.target.nature == .aim
        ? pick("gestreefd \(agreed)", "aim \(agreed)")
        : pick("afgesproken \(agreed)", "agreed \(agreed)")
      return [
        pick("duurde \(lasted), \(promise)", "lasted \(lasted), \(promise)"),
        pick(
          "\(span(observed.seconds - observed.agreed)) langer",
          "\(span(observed.seconds - observed.agreed)) longer"),
      ]
    }
    let borne = row.allowed.map { $0.isFinite ? span($0) : pick("onbeperkt", "any time") }
    switch (row.verdict, row.reason) {
    case (.overrun, _):
      let elapsed = row.restore.map { span($0.longest.elapsed) } ?? "?"
      let least = row.restore?.isMaximum == false ? pick("ten minste ", "at least ") : ""
      return [
        pick("\(elapsed) tegen \(borne ?? "?")", "\(elapsed) against \(borne ?? "?")"),
        pick(
          "\(least)\(row.gap.map(span) ?? "?") te laat",
          "\(least)\(row.gap.map(span) ?? "?") too late"),
      ]
    case (.missing, .noContract?): return [pick("geen contract", "no contract")] + may(borne)
    case (.missing, .noPromise?):
      return [pick("geen hersteltijd beloofd", "no time to restore")] + may(borne)
    case (.missing, _):
      let share = row.restore?.share.map { percentage($0) } ?? "?"
      return [pick("geldt voor \(share) van de gevallen", "holds for \(share) of cases")]
        + may(borne)
    case (.notApplicable, _):
      let untold = pick("niet te zeggen: geen RTO", "cannot tell: no RTO")
      guard row.contract == nil else { return [untold] }
      return [pick("geen contract", "no contract"), untold]
    case (.met, _):
      let elapsed = row.restore.map { span($0.longest.elapsed) } ?? "?"
      return [pick("\(elapsed) tegen \(borne ?? "?")", "\(elapsed) against \(borne ?? "?")")]
    }
  }

  private func may(_ borne: String?) -> [String] {
    borne.map { [pick("mag \($0) duren", "may take \($0)")] } ?? []
  }

  /// How long a user may be out.
  func objective(_ seconds: Double?) -> String {
    seconds.map { "RTO \(span($0))" } ?? pick("geen RTO bekend", "no RTO known")
  }

  // MARK: - Agreements

  /// The short word for a kind of agreement.
  func word(_ kind: Contract.Kind) -> String {
    switch kind {
    case .framework: pick("raamovereenkomst", "framework")
    case .nok: pick("NOK", "call-off (NOK)")
    case .serviceDescription: pick("dienstbeschrijving", "service description")
    case .sla: "SLA"
    case .dap: "DAP"
    case .ola: "OLA"
    case .uc: pick("onderliggend contract", "underpinning contract")
    case .connectionTerms: pick("aansluitvoorwaarden", "connection terms")
    case .unknown: pick("soort niet bekend", "kind not known")
    }
  }

  /// What an agreement promises, in lines.
  func promise(of contract: Contract, _ restore: AgreedRestore?) -> [String] {
    var lines: [String] = []
    let restore = restore.map { $0.target } ?? contract.targets.first { $0.restoreWithin != nil }
    if let within = restore?.restoreWithin {
      var promise = pick("herstel \(span(within.seconds))", "restore \(span(within.seconds))")
      if contract.serviceWindow != .always {
        promise += pick(" in diensturen", " in service hours")
      }
      lines.append(promise)
      let nature = restore?.nature.map(word) ?? pick("aard niet vermeld", "nature not stated")
      let share = restore?.share.map { $0.low < 1 ? ", \(percentage($0.low))" : "" } ?? ""
      lines.append(nature + share)
    } else {
      lines.append(pick("geen hersteltijd", "no time to restore"))
    }
    lines.append(until([contract.validUntil].compactMap(\.self), of: 1))
    return lines
  }

  private func word(_ nature: ServiceTarget.Nature) -> String {
    switch nature {
    case .guaranteed: pick("toezegging", "guaranteed")
    case .bestEffort: pick("inspanning", "best effort")
    case .aim: pick("streven", "aim")
    }
  }

  /// What stands over and beside an agreement under which others stand.
  func frame(of contract: Contract, under: [String], with: [Contract.Kind]) -> [String] {
    var lines = [word(contract.kind)]
    if let over = under.first { lines.append(pick("onder \(over)", "under \(over)")) }
    if !with.isEmpty { lines.append(pick("met ", "with ") + list(with.map(word))) }
    lines.append(until([contract.validUntil].compactMap(\.self), of: 1))
    return lines
  }

  /// What an agreement lacks for another that rests on it: the worst in words, and how many more.
  func shortages(_ gaps: [ContractFinding], of other: String) -> String? {
    let texts = gaps.sorted { $0.severity > $1.severity }.compactMap(shortage)
    guard let first = texts.first else { return nil }
    let more = texts.count > 1 ? pick(" (+\(texts.count - 1))", " (+\(texts.count - 1))") : ""
    return first + more
  }

  private func shortage(_ gap: ContractFinding) -> String? {
    guard case .backing(let backing) = gap.details else { return nil }
    switch backing.difference {
    case .time(let own, let other, _):
      return pick(
        "\(span(other)) tegen \(span(own)) beloofd", "\(span(other)) against \(span(own)) promised")
    case .window(let outside, _):
      return pick("\(span(outside)) per week niet gedekt", "\(span(outside)) a week not covered")
    case .availability(let own, let other):
      return pick(
        "\(percentage(other)) tegen \(percentage(own))",
        "\(percentage(other)) against \(percentage(own))")
    case .term(let until, let from):
      if let until { return pick("eindigt eerder: \(date(until))", "ends before: \(date(until))") }
      return from.map { pick("begint later: \(date($0))", "begins later: \(date($0))") }
        ?? pick("andere looptijd", "another term")
    case .nature: return pick("bindt minder", "binds less")
    case .share(let own, let other):
      return pick(
        "\(percentage(other)) tegen \(percentage(own)) van de gevallen",
        "\(percentage(other)) against \(percentage(own)) of cases")
    case .noTime: return pick("belooft geen hersteltijd", "promises no time to restore")
    case .noAvailability: return pick("belooft geen beschikbaarheid", "promises no availability")
    }
  }

  // MARK: - Page

  /// The conclusion.
  func contractsHeadline(
    _ worst: PromiseRows.Row?, contract: String, target: String, uncovered: Int, untold: Int,
    all: Int
  ) -> String {
    let rest =
      uncovered == 0
      ? ""
      : pick(
        "; voor \(count(uncovered, nil)) is niets afgesproken",
        "; for \(count(uncovered, nil)) nothing is agreed")
    if let observed = worst?.observed {
      let (lasted, agreed) = (span(observed.seconds), span(observed.agreed))
      return observed.restore.target.nature == .aim
        ? pick(
          "\(target) was \(lasted) uit; het streven was \(agreed)",
          "\(target) was out for \(lasted); the aim was \(agreed)") + rest
        : pick(
          "\(target) was \(lasted) uit; afgesproken was \(agreed)",
          "\(target) was out for \(lasted); agreed was \(agreed)") + rest
    }
    if let worst, let restore = worst.restore, let objective = worst.allowed {
      let elapsed = span(restore.longest.elapsed)
      return pick(
        "\(contract) geeft herstel na \(elapsed); \(target) verdraagt \(span(objective))",
        "\(contract) restores after \(elapsed); \(target) bears \(span(objective))") + rest
    }
    if uncovered > 0 {
      return pick(
        "Voor \(count(uncovered, nil)) dat alleen al een proces stillegt is niets afgesproken",
        "For \(count(uncovered, nil)) that alone stops a process nothing is agreed")
    }
    if all == 0 {
      return pick(
        "Geen enkel onderdeel legt alleen een proces stil", "No single component stops a process")
    }
    return untold > 0
      ? pick(
        "Of de afspraken op tijd zijn, is niet te zeggen: van geen gebruiker is bekend wat die verdraagt",
        "Whether the agreements are in time cannot be told: of no user is it known what it bears")
      : pick("Geen afspraak is te laat", "No agreement is too late")
  }

  /// What is drawn.
  func contractsSubtitle(_ elements: Int, about: String?, on day: CalendarDate?) -> String {
    let when = day.map { pick(" op \(date($0))", " on \(date($0))") } ?? ""
    let what =
      about.map { pick(" van \($0)\(when)", " of \($0)\(when)") }
      ?? when + pick(", de ergste eerst", ", the worst first")
    return pick(
      "Keten van afspraken\(what): \(count(elements, nil)) waarvan de uitval alleen al een gebruiker treft",
      "Chain of agreements\(what): \(count(elements, nil)) whose failure alone hits a user")
  }

  /// How many things are not drawn, by how they compare.
  func rowsLeftOut(_ rows: [PromiseRows.Row]) -> String {
    let names: [(Int, String)] = [
      (0, pick("te laat", "too late")), (1, pick("zonder contract", "without a contract")),
      (2, pick("zonder hersteltijd", "without a time to restore")),
      (3, pick("zonder maximum", "without a maximum")),
      (4, pick("niet te zeggen", "cannot be told")), (5, pick("op tijd", "in time")),
    ]
    let parts = names.compactMap { rank, text -> String? in
      let count = rows.filter { $0.rank == rank }.reduce(0) { $0 + $1.elements.count }
      return count == 0 ? nil : "\(count) \(text)"
    }
    let all = rows.reduce(0) { $0 + $1.elements.count }
    return pick("nog \(count(all, nil))", "\(count(all, nil)) more")
      + " (\(parts.joined(separator: ", ")))"
  }

  func pairsLeftOut(_ count: Int) -> String {
    pick(
      "Ook bij \(count) \(count == 1 ? "tweetal dat samen uitvalt" : "tweetallen die samen uitvallen") is de afspraak te laat: zie depgraph contracts.",
      "For \(count) \(count == 1 ? "pair" : "pairs") failing together the agreement is too late as well: see depgraph contracts."
    )
  }

  var reviewIsNotComplete: String {
    pick(
      "Niet alles is bekeken: de grens was bereikt.",
      "Not all was looked at: the limit was reached.")
  }
}
