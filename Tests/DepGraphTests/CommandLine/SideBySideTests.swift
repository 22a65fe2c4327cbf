import Foundation
import Testing

/// Many commands at a time, and many threads in one: nothing is lost, and nothing comes out otherwise.
@Suite struct SideBySideTests {
  private let folder: TemporaryFolder
  private let model: String

  init() throws {
    folder = try TemporaryFolder()
    model = try folder.write("net.yaml", Array(TestNetwork.text.utf8))
  }

  private func files(of path: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    let walk = FileManager.default.enumerator(atPath: path)
    while let name = walk?.nextObject() as? String {
      found[name] = FileManager.default.contents(atPath: "\(path)/\(name)")
    }
    return found
  }

  /// Fifty commands write into one folder, ten of them at a time into each of five files.
  @Test func fiftyCommandsInOneFolderLoseNothing() throws {
    let questions = [
      "blast '\(model)' kern", "spof '\(model)'", "register '\(model)'", "worst '\(model)'",
      "validate '\(model)'",
    ]
    let alone = try questions.map { try CommandRun(shell: "depgraph \($0) --format json").output }
    let out = folder.path + "/out"
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    let lines = (0..<50).map { number in
      "'\(CommandRun.executable)' \(questions[number % 5]) --format json"
        + " -o '\(out)/\(number % 5).json' & all+=($!)"
    }
    let run = try CommandRun(
      shell: "all=(); \(lines.joined(separator: "\n")); \n"
        + "for one in ${all[@]}; do wait $one || exit 9; done")
    #expect(run.status == 0, "\(run.errors)")
    let written = try files(of: out)
    #expect(written.keys.sorted() == (0..<5).map { "\($0).json" })
    for (number, text) in alone.enumerated() {
      #expect(written["\(number).json"] == Data(text.utf8))
    }
  }

  /// Folders are filled by several commands at a time: each file is whole, and nothing else is left.
  @Test func foldersCanBeFilledSideBySide() throws {
    let out = folder.path + "/tables"
    let line = "'\(CommandRun.executable)' export csv '\(model)' -o '\(out)' & all+=($!)"
    let run = try CommandRun(
      shell: "all=(); \(String(repeating: line + "\n", count: 10))\n"
        + "for one in ${all[@]}; do wait $one || exit 9; done")
    #expect(run.status == 0, "\(run.errors)")
    let alone = folder.path + "/alone"
    #expect(try CommandRun("export", "csv", model, "-o", alone).status == 0)
    #expect(try files(of: out) == files(of: alone))
  }

  @Test func oneThreadAndManyGiveTheSameBriefing() throws {
    let one = folder.path + "/one"
    let many = folder.path + "/many"
    #expect(
      try CommandRun("brief", model, "-o", one, "--lang", "en", "--threads", "1").status == 0)
    #expect(
      try CommandRun("brief", model, "-o", many, "--lang", "en", "--threads", "7").status == 0)
    let (first, second) = (try files(of: one), try files(of: many))
    #expect(first.keys.sorted() == second.keys.sorted())
    for (name, bytes) in first { #expect(second[name] == bytes, "\(name)") }
    #expect(first.count > 20)
  }

  @Test func oneThreadAndManyGiveTheSameExplorer() throws {
    let pages = try ["1", "5"].map { threads in
      let path = "\(folder.path)/\(threads).html"
      let run = try CommandRun("explore", model, "-o", path, "--threads", threads)
      #expect(run.status == 0, "\(run.errors)")
      return FileManager.default.contents(atPath: path)
    }
    #expect(pages[0] != nil && pages[0] == pages[1])
  }

  @Test func noThreadAtAllIsAMistake() throws {
    #expect(try CommandRun("brief", model, "--threads", "0").status == 64)
    #expect(try CommandRun("explore", model, "-o", "x.html", "--threads", "0").status == 64)
  }
}
