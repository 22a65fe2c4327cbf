/// Collects the sectors that a failure reaches, each with the one that it is reached through.
struct CascadeSketch {
  /// A band of the picture.
  struct Band {
    let name: String
    let title: String
    let isSubject: Bool
  }

  /// The most characters of a line of names, and the most lines.
  private static let nameWidth = 26
  private static let nameLines = 3

  private(set) var sketch = Sketch()
  private(set) var bands: [Band] = []
  private let cascade: Cascade
  private let compiled: CompiledModel
  private let words: DiagramWords
  private var place: [String: Int] = [:]

  init(_ cascade: Cascade, _ compiled: CompiledModel, _ words: DiagramWords) {
    self.cascade = cascade
    self.compiled = compiled
    self.words = words
  }

  /// - Complexity: O(*s* + *n*) for *s* sectors and *n* processes and consumers that fall.
  mutating func draw() {
    addSubject()
    for order in Set(cascade.sectors.map(\.order)).sorted() {
      let name = "order \(order)"
      bands.append(Band(name: name, title: words.order(order), isSubject: false))
      for sector in cascade.sectors where sector.order == order { add(sector, in: name) }
    }
    if !cascade.cannotTell.isEmpty { addUntold() }
    var edges: [Sketch.Edge] = []
    for sector in cascade.sectors {
      guard let to = place[sector.id] else { continue }
      let role: LineRole = sector.verdict == .certain ? .spreads : .mayspread
      edges.append(.init(from: place[source(of: sector)] ?? 0, to: to, role: role))
    }
    sketch.setEdges(edges)
  }

  private mutating func addSubject() {
    let subject = "subject"
    bands.append(Band(name: subject, title: words.subjectBand, isSubject: true))
    let vertices = cascade.seeds.vertices
    let names = vertices.map { compiled.name(of: $0, in: words.language) }
    let name =
      names.isEmpty || names.count > 3
      ? cascade.seeds.written.joined(separator: ", ") : words.list(names)
    var figure = Sketch.Figure(
      ids: [vertices.first.map(compiled.table.id(of:)) ?? "-"], names: [name],
      kind: vertices.first.flatMap { compiled.component($0)?.kind })
    figure.band = subject
    figure.role = .origin
    figure.isFixed = true
    let own = cascade.ownSectors.map(sectorName)
    figure.facts = own.isEmpty ? [] : [words.ownSector(words.list(own))]
    sketch.figures.append(figure)
  }

  private mutating func add(_ sector: Cascade.Sector, in band: String) {
    var figure = Sketch.Figure(ids: [sector.id], names: [sectorName(sector.id)], kind: nil)
    figure.band = band
    figure.outline = .rounded
    figure.role = sector.users.isEmpty ? .plain : .down
    figure.isPossible = sector.verdict == .possible
    var first = sector.verdict == .possible ? [words.possible] : []
    if cascade.sectors.contains(where: { $0.after > 0 }) {
      first.append(words.moment(sector.after))
    }
    if !first.isEmpty { figure.facts.append(first.joined(separator: " · ")) }
    figure.facts.append(
      words.reached(
        sector.users.count, certain: sector.certainUsers.count, of: sector.organisations.count))
    figure.facts += listing(sector.users.map { compiled.name(of: $0, in: words.language) })
    place[sector.id] = sketch.figures.count
    sketch.figures.append(figure)
  }

  /// As many names as there is room for, and how many more there are.
  private func listing(_ names: [String]) -> [String] {
    for count in stride(from: names.count, through: 1, by: -1) {
      let more = names.count - count
      let text = names.prefix(count).joined(separator: ", ") + (more > 0 ? " +\(more)" : "")
      let wrapped = WrappedName(
        text, width: Self.nameWidth, lineCount: Self.nameLines, isBalanced: false)
      if !wrapped.isCut || count == 1 { return wrapped.lines }
    }
    return []
  }

  private mutating func addUntold() {
    bands.append(Band(name: "untold", title: words.untoldBand, isSubject: false))
    for id in cascade.cannotTell {
      var figure = Sketch.Figure(ids: [id], names: [sectorName(id)], kind: nil)
      figure.band = "untold"
      figure.outline = .rounded
      figure.role = .untold
      sketch.figures.append(figure)
    }
  }

  /// The sector before this one on the way to it; the subject's figure where there is none.
  private func source(of sector: Cascade.Sector) -> String {
    let passed = sector.way.compactMap { compiled.component($0)?.sector }
    return passed.last { $0 != sector.id && !cascade.ownSectors.contains($0) } ?? ""
  }

  private func sectorName(_ id: String) -> String {
    compiled.model.sectors[id]?.name.text(in: words.language) ?? id
  }
}
