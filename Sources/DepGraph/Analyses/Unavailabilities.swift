/// How likely each element of a model is to have failed by itself at a random moment, and how that
/// is known.
///
/// A figure comes from the element's `availability`, else from its `mtbf` and `mttr`, else from the
/// contracts in force on the model's date that cover it and nothing else. Where components have a
/// share *β* of their failures in common, the cause has *β* times the largest figure of its members,
/// and each member keeps the rest of its own; a reading that drops the sharing leaves the figures
/// whole.
///
/// Nothing is known of the others. They count as never failing, so that what is computed from them
/// is a least, and they are named.
///
///     let figures = Unavailabilities(of: compiled, reading: .possible)
///     figures[router]   // 0.0005 to 0.005, as promised by "sla-router"
public struct Unavailabilities: Sendable {
  /// The figure of one element.
  public struct Figure: Hashable, Sendable {
    /// Where it comes from.
    public enum Origin: Hashable, Sendable {
      /// It is written with the element.
      case stated
      /// These contracts promise it, by id.
      case promised([String])
      /// It is what these members of a group have in common.
      case shared([VertexID])
    }

    /// The share of time that the element is down by itself.
    public var value: Ratio
    /// Where the figure comes from.
    public var origin: Origin
    /// Whether it rests on something inferred or assumed.
    public var isAssumed: Bool
    /// Whether it could be larger for what is not known: a member of the group has no figure.
    public var isLeast = false
  }

  /// The figures by element; nil where none is known.
  private var figures: [Figure?]
  /// The same before groups have taken what their members have in common.
  private var whole: [Figure?]
  private var promises: SolePromises
  private let groups: [FactorGroup]
  /// The group of an element that is a member of one.
  private var groupOfMember: [VertexID: Int] = [:]
  private let reading: Reading
  /// Whether searches let an element fail.
  private let isSeed: [Bool]
  /// Whether others share an element, so that it fails several at once.
  private let isShared: [Bool]

  /// Collects the figures of a model.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - reading: The reading. Where several contracts promise something for one element, the worst
  ///     of them counts in the possible reading and the best in the others, which take every promise
  ///     as kept.
  /// - Complexity: O(*n* + *c*) for *n* elements and what *c* contracts cover.
  public init(of compiled: CompiledModel, reading: Reading) {
    let all = (0..<compiled.table.count).map { VertexID($0) }
    let promises = SolePromises(compiled)
    self.promises = promises
    self.reading = reading
    isSeed = all.map(compiled.isSeedOfSearches)
    isShared = Self.shared(in: compiled)
    whole = all.map { vertex in
      Self.stated(vertex, in: compiled) ?? promises.figure(of: vertex, in: reading)
    }
    figures = whole
    groups = compiled.model.commonCauses.compactMap { FactorGroup($0, in: compiled) }
    for (number, group) in groups.enumerated() {
      for member in group.members { groupOfMember[member] = number }
      shareOut(group)
    }
  }

  /// The element whose figure follows from a contract, or would if the contract promised one.
  ///
  /// - Parameter contract: The id of a contract.
  /// - Returns: The element; nil if the contract is not in force, covers not exactly one element, or
  ///   one that has a figure of its own.
  func element(ofPromise contract: String) -> VertexID? {
    guard let element = promises.coverage[contract] else { return nil }
    if case .stated = whole[element.index]?.origin { return nil }
    return element
  }

  /// Whether a contract is in force and covers exactly one element.
  func isSoleCoverage(_ contract: String) -> Bool { promises.coverage[contract] != nil }

  /// Puts an availability in the place of what a contract promises.
  ///
  /// - Parameters:
  ///   - availability: What it would promise.
  ///   - contract: The id of a contract whose promise is the figure of an element.
  /// - Complexity: O(*m*) for *m* members of a group with the element.
  mutating func promise(_ availability: Ratio, by contract: String) {
    guard let element = element(ofPromise: contract) else { return }
    promises.put(availability.complement, by: contract)
    whole[element.index] = promises.figure(of: element, in: reading)
    guard let number = groupOfMember[element] else {
      figures[element.index] = whole[element.index]
      return
    }
    shareOut(groups[number])
  }

  /// Forgets what a contract promises.
  ///
  /// - Parameter contract: The id of a contract.
  /// - Complexity: O(*m*) for *m* members of a group with what it covers.
  mutating func leaveOut(promiseBy contract: String) {
    guard let element = element(ofPromise: contract) else { return }
    promises.drop(contract)
    whole[element.index] = promises.figure(of: element, in: reading)
    guard let number = groupOfMember[element] else {
      figures[element.index] = whole[element.index]
      return
    }
    for member in groups[number].members { figures[member.index] = whole[member.index] }
    shareOut(groups[number])
  }

  /// The figure of an element; nil where none is known.
  public subscript(element: VertexID) -> Figure? { figures[element.index] }

  /// Whether an element may fail by itself: it has a figure, or searches let it fail.
  ///
  /// A process or consumer without a figure stands for those who use the rest, and is not thought to
  /// fail; neither is what never fails and has no figure.
  ///
  /// - Parameter element: The element.
  /// - Returns: Whether its failure counts.
  public func canFail(_ element: VertexID) -> Bool {
    figures[element.index] != nil || isSeed[element.index]
  }

  /// Whether an element has a figure that is not 0.
  func isPositive(_ element: VertexID) -> Bool { (figures[element.index]?.value.high ?? 0) > 0 }

  /// Those of some elements of which something is not known: what others share first.
  ///
  /// - Parameter elements: Elements in order.
  /// - Returns: Those that can fail, and have no figure or one that could be larger.
  /// - Complexity: O(*n*) for *n* elements.
  func unknown(among elements: [VertexID]) -> [VertexID] {
    let found = elements.filter { element in
      canFail(element) && figures[element.index].map(\.isLeast) ?? true
    }
    return found.filter { isShared[$0.index] } + found.filter { !isShared[$0.index] }
  }

  /// Those of some elements whose figure is, or follows from, a promise.
  ///
  /// - Complexity: O(*n* + *m*) for *n* elements and *m* members of groups among them.
  func promised(among elements: [VertexID]) -> [VertexID] {
    elements.filter { !contracts(of: $0).isEmpty }
  }

  /// The contracts that the figure of an element rests on, by id.
  ///
  /// - Complexity: O(*m*) for *m* members of a group.
  func contracts(of element: VertexID) -> [String] {
    switch figures[element.index]?.origin {
    case .promised(let contracts): contracts
    case .shared(let members): Set(members.flatMap(contracts)).sorted()
    case .stated, nil: []
    }
  }

  /// The promises behind the figures of some elements, by contract.
  ///
  /// - Complexity: O(*n* log *n*) for *n* elements and the members of groups among them.
  func promises(behind elements: [VertexID]) -> [Availability.Promise] {
    let contracts = Set(Set(elements).flatMap(contracts)).sorted()
    return contracts.compactMap(promises.promise)
  }

  // MARK: - Sources

  private static func stated(_ vertex: VertexID, in compiled: CompiledModel) -> Figure? {
    let component = compiled.component(vertex)
    let cause = compiled.commonCause(vertex)
    guard let value = (component?.dependability ?? cause?.dependability)?.unavailability else {
      return nil
    }
    let basis = (component?.evidence ?? cause?.evidence)?.basis
    return Figure(value: value, origin: .stated, isAssumed: basis?.isUncertain == true)
  }

  /// Gives a group's cause its part of the failures, and leaves the members the rest of theirs.
  private mutating func shareOut(_ group: FactorGroup) {
    // Where a reading drops that the members share it, there is nothing in common.
    guard !(reading == .certain && group.isUncertain) else {
      for member in group.members { figures[member.index] = whole[member.index] }
      figures[group.cause.index] = Figure(value: .zero, origin: .shared([]), isAssumed: true)
      return
    }
    let known = group.members.filter { whole[$0.index] != nil }
    var common: Ratio?
    for member in known {
      guard var figure = whole[member.index] else { continue }
      common = common.map { $0.orMore(figure.value) } ?? figure.value
      figure.value = figure.value.times(1 - group.factor)
      figures[member.index] = figure
    }
    figures[group.cause.index] = common.map { common in
      Figure(
        value: common.times(group.factor), origin: .shared(known),
        isAssumed: group.isUncertain
          || known.contains { whole[$0.index]?.isAssumed == true },
        isLeast: known.count < group.members.count)
    }
  }

  private static func shared(in compiled: CompiledModel) -> [Bool] {
    var isShared = compiled.table.elements.map { element in
      if case .commonCause = element { true } else { false }
    }
    for component in compiled.model.components {
      for value in component.shares.compactMap(\.value) {
        if let vertex = compiled.table.vertex(of: value) { isShared[vertex.index] = true }
      }
    }
    return isShared
  }
}

/// A group whose members have a share of their failures in common.
private struct FactorGroup {
  let cause: VertexID
  let factor: Double
  let members: [VertexID]
  let isUncertain: Bool

  init?(_ cause: CommonCause, in compiled: CompiledModel) {
    guard let group = cause.group, let vertex = compiled.table.vertex(of: cause.id) else {
      return nil
    }
    self.cause = vertex
    factor = group.factor
    members = Set(group.members.compactMap(compiled.table.vertex(of:))).sorted()
    isUncertain = cause.evidence.basis.isUncertain
  }
}

/// What contracts promise of single elements.
private struct SolePromises {
  private struct Promise {
    let contract: String
    var unavailability: Ratio
    let isAssumed: Bool
  }

  private var byElement: [VertexID: [Promise]] = [:]
  /// The element that a contract in force covers, where that is one and no other.
  private(set) var coverage: [String: VertexID] = [:]
  private var isAssumed: Set<String> = []

  init(_ compiled: CompiledModel) {
    for contract in compiled.model.contracts where contract.isValid(on: compiled.model.asOf) {
      let covered = compiled.coverage(of: contract)
      guard covered.isComplete, covered.vertices.count == 1 else { continue }
      coverage[contract.id] = covered.vertices[0]
      if contract.evidence.basis.isUncertain { isAssumed.insert(contract.id) }
      if let availability = contract.availability {
        put(availability.complement, by: contract.id)
      }
    }
  }

  mutating func put(_ unavailability: Ratio, by contract: String) {
    guard let element = coverage[contract] else { return }
    byElement[element, default: []].removeAll { $0.contract == contract }
    byElement[element, default: []].append(
      Promise(
        contract: contract, unavailability: unavailability,
        isAssumed: isAssumed.contains(contract)))
  }

  mutating func drop(_ contract: String) {
    guard let element = coverage[contract] else { return }
    byElement[element]?.removeAll { $0.contract == contract }
  }

  func promise(_ contract: String) -> Availability.Promise? {
    guard let element = coverage[contract],
      let promise = byElement[element]?.first(where: { $0.contract == contract })
    else { return nil }
    return Availability.Promise(
      contract: contract, element: element, unavailability: promise.unavailability)
  }

  func figure(of vertex: VertexID, in reading: Reading) -> Unavailabilities.Figure? {
    guard let found = byElement[vertex], let first = found.first else { return nil }
    let value = found.dropFirst().reduce(first.unavailability) { value, promise in
      reading == .possible
        ? value.orMore(promise.unavailability) : value.orLess(promise.unavailability)
    }
    return Unavailabilities.Figure(
      value: value, origin: .promised(found.map(\.contract).sorted()),
      isAssumed: found.contains(where: \.isAssumed))
  }
}
