import DepGraph
import Foundation
import Testing

/// What holds for every model in `models/incidents`.
@Suite struct IncidentTests {
  @Test(arguments: Incident.names) func isReadWithoutRemarks(name: String) throws {
    let path = SourceTree.root.appendingPathComponent("models/incidents/\(name).yaml").path
    let read = try ModelReader().read(path)
    #expect(read.warnings == [])
    #expect(Validator.diagnose(read.model) == [])
    #expect((10...30).contains(read.model.components.count))
  }

  /// What fell and what did not, as its author wrote it down.
  @Test(arguments: Incident.names) func itsExpectationsHold(name: String) throws {
    let shipped = try ShippedModel(incident: name)
    #expect(ExpectationCheck(shipped.compiled).findings == [])
    let expectations = shipped.model.expectations
    #expect(expectations.contains { !$0.down.isEmpty })
    #expect(
      expectations.contains { !$0.up.isEmpty || !$0.unaffected.isEmpty }, "no negative control")
  }

  /// An expectation that cannot fail is none.
  @Test(arguments: Incident.names) func withoutTheDecisiveFactTheyFail(
    name: String
  ) throws {
    let mended = try ShippedModel.mended(name)
    #expect(!ExpectationCheck(mended.compiled).findings.isEmpty)
  }

  @Test(arguments: Incident.names + ["gps-2016-usno-2012"])
  func itsScenarioComesOutAsItWas(name: String) throws {
    let model = Incident.names.first { name.hasPrefix($0) }
    let shipped = try ShippedModel(incident: try #require(model))
    let scenario = try ShippedModel.scenario("models/incidents/scenarios/\(name).yaml")
    let run = try ScenarioRun(scenario, in: shipped.compiled)
    #expect(run.expectations.count >= 3)
    for outcome in run.expectations {
      #expect(outcome.isMet == true, "\(outcome.expectation)")
    }
    // Held against the run as well, where the model can tell: what was seen proves nothing about it.
    #expect(run.expectations.allSatisfy { $0.isMetByRun != false })
    #expect(run.expectations.contains { $0.isMetByRun == true && !$0.isByConstruction })
    #expect(run.emptySelectors.isEmpty && run.idle.isEmpty)
  }

  @Test(arguments: Incident.names) func everyFactHasASourceOrIsSaidToBeAssumed(name: String) throws
  {
    let model = try ShippedModel(incident: name).model
    for component in model.components {
      let needs = component.requires.references + component.degradesWithout
      let paths = component.requires.paths.map(\.evidence)
      let facts = [component.evidence] + needs.map(\.evidence) + paths
      for fact in facts + component.shares.map(\.evidence) {
        switch fact.basis {
        case .public: #expect(!fact.sources.isEmpty, "\(component.id)")
        case .inferred, .assumed, .fictional:
          #expect(component.note != nil, "\(component.id) does not say why")
        case .internal: Issue.record("\(component.id) is known from inside")
        }
      }
    }
    #expect(model.sources.allSatisfy { $0.url != nil })
    #expect(model.basis == .public)
  }

  @Test(arguments: Incident.names) func everyNameIsInBothLanguages(name: String) throws {
    let model = try ShippedModel(incident: name).model
    var texts = model.components.map(\.name) + model.expectations.map(\.name)
    texts += model.commonCauses.map(\.name) + [model.name]
    for text in texts {
      let written = Language.allCases.filter { text?.isWritten(in: $0) == true }
      // A proper name that is the same everywhere is written once.
      let isProper = text?.text(in: .english).contains(" ") == false
      #expect(written.count == 2 || isProper, "\(text?.text(in: .english) ?? "no name")")
    }
  }

  /// Each says which pattern it teaches, and is told of on both pages.
  @Test(arguments: Incident.names) func itsPatternIsNamed(name: String) throws {
    let text = try Fixture.text("models/incidents/\(name).yaml")
    #expect(text.contains("\n# PATTERN: "))
    #expect(try Fixture.text("models/incidents/README.md").contains("\(name).yaml"))
    let guide = try Fixture.text("docs/guides/patterns.md")
    #expect(guide.contains("models/incidents/\(name).yaml"))
    #expect(guide.contains("patterns/\(name).svg"))
    let picture = try Fixture.text("docs/guides/patterns/\(name).svg")
    #expect(picture.utf8.count < 100_000 && picture.contains("<svg"))
  }
}
