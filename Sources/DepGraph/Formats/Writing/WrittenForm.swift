/// What stands in where the parts of a model say nothing, so that they need not repeat it.
///
/// Its extensions write the parts, one file a topic, as those of ``ReadingSession`` read them.
struct WrittenForm: Sendable {
  /// The zone of hours that name none.
  static let zone = "Europe/Amsterdam"

  /// The language of the model.
  let language: Language
  /// On what facts rest that do not say it.
  let evidence: Evidence

  /// What stands in for the parts of a model: its language, its basis, and the sources that more
  /// than half of what has that basis rest on.
  ///
  /// - Complexity: O(*n*) for *n* components and agreements.
  init(_ model: Model) {
    language = model.language
    evidence = Evidence(model.basis, sources: Self.commonSources(of: model))
  }

  /// Boyer and Moore's vote (1981): only one list of sources can have the majority.
  private static func commonSources(of model: Model) -> [String] {
    func forEach(_ look: (Evidence) -> Void) {
      for item in model.parties { look(item.evidence) }
      for item in model.contracts { look(item.evidence) }
      for item in model.components { look(item.evidence) }
      for item in model.commonCauses { look(item.evidence) }
    }
    var candidate: [String] = []
    var lead = 0
    var total = 0
    forEach { evidence in
      guard evidence.basis == model.basis else { return }
      total += 1
      if lead == 0 { candidate = evidence.sources }
      lead += evidence.sources == candidate ? 1 : -1
    }
    var votes = 0
    forEach { evidence in
      if evidence.basis == model.basis, evidence.sources == candidate { votes += 1 }
    }
    return votes * 2 > total ? candidate : []
  }

  // MARK: - What many parts have

  /// A text: as itself in the model's language, else by language.
  func text(_ text: LocalizedText) -> WrittenValue {
    if let only = text.text(onlyIn: language) { return .text(only) }
    return .mapping(
      Language.allCases.compactMap { other in
        text.isWritten(in: other)
          ? WrittenValue.Pair(other.rawValue, .text(text.text(in: other))) : nil
      })
  }

  /// What a fact rests on, where that is not what it would inherit.
  func write(_ evidence: Evidence, within outer: Evidence, into fields: inout WrittenFields) {
    if evidence.basis != outer.basis { fields["basis"] = .bare(evidence.basis.rawValue) }
    if evidence.sources != outer.sources { fields["source"] = .oneOrMore(evidence.sources) }
  }

  /// Who may see something.
  func marking(_ marking: Marking) -> WrittenValue {
    var fields = WrittenFields(.marking)
    fields["class"] = marking.classification.map { .text($0) }
    fields["tlp"] = marking.trafficLight.map { .text($0) }
    return fields.value
  }

  /// How dependable something is.
  func write(_ dependability: Dependability, into fields: inout WrittenFields) {
    fields["availability"] = dependability.availability.map { .ratio($0) }
    fields["mtbf"] = dependability.meanTimeBetweenFailures.map { .duration($0) }
    fields["mttr"] = dependability.meanTimeToRepair.map { .duration($0) }
  }

  /// A place on earth.
  func position(_ position: Position) -> WrittenValue {
    var fields = WrittenFields(.position)
    fields["lat"] = .number(position.latitude)
    fields["lon"] = .number(position.longitude)
    return fields.value
  }

  // MARK: - Hours

  /// Hours of the week; nil where they are `always`, which is the default everywhere.
  func hours(_ hours: WeeklyHours) -> WrittenValue? {
    guard case .windows(let windows) = hours else { return nil }
    return windows.count == 1 ? window(windows[0]) : .list(windows.map { window($0) })
  }

  private func window(_ window: WeeklyHours.Window) -> WrittenValue {
    var fields = WrittenFields(.window)
    let runs = Self.runs(of: window.days)
    fields["days"] = runs.count == 1 ? .bare(runs[0]) : .list(runs.map { .bare($0) })
    fields["from"] = .bare(Self.clock(window.from))
    fields["to"] = .bare(Self.clock(window.to))
    if window.zone.name != Self.zone { fields["zone"] = .text(window.zone.name) }
    return fields.value
  }

  private static func clock(_ minutes: Int) -> String {
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// Days as `daily`, `mon-fri`, `wed`.
  private static func runs(of days: [Int]) -> [String] {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    if days.count == 7 { return ["daily"] }
    var runs: [(first: Int, last: Int)] = []
    for day in days {
      if let last = runs.last?.last, last + 1 == day {
        runs[runs.count - 1].last = day
      } else {
        runs.append((day, day))
      }
    }
    return runs.map { first, last in
      first == last ? names[first - 1] : "\(names[first - 1])-\(names[last - 1])"
    }
  }
}
