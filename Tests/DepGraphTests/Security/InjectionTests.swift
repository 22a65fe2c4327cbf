import Foundation
import Testing

@testable import DepGraph

/// Texts of a model stay texts, whatever they mean to who reads what was written.
///
/// One model that uses every key, with a hostile text in each free one, goes through every command;
/// then every file is looked into as its reader would.
@Suite struct InjectionTests {
  private let model: PlantedModel
  private let output: TemporaryFolder

  init() throws {
    model = try PlantedModel(PlantedModel.hostileTexts())
    output = try TemporaryFolder()
  }

  /// The questions, with what they are asked with; `M` is the model and `F` its folder.
  private static let questions = [
    "validate M", "blast M router", "why M user router", "register M", "spof M --groups",
    "cutsets M user", "pathsets M user", "questions M", "contracts M", "suppliers M",
    "availability M", "coldstart M", "plans M", "measures M", "protection M", "harden M", "worst M",
    "check M --rules F/rules.yaml", "escalate M --failed router --clocks F/clocks.yaml",
    "restore M --failed router", "vital M --criteria F/criteria.yaml --subject router",
    "exercise F/scenario.yaml",
  ]

  @Test func textsStayTextsInEveryFile() throws {
    try #require(model.count > 100, "the fixtures have more free texts than this")
    let brief = try CommandRun("brief", model.path, "-o", "\(output.path)/brief", "--lang", "en")
    #expect(brief.status == 0, "\(brief.errors)")
    expectPlainLines(brief.output + brief.errors, of: "brief")
    let explore = try CommandRun("explore", model.path, "-o", "\(output.path)/explore.html")
    #expect(explore.status == 0, "\(explore.errors)")
    let sheets = try CommandRun(
      "escalate", model.path, "--failed", "router", "--sheets", "\(output.path)/escalate.html")
    #expect(sheets.status <= 1, "\(sheets.errors)")
    for view in ["overview", "contracts", "suppliers"] {
      let run = try CommandRun(
        "render", model.path, "--view", view, "-o", "\(output.path)/\(view).svg")
      #expect(run.status == 0, "\(view): \(run.errors)")
      expectPlainLines(run.errors, of: view)
    }
    for format in ["graphml", "json"] {
      let file = "\(output.path)/export.\(format)"
      let run = try CommandRun("export", format, model.path, "-o", file)
      #expect(run.status == 0, "\(format): \(run.errors)")
    }
    var looked: [String: Int] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: output.path).sorted() {
      let ending = (file as NSString).pathExtension
      if try look(into: file, ending) { looked[ending, default: 0] += 1 }
    }
    // A run that writes nothing would pass all else.
    #expect(looked["html", default: 0] >= 8 && looked["svg", default: 0] >= 10, "\(looked)")
    #expect(looked["csv", default: 0] >= 20 && looked["json", default: 0] >= 20, "\(looked)")
    #expect(looked["md"] == 1 && looked["graphml"] == 1, "\(looked)")
  }

  @Test(arguments: ["text", "md", "csv", "json"])
  func answersSteerNoTerminal(format: String) throws {
    let questions = format == "text" ? Self.questions : ["validate M", "register M", "contracts M"]
    for question in questions {
      let words = question.split(separator: " ").map { word in
        word == "M" ? model.path : String(word).replacing("F/", with: "\(model.folder.path)/")
      }
      let line = words.map { "'\($0)'" }.joined(separator: " ")
      let run = try CommandRun(shell: "depgraph \(line) --format \(format)")
      #expect(run.status <= 1, "\(question): \(run.errors)")
      #expect(!run.output.isEmpty, "\(question)")
      expectPlainLines(run.output, of: format == "csv" ? "\(question).csv" : question)
      expectPlainLines(run.errors, of: question)
    }
  }

  /// The names of files are handed over too.
  @Test func namesOfFilesSteerNoTerminal() throws {
    for text in try PlantedModel.hostileTexts()
    where !text.contains("/") && !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      let path = "\(output.path)/\(text).yaml"
      let run = try CommandRun("validate", path)
      #expect(run.status == 74)
      expectPlainLines(run.errors, of: "validate")
      #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    }
  }

  // MARK: - Looking into files

  /// Looks into a file as its ending asks.
  ///
  /// - Returns: Whether something is known of such files.
  private func look(into file: String, _ ending: String) throws -> Bool {
    guard ["html", "svg", "csv", "json", "md", "graphml", "txt"].contains(ending) else {
      return false
    }
    let text = try String(contentsOfFile: "\(output.path)/\(file)", encoding: .utf8)
    // An export gives every letter of the model back.
    let isExact = file.hasPrefix("export.")
    // Sheets as plain text are parted by form feeds.
    if !isExact { expectPlainLines(text.replacing("\u{0C}", with: ""), of: file) }
    switch ending {
    case "html": PageExpectations(text, of: file, isExplorer: file == "explore.html").hold()
    case "svg", "graphml": try MarkupExpectations(text, of: file).hold()
    case "csv": TableExpectations(text, of: file).hold()
    case "json": _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    case "md": expectPlainMarkdown(text, of: file)
    default: break
    }
    return true
  }

  /// Holds that a text steers no terminal, turns no direction of writing, and begins no line of its
  /// own making.
  private func expectPlainLines(_ text: String, of name: String) {
    let steering = text.unicodeScalars.first { scalar in
      switch scalar.value {
      // A tab moves to the right within its line, and that is all.
      case 0x09, 0x0A, 0x0D: false
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    #expect(steering == nil, "\(name) holds U+\(String(steering?.value ?? 0, radix: 16))")
    let lone = text.replacing("\r\n", with: "\n").unicodeScalars.contains("\r")
    #expect(!lone, "\(name) goes back to the beginning of a line")
    // In a cell of a table a line may end, as it is quoted; in markup that is a space.
    guard !["csv", "html", "svg"].contains((name as NSString).pathExtension) else { return }
    for line in text.split(separator: "\n") {
      #expect(!line.hasPrefix("line two: error"), "\(name): \(line)")
      #expect(!line.hasPrefix("depgraph: forged"), "\(name): \(line)")
    }
  }

  /// Holds that Markdown has no tags, and no links but to files beside it.
  private func expectPlainMarkdown(_ text: String, of name: String) {
    let unescaped = text.replacing("\\\\", with: "").replacing("\\<", with: "")
    #expect(!unescaped.contains("<"), "\(name)")
    for part in unescaped.components(separatedBy: "](").dropFirst() {
      let goal = part.prefix { $0 != ")" }
      let isText = unescaped.contains("\\](\(goal)")
      #expect(isText || !goal.contains(":"), "\(name): \(goal)")
    }
  }
}
