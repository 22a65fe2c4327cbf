/// Says what was measured of conditions, each in one sentence.
struct EscalationSentences {
  let names: DisplayNames
  let phrases: Phrases

  init(in compiled: CompiledModel, language: Language) {
    names = DisplayNames(compiled: compiled, language: language)
    phrases = Phrases(language)
  }

  /// The most names in a sentence.
  static let mostNames = 5

  /// A level: "niveau 2, Crisisteam".
  func level(_ level: EscalationLevel) -> String {
    phrases.level(level.level, level.name?.text(in: names.language) ?? level.id)
  }

  /// The name of a contact, else its id.
  func contact(_ contact: Contact) -> String {
    contact.name?.text(in: names.language) ?? contact.id
  }

  /// What an id stands for: a component, a party or a sector.
  private func name(_ id: String, _ measure: EscalationCondition.Measure) -> String {
    switch measure {
    case .organisations, .ministries: names.party(id)
    case .sectors:
      names.compiled.model.sectors[id] == nil
        ? names.compiled.vertex(of: id).map(names.name) ?? id : names.sector(id)
    default: names.compiled.vertex(of: id).map(names.name) ?? id
    }
  }

  /// The names of what counts: first what is certain, and what is not with how sure it is.
  ///
  /// - Complexity: O(*n* log *n*) for *n* things that count.
  func naming(_ value: EscalationMeasurement, most: Int = mostNames) -> String {
    let sorted = value.items.sorted { ($1.verdict, $0.id) < ($0.verdict, $1.id) }
    guard !sorted.isEmpty else { return "" }
    let words = sorted.map { item in
      let name = name(item.id, value.measure)
      return item.verdict == .certain ? name : "\(name) (\(phrases.word(item.verdict)))"
    }
    return ": " + phrases.list(words, most: most)
  }

  /// The measured value of a condition, in one sentence.
  ///
  /// - Complexity: O(*n* log *n*) for *n* things that count.
  func sentence(
    _ finding: ConditionFinding, cause: IncidentCause, answers: [String: Bool]
  )
    -> String
  {
    let value = finding.value
    let isShare = value.measure == .elapsedOfRestoreTarget
    let threshold = phrases.threshold(finding.condition.test, isShare: isShare)
    let counted = { (noun: Phrases.Noun) in phrases.measured(value, noun) }
    switch value.measure {
    case .organisations:
      return phrases.hitSentence(
        counted(Phrases.organisation), names: naming(value), threshold: threshold)
    case .ministries:
      return phrases.hitSentence(
        counted(Phrases.ministry), names: naming(value), threshold: threshold)
    case .sectors:
      return phrases.hitSentence(
        counted(Phrases.sector), names: naming(value), threshold: threshold)
    case .vitalServices:
      return phrases.hitSentence(
        counted(Phrases.vitalService), names: naming(value), threshold: threshold)
    case .lifeSafety:
      return phrases.hitSentence(
        counted(Phrases.lifeService), names: naming(value), threshold: threshold)
    case .pastMTPD:
      return phrases.pastSentence(
        counted(Phrases.user), names: naming(value), threshold: threshold)
    case .noAlternative:
      return phrases.noAlternativeSentence(
        counted(finding.isAmongLifeSafety ? Phrases.lifeService : Phrases.user),
        names: naming(value), threshold: threshold, amongLives: finding.isAmongLifeSafety)
    case .channelsLost:
      return phrases.channelsSentence(
        counted(Phrases.lostChannel), names: naming(value), threshold: threshold)
    case .elapsed: return phrases.elapsedSentence(value.certain, threshold: threshold)
    case .elapsedOfRestoreTarget: return target(value, threshold)
    case .cyberNotExcluded: return phrases.causeSentence(cause)
    case .question: return question(finding, answers)
    }
  }

  private func target(_ value: EscalationMeasurement, _ threshold: String) -> String {
    guard let promised = value.promised, let element = value.items.first?.id else {
      let without = value.missing.map { name($0.id, value.measure) }
      return without.isEmpty
        ? phrases.elapsedSentence(0, threshold: threshold)
        : phrases.noTargetSentence(
          phrases.list(without, most: Self.mostNames), threshold: threshold)
    }
    return phrases.elapsedOfTargetSentence(
      value.certain, promised: promised,
      contract: value.contract.map(names.contract) ?? phrases.statedByScenario,
      on: name(element, value.measure), threshold: threshold)
  }

  private func question(_ finding: ConditionFinding, _ answers: [String: Bool]) -> String {
    guard case .asked(let text) = finding.condition.test else { return "" }
    return phrases.questionSentence(
      text.text(in: names.language), answer: finding.question.flatMap { answers[$0] })
  }

  /// The sentences of an entry, in one.
  func sentence(_ entry: EntryFinding, cause: IncidentCause, answers: [String: Bool]) -> String {
    entry.conditions.map { sentence($0, cause: cause, answers: answers) }.joined(separator: " ")
  }

  // MARK: - Who is told

  /// Why somebody is told, in a few words each: first the levels, then for whom it stands in.
  ///
  /// - Complexity: O(*g*·*l*) for *g* grounds and *l* levels.
  func grounds(_ notice: EscalationNotice, _ framework: EscalationFramework) -> [String] {
    var ranks: Set<Int> = []
    var standing: [String] = []
    var others: [String] = []
    for ground in notice.grounds {
      switch ground {
      case .level(let id):
        if let level = framework.levels.first(where: { $0.id == id }) { ranks.insert(level.level) }
      case .consumer(_, let components, let verdict):
        others.append(phrases.consumerGround(components.map(names.name), verdict))
      case .supplier(_, let components, let verdict):
        others.append(phrases.supplierGround(components.map(names.name), verdict))
      case .track(let track): others.append(phrases.trackGround(track))
      case .standsIn(let id, let absence):
        standing.append(phrases.standsInGround(contactName(id, framework), absence))
      }
    }
    let levels = ranks.isEmpty ? [] : [phrases.levelsGround(ranks.sorted(by: >))]
    return levels + standing + others
  }

  /// The name of a contact by its id.
  ///
  /// - Complexity: O(*k*) for *k* contacts.
  func contactName(_ id: String, _ framework: EscalationFramework) -> String {
    framework.contacts.first { $0.id == id }.map(contact) ?? id
  }

  /// Somebody without a contact, in one sentence.
  func missing(_ contact: MissingContact, _ framework: EscalationFramework) -> String {
    phrases.missingLine(
      contact, party: contact.party.map(names.party) ?? "",
      components: contact.components.map(names.name),
      above: contact.above.map { contactName($0, framework) })
  }
}
