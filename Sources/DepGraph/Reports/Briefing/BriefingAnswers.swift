import Foundation
import Synchronization

/// Every analysis that a model has data for, made once: what a briefing, an explorer or a redacted
/// folder shows.
///
///     let answers = BriefingAnswers(BriefingQuestion(), in: compiled)
///     for (name, report) in answers.reports(language: .english) { print(name, report.keySentence) }
///
/// Analyses that can take long are bounded by the question's time limit each; their results say when
/// they are not complete. What is impossible stands among the obstacles and stops nothing else.
public struct BriefingAnswers: Sendable {
  /// What is asked.
  public let question: BriefingQuestion
  /// The model.
  public let compiled: CompiledModel
  /// What fails; nil: nothing was named, and no single failure hits a process or consumer.
  public let failure: Seeds?
  /// What was found.
  public let found: BriefingAnalyses

  /// Whether the failure was named; if not, it is the widest single one.
  public var isFailureNamed: Bool { question.failure != nil }

  /// Runs the analyses, several at a time.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - compiled: The model.
  /// - Complexity: That of each analysis; availability, cut sets, contracts and hardening take no
  ///   longer than the time limit, but for the step that they are in.
  public init(_ question: BriefingQuestion, in compiled: CompiledModel) {
    self.question = question
    self.compiled = compiled
    let named = question.failure ?? Self.widestFailure(in: compiled)
    failure = named
    let work = BriefingWork(question, named, compiled)
    let jobs = work.jobs
    let state = Mutex(BriefingAnalyses())
    SeveralAtOnce(threads: question.threads).run(jobs.count) { index in
      let enter = jobs[index]()
      state.withLock { enter(&$0) }
    }
    var found = state.withLock { $0 }
    found.obstacles = question.obstacles + found.obstacles.sorted { $0.order < $1.order }
    self.found = found
  }

  /// The single failure that hits the most processes and consumers; nil: none hits any.
  ///
  /// - Complexity: That of all single failures.
  static func widestFailure(in compiled: CompiledModel) -> Seeds? {
    SoleFailures(in: compiled).widest.map {
      Seeds([$0], written: [compiled.table.id(of: $0)])
    }
  }

  /// When the failure is taken to happen; nil: nobody says.
  public var since: Instant? { question.since ?? question.scenarios.first?.content.start }

  /// The scenario whose outages were really seen, by place; nil: none is.
  public var observedScenario: Int? {
    question.scenarios.firstIndex { $0.content.isSeen(in: compiled.model) }
  }
}

extension Scenario {
  /// Whether it tells of an outage that was seen, and not of one that is exercised.
  func isSeen(in model: Model) -> Bool { !(observed ?? model.observations).isEmpty }
}

extension BriefingQuestion.Obstacle {
  fileprivate var order: String { "\(command) \(file ?? "")" }
}
