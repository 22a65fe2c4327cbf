/// The sentences of `measures`.
extension Phrases {
  private static let measure = Noun(("maatregel", "maatregelen"), ("measure", "measures"))

  var measuresTitle: String {
    pick("Maatregelen: hoe ver, en wat ze veranderen", "Measures: how far, and what they change")
  }

  func measuresSentence(_ counts: MeasureCounts) -> String {
    guard counts.all > 0 else {
      return pick("Het model bevat geen maatregelen.", "The model holds no measures.")
    }
    let parts = [
      (counts.done, pick("gereed", "done")), (counts.running, pick("in uitvoering", "running")),
      (counts.planned, pick("gepland", "planned")),
      (counts.unknown, pick("zonder bekende stand", "of unknown status")),
    ].filter { $0.0 > 0 }.map { "\(number($0.0)) \($0.1)" }
    let late =
      counts.overdue == 0
      ? "" : pick(" Te laat: \(number(counts.overdue)).", " Overdue: \(number(counts.overdue)).")
    let effect =
      counts.stated == 0
      ? pick(
        " Van geen enkele is vastgelegd wat zij in het model toevoegt of wegneemt.",
        " Of none it is recorded what it adds to the model or takes away.")
      : counts.effective == 0
        ? pick(
          " Voor zover te berekenen verandert geen ervan iets voor afnemers en processen.",
          " As far as can be computed none changes anything for consumers and processes.")
        : pick(
          " \(number(counts.effective)) \(counts.effective == 1 ? "verandert" : "veranderen") iets voor afnemers of processen.",
          " \(number(counts.effective)) \(counts.effective == 1 ? "changes" : "change") something for consumers or processes."
        )
    return "\(count(counts.all, Self.measure)): \(list(parts)).\(late)\(effect)"
  }

  var measureColumns: [String] {
    [
      pick("Maatregel", "Measure"), pick("Eigenaar", "Owner"), pick("Stand", "Status"),
      pick("Uiterlijk", "Due"), pick("Wat hij verandert", "What it changes"),
    ]
  }

  func word(_ status: MeasureReview.Status, as written: String?) -> String {
    switch status {
    case .done: pick("gereed", "done")
    case .running: pick("in uitvoering", "running")
    case .planned: pick("gepland", "planned")
    case .unknown:
      written.map {
        $0 == "unknown"
          ? pick("onbekend", "unknown") : pick("\u{2018}\($0)\u{2019}", "\u{2018}\($0)\u{2019}")
      }
        ?? notWrittenDown
    }
  }

  func word(_ timing: MeasureReview.Timing, due: CalendarDate?) -> String {
    let date = due.map(self.date) ?? notWrittenDown
    switch timing {
    case .overdue(let days):
      return date + pick(": \(age(days: days)) te laat", ": \(age(days: days)) overdue")
    case .ahead(let days):
      return date + pick(": over \(age(days: days))", ": in \(age(days: days))")
    case .done, .noDate: return date
    case .cannotTell:
      return date + pick(": geen peildag om naar te oordelen", ": no day to judge at")
    }
  }

  func word(_ effect: MeasureReview.Effect) -> String {
    switch effect {
    case .notStated:
      pick("niet vastgelegd", "not recorded")
    case .notComputable(let obstacle): word(obstacle)
    case .changes(let changes) where changes.isEmpty:
      pick(
        "voor zover bekend niets voor afnemers en processen",
        "nothing for consumers and processes as far as is known")
    case .changes(let changes):
      pick("iets voor ", "something for ") + count(changes.count, Phrases.user)
    }
  }

  private func word(_ obstacle: MeasureReview.Obstacle) -> String {
    switch obstacle {
    case .notInModel:
      pick(
        "niet te berekenen: het staat niet in het model",
        "cannot be computed: it is not in the model")
    case .alreadyGone:
      pick(
        "niet te berekenen: wat is weggenomen, staat niet meer in het model",
        "cannot be computed: what was taken away is no longer in the model")
    case .neverOperational(let ids):
      pick(
        "niet te berekenen: zonder dit zou \(list(ids, most: 3)) nooit werken",
        "cannot be computed: without it \(list(ids, most: 3)) would never work")
    }
  }

  // MARK: - Remarks

  var countedAlready: String {
    pick(
      "Let op: deze maatregel is niet gereed, maar wat hij toevoegt staat al in het model: andere antwoorden rekenen ermee.",
      "Mind: this measure is not done, but what it adds is in the model already: other answers count it."
    )
  }
  var stillHeld: String {
    pick(
      "Let op: deze maatregel is gereed, maar wat hij wegneemt staat nog in het model.",
      "Mind: this measure is done, but what it takes away is still in the model.")
  }
  func missingParts(_ names: [String]) -> String {
    pick(
      "Niet in het model, en dus niet meegerekend: \(list(names)).",
      "Not in the model, and so not counted: \(list(names)).")
  }

  // MARK: - Changes

  var changeColumns: [String] {
    [
      pick("Voor wie", "For whom"), pick("Single points of failure", "Single points of failure"),
      pick("Storingen nodig", "Failures needed"),
      pick("Langste uitval door één storing", "Longest outage by one failure"),
    ]
  }
  var unavailabilityTitle: String { pick("Kans op uitval", "Chance of being down") }

  /// From how many single points to how many, and which go and come.
  func pointChange(_ change: MeasureChange, _ name: @escaping (String) -> String) -> String {
    let before = change.before?.points.count
    let after = change.after?.points.count
    let told = { (points: [MeasureChange.Point]) in
      list(
        points.map {
          name($0.id) + ($0.verdict == .possible ? pick(" (mogelijk)", " (possible)") : "")
        }, most: 5)
    }
    var text = fromTo(before.map { number($0) }, after.map { number($0) })
    if !change.gone.isEmpty { text += pick("; vervalt: ", "; gone: ") + told(change.gone) }
    if !change.new.isEmpty { text += pick("; nieuw: ", "; new: ") + told(change.new) }
    return text
  }

  func robustnessChange(_ change: MeasureChange) -> String {
    let most = Robustness.highestOrder
    let word = { (state: MeasureChange.State) in
      state.robustness.map { number($0) }
        ?? pick("meer dan \(most)", "more than \(most)")
    }
    return fromTo(change.before.map(word), change.after.map(word))
  }

  func outageChange(_ change: MeasureChange) -> String {
    fromTo(change.before.map(outage), change.after.map(outage))
  }

  private func outage(_ state: MeasureChange.State) -> String {
    guard !state.points.isEmpty else { return pick("geen", "none") }
    guard let longest = state.longestOutage else {
      return pick("niet bekend", "not known")
    }
    let length =
      longest.isFinite
      ? duration(longest) : pick("komt niet vanzelf terug", "does not come back by itself")
    return state.withoutRepairTime.isEmpty
      ? length : pick("ten minste \(length)", "at least \(length)")
  }

  func unavailabilityChange(_ change: MeasureChange) -> String {
    let word = { (state: MeasureChange.State) -> String in
      guard let value = state.unavailability else { return self.pick("niet bekend", "not known") }
      let share = self.share(value.high)
      return state.unavailabilityIsLeast
        ? self.pick("ten minste \(share)", "at least \(share)") : share
    }
    let (before, after) = (change.before.map(word), change.after.map(word))
    let isHidden =
      before == after && change.before?.unavailability != change.after?.unavailability
    return fromTo(before, after)
      + (isHidden
        ? pick(
          " (verschil kleiner dan de afronding)", " (the difference is less than the rounding)")
        : "")
  }

  private func fromTo(_ before: String?, _ after: String?) -> String {
    let absent = pick("bestaat niet", "does not exist")
    let (first, last) = (before ?? absent, after ?? absent)
    return first == last ? first : "\(first) → \(last)"
  }

  func measuresNote(day: CalendarDate?) -> String {
    (day.map { pick("Beoordeeld naar \(date($0)). ", "Judged at \(date($0)). ") }
      ?? pick(
        "Er is geen peildag: wat te laat is, is niet te zeggen. ",
        "There is no day to judge at: what is overdue cannot be told. "))
      + pick(
        "Links van de pijl het model zonder de maatregel, rechts ervan met. Hersteltijden zijn die van het onderdeel zelf, anders die van het contract dat het langste belooft.",
        "Left of the arrow the model without the measure, right of it with it. Repair times are a component's own, else that of the contract that promises the longest."
      )
  }
}

/// How many measures there are of each sort.
struct MeasureCounts {
  let all: Int
  let done: Int
  let running: Int
  let planned: Int
  let unknown: Int
  let overdue: Int
  /// Those that say what they add or remove.
  let stated: Int
  /// Those that change something.
  let effective: Int

  init(_ entries: [MeasureReview.Entry]) {
    let count = { (status: MeasureReview.Status) in entries.count { $0.status == status } }
    all = entries.count
    (done, running, planned, unknown) = (
      count(.done), count(.running), count(.planned), count(.unknown)
    )
    overdue = entries.count { if case .overdue = $0.timing { true } else { false } }
    stated = entries.count { $0.effect != .notStated }
    effective = entries.count {
      if case .changes(let changes) = $0.effect { !changes.isEmpty } else { false }
    }
  }
}
