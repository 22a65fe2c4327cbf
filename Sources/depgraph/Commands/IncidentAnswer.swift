import DepGraph

/// What `escalate` answers: about a failure at a moment, or about a scenario.
struct IncidentAnswer {
  let assessment: EscalationAssessment
  let replay: EscalationReplay?
  private let scenarioName: LocalizedText?
  private let scenarioPath: String

  init(
    _ asked: EscalateArguments, _ framework: EscalationFramework?, in compiled: CompiledModel
  ) throws {
    let used = framework ?? EscalationFramework(of: compiled.model)
    let answers = try asked.answers(to: used)
    scenarioPath = asked.scenario ?? ""
    guard let path = asked.scenario else {
      let (since, now) = asked.moments
      var question = EscalationAssessment.Question(
        try compiled.seeds(asked.failed), since: since)
      question.now = now
      question.cause = asked.cause
      question.answers = answers
      question.levelNow = asked.levelNow
      question.framework = framework
      question.zone = ZoneOffsets.ofClock(since)
      try EscalateArguments.check(
        [asked.levelNow].compactMap(\.self), among: used.levels.map(\.id), "level")
      assessment = EscalationAssessment(question, in: compiled)
      replay = nil
      scenarioName = nil
      return
    }
    var known = compiled.model
    // Levels and contacts that a scenario names are those of the framework.
    known.escalation = used.levels
    known.contacts = used.contacts
    let scenario = try ScenarioReader().read(path, model: known).scenario
    let start = scenario.start ?? asked.since ?? Present.instant
    var question = EscalationReplay.Question(scenario, start: start)
    question.cause = asked.cause
    question.answers = answers
    question.framework = framework
    question.zone = ZoneOffsets.ofClock(start)
    let replay = try EscalationReplay(question, in: compiled)
    self.replay = replay
    assessment = replay.assessment
    scenarioName = scenario.name
  }

  /// The ids of the framework's levels.
  var levelIDs: [String] { assessment.framework.levels.map(\.id) }

  /// The answer for people.
  func report(
    in compiled: CompiledModel, duties: DutyOverview?, language: Language
  ) -> Report {
    guard let replay else {
      return assessment.report(in: compiled, duties: duties, language: language)
    }
    return replay.report(
      in: compiled, scenario: scenarioName?.text(in: language) ?? scenarioPath,
      language: language)
  }
}
