import Foundation
import Testing

@testable import DepGraph

@Suite struct EscalateCommandTests {
  private let voorbeeld = Fixture.root.appendingPathComponent("models/voorbeeld/voorbeeld.yaml")
    .path
  private let nafin = Fixture.root.appendingPathComponent("models/nafin/nafin.yaml").path
  private let night = Fixture.root.appendingPathComponent("models/nafin/scenarios/2024-08-27.yaml")
    .path
  private let example = Fixture.root.appendingPathComponent("models/escalation/example.yaml").path

  private func result(_ run: CommandRun) throws -> [String: Any] {
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    return try #require(read?["result"] as? [String: Any])
  }

  @Test func thePlantedAnswerStandsInTheResult() throws {
    let run = try CommandRun(
      "escalate", voorbeeld, "--failed", "software:router-os-7", "--since",
      "2026-06-05T23:00+02:00", "--now", "2026-06-05T23:20+02:00", "--clocks", "nis2", "cer",
      "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let result = try result(run)
    #expect(result["level"] as? String == "landelijk")
    #expect((result["unreachable"] as? [String])?.contains("piket-netwerk") == true)
    let notify = try #require(result["notify"] as? [[String: Any]])
    let cio = try #require(notify.first { $0["contact"] as? String == "cio" })
    #expect(cio["channel"] as? String == "koerier")
    #expect(cio["struck"] as? [String] == ["telefonie", "terugvalnummer"])
    #expect(cio["deadline"] as? String == "2026-06-05T23:30:00+02:00")
    let reasons = try #require(result["reasons"] as? [[String: Any]])
    let sectors = try #require(reasons.first { $0["condition"] as? String == "sectors" })
    #expect(sectors["value"] as? Int == 4 && sectors["level"] as? String == "landelijk")
    #expect(result["tracks"] as? [String] == ["it", "cyber"])
    let clocks = try #require(result["clocks"] as? [[String: Any]])
    #expect(clocks.compactMap { $0["id"] as? String } == ["nis2", "cer"])
    let duties = try #require(clocks.first?["duties"] as? [[String: Any]])
    #expect(duties.first?["deadline"] as? String == "2026-06-06T23:00:00+02:00")
  }

  @Test func aReaderAtNightFindsWhoWhenAndHow() throws {
    let dutch = try CommandRun(
      "escalate", voorbeeld, "--failed", "software:router-os-7", "--since",
      "2026-06-05T23:00+02:00", "--now", "2026-06-05T23:20+02:00")
    #expect(dutch.status == 0, "\(dutch.errors)")
    for words in [
      "niveau 4, Landelijk advies", "Koerier met papier", "Piket netwerk", "Geen contact bekend",
    ] {
      #expect(dutch.output.contains(words), "\(words)")
    }
    let english = try CommandRun(
      "escalate", voorbeeld, "--failed", "software:router-os-7", "--since",
      "2026-06-05T23:00+02:00", "--now", "2026-06-05T23:20+02:00", "--lang", "en")
    for words in ["level 4, National advice", "Courier with paper", "No contact known"] {
      #expect(english.output.contains(words), "\(words)")
    }
  }

  @Test func gatesFire() throws {
    let gate = { (gate: String, seed: String) in
      try CommandRun("escalate", voorbeeld, "--failed", seed, "--fail-on", gate).status
    }
    #expect(try gate("unreachable", "software:router-os-7") == 1)
    #expect(try gate("level:ketencrisis", "software:router-os-7") == 1)
    #expect(try gate("unreachable", "gnss-1") == 0)
    #expect(try gate("level:dienstcrisis", "gnss-1") == 0)
    #expect(try gate("level:dienstcrsis", "gnss-1") == 2)
    #expect(try gate("always", "gnss-1") == 64)
  }

  @Test func anAnswerThatNobodyAskedForIsAMistake() throws {
    let run = try CommandRun(
      "escalate", voorbeeld, "--failed", "gnss-1", "--answer", "landelik=yes")
    #expect(run.status == 2)
    #expect(run.errors.contains("landelijk"))
    let yes = try CommandRun(
      "escalate", voorbeeld, "--failed", "gnss-1", "--answer", "landelijk=yes", "--format", "json")
    #expect(try result(yes)["level"] as? String == "landelijk")
    #expect(try CommandRun("escalate", voorbeeld).status == 64)
    #expect(
      try CommandRun(
        "escalate", voorbeeld, "--failed", "gnss-1", "--since", "2026-06-05T23:00+02:00", "--now",
        "2026-06-05T22:00+02:00"
      ).status == 64)
  }

  @Test func aModelWithoutAFrameworkIsAnsweredWithAHint() throws {
    let run = try CommandRun("escalate", nafin, "--scenario", night)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("models/escalation/example.yaml"))
    let laid = try CommandRun(
      "escalate", nafin, "--scenario", night, "--framework", example, "--format", "json")
    #expect(laid.status == 0, "\(laid.errors)")
    let result = try result(laid)
    #expect(result["level"] as? String == "national-advice")
    let replay = try #require(result["replay"] as? [String: Any])
    let levels = try #require(replay["levels"] as? [[String: Any]])
    #expect(levels.compactMap { $0["suggested"] as? Int } == [0, 0, 0, 0])
  }

  @Test func aSituationReportIsPlainText() throws {
    let run = try CommandRun(
      "escalate", voorbeeld, "--failed", "software:router-os-7", "--since",
      "2026-06-05T23:00+02:00", "--now", "2026-06-05T23:20+02:00", "--situation", "-")
    #expect(run.status == 0, "\(run.errors)")
    for words in [
      "1. OORZAAK", "2. BRON", "3. MOGELIJKE ACTOREN", "4. GETROFFEN DOMEIN", "5. GETROFFEN GEBIED",
      "6. VOORUITZICHT OP EEN OPLOSSING", "WAT WIJ WETEN", "WAT WIJ NIET WETEN", "WAT WIJ VRAGEN",
      "VOLGEND BERICHT", "Onbekend.", "6 juni 2026, 00:20",
    ] {
      #expect(run.output.contains(words), "\(words)")
    }
    let folder = try TemporaryFolder()
    let path = folder.path + "/report.txt"
    let english = try CommandRun(
      "escalate", voorbeeld, "--failed", "software:router-os-7", "--lang", "en", "--situation",
      path, "--next-update", "30m")
    #expect(english.status == 0, "\(english.errors)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("WHAT WE DO NOT KNOW") && text.contains("Not known."))
    #expect(english.output.contains("level 4"))
  }

  @Test func sheetsArePrintedForWhoCallsAndForEachRole() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/sheets.html"
    let run = try CommandRun(
      "escalate", voorbeeld, "--failed", "software:router-os-7", "--since",
      "2026-06-05T23:00+02:00", "--sheets", path, "--now", "2026-06-05T23:20+02:00")
    #expect(run.status == 0, "\(run.errors)")
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let sheets = page.components(separatedBy: "<article>").dropFirst()
    // One for whoever calls, and one for each of the six who are told.
    #expect(sheets.count == 7)
    #expect(sheets.allSatisfy { $0.contains("5 juni 2026, 23:20") })
    let cio = try #require(sheets.first { $0.contains("<h1>CIO Ministerie van Voorbeeld</h1>") })
    #expect(cio.contains("NIET GEBRUIKEN") && cio.contains("Koerier met papier"))
    #expect(cio.contains("Vraag om landelijke afstemming."))
    let duty = try #require(sheets.first { $0.contains("<h1>Piket netwerk</h1>") })
    #expect(duty.contains("met een bode"))
    // Black on white: nothing but grey needs ink.
    #expect(!page.contains("color: red") && page.contains("background: #fff"))
  }

  /// In the night in which clocks go back, half an hour later is earlier on the clock.
  @Test func deadlinesCrossAChangeOfClocks() throws {
    let arguments = [
      "escalate", voorbeeld, "--failed", "software:router-os-7", "--since",
      "2026-10-25T02:50+02:00", "--now", "2026-10-25T02:50+02:00",
    ]
    let run = try CommandRun(
      shell: "depgraph \(arguments.joined(separator: " ")) --format json")
    #expect(run.status == 0, "\(run.errors)")
    let notify = try #require(result(run)["notify"] as? [[String: Any]])
    let cio = try #require(notify.first { $0["contact"] as? String == "cio" })
    #expect(cio["deadline"] as? String == "2026-10-25T02:20:00+01:00")
    let text = try CommandRun(shell: "depgraph \(arguments.joined(separator: " "))")
    // The time of the day alone would be read wrongly that night.
    #expect(text.output.contains("02:20 (UTC+1)"))
  }
}
