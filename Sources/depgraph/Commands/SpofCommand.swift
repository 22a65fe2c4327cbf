import ArgumentParser
import DepGraph

struct SpofCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "spof",
    abstract: "Which single things can take a service down, in every dimension.",
    discussion: """
      Example: depgraph spof models/nafin/nafin.yaml
               depgraph spof models/voorbeeld/voorbeeld.yaml --for crisisberaad --groups

      Not only components: also what they share (a software release, a duct, a site), and redundancy \
      that one cause takes away.
      """)

  /// What makes the command fail although it answered.
  enum Gate: String, CaseIterable, ExpressibleByArgument {
    /// A target falls with one thing for certain.
    case certain
    /// A target may fall with one thing, or it is not known whether it does.
    case possible
  }

  @OptionGroup var model: ModelArguments

  @OptionGroup var asked: TargetArguments

  @Flag(help: "Let all under one contract, operator or party fail too, not only suppliers.")
  var groups = false

  @Option(help: "How uncertain facts are read.")
  var reading = Reading.possible

  @Option(
    help: ArgumentHelp(
      "End with status 1 if there is a single point of failure that is certain, or possible.",
      valueName: "verdict"))
  var failOn: Gate?

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let review = try Self.review(
      of: asked.targets, groups: groups ? GroupFailure.Kind.allCases : [.supplier], in: compiled,
      reading: reading)
    try output.give(
      loaded.result("spof", options: options, review.json(in: compiled)),
      or: compiled.model.language
    ) { review.report(in: compiled, language: $0) }
    if let failOn, review.singlePoints.targets.contains(where: { fires(failOn, $0, review) }) {
      throw Failure.answered(status: Failure.Status.gate)
    }
  }

  /// The answer about those named, or about all consumers and processes where nobody is.
  static func review(
    of targets: [String], groups: [GroupFailure.Kind] = [], in compiled: CompiledModel,
    reading: Reading = .possible
  ) throws -> SinglePointsReview {
    guard !targets.isEmpty else {
      return SinglePointsReview(groups: groups, in: compiled, reading: reading)
    }
    let asked = try compiled.components(targets)
    return SinglePointsReview(of: asked, groups: groups, in: compiled, reading: reading)
  }

  private func fires(
    _ gate: Gate, _ target: SinglePoints.Target, _ review: SinglePointsReview
  ) -> Bool {
    switch gate {
    case .certain: target.points.contains { $0.verdict == .certain }
    case .possible: !target.points.isEmpty || review.isOpen(target)
    }
  }

  private var options: JSONValue {
    [
      "for": .texts(asked.targets), "groups": .bool(groups), "reading": .string(reading.rawValue),
      "fail-on": .text(failOn?.rawValue), "known-by": .text(model.knownBy?.description),
    ]
  }
}
