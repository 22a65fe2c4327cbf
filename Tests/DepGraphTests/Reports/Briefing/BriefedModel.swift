@testable import DepGraph

/// A model with what a briefing is asked about it, as the command asks it.
struct BriefedModel {
  let compiled: CompiledModel
  var question: BriefingQuestion

  /// A shipped model with all that it names in `briefing`.
  init(shipped name: String) throws {
    let path = SourceTree.root.appendingPathComponent("models/\(name)/\(name).yaml").path
    let read = try ModelReader().read(path)
    let plan = read.model.briefing
    compiled = try CompiledModel(read.model)
    let files = try BriefingFiles(plan, besides: path, model: read.model)
    question = BriefingQuestion()
    question.modelPath = path
    question.failure = try compiled.seeds(plan.failure)
    question.criteria = files.criteria.map { .init($0.path, $0.content) }
    question.scenarios = files.scenarios.map { .init($0.path, $0.content) }
    question.replayed = files.replayed.map { .init($0.path, $0.content) }
    question.framework = files.framework.map { .init($0.path, $0.content) }
    question.clocks = files.clocks.map { .init($0.path, $0.content) }
    question.decision = plan.decision
    question.remarks = read.warnings
    question.texts = read.texts
    question.timeLimit = .hours(1)
  }

  /// A model in a text, of which some things fail.
  init(_ text: String, failing seeds: [String] = []) throws {
    let model = try ModelReader().read(text: text, named: "net.yaml").model
    compiled = try CompiledModel(model)
    question = BriefingQuestion()
    question.modelPath = "net.yaml"
    question.failure = seeds.isEmpty ? nil : try compiled.seeds(seeds)
    question.timeLimit = .hours(1)
  }

  var answers: BriefingAnswers { BriefingAnswers(question, in: compiled) }

  func briefing(_ language: Language) -> Briefing { Briefing(answers, language: language) }
}
