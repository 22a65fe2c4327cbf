import Foundation
import Testing

/// What Ctrl-C leaves, and that it ends a command at once.
@Suite(.serialized) struct InterruptionTests {
  private let folder: TemporaryFolder
  private let large: String
  private let small: String

  init() throws {
    folder = try TemporaryFolder()
    large = try folder.write("large.yaml", SlowModels.large(30_000))
    small = try folder.write("net.yaml", Array(TestNetwork.text.utf8))
  }

  /// The shortest of some waits for the end after the signal, in seconds, and what was left.
  private func wait(
    after pause: Double, signal: String = "INT", _ line: String
  ) throws -> (seconds: Double, status: Int32) {
    var shortest = (seconds: Double.infinity, status: Int32(0))
    for _ in 0..<5 {
      let run = try CommandRun(
        shell: """
          set -m; '\(CommandRun.executable)' \(line) > /dev/null 2> /dev/null & process=$!
          sleep \(pause); kill -0 $process 2> /dev/null || { echo over; exit 99; }
          start=$(date +%s%N); kill -\(signal) $process; wait $process; status=$?
          echo $(( ($(date +%s%N) - start) / 1000 )); exit $status
          """)
      guard run.status != 99, let micro = Double(run.output.filter(\.isNumber)) else { continue }
      if micro / 1e6 < shortest.seconds { shortest = (micro / 1e6, run.status) }
      if shortest.seconds < 0.2 { break }
    }
    return shortest
  }

  /// While a model is read, compiled or answered about: nothing asks there whether it may go on.
  @Test(arguments: ["validate", "spof", "convert", "export csv", "worst", "cutsets"])
  func controlCEndsWithin200Milliseconds(command: String) throws {
    let rest =
      switch command {
      case "convert": "'\(large)' '\(folder.path)/out.sqlite'"
      case "export csv": "'\(large)' -o '\(folder.path)/tables'"
      case "cutsets": "'\(large)' c29999"
      default: "'\(large)'"
      }
    let (seconds, status) = try wait(after: 0.5, "\(command) \(rest)")
    #expect(seconds < 0.2, "\(command)")
    #expect(status == 130 || status == 75, "\(command)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(
      Set(names).isSubset(of: ["large.yaml", "net.yaml", "tables", "out.sqlite"]), "\(names)")
  }

  @Test(arguments: ["TERM", "HUP"]) func otherSignalsEndItToo(signal: String) throws {
    let out = folder.path + "/out.sqlite"
    let (seconds, status) = try wait(after: 0.5, signal: signal, "convert '\(large)' '\(out)'")
    #expect(seconds < 0.2)
    #expect(status == (signal == "TERM" ? 143 : 129))
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  /// Ctrl-C while a briefing is drawn: the folder stays as it was, whenever it comes.
  @Test func aBriefingIsThereWholeOrNotAtAll() throws {
    let out = folder.path + "/brief"
    let first = try CommandRun("brief", small, "-o", out, "--lang", "en")
    try #require(first.status == 0, "\(first.errors)")
    let before = try contents(of: out)
    // The digest of the model stands on each page.
    let other = try folder.write("other.yaml", Array((TestNetwork.text + "\n# changed\n").utf8))
    var whole: [String: Data]?
    for pause in ["0.2", "0.6", "1.2", "2.5"] {
      let run = try CommandRun(
        shell: """
          set -m; '\(CommandRun.executable)' brief '\(other)' -o '\(out)' --lang en > /dev/null & process=$!
          sleep \(pause); kill -INT $process; wait $process
          """)
      let after = try contents(of: out)
      if run.status == 130 {
        #expect(after == before, "interrupted after \(pause) s")
      } else {
        #expect(run.status == 0)
        whole = after
        break
      }
    }
    if let whole { #expect(whole != before) }
    let left = try FileManager.default.contentsOfDirectory(atPath: out)
    #expect(left.filter { $0.hasPrefix(".") } == [])
  }

  private func contents(of path: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    let walk = FileManager.default.enumerator(atPath: path)
    while let name = walk?.nextObject() as? String {
      found[name] = FileManager.default.contents(atPath: "\(path)/\(name)")
    }
    return found
  }
}
