import Foundation
import Testing

/// Searches that a limit or Ctrl-C ends, and their exit status.
@Suite struct LongWorkTests {
  private let folder: TemporaryFolder
  private let model: String
  /// A model in which searching sets of nine takes longer than anybody waits.
  private let endless: String

  init() throws {
    folder = try TemporaryFolder()
    model = try folder.write("net.yaml", Array(TestNetwork.text.utf8))
    endless = try folder.write("endless.yaml", SlowModels.endless)
  }

  @Test(arguments: ["worst", "harden"]) func aWholeAnswerEndsWith0(command: String) throws {
    let run = try CommandRun(command, model, "--time-limit", "10m", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\"complete\": true"))
  }

  @Test(arguments: ["worst", "harden"]) func aLimitEndsWith75(command: String) throws {
    let run = try CommandRun(
      command, model, "--time-limit", "0s", "--format", "json", "--lang", "en")
    #expect(run.status == 75)
    #expect(run.output.contains("\"complete\": false"))
    #expect(run.errors.contains("stopped after 0 s (--time-limit); the result is not complete"))
    #expect(!run.errors.contains("\r"), "no progress line where nobody looks")
  }

  @Test func aLimitIsKeptAndGivesWhatWasFound() throws {
    let start = ContinuousClock.now
    let run = try CommandRun(
      "worst", endless, "--order", "9", "--time-limit", "1s", "--format", "json")
    #expect(run.status == 75)
    #expect(run.output.contains("\"value\""), "single failures alone take a moment")
    // Wide, for a machine that has much else to do.
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func controlCEndsWithWhatWasFound() throws {
    for seconds in [1, 4, 16] {
      let run = try CommandRun(
        shell: """
          set -m; '\(CommandRun.executable)' worst '\(endless)' --order 9 --lang en & process=$!
          sleep \(seconds); kill -INT $process; wait $process
          """)
      // The signal came before the program took it: wait longer.
      if run.status == 130 { continue }
      #expect(run.status == 75, "\(run.errors)")
      // On one line: text is wrapped.
      let text = run.output.split { $0.isWhitespace }.joined(separator: " ")
      #expect(text.contains("The worst is losing "))
      #expect(text.contains("The search was stopped: this is the worst so far."))
      #expect(run.errors.contains("depgraph: stopped; the result is not complete"))
      return
    }
    Issue.record("the program never took the signal")
  }

  @Test func wrongNumbersEndWith64() throws {
    for line in [
      "worst \(model) --order 0", "worst \(model) --order 10", "worst \(model) --by money",
      "worst \(model) --top 0", "harden \(model) --top 0", "harden \(model) --by owners",
      "worst \(model) --time-limit soon",
    ] {
      #expect(try CommandRun(shell: "depgraph \(line)").status == 64, "depgraph \(line)")
    }
    #expect(try CommandRun("harden", model, "--for", "lokett").status == 2)
  }
}
