import ArgumentParser
import DepGraph

struct ConvertCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a model as a container, or a container as a model file.",
    discussion: """
      Example: depgraph convert models/nafin/nafin.yaml nafin.sqlite
               depgraph convert nafin.sqlite nafin.yaml

      Nothing is lost either way. A name that ends in .sqlite, .sqlite3 or .db is that of a \
      container, any other that of a model file; what is read is told by what it holds. A model of \
      several files comes out as one.
      """)

  @Argument(
    help: "The model: its root file, or a container.",
    completion: .file(extensions: ["yaml", "yml", "json", "sqlite", "sqlite3", "db"]))
  var model: String

  @Argument(help: "Where it goes; what is there is replaced, whole or not at all.")
  var target: String

  @Option(help: "The language of the messages: nl or en (default: that of the environment).")
  var lang: Language?

  @OptionGroup var limits: LimitArguments

  func run() throws {
    let read = try ModelReader().read(model)
    let language = lang ?? .ofEnvironment
    StandardStreams.writeRemarks(
      read.warnings.filter { $0.code == .changedSince }, in: language)
    try ModelOutput(path: target).write(read.model)
  }
}
