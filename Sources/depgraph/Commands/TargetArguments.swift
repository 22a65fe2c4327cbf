import ArgumentParser

/// Whom a question is about.
struct TargetArguments: ParsableArguments {
  @Option(
    name: .customLong("for"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Ask about these only: ids, patterns and selectors (default: all consumers and processes).",
      valueName: "id"))
  var targets: [String] = []
}
