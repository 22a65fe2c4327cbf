import DepGraph
import Testing

@Suite struct ModelReaderTests {
  @Test func readsTheSmallestModel() throws {
    let read = try ModelReader().read(text: "depgraph: 1\n", named: "m.yaml")
    #expect(read.model.components.isEmpty)
    #expect(read.warnings.isEmpty)
    // What `sha256sum` says of these bytes.
    #expect(
      read.model.digest == "0e358d31e1cd3da58dd52267c38a8d148ad0d1fca2907bf4189625483dae80dd")
    #expect(read.files == ["m.yaml"])
  }

  @Test func readsTheExamplesOfTheFormat() throws {
    let text = """
      depgraph: 1
      components:
        - {id: a, name: A, kind: site}
        - id: b
          name: {nl: Bé, en: Bee}
          requires: [a, {any: [c, {ref: d, holdup: 8h}], switchover: 5s}, unknown]
        - {id: c, name: C, requires: []}
        - {id: d, name: D, requires: unknown}
        - {id: x, name: X, kind: consumer, requires: [b]}
      """
    let model = try ModelReader().read(text: text, named: "m.yaml").model
    #expect(model.components.map(\.id) == ["a", "b", "c", "d", "x"])
    #expect(model.components[1].requires.references.map(\.target) == ["a", "c", "d"])
    #expect(model.components[1].requires.hasUnknown)
    #expect(model.components[2].statesRequires)
    #expect(!model.components[0].statesRequires)
  }

  @Test func findsAMisspeltKey() {
    let found = expect(
      """
      depgraph: 1
      components:
        - id: a
          1️⃣requries: [b]
        - id: b
          requires: [2️⃣c]
      """,
      finds: ["1️⃣": .unknownKey, "2️⃣": .unknownReference])
    #expect(found.first?.hint == "did you mean `requires`?")
  }
}
