import Foundation
import Testing

@testable import DepGraph

/// Files that are broken on purpose: each is refused, soon, with a place and in words.
@Suite struct BrokenRegisterFilesTests {
  private static func files(_ format: String) throws -> [String] {
    let folder = Fixture.path("broken/\(format)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return names.map { folder + "/" + $0 }
  }

  private func holdsRefused(
    _ format: String, least: Int, _ read: (String) throws(ReadError) -> Void
  ) throws {
    let files = try Self.files(format)
    #expect(files.count >= least)
    for file in files {
      let name = FileFingerprint.name(of: file)
      do throws(ReadError) {
        try read(file)
        Issue.record("\(format)/\(name) was taken")
      } catch {
        guard case .invalid(let input) = error else {
          Issue.record("\(format)/\(name): \(error)")
          continue
        }
        let errors = input.diagnostics.errors
        #expect(!errors.isEmpty, "\(format)/\(name)")
        #expect(
          errors.allSatisfy { $0.place?.file == file && $0.message.isEmpty == false },
          "\(format)/\(name): \(errors)")
      }
    }
  }

  @Test func tables() throws {
    try holdsRefused("csv", least: 15) { file throws(ReadError) in
      _ = try CSVTablesReader().read([file])
    }
  }

  @Test func packageIndexes() throws {
    try holdsRefused("debian", least: 10) { file throws(ReadError) in
      _ = try DebianPackagesReader().read([file])
    }
  }

  @Test func netBoxFiles() throws {
    try holdsRefused("netbox", least: 10) { file throws(ReadError) in
      _ = try NetBoxReader().read([file])
    }
  }

  @Test func iTopFiles() throws {
    try holdsRefused("itop", least: 8) { file throws(ReadError) in
      _ = try ITopReader().read([file])
    }
  }

  @Test func modelsInJSON() throws {
    try holdsRefused("models", least: 5) { file throws(ReadError) in
      _ = try ModelReader().read(file)
    }
  }

  /// Every beginning of a good table, and bytes changed at random: read or refused, and no crash.
  @Test func beginningsAndMutationsOfTables() {
    let tables = [
      "id;name;kind;requires;shares:site\na;\"A\"\"é\";site;;\nb;B;service;nothing;a\n",
      "dependent;target;group;need;holdup\nb;a;1/2;2;4h\nb;a;;;\n",
    ].map { Array($0.utf8) }
    let read = { (first: [UInt8], second: [UInt8]) in
      let files = [
        CSVFile(name: "c.csv", bytes: first), CSVFile(name: "r.csv", bytes: second),
      ]
      _ = try? CSVTablesReader().read(files, options: ImportOptions())
    }
    for length in 0...tables[0].count { read(Array(tables[0][..<length]), tables[1]) }
    for length in 0...tables[1].count { read(tables[0], Array(tables[1][..<length])) }
    var state: UInt64 = 11
    for _ in 0..<2000 {
      var copies = tables
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let table = Int(state >> 60) & 1
        let place = Int(state >> 33) % copies[table].count
        copies[table][place] = UInt8(truncatingIfNeeded: state >> 20)
      }
      read(copies[0], copies[1])
    }
  }
}
