import DepGraph
import Testing

/// The worst sets are those that trying everything finds, with levels computed by hand.
@Suite struct WorstFailureLawTests {
  @Test(arguments: [Reading.possible, .certain]) func nothingIsWorse(reading: Reading) throws {
    var found = 0
    var together = 0
    for seed in 0..<(soaking ? 400 : 18) {
      let model = HarmfulModel.make(seed: seed)
      guard let compiled = try? CompiledModel(model) else { continue }
      let naive = NaiveWorst(model, reading, order: 3)
      let count = [1, 3, 1000][seed % 3]
      for measure in HarmMeasure.allCases {
        let values = naive.values(measure)
        for order in 1...3 {
          let worst = WorstFailures(
            .init(order: order, by: measure, count: count, reading: reading), in: compiled)
          let place = "seed \(seed), order \(order), by \(measure.rawValue), \(reading.rawValue)"
          let answer = worst.sets.map { Self.line($0.causes.map(compiled.table.id(of:)), $0.value) }
          #expect(answer == naive.list(order, values, count), "\(place)")
          // Seeds that fall with another one were not tried, and would not have been worse.
          #expect(
            worst.sets.first?.value ?? 0 == values.filter { $0.key.count <= order }.map(\.value)
              .max() ?? 0, "\(place)")
          #expect(worst.isComplete && worst.bound == worst.sets.first?.value ?? 0, "\(place)")
          for set in worst.sets {
            let ids = set.causes.map(compiled.table.id(of:))
            let only = set.onlyTogether.map(compiled.table.id(of:))
            #expect(only == naive.onlyTogether(ids), "\(place), \(ids)")
            together += only.count
          }
          found += answer.count
        }
      }
    }
    #expect(found > 300 && together > 50, "\(found), \(together): hardly anything falls")
  }

  @Test func aSearchThatIsStoppedNeverPromisesTooLittle() throws {
    var stopped = 0
    for seed in 0..<(soaking ? 2000 : 120) {
      guard let compiled = try? CompiledModel(HarmfulModel.make(seed: seed)) else { continue }
      for measure in [HarmMeasure.users, .people, .organisations] {
        let question = WorstFailures.Question(order: 3, by: measure, count: 2)
        let whole = WorstFailures(question, in: compiled)
        let best = whole.sets.first?.value ?? 0
        for steps in [0, 1, 5, 15, 40] {
          var left = steps
          var isSound = true
          let part = WorstFailures(question, in: compiled) { progress in
            isSound = isSound && progress.bound >= best && progress.best <= best
            left -= 1
            return left >= 0
          }
          let place = "seed \(seed), \(measure.rawValue), stopped after \(steps) steps"
          #expect(isSound, "\(place)")
          #expect(part.bound >= best && part.sets.first?.value ?? 0 <= best, "\(place)")
          #expect(part.isComplete == (left >= 0), "\(place)")
          if part.isComplete { #expect(part.sets == whole.sets, "\(place)") } else { stopped += 1 }
        }
      }
    }
    #expect(stopped > 100)
  }

  static func line(_ causes: [String], _ value: Double) -> String {
    "\(causes.joined(separator: "+")) \(value)"
  }
}

/// All sets of seeds up to an order with what falls, from the definition.
private struct NaiveWorst {
  private let model: Model
  private let seeds: [String]
  private let allUsers: [Component]
  private var down: [[String]: Set<String>] = [:]

  init(_ model: Model, _ reading: Reading, order: Int) {
    self.model = model
    let isComponent = Set(model.components.map(\.id))
    let causes = Set(
      model.components.flatMap { component in
        component.shares.compactMap { shared in
          shared.value.flatMap { isComponent.contains($0) ? nil : "\(shared.key):\($0)" }
        }
      })
    let able = model.components.filter {
      $0.kind != .process && $0.kind != .consumer && !$0.neverFails
    }
    allUsers = model.components.filter { $0.kind == .process || $0.kind == .consumer }
      .sorted { $0.id < $1.id }
    seeds = (able.map(\.id) + causes).sorted()
    for set in Self.sets(of: seeds, atMost: order) {
      let levels = NaiveLevels(model, reading, failed: Set(set))
      down[set] = Set(levels.offered.filter { $0.value == 0 }.keys)
    }
  }

  static func sets(of ids: [String], atMost order: Int) -> [[String]] {
    var sets: [[String]] = [[]]
    for id in ids { sets += sets.filter { $0.count < order }.map { $0 + [id] } }
    return sets
  }

  private func value(_ causes: [String], _ measure: HarmMeasure) -> Double {
    let users = allUsers.filter { down[causes]?.contains($0.id) == true }
    let last = { (values: [Stated<Double>?], otherwise: Stated<Double>?) -> Double in
      if case .known(let value)? = values.compactMap({ $0 }).last ?? otherwise { value } else { 0 }
    }
    switch measure {
    case .consumers: return Double(users.count { $0.kind == .consumer })
    case .processes: return Double(users.count { $0.kind == .process })
    case .users: return Double(users.count)
    case .organisations: return Double(Set(users.map { $0.owner ?? $0.id }).count)
    case .people:
      return users.reduce(0) { $0 + last($1.impact.map(\.people), $1.users) }
    case .casualties:
      return users.reduce(0) { $0 + last($1.impact.map(\.casualties), nil) }
    case .economic:
      return users.reduce(0) { sum, user in
        if case .known(let money)? = user.impact.compactMap(\.economic).last {
          return sum + money.euros
        }
        return sum
      }
    }
  }

  func values(_ measure: HarmMeasure) -> [[String]: Double] {
    Dictionary(uniqueKeysWithValues: down.keys.map { ($0, value($0, measure)) })
  }

  func list(_ order: Int, _ values: [[String]: Double], _ count: Int) -> [String] {
    let kept = seeds.filter { seed in
      !seeds.contains { other in
        other != seed && down[[other]]?.contains(seed) == true
          && (down[[seed]]?.contains(other) != true || other < seed)
      }
    }
    let sets = Self.sets(of: kept, atMost: order).filter { !$0.isEmpty }
      .map { ($0, values[$0] ?? 0) }
    let busy = sets.filter { set, harm in
      set.allSatisfy { idle in values[set.filter { $0 != idle }] ?? 0 < harm }
    }
    let sorted = busy.sorted { left, right in
      if left.1 != right.1 { return left.1 > right.1 }
      if left.0.count != right.0.count { return left.0.count < right.0.count }
      return left.0.lexicographicallyPrecedes(right.0)
    }
    return sorted.prefix(count).map { WorstFailureLawTests.line($0.0, $0.1) }
  }

  func onlyTogether(_ causes: [String]) -> [String] {
    let alone = causes.reduce(into: Set<String>()) { $0.formUnion(down[[$1]] ?? []) }
    return allUsers.map(\.id).filter {
      down[causes]?.contains($0) == true && !alone.contains($0)
    }
  }
}
