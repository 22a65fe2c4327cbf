import DepGraph
import Testing

/// Models made in memory, which no reader has judged.
@Suite struct ValidatorTests {
  private let own = Evidence(.internal)

  @Test func anEmptyModelIsFine() {
    #expect(Validator.diagnose(Model()) == [])
  }

  @Test func namesAreJudgedToo() {
    var a = Component(id: "a")
    a.requires = .group(RequirementGroup(.all, [.reference(Reference("lost", evidence: own))]))
    a.owner = "nobody"
    a.sector = "nowhere"
    a.evidence = Evidence(.public, sources: ["unread"])
    var contract = Contract(id: "k")
    contract.covers = .selectors(["a", "tag:none"])
    var model = Model()
    model.components = [a, Component(id: "a")]
    model.contracts = [contract]
    let codes = Validator.diagnose(model).filter { $0.severity == .error }.map(\.code)
    #expect(
      codes.sorted { $0.rawValue < $1.rawValue } == [
        .duplicateID, .unknownReference, .unknownReference, .unknownReference,
        .unknownReference, .unknownSector,
      ])
  }

  @Test func thresholdsOfModelsMadeInMemory() {
    for need in [RequirementGroup.Need.atLeast(0), .atLeast(3), .share(0), .share(1.5)] {
      var a = Component(id: "a")
      let member = Requirement.reference(Reference("b", evidence: own))
      a.requires = .group(RequirementGroup(need, [member, .unknown(nil)]))
      var model = Model()
      model.components = [a, Component(id: "b")]
      #expect(Validator.diagnose(model).errors.map(\.code) == [.badThreshold], "\(need)")
    }
  }

  @Test func aModelThatWasReadIsFineByNameToo() throws {
    let model = try ModelReader().read(Fixture.path("every-key/model.yaml")).model
    #expect(Validator.diagnose(model).errors == [])
  }
}
