import Testing

@testable import DepGraph

@Suite struct NetBoxReaderTests {
  private func read(_ texts: [String]) throws(ReadError) -> ImportedModel {
    let files = texts.enumerated().map {
      InputFile(text: $1, name: "\($0).json", limit: NetBoxObjects.greatestSize)
    }
    return try NetBoxReader().read(files, options: ImportOptions())
  }

  private func fixture(_ name: String) throws -> String {
    let path = Fixture.path("netbox/\(name)")
    var found: [Diagnostic] = []
    let text = try InputFile(path: path, name: name).text(&found)
    return try #require(text)
  }

  private func formula(_ id: String, in model: Model) -> String? {
    model.components.first { $0.id == id }.map { MergeText.requirement($0.requires) }
  }

  @Test func aFixtureBecomesAModel() throws {
    let imported = try read([try fixture("export.json")])
    let model = imported.model
    #expect(Validator.diagnose(model).errors.isEmpty)
    #expect(model.parties.map(\.id) == ["dienst-noord", "glasnet"])
    let kinds = model.components.map { "\($0.id) \($0.kind.rawValue)" }
    #expect(kinds.contains("hal-oost site"))
    #expect(kinds.contains("rt-1 network-element"))
    #expect(kinds.contains("srv-1 platform"))
    #expect(kinds.contains("pp-1 facility"))
    let hall = try #require(model.components.first { $0.id == "hal-oost" })
    #expect(hall.position == Position(latitude: 52.5, longitude: 5.25))
    #expect(hall.external == [ExternalID(register: "netbox", id: "site/1")])
    // A room is within its site, a device in its room.
    let shares = model.components.first { $0.id == "ruimte-1" }?.shares.map(\.value)
    #expect(shares == ["hal-oost"])
    #expect(model.components.first { $0.id == "rt-1" }?.owner == "dienst-noord")
  }

  /// The way from a router through two panels to a server is one link, which shares what lies between.
  @Test func waysGoThroughPanels() throws {
    let model = try read([try fixture("export.json")]).model
    let link = try #require(
      model.components.first { $0.kind == .link && $0.ends.contains("srv-1") })
    #expect(Set(link.ends) == ["rt-1", "srv-1"])
    #expect(Set(link.requires.references.map(\.target)) == ["pp-1", "pp-2"])
    #expect(link.shares.map(\.value) == ["cable-2"])
    #expect(link.evidence.basis == .internal)
  }

  @Test func twoSuppliesAreTakenForAlternatives() throws {
    let imported = try read([try fixture("export.json")])
    #expect(formula("srv-1", in: imported.model) == "[any(groep-a, groep-b), unknown]")
    #expect(formula("groep-a", in: imported.model) == "[paneel-a]")
    let server = try #require(imported.model.components.first { $0.id == "srv-1" })
    #expect(server.requires.references.map(\.evidence.basis) == [.assumed, .assumed])
    let guessed = imported.report.entries.filter { $0.fate == .guessed }.map(\.subject)
    #expect(guessed.contains("dcim.powerport"))
  }

  @Test func circuitsAreLinksAndGroupsAlternatives() throws {
    let model = try read([try fixture("export.json")]).model
    let circuit = try #require(model.components.first { $0.id == "gn-100" })
    #expect(circuit.kind == .link)
    // One end is cabled to a router, the other stands in a site.
    #expect(circuit.ends == ["rt-1", "hal-west"])
    #expect(circuit.operator == "glasnet")
    #expect(formula("wan", in: model) == "[any(gn-100, gn-200)]")
  }

  @Test func contactsBelongToParties() throws {
    let model = try read([try fixture("export.json")]).model
    #expect(model.contacts.map(\.id) == ["storingsdienst-glasnet", "achterwacht"])
    #expect(model.contacts.map(\.party) == ["glasnet", "glasnet"])
    #expect(model.contacts.map(\.deputy) == ["achterwacht", nil])
  }

  /// Pages of the REST interface say the same as a fixture, with objects within objects.
  @Test func pagesAreRead() throws {
    let model = try read([
      try fixture("page-sites.json"), try fixture("page-devices.json"),
      try fixture("page-cables.json"),
    ]).model
    #expect(Validator.diagnose(model).errors.isEmpty)
    #expect(model.components.map(\.id) == ["hal-zuid", "sw-1", "sw-2", "cable-9"])
    #expect(model.components[3].ends == ["sw-1", "sw-2"])
    #expect(model.components[1].shares.map(\.value) == ["hal-zuid"])
  }

  @Test func anotherPageIsAskedFor() throws {
    let page = "{\"count\": 2, \"next\": \"https://nb/api/dcim/sites/?offset=1\", \"results\": []}"
    #expect(try read([page]).warnings.map(\.code) == [.leftOut])
  }

  @Test(arguments: [
    ("[{\"model\": \"dcim.site\"}]", "missing-key 1:2"), ("{}", "wrong-type 1:1"),
    ("[1]", "wrong-type 1:2"), ("{\"results\": 3}", "wrong-type 1:13"),
    ("{\"results\": [{\"id\": 1}]}", "missing-key 1:14"), ("[", "not-json 1:2"),
    (
      "[{\"model\": \"a.b\", \"pk\": 1, \"fields\": {}},\n{\"model\": \"a.b\", \"pk\": 1, \"fields\": {}}]",
      "duplicate-id 2:1"
    ),
  ])
  func mistakesAreToldAtTheirPlaces(text: String, wanted: String) {
    let error = #expect(throws: ReadError.self) { try read([text]) }
    guard case .invalid(let input) = error else { return }
    let found = input.diagnostics.map {
      "\($0.code.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)"
    }
    #expect(found == [wanted])
  }

  @Test func addressesTellTypes() {
    let kind = { (path: String) in
      NetBoxObjects.type(ofAddress: "https://nb.example/api/\(path)/3/")
    }
    #expect(kind("dcim/devices") == "dcim.device")
    #expect(kind("dcim/front-ports") == "dcim.frontport")
    #expect(kind("dcim/virtual-chassis") == "dcim.virtualchassis")
    #expect(kind("circuits/circuit-group-assignments") == "circuits.circuitgroupassignment")
    #expect(NetBoxObjects.type(ofAddress: "nonsense") == nil)
  }

  @Test func everyPrefixAndMutationIsReadOrRefused() throws {
    let bytes = Array(try fixture("page-cables.json").utf8)
    for length in 0..<bytes.count {
      _ = try? read([String(decoding: bytes[..<length], as: UTF8.self)])
    }
    var state: UInt64 = 7
    for _ in 0..<500 {
      var copy = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        copy[Int(state >> 33) % copy.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      _ = try? read([String(decoding: copy, as: UTF8.self)])
    }
  }
}
