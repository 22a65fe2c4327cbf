import DepGraph
import Testing

/// Mistakes in values and keys, each at its place.
@Suite struct ValueDiagnosticsTests {
  @Test func keysMustBeKnownAndWrittenOnce() {
    expect(
      """
      depgraph: 1
      1️⃣komponents: []
      components:
        - id: a
          name: A
          2️⃣name: B
          vital: {3️⃣statos: unknown}
          kind: site
          4️⃣kind: link
        - {id: b, name: C, 5️⃣name: D}
      """,
      finds: [
        "1️⃣": .unknownKey, "2️⃣": .duplicateKey, "3️⃣": .unknownKey, "4️⃣": .duplicateKey,
        "5️⃣": .duplicateKey,
      ])
  }

  @Test func aKeyWrittenThreeTimesIsReportedTwice() {
    expect(
      "depgraph: 1\nname: a\n1️⃣name: b\n2️⃣name: c\n",
      finds: ["1️⃣": .duplicateKey, "2️⃣": .duplicateKey])
  }

  @Test func valuesMustHaveTheirShape() {
    expect(
      """
      depgraph: 1
      language: 1️⃣de
      parties: 2️⃣{id: a}
      components:
        - 3️⃣just-an-id
        - id: a
          name: 4️⃣[A]
          kind: 5️⃣router
          shares: 6️⃣[x]
          ends: 7️⃣b
          8️⃣owner:
          vital: 9️⃣yes-it-is
      """,
      finds: [
        "1️⃣": .unknownValue, "2️⃣": .wrongType, "3️⃣": .wrongType, "4️⃣": .wrongType,
        "5️⃣": .unknownValue, "6️⃣": .wrongType, "7️⃣": .wrongType, "8️⃣": .wrongType,
        "9️⃣": .wrongType,
      ])
  }

  @Test func quantitiesMustBeReadable() {
    let found = expect(
      """
      depgraph: 1
      as-of: 1️⃣2024-02-30
      components:
        - id: a
          repair: 2️⃣4
          restart: 3️⃣4 hours
          availability: 4️⃣99.95
          mtbf: 5️⃣-4h
          users: 6️⃣many
          civil: 7️⃣"yes"
          impact: [{after: 1h, economic: 8️⃣5 trillion}]
          checked: 9️⃣27-08-2024
      """,
      finds: [
        "1️⃣": .outOfRange, "2️⃣": .badValue, "3️⃣": .badValue, "4️⃣": .outOfRange,
        "5️⃣": .badValue, "6️⃣": .badValue, "7️⃣": .badValue, "8️⃣": .badValue, "9️⃣": .badValue,
      ])
    #expect(found.contains { $0.hint == "write `99.95%` for a percentage" })
    #expect(found.contains { $0.hint?.hasPrefix("write the unit") == true })
  }

  @Test func momentsNeedAnOffset() {
    let found = expect(
      """
      depgraph: 1
      components: [{id: a}]
      observations:
        - {component: a, state: down, from: 1️⃣2024-08-27T22:00}
        - {component: a, state: down, from: 2️⃣2024-08-27T25:00Z}
        - {component: a, state: down, from: 3️⃣yesterday}
        - {component: a, state: 4️⃣broken, from: 2024-08-27T22:00Z}
        - {component: a, state: down, from: 2024-08-27T22:00Z, 5️⃣until: 2024-08-27T21:00Z}
        - 6️⃣{component: a}
      """,
      finds: [
        "1️⃣": .badValue, "2️⃣": .outOfRange, "3️⃣": .badValue, "4️⃣": .unknownValue,
        "5️⃣": .outOfRange, "6️⃣": .missingKey,
      ])
    #expect(found.first?.hint?.contains("+02:00") == true)
  }

  @Test func hoursMustBeHours() {
    let found = expect(
      """
      depgraph: 1
      components:
        - {id: a, needed: 1️⃣never}
        - {id: b, needed: {days: 2️⃣mon-fry, from: "08:00"}}
        - {id: c, needed: {from: 3️⃣"24:30"}}
        - {id: d, needed: {from: 4️⃣eight}}
        - {id: e, needed: {zone: 5️⃣Europe/Amsterdan}}
        - {id: f, needed: 6️⃣{from: "08:00", to: "08:00"}}
        - {id: g, needed: 7️⃣[]}
        - {id: h, needed: {days: [mon, 8️⃣funday]}}
      """,
      finds: [
        "1️⃣": .badValue, "2️⃣": .badValue, "3️⃣": .outOfRange, "4️⃣": .badValue,
        "5️⃣": .unknownValue, "6️⃣": .outOfRange, "7️⃣": .badValue, "8️⃣": .badValue,
      ])
    #expect(found.contains { $0.hint == "did you mean `Europe/Amsterdam`?" })
  }

  @Test func timesMustBePossible() {
    expect(
      """
      depgraph: 1
      components:
        - 1️⃣{id: a, rto: 4h, wrt: 2h, mtpd: 5h}
        - {id: b, rto: 4h, wrt: 1h, mtpd: 5h}
        - 2️⃣{id: c, impact: [{after: 4h}, {after: 1h}]}
        - {id: d, position: {lat: 3️⃣91, lon: 5}}
      contracts:
        - {id: e, valid: 4️⃣{from: 2025-01-02, until: 2025-01-01}}
        - {id: f, availability: 5️⃣{from: 99%, to: 98%}}
        - {id: g, targets: [{priority: 6️⃣0}]}
      """,
      finds: [
        "1️⃣": .recoveryExceedsTolerance, "2️⃣": .outOfRange, "3️⃣": .outOfRange,
        "4️⃣": .outOfRange, "5️⃣": .outOfRange, "6️⃣": .outOfRange,
      ])
  }

  @Test func publicFactsNeedASource() {
    expect(
      """
      depgraph: 1
      basis: public
      sources: [{id: s}]
      parties: [1️⃣{id: p}, {id: q, source: s}, {id: r, basis: internal}]
      components:
        - 2️⃣{id: a, requires: [b]}
        - {id: b, basis: internal, requires: [3️⃣{ref: c, basis: public}, c]}
        - {id: c, source: s, shares: {duct: d}, requires: [d]}
        - {id: d, basis: assumed, shares: {4️⃣duct: {value: d1, basis: public}}}
      """,
      finds: [
        "1️⃣": .sourceMissing, "2️⃣": .sourceMissing, "3️⃣": .sourceMissing,
        "4️⃣": .sourceMissing,
      ])
    // The source of the file will do.
    expect(
      "depgraph: 1\nbasis: public\nsource: s\nsources: [{id: s}]\nparties: [{id: p}]", finds: [:])
  }

  @Test func escalationHasAClosedListOfConditions() {
    expect(
      """
      depgraph: 1
      escalation:
        - id: l
          when:
            - {1️⃣weather: bad}
            - {organisations: 2️⃣few}
            - {elapsed: 3️⃣">= 50%"}
            - {cyber-not-excluded: 4️⃣2}
            - {life-safety: ">= 1", past-mtpd: 2, no-alternative: true}
            - 5️⃣{}
          notify: [6️⃣everybody]
      """,
      finds: [
        "1️⃣": .unknownKey, "2️⃣": .badValue, "3️⃣": .badValue,
        "4️⃣": .badValue, "5️⃣": .badValue, "6️⃣": .unknownReference,
      ])
  }
}
