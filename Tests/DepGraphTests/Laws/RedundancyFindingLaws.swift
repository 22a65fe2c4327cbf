import DepGraph
import Testing

/// False redundancy against its definition, in models of which everything is known.
@Suite struct RedundancyFindingLaws {
  /// One group of a component, with what occurs in it.
  struct Group {
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

  /// Ways over a network: causes outside it that cut all of them even if both ends were up.
  @Test func causesThatCutAllWaysFollowTheDefinition() {
    var found = 0
    for seed in 0..<(soaking ? 5000 : 600) {
      let model = RandomModel.make(seed: seed, isKnown: true)
      guard let compiled = try? CompiledModel(model) else { continue }
      let id = compiled.table.id(of:)
      let answers = FalseRedundancy.all(in: compiled).filter { $0.kind != .alternatives }
      let ring = Ring(model)
      for path in Self.paths(of: model) {
        let answer = answers.first { id($0.owner) == path.owner && $0.location == path.location }
        let ends = (path.from, path.to)
        let hasTwoWays =
          path.from != path.to && ring.connects(ends) { _ in true }
          && ring.elements.allSatisfy { gone in
            gone == path.from || gone == path.to || ring.connects(ends) { $0 != gone }
          }
        guard hasTwoWays else {
          #expect(answer == nil, "seed \(seed) \(path.owner) \(path.location)")
          continue
        }
        let causes = compiled.table.ids.filter { cause in
          guard let vertex = compiled.vertex(of: cause), compiled.isSeedOfSearches(vertex),
            cause != path.owner, !ring.elements.contains(cause)
          else { return false }
          let level = NaiveLevels(model, .possible, failed: [cause]).level
          return !ring.connects(ends) {
            $0 == path.owner || $0 == path.from || $0 == path.to || level[$0] != 0
          }
        }
        #expect(
          answer?.causes.map { id($0.vertex) } ?? [] == causes,
          "seed \(seed) \(path.owner) \(path.location)")
        found += causes.count
      }
    }
    #expect(found > 10, "the random models hardly have rings that one thing cuts")
  }

  /// The one network of a random model.
  private struct Ring {
    let links: [Component]
    let elements: Set<String>

    init(_ model: Model) {
      links = model.components.filter { $0.kind == .link }
      elements = Set(links.flatMap { $0.ends + [$0.id] })
    }

    func connects(_ ends: (String, String), where isUp: (String) -> Bool) -> Bool {
      guard isUp(ends.0), elements.contains(ends.0) else { return false }
      var reached: Set = [ends.0]
      var grew = true
      while grew {
        grew = false
        for link in links where isUp(link.id) {
          for (near, far) in [(link.ends[0], link.ends[1]), (link.ends[1], link.ends[0])]
          where reached.contains(near) && isUp(far) && reached.insert(far).inserted {
            grew = true
          }
        }
      }
      return reached.contains(ends.1)
    }
  }

  private struct Path {
    let owner: String
    let location: String
    let from: String
    let to: String
  }

  private static func paths(of model: Model) -> [Path] {
    model.components.flatMap { component -> [Path] in
      guard case .group(let root) = component.requires else { return [] }
      return root.members.enumerated().flatMap { number, member in
        paths(in: member, at: "requires/\(number + 1)", of: component.id)
      }
    }
  }

  private static func paths(
    in requirement: Requirement, at location: String, of owner: String
  ) -> [Path] {
    switch requirement {
    case .reference, .unknown: return []
    case .path(let path):
      return [
        Path(
          owner: owner, location: "\(location)/path", from: path.from ?? owner,
          to: path.targets[0])
      ]
    case .group(let group):
      return group.members.enumerated().flatMap { number, member in
        paths(in: member, at: "\(location)/\(word(of: group))/\(number + 1)", of: owner)
      }
    }
  }

  private static func word(of group: RequirementGroup) -> String {
    switch group.need {
    case .all: "all"
    case .any: "any"
    default: "at-least"
    }
  }

  static func groups(of model: Model) -> [Group] {
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
    let name = "\(location)/\(word(of: group))"
    let nested = group.members.enumerated().flatMap { number, member in
      groups(in: member, at: "\(name)/\(number + 1)", of: owner)
    }
    return (group.need == .all ? [] : [Group(owner: owner, location: name, group: group)]) + nested
  }

  static func elements(of group: RequirementGroup) -> Set<String> {
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
