import DepGraph
import Testing

/// False redundancy against its definition, in models of which everything is known.
@Suite struct RedundancyFindingLaws {
  /// One group of a component, with what occurs in it.
  private struct Group {
    let owner: String
    let location: String
    let group: RequirementGroup
  }

  @Test func causesOfFalseRedundancyFollowTheDefinition() {
    var found = 0
    for seed in 0..<(soaking ? 5000 : 400) {
      let model = RandomModel.make(seed: seed, isKnown: true)
      guard let compiled = try? CompiledModel(model) else { continue }
      let id = compiled.table.id(of:)
      let answers = FalseRedundancy.all(in: compiled).filter { $0.kind == .alternatives }
      let outcomes = Dictionary(
        uniqueKeysWithValues: compiled.table.ids.map {
          ($0, NaiveLevels(model, .possible, failed: [$0]))
        })
      let whole = NaiveLevels(model, .possible, failed: [])
      for entry in Self.groups(of: model) {
        let alive = entry.group.members.count { whole.isMet($0, of: entry.owner) }
        let answer = answers.first {
          id($0.owner) == entry.owner && $0.location == entry.location
        }
        guard alive > entry.group.threshold else {
          #expect(answer == nil, "seed \(seed) \(entry.owner) \(entry.location)")
          continue
        }
        let inside = Self.elements(of: entry.group)
        let defeating = compiled.table.ids.filter { cause in
          guard let vertex = compiled.vertex(of: cause), compiled.isSeedOfSearches(vertex),
            cause != entry.owner, let levels = outcomes[cause]
          else { return false }
          return entry.group.members.count { levels.isMet($0, of: entry.owner) }
            < entry.group.threshold
        }
        let causes = defeating.filter { !inside.contains($0) }
        let members = defeating.filter(inside.contains)
        #expect(
          answer?.causes.map { id($0.vertex) } ?? [] == causes,
          "seed \(seed) \(entry.owner) \(entry.location)")
        #expect(
          answer?.defeatingMembers.map { id($0.vertex) } ?? [] == members,
          "seed \(seed) \(entry.owner) \(entry.location)")
        found += causes.count
      }
    }
    #expect(found > 20, "the random models hardly have false redundancy")
  }

  @Test func waysLeadFromTheCauseThroughWhatFalls() {
    for seed in 0..<200 {
      guard let compiled = try? CompiledModel(RandomModel.make(seed: seed)) else { continue }
      for finding in FalseRedundancy.all(in: compiled) {
        for cause in finding.causes + finding.defeatingMembers {
          let blast = BlastRadius(.init(Seeds([cause.vertex])), in: compiled)
          let down = Set(blast.down.map(\.vertex))
          for way in cause.ways {
            #expect(way.first == cause.vertex, "seed \(seed)")
            #expect(
              way.dropFirst().allSatisfy {
                down.contains($0) || compiled.component($0) == nil
              }, "seed \(seed)")
          }
        }
      }
    }
  }

  private static func groups(of model: Model) -> [Group] {
    model.components.flatMap { component -> [Group] in
      guard case .group(let root) = component.requires else { return [] }
      return root.members.enumerated().flatMap { number, member in
        groups(in: member, at: "requires/\(number + 1)", of: component.id)
      }
    }
  }

  private static func groups(
    in requirement: Requirement, at location: String, of owner: String
  ) -> [Group] {
    guard case .group(let group) = requirement else { return [] }
    let word =
      switch group.need {
      case .all: "all"
      case .any: "any"
      default: "at-least"
      }
    let name = "\(location)/\(word)"
    let nested = group.members.enumerated().flatMap { number, member in
      groups(in: member, at: "\(name)/\(number + 1)", of: owner)
    }
    return (group.need == .all ? [] : [Group(owner: owner, location: name, group: group)]) + nested
  }

  private static func elements(of group: RequirementGroup) -> Set<String> {
    Set(
      group.members.flatMap { member -> [String] in
        switch member {
        case .reference(let reference): [reference.target]
        case .group(let inner): Array(elements(of: inner))
        case .path, .unknown: []
        }
      })
  }
}
