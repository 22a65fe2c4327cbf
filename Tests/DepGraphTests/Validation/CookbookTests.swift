import DepGraph
import Testing

/// Each recipe of `docs/cookbook.md`: what the first form answers, and what the right one does.
@Suite struct CookbookTests {
  private let page: CookbookPage

  init() throws { page = try CookbookPage() }

  // MARK: - Power

  @Test func dieselBehindTheGrid() throws {
    #expect(
      try page.effect(of: "grid", on: "room", in: "diesel-naive") == "reduced redundancy")
    #expect(try page.effect(of: "grid", on: "room", in: "diesel") == "down at 259200.0")
    #expect(try page.effect(of: "diesel", on: "room", in: "diesel") == "reduced redundancy")
    #expect(try page.effect(of: "grid", "diesel", on: "room", in: "diesel") == "down at 0.0")
    #expect(try page.advice(on: "diesel-naive") == [.finiteSource])
  }

  /// Neither a holdup on a member nor one on the group bounds the diesel, as the recipe says.
  @Test(arguments: [
    "{any: [grid, {ref: diesel, holdup: 72h}]}", "{any: [grid, diesel], holdup: 72h}",
  ])
  func aHoldupInTheWrongPlace(_ group: String) throws {
    let text = (page.files["diesel-naive.yaml"] ?? "").replacing(
      "{any: [grid, diesel]}", with: group)
    let compiled = try CompiledModel(ModelReader().read(text: text, named: "m.yaml").model)
    let blast = BlastRadius(.init(try compiled.seeds(["grid"])), in: compiled)
    #expect(blast.down == [])
    #expect(ModelAdvice.findings(in: compiled).map(\.code) == [.finiteSource])
  }

  @Test func batteryThenGeneratorThenGrid() throws {
    let naive = "ups-naive"
    #expect(try page.effect(of: "grid", "generator", on: "hall", in: naive) == "reduced redundancy")
    #expect(try page.effect(of: "ups", on: "hall", in: naive) == "reduced redundancy")
    #expect(try page.advice(on: naive) == [.finiteSource])
    #expect(try page.effect(of: "grid", "generator", on: "hall", in: "ups") == "down at 600.0")
    #expect(try page.effect(of: "grid", on: "hall", in: "ups") == "down at 259200.0")
    #expect(try page.effect(of: "ups", on: "hall", in: "ups") == "down at 0.0")
  }

  // MARK: - Time

  @Test func aClockThatIsWrong() throws {
    #expect(
      try page.effect(of: "clock-1", on: "login", in: "time-naive") == "reduced redundancy")
    #expect(try page.advice(on: "time-naive") == [.unguardedTime])
    for wrong in 1...4 {
      let clock = "clock-\(wrong)-true"
      #expect(try page.effect(of: clock, on: "login", in: "time") == "reduced redundancy")
      let silent = "clock-\(wrong)"
      #expect(try page.effect(of: silent, on: "login", in: "time") == "reduced redundancy")
    }
    #expect(
      try page.effect(of: "clock-3-true", "clock-4-true", on: "login", in: "time") == "down at 0.0")
    #expect(
      try page.effect(of: "clock-1", "clock-2", on: "login", in: "time") == "reduced redundancy")
    #expect(try page.singlePoints(of: "login", in: "time") == ["time", "signal:gps"])
  }

  // MARK: - Alternatives

  @Test func aSmallerLineAsBackup() throws {
    #expect(
      try page.effect(of: "line-10g", on: "office", in: "backup-naive") == "reduced redundancy")
    #expect(try page.advice(on: "backup-naive") == [.unequalAlternatives])
    #expect(try page.effect(of: "line-10g", on: "office", in: "backup") == "degraded")
    #expect(try page.effect(of: "line-1g", on: "office", in: "backup") == "reduced redundancy")
  }

  @Test(arguments: [("standby-naive", 0.0, true), ("standby", 2700.0, false)])
  func coldStandby(_ name: String, _ outage: Double, _ isInTime: Bool) throws {
    let compiled = try page.model(name)
    let read = try ScenarioReader().read(
      text: page.files[name + "-night.yaml"] ?? "", named: "night.yaml", model: compiled.model)
    let run = try ScenarioRun(read.scenario, in: compiled)
    let desk = run.outages.filter { compiled.table.id(of: $0.vertex) == "desk" }
    #expect(desk.map { ($0.until ?? .infinity) - $0.from } == (outage > 0 ? [outage] : []))
    #expect(run.expectations.map(\.isMet) == [isInTime])
  }

  @Test func aSpareThatNobodyTested() throws {
    #expect(try page.singlePoints(of: "cooling", in: "spare-naive") == [])
    #expect(try page.singlePoints(of: "cooling", in: "spare") == ["possibly pump"])
    #expect(try page.effect(of: "pump", on: "cooling", in: "spare") == "possibly down at 0.0")
  }

  @Test func threeDesksOfWhichTwoAreEnough() throws {
    let naive = try page.effect(of: "desk-1", "desk-2", on: "calls", in: "capacity-naive")
    #expect(naive == "reduced redundancy")
    #expect(try page.effect(of: "desk-1", on: "calls", in: "capacity") == "degraded")
    #expect(
      try page.effect(of: "desk-1", "desk-2", on: "calls", in: "capacity") == "down at 0.0")
  }

  // MARK: - What is shared

  @Test func twoCircuitsSeparateTheySay() throws {
    #expect(IndependenceNotShown.all(in: try page.model("circuits-naive")) == [])
    #expect(try page.advice(on: "circuits-naive") == [.unstatedRoute])
    let found = IndependenceNotShown.all(in: try page.model("circuits"))
    #expect(found.map(\.key) == ["duct"])
    // A link is not broken when an end of it is; a path needs both ends.
    #expect(try page.singlePoints(of: "dispatch", in: "circuits-naive") == [])
    let naive = try page.effect(of: "exchange", on: "dispatch", in: "circuits-naive")
    #expect(naive == "not affected")
    #expect(try page.singlePoints(of: "dispatch", in: "circuits") == ["exchange", "station"])
    #expect(try page.effect(of: "exchange", on: "dispatch", in: "circuits") == "down at 0.0")
    let single = try page.effect(of: "circuit-1", on: "dispatch", in: "circuits")
    #expect(single == "reduced redundancy")
  }

  @Test(arguments: [
    ("sites", "portal", ["dc-1", "identity"]), ("software", "calls", ["software:os-7"]),
    ("certificate", "payments", ["certificate:root-2024"]),
    ("suppliers", "hospital", ["wholesale"]),
  ])
  func whatIsShared(_ name: String, _ user: String, _ points: [String]) throws {
    #expect(try page.singlePoints(of: user, in: name + "-naive") == [])
    #expect(try page.singlePoints(of: user, in: name) == points)
  }

  @Test func twoCarriersOneSubcontractor() throws {
    let cases: [(String, [String])] = [("suppliers-naive", []), ("suppliers", ["splicer"])]
    for (name, expected) in cases {
      let concentration = SupplierConcentration(in: try page.model(name))
      let harmful = concentration.suppliers.filter { !$0.certainReach.isEmpty }.map(\.party)
      #expect(harmful == expected, "\(name)")
    }
  }

  // MARK: - Repair and starting

  @Test func managementOverTheNetwork() throws {
    #expect(try page.unrepairable(after: "core", in: "management-naive") == [])
    #expect(
      try page.unrepairable(after: "core", in: "management") == [["core", "remote-access"]])
    #expect(try page.advice(on: "management") == [.inBandRepair])
    #expect(try page.unrepairable(after: "core", in: "management-apart") == [])
  }

  @Test func peopleAndDoors() throws {
    #expect(try page.unrepairable(after: "network", in: "staff-naive") == [])
    #expect(
      try page.unrepairable(after: "network", in: "staff") == [
        ["doors", "engineer", "network", "pager"]
      ])
    #expect(try page.advice(on: "staff") == [.inBandRepair])
  }

  @Test func namesNeedTheNetworkNeedsNames() throws {
    #expect(ColdStart(in: try page.model("cycle-naive")).deadlocks == [])
    let compiled = try page.model("cycle")
    let start = ColdStart(in: compiled)
    #expect(
      start.deadlocks.map { $0.elements.map(compiled.table.id(of:)) } == [["dns", "network"]])
    #expect(start.deadlocks.map { $0.breakers.map(compiled.table.id(of:)) } == [["dns"]])
    #expect(start.deadlocks.map(\.byHand) == [.stated])
    #expect(start.blocked.map(compiled.table.id(of:)) == ["portal"])
  }

  // MARK: - What nobody knows

  @Test func aServiceOfOthers() throws {
    #expect(try page.effect(of: "cloud-west", on: "press", in: "saas-naive") == "not affected")
    #expect(try page.effect(of: "cloud-west", on: "press", in: "saas") == "cannot tell")
    #expect(try page.effect(of: "cloud-west", on: "mail", in: "saas") == "cannot tell")
  }

  @Test func unknownIsNotNothing() throws {
    #expect(try page.effect(of: "core", on: "prison", in: "unknown-naive") == "not affected")
    #expect(try page.effect(of: "core", on: "prison", in: "unknown") == "cannot tell")
    #expect(try page.effect(of: "radio", on: "prison", in: "unknown") == "down at 0.0")
  }

  // MARK: - Work and crisis

  @Test func wantedNotNeeded() throws {
    #expect(try page.effect(of: "monitoring", on: "tower", in: "soft-naive") == "down at 0.0")
    #expect(try page.effect(of: "monitoring", on: "routing", in: "soft") == "degraded")
    #expect(try page.effect(of: "monitoring", on: "tower", in: "soft") == "not affected")
    #expect(try page.effect(of: "weather", on: "tower", in: "soft") == "degraded")
  }

  @Test func twoWorksInOneNight() throws {
    #expect(
      try page.effect(of: "ring-west", on: "locks", in: "works") == "reduced redundancy")
    let compiled = try page.model("works")
    let read = try MaintenanceReader().read(
      text: page.files["works.csv"] ?? "", named: "works.csv")
    let works = PlannedWorks(.init(read.notices, zone: read.zone), in: compiled)
    #expect(works.windows.map(\.treatment) == [.out, .out])
    let out = works.users.flatMap(\.spells).filter { $0.grade == .down }
    let hours = out.map { ($0.until?.secondsSinceEpoch ?? .infinity) - $0.from.secondsSinceEpoch }
    #expect(hours == [3600.0])
    #expect(out.map(\.windows) == [[0, 1]])
  }

  @Test func howTheCrisisTeamTalks() throws {
    #expect(
      try page.effect(of: "network", on: "team", in: "fallback-naive") == "reduced redundancy")
    #expect(try page.effect(of: "network", on: "team", in: "fallback") == "down at 0.0")
    #expect(
      try page.effect(of: "network", on: "team", in: "fallback-own") == "reduced redundancy")
  }

  // MARK: - The page

  /// The right forms get no advice, and no model of the page gets a warning.
  @Test func theRightFormsAreLeftAlone() throws {
    let naive = [
      "diesel-naive", "ups-naive", "time-naive", "backup-naive", "circuits-naive", "management",
      "staff",
    ]
    let names = page.files.keys.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix("-night.yaml") }
    #expect(names.count == 41)
    for file in names.sorted() {
      let name = String(file.dropLast(".yaml".count))
      let read = try ModelReader().read(text: page.files[file] ?? "", named: file)
      #expect(read.warnings == [], "\(file)")
      #expect(try page.advice(on: name).isEmpty == !naive.contains(name), "\(file)")
    }
  }
}
