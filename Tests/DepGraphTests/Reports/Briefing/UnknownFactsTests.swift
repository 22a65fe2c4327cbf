import Testing

@testable import DepGraph

/// Which missing facts are worth most, held against counting by hand.
@Suite struct UnknownFactsTests {
  /// A component of a random model without networks.
  private struct Piece {
    let isUser: Bool
    let needsAll: [Int]
    let needsAny: [Int]
    let isOpen: Bool

    var needs: [Int] { needsAll + needsAny }
  }

  private static func pieces(seed: Int) -> [Piece] {
    var random = SeededGenerator(seed: seed)
    return (0..<Int.random(in: 4...14, using: &random)).map { number in
      let pick = { (random: inout SeededGenerator) -> [Int] in
        (0..<number).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
      }
      let (all, any) = (pick(&random), pick(&random))
      return Piece(
        isUser: Int.random(in: 0..<3, using: &random) == 0, needsAll: all,
        needsAny: any.count > 1 ? any : [], isOpen: Int.random(in: 0..<3, using: &random) == 0)
    }
  }

  private static func text(_ pieces: [Piece]) -> String {
    let lines = pieces.enumerated().map { number, piece in
      let any = piece.needsAny.map { "c\($0)" }.joined(separator: ", ")
      let members =
        piece.needsAll.map { "c\($0)" } + (any.isEmpty ? [] : ["{any: [\(any)]}"])
        + (piece.isOpen ? ["unknown"] : [])
      return "  - {id: c\(number), kind: \(piece.isUser ? "process" : "platform"), "
        + "requires: [\(members.joined(separator: ", "))]}"
    }
    return "depgraph: 1\nbasis: fictional\ncomponents:\n" + lines.joined(separator: "\n") + "\n"
  }

  /// All that one rests on, itself included.
  private static func under(_ piece: Int, _ pieces: [Piece]) -> Set<Int> {
    pieces[piece].needs.reduce(into: [piece]) { $0.formUnion(under($1, pieces)) }
  }

  private static func falls(_ piece: Int, with seed: Int, _ pieces: [Piece]) -> Bool {
    if piece == seed { return true }
    let any = pieces[piece].needsAny
    return pieces[piece].needsAll.contains { falls($0, with: seed, pieces) }
      || (!any.isEmpty && any.allSatisfy { falls($0, with: seed, pieces) })
  }

  @Test(arguments: 1...60) func factsAreRankedByWhatHangsOnThem(seed: Int) throws {
    let pieces = Self.pieces(seed: seed)
    let compiled = try BriefedModel(Self.text(pieces)).compiled
    let ranked = UnknownFacts(in: compiled).ranked
    let users = pieces.indices.filter { pieces[$0].isUser }
    var expected: [String: Int] = [:]
    for open in pieces.indices where pieces[open].isOpen {
      let count = users.count { Self.under($0, pieces).contains(open) }
      if count > 0 { expected["c\(open)"] = count }
    }
    let found = ranked.map { (compiled.table.id(of: $0.subjects[0]), $0.users.count) }
    #expect(
      Dictionary(uniqueKeysWithValues: found) == expected, "seed \(seed): \(Self.text(pieces))")
    let keys = ranked.map { fact -> (Int, Int) in
      let number = Int(compiled.table.id(of: fact.subjects[0]).dropFirst()) ?? -1
      // Processes are not among the single failures that are tried.
      let alone =
        pieces[number].isUser ? 0 : users.count { Self.falls($0, with: number, pieces) }
      #expect(fact.alone == alone, "seed \(seed): c\(number)")
      return (fact.users.count, fact.alone)
    }
    for (one, next) in zip(keys, keys.dropFirst()) { #expect(one >= next, "seed \(seed)") }
  }

  @Test func sharesRepairsAndTolerancesAreFactsToo() throws {
    let model = try BriefedModel(
      """
      depgraph: 1
      basis: fictional
      parties: [{id: carrier, name: Carrier C}]
      contacts: [{id: desk, name: Carrier's desk, party: carrier}]
      components:
        - {id: line-1, kind: link, ends: [x, y], owner: carrier, shares: {duct: unknown}}
        - {id: line-2, kind: link, ends: [x, y], owner: carrier, shares: {duct: d2}}
        - {id: x, kind: facility}
        - {id: y, kind: facility}
        - {id: office, kind: process, requires: [{any: [line-1, line-2]}, x], name: Office}
        - {id: bank, kind: process, requires: [x], mtpd: 4h, name: Bank}
      """, failing: ["x"])
    let note = model.briefing(.english).note
    #expect(note.missing.map(\.what).contains("Which duct line-1 shares with others"))
    #expect(note.missing.first { $0.what.contains("duct") }?.who == "Carrier C (Carrier's desk)")
    #expect(note.missing.contains { $0.what == "How long it takes to restore x" && $0.users == 2 })
    #expect(
      note.missing.contains {
        $0.what == "How long they can bear an outage: Office" && $0.users == 1
      })
  }
}
