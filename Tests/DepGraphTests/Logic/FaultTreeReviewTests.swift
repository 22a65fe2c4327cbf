import Foundation
import Testing

@testable import DepGraph

@Suite struct FaultTreeReviewTests {
  /// A fault tree of the Aralia suite with its published answers.
  struct Known: Sendable, CustomTestStringConvertible {
    let name: String
    let probability: Double
    /// The number of minimal cut sets of size 0, 1, 2 and so on.
    let byOrder: [Int]
    var testDescription: String { name }
  }

  static let known = [
    Known(name: "chinese", probability: 1.17058e-3, byOrder: [0, 0, 12, 0, 24, 188, 168]),
    Known(
      name: "das9201", probability: 1.34237e-2, byOrder: [0, 0, 82, 9740, 2881, 1246, 254, 14]),
    Known(name: "isp9606", probability: 5.43174e-2, byOrder: [0, 4, 163, 936, 672, 1]),
    Known(
      name: "baobab1", probability: 1.01708e-4,
      byOrder: [0, 0, 1, 1, 70, 400, 2212, 14748, 8460, 10624, 6600, 3072]),
  ]

  private static let folder = SourceTree.root.appendingPathComponent(
    "Tests/DepGraphTests/Fixtures/aralia")

  private func trees(_ name: String) throws -> FaultTrees {
    try OpenPSAReader().read([Self.folder.appendingPathComponent("\(name).xml").path]).trees
  }

  @Test(arguments: known) func theAnswersAreThePublishedOnes(tree: Known) throws {
    let trees = try trees(tree.name)
    var question = FaultTreeReview.Question()
    question.wantsImportance = true
    question.listLimit = 30
    let top = try #require(FaultTreeReview(question, of: trees).tops.first)
    #expect(top.limit == nil && top.isCoherent == true && top.withoutProbability.isEmpty)
    let probability = try #require(top.probability)
    #expect(isClose(probability, tree.probability), "\(probability)")
    let sets = try #require(top.cutSets)
    #expect(sets.counts.total == String(tree.byOrder.reduce(0, +)))
    let expected = tree.byOrder.enumerated().filter { $0.element > 0 }
    #expect(sets.counts.orders == expected.map(\.offset))
    #expect(sets.counts.orders.map(sets.counts.decimal) == expected.map { String($0.element) })
    #expect(sets.sets.count == 30 && sets.isTruncated == true)
    try checkSets(sets.sets, of: top, in: trees)
    try checkImportance(of: top, named: tree.name, in: trees)
  }

  /// Each set makes the top true, and no longer so without one of its events; small ones come first.
  private func checkSets(
    _ sets: [[EventID]], of top: FaultTreeReview.Top, in trees: FaultTrees
  ) throws {
    let truth = GateTruth(trees.graph)
    for set in sets.prefix(3) {
      for missing in [nil] + set.map(Optional.init) {
        var happens = [Bool](repeating: false, count: trees.graph.eventCount)
        for event in set where event != missing { happens[event.index] = true }
        #expect(truth.values(happens)[top.gate.id.index] == (missing == nil))
      }
    }
    let keys = sets.map { set in (set.count, set.map { trees.events[$0.index].name }) }
    for (first, second) in zip(keys, keys.dropFirst()) {
      #expect(
        first.0 < second.0 || (first.0 == second.0 && first.1.lexicographicallyPrecedes(second.1)))
    }
  }

  private func checkImportance(
    of top: FaultTreeReview.Top, named name: String, in trees: FaultTrees
  ) throws {
    let text = try String(
      contentsOf: Self.folder.appendingPathComponent("importance.csv"), encoding: .utf8)
    let rows = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
      .filter { $0[0] == name }
    #expect(!rows.isEmpty)
    for row in rows {
      let item = try #require(
        top.importance.first { trees.events[$0.event.index].name == row[1] }, "\(row[1])")
      let measures = item.measures
      let found = [
        measures.birnbaum, measures.criticality.value, measures.diagnostic.value,
        measures.raw.value, measures.rrw.value,
      ]
      for (value, expected) in zip(found, row[2...].map { Double($0) }) {
        #expect(isClose(value ?? .nan, expected ?? 0), "\(row): \(String(describing: value))")
      }
    }
    let values = top.importance.map(\.measures.birnbaum)
    #expect(values == values.sorted(by: >))
  }

  /// Equal to the six digits that are published.
  private func isClose(_ value: Double, _ expected: Double) -> Bool {
    (value - expected).magnitude <= 6e-6 * expected.magnitude
  }

  // MARK: - Small trees

  private func review(
    _ formula: String, probabilities: [String] = ["0.1", "0.2", "0.5"],
    _ change: (inout FaultTreeReview.Question) -> Void = { _ in }
  ) throws -> FaultTreeReview {
    let events = zip(["a", "b", "c"], probabilities).map { name, value in
      let expression = value.isEmpty ? "" : "<float value=\"\(value)\"/>"
      return "<define-basic-event name=\"\(name)\">\(expression)</define-basic-event>"
    }
    var text = formula
    for name in ["a", "b", "c"] {
      text = text.replacing(name.uppercased(), with: "<basic-event name=\"\(name)\"/>")
    }
    let trees = try OpenPSAReader().read(
      text: """
        <opsa-mef><define-fault-tree name="t"><define-gate name="top">\(text)</define-gate>
        </define-fault-tree><model-data>\(events.joined())</model-data></opsa-mef>
        """, named: "tree.xml"
    ).trees
    var question = FaultTreeReview.Question()
    question.wantsImportance = true
    question.wantsCutSetImportance = true
    change(&question)
    return FaultTreeReview(question, of: trees)
  }

  @Test func aTreeThatIsAlwaysOrNeverTrue() throws {
    let always = try #require(try review("<or>A<not>A</not></or>").tops.first)
    #expect(always.constant == true && always.probability == 1)
    #expect(always.cutSets?.counts.total == "1" && always.cutSets?.sets == [[]])
    let never = try #require(try review("<and>A<not>A</not></and>").tops.first)
    #expect(never.constant == false && never.probability == 0)
    #expect(never.cutSets?.counts.total == "0" && never.cutSets?.sets == [])
    #expect(always.importance.isEmpty && never.importance.isEmpty)
  }

  @Test func zerosAndOnesAreProbabilities() throws {
    let top = try #require(
      try review("<or><and>AB</and>C</or>", probabilities: ["0", "0.2", "0"]).tops.first)
    #expect(top.probability == 0)
    for item in top.importance {
      #expect(item.measures.raw == .undefined && item.measures.criticality == .undefined)
      #expect(item.measures.fussellVesely == .undefined)
    }
    let sure = try #require(
      try review("<and>ABC</and>", probabilities: ["1", "1", "0.5"]).tops.first)
    #expect(sure.probability == 0.5)
    #expect(sure.importance.allSatisfy { $0.measures.rrw == .infinite })
    #expect(sure.importance.allSatisfy { $0.measures.fussellVesely == .value(1) })
  }

  @Test func whereAProbabilityIsMissingThereIsNone() throws {
    let top = try #require(
      try review("<or>AB</or>", probabilities: ["0.1", "", ""]).tops.first)
    #expect(top.probability == nil && top.importance.isEmpty)
    #expect(top.withoutProbability == [EventID(1)])
    #expect(top.cutSets?.counts.total == "2")
    // The third event does not matter for the top.
    #expect(top.events == [EventID(0), EventID(1)])
  }

  @Test func withNegationsSetsAreThoseOfWhatHappens() throws {
    let top = try #require(try review("<or><and>A<not>B</not></and><and>BC</and></or>").tops.first)
    #expect(top.isCoherent == false)
    #expect(isClose(top.probability ?? 0, 0.1 * 0.8 + 0.2 * 0.5))
    #expect(top.cutSets?.counts.orders == [1, 2])
    #expect(top.cutSets?.sets == [[EventID(0)], [EventID(1), EventID(2)]])
  }

  @Test func setsUpToASizeAreCountedAlone() throws {
    let review = try review("<or>A<and>BC</and></or>") {
      $0.maxOrder = 1
      $0.listLimit = 0
    }
    let sets = try #require(review.tops.first?.cutSets)
    #expect(sets.counts.total == "1" && sets.sets.isEmpty && sets.isTruncated == true)
  }

  @Test func aLimitIsSaid() throws {
    let stopped = try FaultTreeReview(
      .init(), of: trees("baobab1"), goesOn: { false })
    #expect(!stopped.isComplete)
    #expect(stopped.tops.first?.limit == .stopped)
  }

  /// With too little room, the small sets are counted and the probability has bounds, or is exact
  /// where only the sets took too much.
  @Test(arguments: [(2, 100, true), (3, 300, false)])
  func withTooLittleRoomTheSmallSetsAreCounted(place: Int, nodes: Int, isExact: Bool) throws {
    let known = Self.known[place]
    var question = FaultTreeReview.Question()
    question.nodeBudget = nodes
    let small = try #require(try FaultTreeReview(question, of: trees(known.name)).tops.first)
    guard case .nodes = small.limit else {
      Issue.record("\(nodes) nodes were enough")
      return
    }
    let sets = try #require(small.cutSets)
    let order = try #require(sets.countedUpTo)
    #expect(
      sets.counts.orders.map { sets.counts.count(of: $0) }
        == known.byOrder[1...order].filter { $0 > 0 }.map(Optional.init))
    #expect((small.probability != nil) == isExact)
    if let probability = small.probability {
      #expect(abs(probability / known.probability - 1) < 1e-5)
    } else {
      #expect(try #require(small.bounds).contains(known.probability))
    }
  }
}
