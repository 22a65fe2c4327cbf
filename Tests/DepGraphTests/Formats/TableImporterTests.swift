import Foundation
import Testing

@testable import DepGraph

/// Imports tables that a test writes.
struct ImportedTables {
  let imported: ImportedModel

  /// Imports files, given as names and texts, by a map: as YAML, or the name of a ready one.
  init(
    _ map: String, _ files: [(String, String)], language: Language = .dutch,
    direction: TableMap.Direction? = nil
  ) throws {
    let isReady = !map.contains("\n")
    let path = Fixture.root.appendingPathComponent("models/maps/\(map).yaml").path
    var read =
      isReady
      ? try TableMapReader().read(path) : try TableMapReader().read(text: map, named: "map.yaml")
    if let direction { read = read.taking(direction) }
    var options = ImportOptions()
    options.language = language
    imported = try TableImporter(map: read).read(
      files.map { InputFile(text: $0.1, name: $0.0) }, options: options)
  }

  var model: Model { imported.model }

  func component(_ id: String) throws -> Component {
    try #require(
      model.components.first { $0.id == id }, "no \(id) in \(model.components.map(\.id))")
  }

  /// What a component needs, as text: `a b (c | d) ?`.
  func needs(_ id: String) throws -> String {
    let component = try component(id)
    guard component.statesRequires else { return "not stated" }
    return Self.words(component.requires, isTop: true)
  }

  private static func words(_ need: Requirement, isTop: Bool = false) -> String {
    switch need {
    case .reference(let reference):
      reference.target + (reference.evidence.basis == .assumed ? "~" : "")
    case .unknown: "?"
    case .path: "path"
    case .group(let group):
      isTop
        ? group.members.map { words($0) }.joined(separator: " ")
        : "(" + group.members.map { words($0) }.joined(separator: " | ") + ")"
    }
  }

  func codes(_ wanted: DiagnosticCode) -> [Diagnostic] {
    imported.warnings.filter { $0.code == wanted }
  }
}

@Suite struct TableImporterTests {
  private static let map = """
    depgraph-map: 1
    register: cmdb
    relations: {draait op: first-needs-second, voedt: second-needs-first, kent: ignore}
    kinds: {server: platform}
    sheets:
      - match: [systemen.csv]
        row: component
        columns:
          external: [Nummer]
          name: [Naam]
          kind: [Soort]
          owner: [Eigenaar]
          requires: [Draait op, Database]
          rto: [RTO]
          users: [Gebruikers]
          duct: [Tracé]
      - match: [processen.csv]
        row: process
        columns: {name: [Proces], requires: [Systemen], rto: [RTO], mtpd: [MTPD]}
      - match: [relaties.csv]
        row: dependency
        columns: {from: [Van], to: [Naar], relation: [Relatie], group: [Keuze]}

    """

  private func tables(_ files: (String, String)...) throws -> ImportedTables {
    try ImportedTables(Self.map, files)
  }

  @Test func blankUnknownNoneAndNotApplicableAreFourAnswers() throws {
    let found = try tables(
      (
        "systemen.csv",
        """
        Naam;Draait op;RTO
        A;;
        B;onbekend;?
        C;geen;geen
        D;n.v.t.;n.v.t.
        E;C;4 uur
        """
      ))
    #expect(try found.needs("a") == "not stated")
    #expect(try found.component("a").hasUnknownRequirement)
    #expect(try found.needs("b") == "?")
    #expect(try found.needs("c") == "")
    #expect(try !found.component("c").hasUnknownRequirement)
    #expect(try found.needs("d") == "not stated")
    #expect(
      try found.component("d").tags == ["not-applicable-rto", "not-applicable-requires"])
    #expect(try found.needs("e") == "c")
    #expect(
      try found.component("e").continuity.recoveryTimeObjective?.seconds == 14_400.0)
    #expect(try found.component("a").tags.isEmpty)
  }

  @Test func listsChoicesAndSeveralColumns() throws {
    let found = try tables(
      (
        "systemen.csv",
        """
        Nummer;Naam;Draait op;Database
        1;Een;"Twee, Drie";Vier
        2;Twee;Drie | Vier;
        3;Drie, met komma;;
        4;Drie;Vier of Vijf;
        5;Vier;"3
        2";
        6;Vijf;drie, met KOMMA;
        """
      ))
    #expect(try found.needs("een") == "twee drie vier")
    #expect(try found.needs("twee") == "(drie | vier)")
    #expect(try found.needs("drie") == "(vier~ | vijf~)")
    #expect(try found.needs("vier") == "drie-met-komma twee")
    #expect(try found.needs("vijf") == "drie-met-komma")
    #expect(try found.component("een").external == [ExternalID(register: "cmdb", id: "1")])
  }

  @Test func namesWithoutARowAreTakenOverAsAssumed() throws {
    let found = try tables(
      (
        "systemen.csv", "Naam;Draait op\nZaaksysteem;Rekenclustr\nRekencluster;Stroom\n"
      ))
    #expect(try found.component("rekenclustr").evidence.basis == .assumed)
    #expect(try !found.component("rekenclustr").statesRequires)
    let remarks = found.codes(.undeclaredName)
    #expect(remarks.map(\.place?.line) == [2, 3])
    #expect(remarks.first?.hint == "did you mean `Rekencluster`?")
    #expect(remarks.last?.hint == nil)
  }

  @Test func doubleNamesRepetitionsAndContradictions() throws {
    let found = try tables(
      (
        "systemen.csv",
        """
        Nummer;Naam;Eigenaar;RTO
        1;Portaal;Team A;4 uur
        2;Portaal;Team A;4 uur
        3;Archief;Team A;4 uur
        3;Archief;Team A;4u
        4;Loket;Team A;4 uur
        4;Loket;Team B;1 dag
        5;Balie;;onbekend
        5;Balie;Team A;8 uur
        """
      ))
    #expect(
      found.model.components.map(\.id) == ["portaal", "portaal-2", "archief", "loket", "balie"])
    #expect(
      found.codes(.doubleName).map(\.place) == [
        SourcePlace(file: "systemen.csv", line: 3, column: 3)
      ])
    #expect(found.codes(.repeatedRow).map(\.place?.line) == [5])
    let contradictions = found.codes(.contradiction)
    #expect(contradictions.map(\.place?.column) == [9, 16], "\(contradictions)")
    #expect(contradictions.first?.hint?.contains("systemen.csv:6:9") == true)
    let loket = try found.component("loket")
    #expect(loket.owner == "team-a")
    #expect(loket.evidence.basis == .assumed)
    #expect(loket.note?.text(in: .dutch).contains("1 dag") == true)
    let balie = try found.component("balie")
    #expect(balie.continuity.recoveryTimeObjective?.seconds == 28_800.0)
    #expect(balie.owner == "team-a")
    #expect(balie.evidence.basis == .internal)
  }

  @Test func aProcessAndASystemOfOneNameAreTwo() throws {
    let found = try tables(
      ("processen.csv", "Proces;Systemen\nVergunningen;Vergunningen\n"),
      ("systemen.csv", "Naam;Draait op\nVergunningen;geen\n"))
    #expect(found.model.components.map(\.kind) == [.process, .service])
    #expect(try found.needs("vergunningen") == "vergunningen-2~")
    #expect(found.codes(.doubleName).count == 2)
  }

  @Test func relationsHaveADirection() throws {
    let found = try tables(
      (
        "relaties.csv",
        """
        Van;Relatie;Naar;Keuze
        A;draait op;B;
        A; Draait OP ;C;x
        A;draait op;D;x
        B;voedt;C;
        C;kent;D;
        D;praat met;E;
        D;praat met;E;
        E;draait op;E;
        """
      ))
    #expect(try found.needs("a") == "b (c | d)")
    #expect(try found.needs("c") == "b")
    #expect(try found.needs("d") == "e~")
    #expect(found.codes(.leftOut).map(\.place?.line) == [9])
    let entries = found.imported.report.entries
    #expect(entries.contains { $0.subject == "kent" && $0.fate == .ignored && $0.count == 1 })
    #expect(entries.contains { $0.subject == "praat met" && $0.fate == .guessed && $0.count == 2 })
    // Without a list of components a name without a row is no finding.
    #expect(found.codes(.undeclaredName).isEmpty)
  }

  /// What the tables have no word for is named in the language of the report.
  @Test func theReportIsInOneLanguage() throws {
    let report = try tables(("relaties.csv", "Van;Relatie;Naar\nA;;B\n")).imported.report
    for (language, wanted) in [
      (Language.dutch, ["geen opgave van wat het nodig heeft", "een naam zonder regel"]),
      (Language.english, ["no statement of needs", "a name without a row"]),
    ] {
      let subjects = report.entries.map { $0.subject(in: language) }
      #expect(wanted.allSatisfy { subjects.contains($0) }, "\(subjects)")
      #expect(!subjects.contains { $0.contains(" / ") }, "\(subjects)")
      let text = report.report(language: language).text()
      #expect(wanted.allSatisfy { text.contains($0) } && !text.contains(" / "), "\(text)")
    }
  }

  @Test func timesThatCountOfficeHoursAreNoObjectives() throws {
    let found = try tables(
      (
        "processen.csv", "Proces;RTO;MTPD\nA;4 uur kantoortijd;2 dagen\nB;3 dagen;1 dag\nC;snel;\n"
      ))
    let a = try found.component("a")
    #expect(a.continuity.recoveryTimeObjective == nil)
    #expect(a.continuity.maximumTolerablePeriod?.seconds == 172_800.0)
    // A recovery after the tolerable period is a contradiction, and no error of the model.
    let b = try found.component("b")
    #expect(b.continuity.maximumTolerablePeriod == nil)
    #expect(b.evidence.basis == .assumed)
    #expect(found.codes(.contradiction).count == 1)
    #expect(found.codes(.notUnderstood).map(\.place?.line) == [2, 4])
  }

  @Test(arguments: [Language.dutch, .english])
  func peopleAreWholeInEitherLanguage(language: Language) throws {
    let rows = "Naam;Gebruikers\nA;1.200\nB;1,200\nC;1,5\nD;20\n"
    let found = try ImportedTables(Self.map, [("systemen.csv", rows)], language: language)
    let users = try ["a", "b", "c", "d"].map { try found.component($0).users }
    #expect(users == [.known(1_200), .known(1_200), .unknown, .known(20)])
    #expect(found.codes(.notUnderstood).map(\.place?.line) == [4])
  }

  @Test func theHeaderMayStandLower() throws {
    let found = try tables(
      (
        "processen.csv", "Lijst van processen;;\nVersie 3;;\n;;\nPROCES;RTO (uur);Kleur\nA;4;rood\n"
      ))
    #expect(try found.component("a").continuity.recoveryTimeObjective?.seconds == 14_400.0)
    #expect(
      found.imported.report.entries.contains {
        $0.subject == "processen.csv: Kleur" && $0.fate == .ignored && $0.count == 1
      })
  }

  @Test func mistakesOfFilesAreErrors() throws {
    let cases: [(String, String, DiagnosticCode)] = [
      ("systemen.csv", "", .emptyFile), ("systemen.csv", "\n;;\n", .emptyFile),
      ("systemen.csv", "Nam;Soort\nA;B\n", .missingKey), ("anders.csv", "Naam\nA\n", .missingKey),
      ("relaties.csv", "Van;Nar\nA;B\n", .missingKey), ("systemen.csv", "Naam\n\"A\n", .badValue),
    ]
    for (name, text, code) in cases {
      #expect(throws: ReadError.self) { try self.tables((name, text)) }
      do throws(ReadError) {
        let map = try TableMapReader().read(text: Self.map, named: "map.yaml")
        _ = try TableImporter(map: map).read(
          [InputFile(text: text, name: name)], options: ImportOptions())
      } catch {
        guard case .invalid(let input) = error else { continue }
        #expect(input.diagnostics.errors.map(\.code) == [code], "\(text)")
      }
    }
  }

  @Test func excelOnWindows() throws {
    let bytes =
      Array("sep=;\r\nNaam;Eigenaar\r\n".utf8) + [0x43, 0x61, 0x66, 0xE9] + Array(";€\r\n".utf8)
    var latin = bytes
    let euro = latin.count - 5
    latin.replaceSubrange(euro..<(euro + 3), with: [0x80])
    let map = try TableMapReader().read(text: Self.map, named: "map.yaml")
    let read = try TableImporter(map: map).read(
      [InputFile(bytes: latin, name: "systemen.csv")], options: ImportOptions())
    #expect(read.model.components.first?.name?.text(in: .dutch) == "Café")
    #expect(read.model.parties.first?.name?.text(in: .dutch) == "€")
    #expect(read.warnings.map(\.code) == [.otherEncoding])
  }
}
