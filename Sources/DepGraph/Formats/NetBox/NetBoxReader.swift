/// Reads what NetBox exports: fixtures (`manage.py dumpdata`) and pages of its REST interface.
public struct NetBoxReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads files into one model.
  ///
  /// - Parameters:
  ///   - paths: The files: fixtures, pages, or both.
  ///   - options: What is said of the source as a whole.
  /// - Returns: The model, and what became of what.
  /// - Throws: ``ReadError`` where a file cannot be read or has errors.
  /// - Complexity: O(*n* log *n*) for *n* bytes.
  public func read(
    _ paths: [String], options: ImportOptions = ImportOptions()
  ) throws(ReadError) -> ImportedModel {
    var files: [InputFile] = []
    for path in paths {
      files.append(try InputFile(path: path, name: path, limit: NetBoxObjects.greatestSize))
    }
    return try read(files, options: options)
  }

  /// Reads files that are in memory.
  func read(_ files: [InputFile], options: ImportOptions) throws(ReadError) -> ImportedModel {
    var objects = NetBoxObjects()
    for file in files { objects.read(file) }
    let found = objects.diagnostics.sortedByPlace()
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: objects.texts)) }
    var reading = NetBoxReading(objects, options: options, files: files.map(\.name))
    reading.read()
    return ImportedModel(
      model: reading.model, report: reading.report, warnings: found + reading.warnings)
  }
}

/// One reading of NetBox's objects into a model.
struct NetBoxReading {
  var objects: NetBoxObjects
  let options: ImportOptions
  var model = Model()
  var report: ImportReport
  var warnings: [Diagnostic] = []
  var names = ImportedNames()
  /// The place of each component in the model.
  var places: [String: Int] = [:]
  /// What is recorded and not in use.
  var outOfUse: Set<NetBoxObject.Key> = []
  /// The ways through cables and panels.
  var ways: [NetBoxCables.Way] = []
  /// The devices of ports, where a page tells them with the cable.
  var deviceOfPort: [NetBoxObject.Key: NetBoxObject.Key] = [:]
  /// The device that each end of a circuit is cabled to.
  var deviceAtCircuit: [NetBoxObject.Key: String] = [:]
  /// The cables that a link is named by.
  var namedCables: Set<NetBoxObject.Key> = []
  /// What each component requires, and how that is known.
  var needs: [String: [Requirement]] = [:]

  init(_ objects: NetBoxObjects, options: ImportOptions, files: [String]) {
    self.objects = objects
    self.options = options
    report = ImportReport(format: "netbox", files: files)
    model.language = options.language
    model.basis = options.basis
    model.asOf = options.asOf
    model.name = LocalizedText(options.name ?? "NetBox", in: options.language)
  }

  /// What the source states.
  var stated: Evidence { Evidence(options.basis) }
  /// What is concluded beyond it.
  let guessed = Evidence(.assumed)

  mutating func read() {
    leaveOutOfUse()
    readParties()
    readSites()
    readDevices()
    readVirtual()
    readPower()
    readWays()
    readCircuits()
    readCables()
    readContacts()
    leaveRestUnknown()
    for (place, component) in model.components.enumerated() {
      guard let members = needs[component.id] else { continue }
      model.components[place].requires = .group(RequirementGroup(.all, members))
      model.components[place].statesRequires = true
    }
    reportRest()
  }

  // MARK: - Making things

  /// The id of an object's component, or nil where it was not read.
  func id(_ key: NetBoxObject.Key?) -> String? {
    key.flatMap { names.id(of: $0.number, in: $0.type) }
  }

  /// Makes the id of an object.
  mutating func makeID(_ object: NetBoxObject, _ wish: String?) -> String {
    let type = object.key.type.split(separator: ".").last.map(String.init) ?? "x"
    return names.makeID(
      of: object.key.number, in: object.key.type, from: wish ?? "\(type)-\(object.key.number)")
  }

  /// Adds a component.
  mutating func add(
    _ object: NetBoxObject, _ kind: ComponentKind, named name: String?
  ) -> Int {
    var component = Component(id: makeID(object, name))
    component.kind = kind
    component.name = name.map { LocalizedText($0, in: options.language) }
    component.evidence = stated
    component.owner = id(object.reference("tenant", "tenancy.tenant"))
    component.external = [ExternalID(register: "netbox", id: object.key.external)]
    component.place = nil
    places[component.id] = model.components.count
    model.components.append(component)
    return model.components.count - 1
  }

  /// Adds something that a component requires.
  mutating func need(_ target: String?, by dependent: String?, _ evidence: Evidence? = nil) {
    guard let target, let dependent, target != dependent else { return }
    needs[dependent, default: []].append(
      .reference(Reference(target, evidence: evidence ?? stated)))
  }

  /// Adds alternatives that a component requires one of, as they were taken to be.
  mutating func needOne(
    of targets: [String], by dependent: String, how: LocalizedText
  ) {
    var seen: Set<String> = [dependent]
    let members = targets.filter { seen.insert($0).inserted }
    guard members.count > 1 else { return need(members.first, by: dependent) }
    let references = members.map { Requirement.reference(Reference($0, evidence: guessed)) }
    var group = RequirementGroup(.any, references)
    group.note = how
    needs[dependent, default: []].append(.group(group))
  }

  /// Adds something that a component shares with others.
  mutating func share(_ key: String, _ value: String?, by place: Int) {
    guard let value, model.components[place].id != value else { return }
    model.components[place].shares.append(
      SharedValue(key: key, value: value, evidence: stated))
  }

  static func words(_ dutch: String, _ english: String) -> LocalizedText {
    LocalizedText([.dutch: dutch, .english: english], fallback: .english)
  }

  // MARK: - Parties and sites

  private mutating func readParties() {
    for (type, role) in [("tenancy.tenant", nil), ("circuits.provider", "supplier")] {
      for object in objects.all(type) {
        var party = Party(id: makeID(object, object.text("slug") ?? object.text("name")))
        party.name = object.text("name").map { LocalizedText($0, in: options.language) }
        party.evidence = stated
        if let role { party.roles = [role] }
        model.parties.append(party)
        report.note(.mapped, type, Self.words("partij", "party"))
      }
    }
  }

  private mutating func readSites() {
    for object in objects.all("dcim.site") {
      let place = add(object, .site, named: object.text("name"))
      if let latitude = object.number("latitude"), let longitude = object.number("longitude") {
        model.components[place].position = Position(latitude: latitude, longitude: longitude)
      }
      let isPlaced = object.value("latitude") != nil || object.value("longitude") != nil
      if isPlaced, model.components[place].position == nil {
        report.note(
          .ignored, "site.latitude, site.longitude",
          Self.words("geen plek op aarde", "no place on earth"))
      }
      report.note(.mapped, object.key.type, Self.words("plaats", "site"))
    }
    let locations = objects.all("dcim.location")
    for object in locations {
      _ = add(object, .site, named: object.text("name"))
      report.note(
        .mapped, object.key.type,
        Self.words("plaats, in het gebouw of de ruimte erboven", "site, within the one above it"))
    }
    for object in locations {
      let outer =
        id(object.reference("parent", "dcim.location")) ?? id(object.reference("site", "dcim.site"))
      guard let own = id(object.key), let place = places[own] else { continue }
      share("site", outer, by: place)
    }
  }

  // MARK: - Devices

  /// The kinds of devices by words of their roles.
  private static let kinds: [(words: [String], kind: ComponentKind)] = [
    (["pdu", "ups", "power", "generator", "stroom", "aggregaat"], .power),
    (["server", "hypervisor", "host", "storage", "compute", "san", "nas"], .platform),
    (["clock", "ntp", "gps", "time"], .timeSource),
    (["panel", "patch", "paneel", "odf"], .facility),
  ]

  private func kind(ofRole role: String) -> ComponentKind? {
    let words = role.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let known = Self.kinds.first { entry in
      words.contains { word in entry.words.contains { word.hasPrefix($0) } }
    }
    if let known { return known.kind }
    let networked = ["router", "switch", "firewall", "access", "core", "edge", "distribution"]
    let isNetworked = words.contains { word in networked.contains { word.hasPrefix($0) } }
    return isNetworked ? .networkElement : nil
  }

  private mutating func readDevices() {
    for object in objects.all("dcim.device") {
      // The field was called otherwise before version 3.6.
      let field = object.value("role") == nil ? "device_role" : "role"
      let key = object.reference(field, "dcim.devicerole")
      let role = objects[key]?.text("name") ?? object.text(field) ?? ""
      let known = kind(ofRole: role)
      let place = add(object, known ?? .networkElement, named: object.text("name"))
      report.note(
        known == nil ? .guessed : .mapped, object.key.type,
        Self.words(
          "\((known ?? .networkElement).rawValue), naar zijn rol",
          "\((known ?? .networkElement).rawValue), by its role"))
      let site =
        id(object.reference("location", "dcim.location"))
        ?? id(object.reference("site", "dcim.site"))
      share("site", site, by: place)
      if let rack = object.reference("rack", "dcim.rack") {
        let name = objects[rack]?.text("name") ?? object.text("rack") ?? rack.number
        share("rack", ImportedNames.slug(of: "rack-\(rack.number)-\(name)"), by: place)
      }
      if object.value("virtual_chassis") != nil {
        report.note(
          .ignored, "device.virtual_chassis",
          Self.words(
            "zegt niet wat er zonder een lid gebeurt", "does not tell what a lost member does"))
      }
    }
  }

  private mutating func readVirtual() {
    for object in objects.all("virtualization.cluster") {
      let place = add(object, .platform, named: object.text("name"))
      share("site", site(ofCluster: object), by: place)
      report.note(.mapped, object.key.type, Self.words("platform", "platform"))
    }
    var hosts: [String: [String]] = [:]
    for device in objects.all("dcim.device") {
      guard let cluster = id(device.reference("cluster", "virtualization.cluster")),
        let host = id(device.key)
      else { continue }
      hosts[cluster, default: []].append(host)
    }
    for cluster in objects.all("virtualization.cluster") {
      guard let own = id(cluster.key), let members = hosts[own] else { continue }
      needOne(
        of: members, by: own,
        how: Self.words("Aangenomen: één host is genoeg.", "Assumed: one host is enough."))
      report.note(
        .guessed, "device.cluster", Self.words("één host is genoeg", "one host is enough"),
        count: members.count)
    }
    for object in objects.all("virtualization.virtualmachine") {
      let place = add(object, .platform, named: object.text("name"))
      let own = model.components[place].id
      let cluster = id(object.reference("cluster", "virtualization.cluster"))
      need(cluster ?? id(object.reference("device", "dcim.device")), by: own)
      report.note(
        .mapped, object.key.type, Self.words("platform op zijn cluster", "platform on its cluster"))
    }
  }
}
