import Testing

@testable import DepGraph

/// Reads tables that are written in a test.
func readTables(
  _ tables: KeyValuePairs<String, String>, options: ImportOptions = ImportOptions()
) throws(ReadError) -> ImportedModel {
  let files = tables.map { CSVFile(name: $0.key, bytes: Array($0.value.utf8)) }
  return try CSVTablesReader().read(files, options: options)
}

/// What is found in tables that are written in a test: code and place.
func foundInTables(_ tables: KeyValuePairs<String, String>) -> [String] {
  do {
    return try readTables(tables).warnings.map { "\($0.code.rawValue)" }
  } catch {
    guard case .invalid(let input) = error else { return ["\(error)"] }
    return input.diagnostics.filter { $0.severity == .error }.map {
      "\($0.code.rawValue) \($0.place.map { "\($0)" } ?? "nowhere")"
    }
  }
}

@Suite struct CSVTablesReaderTests {
  private func requirement(_ id: String, in model: Model) -> String? {
    model.components.first { $0.id == id }.map { MergeText.requirement($0.requires) }
  }

  @Test func tablesBecomeAModel() throws {
    let imported = try readTables([
      "a.csv": "id,name,kind\nroom,Room,site\nnet,Net,network-element\nphone,Phone,service\n",
      "b.csv": "dependent,target\nphone,net\nphone,room\n",
    ])
    let model = imported.model
    #expect(model.components.map(\.id) == ["room", "net", "phone"])
    #expect(model.components.map(\.kind) == [.site, .networkElement, .service])
    #expect(requirement("phone", in: model) == "[net, room]")
    #expect(model.components[0].statesRequires == false)
    #expect(imported.warnings.map(\.code) == [.unusedComponent])
    #expect(imported.report.count(.mapped) == 5)
  }

  /// As a Dutch spreadsheet saves it: a mark, semicolons, a decimal comma, Dutch words.
  @Test func dutchSpreadsheetsAreRead() throws {
    let text = """
      \u{FEFF}Id;Naam;Soort;Breedtegraad;Lengtegraad;Beschikbaarheid;Civiel;Gecontroleerd;Hersteltijd\r
      hal;"De ""grote"" hal; noord";site;52,1;4,3;99,9%;ja;27-8-2024;\r
      \r
      ;;;;;;;;\r
      # een opmerking; met; puntkomma's\r
      dienst;Dienst;service;;;;nee;;\r

      """
    let model = try readTables(["componenten.csv": text]).model
    let hall = try #require(model.components.first)
    #expect(model.components.count == 2)
    #expect(hall.name?.text(in: .dutch) == "De \"grote\" hal; noord")
    #expect(hall.position == Position(latitude: 52.1, longitude: 4.3))
    #expect(hall.dependability.availability == Ratio(text: "99.9%"))
    #expect(hall.isCivil)
    #expect(hall.checked == CalendarDate(year: 2024, month: 8, day: 27))
  }

  @Test func rowsOfOneGroupAreAlternatives() throws {
    let model = try readTables([
      "c.csv": "id;kind\na;power\nb;power\nc;power\nd;power\nx;service\ny;service\nz;service\n",
      "r.csv": """
      dependent;target;group;need;holdup;switchover
      x;a;1;;;
      x;b;1;;;
      x;c;;;;
      y;a;1/1;;;
      y;b;1/1;;;
      y;;1;2;;30s
      y;c;1;;4h;
      y;d;1;;;
      z;;/;any;;
      z;a;;;;
      z;b;;;;
      """,
    ]).model
    #expect(requirement("x", in: model) == "[any(a, b), c]")
    #expect(requirement("y", in: model) == "[2 of (any(a, b), c (4h), d)]")
    #expect(requirement("z", in: model) == "any(a, b)")
  }

  @Test func whatIsNotWrittenIsUnknown() throws {
    let model = try readTables([
      "c.csv": "id;kind;requires\na;service;\nb;service;nothing\nc;service;onbekend\n"
    ]).model
    #expect(model.components.map(\.hasUnknownRequirement) == [true, false, true])
  }

  @Test func pairsWithoutAHeaderAreAGuess() throws {
    let imported = try readTables(["edges.csv": "a\tb\nb\tc\nOther_Thing\ta\n"])
    let model = imported.model
    #expect(model.components.map(\.id) == ["a", "b", "c", "other_thing"])
    #expect(model.components[3].external == [ExternalID(register: "csv", id: "Other_Thing")])
    #expect(requirement("a", in: model) == "[b]")
    #expect(model.components[0].requires.references.map(\.evidence.basis) == [.assumed])
    #expect(model.components[2].hasUnknownRequirement)
    #expect(imported.report.count(.guessed) == 7)
  }

  @Test func mistakesAreToldAtTheirPlaces() {
    let components =
      "id,kind,rto\na,service,4h\nB,service,\na,power,\n,power,\nd,sevice,\ne,service,4\n"
    #expect(
      foundInTables(["c.csv": components]) == [
        "bad-id c.csv:3:1", "duplicate-id c.csv:4:1", "missing-key c.csv:5:1",
        "unknown-value c.csv:6:3", "bad-value c.csv:7:11",
      ])
    let two = "id,kind\na,service\nb,power\n"
    #expect(
      foundInTables([
        "c.csv": two,
        "r.csv": "dependent,target,group,need\na,c,,\nb,b,,\n,a,,\na,b,1,none\nx,b,,\na,b,2,3\n",
      ])
        == [
          "bad-value r.csv:2:1", "unknown-reference r.csv:2:3", "self-requirement r.csv:3:1",
          "missing-key r.csv:4:1", "unknown-reference r.csv:6:1",
        ])
    #expect(
      foundInTables(["c.csv": two, "r.csv": "dependent,target\nb,b\n"])
        == ["self-requirement r.csv:2:1"])
    #expect(
      foundInTables(["c.csv": two, "r.csv": "dependent,target,group,need\na,b,1,2\n"])
        == ["bad-threshold r.csv:2:1"])
  }

  /// Twenty or twenty thousand: where semicolons stand, a point stands between thousands as well.
  @Test func aPointBetweenThousandsIsRefused() throws {
    let head = "id;kind;users\n"
    #expect(foundInTables(["c.csv": head + "a;process;20.000\n"]) == ["bad-value c.csv:2:11"])
    for (text, wanted) in [("20000", 20_000.0), ("20,0", 20.0), ("20.5", 20.5), ("0.125", 0.125)] {
      let model = try readTables(["c.csv": head + "a;process;\(text)\n"]).model
      #expect(model.components.first?.users == .known(wanted), "\(text)")
    }
    let commas = try readTables(["c.csv": "id,kind,users\na,process,20.000\n"]).model
    #expect(commas.components.first?.users == .known(20.0))
  }

  @Test func aThousandMistakesAreTold() {
    let rows = (0..<5000).map { "x\($0),nothing-\($0)" }
    let found = foundInTables([
      "c.csv": "id,kind\na,power\n", "r.csv": "dependent,target\n" + rows.joined(separator: "\n"),
    ])
    #expect(found.count == 1000)
  }

  /// What a plain row gives is what the reading of any row gives.
  @Test func plainRowsAreReadAsAllRowsAre() throws {
    let rows = "a,Aé,site,bands,nothing\nb,,power,,\nc,\"x,\"\"y\",service,,unknown\nd,D,power,,\n"
    let plain = try readTables(["c.csv": "id,name,kind,layer,requires\n" + rows]).model
    let words = rows.split(separator: "\n").map { $0 + ",t" }.joined(separator: "\n")
    var other = try readTables(["c.csv": "id,name,kind,layer,requires,tags\n" + words]).model
    #expect(other.components.allSatisfy { $0.tags == ["t"] })
    for index in other.components.indices { other.components[index].tags = [] }
    #expect(plain.withoutPlaces.components == other.withoutPlaces.components)
  }

  @Test func agreementsAreRead() throws {
    let model = try readTables([
      "1.csv": "id;naam;rol\nkpn;KPN;leverancier\nons;Wij;\n",
      "2.csv":
        "id;leverancier;afnemer;dekt;dienstvenster;geldig-tot\nk1;kpn;ons;a;mon-fri 08:00-17:00;2027-12-31\n",
      "3.csv": "contract;priority;restore-within;share\nk1;1;4h;95%\nk1;2;8h;\n",
      "4.csv": "id;name;party;reach\npiket;Piket;kpn;tel\n",
      "5.csv": "id;kind\na;power\ntel;channel\n",
      "6.csv": "component;key;value;note\na;site;hal;op papier\n",
      "7.csv": "key;value\nname;Ons net\nlanguage;nl\nas-of;2026-11-26\n",
    ]).model
    #expect(model.name?.text(in: .dutch) == "Ons net")
    #expect(model.parties.map(\.id) == ["kpn", "ons"])
    let contract = try #require(model.contracts.first)
    #expect(contract.provider == "kpn" && contract.customer == "ons")
    #expect(contract.targets.map { $0.restoreWithin?.seconds } == [14_400.0, 28_800.0])
    #expect(contract.serviceWindow != .always)
    #expect(model.contacts.map(\.reach) == [["tel"]])
    #expect(model.components[0].shares.map(\.value) == ["hal"])
    #expect(model.components[0].shares.map { $0.note?.text(in: .dutch) } == ["op papier"])
  }

  @Test func aFolderOfTablesIsAModel() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("components.csv", Array("id,kind,requires\na,power,\nb,service,\n".utf8))
    let path = try folder.write("requirements.csv", Array("dependent,target\nb,a\n".utf8))
    let root = String(path.dropLast("/requirements.csv".count))
    let read = try ModelReader().read(root)
    #expect(read.model.components.count == 2)
    #expect(read.model.digest.count == 64)
    #expect(try ModelReader().read(root + "/components.csv").model == read.model)
  }

  @Test func idsAreToldApartByTheirBytes() {
    var ids = ByteIDs()
    for number in 0..<20_000 {
      let added = ids.insert("n\(number % 10_000)")
      #expect(added.number == number % 10_000 && added.isNew == (number < 10_000))
    }
    #expect(ids.count == 10_000)
    #expect(ids.number(of: "n77") == 77)
    #expect(ids.number(of: "nobody") == nil)
  }
}
