/// The analyses of a briefing as work that can be done in any order, several at a time.
struct BriefingWork: Sendable {
  /// A piece of work: computes, and gives what enters the outcome.
  typealias Job = @Sendable () -> @Sendable (inout BriefingAnalyses) -> Void

  private let question: BriefingQuestion
  private let failure: Seeds?
  private let compiled: CompiledModel

  init(_ question: BriefingQuestion, _ failure: Seeds?, _ compiled: CompiledModel) {
    self.question = question
    self.failure = failure
    self.compiled = compiled
  }

  private var model: Model { compiled.model }

  /// All that the model has data for, the longest first.
  var jobs: [Job] {
    users + agreements + onFailure + standing + scenarios
  }

  /// What asks whether work that begins now may go on.
  private func clock() -> @Sendable () -> Bool {
    let end = ContinuousClock.now + .seconds(question.timeLimit.seconds)
    return { ContinuousClock.now < end }
  }

  // MARK: - About the network as it is

  private var users: [Job] {
    guard !compiled.vertices(ofKinds: [.process, .consumer]).isEmpty else { return [] }
    return [
      {
        let goesOn = clock()
        let hardening = Hardening(.init(), in: compiled, goesOn: { _ in goesOn() })
        return { $0.hardening = hardening }
      },
      {
        let answer = Availability(.init(), in: compiled, goesOn: clock())
        return { $0.availability = answer }
      },
      {
        let review = SinglePointsReview(groups: GroupFailure.Kind.allCases, in: compiled)
        return { $0.singlePoints = review }
      },
      {
        let register = Register(of: compiled)
        return { $0.register = register }
      },
      {
        let needs = ProtectionNeeds(in: compiled)
        return { $0.protection = needs.isStated ? needs : nil }
      },
    ]
  }

  private var agreements: [Job] {
    guard !model.contracts.isEmpty else {
      guard !model.parties.isEmpty else { return [] }
      return [
        {
          let review = SupplierReview(in: compiled)
          return { $0.suppliers = review }
        }
      ]
    }
    return [
      {
        var asked = ContractReview.Question()
        asked.observed = question.scenarios.first { $0.content.isSeen(in: model) }?.content
        let review = ContractReview(asked, in: compiled, goesOn: clock())
        return {
          $0.contracts = review
          $0.suppliers = review.suppliers
        }
      }
    ]
  }

  private var standing: [Job] {
    var jobs: [Job] = [
      {
        let start = ColdStart(in: compiled)
        return { $0.coldStart = start }
      }
    ]
    jobs.append {
      let questions = OpenQuestions(in: compiled)
      return { $0.questions = questions.count > 0 ? questions : nil }
    }
    if !model.plans.isEmpty {
      jobs.append {
        let review = PlanReview(.init(), in: compiled)
        return { $0.plans = review }
      }
    }
    if !model.measures.isEmpty {
      jobs.append {
        let review = MeasureReview(.init(), in: compiled)
        return { $0.measures = review }
      }
    }
    return jobs
  }

  // MARK: - About the failure

  private var onFailure: [Job] {
    guard let failure else { return [] }
    var jobs: [Job] = [
      {
        let blast = BlastRadius(.init(failure), in: compiled)
        let target = BriefingTarget.mostCritical(after: blast, in: compiled)
        let cuts = target.map { vertex in
          CutSets(CutSetsView.question(about: vertex), in: compiled, goesOn: clock())
        }
        return {
          $0.blast = blast
          $0.cutSets = cuts
        }
      },
      {
        let asked = RestorationQuestion(failure, since: moment)
        let comparison = RestorationComparison(RestorationProblem(asked, in: compiled))
        return { $0.restoration = comparison }
      },
    ]
    if let first = failure.vertices.first {
      jobs.append {
        let users = Register(usersOf: first, in: compiled)
        return { $0.users = users }
      }
    }
    if !question.criteria.isEmpty {
      jobs.append {
        let assessments = question.criteria.map { VitalAssessment(asked($0.content), in: compiled) }
        return { $0.vital = assessments }
      }
    }
    if hasFramework {
      jobs.append {
        let since = moment ?? Self.usualMoment(of: model)
        var asked = EscalationAssessment.Question(failure, since: since)
        asked.framework = question.framework?.content
        let assessment = EscalationAssessment(asked, in: compiled)
        return { $0.escalation = assessment }
      }
    }
    return jobs
  }

  private var moment: Instant? { question.since ?? question.scenarios.first?.content.start }

  /// Whether anybody can be called, or any level.
  private var hasFramework: Bool {
    question.framework != nil || !model.escalation.isEmpty || !model.contacts.isEmpty
  }

  /// Noon of the day that the facts describe, for what needs a moment where nobody gave one.
  static func usualMoment(of model: Model) -> Instant {
    Instant(secondsSinceEpoch: Double(model.asOf?.daysSinceEpoch ?? 0) * 86_400 + 43_200)
  }

  private func asked(_ set: CriteriaSet) -> VitalAssessment.Question {
    VitalAssessment.Question(BriefingTarget.subject(failure ?? Seeds([]), in: compiled), by: set)
  }

  // MARK: - About scenarios

  private var scenarios: [Job] {
    guard !question.scenarios.isEmpty || question.replayed != nil else { return [] }
    return [
      {
        let runs = question.scenarios.map { read in
          Self.outcome("exercise", read.path) { () throws(InvalidInput) in
            try ScenarioRun(read.content, in: compiled)
          }
        }
        return {
          $0.runs = runs.map(\.found)
          $0.obstacles += runs.compactMap(\.obstacle)
        }
      },
      {
        let calibrations = question.scenarios.map { read -> Outcome<Calibration> in
          guard read.content.isSeen(in: model) else { return (nil, nil) }
          return Self.outcome("calibrate", read.path) { () throws(InvalidInput) in
            try Calibration(model, on: read.content)
          }
        }
        return {
          $0.calibrations = calibrations.map(\.found)
          $0.obstacles += calibrations.compactMap(\.obstacle)
        }
      },
      {
        guard let read = question.replayed, hasFramework else { return { _ in } }
        let outcome = Self.outcome("escalate", read.path) { () throws(InvalidInput) in
          let start = read.content.start ?? moment ?? Self.usualMoment(of: model)
          var asked = EscalationReplay.Question(read.content, start: start)
          asked.framework = question.framework?.content
          return try EscalationReplay(asked, in: compiled)
        }
        return {
          $0.replay = outcome.found
          $0.obstacles += [outcome.obstacle].compactMap(\.self)
        }
      },
    ]
  }

  /// What was found, or why nothing was.
  private typealias Outcome<Found> = (found: Found?, obstacle: BriefingQuestion.Obstacle?)

  private static func outcome<Found>(
    _ command: String, _ file: String, _ work: () throws(InvalidInput) -> Found
  ) -> Outcome<Found> {
    do {
      return (try work(), nil)
    } catch {
      let reason = error.diagnostics.map(\.message).joined(separator: "; ")
      return (nil, .init(command, file: file, reason: reason))
    }
  }
}
