import Foundation
import Testing

/// What happens when a result cannot be written, or nobody reads it.
@Suite struct WritingTests {
  private let folder: TemporaryFolder
  private let model: String

  init() throws {
    folder = try TemporaryFolder()
    model = try folder.write("net.yaml", Array(TestNetwork.text.utf8))
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func aFullDeviceEndsWith74AndOneMessage() throws {
    for line in ["> /dev/full", "-o /dev/full"] {
      let run = try CommandRun(shell: "depgraph sectors \(line)")
      #expect(run.status == 74, "\(line)")
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(run.errors.contains("No space left on device"))
    }
  }

  /// The device is written to, not replaced by a file of its name.
  @Test func aDeviceStaysADevice() throws {
    let run = try CommandRun(shell: "depgraph sectors -o /dev/null && test -c /dev/null")
    #expect(run.status == 0)
    #expect(try CommandRun(shell: "depgraph sectors -o /dev/stdout").output.hasPrefix("Sectors\n"))
  }

  /// A limit on file sizes stands in for a full disk: the old file stays, nothing is left beside it.
  @Test func aFileIsWrittenWholeOrNotAtAll() throws {
    let path = try folder.write("old.txt", Array("old".utf8))
    let run = try CommandRun(
      shell: "trap '' XFSZ; ulimit -f 1; depgraph blast '\(model)' kern -o '\(path)' 2>&1")
    #expect(run.status == 74)
    #expect(run.output.contains("cannot write \(path)"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try names == ["net.yaml", "old.txt"])
  }

  @Test func aMissingFolderEndsWith74() throws {
    let run = try CommandRun("sectors", "-o", folder.path + "/none/x.txt")
    #expect(run.status == 74 && run.output.isEmpty)
    #expect(run.errors.contains("No such file or directory"))
  }

  @Test func anOldFileIsReplacedWithItsModeAndThroughLinks() throws {
    let path = try folder.write("result.json", Array("old".utf8))
    let link = folder.path + "/link.json"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(try CommandRun("sectors", "-o", link).status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("{\n"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    #expect(try names == ["link.json", "net.yaml", "result.json"])
  }

  @Test func aReaderThatGoesIsNoFailure() throws {
    let pipe = "set -o pipefail; depgraph register '\(model)' --format json 2>/dev/null | head -c 1"
    let run = try CommandRun(shell: pipe)
    #expect(run.status == 0)
    #expect(run.output == "{")
    let closed = try CommandRun(
      shell: "depgraph sectors 2>&1 >/dev/full | true; exit ${PIPESTATUS[1]}")
    #expect(closed.status == 0)
  }
}
