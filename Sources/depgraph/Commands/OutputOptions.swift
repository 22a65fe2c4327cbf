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
    name: .shortAndLong, help: "Write the result into a file, whole or not at all.",
    completion: .file())
  var output: String?

  @Flag(help: "No colour, also not on a terminal (as NO_COLOR does).")
  var noColor = false

  /// Gives a result in the form asked for.
  ///
  /// - Parameters:
  ///   - result: The result for machines, in its envelope.
  ///   - standard: The language where none was asked for.
  ///   - report: The result for people; made only if that is what is asked for.
  func give(
    _ result: @autoclosure () -> JSONResult, or standard: Language,
    _ report: (Language) -> Report
  ) throws(Failure) {
    let language = lang ?? standard
    let text =
      switch resolvedFormat {
      case .json: result().json.jsonText
      case .csv: report(language).csv
      case .md: report(language).markdown
      case .text: report(language).text(style)
      }
    try write(text)
  }

  /// Writes a finished text to where the result goes.
  func write(_ text: String) throws(Failure) {
    let bytes = Array(text.utf8)
    if let output { return try ResultFile(path: output).write(bytes) }
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
