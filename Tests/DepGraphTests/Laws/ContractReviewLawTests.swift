import DepGraph
import Testing

/// The gap is what is agreed less what is allowed, both recomputed from their definitions.
///
/// In models without holdups, switchovers, restarts and rings a user is out for as long as what stops
/// it, so that its objective is what is allowed.
@Suite struct ContractReviewLawTests {
  @Test func theGapIsAgreedLessAllowed() throws {
    var (checked, late, pairs) = (0, 0, 0)
    for seed in 0..<(soaking ? 8000 : 800) {
      var random = SeededGenerator(seed: 7000 + seed)
      var model = RandomModel.make(seed: seed)
      try agree(on: &model, &random)
      guard let compiled = try? CompiledModel(model), !isRing(compiled) else { continue }
      let review = ContractReview(in: compiled)
      #expect(review.isComplete)
      let found = Dictionary(
        grouping: review.checks.filter { $0.restore != nil && $0.target != nil },
        by: { $0.elements.map(compiled.table.id(of:)).sorted() })
      let oracle = NaiveRestores(compiled.model)
      for (elements, demands) in oracle.demands {
        let id = Comment("seed \(seed) \(elements)")
        let checks = found[elements, default: []]
        let promises = oracle.promises(for: elements)
        guard !promises.isEmpty else {
          #expect(checks.isEmpty, id)
          continue
        }
        let least = demands.min() ?? 0
        if elements.count == 1 {
          // Each agreement is held against the user that allows least.
          #expect(checks.compactMap(\.gap).sorted() == promises.map { $0 - least }.sorted(), id)
        } else {
          // The first one back decides.
          #expect(checks.compactMap(\.gap) == [(promises.min() ?? 0) - least], id)
          pairs += 1
        }
        for check in checks {
          let gap = try #require(check.gap)
          #expect(check.verdict == (gap > 0 ? .overrun : .met), id)
          late += gap > 0 ? 1 : 0
        }
        checked += 1
      }
      #expect(Set(found.keys).isSubset(of: oracle.demands.keys), "seed \(seed)")
    }
    #expect(checked > 60 && late > 20 && pairs > 10, "hardly anything was promised")
  }

  /// Whether something rests on itself: once down, it does not come back by itself.
  private func isRing(_ compiled: CompiledModel) -> Bool {
    compiled.componentVertices.contains { element in
      compiled.dependencies.users(of: element).contains {
        compiled.dependencies.way(from: $0, to: element) != nil
      }
    }
  }

  /// Gives users objectives and components agreements.
  private func agree(on model: inout Model, _ random: inout SeededGenerator) throws {
    for index in model.components.indices where model.components[index].isUser {
      guard random.chance(0.8) else { continue }
      model.components[index].continuity.recoveryTimeObjective = .hours(
        Int.random(in: 1...40, using: &random))
    }
    for (number, component) in model.components.enumerated() where random.chance(0.6) {
      var contract = Contract(id: "k\(number)")
      contract.covers = .selectors([component.id])
      var target = ServiceTarget()
      target.restoreWithin = .hours(Int.random(in: 1...12, using: &random))
      contract.targets = [target]
      if random.chance(0.5) {
        let day = Int.random(in: 1...7, using: &random)
        let window = WeeklyHours.Window(
          days: [day, day % 7 + 1, 3], from: Int.random(in: 0..<700, using: &random),
          to: Int.random(in: 700...1440, using: &random), zone: .utc)
        contract.serviceWindow = .windows([try #require(window)])
      }
      model.contracts.append(contract)
    }
  }
}

/// What is allowed and agreed, by trying every failure and every minute of the week.
private struct NaiveRestores {
  let model: Model
  /// For each way to stop a user, by ids, the objectives of those users.
  private(set) var demands: [[String]: [Double]] = [:]
  /// What each agreement takes by the clock.
  private let agreed: [Double]

  init(_ model: Model) {
    self.model = model
    agreed = model.contracts.map { contract in
      Self.worst(contract.targets.first?.restoreWithin?.seconds ?? 0, contract.serviceWindow)
    }
    let causes = Set(
      model.components.flatMap(\.shares).compactMap { shared in
        shared.value.map { "\(shared.key):\($0)" }
      })
    let seeds = (model.components.filter { !$0.isUser }.map(\.id) + causes).sorted()
    let users = model.components.filter(\.isUser)
    func fallen(_ failed: [String]) -> Set<String> {
      let levels = NaiveLevels(model, .possible, failed: Set(failed))
      return Set(levels.offered.filter { $0.value == 0 }.map(\.key))
    }
    func add(_ failed: [String], _ down: Set<String>) {
      for user in users where down.contains(user.id) && !failed.contains(user.id) {
        guard let objective = user.continuity.recoveryTimeObjective else { continue }
        demands[failed, default: []].append(objective.seconds)
      }
    }
    var single: [String: Set<String>] = [:]
    for seed in seeds {
      let down = fallen([seed])
      single[seed] = down
      add([seed], down)
    }
    for (place, first) in seeds.enumerated() {
      for second in seeds[(place + 1)...] {
        let alone = single[first, default: []].union(single[second, default: []])
        add([first, second], fallen([first, second]).subtracting(alone))
      }
    }
  }

  /// The agreed times of those that cover some elements, by the clock.
  func promises(for elements: [String]) -> [Double] {
    model.contracts.indices.filter { place in
      guard case .selectors(let covered) = model.contracts[place].covers else { return false }
      return !elements.filter(covered.contains).isEmpty
    }.map { agreed[$0] }
  }

  /// The longest that some time inside hours takes, from any minute of the week.
  private static func worst(_ seconds: Double, _ hours: WeeklyHours) -> Double {
    guard case .windows(let windows) = hours else { return seconds }
    let isOpen = (0..<10_080).map { minute in
      windows.contains { window in
        window.days.contains(minute / 1440 + 1)
          && (window.from..<window.to).contains(minute % 1440)
      }
    }
    let open = isOpen.indices.filter { isOpen[$0] }
    let before = isOpen.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1 ? 1 : 0)) }
    let span = Int(seconds / 60)
    return (0..<10_080).map { start -> Double in
      let last = before[start] + span - 1
      let end = open[last % open.count] + last / open.count * 10_080 + 1
      return Double(end - start) * 60
    }.max() ?? 0
  }
}
