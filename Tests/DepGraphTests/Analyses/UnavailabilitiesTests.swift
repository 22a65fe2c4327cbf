import Testing

@testable import DepGraph

@Suite struct UnavailabilitiesTests {
  private func figures(
    _ components: String, extra: String = "", reading: Reading = .possible
  ) throws -> (model: TestModel, figures: Unavailabilities) {
    let model = try TestModel(components, extra: extra)
    return (model, Unavailabilities(of: model.compiled, reading: reading))
  }

  private func near(_ ratio: Ratio?, _ low: Double, _ high: Double? = nil) -> Bool {
    guard let ratio else { return false }
    return (ratio.low - low).magnitude < 1e-15 && (ratio.high - (high ?? low)).magnitude < 1e-15
  }

  @Test func theFirstSourceCounts() throws {
    let (model, figures) = try figures(
      """
        - {id: a, kind: site, availability: 99%, mtbf: 1h, mttr: 1h}
        - {id: b, kind: site, availability: {from: 99%, to: 99.9%}}
        - {id: c, kind: site, mtbf: 9h, mttr: 1h}
        - {id: d, kind: site, mtbf: 9h}
        - {id: e, kind: site, mtbf: 0, mttr: 0}
      """, extra: "contracts: [{id: k, covers: a, availability: 50%}]\n")
    #expect(near(figures[try model.vertex("a")]?.value, 0.01))
    #expect(figures[try model.vertex("a")]?.origin == .stated)
    #expect(near(figures[try model.vertex("b")]?.value, 0.001, 0.01))
    #expect(near(figures[try model.vertex("c")]?.value, 0.1))
    #expect(figures[try model.vertex("d")] == nil)
    #expect(figures[try model.vertex("e")] == nil)
  }

  /// Only a contract in force that covers one thing and no other, as far as anybody knows.
  @Test func promisesOfOneThing() throws {
    let contracts = """
      as-of: 2026-01-01
      contracts:
        - {id: one, covers: a, availability: 99%}
        - {id: two, covers: [b, c], availability: 99%}
        - {id: open, covers: unknown, availability: 99%}
        - {id: over, covers: d, availability: 99%, valid: {until: 2025-12-31}}
        - {id: today, covers: e, availability: 99%, valid: {from: 2026-01-01, until: 2026-01-01}}
        - {id: silent, covers: f}

      """
    let (model, figures) = try figures(
      "abcdef".map { "  - {id: \($0), kind: site}" }.joined(separator: "\n"), extra: contracts)
    let known = try "abcdef".filter { figures[try model.vertex(String($0))] != nil }
    #expect(known == "ae")
    #expect(figures[try model.vertex("a")]?.origin == .promised(["one"]))
    #expect(figures.element(ofPromise: "silent") == (try model.vertex("f")))
    #expect(figures.element(ofPromise: "two") == nil)
  }

  @Test func ofSeveralPromisesTheWorstWhereNothingIsTrusted() throws {
    let contracts = """
      contracts:
        - {id: k2, covers: a, availability: 99%, basis: assumed}
        - {id: k1, covers: a, availability: {from: 90%, to: 99.9%}}

      """
    for (reading, low, high) in [
      (Reading.possible, 0.01, 0.1), (.written, 0.001, 0.01), (.certain, 0.001, 0.01),
    ] {
      let (model, figures) = try figures(
        "  - {id: a, kind: site}", extra: contracts, reading: reading)
      let figure = try #require(figures[try model.vertex("a")])
      #expect(near(figure.value, low, high), "\(reading)")
      #expect(figure.origin == .promised(["k1", "k2"]) && figure.isAssumed)
    }
  }

  private static let pair = """
    contracts: [{id: k, covers: b, availability: 98%}]
    common-causes: [{id: "maker:x", model: beta, value: 10%, members: [a, b, b]}]

    """

  @Test func aGroupSharesTheWorstOfItsMembers() throws {
    var (model, figures) = try figures(
      """
        - {id: a, kind: site, availability: 99%}
        - {id: b, kind: site}
        - {id: c, kind: consumer, requires: [{any: [a, b]}]}
      """, extra: Self.pair)
    let (a, b, x) = try (model.vertex("a"), model.vertex("b"), model.vertex("maker:x"))
    #expect(near(figures[a]?.value, 0.009))
    #expect(near(figures[b]?.value, 0.018))
    #expect(near(figures[x]?.value, 0.002))
    #expect(figures.contracts(of: x) == ["k"])
    #expect(figures.promised(among: [a, b, x]) == [b, x])
    figures.promise(try #require(Ratio(0.9)), by: "k")
    #expect(near(figures[b]?.value, 0.09))
    #expect(near(figures[x]?.value, 0.01))
    figures.promise(.one, by: "k")
    #expect(near(figures[b]?.value, 0))
    #expect(near(figures[x]?.value, 0.001))
    // The members share the cause like any other.
    let down = try model.blast("maker:x").down
    #expect(model.ids(down) == ["a", "b", "c"])
  }

  @Test func aGroupOfWhichSomethingIsNotKnown() throws {
    let (model, figures) = try figures(
      "  - {id: a, kind: site, availability: 99%}\n  - {id: b, kind: site}",
      extra: "common-causes: [{id: \"maker:x\", model: beta, value: 10%, members: [a, b]}]\n")
    let (a, b, x) = try (model.vertex("a"), model.vertex("b"), model.vertex("maker:x"))
    #expect(near(figures[x]?.value, 0.001))
    #expect(figures.unknown(among: [a, b, x]) == [x, b], "what is shared comes first")
  }

  /// The most favourable reading drops an assumed group, and with it what its members had in common.
  @Test func anAssumedGroupInTheCertainReading() throws {
    let extra =
      "common-causes: [{id: \"maker:x\", model: beta, value: 10%, members: [a, b], basis: assumed}]\n"
    let text = """
        - {id: a, kind: site, availability: 99%}
        - {id: b, kind: site, availability: 99%}
        - {id: c, kind: consumer, requires: [{any: [a, b]}]}
      """
    for (reading, own, falls) in [(Reading.certain, 0.01, false), (.possible, 0.009, true)] {
      let (model, figures) = try figures(text, extra: extra, reading: reading)
      #expect(near(figures[try model.vertex("a")]?.value, own))
      let seed = [try model.vertex("maker:x")]
      let failures = model.compiled.reading(reading).levelOne.failures(from: seed)
      #expect(failures.contains(try model.vertex("c")) == falls)
    }
  }

  @Test func whatCanFail() throws {
    let (model, figures) = try figures(
      """
        - {id: a, kind: site}
        - {id: b, kind: site, fails: never}
        - {id: c, kind: site, fails: never, availability: 99%}
        - {id: d, kind: consumer, requires: []}
        - {id: e, kind: process, requires: [], availability: 99%}
      """)
    let able = try "abcde".filter { figures.canFail(try model.vertex(String($0))) }
    #expect(able == "ace")
  }
}
