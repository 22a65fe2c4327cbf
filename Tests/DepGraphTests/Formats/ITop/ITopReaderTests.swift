import Testing

@testable import DepGraph

@Suite struct ITopReaderTests {
  private func read(_ files: KeyValuePairs<String, String>) throws(ReadError) -> ImportedModel {
    let files = files.map {
      InputFile(text: $0.value, name: $0.key, limit: ITopReader.greatestSize)
    }
    return try ITopReader().read(files, options: ImportOptions())
  }

  private func formula(_ id: String, in model: Model) -> String? {
    model.components.first { $0.id == id }.map { MergeText.requirement($0.requires) }
  }

  private static let solution = """
    id,name,org_id->name,redundancy
    1,Meldtafel,Dienst Noord,1
    """

  @Test func impactsBecomeRequirements() throws {
    let imported = try read([
      "Organization.csv": "id,name\n1,Dienst Noord\n2,Leverancier Zuid\n",
      "Server.csv": """
      id,name,org_id->name,location_id->name,powerA_id,powerB_id,redundancy
      10,srv-a,Dienst Noord,Hal,21,22,1
      11,srv-b,Dienst Noord,Hal,21,0,disabled
      """,
      "Location.csv": "id,name\n5,Hal\n",
      "PowerSource.csv": "id,name\n21,net-a\n22,net-b\n",
      "ApplicationSolution.csv": Self.solution,
      "lnkApplicationSolutionToFunctionalCI.csv": """
      applicationsolution_id->name,functionalci_id->name
      Meldtafel,srv-a
      Meldtafel,srv-b
      """,
      "BusinessProcess.csv": "id,name\n1,Melden\n",
      "lnkApplicationSolutionToBusinessProcess.csv": """
      businessprocess_id,applicationsolution_id
      1,1
      """,
    ])
    let model = imported.model
    #expect(Validator.diagnose(model).errors.isEmpty)
    #expect(formula("srv-a", in: model) == "[any(net-a, net-b)]")
    #expect(formula("srv-b", in: model) == "[net-a]")
    #expect(formula("meldtafel", in: model) == "[any(srv-a, srv-b)]")
    #expect(formula("melden", in: model) == "[meldtafel]")
    let server = try #require(model.components.first { $0.id == "srv-a" })
    #expect(server.owner == "dienst-noord")
    #expect(server.shares.map(\.value) == ["hal"])
    #expect(server.external == [ExternalID(register: "itop", id: "Server/10")])
    // Redundancy is stated, and so is no guess.
    #expect(server.requires.references.allSatisfy { $0.evidence.basis == .internal })
    #expect(imported.warnings.isEmpty)
  }

  @Test func dutchLabelsAreRead() throws {
    let model = try read([
      "Applicatie-oplossing.csv": "Naam*;Organisatie->Naam;Redundantie\nMeldtafel;;50 %\n",
      "Virtuele machine.csv": "Naam;Virtuele host->Naam\nvm-1;farm-1\nvm-2;farm-1\n",
      "Farm.csv": "Naam;Hoge beschikbaarheid\nfarm-1;min_up:count:2\n",
      "Hypervisor.csv": "Naam;Farm->Naam\nh1;farm-1\nh2;farm-1\nh3;farm-1\n",
      "lnkApplicationSolutionToFunctionalCI.csv":
        "Applicatie-oplossing->Naam;CI->Naam\nMeldtafel;vm-1\nMeldtafel;vm-2\n",
    ]).model
    #expect(formula("meldtafel", in: model) == "[any(vm-1, vm-2)]")
    #expect(formula("farm-1", in: model) == "[2 of (h1, h2, h3)]")
    #expect(formula("vm-1", in: model) == "[farm-1]")
  }

  @Test(arguments: [
    ("disabled", "[a, b, c, d]"), ("1", "[any(a, b, c, d)]"), ("3", "[3 of (a, b, c, d)]"),
    ("50%", "[50.0% of (a, b, c, d)]"), ("min_up:percent:75", "[75.0% of (a, b, c, d)]"),
    ("user/count/2", "[2 of (a, b, c, d)]"), ("", "[a, b, c, d]"), ("100%", "[a, b, c, d]"),
  ])
  func redundancyIsRead(written: String, wanted: String) throws {
    let model = try read([
      "ApplicationSolution.csv": "name,redundancy\nx,\(written)\n",
      "Server.csv": "name\na\nb\nc\nd\n",
      "lnkApplicationSolutionToFunctionalCI.csv":
        "applicationsolution_id->name,functionalci_id->name\nx,a\nx,b\nx,c\nx,d\n",
    ]).model
    #expect(formula("x", in: model) == wanted)
  }

  @Test func contractsTakeTheirLevels() throws {
    let model = try read([
      "Organization.csv": "id,name\n1,Wij\n2,Zij\n",
      "Service.csv": "id,name,org_id\n1,Telefonie,2\n",
      "CustomerContract.csv": """
      id,name,org_id,provider_id,start_date,end_date
      1,K-2026,1,2,2026-01-01,31-12-2027
      """,
      "SLA.csv": "id,name,org_id\n1,Goud,2\n",
      "SLT.csv": """
      id,name,priority,request_type,metric,value,unit
      1,eerst,1,incident,tto,15,minutes
      2,eerst terug,1,incident,ttr,4,hours
      3,dan,2,incident,ttr,8,hours
      4,verzoek,1,service_request,ttr,5,days
      """,
      "lnkSLAToSLT.csv": "sla_id,slt_id\n1,1\n1,2\n1,3\n1,4\n",
      "lnkCustomerContractToService.csv":
        "customercontract_id,service_id,sla_id,coveragewindow_id\n1,1,1,1\n",
      "CoverageWindow.csv": "id,name\n1,Kantoor\n",
      "CoverageWindowInterval.csv":
        "coverage_window_id,weekday,start_time,end_time\n1,monday,8.5,17\n1,dinsdag,08:30,17:00\n",
      "Person.csv": "id,name,first_name,org_id,function,phone\n1,Jansen,Anna,2,Dienstleider,000\n",
      "Team.csv": "id,name,org_id\n1,Storingsdienst,2\n",
    ]).model
    #expect(Validator.diagnose(model).errors.isEmpty)
    let contract = try #require(model.contracts.first)
    #expect(contract.provider == "zij" && contract.customer == "wij")
    #expect(contract.covers == .selectors(["telefonie"]))
    #expect(contract.targets.map(\.priority) == [1, 2])
    #expect(contract.targets.map { $0.respondWithin?.seconds } == [900.0, nil])
    #expect(contract.targets.map { $0.restoreWithin?.seconds } == [14_400.0, 28_800.0])
    #expect(contract.validUntil == CalendarDate(year: 2027, month: 12, day: 31))
    guard case .windows(let windows) = contract.serviceWindow else {
      Issue.record("no windows")
      return
    }
    #expect(windows.map(\.days) == [[1], [2]])
    #expect(windows.map(\.from) == [510, 510])
    #expect(model.contacts.map(\.id) == ["anna-jansen", "storingsdienst"])
    #expect(model.contacts.map(\.party) == ["zij", "zij"])
  }

  @Test func whatIsNotKnownIsSaid() throws {
    let imported = try read([
      "Server.csv": "id,name,serialnumber,enclosure_id\n1,a,x,77\n",
      "Weather.csv": "name\nrain\n",
    ])
    #expect(imported.warnings.map(\.code) == [.notUnderstood])
    let ignored = imported.report.entries.filter { $0.fate == .ignored }.map(\.subject)
    #expect(ignored == ["Server.serialnumber", "Weather"])
    #expect(formula("a", in: imported.model) == "[unknown]")
  }

  /// Exports hold some classes: a member that is in none of the files is unknown, and counts.
  @Test(arguments: [
    ("1", "[any(a, unknown)]", "a\nid=98"), ("50%", "[50.0% of (a, b, unknown)]", "a\nb\nid=97"),
    ("", "[a, unknown]", "a\nid=99"), ("2", "[2 of (a, unknown, unknown)]", "a\nid=98\nid=97"),
  ])
  func whatIsInNoneOfTheFilesIsUnknown(
    redundancy: String, wanted: String, members: String
  ) throws {
    let rows = members.split(separator: "\n").map { member in
      member.hasPrefix("id=") ? "x,\(member.dropFirst(3))," : "x,,\(member)"
    }
    // A column of numbers and one of names would be one attribute: one file has each.
    let byNumber = rows.filter { $0.hasSuffix(",") }.map { String($0.dropLast()) }
    let byName = rows.filter { !$0.hasSuffix(",") }.map { $0.replacing(",,", with: ",") }
    let link = "lnkApplicationSolutionToFunctionalCI"
    let model = try read([
      "ApplicationSolution.csv": "name,redundancy\nx,\(redundancy)\n",
      "Server.csv": "id,name\n1,a\n2,b\n",
      "\(link).csv": (["applicationsolution_id->name,functionalci_id"] + byNumber)
        .joined(separator: "\n"),
      "\(link)_2.csv": (["applicationsolution_id->name,functionalci_id->name"] + byName)
        .joined(separator: "\n"),
    ]).model
    #expect(formula("x", in: model) == wanted)
  }

  @Test func moreThanThereAreIsRemarked() throws {
    let imported = try read([
      "ApplicationSolution.csv": "name,redundancy\nx,5\n", "Server.csv": "name\na\nb\n",
      "lnkApplicationSolutionToFunctionalCI.csv":
        "applicationsolution_id->name,functionalci_id->name\nx,a\nx,b\n",
    ])
    #expect(formula("x", in: imported.model) == "[a, b]")
    #expect(imported.warnings.map(\.code) == [.notUnderstood])
  }

  @Test func whatPowersItselfIsToldInItsFile() {
    let error = #expect(throws: ReadError.self) {
      try read(["Server.csv": "id,name,powerA_id\n1,a,1\n"])
    }
    guard case .invalid(let input) = error else { return }
    let place = input.diagnostics.errors.first?.place
    #expect(input.diagnostics.errors.count == 1)
    #expect(place?.file == "Server.csv" && place?.line == 2 && place?.column == 5)
  }

  @Test(arguments: [
    ("id,name\n1,a\n1,b\n", "duplicate-id 3:1"), ("id,name\n,\nx,\"a\n", "bad-value 3:3"),
    ("name,redundancy\na,perhaps\n", "bad-value 2:3"), ("", "empty-file 1:1"),
    ("id,status\n,active\n", "missing-key 2:1"), ("id,name\n1,a,b\n", "bad-value 2:1"),
    ("id,name,status\n1,a\n", "bad-value 2:1"),
  ])
  func mistakesAreToldAtTheirPlaces(text: String, wanted: String) {
    let error = #expect(throws: ReadError.self) { try read(["ApplicationSolution.csv": text]) }
    guard case .invalid(let input) = error else { return }
    let found = input.diagnostics.errors.map {
      "\($0.code.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)"
    }
    #expect(found == [wanted])
  }
}
