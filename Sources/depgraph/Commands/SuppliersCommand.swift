import ArgumentParser
import DepGraph

struct SuppliersCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "suppliers",
    abstract:
      "How much of what is critical hangs on each supplier, and which reserve is one supplier's.",
    discussion: """
      Example: depgraph suppliers models/voorbeeld/voorbeeld.yaml
               depgraph suppliers models/voorbeeld/voorbeeld.yaml --at 2030-01-01 --format json

      Subcontractors count too, tier by tier. What the model does not know of a supplier is said, \
      never counted as nothing.
      """)

  @OptionGroup var model: ModelArguments

  @Option(
    help: ArgumentHelp(
      "The day on which contracts are in force (default: the date of the model's facts).",
      valueName: "date"))
  var at: CalendarDate?

  @Option(help: "How uncertain facts are read.")
  var reading = Reading.possible

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let review = SupplierReview(in: compiled, reading: reading, on: at)
    try output.give(
      loaded.result("suppliers", options: options, review.json(in: compiled)),
      or: compiled.model.language
    ) { review.report(in: compiled, language: $0) }
  }

  private var options: JSONValue {
    [
      "at": .text(at?.description), "reading": .string(reading.rawValue),
      "known-by": .text(model.knownBy?.description),
    ]
  }
}
