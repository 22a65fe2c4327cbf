import ArgumentParser
import DepGraph

/// The hidden subcommand that the explorer's browser test compares with: many failures of one model,
/// each answered as `blast` does, without reading the model anew for each.
struct ExploreAnswersCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore-answers",
    abstract: "Answer a blast radius for each line of standard input; for tests of the explorer.",
    discussion: """
      A line holds what fails, separated by spaces, after the moment in seconds or `-` for the end. \
      Each answer is one line of JSON with the keys of `blast`.
      """,
    shouldDisplay: false)

  @OptionGroup var model: ModelArguments

  @Flag(help: "Write the explorer's own data first, on a line of its own.")
  var data = false

  @OptionGroup var limits: LimitArguments

  func run() throws {
    let compiled = try model.load(language: nil).compiled
    if data { give(Explorer.data(of: compiled)) }
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      let question = BlastRadius.Question(
        try compiled.seeds(Array(words.dropFirst())),
        after: Double(first).flatMap { TimeSpan(seconds: $0) })
      give(BlastRadius(question, in: compiled).json(in: compiled).scriptText)
    }
  }

  /// At once, since who asks may wait for it before asking on.
  private func give(_ line: String) {
    StandardStreams.write(line + "\n", to: .output)
  }
}
