import Foundation
import Testing

@testable import DepGraph

@Suite struct RestoreCommandTests {
  private let folder: TemporaryFolder
  private let model: String

  init() throws {
    folder = try TemporaryFolder()
    let text = """
      depgraph: 1
      basis: fictional
      language: nl
      crews:
        - {id: noord, name: Ploeg Noord, skills: [fibre], base: {lat: 52.0, lon: 5.0}}
      components:
        - {id: a, kind: process, requires: [], repair: 2h, mtpd: 6h, users: 5, skills: fibre}
        - {id: b, kind: process, requires: [], repair: 1h, mtpd: 2h, users: 3, forensic: 30m}
        - {id: c, kind: process, requires: [], repair: 4h, mtpd: 5h, users: 8, position: {lat: 52.1, lon: 5.0}}
        - {id: disk, kind: platform, requires: [d], starts-with: [login]}
        - {id: login, kind: platform, requires: [disk]}
        - {id: d, kind: power, skills: [heights]}

      """
    model = try folder.write("jobs.yaml", Array(text.utf8))
  }

  private func result(_ run: CommandRun) throws -> [String: Any] {
    #expect(run.status == 0, "\(run.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(read?["command"] as? String == "restore")
    return try #require(read?["result"] as? [String: Any])
  }

  @Test func itAnswersInJSONWithTheKeysOfTheSpecification() throws {
    let run = try CommandRun(
      "restore", model, "--failed", "a", "c", "--crews", "1", "--strategy", "smith", "--format",
      "json")
    let result = try result(run)
    let order = try #require(result["order"] as? [[String: Any]])
    #expect(order.map { $0["id"] as? String } == ["a", "c"])
    #expect(order.map { $0["rank"] as? Int } == [1, 2])
    #expect(order.map { $0["start"] as? Double } == [0, 7200])
    #expect(order.map { $0["finish"] as? Double } == [7200, 21_600])
    #expect(order.map { $0["crew"] as? String } == ["1", "1"])
    #expect(order.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })
    #expect(order.allSatisfy { $0["unlocks"] is [String] })
    #expect(result["loss"] as? Double == 208_800)
    #expect(result["lowerBound"] as? Double == 208_800)
    #expect(result["optimal"] as? Bool == true)
    #expect(result["coldStart"] as? [[String]] == [])
    #expect((result["strategies"] as? [[String: Any]])?.count == 4)
  }

  @Test func whatNobodyKnowsIsNull() throws {
    let run = try CommandRun("restore", model, "--failed", "d", "--format", "json")
    let result = try result(run)
    #expect(result["coldStart"] as? [[String]] == [["disk", "login"]])
    #expect(result["blocked"] as? [String] == ["disk", "login"])
    #expect(result["unknown"] as? [String] == ["d"])
    let nobody = try #require(result["nobody"] as? [[String: Any]])
    #expect(nobody.map { $0["skills"] as? [String] } == [["heights"]])
    let order = try #require(result["order"] as? [[String: Any]])
    #expect(order.first?["finish"] is NSNull)
    #expect(order.first?["crew"] is NSNull)
  }

  @Test func itTellsWhatToDecideInBothLanguages() throws {
    let dutch = try CommandRun("restore", model, "--failed", "a", "b", "c", "d")
    #expect(dutch.status == 0, "\(dutch.errors)")
    for part in [
      "Eerst beslissen", "--by-hand disk", "geen ploeg heeft wat hiervoor nodig is (heights)",
      "Ploeg Noord", "Stel sporen veilig in b", "Reis naar c", "60 km per uur",
      "Strategieën vergeleken",
    ] {
      #expect(dutch.output.contains(part), "\(part) in \(dutch.output)")
    }
    let english = try CommandRun(
      "restore", model, "--failed", "a", "b", "c", "d", "--lang", "en", "--assume-repair", "4h",
      "--by-hand", "login", "--crews", "2", "--since", "2026-06-05T17:00+02:00", "--for", "a")
    #expect(english.status == 0, "\(english.errors)")
    for part in [
      "By hand", "Start by hand: login", "Secure evidence in b", "4 hours is assumed",
      "The least that brings a back", "Fri 5 Jun 17:00",
    ] {
      #expect(english.output.contains(part), "\(part) in \(english.output)")
    }
  }

  @Test func itDrawsAndPrints() throws {
    let files = ["curve.svg", "gantt.svg", "list.html"].map { folder.path + "/" + $0 }
    let run = try CommandRun(
      "restore", model, "--failed", "a", "b", "c", "--plot", files[0], "--gantt", files[1],
      "--checklist", files[2], "-o", folder.path + "/order.csv")
    #expect(run.status == 0, "\(run.errors)")
    let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    #expect(texts[0].contains("<svg") && texts[0].contains("Processen en afnemers"))
    #expect(texts[1].contains("<svg") && texts[1].contains("Ploeg Noord"))
    #expect(texts[2].contains("<html lang=\"nl\"") && texts[2].contains("Herstel a"))
    let table = try String(contentsOfFile: folder.path + "/order.csv", encoding: .utf8)
    #expect(table.hasPrefix("rank,id,name,crew,contract,start"))
  }

  @Test func itDrawsOnPaperAndForSlides() throws {
    let files = ["curve.pdf", "gantt.PNG"].map { folder.path + "/" + $0 }
    let run = try CommandRun(
      "restore", model, "--failed", "a", "b", "c", "--plot", files[0], "--gantt", files[1])
    #expect(run.status == 0, "\(run.errors)")
    let written = try files.map { try Array(Data(contentsOf: URL(fileURLWithPath: $0))) }
    let page = try PictureSize(of: written[0], .pdf)
    #expect(page == PictureSize(width: 842, height: 595))
    let slide = try PictureSize(of: written[1], .png)
    #expect(slide == PictureSize(width: 1_920, height: 1_080))
    let other = try CommandRun(
      "restore", model, "--failed", "a", "--plot", folder.path + "/curve.gif")
    #expect(other.status == 64)
  }

  @Test func theLeastSetIsAsWritten() throws {
    let text = """
      depgraph: 1
      basis: internal
      components:
        - {id: a, kind: platform, requires: [], repair: 1h}
        - {id: b, kind: platform, requires: [], repair: 2h}
        - {id: p, kind: process, requires: [{any: [{ref: a, basis: assumed, note: x}, b]}]}

      """
    let model = try folder.write("least.yaml", Array(text.utf8))
    let run = try CommandRun(
      "restore", model, "--failed", "a", "b", "--for", "p", "--format", "json")
    let smallest = try #require(try result(run)["smallest"] as? [String: Any])
    let sets = try #require(smallest["sets"] as? [[String]])
    #expect(sets == [["a"], ["b"]])
  }

  @Test func aQuestionAboutNothingIsAnsweredInASentence() throws {
    let run = try CommandRun("restore", model, "--failed", "kind:channel", "--lang", "en")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Nothing has failed: there is nothing to restore."))
  }

  @Test func rowsTellWhatIsInTimeAndWhatCannotBeTold() throws {
    let text = """
      depgraph: 1
      basis: internal
      components:
        - {id: a, kind: platform, requires: [], repair: 1h}
        - {id: b, kind: platform, requires: []}
        - {id: p, kind: process, requires: [a], mtpd: 30m}
        - {id: q, kind: process, requires: [a], mtpd: 2h}
        - {id: r, kind: process, requires: [b], mtpd: 2h}
        - {id: s, kind: process, requires: [a]}

      """
    let model = try folder.write("rows.yaml", Array(text.utf8))
    let run = try CommandRun("restore", model, "--failed", "a", "b", "--format", "json")
    let result = try result(run)
    let rows = try #require(result["awaited"] as? [[String: Any]])
    #expect(
      rows.map { $0["verdict"] as? String } == ["late", "in-time", "cannot-tell", "no-limit"])
    for key in ["loss", "lowerBound", "gap"] { #expect(result[key] is NSNull, "\(key)") }
    #expect(result["optimal"] as? Bool == false)
    let known = try #require(result["known"] as? [String: Any])
    #expect(known["count"] as? Int == 3)
    #expect(known["loss"] as? Double == 10_800)
    let strategies = try #require(result["strategies"] as? [[String: Any]])
    #expect(strategies.allSatisfy { $0["pastTolerated"] is NSNull && $0["loss"] is NSNull })
  }

  @Test func aWrongQuestionIsAMistake() throws {
    #expect(try CommandRun("restore", model, "--failed", "aa").status == 2)
    #expect(try CommandRun("restore", model, "--failed", "a", "--crews", "0").status == 64)
    #expect(try CommandRun("restore", model, "--failed", "a", "--speed", "0").status == 64)
    #expect(try CommandRun("restore", model).status == 64)
  }
}
