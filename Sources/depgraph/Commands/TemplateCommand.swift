import ArgumentParser
import DepGraph

struct TemplateCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "A workbook to fill in, which `import table` reads.",
    discussion: """
      Example: depgraph template --lang nl -o werkblad.xlsx
               depgraph import table werkblad.xlsx -o model.yaml
      """)

  @Option(help: "The language of the workbook: nl or en (default: nl).")
  var lang = Language.dutch

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the workbook into a file, whole or not at all.", valueName: "file"),
    completion: .file(extensions: ["xlsx"]))
  var output: String

  @OptionGroup var limits: LimitArguments

  func run() throws {
    let bytes: [UInt8]
    do {
      bytes = try WorkbookTemplate(language: lang).bytes()
    } catch {
      throw Failure.unwritable(path: output, reason: "\(error)")
    }
    try ResultFile(path: output).write(bytes)
  }
}
