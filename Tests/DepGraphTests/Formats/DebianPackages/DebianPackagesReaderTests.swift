import Foundation
import Testing

@testable import DepGraph

@Suite struct DebianPackagesReaderTests {
  private func read(_ text: String, recommends: Bool = false) throws(ReadError) -> ImportedModel {
    var reader = DebianPackagesReader()
    reader.takesRecommendations = recommends
    let file = InputFile(text: text, name: "Packages", limit: DebianPackagesReader.greatestSize)
    return try reader.read([file], options: ImportOptions())
  }

  private static let index = """
    Package: shell
    Version: 1.0-1
    Depends: base (>= 2), editor | viewer:any,
     c++-library
    Recommends: manual, painter | drawer
    Conflicts: other-shell
    Description: a shell
     with a long text.

    Package: base
    Version: 2
    Pre-Depends: nothing-known
    Provides: floor (= 2)

    Package: base
    Version: 10
    Provides: floor

    Package: nano
    Provides: editor
    Depends: floor, editor

    Package: vim
    Provides: editor
    Depends: base, base

    Package: c++-library

    Package: manual
    Depends: missing | base

    """

  @Test func dependenciesBecomeFormulas() throws {
    let imported = try read(Self.index, recommends: true)
    let model = imported.model
    let formulas = model.components.map { "\($0.id): \(MergeText.requirement($0.requires))" }
    #expect(
      formulas == [
        "shell: [base, any(nano, vim), c-library]", "base: []", "nano: [base]", "vim: [base]",
        "c-library: []", "manual: [base]",
      ])
    #expect(model.components.allSatisfy { $0.kind == .software && $0.statesRequires })
    #expect(model.components[4].external == [ExternalID(register: "debian", id: "c++-library")])
    #expect(model.components[0].degradesWithout.map(\.target) == ["manual"])
    let ignored = imported.report.entries.filter { $0.fate == .ignored }.map(\.subject)
    #expect(ignored.contains("(>= …)") && ignored.contains("Conflicts"))
  }

  @Test func anAlternativeThatNothingSatisfiesIsCounted() throws {
    let imported = try read("Package: a\nDepends: b | ghost | spirit, b\n\nPackage: b\n")
    #expect(MergeText.requirement(imported.model.components[0].requires) == "[b]")
    let lost = imported.report.entries.filter { $0.fate == .ignored && $0.subject == "|" }
    #expect(lost.map(\.count) == [2])
  }

  @Test func whatNothingSatisfiesIsUnknown() throws {
    let imported = try read("Package: a\nDepends: ghost | spirit\n")
    #expect(imported.model.components[0].hasUnknownRequirement)
    #expect(imported.report.count(.guessed) == 1)
  }

  @Test(arguments: [
    ("1.0", "1.1"), ("1.9", "1.10"), ("1.0~rc1", "1.0"), ("1.0", "1.0+b1"), ("1.0-1", "1.0-2"),
    ("9", "1:0"), ("1.0a", "1.0b"), ("1.0a", "1.0+"), ("1.0~~", "1.0~"), ("1.0-1", "1.0-1.1"),
  ])
  func versionsAreInDebiansOrder(earlier: String, later: String) {
    #expect(DebianVersion(earlier) < DebianVersion(later))
    #expect(!(DebianVersion(later) < DebianVersion(earlier)))
    #expect(DebianVersion("1.00") == DebianVersion("1.0"))
  }

  @Test(arguments: [
    ("Package a\n", ["bad-value 1:1"]), (" goes on\n", ["bad-value 1:1"]),
    ("Version: 1\n", ["missing-key 1:1"]), ("Package: a b\n", ["bad-id 1:10"]),
    ("Package: a\nDepends: b (>= 1\n", ["bad-value 2:10"]),
    ("Package: a\nDepends: b | | c\n", ["bad-value 2:10"]),
    ("Package: a\nVersion: 1\nVersion: 2\nDepends: (\n", ["bad-value 4:10", "duplicate-key 3:1"]),
    ("\n\n", ["empty-file 1:1"]), ("", ["empty-file 1:1"]),
    ("Package: a\n\nPackage: \n\nPackage: ?\n", ["bad-id 3:10", "bad-id 5:10"]),
  ])
  func mistakesAreToldAtTheirPlaces(text: String, wanted: [String]) {
    let error = #expect(throws: ReadError.self) { try read(text) }
    guard case .invalid(let input) = error else { return }
    let found = input.diagnostics.map {
      "\($0.code.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)"
    }
    #expect(found.sorted() == wanted.sorted())
  }

  @Test func everyPrefixIsReadOrRefused() {
    let bytes = Array(Self.index.utf8)
    for length in 0..<bytes.count {
      let text = String(decoding: bytes[..<length], as: UTF8.self)
      _ = try? read(text)
    }
  }
}

/// The standing test at scale: the index of the machine that the test runs on.
@Suite struct DebianScaleTests {
  /// How many packages are down with one, by looking at every package until nothing changes.
  private func naiveDown(_ model: Model, with seed: String) -> Int {
    var numbers: [String: Int] = [:]
    for (number, component) in model.components.enumerated() { numbers[component.id] = number }
    let clauses: [[[Int]]] = model.components.map { component in
      guard case .group(let all) = component.requires else { return [] }
      // Of what is unknown nobody knows that it has failed.
      return all.members.map { $0.references.compactMap { numbers[$0.target] } }
        .filter { !$0.isEmpty }
    }
    var isDown = [Bool](repeating: false, count: clauses.count)
    if let seed = numbers[seed] { isDown[seed] = true }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for number in clauses.indices where !isDown[number] {
        for clause in clauses[number] where !clause.contains(where: { !isDown[$0] }) {
          isDown[number] = true
          hasChanged = true
          break
        }
      }
    }
    return isDown.count { $0 }
  }

  @Test func theIndexOfThisMachineIsReadAndPropagated() throws {
    guard let text = try Self.availablePackages() else { return }
    let file = InputFile(text: text, name: "available", limit: DebianPackagesReader.greatestSize)
    let imported = try DebianPackagesReader().read([file], options: ImportOptions())
    let stanzas = text.split(separator: "\n").lazy.filter { $0.hasPrefix("Package: ") }
    #expect(imported.model.components.count == Set(stanzas.map { String($0) }).count)
    guard imported.model.components.contains(where: { $0.id == "libc6" }) else { return }
    let compiled = try CompiledModel(imported.model)
    let radius = BlastRadius(.init(try compiled.seeds(["libc6"])), in: compiled)
    let wanted = naiveDown(imported.model, with: "libc6")
    // The one that failed by itself is not among those that are down with it.
    #expect(radius.down.count + 1 == wanted)
    #expect(wanted > imported.model.components.count / 4)
  }

  /// What `apt-cache dumpavail` prints: four sections of it, some ten thousand packages, or with
  /// `DEPGRAPH_SCALE=1` all of it; nil where there is no such program or no index.
  private static func availablePackages() throws -> String? {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/apt-cache") else { return nil }
    let folder = try TemporaryFolder()
    let path = try folder.write("available", [])
    let isWhole = ProcessInfo.processInfo.environment["DEPGRAPH_SCALE"] == "1"
    let sections = "awk -v RS= -v ORS='\\n\\n' '/\\nSection: (libs|admin|utils|net)\\n/'"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "/usr/bin/apt-cache dumpavail | " + (isWhole ? "cat" : sections) + " > '\(path)'",
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.utf8.count > 1_000_000 ? text : nil
  }
}
