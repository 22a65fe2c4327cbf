import DepGraph

/// Answers by the definition, for small models.
struct CutOracle {
  let model: Model
  let compiled: CompiledModel
  /// The ids of the elements that searches fail, in order.
  let seeds: [String]
  /// All components.
  let targets: [VertexID]
  private let known = KnownOutcomes()

  init?(_ model: Model) {
    guard let compiled = try? CompiledModel(model) else { return nil }
    self.model = model
    self.compiled = compiled
    let users = Set(
      model.components.filter { $0.kind == .consumer || $0.kind == .process || $0.neverFails }
        .map(\.id))
    seeds = compiled.table.ids.filter { !users.contains($0) }
    targets = compiled.componentVertices
  }

  func id(_ vertex: VertexID) -> String { compiled.table.id(of: vertex) }

  func isDown(_ id: String, _ failed: [String], _ reading: Reading = .possible) -> Bool {
    known.down(model, reading, Set(failed)).contains(id)
  }

  var spofs: [String: Set<String>] {
    let answer = SinglePoints(of: targets, in: compiled)
    return Dictionary(
      uniqueKeysWithValues: answer.targets.map {
        (id($0.vertex), Set($0.points.map { id($0.vertex) }))
      })
  }

  /// The order of the smallest cut set, up to 3.
  func smallestCut(of target: String) -> Int? {
    let candidates = seeds.filter { $0 != target }
    return (1...3).first { order in
      candidates.subsets(of: order).contains { isDown(target, $0) }
    }
  }

  /// What is wrong with a certificate, or nil.
  func flaw(in robustness: Robustness) -> String? {
    let target = id(robustness.target)
    let candidates = seeds.filter { $0 != target }
    let ways = robustness.ways.map { $0.map(id) }
    for way in ways {
      guard Set(way).isSubset(of: candidates) else { return "a way holds what cannot fail" }
      let others = candidates.filter { !way.contains($0) }
      if isDown(target, others) { return "the way \(way) does not keep it up" }
    }
    if let order = robustness.order {
      let cut = robustness.cut.map(id)
      guard cut.count == order, Set(cut).isSubset(of: candidates), isDown(target, cut) else {
        return "\(cut) is no cut of order \(order)"
      }
    }
    guard let atLeast = robustness.atLeast else {
      return ways.contains([]) ? nil : "nothing proves that nothing stops it"
    }
    if atLeast == 1 { return nil }
    let elements = Set(ways.flatMap(\.self)).sorted()
    let hitting = (1..<atLeast).flatMap { elements.subsets(of: $0) }.first { set in
      ways.allSatisfy { !Set(set).isDisjoint(with: $0) }
    }
    return ways.isEmpty ? "no way at all" : hitting.map { "\($0) lies on all ways" }
  }
}

/// What falls with sets that were asked about before.
final class KnownOutcomes {
  private struct Question: Hashable {
    let reading: Reading
    let failed: Set<String>
  }

  private var outcomes: [Question: Set<String>] = [:]

  func down(_ model: Model, _ reading: Reading, _ failed: Set<String>) -> Set<String> {
    let question = Question(reading: reading, failed: failed)
    if let found = outcomes[question] { return found }
    let levels = NaiveLevels(model, reading, failed: failed).level
    let found = Set(levels.filter { $0.value == 0 }.keys)
    outcomes[question] = found
    return found
  }
}

extension Array {
  /// Every choice of some number of elements, in order.
  func subsets(of count: Int) -> [[Element]] {
    if count == 0 { return [[]] }
    return indices.flatMap { first in
      Array(self[(first + 1)...]).subsets(of: count - 1).map { [self[first]] + $0 }
    }
  }
}
