/// The words of diagrams in Dutch and English.
struct DiagramWords: Sendable {
  let language: Language
  /// Whether arrows lead the other way than those of the view do.
  let isTurned: Bool

  init(_ language: Language, isTurned: Bool = false) {
    self.language = language
    self.isTurned = isTurned
  }

  func pick(_ dutch: String, _ english: String) -> String {
    language == .dutch ? dutch : english
  }

  // MARK: - States

  /// The word for a role.
  func word(for role: ShapeRole) -> String {
    switch role {
    case .plain: ""
    case .focus: pick("genoemd in de kop", "named in the headline")
    case .origin: pick("oorzaak", "cause")
    case .down: pick("valt uit", "goes down")
    case .degraded: pick("beperkt", "degraded")
    case .reduced: pick("minder reserve", "reduced redundancy")
    case .untold: pick("niet te zeggen", "cannot tell")
    case .unaffected: pick("geen bekend gevolg", "no known effect")
    case .supplier: pick("leverancier", "supplier")
    case .breaker, .locked, .waiting: startWord(for: role)
    case .worst, .serious, .minor, .harmless, .exposed, .secure: heat(of: role)
    case .cutPoint, .bridge: connection(role)
    case .joint: jointKey
    case .contract, .ending, .opaque: agreement(role)
    case .late, .unpromised, .inTime: promised(role)
    case .added, .removed, .altered: difference(role)
    }
  }

  /// The sign for a role.
  static func glyph(of role: ShapeRole) -> String? {
    switch role {
    case .plain, .supplier, .harmless, .exposed, .secure, .contract, .inTime: nil
    case .joint: "+"
    case .worst, .cutPoint: "◆"
    case .serious, .bridge, .ending: "▲"
    case .minor: "●"
    case .focus: "◆"
    case .origin, .unpromised: "✕"
    case .down, .late: "■"
    case .degraded: "▲"
    case .reduced: "◇"
    case .untold, .opaque: "?"
    case .added: "+"
    case .removed: "−"
    case .altered: "△"
    case .unaffected: "○"
    case .breaker: "◆"
    case .locked: "■"
    case .waiting: "▲"
    }
  }

  /// The state of a shape in words.
  func state(of shape: Diagram.Shape) -> String {
    var parts = [word(for: shape.role)]
    if shape.isPossible { parts.append(possible) }
    if shape.isDouble { parts.append("single point of failure (SPOF)") }
    if shape.isUnknown { parts.append(needsMore) }
    if shape.isHighlighted { parts.append(pointedOut) }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What is said of a shape beyond its state.
  func facts(of shape: Diagram.Shape) -> String {
    let said = [word(for: shape.role), shape.isPossible ? possible : ""]
    return shape.facts.flatMap { $0.split(separator: "·") }
      .map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !said.contains($0) }.joined(separator: ", ")
  }

  /// A shape as a sentence.
  func spoken(_ shape: Diagram.Shape) -> String {
    let said = [state(of: shape), facts(of: shape)].filter { !$0.isEmpty }
    return said.isEmpty ? "\(shape.name)." : "\(shape.name): \(said.joined(separator: ", "))."
  }

  /// What a question mark after a name says.
  var needsMore: String {
    pick("onbekend wat het verder nodig heeft", "unknown what else it needs")
  }

  var possible: String { pick("mogelijk", "possible") }

  /// What is said of a thing whose independence somebody stated.
  var asStated: String { pick("volgens opgave", "as stated") }

  // MARK: - Lines

  /// What a line means, without its arrow.
  func meaning(of role: LineRole) -> String {
    if isTurned, let turned = turned(role) { return turned }
    return switch role {
    case .needs: pick("geen alternatief", "no alternative")
    case .alternative: pick("alternatief of tweede pad", "alternative or second path")
    case .soft: pick("werkt beperkt zonder", "works degraded without")
    case .inferred: pick("afgeleid of aangenomen, geen bron", "inferred or assumed, no source")
    case .supplied: pick("geleverd door", "supplied by")
    case .spreads: pick("uitval plant zich voort", "failure spreads")
    case .mayspread: pick("mogelijk: afgeleid", "possibly: inferred")
    case .weakens: pick("verzwakt, valt niet uit", "weakens, does not take down")
    case .holds: pick("hier houdt het stand", "here it holds")
    case .leans: pick("minder reserve werkt door", "reduced redundancy passes on")
    case .carries: pick("draagt het", "carries it")
    case .awaits: pick("wacht op", "waits for")
    case .shares, .defeats, .falseAlternative: common(role)
    case .joins, .cutOff: joining(role)
    case .provides, .subcontracts, .irreplaceable, .mayLack, .sameSource, .replaceable:
      supplying(role)
    case .covers, .fallsShort, .restsOn, .standsUnder: agreeing(role)
    case .arrives, .departs: difference(role)
    }
  }

  /// What stands between the ends of a line in a text.
  static func arrow(of role: LineRole) -> String {
    role == .joins || role == .cutOff ? "–" : "→"
  }

  /// How an arrow of a picture that has no words of its own for it is read.
  var arrowOfOverview: String { isTurned ? arrowOfSpread : arrowOfNeed }
  var legend: String { pick("Legenda", "Key") }

  // MARK: - Kinds

  /// A number of things of a kind.
  func count(_ number: Int, _ kind: ComponentKind?) -> String {
    "\(number) \(word(kind, for: number))"
  }

  /// The word for things of a kind, by their number; no kind: components.
  func word(_ kind: ComponentKind?, for number: Int) -> String {
    let (one, several) = forms(of: kind)
    return number == 1 ? one : several
  }

  private func forms(of kind: ComponentKind?) -> (one: String, several: String) {
    let (dutch, english) = Self.forms(of: kind)
    return language == .dutch ? dutch : english
  }

  private typealias Forms = (one: String, several: String)

  private static func forms(of kind: ComponentKind?) -> (dutch: Forms, english: Forms) {
    switch kind {
    case .site: (("locatie", "locaties"), ("site", "sites"))
    case .power: (("stroomvoorziening", "stroomvoorzieningen"), ("power feed", "power feeds"))
    case .timeSource: (("tijdbron", "tijdbronnen"), ("time source", "time sources"))
    case .software:
      (("softwareversie", "softwareversies"), ("software release", "software releases"))
    case .link: (("verbinding", "verbindingen"), ("link", "links"))
    case .networkElement:
      (("netwerkonderdeel", "netwerkonderdelen"), ("network element", "network elements"))
    case .platform: (("platform", "platforms"), ("platform", "platforms"))
    case .service: (("dienst", "diensten"), ("service", "services"))
    case .channel: (("communicatiekanaal", "communicatiekanalen"), ("channel", "channels"))
    case .facility: (("voorziening", "voorzieningen"), ("facility", "facilities"))
    case .process: (("proces", "processen"), ("process", "processes"))
    case .consumer: (("afnemer", "afnemers"), ("consumer", "consumers"))
    case nil: (("onderdeel", "onderdelen"), ("component", "components"))
    }
  }

  /// The word for the processes and consumers of a model.
  func users(_ kinds: Set<ComponentKind>, count: Int) -> String {
    switch (kinds.contains(.consumer), kinds.contains(.process)) {
    case (true, true):
      count == 1
        ? pick("afnemer of proces", "consumer or process")
        : pick("afnemers en processen", "consumers and processes")
    case (false, true): word(.process, for: count)
    default: word(.consumer, for: count)
    }
  }

  // MARK: - Numbers and times

  /// "zeker 5, mogelijk in totaal 9": how many for certain and how many possibly.
  ///
  /// - Parameters:
  ///   - certain: Those down whatever uncertain facts turn out to be.
  ///   - possible: Those and the possible ones together.
  ///   - write: How a number is written.
  /// - Returns: The certain alone where nothing is only possible.
  func certainAndPossible(
    _ certain: Int, _ possible: Int, write: (Int) -> String = { "\($0)" }
  ) -> String {
    if possible == certain {
      return pick("zeker \(write(certain))", "\(write(certain)) for certain")
    }
    if certain == 0 {
      return pick(
        "mogelijk \(write(possible)) (geen zeker)", "possibly \(write(possible)) (none for certain)"
      )
    }
    return pick(
      "zeker \(write(certain)), mogelijk in totaal \(write(possible))",
      "\(write(certain)) for certain, possibly \(write(possible)) in all")
  }

  /// What failed: names, or their number where there are many.
  func failed(_ names: [String]) -> String {
    names.count > 3 ? count(names.count, nil) : list(names)
  }

  /// "a en b uitvallen".
  func fails(_ names: [String]) -> String {
    let verb = names.count > 1 ? pick("uitvallen", "fail") : pick("uitvalt", "fails")
    return "\(failed(names)) \(verb)"
  }

  /// The end of a scenario: what was named "vallen uit".
  func failVerb(_ count: Int) -> String {
    count > 1 ? pick("vallen uit", "fail") : pick("valt uit", "fails")
  }

  /// That shapes were folded into groups.
  func folded(_ members: Int, into groups: Int, _ more: String) -> String {
    pick(
      "\(count(members, nil)) samengenomen in \(groups) \(groups == 1 ? "groep" : "groepen")\(more).",
      "\(count(members, nil)) drawn as \(groups) \(groups == 1 ? "group" : "groups")\(more).")
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

  /// How many for certain, and how many at most: "zeker 3, mogelijk 5".
  func sureAndPossible(_ certain: Int, _ possible: Int) -> String {
    certain == 0
      ? pick("mogelijk \(possible)", "possibly \(possible)")
      : pick(
        "zeker \(certain), mogelijk \(possible)", "\(certain) for certain, possibly \(possible)")
  }

  /// Names joined with commas and a last "and".
  func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + pick(" en ", " and ") + last
  }
}
