import Testing

@testable import DepGraph

/// Differences of random models against what was done to them, and against each model by itself.
@Suite struct ModelDifferenceLawTests {
  static let seeds = 0..<(soaking ? 1500 : 80)

  @Test func aModelDoesNotDifferFromItself() {
    for seed in Self.seeds {
      guard let compiled = try? CompiledModel(RandomModel.make(seed: seed)) else { continue }
      let again = try? CompiledModel(RandomModel.make(seed: seed).shuffled(seed: seed))
      let difference = ModelDifference(from: compiled, to: again ?? compiled)
      #expect(again != nil, "seed \(seed)")
      #expect(difference.facts.isEmpty, "seed \(seed): \(difference.facts.changed)")
      #expect(difference.users.isEmpty && difference.dependencies.isEmpty, "seed \(seed)")
    }
  }

  @Test func theOtherWayRoundIsTheMirrorImage() {
    var found = 0
    for seed in Self.seeds {
      guard let (one, other, _) = Self.edited(seed: seed) else { continue }
      let there = ModelDifference(from: one, to: other)
      let back = ModelDifference(from: other, to: one)
      #expect(there.facts.added == back.facts.removed, "seed \(seed)")
      #expect(there.facts.removed == back.facts.added, "seed \(seed)")
      #expect(there.facts.changed.map(\.subject) == back.facts.changed.map(\.subject))
      for (forth, reverse) in zip(there.facts.changed, back.facts.changed) {
        #expect(forth.changes.map(\.before) == reverse.changes.map(\.after), "seed \(seed)")
      }
      #expect(there.facts.newUnknowns == back.facts.goneUnknowns, "seed \(seed)")
      #expect(there.newPoints == back.gonePoints, "seed \(seed)")
      #expect(there.users.map(\.before) == back.users.map(\.after), "seed \(seed)")
      #expect(
        there.alternatives.map(\.gained) == back.alternatives.map(\.lost), "seed \(seed)")
      #expect(
        there.failures.map(\.newlyDown) == back.failures.map(\.nowSpared), "seed \(seed)")
      #expect(
        there.findings?.new.count ?? 0 == back.findings?.gone.count ?? 0, "seed \(seed)")
      found += there.newPoints.count + there.gonePoints.count
    }
    #expect(found > 10, "the edits hardly change single points of failure")
  }

  @Test func exactlyTheEditsAreFound() {
    var found = 0
    for seed in Self.seeds {
      guard let (one, other, edits) = Self.edited(seed: seed) else { continue }
      let facts = FactDifference(from: one, to: other)
      let told =
        facts.added.map { "+ \($0.kind.rawValue) \($0.id)" }
        + facts.removed.map { "- \($0.kind.rawValue) \($0.id)" }
        + facts.changed.map { "~ \($0.subject.kind.rawValue) \($0.subject.id)" }
      #expect(Set(told) == edits, "seed \(seed)")
      #expect(told.count == Set(told).count, "seed \(seed)")
      found += edits.count
    }
    #expect(found > 60, "there were hardly any edits")
  }

  /// By the definition of a single point of failure in each model alone.
  @Test func singlePointsThatCameAndWentAreThoseOfOneModelOnly() {
    for seed in Self.seeds {
      guard let (one, other, _) = Self.edited(seed: seed) else { continue }
      let difference = ModelDifference(from: one, to: other)
      let pairs = { (compiled: CompiledModel) -> Set<String> in
        guard let oracle = CutOracle(compiled.model) else { return [] }
        let users = compiled.vertices(ofKinds: [.process, .consumer]).map(oracle.id)
        return Set(
          users.flatMap { user in
            oracle.seeds.filter { $0 != user && oracle.isDown(user, [$0]) }
              .map { "\(user) \($0)" }
          })
      }
      let (before, after) = (pairs(one), pairs(other))
      let text = { (points: [ModelDifference.Point]) in
        Set(points.map { "\($0.target) \($0.point.id)" })
      }
      #expect(text(difference.newPoints) == after.subtracting(before), "seed \(seed)")
      #expect(text(difference.gonePoints) == before.subtracting(after), "seed \(seed)")
    }
  }

  /// What is told to be the same falls in the same way, in every reading.
  @Test func whatIsEqualFallsEqually() {
    var equal = 0
    for seed in Self.seeds {
      let model = RandomModel.make(seed: seed)
      for round in 0..<6 {
        guard let one = try? CompiledModel(model),
          let other = try? CompiledModel(model.rewritten(seed: seed * 6 + round)),
          FactDifference(from: one, to: other).isEmpty
        else { continue }
        equal += 1
        for reading in Reading.allCases {
          for id in one.table.ids {
            #expect(
              Self.down(with: id, in: one, reading) == Self.down(with: id, in: other, reading),
              "seed \(seed) round \(round) \(id) \(reading)")
          }
        }
      }
    }
    #expect(equal > 40, "hardly anything is told to be the same")
  }

  private static func down(
    with id: String, in compiled: CompiledModel, _ reading: Reading
  ) -> [String] {
    guard let seeds = try? compiled.seeds([id]) else { return [] }
    var question = BlastRadius.Question(seeds)
    question.reading = reading
    let blast = BlastRadius(question, in: compiled)
    let hits = { (hits: [BlastRadius.Hit]) in
      hits.map { "\(compiled.table.id(of: $0.vertex)) \($0.verdict)" }.sorted()
    }
    return hits(blast.down) + ["|"] + hits(blast.degraded)
      + ["|"] + blast.cannotTell.map { compiled.table.id(of: $0.vertex) }.sorted()
  }

  @Test func anAlternativeMoreMakesNoSinglePoint() {
    var count = 0
    for seed in Self.seeds {
      // An assumed need becomes an assumed alternative by it, on which nothing relies.
      let model = RandomModel.make(seed: seed, isKnown: true)
      guard let compiled = try? CompiledModel(model), let more = model.withSpare(seed: seed),
        let after = try? CompiledModel(more)
      else { continue }
      let difference = ModelDifference(from: compiled, to: after)
      #expect(difference.newPoints.allSatisfy { $0.point.id == "spare" }, "seed \(seed)")
      #expect(!difference.users.contains { $0.isWeaker }, "seed \(seed)")
      #expect(!difference.alternatives.contains { $0.isLoss }, "seed \(seed)")
      count += 1
    }
    #expect(count > 20, "hardly any model takes a spare")
  }

  /// A random model, the same with some edits, and what these are.
  private static func edited(
    seed: Int
  ) -> (before: CompiledModel, after: CompiledModel, edits: Set<String>)? {
    let model = RandomModel.make(seed: seed)
    var random = SeededGenerator(seed: seed + 17)
    var editor = ModelEditor(model: model)
    for _ in 0..<Int.random(in: 1...4, using: &random) { editor.edit(&random) }
    guard let before = try? CompiledModel(model), let after = try? CompiledModel(editor.model)
    else { return nil }
    return (before, after, editor.edits)
  }
}

/// Changes one thing of a model at a time, and keeps account of it.
private struct ModelEditor {
  private(set) var model: Model
  private(set) var edits: Set<String> = []
  private var touched: Set<String> = []
  private var number = 0

  init(model: Model) { self.model = model }

  mutating func edit(_ random: inout SeededGenerator) {
    number += 1
    let free = model.components.indices.filter { !touched.contains(model.components[$0].id) }
    guard let index = free.randomElement(using: &random) else { return }
    let id = model.components[index].id
    let kind = model.components[index].kind == .link ? "link" : "component"
    switch Int.random(in: 0..<7, using: &random) {
    case 0:
      var added = Component(id: "new\(number)")
      added.kind = .platform
      added.statesRequires = true
      added.requires = .reference(Reference("c0", evidence: Evidence(.public)))
      model.components.insert(added, at: index)
      edits.insert("+ component new\(number)")
      touched.insert("new\(number)")
    case 1:
      model.components[index].owner = "owner\(number)"
      note("~ \(kind) \(id)", of: id)
    case 2:
      model.components[index].shares.append(
        SharedValue(key: "release", value: "v\(number)", evidence: Evidence(.public)))
      note("~ \(kind) \(id)", of: id)
      edits.insert("+ common-cause release:v\(number)")
    case 3 where kind == "component":
      let old = model.components[index].requires
      model.components[index].statesRequires = true
      var spare = Component(id: "need\(number)")
      spare.kind = .platform
      spare.statesRequires = true
      model.components.append(spare)
      let need = Requirement.reference(Reference(spare.id, evidence: Evidence(.public)))
      model.components[index].requires = .group(RequirementGroup(.all, [need, old]))
      note("~ component \(id)", of: id)
      edits.insert("+ component \(spare.id)")
      touched.insert(spare.id)
    case 4:
      var contract = Contract(id: "contract\(number)")
      contract.covers = .selectors([id])
      model.contracts.append(contract)
      edits.insert("+ contract contract\(number)")
    case 5:
      model.components[index].note = LocalizedText("Only a note.", in: .english)
      touched.insert(id)
    default:
      model.components[index].neverFails.toggle()
      note("~ \(kind) \(id)", of: id)
    }
  }

  private mutating func note(_ edit: String, of id: String) {
    edits.insert(edit)
    touched.insert(id)
  }
}

extension Model {
  /// The same, written in another order.
  fileprivate func shuffled(seed: Int) -> Model {
    var random = SeededGenerator(seed: seed + 5)
    var copy = self
    copy.components.shuffle(using: &random)
    for index in copy.components.indices {
      copy.components[index].requires = copy.components[index].requires.shuffled(&random)
      copy.components[index].shares.shuffle(using: &random)
      copy.components[index].ends.reverse()
    }
    return copy
  }

  /// The same with a spare beside one plain need; nil: there is none.
  fileprivate func withSpare(seed: Int) -> Model? {
    var random = SeededGenerator(seed: seed + 7)
    var copy = self
    for index in copy.components.indices.shuffled(using: &random) {
      guard case .group(var group) = copy.components[index].requires,
        let place = group.members.indices.first(where: {
          if case .reference = group.members[$0] { true } else { false }
        })
      else { continue }
      let spare = Requirement.reference(Reference("spare", evidence: Evidence(.public)))
      group.members[place] = .group(RequirementGroup(.any, [group.members[place], spare]))
      copy.components[index].requires = .group(group)
      var added = Component(id: "spare")
      added.kind = .platform
      added.statesRequires = true
      copy.components.append(added)
      return copy
    }
    return nil
  }
}

extension Model {
  /// The same with one requirement written in another way, which may or may not mean the same.
  fileprivate func rewritten(seed: Int) -> Model {
    var random = SeededGenerator(seed: seed + 23)
    var copy = self
    let stating = copy.components.indices.filter { copy.components[$0].statesRequires }
    guard let index = stating.randomElement(using: &random) else { return copy }
    copy.components[index].requires = copy.components[index].requires.rewritten(&random)
    return copy
  }
}

extension Requirement {
  /// The same with a group of one put around it, or taken from around it, here or further inside.
  fileprivate func rewritten(_ random: inout SeededGenerator) -> Requirement {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return .group(RequirementGroup(.all, [self]))
    case 1: return .group(RequirementGroup(.any, [self]))
    default: break
    }
    guard case .group(var group) = self, !group.members.isEmpty else {
      return .group(RequirementGroup(.all, [self]))
    }
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where group.need == .any: group.need = .atLeast(1)
    case 1 where group.threshold == 1: group.need = .any
    case 2: group.members.reverse()
    case 3 where group.holdup == nil && group.members.count == 1: return group.members[0]
    default:
      let place = Int.random(in: 0..<group.members.count, using: &random)
      group.members[place] = group.members[place].rewritten(&random)
    }
    return .group(group)
  }
}

extension Requirement {
  /// The same with the members of each group in another order.
  fileprivate func shuffled(_ random: inout SeededGenerator) -> Requirement {
    guard case .group(var group) = self else { return self }
    group.members = group.members.map { $0.shuffled(&random) }.shuffled(using: &random)
    return .group(group)
  }
}
