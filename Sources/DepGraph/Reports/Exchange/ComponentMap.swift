/// The components of a model on a map, with what a failure does to each: GeoJSON (RFC 7946).
///
/// Places are points, links lines between the places of their ends. What has no place is named in
/// the collection, so that nobody takes it for spared.
///
///     let map = ComponentMap(of: compiled, after: blast, language: .dutch)
///     print(map.json.jsonText)
public struct ComponentMap: Sendable {
  private let compiled: CompiledModel
  private let blast: BlastRadius?
  private let language: Language
  private let states: [VertexID: State]

  /// What a failure does to a component.
  private struct State {
    let name: String
    var certainty: Verdict?
    var after: Double?
  }

  /// Makes a map.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - blast: What a failure does; nil: nothing has failed.
  ///   - language: The language of names.
  /// - Complexity: O(*n*) for *n* components.
  public init(of compiled: CompiledModel, after blast: BlastRadius?, language: Language) {
    self.compiled = compiled
    self.blast = blast
    self.language = language
    var states: [VertexID: State] = [:]
    if let blast {
      for vertex in blast.notAffected { states[vertex] = State(name: "not-affected") }
      for claim in blast.claimedIndependent {
        states[claim.vertex] = State(name: "claimed-independent")
      }
      for untold in blast.cannotTell { states[untold.vertex] = State(name: "unknown") }
      let lists = [
        ("reduced-redundancy", blast.reducedRedundancy), ("degraded", blast.degraded),
        ("down", blast.down),
      ]
      for (name, hits) in lists {
        for hit in hits {
          states[hit.vertex] = State(name: name, certainty: hit.verdict, after: hit.after)
        }
      }
      for vertex in blast.failed {
        states[vertex] = State(name: "failed", certainty: .certain, after: 0)
      }
    }
    self.states = states
  }

  /// The number of components that have no place on it.
  ///
  /// - Complexity: O(*n*) for *n* components.
  public var missingCount: Int {
    compiled.model.components.count { geometry(of: $0) == nil }
  }

  /// The map as one collection of features.
  ///
  /// - Complexity: O(*n*) for *n* components and facts.
  public var json: JSONValue {
    var features: [JSONValue] = []
    var missing: [JSONValue] = []
    for vertex in compiled.componentVertices {
      guard let component = compiled.component(vertex) else { continue }
      let properties = properties(of: component, vertex)
      if let geometry = geometry(of: component) {
        features.append(
          [
            "type": "Feature", "id": .string(component.id), "geometry": geometry,
            "properties": .object(properties),
          ])
      } else {
        missing.append(.object(properties))
      }
    }
    let proposal = proposal
    return .object([
      .init("type", "FeatureCollection"),
      .init("marking", .string(Phrases(language).proposalLine(proposal))),
      .init("proposed-marking", proposal.json),
      .init("tool", ["name": "depgraph", "version": .string(DepGraphVersion.current)]),
      .init("model", header), .init("failure", failure),
      .init(
        "without-position",
        ["count": .integer(missing.count), "components": .array(missing)]),
      .init("features", .array(features)),
    ])
  }

  /// What the map is proposed to be marked: a map shows a network and what one failure takes.
  private var proposal: ProposedMarking {
    let ids =
      compiled.model.components.map(\.id) + compiled.model.parties.map(\.id)
      + (blast?.failed.map(compiled.table.id(of:)) ?? [])
    return ProposedMarking(of: compiled.model, result: "network", showing: ids)
  }

  private var header: JSONValue {
    let model = compiled.model
    return [
      "name": .text(model.name?.text(in: language)), "as-of": .text(model.asOf?.description),
      "sha256": .string(model.digest),
    ]
  }

  private var failure: JSONValue {
    guard let blast else { return .null }
    return [
      "failed": .texts(blast.failed.map(compiled.table.id(of:))),
      "after": .number(blast.question.after?.seconds),
      "reading": .string(blast.question.reading.rawValue),
    ]
  }

  // MARK: - Components

  private func properties(of component: Component, _ vertex: VertexID) -> [JSONValue.Member] {
    let state = states[vertex]
    let marking = (component.marking ?? Marking()).inherited(from: compiled.model.marking)
    return [
      .init("id", .string(component.id)),
      .init("name", .string(compiled.name(of: vertex, in: language))),
      .init("kind", .string(component.kind.rawValue)), .init("layer", .text(component.layer)),
      .init("owner", .text(component.owner.map(party))),
      .init("operator", .text(component.operator.map(party))),
      .init("state", .text(state?.name)), .init("certainty", .text(state?.certainty?.rawValue)),
      .init("after", .number(state?.after)),
      .init("class", .text(marking.classification)), .init("tlp", .text(marking.trafficLight)),
    ]
  }

  private func party(_ id: String) -> String {
    compiled.model.parties.first { $0.id == id }?.name?.text(in: language) ?? id
  }

  // MARK: - Places

  private func geometry(of component: Component) -> JSONValue? {
    if let position = component.position { return Self.point(position) }
    guard component.kind == .link, component.ends.count == 2,
      let first = position(of: component.ends[0]), let last = position(of: component.ends[1])
    else { return nil }
    return Self.line(from: first, to: last)
  }

  private func position(of id: String) -> Position? {
    compiled.table.vertex(of: id).flatMap { compiled.component($0)?.position }
  }

  private static func point(_ position: Position) -> JSONValue {
    ["type": "Point", "coordinates": coordinates(position.longitude, position.latitude)]
  }

  /// East comes before north.
  private static func coordinates(_ longitude: Double, _ latitude: Double) -> JSONValue {
    .array([.number(longitude), .number(latitude)])
  }

  /// A line the shorter way round the earth, cut in two where it crosses the antimeridian, as the
  /// standard wants.
  private static func line(from first: Position, to last: Position) -> JSONValue {
    let start = coordinates(first.longitude, first.latitude)
    let end = coordinates(last.longitude, last.latitude)
    let span = last.longitude - first.longitude
    guard abs(span) > 180 else {
      return ["type": "LineString", "coordinates": .array([start, end])]
    }
    let edge = first.longitude > 0 ? 180.0 : -180.0
    let whole = 360 - abs(span)
    let share = whole > 0 ? (180 - abs(first.longitude)) / whole : 0.5
    let latitude = first.latitude + share * (last.latitude - first.latitude)
    return [
      "type": "MultiLineString",
      "coordinates": .array([
        .array([start, coordinates(edge, latitude)]), .array([coordinates(-edge, latitude), end]),
      ]),
    ]
  }
}
