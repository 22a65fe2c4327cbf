import ArgumentParser
import DepGraph

struct ProtectionCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "protection",
    abstract: "Which protection needs are inherited along requirements, and where less is stated.",
    discussion: """
      Example: depgraph protection models/voorbeeld/voorbeeld.yaml
               depgraph protection model.yaml --cumulate-from 5 --format csv
      """)

  @OptionGroup var model: ModelArguments

  @Option(
    help: ArgumentHelp(
      "From how many independent users of one need on it may be a step higher.",
      valueName: "number"))
  var cumulateFrom = 3

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard cumulateFrom >= 2 else { throw ValidationError("--cumulate-from is at least 2") }
  }

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let needs = ProtectionNeeds(in: compiled, cumulateFrom: cumulateFrom)
    let options: JSONValue = [
      "cumulate-from": .integer(cumulateFrom), "known-by": .text(model.knownBy?.description),
    ]
    try output.give(
      loaded.result("protection", options: options, needs.json(in: compiled)),
      or: compiled.model.language
    ) { needs.report(in: compiled, language: $0) }
  }
}
