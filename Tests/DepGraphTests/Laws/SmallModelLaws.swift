import DepGraph
import Testing

/// Every model of three components of a kind: whatever each requires of the others, with and without
/// software in common.
@Suite struct SmallModelLaws {
  /// What a component may require of two others.
  private enum Need: Int, CaseIterable {
    case nothing, one, both, either, twoOfThree, perhapsOne, eitherOrPerhaps, softly, unknown

    func apply(to component: inout Component, first: String, second: String) {
      let sure = { (id: String) in Requirement.reference(Reference(id, evidence: Evidence(.public)))
      }
      let perhaps = { (id: String) in
        Requirement.reference(Reference(id, evidence: Evidence(.assumed)))
      }
      var members: [Requirement] = []
      switch self {
      case .nothing: break
      case .one: members = [sure(first)]
      case .both: members = [sure(first), sure(second)]
      case .either: members = [.group(RequirementGroup(.any, [sure(first), sure(second)]))]
      case .twoOfThree:
        let three = [sure(first), sure(first), sure(second)]
        members = [.group(RequirementGroup(.atLeast(2), three))]
      case .perhapsOne: members = [perhaps(first)]
      case .eitherOrPerhaps:
        members = [.group(RequirementGroup(.any, [sure(first), perhaps(second)]))]
      case .softly: component.degradesWithout = [Reference(first, evidence: Evidence(.public))]
      case .unknown: members = [.unknown(nil)]
      }
      component.requires = .group(RequirementGroup(.all, members))
    }
  }

  private static func model(_ number: Int, sharing: Bool) -> Model {
    let needs = Need.allCases.count
    let ids = ["a", "b", "c"]
    var model = Model()
    var rest = number
    for (place, id) in ids.enumerated() {
      var component = Component(id: id)
      component.kind = place == 2 ? .consumer : .platform
      component.statesRequires = true
      Need.allCases[rest % needs].apply(
        to: &component, first: ids[(place + 1) % 3], second: ids[(place + 2) % 3])
      rest /= needs
      if sharing, place < 2 {
        component.shares = [SharedValue(key: "software", value: "r", evidence: Evidence(.public))]
      }
      model.components.append(component)
    }
    return model
  }

  @Test(arguments: [false, true])
  func everyAnalysisFollowsItsDefinition(sharing: Bool) throws {
    for number in 0..<(Need.allCases.count * Need.allCases.count * Need.allCases.count) {
      let oracle = try #require(CutOracle(Self.model(number, sharing: sharing)))
      for target in SinglePoints(of: oracle.targets, in: oracle.compiled).targets {
        let id = oracle.id(target.vertex)
        let expected = oracle.seeds.filter { $0 != id && oracle.isDown(id, [$0]) }
        #expect(target.points.map { oracle.id($0.vertex) }.sorted() == expected, "\(number) \(id)")
        for point in target.points {
          let isCertain = oracle.isDown(id, [oracle.id(point.vertex)], .certain)
          #expect((point.verdict == .certain) == isCertain, "\(number) \(id)")
        }
        #expect(target.robustness.order == oracle.smallestCut(of: id), "\(number) \(id)")
        #expect(oracle.flaw(in: target.robustness) == nil, "\(number) \(id)")
        let candidates = oracle.seeds.filter { $0 != id }
        let down = (1...3).flatMap { candidates.subsets(of: $0) }.filter { oracle.isDown(id, $0) }
        let minimal = down.filter { set in
          !down.contains { Set($0).isStrictSubset(of: set) }
        }
        let cuts = CutSets(MinimalSetQuestion(target.vertex), in: oracle.compiled)
        #expect(cuts.sets.map { $0.elements.map(oracle.id) } == minimal, "\(number) \(id)")
      }
      for seed in oracle.compiled.componentVertices {
        let blast = BlastRadius(.init(Seeds([seed])), in: oracle.compiled)
        let down = oracle.targets.filter {
          $0 != seed && oracle.isDown(oracle.id($0), [oracle.id(seed)])
        }
        #expect(blast.down.map(\.vertex).sorted() == down, "\(number) \(oracle.id(seed))")
      }
    }
  }
}
