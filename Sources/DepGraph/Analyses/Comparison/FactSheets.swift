/// All that a model says, part by part.
struct FactSheets {
  private(set) var all: [FactSubject: FactSheet] = [:]

  /// - Complexity: O(*f* log *f*) for *f* facts.
  init(of compiled: CompiledModel) {
    let model = compiled.model
    var sheets = [FactSheet(model)]
    let groups = model.groupMembers
    sheets += model.components.map { FactSheet($0, sharing: groups[$0.id, default: []]) }
    sheets += compiled.networks.networks.map { FactSheet(FactSubject(.network, $0.name)) }
    for index in 0..<compiled.table.count {
      let vertex = VertexID(index)
      guard compiled.component(vertex) == nil else { continue }
      sheets.append(
        compiled.commonCause(vertex).map { FactSheet($0) }
          ?? FactSheet(FactSubject(.commonCause, compiled.table.id(of: vertex))))
    }
    sheets += model.parties.map { FactSheet($0) }
    sheets += model.contracts.map { FactSheet($0) }
    sheets += model.contacts.map { FactSheet($0) }
    sheets += model.escalation.map { FactSheet($0) }
    sheets += model.plans.map { FactSheet($0) }
    sheets += model.measures.map { FactSheet($0) }
    sheets += model.crews.map { FactSheet($0) }
    sheets += model.restoreClasses.map { FactSheet($0) }
    sheets += FactSheet.observations(of: model)
    sheets += FactSheet.expectations(of: model)
    sheets += model.sources.map { FactSheet($0) }
    for sheet in sheets { all[sheet.subject] = sheet }
  }

  /// The parts, in order.
  ///
  /// - Complexity: O(*n* log *n*) for *n* parts.
  var subjects: [FactSubject] { all.keys.sorted() }
}

extension Model {
  /// The groups of failures in common that each component is a member of, by their causes' ids: what the
  /// members share by them is written with the group.
  fileprivate var groupMembers: [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for cause in commonCauses {
      for member in cause.group?.members ?? [] { found[member, default: []].insert(cause.id) }
    }
    return found
  }
}

extension FactSheet {
  /// What is said of the model itself.
  init(_ model: Model) {
    self.init(FactSubject(.model, ""))
    add(.name, FactValue(model.name))
    add(.language, .text(model.language.rawValue))
    add(.asOf, FactValue(model.asOf))
    add(.basis, .text(model.basis.rawValue))
    add(.marking, FactValue(model.marking))
    for (analysis, marking) in model.markingFloors.sorted(by: { $0.key < $1.key }) {
      add(.marking, row: analysis, FactValue(marking))
    }
    add(.note, FactValue(model.note))
  }

  /// What is said of a source.
  init(_ source: Source) {
    self.init(FactSubject(.source, source.id))
    add(.title, FactValue(source.title))
    add(.reference, FactValue(source.reference))
    add(.date, FactValue(source.date))
    add(.url, FactValue(source.url))
    add(.note, FactValue(source.note))
  }

  /// The basis, and the sources.
  mutating func add(_ evidence: Evidence) {
    add(.basis, .text(evidence.basis.rawValue))
    add(.source, FactValue(anyOrder: evidence.sources))
  }

  /// How dependable something is.
  mutating func add(_ dependability: Dependability) {
    add(.availability, FactValue(dependability.availability))
    add(.mtbf, FactValue(dependability.meanTimeBetweenFailures))
    add(.mttr, FactValue(dependability.meanTimeToRepair))
  }
}

extension FactValue {
  /// A marking on both axes; nil: on neither.
  init?(_ marking: Marking) {
    let parts = [marking.classification, marking.trafficLight.map { "TLP:\($0)" }]
      .compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    self = .list(parts)
  }
}
