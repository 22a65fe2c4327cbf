import DepGraph
import Testing

@Suite struct ColdStartTests {
  /// A cold start in ids.
  private struct Answer {
    let start: ColdStart
    let compiled: CompiledModel

    init(_ components: String, failed: [String] = []) throws {
      compiled = try TestModel(components).compiled
      start = ColdStart(in: compiled, failed: try compiled.seeds(failed))
    }

    func ids(_ vertices: [VertexID]) -> String {
      vertices.map(compiled.table.id(of:)).joined(separator: " ")
    }

    /// "a b < a": the elements, then the breakers.
    func words(_ deadlocks: [ColdStart.Deadlock]) -> [String] {
      deadlocks.map { "\(ids($0.elements)) < \(ids($0.breakers))" }
    }

    var deadlocks: [String] { words(start.deadlocks) }
    var repairs: [String] { words(start.repair.deadlocks) }
    var order: [String] { start.order.map(ids) }
    var later: [String] { start.orderAfterBreakers.map(ids) }
    var blocked: String { ids(start.blocked) }
  }

  @Test func whatNeedsNothingStartsFirst() throws {
    let answer = try Answer(
      """
        - {id: feed, kind: power}
        - {id: core, kind: platform, requires: [feed]}
        - {id: portal, kind: service, requires: [core], shares: {software: r1}}
        - {id: desk, kind: consumer, requires: [{any: [portal, feed]}]}
      """)
    #expect(answer.order == ["feed software:r1", "core desk", "portal"])
    #expect(answer.deadlocks.isEmpty && answer.blocked.isEmpty && answer.later.isEmpty)
  }

  @Test func aPairThatRunsTogetherNeverStarts() throws {
    let answer = try Answer(
      """
        - {id: disk, kind: platform, requires: [], starts-with: [login]}
        - {id: login, kind: platform, requires: [disk]}
        - {id: portal, kind: service, requires: [login]}
      """)
    #expect(answer.deadlocks == ["disk login < disk"])
    #expect(answer.blocked == "portal")
    #expect(answer.later == ["login", "portal"])
    #expect(answer.start.deadlocks[0].byHand == .notStated)
  }

  @Test func aCycleWithAWayOutStarts() throws {
    let answer = try Answer(
      """
        - {id: a, kind: platform, requires: [{any: [b, spare]}]}
        - {id: b, kind: platform, requires: [a]}
        - {id: spare, kind: power}
      """)
    #expect(answer.deadlocks.isEmpty)
    #expect(answer.order == ["spare", "a", "b"])
  }

  @Test func onlyWhatStartsByHandBreaksIt() throws {
    let components = """
        - {id: a, kind: platform, requires: [b]}
        - {id: b, kind: platform, requires: [c]}
        - {id: c, kind: platform, requires: [a], manual-start: true}
      """
    let answer = try Answer(components)
    #expect(answer.deadlocks == ["a b c < c"])
    #expect(answer.start.deadlocks[0].byHand == .stated)
  }

  @Test func whatStartsByHandMayNotBeEnough() throws {
    let answer = try Answer(
      """
        - {id: a, kind: platform, requires: [b, c]}
        - {id: b, kind: platform, requires: [a]}
        - {id: c, kind: platform, requires: [d, a], manual-start: true}
        - {id: d, kind: platform, requires: [c, b]}
      """)
    #expect(answer.deadlocks == ["a b c d < a c"])
    #expect(answer.start.deadlocks[0].byHand == .insufficient)
  }

  @Test func whatStartsWithSomethingThatFailedIsADeadlockOfItsOwn() throws {
    let answer = try Answer(
      """
        - {id: directory, kind: platform, requires: []}
        - {id: disk, kind: platform, requires: [], starts-with: [directory]}
        - {id: files, kind: service, requires: [disk]}
        - {id: phone, kind: service, requires: [directory]}
      """, failed: ["directory"])
    #expect(answer.deadlocks == ["disk < disk"])
    #expect(answer.blocked == "files")
    #expect(answer.ids(answer.start.down) == "phone")
  }

  @Test func aRingCutOffDoesNotStartItself() throws {
    // The nodes of the ring keep each other's way up when they run; none of them starts without.
    let answer = try Answer(
      """
        - {id: s, kind: network-element, requires: [b]}
        - {id: a, kind: network-element, requires: [{path: {to: [s], over: ring}}]}
        - {id: b, kind: network-element, requires: [{path: {to: [s], over: ring}}]}
        - {id: s-a, kind: link, ends: [s, a], network: ring}
        - {id: a-b, kind: link, ends: [a, b], network: ring}
        - {id: b-a, kind: link, ends: [b, a], network: ring}
      """)
    #expect(answer.order == ["a-b b-a s-a"])
    #expect(answer.deadlocks == ["a b s < b"])
    #expect(answer.later == ["s", "a"])
  }

  @Test func aNetworkStartsOutwards() throws {
    let answer = try Answer(
      """
        - {id: s, kind: network-element}
        - {id: a, kind: network-element, requires: [{path: {to: [s], over: line}}]}
        - {id: b, kind: network-element, requires: [{path: {to: [s], over: line}}]}
        - {id: s-a, kind: link, ends: [s, a], network: line}
        - {id: a-b, kind: link, ends: [a, b], network: line}
      """)
    #expect(answer.order == ["a-b s s-a", "a", "b"])
  }

  // MARK: - Repair

  static let backbone = """
      - {id: backbone, kind: platform, requires: [], repair-needs: [{any: [remote, badge]}]}
      - {id: remote, kind: service, requires: [backbone]}
      - {id: badge, kind: facility, requires: [backbone]}
    """

  /// The example of the issue.
  @Test(arguments: [[], ["backbone"]]) func aRepairThatNeedsTheRepaired(failed: [String]) throws {
    let answer = try Answer(Self.backbone, failed: failed)
    #expect(answer.repairs == ["backbone badge remote < backbone"])
    #expect(answer.ids(answer.start.repair.deadlocks[0].failed) == "backbone")
    #expect(answer.deadlocks.isEmpty)
  }

  @Test func aKeyBreaksARepairDeadlock() throws {
    let answer = try Answer(
      Self.backbone.replacing(
        "{id: badge, kind: facility,", with: "{id: badge, kind: facility, manual-start: true,"))
    #expect(answer.repairs == ["backbone badge remote < badge"])
  }

  @Test func aRepairThatWaitsForADeadlockIsBlocked() throws {
    let answer = try Answer(
      Self.backbone + "\n  - {id: crane, kind: facility, repair-needs: [remote]}")
    #expect(answer.repairs == ["backbone badge remote < backbone"])
    #expect(answer.ids(answer.start.repair.blocked) == "crane")
    #expect(answer.ids(answer.start.repair.failed) == "backbone crane")
  }

  @Test func whatCanBeRepairedIsNoDeadlock() throws {
    let answer = try Answer(Self.backbone, failed: ["remote"])
    #expect(answer.repairs.isEmpty)
    #expect(answer.ids(answer.start.repair.failed) == "remote")
  }

  static let shared = """
      - {id: r1, kind: network-element, shares: {change: x}, repair-needs: [remote]}
      - {id: r2, kind: network-element, shares: {change: x}, repair-needs: [remote]}
      - {id: plain, kind: network-element, shares: {change: x}}
      - {id: remote, kind: service, requires: [{any: [r1, r2]}]}
    """

  /// Only what was named has failed; what shares it may be broken too, and that is said.
  @Test func whatSharesTheFailureIsNotCountedButNamed() throws {
    let cause = try Answer(Self.shared, failed: ["change:x"])
    #expect(cause.repairs.isEmpty)
    #expect(cause.ids(cause.start.repair.notCounted) == "r1 r2")
    let report = cause.start.report(in: cause.compiled, language: .english).blocks
    #expect(report.contains(.paragraph("None: what counts as failed here can be repaired.")))
    let both = try Answer(Self.shared, failed: ["change:x", "r1", "r2"])
    #expect(both.repairs.count == 1)
    #expect(both.start.repair.notCounted.isEmpty)
    let other = try Answer(Self.shared, failed: ["plain"])
    #expect(other.start.repair.notCounted.isEmpty)
  }

  // MARK: - Degenerate

  @Test func anEmptyModelStartsNothing() throws {
    let start = ColdStart(in: try CompiledModel(Model()))
    #expect(start.order.isEmpty && start.deadlocks.isEmpty && start.repair.failed.isEmpty)
  }

  @Test func whatIsNotKnownIsNamed() throws {
    let answer = try Answer(
      """
        - {id: town, kind: consumer, requires: unknown}
        - {id: disk, kind: platform, requires: [], starts-with: [unknown]}
        - {id: desk, kind: consumer, requires: []}
      """)
    #expect(answer.ids(answer.start.unknown) == "disk town")
    #expect(answer.order == ["desk disk town"])
  }

  @Test func longChainsAndLargeRingsDoNotOverflow() throws {
    var model = Model()
    let count = 3_000
    for number in 0..<count {
      for (prefix, next) in [
        ("c", number + 1 < count ? number + 1 : nil), ("r", (number + 1) % count),
      ] {
        var component = Component(id: "\(prefix)\(number)")
        component.kind = .platform
        component.statesRequires = true
        if let next {
          component.requires = .group(
            RequirementGroup(
              .all, [.reference(Reference("\(prefix)\(next)", evidence: Evidence(.fictional)))]))
        }
        model.components.append(component)
      }
    }
    let start = ColdStart(in: try CompiledModel(model))
    #expect(start.order.count == count)
    #expect(start.deadlocks.map(\.elements.count) == [count])
    #expect(start.deadlocks[0].breakers.count == 1 && !start.deadlocks[0].isExact)
    #expect(start.orderAfterBreakers.count == count - 1)
  }
}
