import Testing

@testable import DepGraph

/// What people write in tables who do not know, contradict themselves, or are not understood.
@Suite struct TableAnswersTests {
  private static let map = """
    depgraph-map: 1
    sheets:
      - match: [systemen.csv]
        row: component
        columns: {name: [Naam], requires: [Draait op], rto: [RTO]}
      - match: [afhankelijkheden.csv]
        row: dependency
        direction: first-needs-second
        columns: {from: [Van], to: [Naar], group: [Keuze], soft: [Minder]}
      - match: [afspraken.csv]
        row: contract
        columns: {name: [Afspraak], restore: [Herstel], service-window: [Wanneer]}

    """

  private func tables(_ files: (String, String)...) throws -> ImportedTables {
    try ImportedTables(Self.map, files)
  }

  @Test func whatNobodyKnowsIsAnUnknownNeed() throws {
    let found = try tables(
      (
        "afhankelijkheden.csv",
        """
        Van;Naar;Keuze;Minder
        U;V;a;
        U;onbekend;a;
        X;onbekend;;
        X;V;;
        W;n.v.t.;;
        Y;geen;;
        Z;?;;ja
        """
      ))
    #expect(try found.needs("u") == "(v | ?)")
    #expect(try found.needs("x") == "? v")
    #expect(try found.needs("y") == "")
    #expect(try found.component("x").hasUnknownRequirement)
    #expect(found.codes(.leftOut).map(\.place?.line) == [6, 8])
  }

  @Test func aSoftnessThatIsNotUnderstoodIsAnAssumedNeed() throws {
    let found = try tables(
      (
        "afhankelijkheden.csv",
        "Van;Naar;Minder\nP;A;onbekend\nP;B;misschien\nP;C;nee\nP;D;ja\nP;E;\n"
      ))
    #expect(try found.needs("p") == "a~ b~ c e")
    #expect(try found.component("p").degradesWithout.map(\.target) == ["d"])
    #expect(found.codes(.notUnderstood).map(\.place?.line) == [2, 3])
  }

  @Test func nothingBesideNeedsIsAContradiction() throws {
    let found = try tables(
      ("systemen.csv", "Naam;Draait op\nP;geen\nT;U\nU;geen\n"),
      ("afhankelijkheden.csv", "Van;Naar\nP;T\nP;U\n"))
    #expect(try found.needs("p") == "t~ u~")
    #expect(try found.component("p").evidence.basis == .assumed)
    #expect(try found.component("p").note?.text(in: .dutch).contains("Tegenspraak") == true)
    #expect(try found.needs("u") == "")
    #expect(try found.component("u").evidence.basis == .internal)
    #expect(found.codes(.contradiction).map(\.place?.line) == [2])
  }

  @Test func nothingBesideNeedsInOneCell() throws {
    let found = try tables(
      ("systemen.csv", "Naam,Draait op\nT,U | V; geen\nU,geen\nV,geen\n"))
    #expect(try found.needs("t") == "(u~ | v~)")
    #expect(found.codes(.contradiction).map(\.place?.line) == [2])
  }

  /// The readable value counts, whichever comes first.
  @Test(arguments: [["4;24 x 7", "8 uur;24x7"], ["8 uur;24x7", "4;24 x 7"]])
  func whatIsNotUnderstoodContradictsNothing(rows: [String]) throws {
    let text = (["Afspraak;Herstel;Wanneer"] + rows.map { "K4;\($0)" }).joined(separator: "\n")
    let found = try tables(("afspraken.csv", text))
    let contract = try #require(found.model.contracts.first)
    #expect(contract.targets.first?.restoreWithin?.seconds == 28_800.0)
    #expect(contract.serviceWindow == .always)
    #expect(contract.evidence.basis == .internal)
    #expect(found.codes(.contradiction).isEmpty)
    #expect(found.codes(.notUnderstood).count == 1)
  }

  @Test func hoursWithSpaces() {
    for text in ["24 x 7", "24 / 7", "7 x 24", "24x7"] {
      #expect(TableDuration.clock(text) == .always, "\(text)")
    }
    #expect(TableDuration.clock("5 x 8") == .office)
    #expect(TableDuration("4 uur 24 x 7", office: .usual)?.clock == .always)
    #expect(TableDuration("4 uur 24 x 7", office: .usual)?.seconds == 14_400.0)
  }

  // MARK: - The template

  private static let processes = "Proces;Heeft nodig;Opmerking\n"
  private static let example = "Dienstroosters maken;Meldkamersysteem;"
  private static let remark = "verzonnen voorbeeld: haal deze regel weg\n"

  private func filled(_ rows: String) throws -> ImportedModel {
    try TableImporter().read(
      [InputFile(text: Self.processes + rows, name: "w-Processen.csv")], options: ImportOptions())
  }

  @Test func examplesAreLeftOutBesideOthers() throws {
    let found = try filled(Self.example + Self.remark + "Loket;geen;\n")
    #expect(found.model.components.map(\.id) == ["loket"])
    #expect(found.model.basis == .internal)
    #expect(found.warnings.map(\.code) == [.leftOut])
    #expect(found.warnings.first?.place?.line == 2)
  }

  @Test func examplesAloneAreFictional() throws {
    let found = try filled(Self.example + Self.remark)
    #expect(found.model.basis == .fictional)
    #expect(found.model.components.first?.evidence.basis == .fictional)
    #expect(found.model.components.map(\.id) == ["dienstroosters-maken", "meldkamersysteem"])
  }

  /// A row that was filled in over an example is a fact.
  @Test func aRemarkLeftBehindIsSaid() throws {
    let found = try filled("Loket;geen;" + Self.remark + "Balie;geen;\n")
    #expect(found.model.components.map(\.id) == ["loket", "balie"])
    #expect(found.warnings.map(\.code) == [.notUnderstood])
  }

  // MARK: - Sheets

  @Test func sheetsAreFoundWithoutCaseAndSpaces() {
    #expect(TableMap.template.sheet(for: ["onderdelen "])?.row == .component)
    #expect(TableMap.template.sheet(for: [" PROCESSEN"])?.row == .process)
    #expect(TableMap.template.sheet(for: ["Blad1"])?.row == nil)
  }

  @Test func aWorkbookThatTheMapDoesNotFitIsRefused() {
    let rows = "<row r=\"1\"><c t=\"str\"><v>Proces</v></c></row>"
    let file = InputFile(bytes: WorkbookMaker(rows).zip.bytes, name: "w.xlsx")
    do throws(ReadError) {
      _ = try TableImporter().read([file], options: ImportOptions())
      Issue.record("it was read")
    } catch {
      guard case .invalid(let input) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(input.diagnostics.errors.map(\.code) == [.missingKey])
      #expect(input.diagnostics.errors.first?.place?.file == "w.xlsx")
    }
  }

  @Test func missingSheetsOfTheTemplateAreSaid() throws {
    var maker = WorkbookMaker(
      "<row r=\"1\"><c t=\"str\"><v>Proces</v></c></row>"
        + "<row r=\"2\"><c t=\"str\"><v>Loket</v></c></row>")
    maker.sheets[0].name = "processen "
    let found = try TableImporter().read(
      [InputFile(bytes: maker.zip.bytes, name: "w.xlsx")], options: ImportOptions())
    #expect(found.model.components.map(\.id) == ["loket"])
    #expect(found.warnings.map(\.code) == [.leftOut, .leftOut, .leftOut, .leftOut])
    #expect(found.warnings.contains { $0.message.contains("`Onderdelen`") })
  }
}
