/// The conclusion of a picture of a network: what splits it, or into which parts it has fallen.
struct NetworkHeadline {
  private let plan: NetworkPlan
  private let compiled: CompiledModel
  private let words: DiagramWords

  init(_ plan: NetworkPlan, _ compiled: CompiledModel, _ words: DiagramWords) {
    self.plan = plan
    self.compiled = compiled
    self.words = words
  }

  private var name: String { plan.network.name }

  private func name(_ vertex: VertexID) -> String {
    compiled.name(of: vertex, in: words.language)
  }

  /// The sentence.
  ///
  /// - Complexity: O(*s* log *s*) for *s* nodes and links that split it.
  var sentence: String { plan.asksFailure ? afterFailure : atRest }

  private var atRest: String {
    let splits = plan.splits
    let cuts = plan.causes.filter(\.isCut)
    guard let worst = splits.first else {
      let calm = words.pick(
        "Geen enkel knooppunt en geen enkele verbinding splitst \(name)",
        "No single node and no single link splits \(name)")
      guard let cut = cuts.max(by: { $0.nodesDown < $1.nodesDown }) else { return calm }
      let does = words.does(cut, of: plan.network.nodes.count)
      return calm + words.pick(", maar ", ", but ") + "\(name(cut.vertex)) \(does)"
    }
    let of = plan.network.nodes.count
    let ends = words.pick(
      "dan \(worst.cutOff == 1 ? "raakt" : "raken") \(worst.cutOff) van de \(of) knooppunten los",
      "then \(worst.cutOff) of the \(of) nodes \(worst.cutOff == 1 ? "is" : "are") cut off")
    if splits.count == 1 {
      return words.pick(
        "\(name) hangt aan één punt: zonder \(name(worst.vertex)) \(ends.dropFirst(4))",
        "\(name) hangs by one thing: without \(name(worst.vertex)) \(ends.dropFirst(5))")
    }
    return words.pick(
      "\(counted) kunnen elk \(name) splitsen; het ergst is \(name(worst.vertex)): \(ends)",
      "\(counted) can each split \(name); the worst is \(name(worst.vertex)): \(ends)")
  }

  /// "2 knooppunten en 1 verbinding".
  private var counted: String {
    let nodes = plan.weakness.articulationPoints.count
    let links = plan.weakness.bridges.count
    return words.list(
      [nodes > 0 ? words.nodes(nodes) : nil, links > 0 ? words.count(links, .link) : nil]
        .compactMap(\.self))
  }

  private var afterFailure: String {
    let failed = plan.blast?.failed.map(name) ?? []
    let opening = words.pick(
      "\(failed.count > 1 ? "Vallen" : "Valt") \(words.failed(failed)) uit, dan ",
      "If \(words.failed(failed)) \(failed.count > 1 ? "fail" : "fails"), ")
    if plan.parts.count > 1 {
      return opening
        + words.pick(
          "valt \(name) uiteen in \(plan.parts.count) delen",
          "\(name) falls into \(plan.parts.count) parts")
    }
    let (down, all) = (plan.downNodes.count, plan.network.nodes.count)
    if down == 0 {
      return opening
        + words.pick("blijft \(name) één geheel", "\(name) stays whole")
    }
    if down == all {
      return opening
        + words.pick(
          "vallen alle \(all) knooppunten van \(name) uit", "all \(all) nodes of \(name) go down")
    }
    return opening
      + words.pick(
        "\(down == 1 ? "valt" : "vallen") \(down) van de \(all) knooppunten van \(name) uit; de rest blijft één geheel",
        "\(down) of the \(all) nodes of \(name) \(down == 1 ? "goes" : "go") down; the rest stays whole"
      )
  }

  /// The size, and the parts by name.
  ///
  /// - Complexity: O(V) for *V* nodes.
  var subtitle: String {
    let size =
      words.nodes(plan.network.nodes.count) + ", " + words.count(plan.network.links.count, .link)
    guard plan.asksFailure else {
      var parts = [
        words.pick("Netwerk \(name): \(size).", "Network \(name): \(size).")
      ]
      if plan.weakness.parts.count > 1 {
        parts.append(
          words.pick(
            "Ook zonder uitval zijn het \(plan.weakness.parts.count) losse delen.",
            "Even with nothing failed it is in \(plan.weakness.parts.count) separate parts."))
      }
      let cuts = plan.causes.filter(\.isCut)
      if !cuts.isEmpty {
        let names = words.failed(cuts.map { name($0.vertex) })
        parts.append(
          words.pick(
            "Gedeelde \(cuts.count == 1 ? "oorzaak die het net splitst of stillegt" : "oorzaken die het net splitsen of stilleggen"): \(names).",
            "Common \(cuts.count == 1 ? "cause that splits it or takes" : "causes that split it or take") it down: \(names)."
          ))
      }
      return parts.joined(separator: " ")
    }
    let downNodes = plan.downNodes
    let out =
      downNodes.isEmpty
      ? words.pick("Geen knooppunt valt uit.", "No node goes down.")
      : words.pick("Uit: ", "Down: ") + listed(downNodes) + "."
    let parts = plan.parts.enumerated().map { number, part in
      words.part(number + 1, nodes: nil) + ": " + listed(part) + "."
    }
    return ([out] + parts).joined(separator: " ")
  }

  /// At most five names, and how many more.
  private func listed(_ vertices: [VertexID]) -> String {
    let names = vertices.prefix(5).map(name)
    return vertices.count > 5
      ? words.pick(
        "\(names.joined(separator: ", ")) en nog \(vertices.count - 5)",
        "\(names.joined(separator: ", ")) and \(vertices.count - 5) more")
      : words.list(names)
  }
}
