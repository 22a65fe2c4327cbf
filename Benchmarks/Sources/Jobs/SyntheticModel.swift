import Foundation

/// A random model as people write it: sites and power below, a network with two vendors' equipment on
/// them, platforms and services in between, processes with their users on top.
///
/// Numbers below are used more often the lower they are, so that some components carry a great deal.
struct SyntheticModel {
  /// The kinds of components from the bottom up, with their shares of the whole in thousandths.
  private static let layers: [(kind: String, share: Int)] = [
    ("site", 20), ("power", 50), ("time-source", 5), ("network-element", 200), ("link", 50),
    ("platform", 150), ("service", 350), ("process", 175),
  ]
  private static let places = [
    (dutch: "Noordstad", english: "North Town"), (dutch: "Zuiderhaven", english: "South Harbour"),
    (dutch: "Oostwijk", english: "East Quarter"), (dutch: "Westdijk", english: "West Dike"),
    (dutch: "Middelburcht", english: "Middle Castle"),
  ]
  private static let nouns = [
    "site": (dutch: "Locatie", english: "Site"), "power": (dutch: "Voeding", english: "Power feed"),
    "time-source": (dutch: "Tijdbron", english: "Time source"),
    "network-element": (dutch: "Netwerkknoop", english: "Network node"),
    "link": (dutch: "Verbinding", english: "Link"),
    "platform": (dutch: "Platform", english: "Platform"),
    "service": (dutch: "Dienst", english: "Service"),
    "process": (dutch: "Proces", english: "Process"),
  ]
  private static let sectors = [
    "energy", "transport-air", "banking", "health", "drinking-water", "public-administration",
  ]
  private static let supplierCount = 40
  private static let organisationCount = 60
  private static let contractCount = 80
  private static let sourceCount = 30

  private var random: SplitMix64
  /// How many components there are of each kind.
  private var counts: [String: Int] = [:]
  private var text = ""

  init(componentCount: Int, seed: UInt64) {
    random = SplitMix64(state: seed)
    var rest = componentCount
    for layer in SyntheticModel.layers {
      counts[layer.kind] = max(4, componentCount * layer.share / 1000)
      rest -= counts[layer.kind, default: 0]
    }
    counts["service", default: 0] += rest
  }

  /// The YAML text.
  mutating func yaml() -> String {
    text = """
      depgraph: 1
      name: {nl: Rekenvoorbeeld (fictief), en: Computing example (fictional)}
      language: nl
      as-of: 2026-06-01
      basis: fictional
      marking: {class: ONGERUBRICEERD, tlp: GREEN}

      """
    writeSurroundings()
    text += "\ncomponents:\n"
    for layer in SyntheticModel.layers {
      for number in 0..<counts[layer.kind, default: 0] { write(layer.kind, number) }
    }
    return text
  }

  private mutating func writeSurroundings() {
    text += "\nsources:\n"
    for number in 0..<SyntheticModel.sourceCount {
      text += "  - {id: source-\(number), title: Verslag \(number) (fictief), date: 2025-11-20}\n"
    }
    text += "\nparties:\n"
    for number in 0..<SyntheticModel.organisationCount {
      let names = "{nl: Organisatie \(number), en: Organisation \(number)}"
      text += "  - {id: organisation-\(number), name: \(names)}\n"
    }
    for number in 0..<SyntheticModel.supplierCount {
      let names = "{nl: Leverancier \(number), en: Supplier \(number)}"
      text += "  - {id: supplier-\(number), name: \(names), role: [supplier]}\n"
    }
    text += "\nrestore-classes:\n"
    text += "  - {id: first, name: {nl: Eerst, en: First}, rank: 1}\n"
    text += "  - {id: later, name: {nl: Later, en: Later}, rank: 2}\n"
    text += "\ncontracts:\n"
    for number in 0..<SyntheticModel.contractCount {
      text += """
          - id: sla-\(number)
            name: {nl: Dienstafspraak \(number), en: Service agreement \(number)}
            kind: sla
            provider: supplier-\(number % SyntheticModel.supplierCount)
            customer: organisation-\(number % SyntheticModel.organisationCount)
            covers: ["tag:contract-\(number)"]
            targets:
              - {priority: 1, restore-within: 4h, nature: guaranteed, clock-from: report}
            service-window: always

        """
    }
  }

  // MARK: - Components

  private mutating func write(_ kind: String, _ number: Int) {
    let place = SyntheticModel.places[number % SyntheticModel.places.count]
    let noun = SyntheticModel.nouns[kind, default: (dutch: kind, english: kind)]
    let dutch = "\(noun.dutch) \(number) \(place.dutch)"
    let english = "\(noun.english) \(number) \(place.english)"
    text += "  - id: \(kind)-\(number)\n    name: {nl: \(dutch), en: \(english)}\n"
    text += "    kind: \(kind)\n    layer: \(kind)\n"
    text += "    owner: organisation-\(below(SyntheticModel.organisationCount))\n"
    text += "    source: source-\(below(SyntheticModel.sourceCount))\n"
    switch kind {
    case "site": line("region", "[NL\(1 + number % 4)]")
    case "power": writePower(number)
    case "time-source": writeEquipment(releaseCount: 3)
    case "network-element": writeEquipment(releaseCount: 24)
    case "link": writeLink(number)
    case "platform": writePlatform()
    case "service": writeService(number)
    default: writeProcess()
    }
    if below(4) == 0 { line("external", "{cmdb: \(kind.uppercased())-\(10_000 + number)}") }
    if below(3) == 0 { line("checked", "2026-0\(1 + below(5))-1\(below(10))") }
    if below(8) == 0 {
      line("note", "{nl: Opgegeven door de beheerder., en: As stated by the operator.}")
    }
  }

  private mutating func writePower(_ number: Int) {
    line("availability", "99.9\(below(10))%")
    line("shares", "{site: \(pick("site"))}")
    // The first quarter are feeds of the grid, which need nothing here.
    let feeds = max(2, counts["power", default: 2] / 4)
    guard number >= feeds else { return }
    let (first, second) = two { "power-\($0.below(feeds))" }
    line("requires", "[{any: [\(first), \(second)], holdup: \(1 + below(12))h}]")
  }

  private mutating func writeEquipment(releaseCount: Int) {
    line("operator", "supplier-\(skewed(SyntheticModel.supplierCount))")
    line("product-of", "supplier-\(skewed(SyntheticModel.supplierCount))")
    line("shares", "{site: \(pick("site")), software: release-\(skewed(releaseCount))}")
    let (first, second) = two { $0.pick("power") }
    let isDouble = below(3) == 0
    line("requires", isDouble ? "[{any: [\(first), \(second)], holdup: 30m}]" : "[\(first)]")
    line("repair", "\(2 + below(6))h")
    line("tags", "[contract-\(below(SyntheticModel.contractCount))]")
  }

  /// A ring over the first nodes, then links across it.
  private mutating func writeLink(_ number: Int) {
    let ring = counts["link", default: 4] * 4 / 5
    let from = number % ring
    let to = number < ring ? (from + 1) % ring : (from + 1 + below(ring - 1)) % ring
    line("ends", "[network-element-\(from), network-element-\(to)]")
    line("network", "fibre")
    line("shares", "{duct: duct-\(below(ring))}")
  }

  private mutating func writePlatform() {
    line("operator", "organisation-\(below(SyntheticModel.organisationCount))")
    line("shares", "{site: \(pick("site")), software: platform-release-\(skewed(60))}")
    let (first, second) = two { $0.pick("network-element") }
    text += "    requires:\n      - {any: [\(first), \(second)], switchover: 5m}\n"
    text += "      - \(pick("power"))\n"
    if below(2) == 0 { text += "      - {ref: \(pick("time-source")), holdup: 24h}\n" }
    line("restart", "\(10 + below(50))m")
    line("tags", "[contract-\(below(SyntheticModel.contractCount))]")
  }

  private mutating func writeService(_ number: Int) {
    line("operator", "organisation-\(below(SyntheticModel.organisationCount))")
    let (first, second) = two { $0.pick("platform") }
    let (third, _) = two { $0.pick("platform") }
    text += "    requires:\n"
    switch below(10) {
    case 0: text += "      - {at-least: 2, of: [\(first), \(second), \(pick("network-element"))]}\n"
    case 1...3: text += "      - {any: [\(first), \(second)], switchover: 10m}\n"
    case 4: text += "      - {ref: \(first), basis: assumed}\n      - \(third)\n"
    default: text += "      - \(first)\n      - \(third)\n"
    }
    if number > 0, below(3) == 0 {
      text += "      - service-\(skewed(number))\n"
    }
    if below(20) == 0 {
      let ring = counts["link", default: 4] * 4 / 5
      let from = below(ring)
      let to = (from + 1 + below(ring - 1)) % ring
      let ends = "to: [network-element-\(to)], from: network-element-\(from)"
      text += "      - {path: {\(ends), over: fibre}, holdup: 15m}\n"
    }
    if below(4) == 0 { line("degrades-without", "[{ref: \(pick("platform")), scope: self}]") }
    if below(10) == 0 { line("repair-needs", "[{any: [\(pick("platform")), \(first)]}]") }
  }

  private mutating func writeProcess() {
    line("sector", SyntheticModel.sectors[below(SyntheticModel.sectors.count)])
    let (first, second) = two { $0.pick("service") }
    let other = pick("service")
    let isSecured = below(3) == 0
    line(
      "requires", isSecured ? "[{any: [\(first), \(second)], holdup: 1h}, \(other)]" : "[\(first)]")
    if below(2) == 0 {
      let hours = "from: \"07:00\", to: \"19:00\", zone: Europe/Amsterdam"
      line("needed", "{days: mon-fri, \(hours)}")
    }
    line("rto", "\(2 + below(8))h")
    line("wrt", "1h")
    line("mtpd", "\(12 + below(36))h")
    line("restore-class", below(5) == 0 ? "first" : "later")
    let users = 100 * (1 + below(500))
    line("users", "\(users)")
    text +=
      "    impact:\n      - {after: 4h, people: \(users / 2), economic: \(below(900)) k EUR}\n"
    text += "      - {after: 24h, people: \(users), casualties: 0, economic: unknown}\n"
  }

  private mutating func line(_ key: String, _ value: String) { text += "    \(key): \(value)\n" }

  // MARK: - Choices

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  /// A number below another, the small ones more often.
  private mutating func skewed(_ count: Int) -> Int {
    let fraction = Double.random(in: 0..<1, using: &random)
    return Int(fraction * fraction * Double(count))
  }

  private mutating func pick(_ kind: String) -> String {
    "\(kind)-\(skewed(counts[kind, default: 1]))"
  }

  /// Two different ones.
  private mutating func two(
    _ choose: (inout SyntheticModel) -> String
  ) -> (String, String) {
    let first = choose(&self)
    var second = choose(&self)
    while second == first { second = choose(&self) }
    return (first, second)
  }
}
