import ArgumentParser
import DepGraph

/// How a result is given: the options that every answering subcommand has.
struct OutputOptions: ParsableArguments {
  /// The forms of a result.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, md
  }

  @Option(help: "The form of the result (default: text, or by the name of the output file).")
  var format: Format?

  @Option(help: "The language of text results: nl or en (default: the model's).")
  var lang: Language?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the result into a file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "No colour, also not on a terminal (as NO_COLOR does).")
  var noColor = false

  /// The language of messages on standard error: results speak the model's language, messages the
  /// user's.
  var messageLanguage: Language { lang ?? .ofEnvironment }

  /// Gives a result in the form asked for.
  ///
  /// - Parameters:
  ///   - result: The result for machines, in its envelope.
  ///   - standard: The language where none was asked for.
  ///   - report: The result for people; made only if that is what is asked for.
  /// - Throws: `Failure.unwritable` where it cannot be written.
  func give(
    _ result: @autoclosure () -> JSONResult, or standard: Language,
    _ report: (Language) -> Report
  ) throws(Failure) {
    let language = lang ?? standard
    let result = result()
    guard resolvedFormat != .json else { return try Self.write(result.json.jsonText, into: output) }
    // The proposed marking follows from the ids in the result for machines, whatever the form.
    let report =
      result.proposedMarking.map { report(language).marked($0, language: language) }
      ?? report(language)
    let text =
      switch resolvedFormat {
      // Rows and nothing else, for programs that read them.
      case .csv: report.csv
      case .md: report.stamped(by: result, language: language).markdown
      case .text, .json: report.stamped(by: result, language: language).text(style)
      }
    try Self.write(text, into: output)
  }

  /// Writes a finished text into a file, or to standard output where none is named.
  static func write(_ text: String, into path: String?) throws(Failure) {
    let bytes = Array(text.utf8)
    if let path { return try ResultFile(path: path).write(bytes) }
    WorkWatch.shared.answer()
    do {
      try StandardStreams.write(bytes, to: StandardStreams.Stream.output.rawValue)
    } catch {
      throw .unwritable(path: nil, reason: error.reason)
    }
  }

  private var resolvedFormat: Format {
    let ending = output?.split(separator: ".").last.map { $0.lowercased() }
    return format ?? ending.flatMap(Format.init(rawValue:)) ?? .text
  }

  private var style: TextStyle {
    guard output == nil else { return TextStyle() }
    return TextStyle(
      width: Terminal.width, isColoured: Terminal.isColoured(.output, allowed: !noColor))
  }
}
