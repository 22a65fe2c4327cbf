import Testing

@testable import DepGraph

/// What NetBox records and what is not there, not known or not to be used.
@Suite struct NetBoxCareTests {
  private func read(_ objects: [String], _ others: [String] = []) throws -> ImportedModel {
    let all = objects + others
    let text = "[\(all.joined(separator: ",\n"))]"
    let file = InputFile(text: text, name: "n.json", limit: NetBoxObjects.greatestSize)
    return try NetBoxReader().read([file], options: ImportOptions())
  }

  private func object(_ type: String, _ number: Int, _ fields: String = "") -> String {
    "{\"model\": \"\(type)\", \"pk\": \(number), \"fields\": {\(fields)}}"
  }

  private func device(_ number: Int, _ name: String, role: Int = 1, _ status: String) -> String {
    object(
      "dcim.device", number,
      "\"name\": \"\(name)\", \"role\": \(role), \"site\": 1, \"status\": \"\(status)\"")
  }

  private func cable(_ number: Int, _ status: String) -> String {
    object("dcim.cable", number, "\"status\": \"\(status)\"")
  }

  private func end(
    _ number: Int, of cable: Int, _ side: String, _ type: String, _ port: Int
  )
    -> String
  {
    object(
      "dcim.cabletermination", number,
      "\"cable\": \(cable), \"cable_end\": \"\(side)\", \"termination_type\": [\"dcim\", "
        + "\"\(type)\"], \"termination_id\": \(port)")
  }

  private func interface(_ number: Int, of device: Int) -> String {
    object("dcim.interface", number, "\"device\": \(device), \"name\": \"e\(number)\"")
  }

  private var ground: [String] {
    [
      object("dcim.site", 1, "\"name\": \"Hal\""),
      object("dcim.devicerole", 1, "\"name\": \"Router\""),
      object("dcim.devicerole", 2, "\"name\": \"Server\""),
      device(1, "r1", "active"), device(2, "r2", "active"),
      interface(1, of: 1), interface(2, of: 2), interface(3, of: 1), interface(4, of: 2),
    ]
  }

  private func count(
    _ imported: ImportedModel, _ fate: ImportReport.Fate, _ subject: String, _ words: String
  ) -> Int {
    imported.report.entries.filter {
      $0.fate == fate && $0.subject == subject
        && $0.meaning?.text(in: .english).contains(words) == true
    }.reduce(0) { $0 + $1.count }
  }

  private func links(_ imported: ImportedModel) -> [[String]] {
    imported.model.components.filter { $0.kind == .link }.map(\.ends)
  }

  /// A planned cable is no second way.
  @Test(arguments: ["planned", "decommissioning", "whatever"])
  func whatIsNotInUseIsLeftOut(status: String) throws {
    let imported = try read(
      ground,
      [
        cable(1, "connected"), end(1, of: 1, "A", "interface", 1),
        end(2, of: 1, "B", "interface", 2), cable(2, status),
        end(3, of: 2, "A", "interface", 3), end(4, of: 2, "B", "interface", 4),
        device(3, "old", status),
      ])
    #expect(links(imported) == [["r1", "r2"]])
    #expect(!imported.model.components.contains { $0.id == "old" })
    #expect(count(imported, .ignored, "dcim.cable", "status \(status)") == 1)
    #expect(count(imported, .ignored, "dcim.device", "status \(status)") == 1)
    #expect(Validator.diagnose(imported.model).errors.isEmpty)
  }

  /// A planned cable at a port does not keep the one that is there from being read.
  @Test func aPortWithAPlannedCableToo() throws {
    let imported = try read(
      ground,
      [
        cable(1, "planned"), end(1, of: 1, "A", "interface", 1),
        end(2, of: 1, "B", "interface", 4), cable(2, "connected"),
        end(3, of: 2, "A", "interface", 1), end(4, of: 2, "B", "interface", 2),
      ])
    #expect(links(imported) == [["r1", "r2"]])
  }

  @Test func aCircuitThatIsNotInUseIsLeftOut() throws {
    let side = { (number: Int, circuit: Int, site: Int) in
      object(
        "circuits.circuittermination", number, "\"circuit\": \(circuit), \"site\": \(site)")
    }
    let imported = try read(
      ground,
      [
        object("dcim.site", 2, "\"name\": \"Loods\""),
        object("circuits.circuit", 1, "\"cid\": \"c1\", \"status\": \"active\""),
        object("circuits.circuit", 2, "\"cid\": \"c2\", \"status\": \"offline\""),
        side(1, 1, 1), side(2, 1, 2), side(3, 2, 1), side(4, 2, 2),
      ])
    #expect(links(imported) == [["hal", "loods"]])
    #expect(count(imported, .ignored, "circuits.circuit", "status offline") == 1)
    #expect(count(imported, .ignored, "circuits.circuittermination", "not in use") == 2)
  }

  @Test func aDeviceThatIsDownStays() throws {
    let imported = try read(
      ground,
      [device(3, "r3", "failed"), device(4, "r4", "offline")])
    #expect(imported.model.components.map(\.id) == ["hal", "r1", "r2", "r3", "r4"])
    #expect(count(imported, .guessed, "dcim.device.status", "as if it worked") == 2)
  }

  /// Recording the power of a server does not make the rest of its needs known.
  @Test func besidePowerTheRestIsUnknown() throws {
    let imported = try read(
      ground,
      [
        device(3, "srv", role: 2, "active"), device(4, "srv-2", role: 2, "active"),
        object("dcim.powerpanel", 1, "\"name\": \"Paneel\""),
        object("dcim.powerfeed", 1, "\"name\": \"Groep\", \"power_panel\": 1"),
        object("dcim.powerport", 1, "\"device\": 3"),
        object("dcim.powerport", 2, "\"device\": 1"),
        object("dcim.powerfeed", 2, "\"name\": \"Groep 2\", \"power_panel\": 1"),
        cable(1, "connected"), end(1, of: 1, "A", "powerport", 1),
        end(2, of: 1, "B", "powerfeed", 1), cable(2, "connected"),
        end(3, of: 2, "A", "powerport", 2), end(4, of: 2, "B", "powerfeed", 2),
        object("virtualization.cluster", 1, "\"name\": \"Clu\", \"site\": 1"),
        object("virtualization.virtualmachine", 1, "\"name\": \"vm\", \"cluster\": 1"),
      ])
    let formula = { (id: String) in
      imported.model.components.first { $0.id == id }.map { MergeText.requirement($0.requires) }
    }
    #expect(formula("srv") == "[groep, unknown]")
    #expect(formula("vm") == "[clu, unknown]")
    // A router need not say what it requires; of one that does no more is asked.
    #expect(formula("r1") == "[groep-2]")
    #expect(imported.model.components.first { $0.id == "srv-2" }?.statesRequires == false)
    let cluster = try #require(imported.model.components.first { $0.id == "clu" })
    #expect(cluster.shares.map(\.value) == ["hal"])
    #expect(!cluster.statesRequires)
    #expect(count(imported, .guessed, "dcim.device", "unknown") == 1)
  }

  @Test func cablesThatMakeNothingAreCounted() throws {
    let panel = [
      device(3, "pp", "active"), object("dcim.rearport", 1, "\"device\": 3"),
      object("dcim.frontport", 1, "\"device\": 3, \"rear_port\": 1"),
    ]
    // Into a panel and out of it into itself.
    let loop = try read(
      ground + panel,
      [
        cable(1, "connected"), end(1, of: 1, "A", "interface", 1),
        end(2, of: 1, "B", "frontport", 1), cable(2, "connected"),
        end(3, of: 2, "A", "rearport", 1), end(4, of: 2, "B", "frontport", 1),
      ])
    #expect(links(loop).isEmpty)
    #expect(count(loop, .ignored, "dcim.cable", "circle") == 1)
    #expect(count(loop, .ignored, "dcim.cable", "an end is not known") == 1)
    #expect(count(loop, .ignored, "dcim.cabletermination", "taken") == 1)
    // Both ends at one port.
    let own = try read(
      ground,
      [
        cable(1, "connected"), end(1, of: 1, "A", "interface", 1),
        end(2, of: 1, "B", "interface", 1),
      ])
    #expect(count(own, .ignored, "dcim.cable", "an end is not known") == 1)
    #expect(count(own, .ignored, "dcim.cabletermination", "taken") == 1)
    // A cable that splits, with one of its ends at a panel.
    let split = try read(
      ground + panel,
      [
        cable(1, "connected"), end(1, of: 1, "A", "interface", 1),
        end(2, of: 1, "B", "interface", 2), end(3, of: 1, "B", "rearport", 1),
      ])
    #expect(links(split) == [["r1", "r2"]])
    #expect(count(split, .ignored, "dcim.cabletermination", "splits") == 1)
  }

  @Test(arguments: [
    "\"latitude\": \"95.3\", \"longitude\": \"4\"",
    "\"latitude\": \"abc\", \"longitude\": \"4\"", "\"latitude\": \"52\"",
  ])
  func aPlaceNowhereIsCounted(fields: String) throws {
    let imported = try read([object("dcim.site", 1, "\"name\": \"Hal\", \(fields)")])
    #expect(imported.model.components.first?.position == nil)
    #expect(count(imported, .ignored, "site.latitude, site.longitude", "no place") == 1)
  }
}
