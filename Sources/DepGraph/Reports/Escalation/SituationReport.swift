/// A message to partners about an incident: plain text under headings, to paste into a crisis system.
///
/// The first six headings are the building blocks of an incident scenario in the Dutch national crisis
/// plan for digital incidents: cause, source, possible actors, domain, area, and outlook. What is not
/// known says so.
public struct SituationReport: Sendable {
  private let assessment: EscalationAssessment
  private let compiled: CompiledModel
  private let nextUpdate: Instant
  private let sentences: EscalationSentences
  private let people: Consequences.Range?

  private var phrases: Phrases { sentences.phrases }
  private var names: DisplayNames { sentences.names }

  /// Draws one up.
  ///
  /// - Parameters:
  ///   - assessment: The incident.
  ///   - compiled: The model.
  ///   - nextUpdate: When the next message comes.
  ///   - language: The language.
  /// - Complexity: that of a blast radius.
  public init(
    _ assessment: EscalationAssessment, in compiled: CompiledModel, nextUpdate: Instant,
    language: Language
  ) {
    self.assessment = assessment
    self.compiled = compiled
    self.nextUpdate = nextUpdate
    sentences = EscalationSentences(in: compiled, language: language)
    // How many people are hit is told of what failed at once; over a scenario nobody counts it.
    let question = BlastRadius.Question(
      assessment.seeds, after: TimeSpan(seconds: max(0, assessment.elapsed)),
      since: assessment.since)
    people =
      assessment.isReplayed
      ? nil : BlastRadius(question, in: compiled).consequences.people
  }

  /// The message, ending in a line break.
  ///
  /// - Complexity: O(*n* log *n*) for *n* components hit.
  public var text: String {
    let now = phrases.instant(assessment.now)
    var lines = [
      phrases.situationTitle, phrases.situationDrawnUp(now),
      phrases.situationBegan(
        phrases.instant(assessment.since), lasting: phrases.duration(assessment.elapsed)),
      level,
    ]
    lines.append(
      phrases.proposalLine(ProposedMarking(ofAll: compiled.model, result: "escalate")))
    for (number, section) in sections.enumerated() {
      let place = number < 6 ? "\(number + 1). " : ""
      lines += ["", place + section.title.uppercased()] + section.lines.map { "- \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var level: String {
    let words =
      assessment.suggested.map { sentences.level($0.level) }
      ?? pick("geen", "none")
    return pick("Voorgesteld niveau: ", "Suggested level: ") + words
      + pick(" (een mens beslist)", " (a person decides)")
  }

  private func pick(_ dutch: String, _ english: String) -> String { phrases.pick(dutch, english) }

  private var unknown: String { pick("Onbekend.", "Not known.") }

  private struct Section {
    let title: String
    let lines: [String]
  }

  private var sections: [Section] {
    [
      Section(title: pick("Oorzaak", "Cause"), lines: [phrases.causeSentence(assessment.cause)]),
      Section(title: pick("Bron", "Source"), lines: source),
      Section(title: pick("Mogelijke actoren", "Possible actors"), lines: [actors]),
      Section(title: pick("Getroffen domein", "Affected domain"), lines: domain),
      Section(title: pick("Getroffen gebied", "Affected area"), lines: area),
      Section(
        title: pick("Vooruitzicht op een oplossing", "Outlook on a solution"), lines: outlook),
      Section(title: pick("Wat wij weten", "What we know"), lines: known),
      Section(title: pick("Wat wij niet weten", "What we do not know"), lines: notKnown),
      Section(title: pick("Wat wij vragen", "What we ask"), lines: asks),
      Section(title: pick("Hoe wij te bereiken zijn", "How to reach us"), lines: reach),
      Section(
        title: pick("Volgend bericht", "Next message"),
        lines: [
          "\(phrases.instant(nextUpdate))\(pick(", of eerder bij nieuws.", ", or sooner with news."))"
        ]),
    ]
  }

  // MARK: - The building blocks

  private var source: [String] {
    let failed = names.failure(
      of: assessment.failed, written: assessment.seeds.written, withIDs: false)
    return [
      assessment.failed.isEmpty
        ? unknown : pick("Uitgevallen: \(failed).", "Failed: \(failed).")
    ]
  }

  private var actors: String {
    assessment.cause == .technical
      ? pick("Geen, voor zover bekend.", "None, as far as is known.") : unknown
  }

  private func counted(
    _ measure: EscalationCondition.Measure, _ noun: Phrases.Noun
  ) -> String? {
    guard let value = assessment.measured[measure] else { return nil }
    let names = sentences.naming(value, most: 12)
    return phrases.capitalised(phrases.measured(value, noun)) + names + "."
  }

  private var domain: [String] {
    let lines = [
      counted(.organisations, Phrases.organisation), counted(.ministries, Phrases.ministry),
      counted(.sectors, Phrases.sector), counted(.vitalServices, Phrases.vitalService),
      counted(.lifeSafety, Phrases.lifeService),
    ].compactMap(\.self)
    return lines + [peopleLine].compactMap(\.self)
  }

  private var peopleLine: String? {
    guard let people else { return nil }
    let counted = assessment.users.count
    guard people.hasNumber(among: counted), counted > 0 else {
      return pick("Aantal mensen: onbekend.", "Number of people: not known.")
    }
    let (low, high) = (
      phrases.number(people.low, decimals: 0), phrases.number(people.high, decimals: 0)
    )
    let open =
      people.incomplete.isEmpty
      ? "" : pick(" (en onbekend voor een deel)", " (and not known for a part)")
    return pick(
      "Mensen: ten minste \(low), bij elkaar geteld \(high)\(open).",
      "People: at least \(low), added up \(high)\(open).")
  }

  private var area: [String] {
    let hit = assessment.users.compactMap { compiled.component($0.vertex) }
    let regions = Set(hit.flatMap(\.regions)).sorted()
    let without = hit.count { $0.regions.isEmpty }
    if regions.isEmpty { return [unknown] }
    let rest =
      without == 0
      ? ""
      : pick(
        " Van \(phrases.number(without)) andere geraakte diensten is geen gebied vastgelegd.",
        " For \(phrases.number(without)) other services hit no area is recorded.")
    return [pick("Gebied: ", "Area: ") + phrases.list(regions) + "." + rest]
  }

  private var outlook: [String] {
    let lines = assessment.expected.map { expected -> String in
      let name = names.name(expected.vertex)
      guard let at = expected.at else {
        return "\(name): " + pick("onbekend.", "not known.")
      }
      let when = phrases.instant(at)
      return at <= assessment.now
        ? pick(
          "\(name): de afgesproken tijd (\(when)) is voorbij; een nieuw tijdstip is onbekend.",
          "\(name): the agreed time (\(when)) has passed; a new time is not known.")
        : pick(
          "\(name): afgesproken is herstel vóór \(when). Een verwachting is er nog niet.",
          "\(name): restore before \(when) is agreed. There is no forecast yet.")
    }
    return lines.isEmpty ? [unknown] : lines
  }

  // MARK: - Known and not known

  private var known: [String] {
    let certain = assessment.users.filter { $0.verdict == .certain }.map { names.name($0.vertex) }
    guard !certain.isEmpty else {
      return [
        pick("Geen dienst is met zekerheid uitgevallen.", "No service is down for certain.")
      ]
    }
    return [pick("Zeker uitgevallen: ", "Down for certain: ") + phrases.list(certain) + "."]
  }

  private var notKnown: [String] {
    let named = { (verdict: EscalationVerdict) in
      assessment.users.filter { $0.verdict == verdict }.map { names.name($0.vertex) }
    }
    let (possible, untold) = (named(.possible), named(.cannotTell))
    var lines: [String] = []
    if assessment.cause == .unknown { lines.append(pick("De oorzaak.", "The cause.")) }
    if !possible.isEmpty {
      lines.append(
        pick("Mogelijk uitgevallen: ", "Possibly down: ") + phrases.list(possible) + ".")
    }
    if !untold.isEmpty {
      lines.append(
        pick("Of deze werken: ", "Whether these work: ") + phrases.list(untold) + ".")
    }
    let open = assessment.expected.filter { $0.at.map { $0 <= assessment.now } ?? true }
    if !open.isEmpty {
      lines.append(
        pick("Wanneer dit hersteld is: ", "When this is restored: ")
          + phrases.list(open.map { names.name($0.vertex) }) + ".")
    }
    return lines.isEmpty
      ? [pick("Niets dat wij nu missen.", "Nothing that we miss now.")] : lines
  }

  private var asks: [String] {
    var lines = [
      pick(
        "Meld of uw organisatie geraakt is, en welke diensten.",
        "Report whether your organisation is hit, and which services.")
    ]
    if assessment.cause.mayBeCyber {
      lines.append(
        pick(
          "Meld alles wat op opzet kan wijzen, en stel logbestanden veilig voor u herstart.",
          "Report anything that may point to intent, and secure logs before restarting."))
    }
    lines.append(
      pick(
        "Bevestig de ontvangst, en langs welk kanaal u te bereiken bent.",
        "Confirm receipt, and by which channel you can be reached."))
    return lines
  }

  private var reach: [String] {
    let struck = Set(assessment.reaches.flatMap { $0.struck.map(\.vertex) }).sorted()
    let working = Set(assessment.reaches.compactMap { $0.best?.vertex }).sorted()
    var lines: [String] = []
    lines.append(
      working.isEmpty
        ? pick("Geen kanaal bekend dat werkt.", "No channel known that works.")
        : pick("Werkt: ", "Works: ") + phrases.list(working.map(names.name)) + ".")
    if !struck.isEmpty {
      lines.append(
        pick("Gebruik niet: ", "Do not use: ") + phrases.list(struck.map(names.name)) + ".")
    }
    return lines
  }
}
