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

  @Test func spof() throws {
    let compiled = try TestModel(SinglePointsViewTests.model).compiled
    let view = SinglePointsView(
      SinglePointsReview(in: compiled), in: compiled, language: .dutch, toolVersion: "1")
    try GoldenText("Diagrams/spof.dot").expect(DOTWriter(view.diagram).text)
  }

  @Test func network() throws {
    let compiled = try TestModel(NetworkViewTests.tail).compiled
    let view = try NetworkView(of: "net", in: compiled, language: .english, toolVersion: "1")
    try GoldenText("Diagrams/network.dot").expect(DOTWriter(view.diagram).text)
  }

  @Test func networkAfterAFailure() throws {
    let model = try TestModel(NetworkViewTests.tail)
    let view = try NetworkView(
      of: "net", after: try model.blast("feed"), in: model.compiled, language: .dutch,
      toolVersion: "1")
    try GoldenText("Diagrams/network-failed.dot").expect(DOTWriter(view.diagram).text)
  }

  @Test func suppliers() throws {
    let compiled = try TestModel(
      SuppliersViewTests.components, extra: SuppliersViewTests.extra
    ).compiled
    let view = SuppliersView(
      SupplierConcentration(in: compiled), in: compiled, language: .dutch, toolVersion: "1")
    try GoldenText("Diagrams/suppliers.dot").expect(DOTWriter(view.diagram).text)
  }

  @Test func contracts() throws {
    let compiled = try TestModel(
      ContractsViewTests.components, extra: ContractsViewTests.extra
    ).compiled
    let view = ContractsView(
      ContractReview(in: compiled), in: compiled, language: .dutch, toolVersion: "1")
    try GoldenText("Diagrams/contracts.dot").expect(DOTWriter(view.diagram).text)
  }
}
