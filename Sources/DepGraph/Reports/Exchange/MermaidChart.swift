/// A part of a model as a flowchart in Mermaid, for wikis that draw it.
///
/// Small on purpose: nobody reads a flowchart of a hundred boxes, so that a larger one is refused
/// rather than cut.
///
///     let chart = MermaidChart(of: compiled, scope: scope, language: .dutch)
///     if chart.nodes.count <= MermaidChart.mostNodes { print(chart.text) }
public struct MermaidChart: Sendable {
  /// The most nodes where nobody says another number.
  public static let mostNodes = 60

  /// An arrow or a line between two nodes.
  private struct Line: Hashable {
    let from: VertexID
    let to: VertexID
    let drawing: String
  }

  /// The elements that are drawn, in order.
  public let nodes: [VertexID]
  private let lines: [Line]
  private let compiled: CompiledModel
  private let language: Language
  private let sense: ViewScope.Sense
  private let isWhole: Bool

  /// Chooses what is drawn.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - scope: The focus with its steps, what alone is drawn, and where arrows lead.
  ///   - language: The language of names.
  /// - Complexity: O(*n* + *d* log *d*) for *n* elements and *d* dependencies.
  public init(of compiled: CompiledModel, scope: ViewScope, language: Language) {
    self.compiled = compiled
    self.language = language
    sense = scope.sense ?? .needs
    let all = Self.allLines(in: compiled)
    var chosen = Set((0..<compiled.table.count).map { VertexID($0) })
    if let only = scope.only { chosen.formIntersection(only) }
    if let focus = scope.focus {
      chosen.formIntersection(Self.near(focus, all, hops: scope.hops))
    }
    isWhole = chosen.count == compiled.table.count
    nodes = chosen.sorted()
    lines = all.filter { chosen.contains($0.from) && chosen.contains($0.to) }
  }

  private static func allLines(in compiled: CompiledModel) -> [Line] {
    var lines: [Line] = []
    var seen: Set<Line> = []
    for dependency in compiled.dependencies.all {
      let drawing =
        switch dependency.strength {
        case .requirement, .shared: "-->"
        case .alternative, .path: "-.->"
        case .soft: "-. soft .->"
        }
      let line = Line(from: dependency.dependent, to: dependency.target, drawing: drawing)
      if seen.insert(line).inserted { lines.append(line) }
    }
    for vertex in compiled.vertices(ofKinds: [.link]) {
      for end in compiled.component(vertex)?.ends ?? [] {
        guard let node = compiled.table.vertex(of: end) else { continue }
        lines.append(Line(from: vertex, to: node, drawing: "---"))
      }
    }
    return lines
  }

  /// The elements so many steps along arrows away, or back; links lead both ways.
  private static func near(_ focus: VertexID, _ lines: [Line], hops: Int) -> Set<VertexID> {
    var there: [VertexID: [VertexID]] = [:]
    var back: [VertexID: [VertexID]] = [:]
    for line in lines {
      there[line.from, default: []].append(line.to)
      back[line.to, default: []].append(line.from)
      if line.drawing == "---" {
        there[line.to, default: []].append(line.from)
        back[line.from, default: []].append(line.to)
      }
    }
    var all: Set<VertexID> = [focus]
    for ways in [there, back] {
      var found: Set<VertexID> = [focus]
      var front = [focus]
      for _ in 0..<max(hops, 0) where !front.isEmpty {
        front = front.flatMap { ways[$0, default: []] }.filter { found.insert($0).inserted }
      }
      all.formUnion(found)
    }
    return all
  }

  // MARK: - Text

  /// The flowchart.
  ///
  /// - Complexity: O(*n* + *d*) for *n* nodes and *d* lines.
  public var text: String {
    let phrases = Phrases(language)
    let model = compiled.model
    let ids = nodes.map(compiled.table.id(of:))
    let proposal = ProposedMarking(of: model, result: "network", showing: ids)
    let marking = phrases.proposalLine(proposal)
    let name = model.name?.text(in: language) ?? ""
    let title = [name, marking].filter { !$0.isEmpty }.joined(separator: " · ")
    var text = "---\ntitle: \(Self.titled(title))\n---\n"
    text += "flowchart \(sense == .needs ? "TB" : "LR")\n"
    text += "%% \(phrases.mermaidArrows(sense))\n"
    if !isWhole {
      let left = compiled.table.count - nodes.count
      text += "%% \(phrases.mermaidLeftOut(left))\n"
    }
    var numbers: [VertexID: Int] = [:]
    for (number, vertex) in nodes.enumerated() {
      numbers[vertex] = number + 1
      text += "  \(node(vertex, number + 1))\n"
    }
    for line in lines {
      guard let from = numbers[line.from], let to = numbers[line.to] else { continue }
      let isTurned = sense == .spreads && line.drawing != "---"
      text += "  n\(isTurned ? to : from) \(line.drawing) n\(isTurned ? from : to)\n"
    }
    return text + Self.styles(of: numbers, in: compiled)
  }

  private func node(_ vertex: VertexID, _ number: Int) -> String {
    let label = Self.quoted(compiled.name(of: vertex, in: language))
    let (open, close) =
      switch compiled.component(vertex)?.kind {
      case .consumer, .process: ("([", "])")
      case .networkElement: ("{{", "}}")
      case .link: ("[/", "/]")
      case nil: ("((", "))")
      default: ("[", "]")
      }
    return "n\(number)\(open)\(label)\(close)"
  }

  /// The classes of the kinds that are drawn: dark on light, told apart by shape and border too.
  private static func styles(of numbers: [VertexID: Int], in compiled: CompiledModel) -> String {
    var members: [String: [Int]] = [:]
    for (vertex, number) in numbers {
      let name =
        switch compiled.component(vertex)?.kind {
        case .consumer, .process: "user"
        case .link, .networkElement: "network"
        case .site, .power, .facility: "place"
        case nil: "cause"
        default: "part"
        }
      members[name, default: []].append(number)
    }
    let looks = [
      ("user", "fill:#ffffff,stroke:#14213d,stroke-width:3px"),
      ("part", "fill:#eef2f7,stroke:#14213d"), ("network", "fill:#ffffff,stroke:#0072b2"),
      ("place", "fill:#fff4d6,stroke:#14213d"),
      ("cause", "fill:#ffffff,stroke:#14213d,stroke-dasharray:4 3"),
    ]
    var text = ""
    for (name, look) in looks {
      guard let numbers = members[name] else { continue }
      text += "  classDef \(name) \(look),color:#14213d\n"
      text += "  class \(numbers.sorted().map { "n\($0)" }.joined(separator: ",")) \(name)\n"
    }
    return text
  }

  /// A title in quotes: in it entities are not resolved, so that signs with a meaning are replaced by
  /// others that look like them.
  private static func titled(_ value: String) -> String {
    let alike: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "'", "\\": "/", "{": "(", "}": ")", "<": "‹", ">": "›", "`": "'", "#": "№",
    ]
    var text = ""
    for scalar in value.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace || scalar.value < 0x20
      text.unicodeScalars.append(isSpace ? " " : alike[scalar] ?? scalar)
    }
    return "\"\(text)\""
  }

  /// A text in quotes in which nothing but letters, digits and harmless signs stands for itself.
  private static func quoted(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      let isHarmless =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " -_.,:/()'+·–".unicodeScalars.contains(scalar)
      if isHarmless {
        text.unicodeScalars.append(scalar)
      } else if scalar.properties.isWhitespace || scalar.value < 0x20 {
        text += " "
      } else {
        text += "#\(scalar.value);"
      }
    }
    return "\"\(text)\""
  }
}
