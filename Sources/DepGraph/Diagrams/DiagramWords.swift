/// The words of diagrams in Dutch and English.
struct DiagramWords: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  func pick(_ dutch: String, _ english: String) -> String {
    language == .dutch ? dutch : english
  }

  // MARK: - States

  /// The word for a role.
  func word(for role: ShapeRole) -> String {
    switch role {
    case .plain: ""
    case .focus: pick("grootste bereik", "largest reach")
    case .origin: pick("oorzaak", "cause")
    case .down: pick("valt uit", "goes down")
    case .degraded: pick("beperkt", "degraded")
    case .reduced: pick("minder reserve", "less reserve")
    case .untold: pick("niet te zeggen", "cannot tell")
    case .unaffected: pick("niet geraakt", "not affected")
    case .supplier: pick("leverancier", "supplier")
    }
  }

  /// The sign for a role.
  static func glyph(of role: ShapeRole) -> String? {
    switch role {
    case .plain, .supplier: nil
    case .focus: "◆"
    case .origin: "✕"
    case .down: "■"
    case .degraded: "▲"
    case .reduced: "◇"
    case .untold: "?"
    case .unaffected: "○"
    }
  }

  /// The state of a shape in words.
  func state(of shape: Diagram.Shape) -> String {
    var parts = [word(for: shape.role)]
    if shape.isPossible { parts.append(possible) }
    if shape.isDouble { parts.append("single point of failure") }
    if shape.isUnknown { parts.append(needsMore) }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A shape as a sentence.
  func spoken(_ shape: Diagram.Shape) -> String {
    let said = ([state(of: shape)] + shape.facts).filter { !$0.isEmpty }
    return said.isEmpty ? "\(shape.name)." : "\(shape.name): \(said.joined(separator: ", "))."
  }

  /// What a question mark after a name says.
  var needsMore: String {
    pick("onbekend wat het verder nodig heeft", "unknown what else it needs")
  }

  var possible: String { pick("mogelijk", "possible") }

  // MARK: - Lines

  /// What a line means, without its arrow.
  func meaning(of role: LineRole) -> String {
    switch role {
    case .needs: pick("geen alternatief", "no alternative")
    case .alternative: pick("alternatief of tweede pad", "alternative or second path")
    case .soft: pick("werkt beperkt zonder", "works degraded without")
    case .inferred: pick("afgeleid of aangenomen, geen bron", "inferred or assumed, no source")
    case .supplied: pick("geleverd door", "supplied by")
    case .spreads: pick("uitval plant zich voort", "failure spreads")
    case .mayspread: pick("mogelijk: afgeleid", "possibly: inferred")
    case .weakens: pick("verzwakt, valt niet uit", "weakens, does not fell")
    case .holds: pick("hier houdt het stand", "here it holds")
    case .leans: pick("minder reserve werkt door", "less reserve passes on")
    case .carries: pick("houdt het over", "carries it")
    }
  }

  var arrowOfOverview: String { pick("A ▶ B: A hangt af van B", "A ▶ B: A depends on B") }
  var legend: String { pick("Legenda", "Key") }

  // MARK: - Kinds

  /// A number of things of a kind.
  func count(_ number: Int, _ kind: ComponentKind?) -> String {
    "\(number) \(number == 1 ? one(kind) : several(kind))"
  }

  private func one(_ kind: ComponentKind?) -> String {
    switch kind {
    case .site: pick("locatie", "site")
    case .power: pick("voeding", "power feed")
    case .timeSource: pick("tijdbron", "time source")
    case .software: pick("software", "software")
    case .link: pick("verbinding", "link")
    case .networkElement: pick("netwerkelement", "network element")
    case .platform: pick("platform", "platform")
    case .service: pick("dienst", "service")
    case .channel: pick("kanaal", "channel")
    case .facility: pick("voorziening", "facility")
    case .process: pick("proces", "process")
    case .consumer: pick("afnemer", "consumer")
    case nil: pick("onderdeel", "component")
    }
  }

  private func several(_ kind: ComponentKind?) -> String {
    switch kind {
    case .site: pick("locaties", "sites")
    case .power: pick("voedingen", "power feeds")
    case .timeSource: pick("tijdbronnen", "time sources")
    case .software: pick("softwareversies", "software releases")
    case .link: pick("verbindingen", "links")
    case .networkElement: pick("netwerkelementen", "network elements")
    case .platform: pick("platforms", "platforms")
    case .service: pick("diensten", "services")
    case .channel: pick("kanalen", "channels")
    case .facility: pick("voorzieningen", "facilities")
    case .process: pick("processen", "processes")
    case .consumer: pick("afnemers", "consumers")
    case nil: pick("onderdelen", "components")
    }
  }

  /// The word for the processes and consumers of a model.
  func users(_ kinds: Set<ComponentKind>, count: Int) -> String {
    switch (kinds.contains(.consumer), kinds.contains(.process)) {
    case (true, true):
      count == 1
        ? pick("afnemer of proces", "consumer or process")
        : pick("afnemers en processen", "consumers and processes")
    case (false, true): count == 1 ? one(.process) : several(.process)
    default: count == 1 ? one(.consumer) : several(.consumer)
    }
  }

  // MARK: - Numbers and times

  /// How many for certain and how many possibly, apart where they differ.
  func certainAndPossible(_ certain: Int, _ possible: Int) -> String {
    certain == possible
      ? "\(certain)"
      : pick(
        "zeker \(certain), mogelijk \(possible)", "certainly \(certain), possibly \(possible)")
  }

  /// A span of time in the largest whole unit.
  func span(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e12 else { return pick("nooit", "never") }
    let whole = Int(seconds.rounded())
    if whole < 120, whole % 60 != 0 { return "\(whole) s" }
    if whole < 3600 || (whole % 3600 != 0 && whole < 14_400) { return "\((whole + 30) / 60) min" }
    if whole <= 72 * 3600 || whole % 86_400 != 0 {
      let tenths = (whole + 180) / 360
      let point = pick(",", ".")
      let text = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(point)\(tenths % 10)"
      return "\(text) \(pick("uur", "h"))"
    }
    let days = whole / 86_400
    return "\(days) \(days == 1 ? pick("dag", "day") : pick("dagen", "days"))"
  }

  /// A moment after the failure, like `T+8 uur`.
  func moment(_ seconds: Double) -> String { seconds == 0 ? "T+0" : "T+\(span(seconds))" }

  /// A date as the language writes it.
  func date(_ date: CalendarDate) -> String {
    guard language == .dutch else {
      let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
      ]
      return "\(date.day) \(months[date.month - 1]) \(date.year)"
    }
    let text = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(text(date.day))-\(text(date.month))-\(date.year)"
  }

  /// Names joined with commas and a last "and".
  func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + pick(" en ", " and ") + last
  }
}
