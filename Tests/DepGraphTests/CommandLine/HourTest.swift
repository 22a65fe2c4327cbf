import Foundation
import Testing

@testable import DepGraph

/// From the dirty tables to the answers, by the commands that the tutorial shows.
@Suite struct HourTest {
  /// The commands of a page: the lines of its blocks for a shell, joined where they go on.
  private static func commands(_ page: String) throws -> [String] {
    var commands: [String] = []
    var isShell = false
    for line in try Fixture.text("docs/tutorials/\(page)").split(separator: "\n") {
      if line.hasPrefix("```") {
        isShell = line == "```sh"
      } else if isShell {
        if line.hasPrefix("depgraph ") { commands.append("") }
        commands[commands.count - 1] += String(line.hasSuffix("\\") ? line.dropLast() : line)
      }
    }
    return commands
  }

  /// A folder in which the commands of the tutorial were run.
  private struct Walk {
    let folder: TemporaryFolder
    let runs: [CommandRun]

    init() throws {
      folder = try TemporaryFolder()
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/models",
        withDestinationPath: Fixture.root.appendingPathComponent("models").path)
      let folder = folder
      runs = try HourTest.commands("uurtest.md").map { line in
        try CommandRun(shell: "cd '\(folder.path)' && \(line)")
      }
    }

    func text(_ name: String) throws -> String {
      try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
    }

    func json(_ line: String) throws -> [String: Any] {
      let run = try CommandRun(shell: "cd '\(folder.path)' && depgraph \(line) --format json")
      let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      return try #require(read?["result"] as? [String: Any], "\(run.errors)")
    }
  }

  @Test func bothPagesShowTheSameFewCommands() throws {
    let dutch = try Self.commands("uurtest.md")
    #expect(dutch == (try Self.commands("hour-test.md")))
    #expect((1...10).contains(dutch.count))
  }

  @Test func theWalkLeadsToTheAnswers() throws {
    let walk = try Walk()
    for run in walk.runs { #expect(run.status == 0, "\(run.errors)") }
    try checkFindings(walk.text("bevindingen.md"))
    try checkSinglePoints(walk)
    try checkFailure(walk)
    let register = try walk.text("register.csv")
    for process in ["vergunningen-verlenen", "meldingen-aannemen", "crisisberaad"] {
      #expect(register.contains(process), "\(register)")
    }
    try checkCalls(walk.text("bellijst.md"))
    try checkQuestions(walk)
    #expect(try walk.text("contracten.md").contains("c-2021-002"))
  }

  /// Every planted flaw is found, with its place.
  private func checkFindings(_ markdown: String) {
    let findings = markdown.replacing("\\", with: "")
    let planted = [
      "impactanalyse.csv:8:1", "impactanalyse.csv:13:", "impactanalyse.csv:10:",
      "applicatielijst.xlsx[Applicaties]!B7", "applicatielijst.xlsx[Applicaties]!D5",
      "applicatielijst.xlsx[Koppelingen]!C5", "did you mean `Rekencluster`?",
      "applicatielijst.xlsx[Oud 2022]!A1", "circuits.csv:1:", "circuits.csv:5:1",
      "contractregister.xlsx[Contracten]!A1", "contractregister.xlsx[Contracten]!D8",
      "did you mean `Meldkamersysteem`?", "telefoonlijst.csv:4:", "3,16E+10",
      "telefoonlijst.csv:5:",
      "telefoonlijst.csv:7:1",
    ]
    for part in planted { #expect(findings.contains(part), "\(part) in \(findings)") }
  }

  private static let singlePoints: [String: Set<String>] = [
    "vergunningen-verlenen": ["zaaksysteem", "rekencluster", "rekencentrum-oost"],
    // On the alternative that was only assumed nobody relies: its two ways count as possible ones.
    "meldingen-aannemen": [
      "meldkamersysteem", "telefonie", "vb-1003", "duct:kanaaltrace", "server-oost",
      "server-west", "rekencentrum-oost", "rekencentrum-west",
    ],
    "uitkeringen-betalen": ["uitkeringssysteem", "rekenclustr"],
    "paspoorten-uitgeven": [
      "basisregistratie", "zaaksysteem", "rekencluster", "rekencentrum-oost",
    ],
    "toezicht-buiten": ["mobiel-netwerk"], "salarissen-betalen": [], "archief-beheren": [],
    "crisisberaad": [],
  ]

  private func checkSinglePoints(_ walk: Walk) throws {
    let targets = try #require(try walk.json("spof model.yaml")["targets"] as? [[String: Any]])
    #expect(targets.count == Self.singlePoints.count)
    for target in targets {
      let id = try #require(target["id"] as? String)
      let spofs = try #require(target["spofs"] as? [[String: Any]])
      #expect(Set(spofs.compactMap { $0["id"] as? String }) == Self.singlePoints[id], "\(id)")
    }
    let unknown = targets.filter { ($0["unknown"] as? [String])?.isEmpty == false }
      .compactMap { $0["id"] as? String }
    #expect(unknown.contains("salarissen-betalen"))
    #expect(unknown.contains("archief-beheren"))
    #expect(!unknown.contains("crisisberaad"))
  }

  private func checkFailure(_ walk: Walk) throws {
    let result = try walk.json("blast model.yaml rekencentrum-oost")
    let down = try #require(result["down"] as? [[String: Any]])
    let verdicts = Dictionary(
      down.map { ($0["id"] as? String ?? "", $0["verdict"] as? String ?? "") },
      uniquingKeysWith: { first, _ in first })
    #expect(verdicts["paspoorten-uitgeven"] == "certain")
    #expect(verdicts["vergunningen-verlenen"] == "possible")
    #expect(verdicts["meldingen-aannemen"] == "possible")
  }

  private func checkCalls(_ calls: String) {
    for part in ["Piket ICT", "06-00000101", "Directeur", "070-0000103"] {
      #expect(calls.contains(part), "\(part) in \(calls)")
    }
  }

  private func checkQuestions(_ walk: Walk) throws {
    let owners = try #require(
      try walk.json("questions model.yaml")["owners"] as? [[String: Any]])
    var asked: Set<String> = []
    for owner in owners {
      let party = owner["owner"] as? String ?? "-"
      for question in owner["questions"] as? [[String: Any]] ?? [] {
        let kind = question["kind"] as? String ?? ""
        let key = (question["key"] as? String).map { " \($0)" } ?? ""
        asked.insert("\(party): \(kind)\(key) \(question["subject"] as? String ?? "")")
      }
    }
    let planted = [
      "-: owner toezicht-buiten", "-: owner uitkeringssysteem",
      "-: confirmation rekenclustr", "meldkamer: confirmation meldingen-aannemen",
      "afdeling-personeel: needs salarissen-betalen",
      "afdeling-informatie: needs archief-beheren",
      "afdeling-informatie: tolerance archief-beheren", "afdeling-ict: needs telefonie",
      "carrier-zuid: shared duct vb-1003", "carrier-noord: validity c-2021-002",
      "meldtechniek-fictie: coverage c-2025-001", "afdeling-burgerzaken: users paspoorten-uitgeven",
    ]
    for question in planted {
      #expect(asked.contains(question), "\(question) in \(asked.sorted())")
    }
    // Not applicable is an answer, and what is answered is not asked.
    #expect(!asked.contains { $0.contains("tolerance paspoorten-uitgeven") })
    #expect(!asked.contains { $0.contains("needs crisisberaad") })
    let list = try walk.text("vragen.md")
    #expect(list.contains("Afdeling ICT"))
    #expect(list.contains("Piket ICT"))
  }
}
