import Foundation
import Testing

/// What the pages of the documentation show is what happens.
@Suite struct PageExampleTests {
  /// Every page that people read.
  static let pages: [String] = {
    let names = FileManager.default.subpaths(atPath: SourceTree.root.path + "/docs") ?? []
    return names.filter { $0.hasSuffix(".md") && !$0.hasPrefix("decisions/") }.sorted()
      .map { "docs/\($0)" }
  }()

  /// The pages that have something to run.
  static let pagesWithCommands = pages.filter { page in
    guard let text = try? Fixture.text(page) else { return true }
    return !PageExample(text).commands.isEmpty
  }

  @Test(arguments: pagesWithCommands) func thePageShowsWhatHappens(_ page: String) throws {
    let example = PageExample(try Fixture.text(page))
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/models",
      withDestinationPath: SourceTree.root.appendingPathComponent("models").path)
    var changes: [(command: PageExample.Command, lines: [String])] = []
    for step in example.steps {
      guard case .run(let command) = step else {
        try Self.write(step, into: folder)
        continue
      }
      let run = try CommandRun(shell: "cd '\(folder.path)' && \(command.line)")
      #expect(run.status == command.status, "\(page): \(command.line)\n\(run.errors)")
      let shown = PageExample.shown(run)
      if !PageExample.matches(shown, command) { changes.append((command, shown)) }
    }
    guard !changes.isEmpty else { return }
    if ProcessInfo.processInfo.environment["DEPGRAPH_RECORD"] == "1" {
      // An excerpt of which nothing is left is written out whole: which lines tell is for people.
      let recorded = changes.filter { !$0.command.isExtract }.map { change in
        (
          command: change.command,
          lines: PageExample.excerpt(of: change.lines, like: change.command.expected)
            ?? change.lines
        )
      }
      try example.text(replacing: recorded).write(
        to: SourceTree.root.appendingPathComponent(page), atomically: true, encoding: .utf8)
      Issue.record("recorded \(page)")
      changes.removeAll { !$0.command.isExtract }
    }
    for (command, lines) in changes {
      Issue.record(
        """
        \(page):\(command.start): `\(command.line)` prints otherwise (DEPGRAPH_RECORD=1 records):
        \(lines.joined(separator: "\n"))
        """)
    }
  }

  /// Writes the file of a step, or those of the page that it borrows from.
  private static func write(_ step: PageExample.Step, into folder: TemporaryFolder) throws {
    switch step {
    case .write(let name, let text, let appends):
      let path = "\(folder.path)/\(name)"
      let old = appends ? try String(contentsOfFile: path, encoding: .utf8) : ""
      _ = try folder.write(name, Array((old + text).utf8))
    case .borrow(let page):
      let lender = PageExample(try Fixture.text("docs/\(page)"))
      for case .write(let name, let text, false) in lender.steps {
        _ = try folder.write(name, Array(text.utf8))
      }
    case .run: break
    }
  }

  /// Guides to algorithms of the library, which no command asks: they show Swift.
  static let guidesInSwift: Set<String> = [
    "Biconnectivity", "DecisionDiagrams", "Dominators", "EdgeConnectivity", "Lanes", "MaximumFlow",
    "Propagation", "SolvedGates", "StrongArticulation", "StronglyConnectedComponents",
  ]

  static let guides = pages.filter { $0.hasPrefix("docs/guides/") }
    .map { String($0.dropFirst("docs/guides/".count).dropLast(".md".count)) }

  /// Guides about how the program is made, which nothing answers.
  static let guidesOfTheHouse: Set<String> = ["Fuzzing"]

  /// Guides that walk through models: what their commands answer, other tests hold.
  static let walks: Set<String> = ["patterns"]

  @Test(arguments: guides.filter { !guidesOfTheHouse.contains($0) })
  func aGuideHasAnExample(_ guide: String) throws {
    let text = try Fixture.text("docs/guides/\(guide).md")
    if Self.walks.contains(guide) {
      #expect(!Self.shellLines(in: text).isEmpty, "\(guide) shows no command")
      return
    }
    if Self.guidesInSwift.contains(guide) {
      #expect(text.contains("```swift"), "\(guide) shows no Swift")
    } else {
      #expect(
        PageExample(text).commands.contains { $0.expected.contains { $0 != PageExample.anyLines } },
        "\(guide) shows no command with its answer")
    }
  }

  @Test(arguments: guides.filter { walks.contains($0) })
  func theCommandsOfAWalkRun(_ guide: String) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/models",
      withDestinationPath: SourceTree.root.appendingPathComponent("models").path)
    var settings = ""
    for line in Self.shellLines(in: try Fixture.text("docs/guides/\(guide).md")) {
      guard line.hasPrefix("depgraph ") else {
        settings += line + "\n"
        continue
      }
      // A model that only the reader has.
      if line.contains(" own.yaml") { continue }
      let run = try CommandRun(shell: "cd '\(folder.path)'\n\(settings)\(line)")
      #expect(run.status == 0, "\(guide): \(line)\n\(run.errors)")
    }
  }

  /// The lines of the blocks for a shell.
  private static func shellLines(in text: String) -> [String] {
    var isShell = false
    return text.split(separator: "\n").compactMap { line in
      if line.hasPrefix("```") {
        isShell = line == "```sh"
        return nil
      }
      return isShell ? String(line) : nil
    }
  }

  @Test func guidesInSwiftAreThere() {
    #expect(Self.guidesInSwift.isSubset(of: Set(Self.guides)))
  }

  @Test(
    arguments: [
      (["a", "b"], ["a", "b"], true), (["a", "b"], ["a"], false), (["a"], ["a", "b"], false),
      (["a", "b", "c"], ["a", "…"], true), (["a", "b", "c"], ["…", "c"], true),
      (["a", "b", "c"], ["…", "b"], false), (["a", "b", "b", "c"], ["…", "b", "c"], true),
      ([], ["…"], true), ([], [], true), (["a"], [], false), (["b", "a"], ["a", "…"], false),
    ] as [([String], [String], Bool)])
  func excerpts(_ printed: [String], _ expected: [String], _ isMatch: Bool) {
    #expect(PageExample.matches(printed[...], expected[...]) == isMatch)
  }

  @Test func anExtractHoldsItsLinesInOrder() {
    let printed = ["{", "  \"a\": [1,", "    2],", "  \"b\": {\"c\": \"d\"}", "}"]
    #expect(PageExample.holds(printed, extract: ["\"a\": [1, 2],", "\"b\": {…\"d\"}", "…", "}"]))
    #expect(!PageExample.holds(printed, extract: ["\"b\": {", "\"a\": [1"]))
    #expect(!PageExample.holds(printed, extract: ["\"a\": [2]"]))
    #expect(PageExample.holds([], extract: []))
  }

  @Test func anExcerptIsTakenAnew() {
    let printed = ["a", "b", "x", "d", "e"]
    let middle = PageExample.excerpt(of: printed, like: ["b", "c", "d", "…"])
    #expect(middle == ["…", "b", "x", "d", "…"])
    #expect(PageExample.excerpt(of: printed, like: ["a", "…", "d", "f"]) == ["a", "…", "d", "e"])
    #expect(PageExample.excerpt(of: printed, like: ["…", "y"]) == nil)
    #expect(PageExample.excerpt(of: printed, like: ["a"]) == printed)
  }

  @Test func aPageIsTakenApart() throws {
    let page = """
      Text
      ```yaml file=a.yaml
      x: 1
      ```
      ```yaml append=a.yaml
      y: 2
      ```
      ```yaml
      not: a file
      ```
      ```console exit=2
      $ one \\
        more
      printed
      $ two
      ```
      """
    let example = PageExample(page)
    #expect(example.steps.count == 4)
    let commands = example.commands
    try #require(commands.count == 2)
    #expect(commands[0].line == "one \\\n  more")
    #expect(commands[0].expected == ["printed"])
    #expect(commands[1].expected.isEmpty)
    #expect(commands.allSatisfy { $0.status == 2 })
    let changed = example.text(replacing: [(commands[0], ["a", "b"]), (commands[1], ["c"])])
    #expect(changed.contains("  more\na\nb\n$ two\nc\n```"))
  }
}
