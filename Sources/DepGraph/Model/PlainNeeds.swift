/// The needs of many components in one array of numbers.
///
/// Most components of a register need all of some others, and no more is said about it. Written out
/// as formulas, the four million needs of a million components take 200 MB and a second for each
/// rule that looks at them; here they take 16 MB, and a rule that knows this form goes through them
/// as numbers. Whoever does not know it asks for ``Component/requires`` and gets the formula.
final class PlainNeedStore: Sendable {
  /// The ids of the components, by number: in the order of the model that was read.
  let ids: [String]
  /// The numbers of what is needed, component by component.
  let targets: [Int32]
  /// On what all of these needs rest.
  let evidence: Evidence

  /// Keeps the needs of a model.
  ///
  /// - Precondition: Every target is the number of an id.
  /// - Complexity: O(*m*) for *m* targets.
  init(ids: [String], targets: [Int32], evidence: Evidence) {
    precondition(
      targets.allSatisfy { $0 >= 0 && Int($0) < ids.count }, "a need for what has no number")
    self.ids = ids
    self.targets = targets
    self.evidence = evidence
  }

  /// Whether its numbers are the places of a model's components.
  ///
  /// - Complexity: O(*n*) for *n* components.
  func numbersComponents(of model: Model) -> Bool {
    ids.count == model.components.count
      && ids.indices.allSatisfy { ids[$0] == model.components[$0].id }
  }
}

/// The needs of one component in a store: it needs all of them.
struct PlainNeeds: Sendable {
  /// Where they are kept.
  let store: PlainNeedStore
  private let first: Int32
  private let end: Int32

  /// Some needs of a store.
  ///
  /// - Precondition: The store has these places.
  init(_ range: Range<Int>, of store: PlainNeedStore) {
    precondition(store.targets.indices.contains(range) || range.isEmpty, "needs beyond the store")
    self.store = store
    first = Int32(range.lowerBound)
    end = Int32(range.upperBound)
  }

  /// The numbers of what is needed, in the order written.
  var targets: ArraySlice<Int32> { store.targets[Int(first)..<Int(end)] }

  /// The same as a formula.
  ///
  /// - Complexity: O(*k*) for *k* needs.
  var requirement: Requirement {
    .group(
      RequirementGroup(
        .all,
        targets.map {
          .reference(Reference(store.ids[Int($0)], evidence: store.evidence))
        }))
  }
}

/// What a component needs while it runs, in one of two forms that say the same.
enum RunningNeeds: Hashable, Sendable {
  /// A formula.
  case written(Requirement)
  /// All of some others, and no more is said about it.
  case plain(PlainNeeds)

  /// It as a formula.
  var requirement: Requirement {
    switch self {
    case .written(let requirement): requirement
    case .plain(let needs): needs.requirement
    }
  }

  /// Whether both say the same.
  static func == (left: RunningNeeds, right: RunningNeeds) -> Bool {
    if case .plain(let first) = left, case .plain(let second) = right,
      first.store === second.store, first.targets == second.targets
    {
      return true
    }
    return left.requirement == right.requirement
  }

  func hash(into hasher: inout Hasher) { hasher.combine(requirement) }
}

/// Gathers the plain needs of a model that is being read.
struct PlainNeedCollector {
  /// On what all of them rest.
  let evidence: Evidence
  private var targets: [Int32] = []
  private var owners: [(number: Int32, end: Int32)] = []

  /// Begins with none.
  init(evidence: Evidence) { self.evidence = evidence }

  /// Takes the needs of a component, all at once.
  ///
  /// - Parameters:
  ///   - needs: The places in the model of what it needs.
  ///   - number: Its own place.
  mutating func add(_ needs: some Sequence<Int32>, of number: Int) {
    targets.append(contentsOf: needs)
    owners.append((Int32(number), Int32(targets.count)))
  }

  /// Gives the components of a model their needs.
  ///
  /// - Precondition: The places are those of the model.
  /// - Complexity: O(*n* + *m*) for *n* components with *m* needs.
  mutating func settle(in model: inout Model) {
    guard !owners.isEmpty else { return }
    let store = PlainNeedStore(
      ids: model.components.map(\.id), targets: targets, evidence: evidence)
    targets = []
    var first = 0
    for owner in owners {
      model.components[Int(owner.number)].running = .plain(
        PlainNeeds(first..<Int(owner.end), of: store))
      first = Int(owner.end)
    }
  }
}

extension Model {
  /// The stores that its components keep plain needs in: one for each reading it came from.
  ///
  /// - Complexity: O(*n*) for *n* components.
  var plainNeedStores: [PlainNeedStore] {
    var stores: [PlainNeedStore] = []
    for index in components.indices {
      guard let store = components[index].plainNeeds?.store, stores.last !== store,
        !stores.contains(where: { $0 === store })
      else { continue }
      stores.append(store)
    }
    return stores
  }
}
