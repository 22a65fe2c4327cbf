import ArgumentParser
import DepGraph

/// What a subject is judged by, and what is given with it.
struct VitalArguments: ParsableArguments {
  @Option(
    name: .customLong("criteria"),
    help: ArgumentHelp(
      "The criteria, a file that begins with depgraph-criteria.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var file: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "What fails: any seeds, as in blast (default: all that has a vital standing).",
      valueName: "seed"))
  var subject: [String] = []

  @Option(
    help: ArgumentHelp(
      "The moment of the answer, counted from the failure (4h, 1h30m).", valueName: "time"))
  var after: TimeSpan?

  @Option(
    help: ArgumentHelp(
      "When it failed, to tell when it is felt (2024-08-28T00:00+02:00).", valueName: "instant"))
  var since: Instant?

  @Option(
    name: .customLong("answer"), parsing: .upToNextOption,
    help: ArgumentHelp("The answer to a question of the criteria.", valueName: "id=yes|no"))
  var answers: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("A figure of the criteria (turnover=12e6).", valueName: "id=value"))
  var given: [String] = []

  @Flag(
    name: .customLong("degraded-counts"), inversion: .prefixedNo,
    help: "Whether what works degraded counts as failed (default: as the criteria say).")
  var degradedCounts: Bool?

  /// The criteria.
  ///
  /// - Throws: `ReadError` where the file cannot be read or has errors.
  func criteria(for compiled: CompiledModel) throws -> CriteriaSet {
    try CriteriaReader().read(file, sectors: compiled.model.sectors).criteria
  }

  /// The question about the subject.
  ///
  /// - Throws: `InvalidInput` where the subject, an answer or a figure names nothing.
  func question(_ set: CriteriaSet, in compiled: CompiledModel) throws -> VitalAssessment.Question {
    var question = VitalAssessment.Question(try seeds(in: compiled), by: set)
    question.after = after
    question.since = since
    question.answers = try set.answers(answers)
    question.figures = try set.figures(given)
    question.countsDegraded = degradedCounts
    return question
  }

  private func seeds(in compiled: CompiledModel) throws -> Seeds {
    if !subject.isEmpty { return try compiled.seeds(subject) }
    let standing = compiled.model.components.filter { $0.vital != nil }.map(\.id).sorted()
    guard standing.isEmpty else { return try compiled.seeds(standing) }
    throw ValidationError("nothing in the model has a `vital` standing: name a --subject")
  }

  /// The file, as a result names it.
  var inputs: [JSONResult.Input] { InputFiles.stamps("criteria", file) }

  var options: [JSONValue.Member] {
    [
      .init("criteria", .file(file)), .init("subject", .texts(subject)),
      .init("after", .number(after?.seconds)), .init("since", .text(since?.iso8601)),
      .init("answer", .texts(answers)), .init("given", .texts(given)),
      .init("degraded-counts", degradedCounts.map(JSONValue.bool) ?? .null),
    ]
  }
}

/// Another assessment to hold beside the first.
struct VitalComparisonArguments: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Hold another subject beside it.", valueName: "seed"))
  var againstSubject: [String] = []

  @Option(
    help: ArgumentHelp("Hold it against other criteria.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var againstCriteria: String?

  @Option(
    help: ArgumentHelp("Hold another model beside it.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var againstModel: String?

  /// The other assessment; nil: none is asked for.
  ///
  /// - Throws: What reading, compiling or naming a subject throws.
  func other(
    than question: VitalAssessment.Question, in compiled: CompiledModel, _ asked: VitalArguments
  ) throws -> VitalComparison.Other? {
    guard !againstSubject.isEmpty || againstCriteria != nil || againstModel != nil else {
      return nil
    }
    let model = try againstModel.map { try LoadedModel($0).compiled } ?? compiled
    var other = question
    if let againstCriteria {
      other.criteria = try CriteriaReader().read(againstCriteria, sectors: model.model.sectors)
        .criteria
      // Answers and figures that the other set does not ask for say nothing there.
      let ids = Set(other.criteria.answerable.map(\.id))
      other.answers = other.answers.filter { ids.contains($0.key) }
    }
    let written = againstSubject.isEmpty ? question.subject.written : againstSubject
    other.subject = try model.seeds(written)
    return VitalComparison.Other(VitalAssessment(other, in: model), in: model)
  }

  /// The files, as a result names them.
  func inputs(_ other: VitalComparison.Other?) -> [JSONResult.Input] {
    let model = againstModel.map { path in
      JSONResult.Input(
        option: "against-model", file: FileFingerprint.name(of: path),
        digest: other?.compiled.model.digest)
    }
    return InputFiles.stamps("against-criteria", againstCriteria) + [model].compactMap(\.self)
  }

  var options: [JSONValue.Member] {
    [
      .init("against-subject", .texts(againstSubject)),
      .init("against-criteria", .file(againstCriteria)),
      .init("against-model", .file(againstModel)),
    ]
  }
}
