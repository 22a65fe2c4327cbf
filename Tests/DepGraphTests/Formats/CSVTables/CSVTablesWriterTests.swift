import Foundation
import Testing

@testable import DepGraph

@Suite struct CSVTablesWriterTests {
  /// The model without what no table holds.
  private func held(_ model: Model) -> Model {
    var model = model.withoutPlaces
    model.marking = Marking()
    model.markingFloors = [:]
    model.partners = []
    model.commonCauses = []
    model.escalation = []
    model.observations = []
    model.plans = []
    model.measures = []
    model.crews = []
    model.restoreClasses = []
    model.expectations = []
    model.briefing = BriefingPlan()
    model.sectors = .builtIn
    for index in model.components.indices {
      model.components[index].impact = []
      model.components[index].restoreClass = nil
      // Tables know the sectors that are built in.
      let sector = model.components[index].sector
      if let sector, SectorList.builtIn[sector] == nil { model.components[index].sector = nil }
    }
    return model
  }

  private func read(_ files: [CSVTablesWriter.File]) throws(ReadError) -> Model {
    let files = files.map { CSVFile(name: $0.name, bytes: $0.bytes) }
    return try CSVTablesReader().read(files, options: ImportOptions()).model
  }

  private func holdsRoundTrip(_ model: Model, _ name: String) throws {
    for usesSemicolons in [false, true] {
      let writer = CSVTablesWriter(usesSemicolons: usesSemicolons)
      let written = writer.files(of: model)
      let back: Model
      do {
        back = try read(written.files)
      } catch {
        Issue.record("\(name): \(error)")
        return
      }
      let (found, wanted) = (back.withoutPlaces, held(model))
      for (now, before) in zip(found.components, wanted.components) where now != before {
        #expect(now == before, "\(name): \(before.id)")
      }
      #expect(found == wanted, "\(name)")
      #expect(writer.files(of: back).files == written.files, "\(name)")
    }
  }

  @Test(arguments: ["nafin/nafin.yaml", "voorbeeld/voorbeeld.yaml"])
  func theShippedModelsComeBack(_ name: String) throws {
    let path = Fixture.root.appendingPathComponent("models/\(name)").path
    try holdsRoundTrip(ModelReader().read(path).model, name)
  }

  /// Every key of the format, less what refers to what no table holds.
  @Test func everyKeyThatTablesHoldComesBack() throws {
    var model = try ModelReader().read(Fixture.path("every-key/model.yaml")).model
    model = held(model)
    try holdsRoundTrip(model, "every-key")
  }

  @Test func randomModelsComeBack() throws {
    var count = 0
    for seed in 0..<200 {
      let text = ModelWriter().yaml(of: RandomModel.makeWithStarts(seed: seed).namingSources)
      guard let model = try? ModelReader().read(text: text, named: "m.yaml").model else { continue }
      try holdsRoundTrip(held(model), "seed \(seed)")
      count += 1
    }
    #expect(count > 60)
  }

  /// A percentage is written as the shortest number that it is.
  @Test func sharesAreShort() throws {
    let text = "depgraph: 1\ncomponents: [{id: hal, kind: site, availability: 99.9%}]\n"
    let model = try ModelReader().read(text: text, named: "m.yaml").model
    let files = CSVTablesWriter().files(of: model).files
    let table = try #require(files.first { $0.name == "components.csv" })
    let written = String(decoding: table.bytes, as: UTF8.self)
    #expect(written.contains(",0.999"), "\(written)")
    #expect(!written.contains("0.9990"), "\(written)")
  }

  @Test func whatNoTableHoldsIsSaid() throws {
    let path = Fixture.root.appendingPathComponent("models/voorbeeld/voorbeeld.yaml").path
    let model = try ModelReader().read(path).model
    let losses = CSVTablesWriter().files(of: model).losses
    #expect(losses.first { $0.key == "plans" }?.count == model.plans.count)
    #expect(losses.allSatisfy { $0.count > 0 })
  }

  @Test func cellsAreQuotedWhereTheyHaveToBe() {
    var text = CSVText(delimiter: UInt8(ascii: ";"))
    text.add(["#a", " b ", "c;d", "e\"f", "g\nh", "i,j", ""])
    let wanted = "\"#a\";\" b \";\"c;d\";\"e\"\"f\";\"g\nh\";i,j;\n"
    #expect(String(decoding: text.bytes, as: UTF8.self) == wanted)
  }
}
