/// Statutory clocks, and the replay of an escalation.
extension Phrases {
  func clockCondition(_ set: String, applies: String?) -> String {
    let condition =
      applies
      ?? pick(
        "Alleen als dit een significant incident is.", "Only if this is a significant incident.")
    return "\(set). \(condition) " + pick("Een mens beoordeelt dat.", "A person judges that.")
  }

  func awareness(_ instant: String, isGiven: Bool) -> String {
    isGiven
      ? pick(
        "Geteld vanaf \(instant): toen was het bekend.",
        "Counted from \(instant), when it became known.")
      : pick(
        "Geteld vanaf het begin, \(instant): wanneer het bekend werd, is niet opgegeven (--aware).",
        "Counted from the beginning, \(instant): when it became known was not given (--aware).")
  }

  var clockColumns: [String] {
    [
      pick("wat", "what"), pick("uiterlijk", "at the latest"), pick("nog", "left"),
      pick("aan wie", "to whom"), pick("telt vanaf", "counts from"),
    ]
  }

  func timeLeft(_ deadline: Instant, now: Instant) -> String {
    let seconds = deadline.secondsSinceEpoch - now.secondsSinceEpoch
    return seconds >= 0
      ? duration(seconds) : pick("\(duration(-seconds)) te laat", "\(duration(-seconds)) late")
  }

  var awarenessWord: String { pick("kennisneming", "awareness") }

  // MARK: - Replay

  func replayTitle(_ name: String) -> String {
    pick("Opschaling nagespeeld: ", "Escalation replayed: ") + name
  }

  func replaySentence(_ level: String?, at: String?, after: String?, actual: String?) -> String {
    guard let level, let at, let after else {
      return pick(
        "In dit scenario roepen de voorwaarden geen enkel niveau met zekerheid op.",
        "In this scenario the conditions call no level for certain.")
    }
    return pick(
      "Volgens het kader was \(level) op zijn plaats vanaf \(at) (\(after)).",
      "By the framework \(level) was due from \(at) on (\(after)).")
      + " "
      + (actual
        ?? pick(
          "Wanneer het is gedaan, staat niet in het scenario.",
          "When it was done, the scenario does not say."))
  }

  /// When a level was called, against when it was due; nil: the level spoken of.
  func replayDelay(_ delay: Double, at: String, level: String?) -> String {
    let what = level.map(capitalised) ?? pick("Dat", "It")
    return switch delay {
    case 0:
      pick("\(what) is op die tijd afgekondigd, \(at).", "\(what) was called at that time, \(at).")
    case 0...:
      pick(
        "\(what) is afgekondigd om \(at), \(duration(delay)) te laat.",
        "\(what) was called at \(at), \(duration(delay)) too late.")
    default:
      pick(
        "\(what) is afgekondigd om \(at), \(duration(-delay)) eerder dan nodig.",
        "\(what) was called at \(at), \(duration(-delay)) sooner than due.")
    }
  }

  func replayColumns(isOpen: Bool) -> [String] {
    [pick("niveau", "level"), pick("volgens het kader", "by the framework")]
      + (isOpen ? [pick("mogelijk al", "possibly as early as")] : [])
      + [pick("gedaan", "done"), pick("verschil", "difference")]
  }

  /// Why no moment is known at which a level is called.
  func notCalled(_ call: EscalationReplay.Call) -> String {
    if call.waitsForAnswer {
      return pick("hangt af van een antwoord", "depends on an answer")
    }
    return call.open == nil ? never : cannotTellWord
  }

  var statedByScenario: String { pick("volgens het scenario", "by the scenario") }
  var notSaid: String { pick("niet gezegd", "not said") }

  func replayMoment(_ instant: String, after: Double) -> String {
    "\(instant) (+\(after == 0 ? "0" : duration(after)))"
  }

  func difference(_ delay: Double) -> String {
    delay == 0
      ? pick("geen", "none")
      : delay > 0
        ? pick("\(duration(delay)) later", "\(duration(delay)) later")
        : pick("\(duration(-delay)) eerder", "\(duration(-delay)) earlier")
  }

  func discoveredLine(_ instant: String, after: Double) -> String {
    pick(
      "De uitval is ontdekt om \(instant) (\(duration(after)) na het begin); eerder kon niemand opschalen.",
      "The outage was found out at \(instant) (\(duration(after)) after the beginning); nobody could escalate before that."
    )
  }

  /// What one change of a rule does to the call of its level.
  func changeLine(
    _ level: String, dropped: String?, from: String, to: String, before: String?, after: String,
    gain: Double
  ) -> String {
    let change =
      dropped.map { pick("zonder de voorwaarde “\($0)”", "without the condition “\($0)”") }
      ?? pick("met “\(to)” in plaats van “\(from)”", "with “\(to)” in place of “\(from)”")
    let effect =
      before.map {
        pick(
          "om \(after) in plaats van \($0), \(duration(gain)) eerder",
          "at \(after) in place of \($0), \(duration(gain)) earlier")
      } ?? pick("om \(after); nu nooit", "at \(after); as it is, never")
    return pick(
      "\(capitalised(level)): \(change) wordt het opgeroepen \(effect).",
      "\(capitalised(level)): \(change) it is called \(effect).")
  }

  var noChange: String {
    pick(
      "Geen enkele wijziging van één regel brengt een niveau eerder.",
      "No change of one rule brings a level forward.")
  }

  /// A condition as a rule: "organisaties: ten minste 2".
  func rule(_ condition: EscalationCondition) -> String {
    let name = ruleName(condition.measure)
    let isShare = condition.measure == .elapsedOfRestoreTarget
    let written = { (bound: Double) in isShare ? percentage(bound) : number(bound) }
    switch condition.test {
    case .holds(true): return name
    case .holds(false): return pick("niet: ", "not: ") + name
    case .atLeast(let bound):
      return name + pick(": ten minste ", ": at least ") + written(bound)
    case .moreThan(let bound): return name + pick(": meer dan ", ": more than ") + written(bound)
    case .lasts(let span):
      return name + pick(": ten minste ", ": at least ") + duration(span.seconds)
    case .asked(let text): return text.text(in: language)
    }
  }

  private func ruleName(_ measure: EscalationCondition.Measure) -> String {
    switch measure {
    case .organisations: pick("organisaties geraakt", "organisations hit")
    case .ministries: pick("ministeries geraakt", "ministries hit")
    case .sectors: pick("sectoren geraakt", "sectors hit")
    case .vitalServices: pick("vitale diensten geraakt", "vital services hit")
    case .lifeSafety: pick("levens hangen ervan af", "lives depend on it")
    case .pastMTPD: pick("langer uit dan te dragen is", "out for longer than is bearable")
    case .noAlternative: pick("geen plan dat nog werkt", "no plan that still works")
    case .channelsLost: pick("kanalen verloren", "channels lost")
    case .elapsed: pick("duur", "duration")
    case .elapsedOfRestoreTarget:
      pick("deel van de hersteltijd voorbij", "share of the time to restore passed")
    case .cyberNotExcluded: pick("cyber niet uitgesloten", "cyber not excluded")
    case .question: pick("vraag", "question")
    }
  }
}
