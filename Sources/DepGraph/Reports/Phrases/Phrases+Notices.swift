/// Escalation: who is told, and by which channel.
extension Phrases {
  /// The headings of an escalation report.
  enum EscalationHeading: Hashable {
    case why, notify, unreachable, noChannel, noContact, steps, questions, later, clocks, restores,
      replay,
      rules, nearby
  }

  func heading(_ heading: EscalationHeading) -> String {
    switch heading {
    case .why: pick("Waarom", "Why")
    case .notify: pick("Wie het moet weten", "Who must be told")
    case .unreachable:
      pick(
        "Niet te bereiken: alleen met een bode of op papier",
        "Out of reach: by runner or on paper only")
    case .noChannel: pick("Geen kanaal bekend", "No channel known")
    case .noContact: pick("Geen contact bekend", "No contact known")
    case .steps: pick("Wat te doen", "What to do")
    case .questions: pick("Vragen voor een mens", "Questions for a person")
    case .later: pick("Als er niets verandert", "If nothing changes")
    case .clocks: pick("Wettelijke termijnen", "Statutory deadlines")
    case .restores: pick("Beloofd herstel", "Promised restores")
    case .replay: pick("Wanneer opgeschaald zou zijn", "When it would have been escalated")
    case .rules: pick("Welke regel het meest uitmaakt", "Which rule matters most")
    case .nearby: pick("Zwaardere niveaus", "Heavier levels")
    }
  }

  var noticeColumns: [String] {
    [
      pick("vóór", "before"), pick("wie", "who"), pick("langs", "by"), pick("niet langs", "not by"),
      pick("waarom", "why"),
    ]
  }

  func deadlineCell(_ deadline: Instant?, now: Instant) -> String {
    guard let deadline else { return pick("meteen", "at once") }
    let clock = shortInstant(deadline, near: now)
    let late = now.secondsSinceEpoch - deadline.secondsSinceEpoch
    if late == 0 { return pick("\(clock) (nu)", "\(clock) (now)") }
    return late > 0
      ? pick("\(clock) (\(duration(late)) TE LAAT)", "\(clock) (\(duration(late)) OVERDUE)")
      : "\(clock) (\(distance(deadline, from: now)))"
  }

  func channelCell(
    _ reach: ContactReach, name: (VertexID) -> String, at: (Double) -> String
  )
    -> String
  {
    guard let best = reach.best else {
      return reach.hasNoKnownChannel
        ? pick("geen kanaal bekend", "no channel known")
        : pick("bode of papier", "runner or paper")
    }
    var remarks: [String] = []
    if best.isDegraded { remarks.append(pick("werkt beperkt", "works degraded")) }
    if best.isClaimed {
      remarks.append(pick("onafhankelijk volgens opgave", "independent by its own account"))
    }
    if let lasts = best.lasts { remarks.append(pick("tot \(at(lasts))", "until \(at(lasts))")) }
    return name(best.vertex) + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))")
  }

  /// Why a channel is struck: with the way where that is short.
  func struck(_ channel: ContactReach.Route, name: (VertexID) -> String) -> String {
    let label = name(channel.vertex)
    switch channel.down {
    case .possible: return label + pick(" (mogelijk uit)", " (possibly down)")
    case .cannotTell: return label + pick(" (niet te zeggen)", " (cannot tell)")
    default: return label
    }
  }

  func struckWay(_ channel: ContactReach.Route, name: (VertexID) -> String) -> String {
    let label = name(channel.vertex)
    let grade =
      switch channel.down {
      case .possible: pick("is mogelijk uit", "is possibly down")
      case .cannotTell:
        pick(
          "is niet te vertrouwen, want niet alles wat het nodig heeft, is bekend",
          "cannot be counted on, since not all that it needs is known")
      default: pick("is uit", "is down")
      }
    guard (2...4).contains(channel.way.count) else { return "\(label) \(grade)." }
    let way = channel.way.dropLast().reversed().map(name)
    let by = pick("door ", "because of ")
    return "\(label) \(grade), \(way.map { by + $0 }.joined(separator: ", "))."
  }

  // MARK: - Grounds

  /// The levels that name somebody: "niveau 4, 3 en 2".
  func levelsGround(_ ranks: [Int]) -> String {
    pick("niveau ", "level ") + list(ranks.map { "\($0)" })
  }

  /// That something of a party is hit; without names: the party is what is hit.
  func consumerGround(_ names: [String], _ verdict: EscalationVerdict) -> String {
    let words =
      switch verdict {
      case .certain: pick("geraakt", "hit")
      case .possible: pick("mogelijk geraakt", "possibly hit")
      default: pick("niet te zeggen of geraakt", "cannot tell whether hit")
      }
    return names.isEmpty ? words : "\(words): \(list(names, most: 3))"
  }

  func supplierGround(_ names: [String], _ verdict: EscalationVerdict) -> String {
    if verdict == .certain {
      return pick("levert: ", "delivers: ") + list(names, most: 3)
    }
    return pick(
      "misschien leverancier van wat uitviel: wat zij leveren is onbekend",
      "perhaps supplier of what failed: what they deliver is not known")
  }

  func trackGround(_ track: Contact.Track) -> String {
    switch track {
    case .it: pick("spoor herstel (IT)", "recovery track (IT)")
    case .cyber: pick("spoor cyber, want niet uitgesloten", "cyber track, since not excluded")
    }
  }

  func standsInGround(_ name: String, _ absence: EscalationNotice.Absence) -> String {
    absence == .hours
      ? pick("in plaats van \(name) (buiten werktijd)", "in place of \(name) (out of hours)")
      : pick("naast \(name) (niet te bereiken)", "beside \(name) (out of reach)")
  }

  func away(until: String) -> String {
    pick("pas weer te bereiken om \(until)", "not there before \(until)")
  }

  func unreachableLine(_ name: String, _ ways: [String], standIn: [String]) -> String {
    let instead =
      standIn.isEmpty
      ? pick(" Stuur een bode.", " Send a runner.")
      : pick(" Bel intussen: \(list(standIn)).", " Meanwhile call: \(list(standIn)).")
    return "\(name). \(ways.joined(separator: " "))\(instead)"
  }

  /// Contacts of which no channel is known.
  func noChannelLine(_ names: [String]) -> String {
    pick(
      "Hoe deze te bereiken zijn, weet het model niet: \(list(names)).",
      "How these can be reached the model does not know: \(list(names)).")
  }

  /// How many have not been told in time; empty: none.
  func overdueSentence(_ count: Int) -> String {
    if count == 0 { return "" }
    return count == 1
      ? pick(" Te laat is 1 melding.", " 1 notice is overdue.")
      : pick(" Te laat zijn \(number(count)) meldingen.", " \(number(count)) notices are overdue.")
  }

  func missingLine(
    _ contact: MissingContact, party: String, components: [String], above: [String]
  ) -> String {
    let reason =
      switch contact.role {
      case .consumer:
        consumerGround(components == [party] ? [] : components, contact.verdict)
      case .supplier: supplierGround(components, contact.verdict)
      case .track(let track):
        trackGround(track)
          + pick(
            "; bij geen contact staat `track: \(track.rawValue)`",
            "; no contact has `track: \(track.rawValue)`")
      }
    let next =
      above.isEmpty
      ? "" : pick(" Erboven staat: \(list(above)).", " Above it: \(list(above)).")
    return (party.isEmpty ? capitalised(reason) : "\(party): \(reason)") + "." + next
  }

  // MARK: - The rest

  func answerLine(_ id: String, _ question: String, level: String) -> String {
    pick(
      "\(question) (\(level); antwoord met --answer \(id)=yes of \(id)=no)",
      "\(question) (\(level); answer with --answer \(id)=yes or \(id)=no)")
  }

  func promiseLine(_ element: String, at: String?, distance: String?, contract: String?) -> String {
    guard let at, let distance else {
      return pick(
        "\(element): niemand heeft een hersteltijd beloofd.",
        "\(element): nobody has promised a time to restore.")
    }
    let source = contract.map { pick(", volgens \($0)", ", by \($0)") } ?? ""
    return pick(
      "\(element): beloofd vóór \(at) (\(distance))\(source).",
      "\(element): promised before \(at) (\(distance))\(source).")
  }

  func tracksLine(_ cause: IncidentCause) -> String {
    causeSentence(cause)
      + (cause.mayBeCyber
        ? pick(
          " Beide sporen doen mee: herstel (IT) en cyber. Stel bewijs veilig voor u herstart.",
          " Both tracks take part: recovery (IT) and cyber. Secure evidence before restarting.")
        : "")
  }

  var hoursNote: String {
    pick(
      "Buiten werktijd verandert wie gebeld wordt, niet de drempel.",
      "Out of hours it changes who is called, not the threshold.")
  }
}
