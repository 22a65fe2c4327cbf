/// Reads what iTop exports as CSV: one file for each class.
public struct ITopReader: Sendable {
  /// How large a file may be.
  static let greatestSize = 64 << 20

  /// Makes a reader.
  public init() {}

  /// Reads files into one model.
  ///
  /// - Parameters:
  ///   - paths: The files, each named after its class, or with the column `finalclass`.
  ///   - options: What is said of the source as a whole.
  /// - Returns: The model, and what became of what.
  /// - Throws: ``ReadError`` where a file cannot be read or has errors.
  /// - Complexity: O(*n* log *n*) for *n* bytes.
  public func read(
    _ paths: [String], options: ImportOptions = ImportOptions()
  ) throws(ReadError) -> ImportedModel {
    var files: [InputFile] = []
    for path in paths {
      files.append(try InputFile(path: path, name: path, limit: Self.greatestSize))
    }
    return try read(files, options: options)
  }

  /// Reads files that are in memory.
  func read(_ files: [InputFile], options: ImportOptions) throws(ReadError) -> ImportedModel {
    var objects = ITopObjects()
    for file in files { objects.read(file) }
    var reading = ITopReading(objects, options: options, files: files.map(\.name))
    reading.read()
    // What the result as a whole has wrong is told here, where the row is still known.
    let whole = Validator.diagnose(reading.model).errors
    let found = (objects.diagnostics + reading.diagnostics + whole).sortedByPlace()
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: objects.texts)) }
    return ImportedModel(model: reading.model, report: reading.report, warnings: found)
  }
}

/// One reading of iTop's objects into a model.
struct ITopReading {
  let objects: ITopObjects
  let options: ImportOptions
  var model = Model()
  var report: ImportReport
  var diagnostics: [Diagnostic] = []
  private var names = ImportedNames()
  private var needs: [String: [String]] = [:]
  /// What each requires that is in none of the files, by what it is called there.
  private var absent: [String: Set<String>] = [:]

  /// What becomes of the classes that can fail.
  static let kinds: [String: ComponentKind] = [
    "Location": .site, "Server": .platform, "VirtualMachine": .platform, "Hypervisor": .platform,
    "Farm": .platform, "NetworkDevice": .networkElement, "StorageSystem": .platform,
    "SANSwitch": .networkElement, "NAS": .platform, "TapeLibrary": .platform, "PDU": .power,
    "PowerSource": .power, "Rack": .facility, "Enclosure": .facility,
    "ApplicationSolution": .service, "BusinessProcess": .process, "DBServer": .platform,
    "WebServer": .platform, "Middleware": .platform, "OtherSoftware": .platform,
    "PCSoftware": .platform, "DatabaseSchema": .service, "WebApplication": .service,
    "MiddlewareInstance": .service, "LogicalVolume": .platform, "PC": .facility,
    "Service": .service,
  ]
  static let components = Set(kinds.keys)
  /// The classes of which numbers are unique together.
  private static let functional = components.subtracting(["Location", "Service", "LogicalVolume"])

  /// The classes that an attribute can refer to: numbers are unique within those.
  static func types(of attribute: String) -> Set<String> {
    switch attribute {
    case "applicationsolution_id": ["ApplicationSolution"]
    case "businessprocess_id": ["BusinessProcess"]
    case "service_id": ["Service"]
    case "volume_id": ["LogicalVolume"]
    case "server_id": ["Server"]
    case "networkdevice_id": ["NetworkDevice"]
    case "enclosure_id": ["Enclosure"]
    default: functional
    }
  }

  /// The attributes by which an object requires another one.
  private static let needing = [
    "enclosure_id", "server_id", "virtualhost_id", "system_id", "dbserver_id", "webserver_id",
    "middleware_id", "storagesystem_id", "powerstart_id",
  ]

  /// The classes of links, with which of their ends requires the other.
  private static let links: [(type: String, dependent: String, needed: String)] = [
    ("lnkApplicationSolutionToFunctionalCI", "applicationsolution_id", "functionalci_id"),
    ("lnkApplicationSolutionToBusinessProcess", "businessprocess_id", "applicationsolution_id"),
    ("lnkFunctionalCIToService", "service_id", "functionalci_id"),
    ("lnkServerToVolume", "server_id", "volume_id"),
    ("lnkVirtualDeviceToVolume", "virtualdevice_id", "volume_id"),
    ("lnkDatacenterDeviceToSan", "datacenterdevice_id", "san_id"),
    ("lnkConnectableCIToNetworkDevice", "connectableci_id", "networkdevice_id"),
  ]

  init(_ objects: ITopObjects, options: ImportOptions, files: [String]) {
    self.objects = objects
    self.options = options
    report = ImportReport(format: "itop", files: files)
    model.language = options.language
    model.basis = options.basis
    model.asOf = options.asOf
    model.name = LocalizedText(options.name ?? "iTop", in: options.language)
  }

  var stated: Evidence { Evidence(options.basis) }

  mutating func read() {
    readOrganizations()
    readComponents()
    readNeeds()
    readLinks()
    assemble()
    readAgreements()
    readContacts()
    reportRest()
  }

  // MARK: - Parts of it

  /// The id of an object, or nil where it was not read.
  func id(_ object: ITopObject?) -> String? {
    object.flatMap { names.id(of: $0.key, in: $0.type) }
  }

  /// The id of what an attribute refers to; where it refers to nothing that is here, that is said.
  mutating func id(_ object: ITopObject, _ attribute: String, in types: Set<String>) -> String? {
    guard let reference = object.references[attribute] else { return nil }
    if let found = id(objects.object(reference, in: types)) { return found }
    report.note(
      .ignored, "\(object.type).\(attribute)",
      Self.words("verwijst naar niets in de bestanden", "refers to nothing in the files"))
    return nil
  }

  mutating func makeID(_ object: ITopObject) -> String {
    let wish = [object.value("first_name"), object.value("name")].compactMap { $0 }
    return names.makeID(
      of: object.key, in: object.type, from: wish.isEmpty ? object.key : wish.joined(separator: " ")
    )
  }

  func text(_ text: String?) -> LocalizedText? {
    text.map { LocalizedText($0, in: options.language) }
  }

  static func words(_ dutch: String, _ english: String) -> LocalizedText {
    LocalizedText([.dutch: dutch, .english: english], fallback: .english)
  }

  private mutating func readOrganizations() {
    let all = objects.all("Organization")
    for object in all {
      var party = Party(id: makeID(object))
      party.name = text(object.value("name"))
      party.evidence = stated
      model.parties.append(party)
      report.note(.mapped, object.type, Self.words("partij", "party"))
    }
    for (place, object) in all.enumerated() {
      let parent = id(object, "parent_id", in: ["Organization"])
      if parent != model.parties[place].id { model.parties[place].parent = parent }
    }
  }

  private mutating func readComponents() {
    let declared = objects.objects.filter { Self.components.contains($0.type) }
    for object in declared {
      var component = Component(id: makeID(object))
      component.kind = Self.kinds[object.type] ?? .service
      component.name = text(object.value("name") ?? object.value("friendlyname"))
      component.evidence = stated
      component.place = object.place
      component.owner = id(object, "org_id", in: ["Organization"])
      component.external = [ExternalID(register: "itop", id: object.external)]
      component.note = text(object.value("description"))
      model.components.append(component)
      report.note(
        .mapped, object.type, Self.words(component.kind.rawValue, component.kind.rawValue))
    }
    for (place, object) in declared.enumerated() {
      for (key, attribute, type) in [
        ("site", "location_id", "Location"), ("rack", "rack_id", "Rack"),
      ] {
        guard let value = id(object, attribute, in: [type]), value != model.components[place].id
        else { continue }
        model.components[place].shares.append(
          SharedValue(key: key, value: value, evidence: stated))
      }
    }
  }

  private mutating func need(_ target: String, by dependent: String) {
    guard target != dependent, needs[dependent]?.contains(target) != true else { return }
    needs[dependent, default: []].append(target)
  }

  /// Takes what an attribute refers to for required; exports hold some classes, and what is in none
  /// of the files is required all the same.
  ///
  /// - Returns: Whether it is in the files.
  private mutating func need(
    _ object: ITopObject, _ attribute: String, by dependent: String
  ) -> Bool {
    guard let reference = object.references[attribute] else { return false }
    let types = Self.types(of: attribute)
    guard let target = id(objects.object(reference, in: types)) else {
      // Numbers are unique within the configuration items, and within each other class.
      let space = types.isSubset(of: Self.functional) ? "" : attribute
      let called = "\(space) \(reference.attribute)=\(reference.value)"
      absent[dependent, default: []].insert(called)
      noteAbsent(object, attribute)
      return false
    }
    guard target != dependent else {
      report.note(
        .ignored, "\(object.type).\(attribute)",
        Self.words("verwijst naar zichzelf", "refers to itself"))
      return false
    }
    need(target, by: dependent)
    return true
  }

  private mutating func noteAbsent(_ object: ITopObject, _ attribute: String) {
    report.note(
      .mapped, "\(object.type).\(attribute)",
      Self.words(
        "vereist iets dat in geen van de bestanden staat: onbekend",
        "requires something that is in none of the files: unknown"))
  }

  private mutating func readNeeds() {
    for object in objects.objects where Self.components.contains(object.type) {
      guard let own = id(object) else { continue }
      for attribute in Self.needing where need(object, attribute, by: own) {
        report.note(
          .mapped, "\(object.type).\(attribute)", Self.words("vereist dat", "requires that"))
      }
      // A farm is what its hypervisors are, and not the other way round.
      if object.type == "Hypervisor", let farm = id(object, "farm_id", in: ["Farm"]) {
        need(own, by: farm)
        report.note(
          .mapped, "Hypervisor.farm_id", Self.words("de farm vereist haar", "the farm requires it"))
      }
    }
  }

  private mutating func readLinks() {
    for (type, dependent, needed) in Self.links {
      for object in objects.all(type) {
        if object.value("connection_type")?.lowercased() == "uplink" {
          report.note(
            .ignored, type,
            Self.words("uplink: staat ook andersom", "uplink: stands the other way too"))
          continue
        }
        guard let first = id(object, dependent, in: Self.types(of: dependent)),
          need(object, needed, by: first)
        else { continue }
        report.note(
          .mapped, type,
          Self.words("\(dependent) vereist \(needed)", "\(dependent) requires \(needed)"))
      }
    }
  }

  // MARK: - Formulas

  private mutating func assemble() {
    for object in objects.objects where Self.components.contains(object.type) {
      guard let own = id(object), let place = model.components.firstIndex(where: { $0.id == own })
      else { continue }
      let missing = absent[own]?.count ?? 0
      var members = references(needs[own] ?? [], missing, stated)
      // What has redundancy: a solution and a farm all that they require, a device its two supplies.
      let supplies = supplies(of: object, own)
      if !supplies.ids.isEmpty || supplies.missing > 0 {
        let redundancy = redundancy(of: object)
        members += group(
          redundancy ?? .atLeast(1), supplies.ids, supplies.missing,
          of: object, isStated: object.value("redundancy") != nil)
        report.note(.mapped, "\(object.type).powerA_id, powerB_id", Self.words("stroom", "power"))
      } else if let redundancy = redundancy(of: object) {
        members = group(redundancy, needs[own] ?? [], missing, of: object, isStated: true)
        report.note(.mapped, "\(object.type).redundancy", Self.words("groep", "group"))
      }
      guard !members.isEmpty else { continue }
      model.components[place].requires = .group(RequirementGroup(.all, members))
      model.components[place].statesRequires = true
    }
  }

  /// The power supplies of a device, and how many more are in none of the files.
  private mutating func supplies(
    of object: ITopObject, _ own: String
  ) -> (ids: [String], missing: Int) {
    var ids: [String] = []
    var missing: Set<String> = []
    for attribute in ["powerA_id", "powerB_id"] {
      guard let reference = object.references[attribute] else { continue }
      guard let target = id(objects.object(reference, in: Self.types(of: attribute))) else {
        missing.insert("\(reference.attribute)=\(reference.value)")
        noteAbsent(object, attribute)
        continue
      }
      if target == own {
        diagnostics.append(
          Diagnostic(
            .badValue, "`\(own)` is said to power itself", at: reference.place, id: own,
            hint: "give the number of its power source"))
      } else {
        ids.append(target)
      }
    }
    return (Self.unique(ids), missing.count)
  }

  private static func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }

  /// References, and something unknown for each that is in none of the files.
  private func references(
    _ targets: [String], _ missing: Int, _ evidence: Evidence
  ) -> [Requirement] {
    targets.map { Requirement.reference(Reference($0, evidence: evidence)) }
      + Array(repeating: Requirement.unknown(nil), count: missing)
  }

  /// The targets as a group of which some are needed; as they are where all are.
  private mutating func group(
    _ need: RequirementGroup.Need, _ targets: [String], _ missing: Int, of object: ITopObject,
    isStated: Bool
  ) -> [Requirement] {
    let members = references(targets, missing, isStated ? stated : Evidence(.assumed))
    var group = RequirementGroup(need, members)
    if group.threshold > members.count, !members.isEmpty {
      diagnostics.append(
        Diagnostic(
          .notUnderstood,
          "\(group.threshold) are needed of \(members.count), which can never be; all are taken "
            + "for needed", at: object.values["redundancy"]?.place, id: object.value("name"),
          hint: "correct the redundancy, or export the links to all its members"))
    }
    guard members.count > 1, group.threshold < members.count else { return members }
    if group.threshold == 1 { group.need = .any }
    if !isStated {
      group.note = LocalizedText(
        [
          .dutch: "Aangenomen: elke voeding is alleen genoeg.",
          .english: "Assumed: each supply alone is enough.",
        ], fallback: options.language)
    }
    return [.group(group)]
  }

  /// What the field of redundancy says: `disabled`, a number, a percentage, or the long form with the
  /// word `count` or `percent`.
  private mutating func redundancy(of object: ITopObject) -> RequirementGroup.Need? {
    guard let text = object.value("redundancy")?.lowercased() else { return nil }
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
    if words.contains("disabled") || words.contains("uitgeschakeld") { return .all }
    let number = words.lazy.compactMap { Double(decimal: $0) }.first
    if let number, text.contains("percent") || text.contains("%"), number > 0, number <= 100 {
      return .share(number / 100)
    }
    if let number, number >= 1, number == number.rounded(), number < 1e6 {
      return .atLeast(Int(number))
    }
    diagnostics.append(
      Diagnostic(
        .badValue, "`\(text)` tells no redundancy", at: object.values["redundancy"]?.place,
        id: object.value("name"), hint: "`disabled`, a number such as `1`, or `50%`"))
    return nil
  }
}
