import ArgumentParser
import DepGraph

/// What every export as a graph is asked with, and how it is given.
struct GraphExportArguments: ParsableArguments {
  @OptionGroup var model: ModelArguments

  @Option(help: "The language of messages: nl or en (default: the user's).")
  var lang: Language?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write into a file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  /// Writes the model, and says on standard error what the format cannot hold.
  ///
  /// - Parameter write: Writes a model, with a line on how it is marked.
  /// - Throws: `Failure.unwritable` where it cannot be written.
  func give(_ write: (Model, String) -> GraphExport) throws {
    let model = try model.load(language: lang).compiled.model
    let marking = Phrases(lang ?? model.language).proposalLine(
      ProposedMarking(ofAll: GraphExport.part(of: model), result: "export"))
    let export = write(model, marking)
    if let line = Phrases(lang ?? .ofEnvironment).omissionsLine(export.omittedCounts) {
      StandardStreams.say(line)
    }
    try OutputOptions.write(export.text, into: output)
  }
}

extension GraphExport {
  /// What is not in the text, as pairs.
  fileprivate var omittedCounts: [(subject: LocalizedText, count: Int)] {
    omissions.map { ($0.subject, $0.count) }
  }
}
