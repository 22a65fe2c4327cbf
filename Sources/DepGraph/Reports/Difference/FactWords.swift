/// Says facts of two models in words: names in place of ids, units, and formulas as people say them.
struct FactWords {
  let before: DisplayNames
  let after: DisplayNames
  let phrases: Phrases

  private var language: Language { phrases.language }

  /// What an id is called in the later model, else in the earlier one.
  ///
  /// - Complexity: O(*p*) for *p* parties.
  func name(_ id: String) -> String {
    for names in [after, before] {
      if let vertex = names.compiled.vertex(of: id) { return names.name(vertex) }
    }
    let parties = after.compiled.model.parties + before.compiled.model.parties
    if let party = parties.first(where: { $0.id == id }) {
      return party.name?.text(in: language) ?? id
    }
    return id
  }

  /// What a part of a model is called.
  ///
  /// - Complexity: O(*n*) for *n* parts of its kind.
  func name(_ subject: FactSubject) -> String {
    let text = [after, before].lazy.compactMap { written(subject, in: $0.compiled.model) }.first
    switch subject.kind {
    case .model: return phrases.pick("het model zelf", "the model itself")
    case .component, .link, .commonCause, .party: return name(subject.id)
    case .expectation where text == nil:
      return subject.id.split(separator: " + ").map { name(String($0)) }.joined(separator: " + ")
    case .observation: return name(subject.id)
    default: return text ?? subject.id
    }
  }

  private func written(_ subject: FactSubject, in model: Model) -> String? {
    let text: LocalizedText? =
      switch subject.kind {
      case .contract: model.contracts.first { $0.id == subject.id }?.name
      case .contact: model.contacts.first { $0.id == subject.id }?.name
      case .escalation: model.escalation.first { $0.id == subject.id }?.name
      case .plan: model.plans.first { $0.id == subject.id }?.name
      case .measure: model.measures.first { $0.id == subject.id }?.text
      case .crew: model.crews.first { $0.id == subject.id }?.name
      case .restoreClass: model.restoreClasses.first { $0.id == subject.id }?.name
      case .source: model.sources.first { $0.id == subject.id }?.title
      default: nil
      }
    return text?.text(in: language)
  }

  // MARK: - Changes

  /// A change: "hersteltijd: 4 uur → 8 uur"; of lists only what came and went.
  ///
  /// - Complexity: O(*n* log *n*) for values of *n* parts.
  func sentence(_ change: FactDifference.Change) -> String {
    let key = phrases.word(change.name)
    switch (change.before, change.after) {
    case (.needs(let old)?, .needs(let new)?):
      return key
        + parts(
          gone: old.filter { !new.contains($0) }.map { self.words($0) },
          new: new.filter { !old.contains($0) }.map { self.words($0) })
    case (.set(let old, let wasOpen)?, .set(let new, let isOpen)?) where old.count + new.count > 2:
      let unknown = phrases.pick("onbekend", "unknown")
      return key
        + parts(
          gone: old.filter { !new.contains($0) }.map(name) + (wasOpen && !isOpen ? [unknown] : []),
          new: new.filter { !old.contains($0) }.map(name) + (isOpen && !wasOpen ? [unknown] : []))
    default:
      return
        "\(key): \(words(change.before, of: change.name)) → \(words(change.after, of: change.name))"
    }
  }

  private func parts(gone: [String], new: [String]) -> String {
    if gone.count == 1, new.count == 1 { return ": \(gone[0]) → \(new[0])" }
    var text: [String] = []
    if !gone.isEmpty {
      text.append(phrases.pick("niet meer ", "no longer ") + phrases.list(gone))
    }
    if !new.isEmpty { text.append(phrases.pick("nu ook ", "now also ") + phrases.list(new)) }
    return ": " + text.joined(separator: "; ")
  }

  // MARK: - Values

  /// A value in words; nil: that nothing is said.
  ///
  /// - Complexity: O(*n*) for a value of *n* parts.
  func words(_ value: FactValue?, of name: Fact.Name) -> String {
    guard let value else { return phrases.pick("niets vermeld", "nothing stated") }
    switch value {
    case .unknown: return phrases.pick("onbekend", "unknown")
    case .text(let text): return word(text, of: name.key)
    case .words(let dutch, let english):
      let text = language == .dutch ? dutch ?? english : english ?? dutch
      return "\u{2018}\(text ?? "")\u{2019}"
    case .number(let number):
      return name.key == .value ? phrases.share(number) : phrases.number(number)
    case .money(let money): return phrases.euros(money.euros)
    case .span(let span): return phrases.duration(span.seconds)
    case .share(let share): return words(share)
    case .flag(let isTrue): return phrases.word(isTrue)
    case .date(let date): return phrases.date(date)
    case .instant(let instant): return phrases.instant(instant)
    case .hours(let hours): return words(hours)
    case .position(let position):
      return "\(phrases.number(position.latitude, decimals: 5))° N, "
        + "\(phrases.number(position.longitude, decimals: 5))° "
        + phrases.pick("O", "E")
    case .list(let items): return items.map(self.name).joined(separator: ", ")
    case .set(let items, let isOpen):
      let unknown = isOpen ? [phrases.pick("onbekend", "unknown")] : []
      let all = items.map(self.name) + unknown
      return all.isEmpty ? phrases.pick("niets", "nothing") : phrases.list(all)
    case .needs(let needs):
      return phrases.list(needs.map { self.words($0) })
    }
  }

  private func word(_ text: String, of key: FactKey) -> String {
    switch key {
    case .kind: ComponentKind(rawValue: text).map(phrases.word) ?? text
    case .basis: Basis(rawValue: text).map(phrases.word) ?? text
    case .nature: ServiceTarget.Nature(rawValue: text).map(phrases.word) ?? text
    case .sector: after.sector(text)
    case .owner, .operator, .productOf, .parent, .provider, .customer, .party, .adoptedBy,
      .restoreClass, .deputy, .under:
      named(text)
    case .fails: phrases.pick("nooit", "never")
    default: text
    }
  }

  /// A name where something is called so, in any list.
  private func named(_ id: String) -> String {
    for kind in [FactSubject.Kind.contract, .contact, .restoreClass] {
      let subject = FactSubject(kind, id)
      for names in [after, before] {
        if let text = written(subject, in: names.compiled.model) { return text }
      }
    }
    return name(id)
  }

  /// A share as a percentage with all its digits, exact or from and to.
  private func words(_ share: Ratio) -> String {
    let percent = { (value: Double) in phrases.number(value * 100, decimals: 6) + "%" }
    return share.isExact
      ? percent(share.low)
      : percent(share.low) + phrases.pick(" tot ", " to ") + percent(share.high)
  }

  private func words(_ hours: WeeklyHours) -> String {
    guard case .windows(let windows) = hours else { return phrases.pick("altijd", "always") }
    return phrases.list(
      windows.map { window in
        "\(phrases.days(window.days)) \(clock(window.from))–\(clock(window.to))"
      })
  }

  private func clock(_ minute: Int) -> String {
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }

  // MARK: - Needs

  /// A need as people say it: "telefonie of terugvalnummer", "2 van a, b en c".
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  func words(_ need: ComparedNeed, isInside: Bool = false) -> String {
    switch need {
    case .unknown: return phrases.pick("iets dat niemand weet", "something that nobody knows")
    case .component(let need): return name(need.target) + marks(need)
    case .way(let way):
      let ends = alternatives(way.targets.map(name))
      let start = way.from.map { phrases.pick(" van ", " from ") + name($0) } ?? ""
      let text =
        phrases.pick("een weg", "a way") + start + phrases.pick(" naar ", " to ") + ends
        + phrases.pick(" over ", " over ") + way.network
      return text + remarks(holdup: way.holdup, switchover: nil, doubt: way.doubt)
    case .group(let group):
      let members = group.members.map { words($0, isInside: true) }
      let text: String
      if !group.offersAlternatives {
        text = phrases.list(members)
      } else if group.threshold == 1 {
        text = alternatives(members)
      } else {
        text =
          "\(phrases.number(group.threshold)) \(phrases.pick("van", "of")) "
          + phrases.list(members)
      }
      let marks = remarks(holdup: group.holdup, switchover: group.switchover, doubt: nil)
      return (isInside ? "(\(text))" : text) + marks
    }
  }

  private func alternatives(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + phrases.pick(" of ", " or ") + last
  }

  private func marks(_ need: ComparedNeed.Component) -> String {
    var marks: [String] = []
    if need.toleratesDegraded {
      marks.append(phrases.pick("ook als het beperkt werkt", "also when degraded"))
    }
    if need.givesDegraded { marks.append(phrases.pick("geeft beperkt", "gives degraded")) }
    if need.isScopedToSelf { marks.append(phrases.pick("alleen zelf", "itself only")) }
    return remarks(holdup: need.holdup, switchover: nil, doubt: need.doubt, marks)
  }

  private func remarks(
    holdup: TimeSpan?, switchover: TimeSpan?, doubt: Basis?, _ others: [String] = []
  ) -> String {
    var all = others
    if let holdup {
      all.append(
        phrases.pick("houdt het ", "lasts ") + phrases.duration(holdup.seconds)
          + phrases.pick(" uit", " without it"))
    }
    if let switchover {
      all.append(
        phrases.pick("omschakelen ", "changing over ") + phrases.duration(switchover.seconds))
    }
    if let doubt { all.append(phrases.word(doubt)) }
    return all.isEmpty ? "" : " (" + all.joined(separator: "; ") + ")"
  }
}

extension Phrases {
  /// Days of the week: "ma–vr", "Sat, Sun".
  fileprivate func days(_ days: [Int]) -> String {
    let names =
      language == .dutch
      ? ["ma", "di", "wo", "do", "vr", "za", "zo"]
      : ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let known = days.filter { (1...7).contains($0) }
    guard let first = known.first, let last = known.last else { return "" }
    if known.count == 7 { return pick("dagelijks", "daily") }
    if known.count > 2, last - first + 1 == known.count {
      return "\(names[first - 1])–\(names[last - 1])"
    }
    return known.map { names[$0 - 1] }.joined(separator: ", ")
  }
}
