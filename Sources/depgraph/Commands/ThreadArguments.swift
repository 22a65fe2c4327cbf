import ArgumentParser

/// How many things a command that makes many may do at a time.
struct ThreadArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many things are done at a time (default: as many as there are processors).",
      valueName: "number"))
  var threads: Int?

  func validate() throws {
    guard threads ?? 1 >= 1 else { throw ValidationError("--threads is at least 1") }
  }
}
