import DepGraph
import Foundation
import Testing

/// Files that are no models: each is answered, soon and in words.
@Suite struct RobustnessTests {
  private func codes(_ text: String) -> [DiagnosticCode] {
    diagnostics(of: text).filter { $0.severity == .error }.map(\.code)
  }

  @Test(arguments: [
    ("", DiagnosticCode.emptyFile),
    ("# only\n# comments\n", .emptyFile),
    ("---\n", .emptyFile),
    ("- a\n- b\n", .wrongType),
    ("just words\n", .wrongType),
    ("{: [", .notYAML),
    ("depgraph: 1\n\tname: x\n", .notYAML),
    ("depgraph: 1\nname: *nobody\n", .notYAML),
    ("depgraph: 1\n---\ndepgraph: 1\n", .notYAML),
    ("depgraph: 2\nthings: []\n", .wrongVersion),
    ("depgraph: one\n", .wrongVersion),
    ("name: x\n", .wrongVersion),
    ("depgraph: 1\nname: a\u{0}b\n", .notText),
    ("depgraph: 1\nname: a\u{1}b\n", .notText),
    ("depgraph: 1\n[a, b]: c\n", .notYAML),
    ("depgraph: 1\n? {a: b}\n: c\n", .notYAML),
  ])
  func whatIsNoModel(text: String, code: DiagnosticCode) {
    #expect(codes(text) == [code])
  }

  @Test func theWorldFails() throws {
    #expect(throws: ReadError.file(path: "/", problem: .isDirectory)) {
      try ModelReader().read("/")
    }
    let missing = Fixture.path("no-such-file.yaml")
    #expect(throws: ReadError.file(path: missing, problem: .notFound)) {
      try ModelReader().read(missing)
    }
  }

  @Test func byteOrderMarksAndCarriageReturnsAreAccepted() throws {
    let text = "\u{FEFF}depgraph: 1\r\nname: Netz\r\ncomponents:\r\n  - {id: a, name: A}\r\n"
    let model = try ModelReader().read(text: text, named: "m.yaml").model
    #expect(model.name?.text(in: .dutch) == "Netz")
    #expect(model.components.map(\.place?.line) == [4])
  }

  @Test func invalidUTF8HasAPlace() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("m.yaml", Array("depgraph: 1\nname: é".utf8) + [0xFF])
    defer { withExtendedLifetime(folder) {} }
    let error = #expect(throws: ReadError.self) { try ModelReader().read(file) }
    guard case .invalid(let input) = error else {
      Issue.record("not invalid")
      return
    }
    #expect(input.diagnostics.map(\.code) == [.notText])
    #expect(input.diagnostics.first?.place == SourcePlace(file: file, line: 2, column: 8))
  }

  @Test(arguments: ["[", "{a: ", "- ", "[{a: "])
  func deepNestingIsRefusedSoon(opening: String) {
    let clock = ContinuousClock()
    let time = clock.measure {
      let text = "depgraph: 1\nname: " + (opening == "- " ? "\n  " : "")
      let count = 2_000_000 / opening.utf8.count
      #expect(codes(text + String(repeating: opening, count: count)) == [.tooDeep])
    }
    #expect(time < .seconds(10))
  }

  @Test func deepIndentationIsRefusedSoon() {
    var text = "depgraph: 1\n"
    for depth in 0..<3000 { text += String(repeating: " ", count: depth) + "a:\n" }
    #expect(codes(text) == [.tooDeep])
    var shallow = "depgraph: 1\ncomponents:\n  - id: a\n    requires: "
    shallow += String(repeating: "[", count: 150) + String(repeating: "]", count: 150)
    #expect(codes(shallow) == [])
    shallow +=
      "\n    starts-with: " + String(repeating: "[", count: 900)
      + String(repeating: "]", count: 900)
    #expect(codes(shallow) == [.tooDeep])
  }

  @Test func filesLargerThanTheLimitPointToTheContainer() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: (64 << 20) + 1)
    let folder = try TemporaryFolder()
    let file = try folder.write("large.yaml", bytes)
    defer { withExtendedLifetime(folder) {} }
    let error = #expect(throws: ReadError.self) { try ModelReader().read(file) }
    guard case .invalid(let input) = error else {
      Issue.record("not invalid")
      return
    }
    #expect(input.diagnostics.map(\.code) == [.tooLarge])
    #expect(input.diagnostics.first?.hint?.contains("bulk container") == true)
  }

  @Test func aliasesMayBeUsedButNotUnfoldWithoutEnd() throws {
    let fair = """
      depgraph: 1
      components:
        - {id: a, name: &name A thing, requires: &needs [b]}
        - {id: b, name: *name}
        - {id: c, name: *name, requires: *needs}
      """
    let model = try ModelReader().read(text: fair, named: "m.yaml").model
    #expect(model.components[2].requires.references.map(\.target) == ["b"])

    var bomb = "depgraph: 1\na0: &a0 [x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let alias = "*a\(level - 1)"
      bomb +=
        "a\(level): &a\(level) [\(Array(repeating: alias, count: 8).joined(separator: ", "))]\n"
    }
    #expect(codes(bomb) == [.aliasExpansion])
    // As a key it would be hashed before it could be counted.
    #expect(codes(bomb + "? *a30\n: x\n") == [.aliasExpansion])
    #expect(codes(bomb + "*a30 : x\n") == [.aliasExpansion])
    #expect(codes(bomb + "{[*a30, b]: x}\n") == [.aliasExpansion])
  }

  @Test func twoHundredMistakesAreAllListed() {
    var text = "depgraph: 1\ncomponents:\n"
    for number in 0..<200 { text += "  - {id: c\(number), kind: site, reqires: [c0]}\n" }
    #expect(codes(text) == Array(repeating: .unknownKey, count: 200))
  }

  @Test func noTextMakesItFail() throws {
    let text = try Fixture.text("Tests/DepGraphTests/Fixtures/every-key/model.yaml")
    let bytes = Array(text.utf8)
    var random = SplitMix(state: 20_240_827)
    for round in 0..<400 {
      var mutated = bytes
      for _ in 0...Int(random.next() % 6) {
        let at = Int(random.next() % UInt64(mutated.count))
        switch random.next() % 4 {
        case 0: mutated[at] = UInt8(truncatingIfNeeded: random.next() % 128)
        case 1: mutated.remove(at: at)
        case 2:
          let other = Int(random.next() % UInt64(mutated.count))
          mutated.replaceSubrange(at..<at, with: mutated[other..<min(other + 40, mutated.count)])
        default: mutated.swapAt(at, Int(random.next() % UInt64(mutated.count)))
        }
      }
      let found = diagnostics(of: String(decoding: mutated, as: UTF8.self))
      // A text without includes always says something: the fixture includes a file.
      #expect(!found.isEmpty, "round \(round) of seed 20240827")
    }
  }

  /// A small generator of random numbers (Steele, Lea and Flood, 2014).
  private struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
