import DepGraph
import Testing

/// A small network with people who look after it.
struct TestIncident {
  let model: TestModel
  /// Tuesday 2 June 2026, 10:00 in Amsterdam.
  static let tuesday = Instant(secondsSinceEpoch: 1_780_387_200, writtenOffset: 7200)

  init(_ components: String, people: String) throws {
    model = try TestModel(components, extra: people)
  }

  func assess(
    _ seeds: String..., since: Instant = tuesday, after hours: Double = 0,
    _ change: (inout EscalationAssessment.Question) -> Void = { _ in }
  ) throws -> EscalationAssessment {
    var question = EscalationAssessment.Question(try model.compiled.seeds(seeds), since: since)
    question.now = since.advanced(by: hours * 3600)
    change(&question)
    return EscalationAssessment(question, in: model.compiled)
  }

  func ids(_ vertices: [VertexID]) -> [String] { vertices.map(model.compiled.table.id(of:)) }

  func notice(_ id: String, in assessment: EscalationAssessment) -> EscalationNotice? {
    assessment.notices.first { $0.contact.id == id }
  }
}

@Suite struct EscalationTests {
  private static let network = """
      - {id: core, kind: platform, owner: us, requires: []}
      - {id: spare, kind: platform, owner: us, requires: []}
      - {id: shop, kind: consumer, owner: a, sector: health, mtpd: 8h, requires: [core]}
      - {id: desk, kind: consumer, owner: b, sector: energy, requires: [{ref: core, holdup: 2h}]}
      - {id: maybe, kind: consumer, owner: c, requires: [{ref: core, basis: assumed}]}
      - {id: blind, kind: consumer, owner: d, requires: [spare, unknown]}
      - {id: phone, kind: channel, requires: [core]}
      - {id: mobile, kind: channel, requires: []}
    """

  private static func people(_ levels: String, contacts: String = "") -> String {
    """
    parties: [{id: us}, {id: a}, {id: b, parent: us}, {id: c}, {id: d}, {id: maker}]
    contacts:
      - {id: chief, party: us, reach: [phone, mobile], deputy: second}
      - {id: second, reach: [mobile]}
    \(contacts)escalation:
    \(levels)

    """
  }

  private func incident(_ levels: String, contacts: String = "") throws -> TestIncident {
    try TestIncident(Self.network, people: Self.people(levels, contacts: contacts))
  }

  @Test func conditionsAreHeldApartBySurety() throws {
    let incident = try incident(
      """
        - {id: l1, level: 1, when: [{organisations: ">= 1"}]}
        - {id: l2, level: 2, when: [{organisations: ">= 2"}]}
        - {id: l3, level: 3, when: [{organisations: ">= 3"}]}
        - {id: l4, level: 4, when: [{organisations: ">= 4"}]}
      """)
    // At once: shop for certain, maybe possibly, and of blind it cannot be told.
    let first = try incident.assess("core")
    #expect(first.suggested?.level.id == "l1")
    #expect(first.levels.map(\.verdict) == [.certain, .possible, .cannotTell, .no])
    #expect(first.possibly.map(\.level.id) == ["l2", "l3"])
    let value = try #require(first.measured[.organisations])
    #expect(value.certain == 1 && value.possible == 2 && value.conceivable == 3)
    // After two hours desk too.
    let later = try incident.assess("core", after: 2)
    #expect(later.levels.map(\.verdict) == [.certain, .certain, .possible, .cannotTell])
    #expect(first.later.map(\.finding.level.id) == ["l2"])
    #expect(first.later.first?.at == TestIncident.tuesday.advanced(by: 7200))
  }

  @Test func theLevelNowIsAFloor() throws {
    let incident = try incident(
      """
        - {id: l1, level: 1, when: [{organisations: ">= 1"}], notify: [chief], within: 15m}
        - {id: l2, level: 2, when: [{organisations: ">= 9"}], notify: [second], within: 1h}
      """)
    let assessment = try incident.assess("core") { $0.levelNow = "l2" }
    #expect(assessment.suggested?.level.id == "l2" && assessment.isHeld)
    #expect(assessment.notices.map(\.contact.id) == ["chief", "second"])
    let mobile = try incident.assess("mobile") { $0.levelNow = "l1" }
    #expect(mobile.suggested?.level.id == "l1" && mobile.isHeld)
  }

  @Test func aQuestionStaysOpenUntilAPersonAnswers() throws {
    let incident = try incident(
      """
        - {id: l1, level: 1, when: [{organisations: ">= 1"}]}
        - {id: l5, level: 5, when: [{question: Is it grave?}, {question: Is it in the news?, organisations: 1}]}
      """)
    let open = try incident.assess("core")
    #expect(open.levels.last?.verdict == .cannotTell)
    #expect(open.openQuestions.map(\.id) == ["l5-1", "l5-2"])
    let no = try incident.assess("core") { $0.answers = ["l5-1": false, "l5-2": false] }
    #expect(no.levels.last?.verdict == .no && no.openQuestions.isEmpty)
    #expect(try incident.assess("core") { $0.answers = ["l5-2": true] }.suggested?.level.id == "l5")
    #expect(try incident.assess("mobile") { $0.answers = ["l5-2": true] }.place == nil)
  }

  @Test func anUnknownCauseDoesNotExcludeCyber() throws {
    let incident = try incident(
      """
        - {id: l1, level: 1, when: [{organisations: ">= 1"}], notify: [chief], within: 30m}
        - {id: l2, level: 2, when: [{organisations: ">= 1", cyber-not-excluded: true}], within: 1h}
      """,
      contacts: "  - {id: guard, reach: [mobile], track: cyber}\n")
    for cause in [IncidentCause.unknown, .cyber] {
      let assessment = try incident.assess("core") { $0.cause = cause }
      #expect(assessment.suggested?.level.id == "l2")
      let guardian = try #require(incident.notice("guard", in: assessment))
      #expect(guardian.grounds == [.track(.cyber)])
      #expect(guardian.deadline == TestIncident.tuesday.advanced(by: 1800))
      // Nobody in the model works on the other side: that is said, not passed over.
      #expect(assessment.missing.map(\.role) == [.track(.it)])
    }
    let technical = try incident.assess("core") { $0.cause = .technical }
    #expect(technical.suggested?.level.id == "l1")
    #expect(technical.notices.map(\.contact.id) == ["chief"] && technical.missing.isEmpty)
  }

  @Test func aStruckChannelGivesTheNext() throws {
    let incident = try incident(
      "  - {id: l1, level: 1, when: [{organisations: 1}], notify: [chief, lonely], within: 1h}",
      contacts: "  - {id: lonely, reach: [phone], deputy: second}\n  - {id: mute}\n")
    let assessment = try incident.assess("core")
    let chief = try #require(incident.notice("chief", in: assessment))
    #expect(incident.ids(chief.reach.struck.map(\.vertex)) == ["phone"])
    #expect(incident.ids(chief.reach.struck[0].way) == ["core", "phone"])
    #expect(chief.reach.best.map { incident.ids([$0.vertex]) } == ["mobile"])
    // Nothing is left of lonely; who stands in is called beside the runner.
    #expect(assessment.unreachable == ["lonely"])
    #expect(assessment.reaches.filter(\.hasNoKnownChannel).map(\.contact) == ["mute"])
    let second = try #require(incident.notice("second", in: assessment))
    #expect(second.grounds == [.standsIn(for: "lonely", .channels)])
    #expect(incident.notice("lonely", in: assessment)?.reach.isUnreachable == true)
  }

  @Test func outOfHoursTheDeputyIsCalledAndTheThresholdStays() throws {
    let office = "hours: {days: mon-fri, from: \"08:00\", to: \"17:00\", zone: Europe/Amsterdam}"
    let incident = try incident(
      """
        - {id: l1, level: 1, when: [{organisations: 1}, {elapsed: ">= 1h"}], notify: [clerk, other], within: 1h}
      """,
      contacts: """
          - {id: clerk, reach: [mobile], deputy: other, \(office)}
          - {id: other, reach: [mobile], deputy: clerk, \(office)}

        """)
    let day = try incident.assess("core")
    #expect(day.notices.map(\.contact.id) == ["clerk", "other"])
    // At night both are away, and each stands in for the other: the circle ends.
    let night = try incident.assess("core", since: TestIncident.tuesday.advanced(by: 43_200))
    #expect(night.suggested?.level.id == day.suggested?.level.id)
    #expect(night.notices.map(\.contact.id) == ["clerk", "other"])
    let back = try #require(night.notices[0].awayUntil)
    #expect(back.secondsSinceEpoch == 1_780_466_400)  // Wednesday 08:00 in Amsterdam
    let chained = try self.incident(
      "  - {id: l1, level: 1, when: [{organisations: 1}], notify: [clerk], within: 1h}",
      contacts: """
          - {id: clerk, reach: [mobile], deputy: other, \(office)}
          - {id: other, reach: [mobile], deputy: chief, \(office)}

        """)
    let stood = try chained.assess("core", since: TestIncident.tuesday.advanced(by: 43_200))
    let told = try #require(stood.notices.first)
    #expect(told.contact.id == "chief" && told.awayUntil == nil)
    #expect(told.grounds == [.level("l1"), .standsIn(for: "clerk", .hours)])
  }

  @Test func whoIsHitWithoutAContactIsToldOf() throws {
    let incident = try incident(
      """
        - {id: l1, level: 1, when: [{organisations: 1}], notify: [consumers-affected, suppliers-of-failed], within: 1h}
      """)
    let assessment = try incident.assess("core") { $0.cause = .technical }
    // maybe possibly, blind nobody knows; desk holds out for two hours.
    #expect(assessment.missing.map(\.party) == ["a", "c", "d"])
    #expect(assessment.missing.map(\.verdict) == [.certain, .possible, .cannotTell])
    let later = try incident.assess("core", after: 2) { $0.cause = .technical }
    #expect(later.missing.map(\.party) == ["a", "b", "c", "d"])
    // The party above b has somebody.
    #expect(later.missing[1].above == ["chief"])
    let deadline = later.missing[0].deadline
    #expect(deadline == TestIncident.tuesday.advanced(by: 3600), "the level was called at once")
  }

  @Test func aFrameworkWithoutLevelsSaysSo() throws {
    let incident = try incident("  []")
    let assessment = try incident.assess("core")
    #expect(assessment.levels.isEmpty && assessment.place == nil && assessment.notices.isEmpty)
    let report = assessment.report(in: incident.model.compiled, language: .english)
    #expect(report.keySentence.contains("no escalation framework"))
  }
}
