import Testing

@testable import DepGraph

@Suite struct MarkingReaderTests {
  private func read(_ text: String) throws -> ReadModel {
    try ModelReader().read(text: text, named: "m.yaml")
  }

  @Test func aWordThatNobodyKnowsIsKeptWithAHint() throws {
    let read = try read(
      """
      depgraph: 1
      marking: {class: STG-GG}
      components: [{id: a, requires: [], marking: {class: dep.v}}]
      """)
    let found = read.warnings.filter { $0.code == .unknownMarking }
    #expect(found.count == 1)
    #expect(found.first?.hint == "did you mean `STG-G`?")
    #expect(found.first?.message.contains("Stg. ZEER GEHEIM") == true)
    #expect(read.model.marking.classification == "STG-GG")
    #expect(read.model.marking.level == .topSecret)
    let proposal = ProposedMarking(of: read.model, result: "blast", showing: ["a"])
    #expect(proposal.level == .topSecret && proposal.unknownWords == ["STG-GG"])
  }

  @Test func everyKindOfFactCanCarryOne() throws {
    let read = try ModelReader().read(Fixture.path("every-key/model.yaml"))
    let model = read.model
    #expect(read.warnings.allSatisfy { $0.code != .unknownMarking })
    #expect(model.sources.contains { $0.marking?.light == .clear })
    #expect(model.parties.contains { $0.marking?.light == .green })
    #expect(model.contracts.contains { $0.marking?.level == .confidential })
    #expect(model.contacts.contains { $0.marking?.light == .amberStrict })
    #expect(model.commonCauses.contains { $0.marking?.level == .departmental })
    #expect(model.escalation.contains { $0.marking != nil })
    #expect(model.observations.contains { $0.marking != nil })
    #expect(model.plans.contains { $0.marking != nil })
    #expect(model.measures.contains { $0.marking != nil })
    #expect(model.crews.contains { $0.marking != nil })
    #expect(model.restoreClasses.contains { $0.marking != nil })
    #expect(model.expectations.contains { $0.marking != nil })
    let service = try #require(model.components.first { $0.id == "service" })
    #expect(service.requires.references.contains { $0.marking?.light == .red })
    #expect(service.requires.paths.contains { $0.marking?.light == .amber })
    let router = try #require(model.components.first { $0.id == "router" })
    #expect(router.shares.contains { $0.marking?.level == .secret })
    let scenario = try ScenarioReader().read(
      Fixture.path("every-key/scenario.yaml"), model: model
    ).scenario
    #expect(scenario.marking?.light == .amber)
    let partner = try #require(model.partners.first)
    #expect(partner.party == "digger" && partner.highestLight == .amber)
    #expect(partner.scenarios.map(\.fail) == [["router"]])
  }
}
