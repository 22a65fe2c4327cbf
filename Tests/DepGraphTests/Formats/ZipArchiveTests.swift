import Foundation
import Testing

@testable import DepGraph

@Suite struct ZipArchiveTests {
  private var two: ZipMaker {
    var zip = ZipMaker()
    zip.entries = [.init("a/one.txt", "first"), .init("two.txt", "the second")]
    return zip
  }

  private func flaw(_ bytes: [UInt8]) -> ZipFlaw? {
    do throws(ZipFlaw) {
      let archive = try ZipArchive(bytes)
      for entry in archive.entries { _ = try archive.contents(of: entry) }
      return nil
    } catch {
      return error
    }
  }

  @Test func readsWhatIsPacked() throws {
    var zip = two
    zip.comment = Array("a remark".utf8)
    let archive = try ZipArchive(zip.bytes)
    #expect(archive.entries.map(\.name) == ["a/one.txt", "two.txt"])
    let entry = try #require(archive.entry(named: "TWO.txt"))
    #expect(String(decoding: try archive.contents(of: entry), as: UTF8.self) == "the second")
  }

  /// What another program packed and deflated, entry by entry.
  @Test func inflatesWhatOthersDeflated() throws {
    let path = "models/voorbeeld/aangeleverd/applicatielijst.xlsx"
    let file = try InputFile(
      path: Fixture.root.appendingPathComponent(path).path, name: path)
    let archive = try ZipArchive(file.bytes)
    #expect(archive.entries.contains { $0.method == 8 })
    for entry in archive.entries {
      let contents = try archive.contents(of: entry)
      #expect(ZipMaker.checksum(of: contents) == entry.checksum, "\(entry.name)")
    }
  }

  @Test func refusesWhatDoesNotHold() {
    let cases: [(ZipFlaw, (inout ZipMaker) -> Void)] = [
      (.encrypted("two.txt"), { $0.entries[1].flags = 1 }),
      (.method("two.txt"), { $0.entries[1].method = 12 }),
      (.damaged("two.txt"), { $0.entries[1].checksum = 1 }),
      (.damaged("two.txt"), { $0.entries[1].size = 3 }),
      (.damaged("two.txt"), { $0.entries[1].method = 8 }),
      (.name("../two.txt"), { $0.entries[1].name = "../two.txt" }),
      (.name("/etc/passwd"), { $0.entries[1].name = "/etc/passwd" }),
      (.name("a\\b"), { $0.entries[1].name = "a\\b" }),
      (.name("C:x"), { $0.entries[1].name = "C:x" }),
      (.name(""), { $0.entries[1].name = "" }),
      (.duplicate("A/ONE.txt"), { $0.entries[1].name = "A/ONE.txt" }),
      (.misplaced("two.txt"), { $0.entries[1].localName = "other.txt" }),
      (.misplaced("two.txt"), { $0.entries[1].offset = 3 }),
      (.misplaced("two.txt"), { $0.entries[1].offset = 9_999_999 }),
      (.unsupported, { $0.entries[1].offset = 0xFFFF_FFFF }),
      (.directory, { $0.shift = 1 }),
      (.directory, { $0.shift = -1 }),
      (.directory, { $0.statedCount = 1 }),
      (.directory, { $0.statedCount = 3 }),
      (.unsupported, { $0.statedCount = 0xFFFF }),
      (.tooManyEntries(60_000), { $0.statedCount = 60_000 }),
      (
        .bomb("two.txt"),
        {
          $0.entries[1].method = 8
          $0.entries[1].size = 100 << 20
        }
      ),
      (
        .tooLarge("two.txt"),
        {
          $0.entries[1].method = 8
          $0.entries[1].size = 3_000_000_000
        }
      ),
    ]
    for (expected, change) in cases {
      var zip = two
      change(&zip)
      #expect(flaw(zip.bytes) == expected)
    }
  }

  /// Two entries over the same bytes: the way in which a small file unpacks to petabytes.
  @Test func refusesEntriesThatShareBytes() {
    var zip = two
    zip.entries[1].name = "a/one.two"
    zip.entries[1].localName = "a/one.two"
    zip.entries[1].offset = 0
    // Both headers cannot stand at one place: the name there is the first one's.
    #expect(flaw(zip.bytes) == .overlap("a/one.two") || flaw(zip.bytes) == .misplaced("a/one.two"))
    var inner = ZipMaker()
    inner.entries = [.init("x", "y")]
    var outer = ZipMaker()
    outer.entries = [.init("whole", ""), .init("x", "y")]
    outer.entries[0].bytes = inner.bytes
    // The second lies inside the first one's bytes, where a local header of its name stands.
    outer.entries[1].offset = UInt32(30 + 5)
    #expect(flaw(outer.bytes) == .overlap("x"))
  }

  /// A list of many files of a hundred megabytes each is refused before one of them is unpacked.
  @Test func boundsTheSum() {
    var zip = ZipMaker()
    for number in 0..<6 {
      var entry = ZipMaker.Entry("\(number)", "")
      entry.bytes = Array(repeating: 0, count: 500_000)
      entry.method = 8
      entry.size = 100 << 20
      zip.entries.append(entry)
    }
    #expect(flaw(zip.bytes) == .tooLarge("5"))
  }

  @Test func everyPrefixIsRefused() {
    let bytes = two.bytes
    for length in bytes.indices {
      #expect(flaw(Array(bytes[..<length])) != nil, "the first \(length) bytes")
    }
  }
}
