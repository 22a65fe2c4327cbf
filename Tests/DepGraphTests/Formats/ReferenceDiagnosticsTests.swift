import DepGraph
import Testing

/// Mistakes in ids, references and formulas, each at its place.
@Suite struct ReferenceDiagnosticsTests {
  @Test func referencesToUnknownThings() {
    let found = expect(
      """
      depgraph: 1
      components:
        - id: a
          owner: 1️⃣kpm
          requires: [2️⃣b, {any: [{ref: 3️⃣c}, 4️⃣kpn]}]
          degrades-without: [5️⃣d]
          sector: 6️⃣enrgy
          restore-class: 7️⃣first
          source: 8️⃣letter
      parties:
        - {id: kpn, parent: 9️⃣kpn-group}
      """,
      finds: [
        "1️⃣": .unknownReference, "2️⃣": .unknownReference, "3️⃣": .unknownReference,
        "4️⃣": .unknownReference, "5️⃣": .unknownReference, "6️⃣": .unknownSector,
        "7️⃣": .unknownReference, "8️⃣": .unknownReference, "9️⃣": .unknownReference,
      ])
    #expect(found.first?.hint == "did you mean `kpn`?")
    #expect(found.contains { $0.message == "`kpn` is a party, not a component" })
    #expect(found.contains { $0.hint == "did you mean `energy`?" })
  }

  @Test func idsMustBeSpeltRightAndUnique() {
    expect(
      """
      depgraph: 1
      parties: [{id: kpn}]
      components:
        - id: 1️⃣Core
        - id: 2️⃣a b
        - id: 3️⃣kpn
        - id: c
        - id: 4️⃣c
        - id: 5️⃣unknown
        - 6️⃣name: no id
        - id: 7️⃣-x
      common-causes:
        - {id: 8️⃣power}
      """,
      finds: [
        "1️⃣": .badID, "2️⃣": .badID, "3️⃣": .duplicateID, "4️⃣": .duplicateID, "5️⃣": .badID,
        "6️⃣": .missingKey, "7️⃣": .badID, "8️⃣": .badID,
      ])
  }

  @Test func idsMayBeOf128LettersAndNoMore() {
    let long = String(repeating: "a", count: 128)
    expect("depgraph: 1\ncomponents: [{id: \(long)}]", finds: [:])
    expect("depgraph: 1\ncomponents: [{id: 1️⃣\(long)a}]", finds: ["1️⃣": .badID])
  }

  @Test func externalIDsMustMeanOneThing() {
    expect(
      """
      depgraph: 1
      components:
        - {id: a, external: {cmdb: CI1, other: CI1}}
        - {id: b, external: {cmdb: 1️⃣CI1}}
        - {id: c, external: {cmdb: 2️⃣a}}
        - {id: d, external: {cmdb: d}, requires: [CI1]}
      """,
      finds: ["1️⃣": .duplicateID, "2️⃣": .duplicateID])
  }

  @Test func thresholdsMustBePossible() {
    expect(
      """
      depgraph: 1
      components:
        - id: a
          requires:
            - {at-least: 1️⃣0, of: [b, c]}
            - 2️⃣{at-least: 3, of: [b, c]}
            - {at-least: 3️⃣101%, of: [b, c]}
            - {at-least: 4️⃣0%, of: [b, c]}
            - 5️⃣{any: []}
            - {at-least: 6️⃣1.5, of: [b, c]}
            - {at-least: 7️⃣most, of: [b, c]}
            - 8️⃣{at-least: 2}
            - {at-least: 2, of: [b, unknown]}
        - {id: b}
        - {id: c}
      """,
      finds: [
        "1️⃣": .badThreshold, "2️⃣": .badThreshold, "3️⃣": .outOfRange, "4️⃣": .outOfRange,
        "5️⃣": .badThreshold, "6️⃣": .badThreshold, "7️⃣": .badValue, "8️⃣": .missingKey,
        "8️⃣": .badThreshold,
      ])
  }

  @Test func nothingNeedsOrSharesItself() {
    expect(
      """
      depgraph: 1
      components:
        - id: a
          requires: [{any: [1️⃣a, b]}]
          degrades-without: [2️⃣a]
          shares: {3️⃣site: a}
        - {id: b, starts-with: [4️⃣b], repair-needs: [b]}
      """,
      finds: [
        "1️⃣": .selfRequirement, "2️⃣": .selfRequirement, "3️⃣": .selfSharing,
        "4️⃣": .selfRequirement,
      ])
  }

  @Test func linksHaveTwoEnds() {
    expect(
      """
      depgraph: 1
      components:
        - {id: a, kind: site}
        - {id: b, kind: site}
        - 1️⃣{id: l1, kind: link, ends: [a]}
        - 2️⃣{id: l2, kind: link}
        - 3️⃣{id: l3, kind: link, ends: [a, a]}
        - {id: l4, kind: link, ends: [a, 4️⃣z]}
        - 5️⃣{id: s, kind: site, ends: [a, b]}
        - {id: l5, kind: link, ends: [a, b]}
      """,
      finds: [
        "1️⃣": .badLink, "2️⃣": .badLink, "3️⃣": .badLink, "4️⃣": .unknownReference,
        "5️⃣": .badLink,
      ])
  }

  @Test func pathsRunBetweenNodesOfTheirNetwork() {
    expect(
      """
      depgraph: 1
      components:
        - {id: a, kind: site}
        - {id: b, kind: site}
        - {id: c, kind: site}
        - {id: l, kind: link, ends: [a, b], network: fibre}
        - {id: x, requires: [1️⃣{path: {to: [b], over: fibre}}]}
        - {id: y, requires: [2️⃣{path: {to: [c], over: fibre, from: a}}]}
        - {id: z, requires: [3️⃣{path: {to: [b], from: a}}]}
        - {id: w, requires: [{path: {to: [b, 4️⃣q], over: fibre, from: a}}]}
        - {id: v, requires: [{path: {5️⃣to: [], over: fibre, from: a}}]}
      """,
      finds: [
        "1️⃣": .notInNetwork, "2️⃣": .notInNetwork, "3️⃣": .notInNetwork,
        "4️⃣": .unknownReference, "5️⃣": .badValue,
      ])
  }

  @Test func sharedValuesAreNamesUnderKeysThatAreNoSelectors() {
    expect(
      """
      depgraph: 1
      components:
        - id: a
          shares:
            1️⃣tag: x
            2️⃣Duct: x
            duct: 3️⃣Duct 7
            4️⃣supplier: x
            power: 6️⃣{5️⃣valeu: x}
            site: unknown
            rack: 12
      """,
      finds: [
        "1️⃣": .badValue, "2️⃣": .badID, "3️⃣": .badID, "4️⃣": .badValue, "5️⃣": .unknownKey,
        "6️⃣": .missingKey,
      ])
  }

  @Test func hierarchiesHaveNoCycles() {
    let found = expect(
      """
      depgraph: 1
      parties:
        - 1️⃣{id: a, parent: b}
        - {id: b, parent: c}
        - {id: c, parent: a}
        - {id: d, parent: a}
        - 2️⃣{id: e, parent: e}
      contracts:
        - 3️⃣{id: x, under: y}
        - {id: y, under: x}
      """,
      finds: ["1️⃣": .cycle, "2️⃣": .cycle, "3️⃣": .cycle])
    #expect(found.first?.message.contains("`a`, `b`, `c`, `a`") == true)
  }

  @Test func selectorsNameSomethingDeclared() {
    let found = expect(
      """
      depgraph: 1
      parties: [{id: kpn}]
      components:
        - {id: fibre-1, tags: [ring], shares: {duct: d1}, external: {cmdb: CI1}}
        - {id: dc-1, kind: site}
      contracts:
        - {id: c1, covers: [fibre-*, "tag:ring", "supplier:kpn", "duct:d1", CI1, "site:dc-1"]}
        - {id: c2, covers: [1️⃣fiber-*, 2️⃣"tag:rang", 3️⃣"supplier:kpm", 4️⃣"duct:d2", 5️⃣fibre-2]}
        - {id: c3, covers: [6️⃣"kind:router", "kind:link", "contract:c1", 7️⃣"contract:c9"]}
      """,
      finds: [
        "1️⃣": .unknownReference, "2️⃣": .unknownReference, "3️⃣": .unknownReference,
        "4️⃣": .unknownReference, "5️⃣": .unknownReference, "6️⃣": .unknownReference,
        "7️⃣": .unknownReference,
      ])
    #expect(found.map(\.hint).prefix(5).contains("did you mean `fibre-1`?"))
  }

  @Test func aScenarioIsCheckedAgainstItsModel() throws {
    let model = try ModelReader().read(
      text: "depgraph: 1\ncomponents: [{id: a, name: A}]", named: "m.yaml"
    ).model
    let text = "depgraph-scenario: 1\nevents: [{at: 1h, fail: [b]}]\n"
    #expect(throws: ReadError.self) {
      try ScenarioReader().read(text: text, named: "s.yaml", model: model)
    }
    #expect(try ScenarioReader().read(text: text, named: "s.yaml").scenario.events.count == 1)
  }
}
