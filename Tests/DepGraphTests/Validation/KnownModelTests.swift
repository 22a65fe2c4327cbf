import DepGraph
import Testing

@Suite struct KnownModelTests {
  private let model: Model

  init() throws {
    let text = """
      depgraph: 1
      sources:
        - {id: early, date: 2024-01-01}
        - {id: late, date: 2025-03-31}
        - {id: undated}
      parties:
        - {id: p, products: [b], subcontractors: [q], source: late}
        - {id: q}
      components:
        - id: a
          requires:
            - b
            - any: [{ref: c, source: late}, d]
            - {ref: e, source: [late, early]}
            - {ref: f, source: undated}
            - path: {to: n2, from: n1}
              source: late
          degrades-without: [{ref: g, source: late}, h]
          independent-of: [{ref: i, source: late}]
          shares: {duct: {value: d1, source: late}, room: r1}
          starts-with: [{ref: f, source: undated}]
        - {id: b, source: late, requires: [], availability: 99%, rto: 1h}
        - {id: c, source: early, requires: [], availability: 99%}
        - {id: d, requires: []}
        - {id: e}
        - {id: f}
        - {id: g}
        - {id: h}
        - {id: i}
        - {id: n1, kind: site}
        - {id: n2, kind: site}
        - {id: l, kind: link, ends: [n1, n2]}
      contracts:
        - {id: k1, source: late}
        - {id: k2, under: k1, backed-by: [k1, k3]}
        - {id: k3}
      observations:
        - {component: a, state: down, source: late}
      """
    model = try ModelReader().read(text: text, named: "m.yaml").model
  }

  @Test func laterFactsAreLeftOut() throws {
    let known = model.known(by: try #require(CalendarDate(text: "2024-12-31")))
    let a = known.model.components[0]
    guard case .group(let all) = a.requires, case .group(let any) = all.members[1] else {
      Issue.record("the shape changed")
      return
    }
    // Something is needed there, but nobody knew what: the groups keep their size.
    #expect(all.members.count == 5)
    #expect(any.members.count == 2)
    #expect(any.need == .any)
    #expect(a.requires.references.map(\.target) == ["b", "d", "e"])
    #expect(all.members.filter(\.isUnknown).count == 2)
    #expect(any.members[0].isUnknown)
    #expect(a.degradesWithout.map(\.target) == ["h"])
    #expect(a.independentOf == [])
    #expect(a.shares.map(\.value) == [nil, "r1"])
    #expect(a.startsWith.hasUnknown)
    let b = known.model.components[1]
    #expect(b.requires.hasUnknown)
    #expect(b.dependability == Dependability())
    #expect(b.continuity == Continuity())
    #expect(known.model.components[2] == model.components[2])
    #expect(known.model.parties[0].products == .unknown)
    #expect(known.model.contracts.map(\.id) == ["k2", "k3"])
    #expect(known.model.contracts[0].under == nil)
    #expect(known.model.contracts[0].backedBy == ["k3"])
    #expect(known.model.observations == model.observations)
    #expect(
      known.dropped.map { "\($0.id) \($0.kind) \($0.subject ?? "")" } == [
        "a requirement c", "a requirement f", "a requirement default", "a start f", "a soft g",
        "a claim i", "a shared duct", "b requirement ", "b figures ", "p products ", "k1 contract ",
      ])
    #expect(known.warnings.map(\.code) == [.undatedSource])
    #expect(known.warnings.map(\.id) == ["undated"])
  }

  @Test func onTheDayOfTheSourceItIsKnown() throws {
    let known = model.known(by: try #require(CalendarDate(text: "2025-03-31")))
    #expect(Set(known.dropped.map(\.sources)) == [["undated"]])
    let before = model.known(by: try #require(CalendarDate(text: "2025-03-30")))
    #expect(before.dropped.count > known.dropped.count)
  }
}

extension Requirement {
  fileprivate var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }
}
