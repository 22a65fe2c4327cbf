import Testing

@testable import DepGraph

@Suite struct PartnerAnswersTests {
  static let key = RedactionKey(secret: Array(0..<32))

  static func answers(
    _ model: Model, _ party: String, sees: Marking = Marking()
  ) throws -> PartnerAnswers {
    var partner = model.partners.first { $0.party == party } ?? SharingPartner(party)
    if sees != Marking() { partner.sees = sees }
    return try PartnerAnswers(
      to: partner, in: try CompiledModel(model),
      pseudonyms: Pseudonyms(for: model, digest: key.digest))
  }

  private static let text = """
    depgraph: 1
    name: Test
    marking: {class: ONGERUBRICEERD, tlp: GREEN}
    parties:
      - {id: we, name: We}
      - {id: part, name: Our part, parent: we}
      - {id: other, name: Other}
      - {id: carrier, name: Carrier}
    contracts:
      - {id: sla, name: Our agreement, kind: sla, provider: carrier, customer: we, covers: [ours, far], targets: [{restore-within: 4h, nature: guaranteed, note: hidden}]}
      - {id: not-ours, name: Their agreement, provider: carrier, customer: other}
    contacts:
      - {id: me, name: My desk, party: we, reach: [phone]}
      - {id: noc, name: Their desk, party: carrier, reach: [phone, radio]}
      - {id: stranger, name: A stranger, party: other}
    components:
      - {id: ours, name: Ours, kind: service, owner: we, requires: [near, {ref: amber, basis: assumed}, {any: [secret, spare]}], degrades-without: [strict]}
      - {id: part-of-ours, name: Of our part, kind: process, operator: part, requires: [ours]}
      - {id: red-of-ours, name: Too red, kind: process, owner: we, requires: [], marking: {tlp: RED}}
      - {id: near, name: Near, kind: platform, owner: carrier, requires: [far]}
      - {id: amber, name: Amber, kind: platform, requires: [far], marking: {tlp: AMBER}}
      - {id: secret, name: Secret, kind: platform, requires: [], marking: {class: STG-G}}
      - {id: spare, name: Spare, kind: platform, requires: []}
      - {id: strict, name: Strict, kind: service, requires: [], marking: {tlp: AMBER+STRICT}}
      - {id: far, name: Far, kind: site}
      - {id: user, name: Their user, kind: consumer, owner: other, requires: [ours], marking: {tlp: AMBER}}
      - {id: phone, name: Phone, kind: channel, requires: []}
      - {id: radio, name: Radio, kind: channel, requires: [], marking: {tlp: AMBER}}
    markings:
      partners:
        - party: we
          scenarios: [{id: night, name: A night, fail: far}, {id: soon, fail: spare, after: 1h}]
    """

  private func model() throws -> Model {
    try ModelReader().read(text: Self.text, named: "t.yaml").model
  }

  @Test func ownThingsAndTheFirstStepBeyondThem() throws {
    let answers = try Self.answers(model(), "we")
    let shown = { (name: PartnerAnswers.Name) in name.shown(in: .english) }
    #expect(answers.own.map { shown($0.name) } == ["Ours", "Of our part"])
    let needs = answers.needs.filter { $0.own == 0 }
    #expect(needs.compactMap { $0.other.text?.text(in: .english) } == ["Near", "Spare"])
    let hidden = needs.filter { $0.other.text == nil }
    #expect(hidden.count == 1)
    #expect(hidden.first?.other.pseudonym.hasPrefix("component-") == true)
    #expect(hidden.first?.isUncertain == true)
    #expect(needs.first { shown($0.other) == "Spare" }?.strength == .alternative)
    #expect(answers.needs.first { $0.own == 1 }?.isOwn == true)
    #expect(answers.users.map { $0.other.text } == [nil])
    // A component of its own, a need and a wish were left out: three things, of two kinds.
    #expect(answers.leftOutKinds == 2)
  }

  @Test func agreementsAndPeople() throws {
    let answers = try Self.answers(model(), "we")
    #expect(answers.agreements.map { $0.name.shown(in: .english) } == ["Our agreement"])
    #expect(answers.agreements.first?.covers == [0])
    #expect(answers.agreements.first?.other?.shown(in: .english) == "Carrier")
    #expect(answers.contacts.map { $0.name.shown(in: .english) } == ["My desk", "Their desk"])
    let channels = answers.contacts.last?.channels ?? []
    #expect(channels.map { $0.text?.text(in: .english) } == ["Phone", nil])
  }

  @Test func agreedFailuresTellOfOwnThingsOnly() throws {
    let answers = try Self.answers(model(), "we")
    #expect(answers.impacts.map(\.id) == ["night", "soon"])
    let night = answers.impacts[0]
    #expect(night.states.map(\.grade) == [.down, .down])
    #expect(night.states.map(\.verdict) == [.certain, .certain])
    let soon = answers.impacts[1]
    #expect(soon.states.map(\.grade) == [.reducedRedundancy, .reducedRedundancy])
  }

  @Test func moreIsShownToWhoMaySeeMore() throws {
    let amber = Marking(classification: "ONGERUBRICEERD", trafficLight: "AMBER")
    let answers = try Self.answers(model(), "we", sees: amber)
    #expect(answers.needs.contains { $0.other.shown(in: .english) == "Amber" })
    #expect(answers.users.first?.other.shown(in: .english) == "Their user")
    let secret = Marking(classification: "STG-G", trafficLight: "RED")
    let all = try Self.answers(model(), "we", sees: secret)
    #expect(all.needs.contains { $0.other.shown(in: .english) == "Secret" })
    // Red is for those present, and never goes into a folder.
    #expect(!all.own.contains { $0.name.shown(in: .english) == "Too red" })
    #expect(!all.needs.contains { $0.other.shown(in: .english) == "Strict" })
    #expect(all.proposal.level == .secret && all.proposal.light == .amber)
  }

  @Test func whatNobodyMarkedIsNotOpened() throws {
    var model = try model()
    model.marking = Marking()
    let answers = try Self.answers(model, "we")
    #expect(answers.modelName == nil)
    #expect(answers.own.map { $0.name.shown(in: .english) } == ["Ours", "Of our part"])
    #expect(answers.needs.allSatisfy { $0.isOwn || $0.other.text == nil })
    #expect(answers.contacts.map { $0.name.shown(in: .english) } == ["My desk"])
  }
}
