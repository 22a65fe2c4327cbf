// Power, circuits, cables and contacts.

extension NetBoxReading {
  /// Power panels and feeds; what a device takes from them stands in its cables.
  mutating func readPower() {
    for object in objects.all("dcim.powerpanel") {
      let place = add(object, .power, named: object.text("name"))
      let site =
        id(object.reference("location", "dcim.location"))
        ?? id(object.reference("site", "dcim.site"))
      share("site", site, by: place)
      report.note(.mapped, object.key.type, Self.words("stroomvoorziening", "power"))
    }
    for object in objects.all("dcim.powerfeed") {
      let place = add(object, .power, named: object.text("name"))
      need(
        id(object.reference("power_panel", "dcim.powerpanel")), by: model.components[place].id)
      report.note(
        .mapped, object.key.type, Self.words("stroomgroep van zijn paneel", "feed of its panel"))
    }
  }

  /// Circuits: links where both ends are known, else services of their providers.
  mutating func readCircuits() {
    for object in objects.all("circuits.providernetwork") {
      let place = add(object, .service, named: object.text("name"))
      model.components[place].owner = id(object.reference("provider", "circuits.provider"))
      report.note(
        .mapped, object.key.type,
        Self.words("dienst; wat die vereist is onbekend", "service; what it requires is unknown"))
    }
    var ends: [NetBoxObject.Key: [String]] = [:]
    for object in objects.all("circuits.circuittermination") {
      guard let circuit = object.reference("circuit", "circuits.circuit"),
        let id = deviceAtCircuit[object.key] ?? id(end(of: object))
      else {
        report.note(.ignored, object.key.type, Self.words("zonder plaats", "without a place"))
        continue
      }
      guard objects[circuit] != nil else {
        report.note(
          .ignored, object.key.type,
          Self.words("circuit niet in gebruik of niet bekend", "circuit not in use or not known"))
        continue
      }
      ends[circuit, default: []].append(id)
      report.note(.mapped, object.key.type, Self.words("eind van een circuit", "end of a circuit"))
    }
    for object in objects.all("circuits.circuit") {
      let joined = ends[object.key] ?? []
      let isLink = joined.count == 2 && joined[0] != joined[1]
      let place = add(object, isLink ? .link : .service, named: object.text("cid"))
      let provider = id(object.reference("provider", "circuits.provider"))
      model.components[place].operator = provider
      if model.components[place].owner == nil { model.components[place].owner = provider }
      if isLink {
        model.components[place].ends = joined
        report.note(.mapped, object.key.type, Self.words("verbinding", "link"))
      } else {
        report.note(
          .mapped, object.key.type,
          Self.words(
            "dienst: een eind is niet bekend", "service: one of its ends is not known"))
      }
    }
    readCircuitGroups()
  }

  /// Where a circuit ends: a site, a location, or another provider's network.
  private func end(of object: NetBoxObject) -> NetBoxObject.Key? {
    object.generic(type: "termination_type", number: "termination_id")
      ?? object.reference("site", "dcim.site")
      ?? object.reference("provider_network", "circuits.providernetwork")
  }

  /// Circuits of one group stand in for each other: that is what groups are made for.
  private mutating func readCircuitGroups() {
    let order = ["primary", "secondary", "tertiary"]
    var members: [NetBoxObject.Key: [(rank: Int, id: String)]] = [:]
    for object in objects.all("circuits.circuitgroupassignment") {
      let circuit =
        object.generic(type: "member_type", number: "member_id")
        ?? object.reference("circuit", "circuits.circuit")
      guard let group = object.reference("group", "circuits.circuitgroup"), let id = id(circuit)
      else {
        report.note(.ignored, object.key.type, Self.words("zonder circuit", "without a circuit"))
        continue
      }
      let priority = object.text("priority") ?? ""
      guard priority != "inactive" else {
        report.note(.ignored, object.key.type, Self.words("niet in gebruik", "inactive"))
        continue
      }
      members[group, default: []].append((order.firstIndex(of: priority) ?? order.count, id))
      report.note(
        .guessed, object.key.type,
        Self.words("alternatief binnen zijn groep", "alternative within its group"))
    }
    for object in objects.all("circuits.circuitgroup") {
      guard let circuits = members[object.key] else { continue }
      let place = add(object, .service, named: object.text("name"))
      let sorted = circuits.enumerated().sorted {
        ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
      }
      needOne(
        of: sorted.map(\.element.id), by: model.components[place].id,
        how: Self.words(
          "Aangenomen: circuits van één groep vervangen elkaar.",
          "Assumed: circuits of one group stand in for each other."))
      report.note(
        .mapped, object.key.type,
        Self.words("dienst over zijn circuits", "service over its circuits"))
    }
  }

  // MARK: - Cables

  /// Links between devices, and what devices take from feeds and from other devices' outlets.
  mutating func readCables() {
    var sources: [String: [String]] = [:]
    var sourceOrder: [String] = []
    for way in ways {
      guard !way.panels.contains(where: outOfUse.contains) else {
        report.note(
          .ignored, "dcim.cable",
          Self.words("door een paneel dat niet in gebruik is", "through a panel not in use"),
          count: way.cables.count)
        continue
      }
      let types = way.ends.map(\.type)
      if types.contains("dcim.powerport") {
        let port = types[0] == "dcim.powerport" ? 0 : 1
        guard let device = device(of: way.ends[port]),
          let source = source(of: way.ends[1 - port]), device != source
        else {
          report.note(
            .ignored, "dcim.cable", Self.words("stroom van onbekend", "power from unknown"),
            count: way.cables.count)
          continue
        }
        if sources[device] == nil { sourceOrder.append(device) }
        sources[device, default: []].append(source)
        report.note(
          .mapped, "dcim.cable", Self.words("stroom", "power"), count: way.cables.count)
        continue
      }
      guard !types.contains("circuits.circuittermination") else {
        report.note(
          .mapped, "dcim.cable", Self.words("eind van een circuit", "end of a circuit"),
          count: way.cables.count)
        continue
      }
      guard let first = device(of: way.ends[0]), let second = device(of: way.ends[1]),
        first != second
      else {
        report.note(
          .ignored, "dcim.cable",
          Self.words("eindigt niet op twee apparaten", "does not end at two devices"),
          count: way.cables.count)
        continue
      }
      addLink(way, between: [first, second])
    }
    for device in sourceOrder { takePower(sources[device] ?? [], by: device) }
  }

  private mutating func takePower(_ sources: [String], by device: String) {
    needOne(
      of: sources, by: device,
      how: Self.words(
        "Aangenomen: elke voeding is alleen genoeg.", "Assumed: each supply alone is enough."))
    guard Set(sources).count > 1 else { return }
    report.note(
      .guessed, "dcim.powerport",
      Self.words("voedingen vervangen elkaar", "supplies stand in for each other"))
  }

  private mutating func addLink(_ way: NetBoxCables.Way, between ends: [String]) {
    guard let first = way.cables.first, let object = objects[first] else { return }
    let wish =
      object.text("label") ?? way.cables.map { "cable-\($0.number)" }.joined(separator: "-")
    var component = Component(
      id: names.makeID(of: way.ends.map(\.external).joined(separator: " "), in: "way", from: wish))
    component.kind = .link
    component.name = object.text("label").map { LocalizedText($0, in: options.language) }
    component.evidence = stated
    component.ends = ends
    // A cable that splits goes to several ports, and can be the name of one way only.
    if namedCables.insert(first).inserted {
      component.external = [ExternalID(register: "netbox", id: first.external)]
    }
    places[component.id] = model.components.count
    model.components.append(component)
    let place = model.components.count - 1
    // What several ways may lie in: the cables between panels.
    for cable in way.cables.dropFirst().dropLast() {
      share("cable-\(cable.number)", "cable-\(cable.number)", by: place)
    }
    var seen: Set<String> = []
    for panel in way.panels.compactMap({ id($0) }) where seen.insert(panel).inserted {
      need(panel, by: component.id)
    }
    report.note(
      .mapped, "dcim.cable",
      way.panels.isEmpty
        ? Self.words("verbinding", "link")
        : Self.words("verbinding door panelen", "link through panels"), count: way.cables.count)
  }

  /// Finds the ways, and which devices circuits end at.
  mutating func readWays() {
    let cables = NetBoxCables(objects, outOfUse: outOfUse)
    ways = cables.ways()
    deviceOfPort = cables.devices
    for way in ways where !way.panels.contains(where: outOfUse.contains) {
      for side in [0, 1] where way.ends[side].type == "circuits.circuittermination" {
        deviceAtCircuit[way.ends[side]] = device(of: way.ends[1 - side])
      }
    }
    reportUnused(cables)
  }

  /// Says of which cables and ends of cables nothing was made.
  private mutating func reportUnused(_ cables: NetBoxCables) {
    let unused = cables.unused(by: ways)
    let ends: [(count: Int, why: LocalizedText)] = [
      (cables.untold, Self.words("soort aansluiting niet te zien", "kind of port not told")),
      (cables.strays, Self.words("kabel niet bekend", "cable not known")),
      (cables.doubled, Self.words("aansluiting al bezet", "port taken already")),
      (
        unused.ends,
        Self.words("verder eind van een gesplitste kabel", "further end of a cable that splits")
      ),
    ]
    for (count, why) in ends where count > 0 {
      report.note(.ignored, "dcim.cabletermination", why, count: count)
    }
    let lost: [(count: Int, why: LocalizedText)] = [
      (unused.openCables, Self.words("een eind is niet bekend", "an end is not known")),
      (
        unused.idleCables,
        Self.words(
          "eindigt in een paneel of in een kring", "ends in a panel, or leads in a circle")
      ),
    ]
    for (count, why) in lost where count > 0 {
      report.note(.ignored, "dcim.cable", why, count: count)
    }
  }

  /// The component of the device that a port belongs to.
  private func device(of port: NetBoxObject.Key) -> String? {
    id(objects[port]?.reference("device", "dcim.device") ?? deviceOfPort[port])
  }

  /// What power comes from: a feed, or the device that an outlet is of.
  private func source(of port: NetBoxObject.Key) -> String? {
    port.type == "dcim.powerfeed" ? id(port) : device(of: port)
  }

  // MARK: - Contacts and the rest

  /// Contacts, with the parties that they were assigned to.
  mutating func readContacts() {
    var assigned: [NetBoxObject.Key: [(rank: Int, contact: NetBoxObject.Key)]] = [:]
    var parties: [NetBoxObject.Key: String] = [:]
    let order = ["primary", "secondary", "tertiary"]
    for object in objects.all("tenancy.contactassignment") {
      let target =
        object.generic(type: "object_type", number: "object_id")
        ?? object.generic(type: "content_type", number: "object_id")
      guard let contact = object.reference("contact", "tenancy.contact"), let target else {
        report.note(
          .ignored, object.key.type, Self.words("waarvoor is niet te zien", "for what is not told"))
        continue
      }
      let rank = order.firstIndex(of: object.text("priority") ?? "") ?? order.count
      assigned[target, default: []].append((rank, contact))
      let party = partyOf(target)
      if parties[contact] == nil { parties[contact] = party }
      report.note(
        party == nil ? .ignored : .mapped, object.key.type,
        party == nil
          ? Self.words("hoort bij geen partij", "belongs to no party")
          : Self.words("contactpersoon van een partij", "contact of a party"))
    }
    for object in objects.all("tenancy.contact") {
      var contact = Contact(id: makeID(object, object.text("name")))
      contact.name = object.text("name").map { LocalizedText($0, in: options.language) }
      contact.party = parties[object.key]
      contact.note = reachability(of: object)
      model.contacts.append(contact)
      report.note(.mapped, object.key.type, Self.words("contactpersoon", "contact"))
    }
    for target in assigned.keys.sorted() {
      let ranked = (assigned[target] ?? []).enumerated()
        .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
      for (first, second) in zip(ranked, ranked.dropFirst()) where first.rank < second.rank {
        guard let place = model.contacts.firstIndex(where: { $0.id == id(first.contact) }),
          model.contacts[place].deputy == nil, let deputy = id(second.contact),
          model.contacts[place].id != deputy
        else { continue }
        model.contacts[place].deputy = deputy
      }
    }
  }

  /// The party that an object is, or is of.
  private func partyOf(_ key: NetBoxObject.Key) -> String? {
    if key.type == "tenancy.tenant" || key.type == "circuits.provider" { return id(key) }
    guard let object = objects[key] else { return nil }
    return id(object.reference("tenant", "tenancy.tenant"))
      ?? id(object.reference("provider", "circuits.provider"))
  }

  private func reachability(of object: NetBoxObject) -> LocalizedText? {
    let parts = ["title", "phone", "email"].compactMap { object.text($0) }
    return parts.isEmpty ? nil : LocalizedText(parts.joined(separator: ", "), in: options.language)
  }

  /// Says of everything else that it was left.
  mutating func reportRest() {
    let taken: Set<String> = [
      "tenancy.tenant", "circuits.provider", "dcim.site", "dcim.location", "dcim.device",
      "virtualization.cluster", "virtualization.virtualmachine", "dcim.powerpanel",
      "dcim.powerfeed", "circuits.providernetwork", "circuits.circuittermination",
      "circuits.circuit", "circuits.circuitgroup", "circuits.circuitgroupassignment",
      "dcim.cable", "dcim.cabletermination", "tenancy.contact", "tenancy.contactassignment",
    ]
    let aids: Set<String> = [
      "dcim.devicerole", "dcim.interface", "dcim.frontport", "dcim.rearport", "dcim.powerport",
      "dcim.poweroutlet", "dcim.rack", "dcim.consoleport", "dcim.consoleserverport",
    ]
    for type in objects.byType.keys.sorted() where !taken.contains(type) {
      let count = objects.all(type).count
      if aids.contains(type) {
        report.note(
          .mapped, type, Self.words("als hulp bij het lezen", "as an aid to reading"), count: count)
      } else {
        report.note(
          .ignored, type, Self.words("zegt niets over uitval", "says nothing of failure"),
          count: count)
      }
    }
  }
}
