/// A message about planned works, ready to be sent.
public struct WorksMessage: Hashable, Sendable {
  /// A piece of the message.
  public enum Part: Hashable, Sendable {
    /// Sentences.
    case text(String)
    /// Points.
    case points([String])
  }

  /// What it is about, in one line.
  public let subject: String
  /// The message.
  public let parts: [Part]

  /// The message as plain text.
  ///
  /// - Complexity: O(*n*) for a message of *n* characters.
  public var body: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .points(let points): points.map { "- \($0)" }.joined(separator: "\n")
      }
    }.joined(separator: "\n\n") + "\n"
  }
}

extension PlannedWorks {
  /// The message to someone.
  ///
  /// - Parameters:
  ///   - addressee: Whom it is for.
  ///   - compiled: The model that was asked about.
  ///   - language: The language.
  /// - Returns: The message; to whoever does works it does not say who is hit.
  /// - Complexity: O(*n*) for *n* works and effects that concern them.
  public func message(
    to addressee: Addressee, in compiled: CompiledModel, language: Language
  ) -> WorksMessage {
    let words = WorksWords(
      works: self, names: DisplayNames(compiled: compiled, language: language),
      phrases: Phrases(language))
    return addressee.role == .affected
      ? words.affected(addressee) : words.carrier(addressee)
  }
}

/// What is said of works in a language.
struct WorksWords {
  let works: PlannedWorks
  let names: DisplayNames
  let phrases: Phrases

  /// Who does a work, with its number.
  func by(_ window: PlannedWorks.Window) -> String {
    let notice = window.notice
    let provider = notice.provider.map { names.party($0) }
    let parts = [provider, notice.id].compactMap(\.self)
    return parts.isEmpty
      ? notice.text ?? phrases.pick("niet gemeld", "not announced")
      : parts.joined(separator: " ")
  }

  /// What is worked at, by name; what nobody knows as it is written.
  func objects(_ window: PlannedWorks.Window) -> String {
    let unknown = window.unknown.map {
      $0 + phrases.pick(" (onbekend)", " (unknown)")
    }
    return phrases.list(window.vertices.map(names.name) + unknown, most: 5)
  }

  /// The names of why something cannot be told.
  func reasons(_ spell: PlannedWorks.Spell) -> [String] {
    spell.because.map { id in names.compiled.vertex(of: id).map(names.name) ?? id }
  }

  fileprivate func affected(_ addressee: Addressee) -> WorksMessage {
    let worst = addressee.effects.map(\.worst).max() ?? .notAffected
    let hit = addressee.effects.filter { $0.worst == worst }
    let first = hit.flatMap(\.spells).filter { $0.grade == worst }.map(\.from).min()
    let lines = addressee.windows.map { index in
      let window = works.windows[index]
      return phrases.workLine(
        index, by(window),
        phrases.span(local(window.notice.start), local(window.notice.end)), objects(window),
        phrases.word(window.notice.impact))
    }
    let effects = addressee.effects.flatMap { effect in
      effect.spells.map { phrases.effectLine(names.name(effect.vertex), $0) }
    }
    return WorksMessage(
      subject: phrases.affectedSubject(
        first ?? works.question.zone.local(Instant(secondsSinceEpoch: 0)), worst: worst,
        names: hit.map { names.name($0.vertex) }),
      parts: [
        .text(phrases.affectedOpening(worst)), .points(lines),
        .text(phrases.expectation(zone: works.question.zone.name)), .points(effects),
        .text(phrases.affectedClosing(worst)),
      ])
  }

  fileprivate func carrier(_ addressee: Addressee) -> WorksMessage {
    // Its own works by their numbers; of those of others only that there are any.
    let own = addressee.windows.filter { isOf(works.windows[$0], addressee.party) }
    let spells = works.overlaps.filter { overlap in
      overlap.windows.contains { own.contains($0) }
    }.flatMap(\.effects).flatMap(\.spells).filter { $0.grade >= .degraded }
    let from = spells.map(\.from).min()
    let untils = spells.map(\.until)
    let until = untils.contains(nil) ? nil : untils.compactMap(\.self).max()
    let ids = own.map { works.windows[$0].notice.id ?? phrases.number($0 + 1) }
    let lines = own.map { index in
      let window = works.windows[index]
      return phrases.span(local(window.notice.start), local(window.notice.end)) + ": "
        + objects(window)
    }
    return WorksMessage(
      subject: phrases.carrierSubject(ids),
      parts: [
        .text(phrases.carrierOpening(from.map { phrases.span($0, until) } ?? "")),
        .points(lines), .text(phrases.carrierClosing),
      ])
  }

  private func isOf(_ window: PlannedWorks.Window, _ party: String?) -> Bool {
    guard let party else { return window.notice.provider == nil }
    if let provider = window.notice.provider {
      let known = names.compiled.model.parties.first { $0.id == party }
      let called = [party, known?.name?.text(in: .dutch), known?.name?.text(in: .english)]
      if called.compactMap({ $0?.lowercased() }).contains(provider.lowercased()) { return true }
    }
    return window.vertices.contains { names.compiled.component($0)?.operator == party }
  }

  func local(_ instant: Instant) -> Instant { works.question.zone.local(instant) }
}
