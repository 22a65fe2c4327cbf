import DepGraph
import Testing

/// What is inherited is the maximum over all that require an element, by whatever way.
@Suite struct ProtectionNeedsLawTests {
  @Test func theMaximumIsThatOfAllUsers() throws {
    var checked = 0
    for seed in 0..<(soaking ? 20_000 : 150) {
      var model = RandomModel.make(seed: seed)
      var random = SeededGenerator(seed: seed ^ 0x6B6B)
      for index in model.components.indices {
        for goal in ProtectionGoal.allCases where random.chance(0.4) {
          let level = ProtectionLevel.allCases.randomElement(using: &random)
          model.components[index].protectionNeed[goal] =
            random.chance(0.2) ? .unknown : level.map { .known($0) }
        }
      }
      guard let compiled = try? CompiledModel(model) else { continue }
      let needs = ProtectionNeeds(in: compiled)
      guard needs.isStated else { continue }
      let users = NaiveUsers(model)
      for id in compiled.table.ids {
        let down = NaiveLevels(model, .possible, failed: [id])
        for goal in ProtectionGoal.allCases {
          let above = users.above[id, default: []].compactMap { user in
            model.components.first { $0.id == user }
          }
          let levels = above.compactMap { $0.protectionNeed[goal]?.value }
          let unknown = above.filter {
            $0.protectionNeed[goal]?.value == nil && ($0.protectionNeed[goal] != nil || $0.isUser)
          }
          let found = needs.inheritances.first {
            $0.goal == goal && compiled.table.id(of: $0.vertex) == id
          }
          let place = "seed \(seed), \(goal) of \(id)"
          #expect(found?.maximum == levels.max(), "\(place)")
          let others = (found?.unknownUsers ?? []).map { compiled.table.id(of: $0) }
          #expect(Set(others) == Set(unknown.map(\.id)), "\(place)")
          guard let maximum = levels.max(), let found else { continue }
          let certain = above.filter { down.offered[$0.id] == 0 }
            .compactMap { $0.protectionNeed[goal]?.value }.max()
          let low = goal == .availability ? max(maximum.lowered, certain ?? .normal) : maximum
          #expect(found.low == low, "\(place)")
          let way = found.way.map { compiled.table.id(of: $0) }
          #expect(way.last == id, "\(place)")
          #expect(
            above.contains { $0.id == way.first && $0.protectionNeed[goal] == .known(maximum) },
            "\(place)")
          #expect(
            zip(way, way.dropFirst()).allSatisfy { users.direct[$1, default: []].contains($0) },
            "\(place)")
          checked += 1
        }
      }
    }
    #expect(checked > 200)
  }
}

/// Who requires what, by enumerating ways; shares no code with the program.
private struct NaiveUsers {
  /// For each element those that require it themselves.
  private(set) var direct: [String: Set<String>] = [:]
  /// For each element those that require it, directly or through others; not itself.
  private(set) var above: [String: Set<String>] = [:]

  init(_ model: Model) {
    let ids = Set(model.components.map(\.id))
    for component in model.components {
      var needed = Set(component.requires.references.map(\.target))
      for shared in component.shares {
        guard let value = shared.value else { continue }
        needed.insert(ids.contains(value) ? value : "\(shared.key):\(value)")
      }
      let links = model.components.filter { $0.kind == .link }
      for path in component.requires.paths {
        let over = links.filter { $0.network == path.network }
        let start = path.from ?? component.id
        guard over.contains(where: { $0.ends.contains(start) }) else { continue }
        for end in path.targets {
          Self.collect(from: start, to: end, over, passed: [start], used: [], &needed)
        }
      }
      for target in needed where target != component.id {
        direct[target, default: []].insert(component.id)
      }
    }
    for id in direct.keys {
      var users = direct[id, default: []]
      var grew = true
      while grew {
        let more = users.union(users.flatMap { direct[$0, default: []] })
        grew = more.count > users.count
        users = more
      }
      above[id] = users.subtracting([id])
    }
  }

  private static func collect(
    from node: String, to end: String, _ links: [Component], passed: Set<String>,
    used: [String], _ found: inout Set<String>
  ) {
    if node == end {
      found.formUnion(passed)
      found.formUnion(used)
      return
    }
    for link in links where link.ends.contains(node) {
      guard let far = link.ends.first(where: { $0 != node }), !passed.contains(far) else {
        continue
      }
      collect(
        from: far, to: end, links, passed: passed.union([far]), used: used + [link.id], &found)
    }
  }
}
