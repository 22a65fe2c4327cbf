import DepGraph
import Testing

/// What is probably not meant, but has a meaning.
@Suite struct WarningTests {
  @Test func wordsThatYAMLVersionsReadDifferently() {
    expect(
      """
      depgraph: 1
      components:
        - {id: a, name: 1️⃣NO, layer: 2️⃣off, tags: [3️⃣y, "no", north, 4️⃣0o17, 5️⃣017, 0, 10]}
        - {id: b, name: 6️⃣1_000, needed: {from: 7️⃣17:00, to: "18:00"}, layer: 8️⃣12:30:45}
        - {id: c, name: 9️⃣Yes}
      """,
      finds: [
        "1️⃣": .quoteThis, "2️⃣": .quoteThis, "3️⃣": .quoteThis, "4️⃣": .quoteThis,
        "5️⃣": .quoteThis, "6️⃣": .quoteThis, "7️⃣": .quoteThis, "8️⃣": .quoteThis,
        "9️⃣": .quoteThis,
      ])
  }

  @Test func unquotedWordsAreTakenAsText() throws {
    let text = "depgraph: 1\ncomponents: [{id: a, name: NO, needed: {from: 17:00}}]"
    let component = try ModelReader().read(text: text, named: "m.yaml").model.components[0]
    #expect(component.name?.text(in: .dutch) == "NO")
    guard case .windows(let windows) = component.needed else {
      Issue.record("not windows")
      return
    }
    #expect(windows.map(\.from) == [1020])
  }

  @Test func whatNothingUses() {
    expect(
      """
      depgraph: 1
      sources: [1️⃣{id: s1}, {id: s2}]
      components:
        - 2️⃣{id: a}
        - {id: b}
        - {id: c, kind: consumer, requires: [b], source: s2}
        - {id: n1, kind: site}
        - {id: n2, kind: site}
        - {id: l1, kind: link, ends: [n1, n2]}
        - 3️⃣{id: l2, kind: link, ends: [n1, n2], network: other}
        - {id: p, kind: process, requires: [{path: {to: n1, from: n2}}], shares: {duct: d}}
      common-causes: [{id: "duct:d"}, 4️⃣{id: "duct:e"}]
      """,
      finds: [
        "1️⃣": .unusedSource, "2️⃣": .unusedComponent, "3️⃣": .unusedComponent,
        "4️⃣": .unusedComponent,
      ])
  }

  /// A model does not know its scenarios, and says so where one may be using the source.
  @Test func sourcesThatOnlyScenariosUse() throws {
    let text = "depgraph: 1\nsources: [{id: s}]\ncomponents: [{id: a, name: A, requires: []}]\n"
    let warnings = try ModelReader().read(text: text, named: "m.yaml").warnings
    let warning = try #require(warnings.first { $0.code == .unusedSource })
    #expect(warning.hint?.hasSuffix("scenarios are not looked at") == true)
  }

  @Test func repeatedMembers() {
    expect(
      """
      depgraph: 1
      components:
        - {id: a, requires: [b, {any: [c, 1️⃣c]}, 2️⃣b], degrades-without: [3️⃣b, c]}
        - {id: b}
        - {id: c}
      """,
      finds: ["1️⃣": .repeatedMember, "2️⃣": .repeatedMember, "3️⃣": .requiredAndSoft])
  }

  @Test func whatIsMissing() {
    expect(
      """
      depgraph: 1
      parties: [1️⃣{id: p}]
      components:
        - 2️⃣{id: a, requires: [b]}
        - 3️⃣{id: b, name: B}
        - {id: c, name: C, kind: site}
        - {id: l, kind: link, ends: [c, d]}
        - {id: d, name: D, requires: []}
      """,
      finds: ["1️⃣": .nameMissing, "2️⃣": .nameMissing, "3️⃣": .requiresMissing])
  }

  @Test func inferredFactsWantANote() {
    expect(
      """
      depgraph: 1
      components:
        - 1️⃣{id: a, requires: [{ref: b, basis: inferred}, {ref: c, basis: inferred}]}
        - {id: b, requires: [{ref: c, basis: inferred, note: From the outage.}]}
        - {id: c, basis: inferred, note: Seen.}
        - 2️⃣{id: d, basis: inferred}
      """,
      finds: ["1️⃣": .noteMissing, "2️⃣": .noteMissing])
  }

  @Test func staleFactsByOwner() throws {
    let text = """
      depgraph: 1
      parties: [{id: p}, {id: q}]
      components:
        - {id: a, owner: q, checked: 2024-01-01}
        - {id: b, owner: p, checked: 2025-01-01}
        - {id: c, owner: q, checked: 2023-01-01}
        - {id: d}
        - {id: e, owner: q}
        - {id: f, owner: p, checked: 2024-06-01}
        - {id: g, owner: p, checked: 2024-05-30}
      """
    let model = try ModelReader().read(text: text, named: "m.yaml").model
    let today = try #require(CalendarDate(text: "2025-06-01"))
    let year = try #require(TimeSpan(text: "365d"))
    let stale = StaleFacts.diagnose(model, olderThan: year, today: today)
    // f was checked 365 days ago to the day, and is not older than that.
    #expect(stale.map(\.id) == ["g", "e", "c", "a", "d"])
    #expect(stale.first?.message == "owner `p`: `g` was last checked on 2024-05-30")
  }
}
