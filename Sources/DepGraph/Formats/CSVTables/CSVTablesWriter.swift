/// Writes a model as tables, which ``CSVTablesReader`` reads back.
///
/// ```swift
/// for file in CSVTablesWriter().files(of: model).files { print(file.name, file.bytes.count) }
/// ```
public struct CSVTablesWriter: Sendable {
  /// The names of all files that a model can have.
  public static var fileNames: [String] { CSVTable.allCases.map(\.fileName) }

  /// One table.
  public struct File: Hashable, Sendable {
    /// The name of the file.
    public let name: String
    /// What it holds.
    public let bytes: [UInt8]
  }

  /// Tables, and what they do not hold.
  public struct Result: Hashable, Sendable {
    /// The tables that hold something, in the order of their names.
    public let files: [File]
    /// What is in the model and in no table: the section or key of the model file, and how many.
    public let losses: [Loss]
  }

  /// Something that no table holds.
  public struct Loss: Hashable, Sendable {
    /// The section or key of the model file.
    public let key: String
    /// How many there are.
    public let count: Int
  }

  private let delimiter: UInt8

  /// Makes a writer.
  ///
  /// - Parameter usesSemicolons: Put semicolons between cells, as Dutch spreadsheets want them.
  public init(usesSemicolons: Bool = false) {
    delimiter = UInt8(ascii: usesSemicolons ? ";" : ",")
  }

  /// The tables of a model.
  ///
  /// - Parameter model: The model.
  /// - Returns: The tables, and what they do not hold.
  /// - Complexity: O(*n*) for *n* facts.
  public func files(of model: Model) -> Result {
    var files: [File] = []
    let add = { (table: CSVTable, bytes: [UInt8]) in
      files.append(File(name: table.fileName, bytes: bytes))
    }
    add(.model, head(of: model))
    add(.components, components(of: model).bytes(delimiter: delimiter))
    let needs = CSVNeedWriter(model).rows
    if !needs.isEmpty { add(.requirements, requirements(needs, model).bytes(delimiter: delimiter)) }
    let shared = model.components.flatMap { component in
      component.shares.map { SharedRow(component: component, shared: $0) }
    }
    if !shared.isEmpty { add(.shares, shares(shared, model).bytes(delimiter: delimiter)) }
    if !model.sources.isEmpty { add(.sources, sources(of: model).bytes(delimiter: delimiter)) }
    if !model.parties.isEmpty { add(.parties, parties(of: model).bytes(delimiter: delimiter)) }
    if !model.contacts.isEmpty { add(.contacts, contacts(of: model).bytes(delimiter: delimiter)) }
    if !model.contracts.isEmpty {
      add(.contracts, contracts(of: model).bytes(delimiter: delimiter))
    }
    let promised = model.contracts.flatMap { contract in
      contract.targets.map { PromisedRow(contract: contract, target: $0) }
    }
    if !promised.isEmpty { add(.targets, targets(promised, model).bytes(delimiter: delimiter)) }
    return Result(files: files.sorted { $0.name < $1.name }, losses: losses(of: model))
  }

  /// What is in the model and in no table.
  private func losses(of model: Model) -> [Loss] {
    var counts: [(String, Int)] = [
      ("marking", model.marking == Marking() ? 0 : 1), ("markings", model.markingFloors.count),
      ("partners", model.partners.count), ("common-causes", model.commonCauses.count),
      ("escalation", model.escalation.count), ("observations", model.observations.count),
      ("plans", model.plans.count), ("measures", model.measures.count),
      ("crews", model.crews.count), ("restore-classes", model.restoreClasses.count),
      ("expect", model.expectations.count),
      ("briefing", model.briefing == BriefingPlan() ? 0 : 1),
      ("sectors", model.sectors == SectorList.builtIn ? 0 : model.sectors.sectors.count),
    ]
    counts.append(("impact", model.components.count { !$0.impact.isEmpty }))
    counts.append(("restore-class", model.components.count { $0.restoreClass != nil }))
    return counts.filter { $0.1 > 0 }.map { Loss(key: $0.0, count: $0.1) }
  }

  private func head(of model: Model) -> [UInt8] {
    var text = CSVText(delimiter: delimiter)
    text.add(["key", "value"])
    text.add(["language", model.language.rawValue])
    text.add(["basis", model.basis.rawValue])
    if let day = model.asOf { text.add(["as-of", CSVText.day(day)]) }
    for (key, written) in [("name", model.name), ("note", model.note)] {
      for language in Language.allCases where written?.isWritten(in: language) == true {
        text.add(["\(key):\(language.rawValue)", written?.text(in: language) ?? ""])
      }
    }
    return text.bytes
  }

  private func sources(of model: Model) -> CSVSheet<Source> {
    var sheet = CSVSheet(model.sources)
    sheet.add("id", always: true) { $0.id }
    sheet.add("reference", always: true) { $0.reference ?? "" }
    sheet.add("title", in: model.language) { $0.title }
    sheet.add("date") { CSVText.day($0.date) }
    sheet.add("url") { $0.url ?? "" }
    sheet.add("note", in: model.language) { $0.note }
    sheet.addMarking { $0.marking }
    return sheet
  }

  private func parties(of model: Model) -> CSVSheet<Party> {
    let outer = Evidence(model.basis)
    var sheet = CSVSheet(model.parties)
    sheet.add("id", always: true) { $0.id }
    sheet.add("name", in: model.language) { $0.name }
    sheet.add("role", always: true) { CSVText.list($0.roles) }
    sheet.add("parent") { $0.parent ?? "" }
    sheet.add("products") { CSVText.list($0.products) }
    sheet.add("subcontractors") { CSVText.list($0.subcontractors) }
    sheet.add("subcontractors-complete") { CSVText.truth($0.subcontractorsAreComplete) }
    sheet.add("authorised-until") { CSVText.day($0.authorisedUntil) }
    sheet.add("substitution") { $0.substitution?.rawValue ?? "" }
    sheet.addEvidence { ($0.evidence, outer) }
    sheet.add("note", in: model.language) { $0.note }
    sheet.addMarking { $0.marking }
    return sheet
  }

  private func contacts(of model: Model) -> CSVSheet<Contact> {
    var sheet = CSVSheet(model.contacts)
    sheet.add("id", always: true) { $0.id }
    sheet.add("name", in: model.language) { $0.name }
    sheet.add("party", always: true) { $0.party ?? "" }
    sheet.add("reach") { CSVText.list($0.reach) }
    sheet.add("deputy") { $0.deputy ?? "" }
    sheet.add("hours") { CSVHours.text($0.hours) }
    sheet.add("track") { $0.track?.rawValue ?? "" }
    sheet.add("note", in: model.language) { $0.note }
    sheet.addMarking { $0.marking }
    return sheet
  }

  private func contracts(of model: Model) -> CSVSheet<Contract> {
    let outer = Evidence(model.basis)
    var sheet = CSVSheet(model.contracts)
    sheet.add("id", always: true) { $0.id }
    sheet.add("name", in: model.language) { $0.name }
    sheet.add("kind") { $0.kind == .unknown ? "" : $0.kind.rawValue }
    sheet.add("under") { $0.under ?? "" }
    sheet.add("provider", always: true) { $0.provider ?? "" }
    sheet.add("customer", always: true) { $0.customer ?? "" }
    sheet.add("covers") { contract in
      switch contract.covers {
      case .unknown: "unknown"
      case .selectors(let selectors): CSVText.list(selectors)
      }
    }
    sheet.add("availability") { CSVText.ratio($0.availability) }
    sheet.add("service-window") { CSVHours.text($0.serviceWindow) }
    sheet.add("valid.from") { CSVText.day($0.validFrom) }
    sheet.add("valid.until") { CSVText.day($0.validUntil) }
    sheet.add("notice") { contract in
      contract.noticeMonths.map { "\($0)mo" } ?? CSVText.span(contract.notice)
    }
    sheet.add("backed-by") { CSVText.list($0.backedBy) }
    sheet.add("exit-strategy") { CSVText.truth($0.hasExitStrategy) }
    sheet.add("checked") { CSVText.day($0.checked) }
    sheet.add("by") { $0.checkedBy ?? "" }
    sheet.addEvidence { ($0.evidence, outer) }
    sheet.add("note", in: model.language) { $0.note }
    sheet.addMarking { $0.marking }
    return sheet
  }

  private struct PromisedRow {
    let contract: Contract
    let target: ServiceTarget
  }

  private func targets(_ rows: [PromisedRow], _ model: Model) -> CSVSheet<PromisedRow> {
    var sheet = CSVSheet(rows)
    sheet.add("contract", always: true) { $0.contract.id }
    sheet.add("priority", always: true) { $0.target.priority.map { "\($0)" } ?? "" }
    sheet.add("response-within") { CSVText.span($0.target.respondWithin) }
    sheet.add("restore-within", always: true) { CSVText.span($0.target.restoreWithin) }
    sheet.add("share") { CSVText.ratio($0.target.share) }
    sheet.add("per") { $0.target.per ?? "" }
    sheet.add("nature") { $0.target.nature?.rawValue ?? "" }
    sheet.add("clock-from") { $0.target.clockFrom?.rawValue ?? "" }
    sheet.add("excludes") { CSVText.list($0.target.excludes) }
    sheet.addEvidence { ($0.target.evidence, $0.contract.evidence) }
    sheet.add("note", in: model.language) { $0.target.note }
    return sheet
  }

  private struct SharedRow {
    let component: Component
    let shared: SharedValue
  }

  private func shares(_ rows: [SharedRow], _ model: Model) -> CSVSheet<SharedRow> {
    var sheet = CSVSheet(rows)
    sheet.add("component", always: true) { $0.component.id }
    sheet.add("key", always: true) { $0.shared.key }
    sheet.add("value", always: true) { $0.shared.value ?? "unknown" }
    sheet.addEvidence { ($0.shared.evidence, $0.component.evidence) }
    sheet.add("note", in: model.language) { $0.shared.note }
    sheet.addMarking { $0.shared.marking }
    return sheet
  }
}
