import Foundation
import Testing

/// What the fuzzer found once, and what it starts from, again and again; with a few mutations of each,
/// so that a target that nobody fuzzed since it changed is not wholly untried.
@Suite struct FuzzReplayTests {
  private static let names = FuzzTarget.all.map(\.name)

  private static func files(
    of target: String, in folder: String
  ) -> [(name: String, bytes: [UInt8])] {
    let path = Fixture.root.appendingPathComponent("Fuzzing/\(folder)/\(target)").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(path)/\(name)").map { (name, [UInt8]($0)) }
    }
  }

  @Test(arguments: names) func whatCrashedOnceIsAnswered(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let clock = ContinuousClock()
    for file in Self.files(of: name, in: "Crashes") {
      let time = clock.measure {
        let flaw = target.run(file.bytes)
        #expect(flaw == nil, "Fuzzing/Crashes/\(name)/\(file.name)")
      }
      #expect(time < .seconds(10), "Fuzzing/Crashes/\(name)/\(file.name)")
    }
  }

  @Test(arguments: names) func seedsAndTheirMutationsAreAnswered(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let seeds = Self.files(of: name, in: "Corpus")
    #expect(!seeds.isEmpty, "a target needs something to start from")
    var random = SeededGenerator(seed: 17)
    for file in seeds {
      let flaw = target.run(file.bytes)
      #expect(flaw == nil, "Fuzzing/Corpus/\(name)/\(file.name)")
      for round in 0..<(soaking ? 2000 : 3) {
        let flaw = target.run(Self.mutated(file.bytes, &random))
        #expect(flaw == nil, "round \(round) of Fuzzing/Corpus/\(name)/\(file.name)")
      }
    }
  }

  private static func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    guard !bytes.isEmpty else { return [0] }
    var mutated = bytes
    for _ in 0...Int.random(in: 0...5, using: &random) where !mutated.isEmpty {
      let place = Int.random(in: 0..<mutated.count, using: &random)
      let other = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: mutated[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      case 1: mutated.remove(at: place)
      case 2:
        mutated.insert(contentsOf: bytes[other..<min(other + 40, bytes.count)], at: place)
      default: mutated.removeSubrange(place..<min(place + 20, mutated.count))
      }
    }
    return mutated
  }

  @Test(arguments: ["Corpus", "Crashes"]) func foldersAreThoseOfTargets(folder: String) throws {
    let path = Fixture.root.appendingPathComponent("Fuzzing/\(folder)").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    #expect(Set(names).subtracting(Self.names + ["README.md"]).isEmpty)
  }

  /// The judges of what is written can say no.
  @Test(arguments: [
    "<a>", "</a>", "<a></b>", "<a b=c/>", "<a b=\"1\" b=\"2\"/>", "<a onload=\"x\"/>", "a & b",
    "&nbsp;", "<a b=\"<\"/>", "\u{1}",
  ])
  func markupThatIsWrongIsToldSo(text: String) {
    #expect(PlainMarkup(text).flaw != nil)
    #expect(PlainDOT("digraph { a [label=<\(text)>] }").flaw != nil)
  }

  @Test(arguments: [
    "digraph {", "digraph { a [label=\"x] }", "digraph { a [label=<x] }", "}", "a ' b", "{[}]",
  ])
  func textForGraphvizThatIsWrongIsToldSo(text: String) {
    #expect(PlainDOT(text).flaw != nil)
    #expect(
      PlainDOT("digraph \"d\" { n0 [label=<<B>x &amp; y</B><BR/>>, tooltip=\"a\\\"b\"] }").flaw
        == nil)
  }
}
