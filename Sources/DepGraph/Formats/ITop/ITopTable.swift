/// The rows of one file that iTop exported, by the codes of attributes.
struct ITopObject {
  /// What identifies another object in a cell: an attribute of it, and its value.
  struct Reference {
    let attribute: String
    let value: String
    let place: SourcePlace
  }

  /// The class, such as `Server`.
  let type: String
  /// The values of attributes.
  var values: [String: DelimitedTable.Cell] = [:]
  /// What the attributes that are keys refer to.
  var references: [String: Reference] = [:]
  let place: SourcePlace

  /// The value of an attribute; nil: empty, or no such column.
  func value(_ attribute: String) -> String? {
    guard let text = values[attribute]?.text.trimmed, !text.isEmpty else { return nil }
    return text
  }

  /// The number that iTop knows it by, or its name where there is no number.
  var key: String { value("id") ?? value("name") ?? value("friendlyname") ?? "" }

  /// Its id as it is kept: `Server/12`.
  var external: String { "\(type)/\(key)" }
}

/// What files and columns of iTop are called.
enum ITopWords {
  /// The classes that mean something here, with their labels in English and Dutch.
  static let classes: [(code: String, labels: [String])] = [
    ("Organization", ["organisatie"]), ("Location", ["locatie"]), ("Person", ["persoon"]),
    ("Team", []), ("Server", []), ("VirtualMachine", ["virtuelemachine"]), ("Hypervisor", []),
    ("Farm", []), ("NetworkDevice", ["netwerkapparaat"]),
    ("StorageSystem", ["opslagsysteem"]), ("SANSwitch", []), ("NAS", []), ("TapeLibrary", []),
    ("PDU", []), ("PowerSource", ["stroombron"]), ("Rack", []), ("Enclosure", []),
    ("ApplicationSolution", ["applicatieoplossing"]), ("BusinessProcess", ["bedrijfsproces"]),
    ("DBServer", ["databaseserver"]), ("WebServer", ["webserver"]), ("Middleware", []),
    ("OtherSoftware", ["anderesoftware"]), ("PCSoftware", []),
    ("DatabaseSchema", ["databaseschema"]), ("WebApplication", ["webapplicatie"]),
    ("MiddlewareInstance", []), ("LogicalVolume", ["logischvolume"]), ("PC", []),
    ("Service", ["dienst"]), ("SLA", []), ("SLT", []),
    ("CustomerContract", ["klantcontract"]), ("ProviderContract", ["leverancierscontract"]),
    ("CoverageWindow", ["dekkingsvenster"]), ("CoverageWindowInterval", []),
    ("lnkApplicationSolutionToFunctionalCI", []),
    ("lnkApplicationSolutionToBusinessProcess", []), ("lnkFunctionalCIToService", []),
    ("lnkConnectableCIToNetworkDevice", []), ("lnkServerToVolume", []),
    ("lnkVirtualDeviceToVolume", []), ("lnkDatacenterDeviceToSan", []), ("lnkSLAToSLT", []),
    ("lnkCustomerContractToService", []), ("lnkFunctionalCIToProviderContract", []),
    ("lnkCustomerContractToProviderContract", []), ("lnkContactToContract", []),
    ("lnkContactToFunctionalCI", []), ("lnkContactToService", []), ("lnkPersonToTeam", []),
  ]

  /// The codes of attributes by their labels in English and Dutch, bare of all but letters.
  private static let attributes: [String: String] = [
    "name": "name", "naam": "name", "fullname": "friendlyname", "volledigenaam": "friendlyname",
    "description": "description", "omschrijving": "description", "organization": "org_id",
    "organisatie": "org_id", "location": "location_id", "locatie": "location_id",
    "customer": "org_id", "klant": "org_id", "provider": "provider_id",
    "leverancier": "provider_id", "parent": "parent_id", "moeder": "parent_id",
    "redundancy": "redundancy", "redundantie": "redundancy",
    "impactanalysisconfigurationoftheredundancy": "redundancy",
    "impactanalyseconfiguratievanderedundantie": "redundancy",
    "highavailability": "redundancy", "hogebeschikbaarheid": "redundancy",
    "powerasource": "powerA_id", "stroombrona": "powerA_id", "powerbsource": "powerB_id",
    "stroombronb": "powerB_id", "powerstart": "powerstart_id", "rack": "rack_id",
    "enclosure": "enclosure_id", "server": "server_id", "farm": "farm_id",
    "virtualhost": "virtualhost_id", "virtuelehost": "virtualhost_id", "system": "system_id",
    "systeem": "system_id", "dbserver": "dbserver_id", "databaseserver": "dbserver_id",
    "webserver": "webserver_id", "middleware": "middleware_id",
    "storagesystem": "storagesystem_id", "opslagsysteem": "storagesystem_id",
    "applicationsolution": "applicationsolution_id",
    "applicatieoplossing": "applicationsolution_id", "functionalci": "functionalci_id",
    "ci": "functionalci_id", "businessprocess": "businessprocess_id",
    "bedrijfsproces": "businessprocess_id", "service": "service_id", "dienst": "service_id",
    "networkdevice": "networkdevice_id", "netwerkapparaat": "networkdevice_id",
    "connecteddevice": "connectableci_id", "verbondenapparaat": "connectableci_id",
    "connectiontype": "connection_type", "soortverbinding": "connection_type", "sla": "sla_id",
    "slt": "slt_id", "customercontract": "customercontract_id",
    "klantcontract": "customercontract_id", "providercontract": "providercontract_id",
    "leverancierscontract": "providercontract_id", "coveragewindow": "coveragewindow_id",
    "dekkingsvenster": "coveragewindow_id", "priority": "priority", "prioriteit": "priority",
    "requesttype": "request_type", "soortverzoek": "request_type", "metric": "metric",
    "meeteenheid": "metric", "value": "value", "waarde": "value", "unit": "unit",
    "eenheid": "unit", "startdate": "start_date", "startdatum": "start_date",
    "enddate": "end_date", "einddatum": "end_date", "firstname": "first_name",
    "voornaam": "first_name", "function": "function", "functie": "function", "email": "email",
    "phone": "phone", "telefoon": "phone", "mobilephone": "mobile_phone",
    "mobiel": "mobile_phone", "contact": "contact_id", "person": "person_id",
    "persoon": "person_id", "team": "team_id", "status": "status", "weekday": "weekday",
    "weekdag": "weekday", "starttime": "start_time", "begintijd": "start_time",
    "endtime": "end_time", "eindtijd": "end_time", "idprimarykey": "id", "idprimairesleutel": "id",
    "cisubclass": "finalclass", "subklasseci": "finalclass",
  ]

  /// A text without all but letters, in small ones.
  static func bare(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter })
  }

  /// The class of a code or label.
  static func type(of text: String) -> String? {
    let bare = bare(text)
    return classes.first { Self.bare($0.code) == bare || $0.labels.contains(bare) }?.code
  }

  /// The code of an attribute, from a code or a label.
  static func attribute(of text: String) -> String {
    // A code has an underscore, or is a word that is no label of another.
    if text.contains("_") { return text }
    return attributes[bare(text)] ?? text
  }
}

/// All objects of the files, by what other objects call them.
struct ITopObjects {
  private(set) var objects: [ITopObject] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var texts: [String: String] = [:]
  private var byAttribute: [String: [Int]] = [:]
  private var seen: [String: SourcePlace] = [:]
  /// How many rows there are of classes that mean nothing here.
  private(set) var unknownClasses: [String: Int] = [:]

  private static let mostTold = 1000

  /// The objects of a class.
  func all(_ type: String) -> [ITopObject] { objects.filter { $0.type == type } }

  /// Reads a file: one class, which its name tells or the column of subclasses.
  mutating func read(_ file: InputFile) {
    guard let text = file.text(&diagnostics) else { return }
    texts[file.name] = text
    var flaws: [Diagnostic] = []
    let table = DelimitedTable(text, file: file.name) { code, message, place in
      if flaws.count < Self.mostTold { flaws.append(Diagnostic(code, message, at: place)) }
    }
    diagnostics += flaws
    guard let header = table.rows.first else {
      diagnostics.append(
        Diagnostic(
          .emptyFile, "the table holds nothing",
          at: SourcePlace(file: file.name, line: 1, column: 1)))
      return
    }
    let columns = header.map { Column($0.text) }
    let stem = file.name.split(separator: "/").last.map(String.init) ?? file.name
    let letters = stem.prefix { $0 != "." && $0 != "_" && $0 != "(" && !$0.isNumber }
    let type = ITopWords.type(of: String(letters))
    guard type != nil || columns.contains(where: { $0.attribute == "finalclass" }) else {
      unknownClasses[String(letters), default: 0] += table.rows.count - 1
      diagnostics.append(
        Diagnostic(
          .notUnderstood, "no class of iTop is called `\(letters)`; the file is not read",
          at: header.first?.place,
          hint: "name the file after its class, such as Server.csv, or export `finalclass` too"))
      return
    }
    for row in table.rows.dropFirst() { add(row, columns, header, type) }
  }

  /// A column: an attribute, and of a key the attribute of the other object.
  private struct Column {
    let attribute: String
    let of: String?

    init(_ header: String) {
      let bare = header.trimmed.replacing("*", with: "")
      let parts = bare.split(separator: "->", maxSplits: 1).map { String($0).trimmed }
      var attribute = ITopWords.attribute(of: parts.first ?? "")
      var of = parts.count == 2 ? ITopWords.attribute(of: parts[1]) : nil
      // `server_name` is the name of what `server_id` refers to.
      if of == nil, attribute.hasSuffix("_name"), attribute != "first_name" {
        attribute = attribute.dropLast(5) + "_id"
        of = "name"
      }
      if attribute == "organization_id" { attribute = "org_id" }
      self.attribute = attribute
      self.of = of ?? (attribute.hasSuffix("_id") ? "" : nil)
    }
  }

  private mutating func add(
    _ row: [DelimitedTable.Cell], _ columns: [Column], _ header: [DelimitedTable.Cell],
    _ fileType: String?
  ) {
    guard let first = row.first else { return }
    // A file that was cut off ends with a row that is too short; empty cells beyond say nothing.
    let hasBeyond = row.dropFirst(columns.count).contains { !$0.text.trimmed.isEmpty }
    if row.count < columns.count || hasBeyond {
      return complain(
        .badValue, "this row has \(row.count) cells where the header has \(columns.count)",
        first.place)
    }
    let subclass = zip(columns, row).first { $0.0.attribute == "finalclass" }?.1.text
    guard let type = subclass.flatMap(ITopWords.type) ?? (subclass == nil ? fileType : nil) else {
      unknownClasses[subclass ?? "?", default: 0] += 1
      return
    }
    var object = ITopObject(type: type, place: first.place)
    for (column, cell) in zip(columns, row) where !cell.text.trimmed.isEmpty {
      let text = cell.text.trimmed
      if let of = column.of {
        // A number by itself is the other's, else it is called by its name.
        let attribute = of.isEmpty ? (text.allSatisfy(\.isNumber) ? "id" : "name") : of
        if text == "0", attribute == "id" { continue }
        object.references[column.attribute] = .init(
          attribute: attribute, value: text, place: cell.place)
      } else {
        object.values[column.attribute] = cell
      }
    }
    add(object)
  }

  private mutating func add(_ object: ITopObject) {
    if !object.type.hasPrefix("lnk"), object.type != "CoverageWindowInterval" {
      guard !object.key.isEmpty else {
        return complain(.missingKey, "an object needs `id` or `name`", object.place)
      }
      if let first = seen[object.external], object.value("id") != nil {
        return complain(
          .duplicateID, "`\(object.external)` stands here again (first in line \(first.line))",
          object.place)
      }
      seen[object.external] = object.place
    }
    for attribute in ["id", "name", "friendlyname"] {
      guard let value = object.value(attribute) else { continue }
      byAttribute["\(attribute)=\(value)", default: []].append(objects.count)
    }
    if let first = object.value("first_name"), let last = object.value("name") {
      byAttribute["friendlyname=\(first) \(last)", default: []].append(objects.count)
      byAttribute["name=\(first) \(last)", default: []].append(objects.count)
    }
    objects.append(object)
  }

  private mutating func complain(_ code: DiagnosticCode, _ message: String, _ place: SourcePlace) {
    guard diagnostics.count < Self.mostTold else { return }
    diagnostics.append(Diagnostic(code, message, at: place))
  }

  /// The object of some classes that an attribute refers to; nil: none, or several.
  func object(_ reference: ITopObject.Reference?, in types: Set<String>) -> ITopObject? {
    guard let reference else { return nil }
    let attributes =
      reference.attribute == "name" ? ["name", "friendlyname"] : [reference.attribute]
    for attribute in attributes {
      let found = (byAttribute["\(attribute)=\(reference.value)"] ?? []).filter {
        types.contains(objects[$0].type)
      }
      if found.count == 1 { return objects[found[0]] }
    }
    return nil
  }
}
