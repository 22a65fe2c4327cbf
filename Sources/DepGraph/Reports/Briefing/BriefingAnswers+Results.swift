extension BriefingAnswers {
  /// One result for machines, as the command of its name prints it.
  public struct Result: Sendable {
    /// The name of its file, without an ending: that of the command, and what it is about.
    public let name: String
    /// The command.
    public let command: String
    /// Its options: with them the command gives the result again.
    public let options: JSONValue
    /// The answer.
    public let result: JSONValue
    /// Whether all that was asked was answered.
    public let isComplete: Bool
    /// Remarks.
    public let warnings: [Diagnostic]
  }

  /// The results for machines, in a fixed order.
  ///
  /// - Parameter language: The language of the sentences that some of them hold.
  /// - Returns: Those of the analyses that were made.
  /// - Complexity: O(*n* log *n*) for what they hold.
  public func results(language: Language) -> [Result] {
    BriefingResults(answers: self, language: language).all
  }

  /// A result in its envelope.
  ///
  /// - Complexity: O(*n*) for its warnings.
  public func envelope(of result: Result) -> JSONResult {
    var envelope = JSONResult(
      command: result.command, model: compiled.model, result: result.result)
    envelope.options = result.options
    envelope.isComplete = result.isComplete
    envelope.warnings = result.warnings
    return envelope
  }
}

/// Writes results with the options of the commands that would give them.
private struct BriefingResults {
  let answers: BriefingAnswers
  let language: Language

  private var found: BriefingAnalyses { answers.found }
  private var question: BriefingQuestion { answers.question }
  private var compiled: CompiledModel { answers.compiled }
  private var failed: JSONValue { .texts(answers.failure?.written ?? []) }

  var all: [BriefingAnswers.Result] {
    let single = [
      validation, register, users, blast, singlePoints, cutSets, availability, contracts, suppliers,
    ]
    let rest = [
      coldStart, restoration, escalation, replay, plans, measures, questions, hardening,
      protection,
    ]
    return single.compactMap(\.self) + vital + rest.compactMap(\.self) + scenarios
  }

  private func entry(
    _ name: String, command: String? = nil, _ members: KeyValuePairs<String, JSONValue>,
    _ result: JSONValue, isComplete: Bool = true, warnings: [Diagnostic] = []
  ) -> BriefingAnswers.Result {
    let options = members.map { JSONValue.Member($0.key, $0.value) }
    let knownBy = JSONValue.Member("known-by", .text(question.knownBy?.description))
    return BriefingAnswers.Result(
      name: name, command: command ?? name, options: .object(options + [knownBy]), result: result,
      isComplete: isComplete, warnings: (warnings + question.remarks).sortedByPlace())
  }

  private var limit: JSONValue { .number(question.timeLimit.seconds) }
  private var possible: JSONValue { .string(Reading.possible.rawValue) }

  // MARK: - The network as it is

  private var validation: BriefingAnswers.Result? {
    let result = ValidationResult(question.remarks, on: compiled, texts: question.texts)
    return BriefingAnswers.Result(
      name: "validate", command: "validate", options: ["stale": nil, "today": nil, "fail-on": nil],
      result: result.json, isComplete: true, warnings: question.remarks)
  }

  private var register: BriefingAnswers.Result? {
    found.register.map {
      entry("register", ["of": nil, "processes": false], $0.json(in: compiled))
    }
  }

  private var users: BriefingAnswers.Result? {
    guard let first = answers.failure?.vertices.first else { return nil }
    return found.users.map {
      entry(
        "users", command: "register",
        ["of": .string(compiled.table.id(of: first)), "processes": false],
        $0.json(in: compiled))
    }
  }

  private var singlePoints: BriefingAnswers.Result? {
    found.singlePoints.map {
      entry(
        "spof", ["for": [], "groups": true, "reading": possible, "fail-on": nil],
        $0.json(in: compiled))
    }
  }

  private var availability: BriefingAnswers.Result? {
    found.availability.map {
      entry(
        "availability",
        [
          "for": [], "importance": true, "fussell-vesely": false, "reading": possible,
          "target": nil, "adjust": nil, "max-nodes": .integer($0.question.mostNodes),
          "time-limit": limit,
        ], $0.json(in: compiled, withImportance: true), isComplete: $0.isComplete)
    }
  }

  private var contracts: BriefingAnswers.Result? {
    found.contracts.map { review in
      entry(
        "contracts",
        [
          "at": nil, "before": nil,
          "observed": .text(answers.observedScenario.map { question.scenarios[$0].path }),
          "rules": [], "max-tier": .integer(review.question.maxTier),
          "max-order": .integer(review.question.maxOrder), "concentration": nil,
          "max-nodes": .integer(review.question.mostNodes),
          "reading": possible, "baseline": nil, "today": nil, "fail-on": [],
          "time-limit": limit,
        ], review.json(in: compiled, language: language), isComplete: review.isComplete)
    }
  }

  private var suppliers: BriefingAnswers.Result? {
    found.suppliers.map {
      entry("suppliers", ["at": nil, "reading": possible], $0.json(in: compiled))
    }
  }

  private var coldStart: BriefingAnswers.Result? {
    found.coldStart.map { entry("coldstart", ["failed": []], $0.json(in: compiled)) }
  }

  private var plans: BriefingAnswers.Result? {
    found.plans.map {
      entry(
        "plans",
        [
          "at": nil, "months": .integer($0.question.months),
          "max-order": .integer($0.question.maxOrder),
          "max-nodes": .integer($0.question.mostNodes), "fail-on": [],
        ], $0.json(in: compiled))
    }
  }

  private var measures: BriefingAnswers.Result? {
    found.measures.map {
      entry(
        "measures",
        [
          "at": nil, "availability": false, "max-nodes": .integer($0.question.mostNodes),
          "fail-on": [],
        ],
        $0.json(language: language), warnings: $0.warnings)
    }
  }

  private var questions: BriefingAnswers.Result? {
    found.questions.map { entry("questions", ["owner": nil], $0.json(in: compiled)) }
  }

  private var hardening: BriefingAnswers.Result? {
    found.hardening.map {
      entry(
        "harden",
        [
          "for": [], "by": .string($0.question.weight.rawValue),
          "top": .integer($0.question.count), "reading": possible, "time-limit": limit,
        ], $0.json(in: compiled), isComplete: $0.isComplete)
    }
  }

  private var protection: BriefingAnswers.Result? {
    found.protection.map {
      entry(
        "protection", ["cumulate-from": .integer($0.cumulateFrom)], $0.json(in: compiled))
    }
  }

  // MARK: - The failure

  private var blast: BriefingAnswers.Result? {
    found.blast.map {
      entry(
        "blast",
        [
          "seeds": failed, "after": nil, "since": nil, "reading": possible,
          "next-failure": false,
        ], $0.json(in: compiled))
    }
  }

  private var cutSets: BriefingAnswers.Result? {
    found.cutSets.map { cuts in
      entry(
        "cutsets",
        [
          "target": .string(compiled.table.id(of: cuts.question.target)), "max-order": nil,
          "count-only": false, "limit": .integer(cuts.question.listLimit), "reading": possible,
          "max-nodes": cuts.question.nodeBudget.map { .integer($0) } ?? .null,
          "time-limit": limit, "by": .string(cuts.question.ranking.rawValue),
        ], cuts.json(in: compiled), isComplete: cuts.isComplete)
    }
  }

  private var restoration: BriefingAnswers.Result? {
    found.restoration.map { comparison in
      let plan = comparison[.classThenSlack]
      let asked = plan.problem.question
      return entry(
        "restore",
        [
          "failed": failed, "since": .text(asked.since?.iso8601), "crews": nil,
          "strategy": .string(plan.strategy.rawValue), "for": nil, "by-hand": [],
          "assume-repair": nil, "assume-evidence": nil, "speed": .number(asked.speed),
        ], plan.json(in: compiled, comparison: comparison, language: language))
    }
  }

  private var escalation: BriefingAnswers.Result? {
    found.escalation.map { assessment in
      let duties = answers.duties(since: assessment.since)
      return entry(
        "escalate",
        escalationOptions(assessment, scenario: nil, clocks: question.clocks.map(\.path)),
        assessment.json(in: compiled, duties: duties, language: language))
    }
  }

  private var replay: BriefingAnswers.Result? {
    guard let replay = found.replay, let scenario = question.replayed else { return nil }
    return entry(
      "escalate-\(answers.fileName(scenario.stem))", command: "escalate",
      escalationOptions(replay.assessment, scenario: scenario.path, clocks: []),
      replay.assessment.json(in: compiled, replay: replay, language: language))
  }

  private func escalationOptions(
    _ assessment: EscalationAssessment, scenario: String?, clocks: [String]
  ) -> KeyValuePairs<String, JSONValue> {
    [
      "failed": scenario == nil ? failed : [], "scenario": .text(scenario),
      "since": .string(assessment.since.iso8601), "now": .string(assessment.now.iso8601),
      "cause": .string(assessment.cause.rawValue), "answer": [], "level-now": nil,
      "framework": .text(question.framework?.path), "clocks": .texts(clocks), "aware": nil,
      "fail-on": [],
    ]
  }

  private var vital: [BriefingAnswers.Result] {
    zip(question.criteria, found.vital).map { read, assessment in
      entry(
        "vital-\(answers.fileName(read.stem))", command: "vital",
        [
          "criteria": .string(read.path),
          "subject": .texts(assessment.question.subject.written), "after": nil, "since": nil,
          "answer": [], "given": [], "degraded-counts": nil, "against-subject": [],
          "against-criteria": nil, "against-model": nil, "fail-on": nil,
        ], assessment.json(in: compiled, against: nil))
    }
  }

  // MARK: - Scenarios

  private var scenarios: [BriefingAnswers.Result] {
    let runs = zip(question.scenarios, found.runs).compactMap { read, run in
      run.map {
        BriefingAnswers.Result(
          name: "exercise-\(answers.fileName(read.stem))", command: "exercise",
          options: [
            "scenario": .string(read.path), "model": .string(question.modelPath), "fail-on": [],
            "hide-cause": false,
          ], result: $0.json(in: compiled), isComplete: true, warnings: question.remarks)
      }
    }
    let seen = zip(question.scenarios, found.calibrations).compactMap { read, calibration in
      calibration.map {
        BriefingAnswers.Result(
          name: "calibrate-\(answers.fileName(read.stem))", command: "calibrate",
          options: ["observed": .string(read.path)], result: $0.json, isComplete: true,
          warnings: question.remarks)
      }
    }
    return runs + seen
  }
}
