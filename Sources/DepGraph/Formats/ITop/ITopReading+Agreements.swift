// Contracts with their targets, and contacts.

extension ITopReading {
  /// Contracts of customers and of providers.
  mutating func readAgreements() {
    let windows = coverage()
    for (type, isOfProvider) in [("CustomerContract", false), ("ProviderContract", true)] {
      for object in objects.all(type) {
        var contract = Contract(id: makeID(object))
        contract.name = text(object.value("name"))
        contract.kind = isOfProvider ? .uc : .sla
        contract.provider = id(object, "provider_id", in: ["Organization"])
        contract.customer = id(object, "org_id", in: ["Organization"])
        contract.validFrom = day(object, "start_date")
        contract.validUntil = day(object, "end_date")
        contract.evidence = stated
        contract.place = object.place
        contract.note = text(object.value("description"))
        if let window = objects.object(
          object.references["coveragewindow_id"], in: ["CoverageWindow"])
        {
          contract.serviceWindow = windows[window.key] ?? .always
        }
        model.contracts.append(contract)
        report.note(.mapped, type, Self.words("overeenkomst", "contract"))
      }
    }
    takeServices(windows)
    cover("lnkFunctionalCIToProviderContract", "providercontract_id", "functionalci_id")
    for object in objects.all("lnkCustomerContractToProviderContract") {
      guard let place = contract(object, "customercontract_id"),
        let backing = id(object, "providercontract_id", in: ["ProviderContract"])
      else { continue }
      if !model.contracts[place].backedBy.contains(backing) {
        model.contracts[place].backedBy.append(backing)
      }
      report.note(.mapped, object.type, Self.words("steunt op", "is backed by"))
    }
  }

  private mutating func contract(_ object: ITopObject, _ attribute: String) -> Int? {
    let id = id(object, attribute, in: ["CustomerContract", "ProviderContract"])
    return id.flatMap { id in model.contracts.firstIndex { $0.id == id } }
  }

  /// What contracts of customers are on, and the times that their service levels promise.
  private mutating func takeServices(_ windows: [String: WeeklyHours]) {
    cover("lnkCustomerContractToService", "customercontract_id", "service_id")
    let targets = targetsByAgreement()
    for object in objects.all("lnkCustomerContractToService") {
      guard let place = contract(object, "customercontract_id") else { continue }
      if let level = objects.object(object.references["sla_id"], in: ["SLA"]) {
        for target in targets[level.key] ?? []
        where !model.contracts[place].targets.contains(target) {
          model.contracts[place].targets.append(target)
        }
      }
      let window = objects.object(object.references["coveragewindow_id"], in: ["CoverageWindow"])
      if let window, model.contracts[place].serviceWindow == .always {
        model.contracts[place].serviceWindow = windows[window.key] ?? .always
      }
    }
  }

  private mutating func cover(_ type: String, _ own: String, _ covered: String) {
    for object in objects.all(type) {
      guard let place = contract(object, own),
        let component = id(object, covered, in: Self.types(of: covered)),
        case .selectors(let selectors) = model.contracts[place].covers
      else { continue }
      if !selectors.contains(component) {
        model.contracts[place].covers = .selectors(selectors + [component])
      }
      report.note(.mapped, type, Self.words("dekt dat", "covers that"))
    }
  }

  /// The times that each agreement on service levels promises, by priority.
  private mutating func targetsByAgreement() -> [String: [ServiceTarget]] {
    var targets: [String: [ServiceTarget]] = [:]
    for link in objects.all("lnkSLAToSLT") {
      guard let agreement = objects.object(link.references["sla_id"], in: ["SLA"]),
        let level = objects.object(link.references["slt_id"], in: ["SLT"]),
        let promised = target(level)
      else { continue }
      var list = targets[agreement.key] ?? []
      if let known = list.firstIndex(where: { $0.priority == promised.priority }) {
        list[known].respondWithin = list[known].respondWithin ?? promised.respondWithin
        list[known].restoreWithin = list[known].restoreWithin ?? promised.restoreWithin
      } else {
        list.append(promised)
      }
      targets[agreement.key] = list
    }
    return targets.mapValues { $0.sorted { ($0.priority ?? 99) < ($1.priority ?? 99) } }
  }

  /// The time that one level promises; nil: it is on requests, or cannot be read.
  private mutating func target(_ level: ITopObject) -> ServiceTarget? {
    let request = ITopWords.bare(level.value("request_type") ?? "incident")
    guard request == "incident" else {
      report.note(.ignored, "SLT", Self.words("geldt voor verzoeken", "is on requests"))
      return nil
    }
    let unit = ITopWords.bare(level.value("unit") ?? "minutes")
    let units = [
      "minutes": 60.0, "minuten": 60, "minute": 60, "hours": 3600, "uren": 3600, "uur": 3600,
      "days": 86_400, "dagen": 86_400,
    ]
    guard let written = level.value("value"),
      let value = Double(decimal: written.replacing(",", with: ".")), let length = units[unit],
      let span = TimeSpan(seconds: value * length)
    else {
      diagnostics.append(
        Diagnostic(
          .badValue, "this level promises no time that can be read", at: level.place,
          id: level.value("name"), hint: "`value` is a number, `unit` is `minutes` or `hours`"))
      return nil
    }
    var target = ServiceTarget()
    target.evidence = stated
    target.priority = level.value("priority").flatMap { priority($0) }
    switch ITopWords.bare(level.value("metric") ?? "") {
    case "tto": target.respondWithin = span
    case "ttr": target.restoreWithin = span
    default:
      report.note(.ignored, "SLT", Self.words("andere maat", "another metric"))
      return nil
    }
    report.note(.mapped, "SLT", Self.words("toegezegde tijd", "time promised"))
    return target
  }

  /// The number of a priority that is written as a number or as a word.
  private func priority(_ text: String) -> Int? {
    if let number = Int(digits: text) { return number }
    let words = [
      ["critical", "kritiek"], ["high", "hoog"], ["medium", "normaal"], ["low", "laag"],
    ]
    return words.firstIndex { $0.contains(ITopWords.bare(text)) }.map { $0 + 1 }
  }

  /// The hours of each window of coverage.
  private mutating func coverage() -> [String: WeeklyHours] {
    var windows: [String: [WeeklyHours.Window]] = [:]
    let days = [
      ["monday", "maandag"], ["tuesday", "dinsdag"], ["wednesday", "woensdag"],
      ["thursday", "donderdag"], ["friday", "vrijdag"], ["saturday", "zaterdag"],
      ["sunday", "zondag"],
    ]
    let zone = ZoneOffsets.named("Europe/Amsterdam") ?? .utc
    for object in objects.all("CoverageWindowInterval") {
      let reference =
        object.references["coverage_window_id"] ?? object.references["coveragewindow_id"]
      guard let window = objects.object(reference, in: ["CoverageWindow"]) else { continue }
      let word = ITopWords.bare(object.value("weekday") ?? "")
      guard let day = days.firstIndex(where: { $0.contains(word) }),
        let from = minutes(object.value("start_time")), let to = minutes(object.value("end_time"))
      else {
        diagnostics.append(
          Diagnostic(.badValue, "this row tells no hours of a day", at: object.place))
        continue
      }
      guard let open = WeeklyHours.Window(days: [day + 1], from: from, to: to, zone: zone) else {
        report.note(.ignored, object.type, Self.words("leeg venster", "empty window"))
        continue
      }
      windows[window.key, default: []].append(open)
      report.note(.mapped, object.type, Self.words("uren", "hours"))
    }
    return windows.mapValues { .windows($0) }
  }

  /// The minutes of a day of `8`, `8.5`, `08:30`.
  private func minutes(_ text: String?) -> Int? {
    guard let text else { return nil }
    let parts = text.split(separator: ":").map(String.init)
    if parts.count >= 2, let hour = Int(digits: parts[0]), let minute = Int(digits: parts[1]),
      hour <= 24, minute < 60
    {
      return min(hour * 60 + minute, 1440)
    }
    guard let hours = Double(decimal: text.replacing(",", with: ".")), (0.0...24).contains(hours)
    else { return nil }
    return Int((hours * 60).rounded())
  }

  /// A day, of a day or of a day with a time.
  private mutating func day(_ object: ITopObject, _ attribute: String) -> CalendarDate? {
    guard let text = object.value(attribute) else { return nil }
    let parts = text.prefix(10).split { $0 == "-" || $0 == "/" }.map(String.init)
    let isTurned = parts.count == 3 && parts[2].utf8.count == 4
    let padded = (isTurned ? parts.reversed() : parts).map { $0.utf8.count == 1 ? "0" + $0 : $0 }
    if let day = CalendarDate(text: padded.joined(separator: "-")) { return day }
    diagnostics.append(
      Diagnostic(
        .badValue, "`\(text)` is no day", at: object.values[attribute]?.place,
        id: object.value("name"), hint: "such as 2026-11-26 or 26-11-2026"))
    return nil
  }

  // MARK: - Contacts and the rest

  /// People and teams.
  mutating func readContacts() {
    for type in ["Person", "Team"] {
      for object in objects.all(type) {
        var contact = Contact(id: makeID(object))
        let name = [object.value("first_name"), object.value("name")].compactMap { $0 }
        contact.name = text(name.joined(separator: " "))
        contact.party = id(object, "org_id", in: ["Organization"])
        let lines = ["function", "phone", "mobile_phone", "email"].compactMap { object.value($0) }
        contact.note = lines.isEmpty ? nil : text(lines.joined(separator: ", "))
        model.contacts.append(contact)
        report.note(.mapped, type, Self.words("contactpersoon", "contact"))
      }
    }
  }

  /// Says of everything else that it was left.
  mutating func reportRest() {
    let left = [
      "lnkContactToContract", "lnkContactToFunctionalCI", "lnkContactToService", "lnkPersonToTeam",
    ]
    for type in left where !objects.all(type).isEmpty {
      report.note(
        .ignored, type,
        Self.words(
          "een contactpersoon hoort bij een partij", "a contact belongs to a party"),
        count: objects.all(type).count)
    }
    for (type, count) in objects.unknownClasses.sorted(by: { $0.key < $1.key }) {
      report.note(
        .ignored, type, Self.words("onbekende klasse", "unknown class"), count: count)
    }
    let taken: Set<String> = [
      "id", "name", "friendlyname", "finalclass", "description", "redundancy", "connection_type",
      "first_name", "function", "email", "phone", "mobile_phone", "priority", "request_type",
      "metric", "value", "unit", "start_date", "end_date", "weekday", "start_time", "end_time",
    ]
    var others: [String: Int] = [:]
    for object in objects.objects {
      for attribute in object.values.keys where !taken.contains(attribute) {
        others["\(object.type).\(attribute)", default: 0] += 1
      }
    }
    for (attribute, count) in others.sorted(by: { $0.key < $1.key }) {
      report.note(
        .ignored, attribute, Self.words("zegt niets over uitval", "says nothing of failure"),
        count: count)
    }
  }
}
