import DepGraph
import Testing

/// Mistakes in groups of components that fail together.
@Suite struct CommonCauseGroupTests {
  private static let start = """
    depgraph: 1
    components:
      - {id: router-a, kind: network-element, availability: 99%}
      - {id: router-b, kind: network-element, availability: 99%}
      - {id: router-c, kind: network-element, availability: 98%}
      - {id: router-d, kind: network-element}
      - {id: router-e, kind: network-element}
      - {id: router-f, kind: network-element}
    common-causes:

    """

  @Test func missingKeysAndWrongNames() {
    expect(
      Self.start + """
          - 1️⃣{id: "maker:a", model: beta, members: [router-a, router-b]}
          - 2️⃣{id: "maker:b", value: 5%, members: [router-a, router-b]}
          - 3️⃣{id: "maker:c", model: beta, value: 5%}
          - {id: "maker:d", model: 4️⃣gamma, value: 5%, members: [router-a, router-b]}
          - {id: "maker:e", model: beta, value: 5️⃣5, members: [router-a, router-b]}
          - {id: "maker:f", model: beta, value: 5%, members: [router-a, 6️⃣router-bb, router-b]}
        """,
      finds: [
        "1️⃣": .missingKey, "2️⃣": .missingKey, "3️⃣": .missingKey, "4️⃣": .unknownValue,
        "5️⃣": .outOfRange, "6️⃣": .unknownReference,
      ])
  }

  @Test func groupsWithoutAMeaning() {
    expect(
      Self.start + """
          - 1️⃣{id: "maker:a", model: beta, value: 5%, members: [router-a]}
          - 2️⃣{id: "maker:b", model: beta, value: 5%, members: [router-b, router-a]}
          - 3️⃣{id: "maker:router-c", model: beta, value: 5%, members: [router-c, router-d]}
          - 4️⃣{id: "maker:d", model: beta, value: 5%, members: [router-e, router-f], mtbf: 1y}
        """,
      finds: [
        "1️⃣": .badGroup, "2️⃣": .badGroup, "3️⃣": .badGroup, "4️⃣": .badGroup,
      ])
  }

  @Test func whatIsProbablyNotMeant() {
    let found = expect(
      Self.start + """
          - 1️⃣{id: "maker:a", model: beta, value: 5%, members: [router-b, router-a, router-b]}
          - {id: "maker:b", model: beta, value: 5%, members: [router-c, router-d, router-e]}
        """,
      finds: ["1️⃣": .repeatedMember])
    #expect(found.count == 1)
    expect(
      Self.start + """
          - 1️⃣{id: "maker:a", model: beta, value: 5%, members: [router-a, router-c, router-d]}
        """,
      finds: ["1️⃣": .unequalMembers])
  }
}
