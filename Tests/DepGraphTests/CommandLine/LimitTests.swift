import Foundation
import Testing

@testable import DepGraph

/// Limits on time and memory: which commands have them, and that they hold.
@Suite struct LimitTests {
  private let folder: TemporaryFolder
  /// A model that takes seconds to read.
  private let large: String

  init() throws {
    folder = try TemporaryFolder()
    large = try folder.write("large.yaml", SlowModels.large(40_000))
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  // MARK: - Which commands

  /// Every command but those that only hold others has both options.
  @Test func everyCommandHasLimits() throws {
    let help = try CommandRun("--experimental-dump-help").output
    let tree = try #require(
      try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any])
    let root = try #require(tree["command"] as? [String: Any])
    var seen = 0
    var left = [root]
    while let command = left.popLast() {
      let inner = command["subcommands"] as? [[String: Any]] ?? []
      left += inner
      let name = command["commandName"] as? String ?? ""
      guard inner.allSatisfy({ $0["commandName"] as? String == "help" }), name != "help",
        command["shouldDisplay"] as? Bool != false, name != "__render"
      else { continue }
      let arguments = command["arguments"] as? [[String: Any]] ?? []
      let options = arguments.flatMap { $0["names"] as? [[String: Any]] ?? [] }
        .compactMap { $0["name"] as? String }
      #expect(options.contains("time-limit"), "\(name)")
      #expect(options.contains("memory-limit"), "\(name)")
      seen += 1
    }
    #expect(seen > 50)
  }

  // MARK: - Time

  @Test(arguments: ["validate", "blast", "spof", "register", "suppliers"])
  func workThatIsNotDoneInTimeEndsWith75(command: String) throws {
    let seeds = command == "blast" ? ["c0"] : []
    let line = ([command, "'\(large)'"] + seeds).joined(separator: " ")
    let start = ContinuousClock.now
    let run = try CommandRun(shell: "depgraph \(line) --time-limit 0.1s --lang nl")
    #expect(run.status == 75, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("(--time-limit), voor er een antwoord was; er is niets geschreven"))
    // Wide, for a machine that has much else to do.
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func nothingHalfWrittenStays() throws {
    let old = try folder.write("out.sqlite", Array("old".utf8))
    for limit in ["0.2s", "1s", "2s", "3s"] {
      let run = try CommandRun("convert", large, old, "--time-limit", limit)
      guard run.status == 75 else {
        #expect(run.status == 0, "\(run.errors)")
        break
      }
      #expect(try names == ["large.yaml", "out.sqlite"], "after \(limit)")
      #expect(try String(contentsOfFile: old, encoding: .utf8) == "old")
    }
    #expect(try names == ["large.yaml", "out.sqlite"])
  }

  @Test func aLimitThatIsNotReachedChangesNothing() throws {
    let small = try folder.write("net.yaml", Array(TestNetwork.text.utf8))
    let free = try CommandRun("blast", small, "kern", "--format", "json")
    let limited = try CommandRun(
      "blast", small, "kern", "--format", "json", "--time-limit", "10m", "--memory-limit", "8G")
    #expect(limited.status == 0)
    #expect(limited.output == free.output)
  }

  // MARK: - Memory

  @Test func workThatNeedsMoreMemoryEndsWith75() throws {
    let run = try CommandRun("register", large, "--memory-limit", "40M", "--lang", "en")
    #expect(run.status == 75, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(
      run.errors.contains(
        "stopped at 40M of memory (--memory-limit), before there was an answer; nothing is written")
    )
  }

  /// A search that is ended at the limit gives what it has found.
  @Test func aSearchAtTheLimitOfMemoryGivesWhatItFound() throws {
    let wide = try folder.write("wide.yaml", SlowModels.endless)
    let run = try CommandRun(
      "worst", wide, "--order", "9", "--memory-limit", "1M", "--format", "json", "--lang", "en")
    #expect(run.status == 75, "\(run.errors)")
    #expect(run.output.contains("\"complete\": false"))
    #expect(run.errors.contains("stopped at 1M of memory (--memory-limit)"))
  }

  @Test(arguments: ["0", "-1M", "2X", "many", "99999999999999999999", "9000000T", ""])
  func wrongSizesEndWith64(size: String) throws {
    let run = try CommandRun("sectors", "--memory-limit=\(size)")
    #expect(run.status == 64, "\(size)")
  }

  @Test(arguments: ["500M", "2g", "2GiB", "4000000000", "64MB", "1T"])
  func sizesAreRead(size: String) throws {
    #expect(try CommandRun("sectors", "--memory-limit=\(size)").status == 0, "\(size)")
  }
}
