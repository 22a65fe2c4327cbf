import DepGraph
import Testing

/// Plans in which a repair waits for a crew that is busy, since it would be done with it sooner.
@Suite struct RestorationHoursTests {
  private static let crews = """
    crews:
      - {id: k0, hours: {days: mon-fri, from: "08:00", to: "17:00", zone: Europe/Amsterdam}}
      - {id: k1, hours: {days: daily, from: "06:00", to: "22:00", zone: Europe/Amsterdam}}

    """
  private static let components = """
      - {id: c2, kind: service, requires: [], repair: 4h}
      - {id: c4, kind: service, requires: [], repair: 5h}
      - {id: c5, kind: facility, requires: [c2], repair: 21m}
      - {id: p, kind: process, requires: [c2]}
      - {id: q, kind: process, requires: [c5]}
      - {id: r, kind: process, requires: [c4]}
    """

  @Test(arguments: RestorationStrategy.allCases)
  func nothingWorksBeforeWhatItRequires(strategy: RestorationStrategy) throws {
    let model = try TestModel(Self.components, extra: Self.crews)
    var question = RestorationQuestion(try model.compiled.seeds(["c2", "c4", "c5"]))
    question.since = Instant(text: "2026-01-14T15:00+01:00")
    let plan = RestorationPlan(RestorationProblem(question, in: model.compiled), by: strategy)
    let times = try ["c2", "c5", "q"].map { try #require(plan.time(of: try model.vertex($0))) }
    #expect(times[0] <= times[1] && times[1] <= times[2], "\(times)")
    for repair in plan.repairs {
      #expect((repair.begins ?? 0) <= (repair.ends ?? 0))
    }
    // The short repair does not wait behind the one that is held back for the other crew.
    #expect(plan.repairs.contains { $0.ends == 1260.0 } || times[1] >= 14_400.0)
  }
}
