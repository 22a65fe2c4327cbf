/// The list of critical processes and the systems under them, or of all users of one system.
///
/// For each pair it says whether there is an alternative for the system, and whether that
/// alternative is really independent: the letter to parliament promises this list as the ground for
/// the order of restoration.
public struct Register: Sendable {
  /// Whether something else can do what a system does.
  public enum Alternative: String, Hashable, Sendable {
    /// Nothing can: the user is hit by the system's failure alone.
    case none
    /// Something can, but a shared cause takes both.
    case nominal
    /// Something can, and the model knows no cause that takes both.
    case independent
    /// Something can, but what it needs or shares is not known.
    case unknown
  }

  /// One user with one system.
  public struct Row: Hashable, Sendable {
    /// The process, consumer or other user.
    public let user: VertexID
    /// What it uses.
    public let system: VertexID
    /// The number of steps between them; 1: the user names the system itself.
    public let steps: Int
    /// What the system's failure alone does to the user, in the possible reading.
    public let effect: Grade
    /// Whether something else can do what the system does.
    public let alternative: Alternative
    /// The elements that take both the system and its alternative, in order.
    public let shared: [VertexID]
    /// The ids of the contracts that cover the system.
    public let contracts: [String]
    /// The ids of the plans for the user or the system.
    public let plans: [String]
    /// The least sure basis on the shortest way.
    public let basis: Basis
    /// When the older of the two was last checked; nil: one of them never.
    public let checked: CalendarDate?
    /// A shortest way from the system to the user.
    public let way: [VertexID]
  }

  /// The rows, by user and system.
  public let rows: [Row]
  /// The users of the list of which some need is not known, with rows or without, in order.
  public let usersWithUnknownNeeds: [VertexID]
  /// The users of the list that need no system at all, as far as is stated, in order.
  public let usersWithoutSystems: [VertexID]

  /// The systems under processes and consumers.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - kinds: The kinds of users listed.
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* elements and what fails with each, plus the rows.
  public init(of compiled: CompiledModel, kinds: Set<ComponentKind> = [.process, .consumer]) {
    let maker = RegisterMaker(compiled)
    var rows: [Row] = []
    for user in compiled.vertices(ofKinds: kinds) {
      let used = compiled.dependencies.waysToEverythingUsed(
        by: user, networks: compiled.networks)
      for (system, steps) in used.steps.sorted(by: { $0.key < $1.key }) {
        guard let component = compiled.component(system), !kinds.contains(component.kind)
        else { continue }
        rows.append(
          maker.row(user: user, system: system, steps: steps, way: used.way(from: system)))
      }
    }
    self.rows = rows
    let unknown = Set(compiled.unknownRequirements)
    let listed = Set(rows.map(\.user))
    let users = compiled.vertices(ofKinds: kinds)
    usersWithUnknownNeeds = users.filter(unknown.contains)
    usersWithoutSystems = users.filter { !unknown.contains($0) && !listed.contains($0) }
  }

  /// Every user of one element, also those that redundancy would save.
  ///
  /// - Parameters:
  ///   - system: What is used.
  ///   - compiled: The model.
  /// - Complexity: as for the whole register.
  public init(usersOf system: VertexID, in compiled: CompiledModel) {
    let maker = RegisterMaker(compiled)
    (usersWithUnknownNeeds, usersWithoutSystems) = ([], [])
    rows = compiled.dependencies.allUsers(of: system).sorted { $0.key < $1.key }
      .filter { compiled.component($0.key) != nil }
      .map { user, steps in
        let way = compiled.dependencies.way(from: system, to: user) ?? [system, user]
        return maker.row(user: user, system: system, steps: steps, way: way)
      }
  }
}

/// Makes rows of the register; remembers what each element's failure does.
private final class RegisterMaker {
  private let compiled: CompiledModel
  private let defeats: GroupDefeats
  private let contracts: [VertexID: [String]]
  private let plans: [String: [String]]
  private var outcomes: [VertexID: ReadingOutcome] = [:]

  init(_ compiled: CompiledModel) {
    self.compiled = compiled
    defeats = GroupDefeats(compiled)
    var contracts: [VertexID: [String]] = [:]
    for contract in compiled.model.contracts {
      for vertex in compiled.coverage(of: contract).vertices {
        contracts[vertex, default: []].append(contract.id)
      }
    }
    self.contracts = contracts.mapValues { $0.sorted() }
    var plans: [String: [String]] = [:]
    for plan in compiled.model.plans {
      for purpose in plan.purposes { plans[purpose, default: []].append(plan.id) }
    }
    self.plans = plans
  }

  func row(
    user: VertexID, system: VertexID, steps: Int, way: [VertexID]
  ) -> Register.Row {
    let outcome = outcome(of: system)
    let effect = outcome.grade(of: user)
    let (alternative, shared) =
      effect == .down
      ? (Register.Alternative.none, []) : defeats.alternative(for: system, of: user)
    let ids = [user, system].map(compiled.table.id(of:))
    let checks = [user, system].map { compiled.component($0)?.checked }
    return Register.Row(
      user: user, system: system, steps: steps, effect: effect, alternative: alternative,
      shared: shared, contracts: contracts[system, default: []],
      plans: Set(ids.flatMap { plans[$0, default: []] }).sorted(), basis: basis(along: way),
      checked: checks.contains(nil) ? nil : checks.compactMap(\.self).min(), way: way)
  }

  private func outcome(of system: VertexID) -> ReadingOutcome {
    if let known = outcomes[system] { return known }
    let outcome = ReadingOutcome(
      compiled.reading(.possible), seeds: [system], horizon: .infinity)
    outcomes[system] = outcome
    return outcome
  }

  /// The least sure basis among the steps of a way; where a step rests on several facts, the surest
  /// of them counts.
  private func basis(along way: [VertexID]) -> Basis {
    let order: [Basis] = [.assumed, .inferred, .fictional, .internal, .public]
    let steps = zip(way.dropFirst(), way).map { user, used in
      let bases = evidence(of: user, on: used).map(\.basis)
      return order.last(where: bases.contains) ?? compiled.model.basis
    }
    return order.first(where: steps.contains) ?? compiled.model.basis
  }

  /// What a user's need for something rests on: the facts that name it, and the paths over a network
  /// that it is part of.
  private func evidence(of user: VertexID, on used: VertexID) -> [Evidence] {
    let named = compiled.dependencies.of(user).filter { $0.target == used }.map(\.evidence)
    if !named.isEmpty { return named }
    let paths = compiled.component(user)?.requires.paths ?? []
    return paths.filter { path in
      guard let number = compiled.networks.number(of: path.network) else { return false }
      let network = compiled.networks.networks[number]
      return network.nodes.contains(used) || network.links.contains { $0.link == used }
    }.map(\.evidence)
  }
}
