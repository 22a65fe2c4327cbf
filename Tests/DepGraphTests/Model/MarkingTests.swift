import Testing

@testable import DepGraph

@Suite struct MarkingTests {
  @Test func levelsRiseInTheOrderOfTheirRanks() {
    let levels = ClassificationLevel.allCases
    #expect(levels == levels.sorted() && levels.map(\.rank) == [0, 1, 2, 3, 4])
    let lights = TrafficLight.allCases
    #expect(lights == lights.sorted() && lights.map(\.rank) == [0, 1, 2, 3, 4])
    #expect(lights.map(\.rawValue) == ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"])
  }

  @Test(
    arguments: [
      ("ongerubriceerd", ClassificationLevel.unclassified), ("NU", .unclassified),
      ("DEPV", .departmental), ("Dep. V.", .departmental), ("nato restricted", .departmental),
      ("R-UE/EU-R", .departmental), ("EU-R", .departmental), ("Stg. CONFIDENTIEEL", .confidential),
      ("stg-c", .confidential), ("NC", .confidential), ("C-UE", .confidential),
      ("STG-G", .secret), ("Stg. Geheim", .secret), ("NS", .secret), ("S-UE", .secret),
      ("Stg. ZEER GEHEIM", .topSecret), ("CTS", .topSecret), ("TS-UE/EU-TS", .topSecret),
      ("TRÈS SECRET UE", .topSecret),
    ])
  func wordsOfThreeSchemesAreKnown(word: String, level: ClassificationLevel) {
    #expect(ClassificationLevel(word: word) == level)
    #expect(Marking(classification: word).level == level)
  }

  @Test func noTwoLevelsShareAWord() {
    let bare = ClassificationLevel.words.map { $0.uppercased().filter(\.isLetter) }
    for level in ClassificationLevel.allCases {
      for word in level.spellings { #expect(ClassificationLevel(word: word) == level, "\(word)") }
      #expect(ClassificationLevel(word: level.rawValue) == level)
      #expect(ClassificationLevel(word: level.label) == level)
    }
    #expect(Set(bare).count > 30)
  }

  @Test func anUnknownWordCountsAsTheHighest() {
    #expect(ClassificationLevel(word: "GEHEIMPJE") == nil)
    #expect(Marking(classification: "GEHEIMPJE").level == .topSecret)
    #expect(Marking(trafficLight: "PURPLE").light == .red)
    #expect(Marking().level == nil && Marking().light == nil)
  }

  @Test func eachAxisIsInheritedByItself() {
    let outer = Marking(classification: "DEPV", trafficLight: "GREEN")
    let inner = Marking(trafficLight: "RED").inherited(from: outer)
    #expect(inner == Marking(classification: "DEPV", trafficLight: "RED"))
    #expect(Marking().inherited(from: nil) == Marking())
  }

  @Test func aPartnerIsNeverShownMoreThanAmberNorOpenedByAnUnknownWord() {
    var partner = SharingPartner("p")
    #expect(partner.highestLevel == .unclassified && partner.highestLight == .green)
    partner.sees = Marking(classification: "GEHEIMPJE", trafficLight: "RED")
    #expect(partner.highestLevel == .unclassified && partner.highestLight == .amber)
    partner.sees = Marking(classification: "NR", trafficLight: "AMBER")
    #expect(partner.highestLevel == .departmental && partner.highestLight == .amber)
  }
}

@Suite struct ProposedMarkingTests {
  private static func model(_ own: Marking = Marking()) -> Model {
    var model = Model()
    model.marking = own
    for id in ["a", "b"] { model.components.append(Component(id: id)) }
    return model
  }

  @Test func nothingStatedStaysNothing() {
    let proposal = ProposedMarking(of: Self.model(), result: "blast", showing: ["a", "b"])
    #expect(proposal.level == nil && proposal.light == nil && proposal.hasUnclassifiedFacts)
    for language in Language.allCases {
      let line = Phrases(language).proposalLine(proposal)
      #expect(!line.lowercased().contains("ongerubriceerd"))
      #expect(
        line.contains(language == .dutch ? "geen rubricering opgegeven" : "no classification"))
    }
  }

  @Test func aFloorRaisesOnlyItsOwnResult() {
    var model = Self.model(Marking(classification: "ONGERUBRICEERD", trafficLight: "CLEAR"))
    model.markingFloors["spof"] = Marking(classification: "STG-C")
    let blast = ProposedMarking(of: model, result: "blast", showing: ["a"])
    #expect(blast.level == .unclassified && !blast.isRaisedByFloor)
    let spof = ProposedMarking(of: model, result: "spof", showing: ["a"])
    #expect(spof.level == .confidential && spof.light == .clear && spof.isRaisedByFloor)
    model.components[0].marking = Marking(classification: "STG-G")
    let higher = ProposedMarking(of: model, result: "spof", showing: ["a"])
    #expect(higher.level == .secret && !higher.isRaisedByFloor)
  }

  @Test func whatIsWrittenInsideAComponentCountsWithIt() {
    var model = Self.model()
    var reference = Reference("b", evidence: Evidence(.internal))
    reference.marking = Marking(trafficLight: "RED")
    model.components[0].requires = .group(RequirementGroup(.any, [.reference(reference)]))
    var shared = SharedValue(key: "duct", value: "d", evidence: Evidence(.internal))
    shared.marking = Marking(classification: "NS")
    model.components[1].shares = [shared]
    #expect(ProposedMarking(of: model, result: "", showing: ["a"]).light == .red)
    #expect(ProposedMarking(of: model, result: "", showing: ["a"]).level == nil)
    #expect(ProposedMarking(of: model, result: "", showing: ["b"]).level == .secret)
  }

  /// Each axis is the highest of what is shown, computed here by looking at every fact.
  @Test(arguments: 0..<200) func itIsTheHighestOfWhatIsShown(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let classes = ClassificationLevel.allCases.map { Optional($0) } + [nil, nil]
    let lights = TrafficLight.allCases.map { Optional($0) } + [nil, nil]
    func pick() -> (ClassificationLevel?, TrafficLight?) {
      (classes.randomElement(using: &random) ?? nil, lights.randomElement(using: &random) ?? nil)
    }
    func marking(_ axes: (ClassificationLevel?, TrafficLight?)) -> Marking {
      Marking(classification: axes.0?.rawValue, trafficLight: axes.1?.rawValue)
    }
    let outer = pick()
    var model = Model()
    model.marking = marking(outer)
    var facts: [(id: String, level: ClassificationLevel?, light: TrafficLight?)] = []
    for number in 0..<6 {
      let axes = pick()
      var component = Component(id: "c\(number)")
      component.marking = marking(axes)
      model.components.append(component)
      facts.append((component.id, axes.0 ?? outer.0, axes.1 ?? outer.1))
      var party = Party(id: "p\(number)")
      let other = pick()
      party.marking = marking(other)
      model.parties.append(party)
      facts.append((party.id, other.0 ?? outer.0, other.1 ?? outer.1))
    }
    let shown = facts.filter { _ in Bool.random(using: &random) }
    let floor = pick()
    model.markingFloors["cutsets"] = marking(floor)
    let proposal = ProposedMarking(
      of: model, result: "cutsets", showing: shown.map(\.id) + ["nothing"])
    let level = (shown.map(\.level) + [outer.0, floor.0]).compactMap(\.self).max()
    let light = (shown.map(\.light) + [outer.1, floor.1]).compactMap(\.self).max()
    #expect(proposal.level == level && proposal.light == light, "seed \(seed)")
    let bare = ProposedMarking(of: model, result: "", showing: shown.map(\.id))
    #expect(proposal.isRaisedByFloor == (bare.level != level || bare.light != light))
  }
}
