/// A model ready to be asked: the waist between what people write and what is computed.
///
/// Immutable, so that any number of questions may be asked of it at once.
public struct CompiledModel: Sendable {
  /// The model; members of a group say in it themselves what they share.
  public let model: Model
  /// Components and common causes by number.
  public let table: ElementTable
  /// The networks.
  public let networks: NetworkTable
  /// Components of which a requirement is not known.
  public let unknownRequirements: [VertexID]
  /// Components that share a value of a key that is not known, by key.
  public let unknownShares: [String: [VertexID]]
  /// For each key of `shares`, the elements that could be a value of it: its common causes, the
  /// components named as a value, and the components of a kind with that name.
  public let valuesOfKey: [String: [VertexID]]
  /// Who depends on whom, as written.
  public let dependencies: Dependencies
  private let readings: [Reading: CompiledReading]
  private let externalIDs: [String: VertexID]

  /// Compiles a model that was read and judged without errors.
  ///
  /// - Parameter model: The model.
  /// - Throws: `InvalidInput` with a `never-operational` error for each component whose requirement
  ///   is not met even when nothing has failed.
  /// - Complexity: O((*n* + *r*) log *n*) for *n* components with *r* requirements.
  public init(_ model: Model) throws(InvalidInput) {
    let model = model.withGroupsSpelledOut()
    let table = ElementTable(model)
    let networks = NetworkTable(model, table)
    self.init(
      model, table, networks: networks, dependencies: Dependencies(model, table, networks),
      readings: Self.readings(of: model, table, networks))
    let dead = Self.neverOperational(model, table, self.reading(.written))
    if !dead.isEmpty { throw InvalidInput(dead) }
  }

  /// Puts together what was compiled.
  ///
  /// - Complexity: O(*n* log *n*) for *n* elements.
  init(
    _ model: Model, _ table: ElementTable, networks: NetworkTable? = nil,
    dependencies: Dependencies, readings: [Reading: CompiledReading]
  ) {
    self.model = model
    self.table = table
    self.networks = networks ?? NetworkTable(model, table)
    self.dependencies = dependencies
    self.readings = readings
    unknownRequirements = model.components.indices
      .filter { model.components[$0].hasUnknownRequirement }
      .map { table.vertexOfComponent[$0] }.sorted()
    (unknownShares, valuesOfKey) = Self.shares(of: model, table)
    var external: [String: VertexID] = [:]
    for index in model.components.indices where model.components[index].hasSeldomFacts {
      for other in model.components[index].external {
        external[other.id] = table.vertexOfComponent[index]
      }
    }
    externalIDs = external
  }

  /// The threshold graphs of one reading.
  public func reading(_ reading: Reading) -> CompiledReading {
    guard let found = readings[reading] else { preconditionFailure("every reading is compiled") }
    return found
  }

  /// The vertex of an id, of a component's id in another register, or of a common cause's id
  /// (`site:dc-1` where `dc-1` is a component is that component).
  public func vertex(of id: String) -> VertexID? {
    if let vertex = table.vertex(of: id) ?? externalIDs[id] { return vertex }
    guard let colon = id.firstIndex(of: ":") else { return nil }
    let value = table.vertex(of: String(id[id.index(after: colon)...]))
    return valuesOfKey[String(id[..<colon]), default: []].first { $0 == value }
  }

  /// The component that a vertex stands for, or nil for a common cause.
  public func component(_ vertex: VertexID) -> Component? {
    guard case .component(let index) = table.elements[vertex.index] else { return nil }
    return model.components[index]
  }

  /// What the model says of a common cause, or nil for a component or where it says nothing.
  public func commonCause(_ vertex: VertexID) -> CommonCause? {
    guard case .commonCause(let index?) = table.elements[vertex.index] else { return nil }
    return model.commonCauses[index]
  }

  /// Whether searches let an element fail.
  ///
  /// Common causes, and components but for processes, consumers and what never fails; those can
  /// still be named as seeds by hand.
  public func isSeedOfSearches(_ vertex: VertexID) -> Bool {
    guard let component = component(vertex) else { return true }
    return !component.isUser && !component.neverFails
  }

  /// The name of an element, or its id where it has none.
  public func name(of vertex: VertexID, in language: Language) -> String {
    let name = component(vertex)?.name ?? commonCause(vertex)?.name
    return name?.text(in: language) ?? table.id(of: vertex)
  }

  /// The vertices that stand for components, in order; the rest are common causes.
  ///
  /// - Complexity: O(*n*) for *n* elements.
  public var componentVertices: [VertexID] {
    (0..<table.count).map { VertexID($0) }.filter { vertex in
      // By its kind of element: to ask for the component would copy each one.
      if case .component = table.elements[vertex.index] { true } else { false }
    }
  }

  /// The vertices that stand for components of some kinds, in order.
  ///
  /// - Complexity: O(*n*) for *n* elements.
  public func vertices(ofKinds kinds: Set<ComponentKind>) -> [VertexID] {
    (0..<table.count).map { VertexID($0) }.filter { vertex in
      component(vertex).map { kinds.contains($0.kind) } ?? false
    }
  }

  // MARK: - Building

  /// Compiles every reading; where all would come out alike, one for all.
  private static func readings(
    of model: Model, _ table: ElementTable, _ networks: NetworkTable
  ) -> [Reading: CompiledReading] {
    if let one = plainReading(of: model, table, networks) {
      return Dictionary(uniqueKeysWithValues: Reading.allCases.map { ($0, one.as($0)) })
    }
    let builder = FormulaBuilder(table: table, networks: networks)
    var compilers = Reading.allCases.map {
      ReadingCompiler($0, elementCount: table.count, networks: networks)
    }
    for (index, component) in model.components.enumerated() {
      let vertex = table.vertexOfComponent[index]
      let requirement = builder.requirement(of: component, at: vertex)
      let soft = component.degradesWithout.compactMap(builder.soft)
      for index in compilers.indices { compilers[index].add(requirement, soft: soft, of: vertex) }
    }
    return Dictionary(
      uniqueKeysWithValues: compilers.map { compiler in
        let compiled = compiler.finish()
        return (compiled.reading, compiled)
      })
  }

  /// The one reading of a model of which all is certain and nothing degrades; nil for others.
  private static func plainReading(
    of model: Model, _ table: ElementTable, _ networks: NetworkTable
  ) -> CompiledReading? {
    let builder = FormulaBuilder(table: table, networks: networks)
    var compiler = ReadingCompiler(.written, elementCount: table.count, networks: networks)
    for index in model.components.indices {
      guard model.components[index].degradesWithout.isEmpty else { return nil }
      let vertex = table.vertexOfComponent[index]
      if model.components[index].shares.isEmpty, let needs = model.components[index].plainNeeds,
        !needs.store.evidence.basis.isUncertain
      {
        compiler.addToBothLevels(table.vertices(of: needs), of: vertex)
        continue
      }
      let requirement = builder.requirement(of: model.components[index], at: vertex)
      guard requirement.isPlain else { return nil }
      compiler.addToBothLevels(requirement, of: vertex)
    }
    return compiler.finishAlike()
  }

  private static func shares(
    of model: Model, _ table: ElementTable
  )
    -> (unknown: [String: [VertexID]], values: [String: [VertexID]])
  {
    var unknown: [String: [VertexID]] = [:]
    var values: [String: [VertexID]] = [:]
    var verticesOfKind: [ComponentKind: [VertexID]] = [:]
    for index in model.components.indices {
      let vertex = table.vertexOfComponent[index]
      verticesOfKind[model.components[index].kind, default: []].append(vertex)
      for shared in model.components[index].shares {
        guard let value = shared.value else {
          unknown[shared.key, default: []].append(vertex)
          continue
        }
        let cause = table.vertex(of: value) ?? table.vertex(of: "\(shared.key):\(value)")
        if let cause { values[shared.key, default: []].append(cause) }
      }
    }
    for (kind, vertices) in verticesOfKind { values[kind.rawValue, default: []] += vertices }
    for cause in model.commonCauses {
      guard let colon = cause.id.firstIndex(of: ":"), let vertex = table.vertex(of: cause.id)
      else { continue }
      values[String(cause.id[..<colon]), default: []].append(vertex)
    }
    return (unknown.mapValues { $0.sortedOnce() }, values.mapValues { $0.sortedOnce() })
  }

  private static func neverOperational(
    _ model: Model, _ table: ElementTable, _ written: CompiledReading
  ) -> [Diagnostic] {
    guard !written.levelOne.failedFromBeginning.isEmpty else { return [] }
    let failures = written.levelOne.failures(from: [VertexID]())
    return model.components.enumerated().compactMap { index, component in
      guard failures.contains(table.vertexOfComponent[index]) else { return nil }
      return Diagnostic(
        .neverOperational,
        "`\(component.id)` could never work: its requirements are not met even when nothing has failed",
        at: component.place, id: component.id,
        hint: "look for a path over a network that does not reach its target")
    }
  }
}
