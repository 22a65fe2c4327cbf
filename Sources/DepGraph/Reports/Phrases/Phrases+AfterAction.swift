// What people did in a scenario, and what there is to learn.

extension Phrases {
  var responseHeading: String { pick("Wat mensen deden", "What people did") }

  var responseColumns: [String] {
    language == .dutch ? ["Klok", "Wat", "Hoe snel"] : ["Clock", "What", "How soon"]
  }

  func foundOut(_ name: String) -> String {
    pick("uitval van \(name) ontdekt", "outage of \(name) found out")
  }

  func lagAfterOutage(_ seconds: Double) -> String {
    seconds == 0
      ? pick("meteen", "at once")
      : pick("\(duration(seconds)) na het begin ervan", "\(duration(seconds)) after it began")
  }

  var wasNotOut: String { pick("was toen niet uit", "was not out then") }
  func called(_ level: String) -> String { pick("\(level) afgekondigd", "\(level) called") }
  func told(_ person: String) -> String { pick("\(person) ingelicht", "\(person) told") }

  func callLags(_ call: ScenarioResponse.Call) -> String {
    let parts = [
      call.sinceFailure.map {
        pick("\(duration($0)) na de eerste storing", "\(duration($0)) after the first failure")
      },
      call.sinceDiscovery.map {
        pick("\(duration($0)) na de ontdekking", "\(duration($0)) after it was found out")
      },
    ].compactMap(\.self)
    return parts.isEmpty ? pick("voor de eerste storing", "before the first failure") : list(parts)
  }

  func toldLag(
    _ told: ScenarioResponse.Notification, level: String?, clock: (Double) -> String
  ) -> String {
    var parts: [String] = []
    if let since = told.sinceFailure {
      parts.append(
        pick(
          "\(duration(since)) na de eerste storing", "\(duration(since)) after the first failure"))
    }
    if let deadline = told.deadline, let level {
      parts.append(
        told.isLate
          ? pick(
            "te laat: \(level) vroeg het voor \(clock(deadline))",
            "late: \(level) wanted it by \(clock(deadline))")
          : pick("op tijd voor \(level)", "in time for \(level)"))
    }
    return parts.joined(separator: "; ")
  }

  // MARK: - What to learn

  var afterActionHeading: String {
    pick("Evaluatie: wat te veranderen", "After action: what to change")
  }

  var nothingToLearn: String {
    pick(
      "Niets was te laat of te lang, en er is geen single point of failure geraakt.",
      "Nothing was late or too long, and no single point of failure was hit.")
  }

  func firstDiscoveryPoint(_ seconds: Double, share: Double?) -> String {
    let part =
      share.map {
        pick(
          ", \(percentage($0)) van de afgesproken hersteltijd",
          ", \(percentage($0)) of the agreed time to restore")
      } ?? ""
    return pick(
      "De storing werd na \(duration(seconds)) ontdekt\(part). Eerder ontdekken verkort alles wat volgt.",
      "The failure was found out after \(duration(seconds))\(part). Finding out sooner shortens all that follows."
    )
  }

  func firstCallPoint(_ level: String, _ seconds: Double, sinceDiscovery: Double?) -> String {
    let found =
      sinceDiscovery.map {
        pick(", \(duration($0)) na de ontdekking", ", \(duration($0)) after it was found out")
      } ?? ""
    return pick(
      "De eerste opschaling (\(level)) kwam \(duration(seconds)) na de eerste storing\(found).",
      "The first escalation (\(level)) came \(duration(seconds)) after the first failure\(found).")
  }

  /// What the rules of escalation say of a level; nil: nothing was late.
  func rulePoint(
    _ level: String, suggested: Double?, actual: Double?, clock: (Double) -> String
  ) -> String? {
    guard let suggested else { return nil }
    guard let actual else {
      return pick(
        "\(level): volgens de regels vanaf \(clock(suggested)), maar het scenario noemt geen afkondiging.",
        "\(level): by the rules from \(clock(suggested)), but the scenario names no call.")
    }
    guard actual > suggested else { return nil }
    return pick(
      "\(level): volgens de regels vanaf \(clock(suggested)), afgekondigd om \(clock(actual)): \(duration(actual - suggested)) te laat.",
      "\(level): by the rules from \(clock(suggested)), called at \(clock(actual)): \(duration(actual - suggested)) late."
    )
  }

  func cutOffPoint(_ person: String, at clock: String, channels: [String]) -> String {
    pick(
      "\(person) had om \(clock) geen werkend kanaal (\(list(channels))): spreek een andere weg af.",
      "\(person) had no working channel at \(clock) (\(list(channels))): agree on another way.")
  }

  func lateNotificationPoint(
    _ person: String, level: String, at: String?, deadline: String
  ) -> String {
    let when = at.map { pick("pas om \($0)", "only at \($0)") } ?? pick("niet", "not")
    return pick(
      "\(person) werd \(when) ingelicht; \(level) vroeg dat voor \(deadline).",
      "\(person) was told \(when); \(level) wanted that by \(deadline).")
  }

  /// Several outages that took the same course, by name and by how much they were too long.
  func overrunsPoint(_ outages: [(name: String, overrun: Double)]) -> String {
    let named = outages.map { outage in
      let late =
        outage.overrun == .infinity ? atLeastSoLong(.infinity) : duration(outage.overrun)
      return "\(outage.name) (\(late))"
    }
    return pick(
      "\(count(outages.count, Self.component)) te lang uit door hetzelfde verloop: \(list(named)).",
      "\(count(outages.count, Self.component)) down for too long by the same course: \(list(named))."
    )
  }

  /// Hours of a repair in which nobody works on it.
  func repairHours(
    _ repair: ScenarioRepair, contract: (String) -> String, crew: (String) -> String
  )
    -> String?
  {
    guard let work = repair.work, let end = repair.end, end - repair.start - work >= 60 else {
      return nil
    }
    let idle = duration(end - repair.start - work)
    let whose: String
    if let id = repair.crew {
      whose = crew(id)
    } else if case .contract(let id) = repair.basis {
      whose = contract(id)
    } else {
      return nil
    }
    return pick(
      "Daarvan is \(duration(work)) werk, en \(idle) valt buiten de werktijden van \(whose).",
      "Of that \(duration(work)) is work, and \(idle) falls outside the hours of \(whose).")
  }

  var notBackPoint: String {
    pick(
      "Het komt in dit scenario niet terug: geen gebeurtenis of hersteltijd brengt terug wat het nodig heeft, of het moet met de hand gestart worden.",
      "It does not come back in this scenario: no event or repair time brings back what it needs, or it has to be started by hand."
    )
  }

  func phase(
    _ phase: ScenarioRun.Phase, component: (VertexID) -> String, clock: (Double) -> String
  ) -> String {
    "\(clock(phase.from)) – \(clock(phase.until)), \(duration(phase.length)): "
      + word(phase.kind, component)
  }

  private func word(_ kind: ScenarioRun.Phase.Kind, _ component: (VertexID) -> String) -> String {
    switch kind {
    case .undiscovered: pick("nog niet ontdekt", "not found out yet")
    case .waiting: pick("herstel nog niet begonnen", "repair not begun")
    case .restoring: pick("herstel", "restoring")
    case .recovering(let vertex):
      pick("op gang komen van \(component(vertex))", "recovery of \(component(vertex))")
    }
  }

  func decisivePhase(
    _ phase: ScenarioRun.Phase, component: (VertexID) -> String, inTime: Int, of all: Int
  ) -> String {
    let what = word(phase.kind, component)
    let most = pick("Het meeste ging naar: \(what).", "Most went into: \(what).")
    if inTime == 0 {
      return most
        + pick(" Ook zonder dat was het te laat.", " Even without it, it would have been late.")
    }
    if inTime == all {
      return most + pick(" Zonder dat was het op tijd.", " Without it, it would be in time.")
    }
    return most
      + pick(
        " Zonder dat waren \(number(inTime)) van de \(number(all)) op tijd.",
        " Without it, \(number(inTime)) of \(number(all)) would be in time.")
  }

  var onePhasePoint: String {
    pick(
      "Verder is die tijd niet te ontleden: het scenario zegt niet wanneer de storing ontdekt werd en het herstel begon.",
      "That time cannot be taken apart further: the scenario does not say when the failure was found out and when repair began."
    )
  }

  func moreOverruns(_ count: Int) -> String {
    pick(
      "Nog \(number(count)) storingen duurden langer dan afgesproken.",
      "\(number(count)) more outages lasted longer than agreed.")
  }

  func singlePointHit(_ name: String, users: Int) -> String {
    pick(
      "Single point of failure geraakt: \(name) legt in zijn eentje \(count(users, Self.user)) plat.",
      "Single point of failure hit: \(name) stops \(count(users, Self.user)) alone.")
  }

  func moreSinglePoints(_ count: Int) -> String {
    pick(
      "Nog \(number(count)) single points of failure geraakt.",
      "\(number(count)) more single points of failure hit.")
  }

  func missedPoint(_ claim: String) -> String {
    pick("Verwachting niet gehaald: \(claim).", "Expectation missed: \(claim).")
  }

  // MARK: - What to keep in mind

  func untoldHeading(_ count: Int) -> String {
    pick(
      "Niet te zeggen of \(self.count(count, Self.component)) uit \(count == 1 ? "was" : "waren")",
      "Cannot tell whether \(self.count(count, Self.component)) \(count == 1 ? "was" : "were") down"
    )
  }

  func untoldLine(_ name: String, because: [String], isClaimed: Bool) -> String {
    let needs =
      because.isEmpty
      ? pick("niet bekend is wat het nodig heeft", "it is not known what it needs")
      : pick(
        "niet bekend is wat \(list(because, most: 4)) nodig \(because.count == 1 ? "heeft" : "hebben")",
        "it is not known what \(list(because, most: 4)) \(because.count == 1 ? "needs" : "need")")
    let claim =
      isClaimed
      ? pick("; er is wel gesteld dat het hier los van staat", "; it is claimed to be independent")
      : ""
    return "\(name): \(needs)\(claim)"
  }

  /// That something was repaired that worked.
  func idleEvent(_ name: String, _ clock: String, isRepair: Bool) -> String {
    isRepair
      ? pick(
        "\(clock): het herstel van \(name) begint, maar het was niet uitgevallen. Een vergissing in het scenario?",
        "\(clock): the repair of \(name) begins, but it had not failed. A slip in the scenario?")
      : pick(
        "\(clock): \(name) wordt hersteld, maar was niet uitgevallen. Een vergissing in het scenario?",
        "\(clock): \(name) is restored, but had not failed. A slip in the scenario?")
  }

  func withoutMembers(_ selector: String) -> String {
    pick(
      "`\(selector)` heeft in het model geen leden: daar gebeurt niets.",
      "`\(selector)` has no members in the model: nothing happens there.")
  }

  func repairTimeUnknown(_ name: String) -> String {
    pick(
      "Hoe lang herstel van \(name) duurt, staat nergens: het blijft uit.",
      "How long repairing \(name) takes is written nowhere: it stays down.")
  }

  func hoursIgnored(_ name: String) -> String {
    pick(
      "Herstel van \(name): werktijden zijn niet geteld, want het scenario heeft geen `start`.",
      "Repair of \(name): working hours are not counted, since the scenario has no `start`.")
  }

  func degradedAtRest(_ names: String) -> String {
    pick(
      "Werkt ook zonder storing beperkt, en staat daarom niet in het verloop: \(names).",
      "Degraded even when nothing fails, and so not in the timeline: \(names).")
  }

  var asWrittenNote: String {
    pick(
      "Gelezen zoals opgeschreven: aangenomen en afgeleide feiten gelden als waar. `blast` houdt zeker en mogelijk uit elkaar.",
      "Read as written: assumed and inferred facts are taken as true. `blast` keeps certain and possible apart."
    )
  }

  // MARK: - The chart

  func ganttText(_ names: [String], leftOut: Int) -> String {
    let rest =
      leftOut > 0
      ? pick(
        " Nog \(number(leftOut)) onderdelen zijn niet getekend.",
        " \(number(leftOut)) more components are not drawn.") : ""
    return pick("Balken over de tijd: wanneer ", "Bars over time: when ") + list(names, most: 12)
      + pick(" uit waren of beperkt werkten.", " were down or degraded.") + rest
  }

  func repairOf(_ name: String) -> String { pick("Herstel van \(name)", "Repair of \(name)") }
  var agreedMark: String { pick("afgesproken", "agreed") }
  var discoveredMark: String { pick("ontdekt", "found out") }
}
