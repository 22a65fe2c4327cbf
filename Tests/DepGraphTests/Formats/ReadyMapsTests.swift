import Testing

@testable import DepGraph

/// The ready maps, on small exports of the kind that they are for.
@Suite struct ReadyMapsTests {
  @Test func serviceNow() throws {
    let found = try ImportedTables(
      "servicenow",
      [
        (
          "cmdb_ci.csv",
          """
          "Name","Class","sys_id","Owned by"
          "Portal","Business Service","a1","Team Web"
          "web01","Linux Server","a2","Team Linux"
          "web02","Linux Server","a3","Team Linux"
          "db01","MS SQL Instance","a4",""
          """
        ),
        (
          "cmdb_rel_ci.csv",
          """
          "Parent","Type","Child"
          "Portal","Depends on::Used by","web01"
          "web01","Runs on::Runs","esx01"
          "db01","Used by","web01"
          "Portal","Managed by::Manages","Team Web"
          "web02","Speaks with::Spoken to by","db01"
          """
        ),
      ], language: .english)
    #expect(try found.needs("portal") == "web01")
    #expect(try found.needs("web01") == "esx01 db01")
    #expect(try found.needs("web02") == "db01~")
    #expect(try found.component("portal").kind == .service)
    #expect(try found.component("db01").kind == .platform)
    #expect(try found.component("web01").external == [ExternalID(register: "servicenow", id: "a2")])
    #expect(try found.component("web01").owner == "team-linux")
    // Not stated stays not stated: db01 is in the list, and nothing says what it needs.
    #expect(try found.needs("db01") == "not stated")
    let entries = found.imported.report.entries
    #expect(entries.contains { $0.subject == "Managed by::Manages" && $0.fate == .ignored })
    #expect(entries.contains { $0.subject == "Speaks with::Spoken to by" && $0.fate == .guessed })
    #expect(found.codes(.undeclaredName).count == 1)
  }

  /// A name whose halves stand the other way round has the opposite direction.
  @Test(
    arguments: [
      ("Used by::Depends on", false), ("Runs::Runs on", false), ("Hosts::Hosted on", false),
      ("Powers :: Powered by", false), ("Houses::Located in", false),
      ("Virtualizes::Virtualized by", false), ("Depends on::Used by", true),
      ("Contained by::Contains", false), ("Impacted by::Impacts", true),
      ("Depends on::Needed by", true), ("Used by::Unheard of", false),
    ])
  func halvesOfARelation(name: String, firstNeedsSecond: Bool) throws {
    let found = try ImportedTables(
      "servicenow", [("cmdb_rel_ci.csv", "Parent,Type,Child\nA,\(name),B\n")])
    #expect(try found.needs("a") == (firstNeedsSecond ? "b" : "not stated"))
    #expect(try found.needs("b") == (firstNeedsSecond ? "not stated" : "a"))
    #expect(!found.imported.report.entries.contains { $0.subject == name && $0.fate == .guessed })
  }

  @Test func aModelHasTheNameOfTheMapInItsLanguage() throws {
    for (language, name) in [(Language.dutch, "Lijst van relaties"), (.english, "List of edges")] {
      let found = try ImportedTables("edges", [("e.csv", "A,B\n")], language: language)
      #expect(found.model.name?.text(in: language) == name)
    }
  }

  @Test func topdesk() throws {
    let found = try ImportedTables(
      "topdesk",
      [
        (
          "assets.csv",
          "Asset-ID;Naam;Type;Leverancier\nAS1;Zaaksysteem;Applicatie;Fictie\nAS2;SRV-1;Server;\n"
        ),
        (
          "koppelingen.csv",
          "Bron;Relatietype;Doel\nAS1;draait op;AS2\nAS2;voedt;AS1\nAS1;verbonden met;AS2\n"
        ),
      ])
    #expect(try found.needs("zaaksysteem") == "srv-1")
    #expect(try found.component("zaaksysteem").kind == .platform)
    #expect(try found.component("zaaksysteem").productOf == "fictie")
    #expect(found.model.parties.first?.roles == ["supplier"])
  }

  @Test func circuits() throws {
    let found = try ImportedTables(
      "circuits",
      [
        (
          "lijnen.csv",
          """
          Circuit ID,A-end,B-end,Bandwidth,Supplier,SLA,Protected,Route
          C-1,Utrecht,Zwolle,10G,Carrier,Gold,yes,Duct 7
          C-2,Utrecht,Zwolle,10G,Carrier,Gold,no,Duct 7
          C-3,Utrecht,Utrecht,1G,Carrier,,,
          C-4,Zwolle,Breda,1G,Carrier,,unknown,
          """
        )
      ])
    let first = try found.component("c-1")
    #expect(first.kind == .link)
    #expect(first.ends == ["utrecht", "zwolle"])
    #expect(first.operator == "carrier")
    #expect(first.tags == ["protected"])
    #expect(first.shares.map(\.value) == ["duct-7"])
    #expect(try found.component("c-2").shares.map(\.value) == ["duct-7"])
    #expect(try found.component("c-2").tags == ["unprotected"])
    // Where nobody wrote down where it lies, that is unknown, and not "shared with nothing".
    #expect(try found.component("c-4").shares.map(\.value) == [nil])
    #expect(try found.component("c-4").tags.isEmpty)
    #expect(try found.component("c-3").kind == .service)
    #expect(try found.component("utrecht").kind == .site)
    let contract = try #require(found.model.contracts.first)
    #expect(contract.covers == .selectors(["c-1", "c-2"]))
    #expect(contract.kind == .unknown)
  }

  @Test func edgesWithAndWithoutNames() throws {
    for text in ["A,B\nB,C\n", "source,target\nA,B\nB,C\n", "Van;Naar\nA;B\nB;C\n", "a\tb\nb\tc\n"]
    {
      let guessed = try ImportedTables("edges", [("e.csv", text)])
      #expect(try guessed.needs("a") == "b~", "\(text)")
      let stated = try ImportedTables(
        "edges", [("e.csv", text)], direction: .secondNeedsFirst)
      #expect(try stated.needs("b") == "a", "\(text)")
      #expect(try stated.needs("a") == "not stated", "\(text)")
      #expect(stated.model.components.count == 3, "\(text)")
    }
  }

  /// A large list takes seconds, not minutes.
  @Test func manyEdges() throws {
    var text = "from,to\n"
    for number in 1..<10_000 { text += "n\(number),n\(number / 2)\n" }
    let found = try ImportedTables("edges", [("e.csv", text)], direction: .firstNeedsSecond)
    #expect(found.model.components.count == 10_000)
    #expect(try found.needs("n9999") == "n4999")
  }
}
