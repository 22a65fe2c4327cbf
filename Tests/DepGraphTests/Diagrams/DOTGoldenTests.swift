import DepGraph
import Testing

/// The DOT text of small diagrams, word for word.
@Suite struct DOTGoldenTests {
  @Test func overview() throws {
    let compiled = try TestModel(OverviewViewTests.pair).compiled
    let view = OverviewView(of: compiled, options: .init(language: .dutch, toolVersion: "1"))
    try GoldenText("Diagrams/overview.dot").expect(DOTWriter(view.diagram).text)
  }

  @Test func blast() throws {
    let model = try TestModel(BlastViewTests.chain)
    let view = BlastView(
      try model.blast("feed"), in: model.compiled, language: .english, toolVersion: "1")
    try GoldenText("Diagrams/blast.dot").expect(DOTWriter(view.diagram).text)
  }
}
