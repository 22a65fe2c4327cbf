import DepGraph
import Testing

/// Small models whose answers can be told by looking.
@Suite struct SinglePointsTests {
  static let twoOfThree = """
      - {id: a, kind: network-element, requires: []}
      - {id: b, kind: network-element, requires: []}
      - {id: c, kind: network-element, requires: []}
      - {id: user, kind: consumer, requires: [{at-least: 2, of: [a, b, c]}]}
    """

  @Test func twoOfThreeHasNoDisjointWaysButIsProven() throws {
    let model = try TestModel(Self.twoOfThree)
    let robustness = Robustness(of: try model.vertex("user"), in: model.compiled)
    #expect(robustness.order == 2)
    #expect(robustness.cut.count == 2)
    #expect(robustness.ways.count == 3)
    #expect(!robustness.waysAreDisjoint)
  }

  @Test func anEndedSearchSaysWhatWasProvenByThen() throws {
    let model = try TestModel(Self.twoOfThree)
    let whole = SinglePoints(in: model.compiled)
    #expect(whole.isComplete && whole.targets.map(\.robustness.order) == [2])
    let ended = SinglePoints(in: model.compiled, goesOn: { false })
    #expect(!ended.isComplete && ended.targets.map(\.robustness.order) == [nil])
    #expect(ended.targets.map(\.robustness.atLeast) == [1])
  }

  /// Three services over many stages with a spare each, of which two must work: hundreds of ways.
  @Test(.timeLimit(.minutes(1))) func manyWaysAreProvenSoon() throws {
    var lines: [String] = []
    for chain in ["a", "b", "c"] {
      for stage in 0..<14 {
        lines.append("- {id: \(chain)\(stage), kind: platform, requires: []}")
        lines.append("- {id: \(chain)\(stage)-2, kind: platform, requires: []}")
      }
      let stages = (0..<14).map { "{any: [\(chain)\($0), \(chain)\($0)-2]}" }
      lines.append(
        "- {id: \(chain), kind: platform, fails: never, requires: [\(stages.joined(separator: ", "))]}"
      )
    }
    lines.append("- {id: user, kind: consumer, requires: [{at-least: 2, of: [a, b, c]}]}")
    let model = try TestModel(lines.map { "  \($0)" }.joined(separator: "\n"))
    let robustness = Robustness(of: try model.vertex("user"), in: model.compiled)
    #expect(robustness.atLeast == 4 && robustness.order == nil)
    #expect(robustness.ways.count > 4)
  }

  @Test func fourWaysAreEnough() throws {
    let members = (1...5).map { "    - {id: m\($0), kind: network-element, requires: []}" }
    let model = try TestModel(
      members.joined(separator: "\n")
        + "\n    - {id: user, kind: consumer, requires: [{any: [m1, m2, m3, m4, m5]}]}")
    let robustness = Robustness(of: try model.vertex("user"), in: model.compiled)
    #expect(robustness.order == nil)
    #expect(robustness.atLeast == 4)
    #expect(robustness.ways.count == 4 && robustness.waysAreDisjoint)
  }

  @Test func nothingStopsWhatNeedsNothing() throws {
    let model = try TestModel(
      """
        - {id: sun, kind: platform, fails: never, requires: []}
        - {id: user, kind: consumer, requires: [sun]}
      """)
    let robustness = Robustness(of: try model.vertex("user"), in: model.compiled)
    #expect(robustness.order == nil && robustness.atLeast == nil)
    #expect(robustness.ways == [[]])
  }

  /// Four disjoint ways are found before the one on which nothing can fail.
  @Test func nothingStopsWhatHasAWayThatNeverFailsBesideFourOthers() throws {
    let members = (1...4).map { "    - {id: a\($0), kind: network-element, requires: []}" }
    let model = try TestModel(
      members.joined(separator: "\n")
        + "\n    - {id: sun, kind: platform, fails: never, requires: []}"
        + "\n    - {id: user, kind: consumer, requires: [{any: [a1, a2, a3, a4, sun]}]}")
    let robustness = Robustness(of: try model.vertex("user"), in: model.compiled)
    #expect(robustness.order == nil && robustness.atLeast == nil)
    #expect(robustness.ways == [[]])
  }

  @Test(arguments: [
    ("duct: unknown", "duct: unknown", ["duct"]), ("duct: unknown", "duct: x", ["duct"]),
    ("duct: y", "duct: x", []), ("duct: unknown", "site: x", []),
  ])
  func linesDeepBelowAlternativesMayShareADuct(
    first: String, second: String, keys: [String]
  ) throws {
    let model = try TestModel(
      """
        - {id: l1, kind: platform, requires: [], shares: {\(first)}}
        - {id: l2, kind: platform, requires: [], shares: {\(second)}}
        - {id: s1, requires: [l1]}
        - {id: s2, requires: [l2]}
        - {id: user, kind: consumer, requires: [{any: [s1, s2]}]}
      """)
    let review = SinglePointsReview(in: model.compiled)
    #expect(review.doubts[try model.vertex("user"), default: []] == keys)
    let target = try #require(review.singlePoints.targets.first)
    #expect(target.robustness.order == 2)
    #expect(review.isOpen(target) == !keys.isEmpty)
  }

  /// Both unknown ducts lie in one alternative; the other has none.
  @Test func ductsOfOneAlternativeLeaveTheOtherWhole() throws {
    let model = try TestModel(
      """
        - {id: l1, kind: platform, requires: [], shares: {duct: unknown}}
        - {id: l2, kind: platform, requires: [], shares: {duct: unknown}}
        - {id: s1, requires: [l1, l2]}
        - {id: s2, requires: []}
        - {id: user, kind: consumer, requires: [{any: [s1, s2]}]}
      """)
    let review = SinglePointsReview(in: model.compiled)
    #expect(review.doubts[try model.vertex("user"), default: []].isEmpty)
  }

  @Test func unknownRequirementsThatBearAreListed() throws {
    let model = try TestModel(
      """
        - {id: net, kind: platform, requires: unknown}
        - {id: far, kind: platform, requires: unknown}
        - {id: user, kind: consumer, requires: [net]}
      """)
    let answer = SinglePoints(in: model.compiled)
    let target = try #require(answer.targets.first)
    #expect(target.unknown == [try model.vertex("net")])
    #expect(target.points.map(\.vertex) == [try model.vertex("net")])
  }

  @Test func sharedSoftwareMakesFalseRedundancy() throws {
    let model = try TestModel(
      """
        - {id: r1, kind: network-element, requires: [], shares: {software: x}}
        - {id: r2, kind: network-element, requires: [], shares: {software: x}}
        - {id: user, kind: consumer, requires: [{any: [r1, r2]}]}
      """)
    let found = try #require(FalseRedundancy.all(in: model.compiled).first)
    #expect(found.location == "requires/1/any")
    let cause = try #require(found.causes.first)
    #expect(model.compiled.table.id(of: cause.vertex) == "software:x")
    let ways = cause.ways.map { $0.map(model.compiled.table.id(of:)) }
    #expect(ways == [["software:x", "r1"], ["software:x", "r2"]])
    #expect(cause.membersToFree == 1)
    #expect(found.defeatingMembers.isEmpty)
  }

  @Test func aBackupThatLeansOnTheFirstIsNoBackup() throws {
    let model = try TestModel(
      """
        - {id: first, kind: service, requires: []}
        - {id: backup, kind: service, requires: [first]}
        - {id: user, kind: consumer, requires: [{any: [first, backup]}]}
      """)
    let found = FalseRedundancy.all(in: model.compiled)
    #expect(found.count == 1)
    #expect(found[0].causes.isEmpty)
    #expect(found[0].defeatingMembers.map(\.vertex) == [try model.vertex("first")])
  }

  @Test func aRingInOneDuctIsFalseRedundancy() throws {
    let model = try TestModel(
      """
        - {id: a, kind: network-element, requires: []}
        - {id: b, kind: network-element, requires: []}
        - {id: l1, kind: link, ends: [a, b], network: ring, shares: {duct: d}}
        - {id: l2, kind: link, ends: [a, b], network: ring, shares: {duct: d}}
        - {id: user, kind: consumer, requires: [{path: {from: a, to: b, over: ring}}]}
      """)
    let found = try #require(FalseRedundancy.all(in: model.compiled).first)
    #expect(found.kind == .ways(network: "ring"))
    #expect(found.causes.map { model.compiled.table.id(of: $0.vertex) } == ["duct:d"])
  }

  @Test(arguments: [
    ("duct: unknown", "duct: unknown", ["l1", "l2"]), ("duct: unknown", "duct: x", ["l1"]),
    ("duct: y", "duct: x", []), ("duct: unknown", "site: x", []),
  ])
  func independenceIsShownOrNot(first: String, second: String, unknown: [String]) throws {
    let model = try TestModel(
      """
        - {id: l1, kind: service, requires: [], shares: {\(first)}}
        - {id: l2, kind: service, requires: [], shares: {\(second)}}
        - {id: user, kind: consumer, requires: [{any: [l1, l2]}]}
      """)
    let found = IndependenceNotShown.all(in: model.compiled)
    #expect(found.flatMap(\.members).map(model.compiled.table.id(of:)) == unknown)
    #expect(found.allSatisfy { $0.key == "duct" })
  }
}

/// What `worst` and `harden` do not promise about what nobody knows.
@Suite struct UntellableHarmTests {
  @Test func aSingleFailureMayDoMoreThanIsKnown() throws {
    let model = try TestModel(
      """
        - {id: s, kind: service, name: S, requires: unknown}
        - {id: a, kind: service, name: A, requires: []}
        - {id: user, kind: consumer, name: User, requires: [{any: [s, a]}]}
        - {id: other, kind: consumer, name: Other, requires: [a]}
      """)
    let worst = WorstFailures(.init(order: 1, by: .users), in: model.compiled)
    #expect(worst.sets.first?.causes == [try model.vertex("a")])
    #expect(worst.untellable == [try model.vertex("user")])
    let harden = Hardening(.init(), in: model.compiled)
    #expect(harden.untellable == [try model.vertex("user")])
  }

  @Test func anUnknownDuctMayBeTheOneThatFails() throws {
    let model = try TestModel(
      """
        - {id: l1, kind: service, name: L1, requires: [], shares: {duct: unknown}}
        - {id: l2, kind: service, name: L2, requires: [], shares: {duct: d1}}
        - {id: post, kind: consumer, name: Post, requires: [{any: [l1, l2]}]}
        - {id: desk, kind: consumer, name: Desk, requires: [l2]}
      """)
    let worst = WorstFailures(.init(order: 1, by: .users), in: model.compiled)
    #expect(worst.untellable == [try model.vertex("post")])
  }
}
