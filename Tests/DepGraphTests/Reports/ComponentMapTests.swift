import Testing

@testable import DepGraph

/// Maps and flowcharts for other programs.
@Suite struct ComponentMapTests {
  private static let text = """
    depgraph: 1
    language: en
    basis: fictional
    marking: {tlp: GREEN}
    parties: [{id: owner-x, name: Owner X}]
    components:
      - {id: north, name: North, kind: site, position: {lat: 53.2, lon: 6.5}, owner: owner-x}
      - {id: south, name: South, kind: site, position: {lat: 51.4, lon: 5.5}}
      - {id: fiji, name: Fiji, kind: site, position: {lat: -18, lon: 178}}
      - {id: samoa, name: Samoa, kind: site, position: {lat: -14, lon: -172}}
      - {id: cable, name: Cable, kind: link, ends: [north, south], network: n}
      - {id: sea, name: Sea, kind: link, ends: [fiji, samoa], network: n}
      - {id: desk, name: 'Desk "A" <b>', kind: consumer, requires: [north, {ref: app, holdup: 4h}]}
      - {id: app, name: App, requires: unknown}
      - {id: shop, name: Shop, kind: consumer, requires: [{any: [north, south]}]}
    """

  private func compiled() throws -> CompiledModel {
    try CompiledModel(ModelReader().read(text: Self.text, named: "m.yaml").model)
  }

  private func feature(_ id: String, _ json: JSONValue) -> JSONValue? {
    guard case .array(let features)? = json["features"] else { return nil }
    return features.first { $0["id"] == .string(id) }
  }

  @Test func placesAreEastThenNorth() throws {
    let json = ComponentMap(of: try compiled(), after: nil, language: .english).json
    #expect(json["type"] == "FeatureCollection")
    let north = feature("north", json)
    #expect(north?["geometry"]?["coordinates"] == .array([.number(6.5), .number(53.2)]))
    #expect(north?["properties"]?["owner"] == "Owner X")
    #expect(north?["properties"]?["tlp"] == "GREEN")
    #expect(north?["properties"]?["state"] == .some(.null))
    let cable = feature("cable", json)
    #expect(cable?["geometry"]?["type"] == "LineString")
    // A line over the antimeridian is cut in two that both end there.
    let sea = feature("sea", json)?["geometry"]
    #expect(sea?["type"] == "MultiLineString")
    guard case .array(let lines)? = sea?["coordinates"], case .array(let first)? = lines.first,
      case .array(let edge)? = first.last
    else {
      Issue.record("no lines")
      return
    }
    #expect(edge.first == .integer(180))
    #expect(edge.last == .number(-17.2))
    let missing = json["without-position"]
    #expect(missing?["count"] == 3)
    guard case .string(let marking)? = json["marking"] else {
      Issue.record("no marking")
      return
    }
    #expect(marking.contains("GREEN"))
  }

  @Test func everyComponentStandsOnTheMapOrInTheList() throws {
    let compiled = try compiled()
    let seeds = try compiled.seeds(["north"])
    let blast = BlastRadius(BlastRadius.Question(seeds), in: compiled)
    let map = ComponentMap(of: compiled, after: blast, language: .english)
    guard case .array(let features)? = map.json["features"],
      case .array(let missing)? = map.json["without-position"]?["components"]
    else {
      Issue.record("no features")
      return
    }
    #expect(features.count + missing.count == compiled.model.components.count)
    #expect(missing.count == map.missingCount)
    var states: [String: String] = [:]
    for properties in features.compactMap({ $0["properties"] }) + missing {
      guard case .string(let id)? = properties["id"], case .string(let state)? = properties["state"]
      else {
        Issue.record("no state: \(properties)")
        continue
      }
      states[id] = state
    }
    #expect(states["north"] == "failed")
    #expect(states["desk"] == "down")
    #expect(states["shop"] == "reduced-redundancy")
    // What is not known is never printed as spared.
    #expect(states["app"] == "unknown")
    #expect(states["south"] == "not-affected")
  }

  // MARK: - Mermaid

  /// Nodes and arrows of a flowchart, by a reader that knows only what is written here.
  private func parsed(_ text: String) -> (labels: [String: String], lines: [[String]]) {
    var labels: [String: String] = [:]
    var lines: [[String]] = []
    for line in text.split(separator: "\n") where line.hasPrefix("  n") {
      let line = line.dropFirst(2)
      let id = String(line.prefix { $0.isLetter || $0.isNumber })
      if let start = line.firstIndex(of: "\""), let end = line.lastIndex(of: "\"") {
        labels[id] = String(line[line.index(after: start)..<end])
      } else {
        let words = line.split(separator: " ").map(String.init)
        lines.append([
          words[0], words[1...(words.count - 2)].joined(separator: " "), words.last ?? "",
        ])
      }
    }
    return (labels, lines)
  }

  @Test func aFlowchartHasEveryNodeAndArrow() throws {
    let compiled = try compiled()
    let chart = MermaidChart(of: compiled, scope: ViewScope(), language: .english)
    let (labels, lines) = parsed(chart.text)
    #expect(labels.count == compiled.table.count)
    #expect(chart.nodes.count == labels.count)
    let links = compiled.vertices(ofKinds: [.link]).count
    #expect(lines.count == compiled.dependencies.all.count + 2 * links)
    for dependency in compiled.dependencies.all {
      let from = "n\(dependency.dependent.index + 1)"
      let to = "n\(dependency.target.index + 1)"
      #expect(lines.contains { $0[0] == from && $0[2] == to })
    }
    var turned = ViewScope()
    turned.sense = .spreads
    let other = parsed(MermaidChart(of: compiled, scope: turned, language: .english).text)
    #expect(other.lines.count == lines.count)
    #expect(other.lines.first == [lines[0][2], lines[0][1], lines[0][0]])
  }

  @Test func namesCannotBreakOut() throws {
    var model = Model()
    let names = [
      "\"]; click n1 \"javascript:x\"", "%%{init: {}}%%", "`md`", "a\nb\n  n9[x]", "end", "#quot;",
    ]
    for (number, name) in names.enumerated() {
      var component = Component(id: "c\(number)")
      component.name = LocalizedText(name, in: .dutch)
      component.statesRequires = true
      model.components.append(component)
    }
    model.name = LocalizedText("x\"\n---\nflowchart LR", in: .dutch)
    let chart = MermaidChart(of: try CompiledModel(model), scope: ViewScope(), language: .dutch)
    let text = chart.text
    #expect(parsed(text).labels.count == names.count)
    #expect(!text.contains("%%{") && !text.contains("`") && !text.contains("javascript\""))
    #expect(text.split(separator: "\n").count { $0 == "---" } == 2)
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("flowchart") }.count == 1)
  }

  @Test func nearAFocus() throws {
    let compiled = try compiled()
    var scope = ViewScope()
    scope.focus = compiled.vertex(of: "app")
    scope.hops = 1
    let chart = MermaidChart(of: compiled, scope: scope, language: .english)
    #expect(chart.nodes.map(compiled.table.id(of:)).sorted() == ["app", "desk"])
    #expect(chart.text.contains("not drawn"))
  }
}
