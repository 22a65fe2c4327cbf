import DepGraph
import Foundation
import Testing

/// The models that the project keeps are read without a mistake.
@Suite struct ProjectModelsTests {
  @Test(arguments: ["models/nafin/nafin.yaml", "models/voorbeeld/voorbeeld.yaml"])
  func isReadWithoutErrors(path: String) throws {
    let file = Fixture.root.appendingPathComponent(path).path
    let read = try ModelReader().read(file)
    #expect(!read.model.components.isEmpty)
    #expect(Validator.diagnose(read.model).errors == [])
  }

  @Test func theScenarioOfTheOutageFitsItsModel() throws {
    let folder = Fixture.root.appendingPathComponent("models/nafin")
    let model = try ModelReader().read(folder.appendingPathComponent("nafin.yaml").path).model
    let path = folder.appendingPathComponent("scenarios/2024-08-27.yaml").path
    #expect(try !ScenarioReader().read(path, model: model).scenario.events.isEmpty)
  }
}
