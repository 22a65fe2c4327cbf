import Foundation
import Testing

/// The commands that draw, run as a newcomer would.
@Suite struct PictureCommandTests {
  private let folder: TemporaryFolder
  private let model: String

  init() throws {
    folder = try TemporaryFolder()
    model = try folder.write("net.yaml", Array(TestNetwork.text.utf8))
  }

  @Test func aBriefingIsAFolderThatStandsAlone() throws {
    let run = try CommandRun("brief", model, "-o", folder.path + "/brief", "--lang", "en")
    #expect(run.status == 0, "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/brief")
    let results = names.filter { $0.hasSuffix(".json") }.map { $0.dropLast(5) }
    #expect(Set(["validate", "register", "blast", "spof", "contracts"]).isSubset(of: results))
    for result in results { #expect(names.contains("\(result).csv")) }
    for figure in ["overview", "blast", "spof", "contracts", "suppliers"] {
      for ending in ["svg", "pdf", "png"] { #expect(names.contains("\(figure).\(ending)")) }
    }
    #expect(names.contains("briefing.md") && names.contains("print"))
    let page = try String(contentsOfFile: folder.path + "/brief/index.html", encoding: .utf8)
    #expect(page.contains("<html lang=\"en\">"))
    #expect(page.components(separatedBy: "<svg").count > 5)
    // Nothing is fetched: no address is a source of anything on the page.
    for word in ["src=", "@import", "url(", "<script", "<link"] { #expect(!page.contains(word)) }
    #expect(run.output.contains("Down for certain"))
    #expect(run.output.contains("Cannot tell"))
    let json = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/brief/blast.json"))
    let result = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    #expect(result["schema"] as? String == "depgraph/1")
    #expect(result["command"] as? String == "blast")
  }

  @Test func theSameBriefingHasTheSameBytes() throws {
    for name in ["one", "two"] {
      let run = try CommandRun("brief", model, "-o", "\(folder.path)/\(name)")
      #expect(run.status == 0)
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/one") {
      let first = FileManager.default.contents(atPath: "\(folder.path)/one/\(name)")
      let second = FileManager.default.contents(atPath: "\(folder.path)/two/\(name)")
      #expect(first == second, "\(name)")
    }
  }

  /// Without fonts Graphviz draws boxes and says nothing; here it is said, and nothing is drawn.
  @Test func withoutFontsThereIsNoPictureButAMessage() throws {
    let text = "<?xml version=\"1.0\"?><fontconfig><dir>/nonexistent</dir></fontconfig>"
    let fonts = try folder.write("fonts.conf", Array(text.utf8))
    let environment = ["FONTCONFIG_FILE": fonts]
    let path = folder.path + "/picture.svg"
    let run = try CommandRun(
      shell: "depgraph render '\(model)' -o '\(path)'", environment: environment)
    #expect(run.status == 70)
    #expect(run.errors.contains("no font stands in for Arial"))
    #expect(!FileManager.default.fileExists(atPath: path))
    let doctor = try CommandRun(shell: "depgraph doctor --lang en", environment: environment)
    #expect(doctor.status == 70)
    let brief = try CommandRun(
      shell: "depgraph brief '\(model)' --lang en -o '\(folder.path)/brief'",
      environment: environment)
    #expect(brief.status == 0)
    let page = try String(contentsOfFile: folder.path + "/brief/index.html", encoding: .utf8)
    #expect(page.contains("the same content as a table"))
    // Charts are drawn without Graphviz; of diagrams there is none.
    #expect(!page.contains("class=\"page-picture\""))
  }

  @Test func aFolderThatCannotBeWrittenEndsWith74() throws {
    let file = try folder.write("file", [])
    let run = try CommandRun("brief", model, "-o", file + "/inside")
    #expect(run.status == 74)
    #expect(run.errors.contains("\(file)/inside"))
    let render = try CommandRun("render", model, "-o", file + "/inside.svg")
    #expect(render.status == 74)
  }

  /// Graphviz would put other names in their place.
  @Test func namesWithBackslashesAreDrawnAsWritten() throws {
    let text = """
      depgraph: 1
      name: 'M \\G'
      basis: fictional
      components:
        - {id: a, kind: network-element, name: 'Z \\N'}
        - {id: b, kind: consumer, name: 'S \\E', requires: [a]}
      """
    let names = try folder.write("names.yaml", Array(text.utf8))
    let path = folder.path + "/names.svg"
    #expect(try CommandRun("render", names, "a", "--view", "blast", "-o", path).status == 0)
    let svg = try String(contentsOfFile: path, encoding: .utf8)
    let drawn =
      svg.matches(of: /<text[^>]*>([^<]*)<\/text>/).map { String($0.1) }.joined(
        separator: "|") + "|"
    for name in ["Z \\N|", "S \\E|", ": M \\G "] { #expect(drawn.contains(name), "\(drawn)") }
    #expect(try CommandRun("render", names, "-o", folder.path + "/x.gif").status == 64)
  }

  @Test func aPageHasTheShapeAskedFor() throws {
    for (page, ratio) in [("wide", 960.0 / 540), ("a4", 842.0 / 595)] {
      let path = "\(folder.path)/\(page).svg"
      let run = try CommandRun("render", model, "--page", page, "-o", path)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains(/kleinste letter [0-9,]+ pt|smallest type [0-9.]+ pt/))
      let svg = try String(contentsOfFile: path, encoding: .utf8)
      let box = try #require(
        svg.firstMatch(of: /viewBox="0(?:\.0+)? 0(?:\.0+)? ([0-9.]+) ([0-9.]+)"/))
      let (width, height) = (try #require(Double(box.1)), try #require(Double(box.2)))
      #expect(abs(width / height - ratio) < 0.01)
    }
  }

  @Test func aHeatMapIsDrawnForAllOrForSome() throws {
    let path = folder.path + "/spof.svg"
    let run = try CommandRun("render", model, "--view", "spof", "-o", path)
    #expect(run.status == 0, "\(run.errors)")
    let svg = try String(contentsOfFile: path, encoding: .utf8)
    #expect(svg.contains("Kern neemt er"))
    let some = try CommandRun(
      "render", model, "--view", "spof", "--format", "dot", "--for", "loket", "--lang", "en")
    #expect(some.status == 0 && some.output.contains("has one single point of failure: Core"))
    #expect(try CommandRun("render", model, "kern", "--view", "spof").status == 64)
    #expect(try CommandRun("render", model, "--view", "spof", "--for", "nobody").status == 2)
  }

  @Test func aNetworkIsDrawnWholeOrAfterAFailure() throws {
    let text = "depgraph: 1\nbasis: fictional\ncomponents:\n" + NetworkViewTests.tail + "\n"
    let net = try folder.write("links.yaml", Array(text.utf8))
    let path = folder.path + "/net.svg"
    let run = try CommandRun("render", net, "--view", "network", "--lang", "en", "-o", path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("can each split net"))
    let failed = try CommandRun(
      "render", net, "feed", "--view", "network", "--network", "net", "--format", "dot", "--lang",
      "en")
    #expect(failed.status == 0 && failed.output.contains("net falls into 2 parts"))
    let unknown = try CommandRun("render", net, "--view", "network", "--network", "nat")
    #expect(unknown.status == 2 && unknown.errors.contains("net"))
    let none = try CommandRun("render", model, "--view", "network")
    #expect(none.status == 2 && none.errors.contains("no network"))
  }
}
