/// What an outage means in the units that directors count: people, casualties, money,
/// organisations, ministries, sectors.
public struct Consequences: Hashable, Sendable {
  /// A sum over populations that overlap: between the largest one and all together.
  public struct Range: Hashable, Sendable {
    /// The largest single value among what is certain.
    public var low = 0.0
    /// The sum over what is possible.
    public var high = 0.0
    /// Ids whose `users` stand in for people.
    public var fromUsers: [String] = []
    /// Ids of which no number is known, so that the sum is not the whole.
    public var incomplete: [String] = []
  }

  /// Ids counted apart by how sure they are.
  public struct Count: Hashable, Sendable {
    /// Hit for certain.
    public var certain: [String] = []
    /// Hit in the possible reading, the certain ones included.
    public var possible: [String] = []
  }

  /// People affected.
  public private(set) var people = Range()
  /// People dead, seriously injured or chronically ill.
  public private(set) var casualties = Range()
  /// Damage in euros.
  public private(set) var economic = Range()
  /// Distinct owners.
  public private(set) var organisations = Count()
  /// Distinct ministries: the nearest parent with that role.
  public private(set) var ministries = Count()
  /// Distinct sectors.
  public private(set) var sectors = Count()

  /// Counts over the processes and consumers that are down.
  ///
  /// - Complexity: O(*d*·(*r* + log *d*)) for *d* components that are down with *r* rows of impact.
  init(
    of down: [BlastRadius.Hit], failed: [BlastRadius.Hit], after: TimeSpan?,
    in compiled: CompiledModel
  ) {
    let parties = Self.parties(of: compiled.model)
    for hit in (failed + down).sorted(by: { $0.vertex < $1.vertex }) {
      // Harm counts from the moment at which users feel it.
      let duration = after.map { $0.seconds - (hit.felt ?? hit.after ?? 0) }
      add(hit.vertex, hit.verdict, duration: duration, parties, in: compiled)
    }
    sort()
  }

  /// Counts over the processes and consumers among components that stay down: every holdup is
  /// spent, and every row of impact has come.
  ///
  /// - Parameters:
  ///   - down: The components with their verdicts, in order.
  ///   - parties: The parties of the model by id.
  ///   - compiled: The model.
  /// - Complexity: O(*d*·(*r* + log *d*)) for *d* components with *r* rows of impact.
  init(
    ofLasting down: some Sequence<(VertexID, Verdict)>, parties: [String: Party],
    in compiled: CompiledModel
  ) {
    for (vertex, verdict) in down { add(vertex, verdict, duration: nil, parties, in: compiled) }
    sort()
  }

  /// The parties of a model by id.
  static func parties(of model: Model) -> [String: Party] {
    Dictionary(model.parties.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func add(
    _ vertex: VertexID, _ verdict: Verdict, duration: Double?, _ parties: [String: Party],
    in compiled: CompiledModel
  ) {
    guard let component = compiled.component(vertex), component.isUser else { return }
    let isCertain = verdict == .certain
    addImpact(of: component, isCertain: isCertain, duration: duration)
    organisations.add(component.owner ?? component.id, isCertain: isCertain)
    if let ministry = Self.ministry(of: component.owner, in: parties) {
      ministries.add(ministry, isCertain: isCertain)
    }
    if let sector = component.sector { sectors.add(sector, isCertain: isCertain) }
  }

  private mutating func sort() {
    organisations.sort()
    ministries.sort()
    sectors.sort()
  }

  /// The nearest party with the role `ministry`, a party itself included.
  static func ministry(of owner: String?, in parties: [String: Party]) -> String? {
    var current = owner
    var steps = 0
    while let id = current, let party = parties[id], steps <= parties.count {
      if party.roles.contains("ministry") { return id }
      current = party.parent
      steps += 1
    }
    return nil
  }

  private mutating func addImpact(of component: Component, isCertain: Bool, duration: Double?) {
    let rows = component.impact.sorted { $0.after < $1.after }
    let id = component.id
    switch Self.total(rows.map { ($0.after, $0.people) }, at: duration) {
    case .known(let value): people.add(value, id: id, isCertain: isCertain)
    case .unknown: people.incomplete.append(id)
    case nil:
      switch component.users {
      case .known(let users):
        people.add(users, id: id, isCertain: isCertain)
        people.fromUsers.append(id)
      case .unknown, nil: people.incomplete.append(id)
      }
    }
    switch Self.total(rows.map { ($0.after, $0.casualties) }, at: duration) {
    case .known(let value): casualties.add(value, id: id, isCertain: isCertain)
    case .unknown, nil: casualties.incomplete.append(id)
    }
    switch Self.total(rows.map { ($0.after, $0.economic) }, at: duration) {
    case .known(let value): economic.add(value.euros, id: id, isCertain: isCertain)
    case .unknown, nil: economic.incomplete.append(id)
    }
  }

  /// The cumulative total of the last row that has begun; 0 before the first; nil where no row
  /// says anything.
  static func total<Value>(
    _ rows: [(TimeSpan, Stated<Value>?)], at duration: Double?
  )
    -> Stated<Value>? where Value: ZeroValued
  {
    let stated = rows.compactMap { row in row.1.map { (row.0, $0) } }
    guard !stated.isEmpty else { return nil }
    guard let duration else { return stated.last?.1 }
    return stated.last { $0.0.seconds <= duration }?.1 ?? .known(Value.zero)
  }
}

/// An amount of harm, of which there can be none.
protocol ZeroValued: Hashable, Sendable {
  static var zero: Self { get }
}

extension Double: ZeroValued {}

extension Money: ZeroValued {
  static let zero = Money(euros: 0) ?? { preconditionFailure("0 euros are valid") }()
}

extension Consequences.Range {
  fileprivate mutating func add(_ value: Double, id: String, isCertain: Bool) {
    if isCertain { low = max(low, value) }
    high += value
  }
}

extension Consequences.Count {
  fileprivate mutating func add(_ id: String, isCertain: Bool) {
    possible.append(id)
    if isCertain { certain.append(id) }
  }

  /// Puts the ids in order, each once.
  fileprivate mutating func sort() {
    certain = Set(certain).sorted()
    possible = Set(possible).sorted()
  }
}
