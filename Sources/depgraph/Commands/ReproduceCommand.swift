import ArgumentParser
import DepGraph
import Foundation

struct ReproduceCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "reproduce",
    abstract: "Ask again what a JSON result answers, and tell whether the answer is the same.",
    discussion: """
      Example: depgraph blast models/nafin/nafin.yaml nafin -o blast.json
               depgraph reproduce blast.json
               depgraph reproduce out/nafin/register.json models/nafin/nafin.yaml

      The model and other files are looked for by name and digest: beside the result, in this folder \
      and below. The status is 0 if the answer is the same, 1 if it is another one, 2 if it cannot be \
      asked again.
      """)

  @Argument(help: "The result, as --format json gave it.", completion: .file(extensions: ["json"]))
  var result: String

  @Argument(
    help: "The model to ask (default: the one of that name and digest that is found).",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var model: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Look for the files in this folder too.", valueName: "folder"),
    completion: .directory)
  var folder: String?

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let before = try read()
    guard let question = ResultQuestion(before) else {
      throw Self.refusal("`\(name)` is no result of depgraph", "give what `--format json` wrote")
    }
    guard !Self.never.contains(question.command), question.arguments.foreign.isEmpty else {
      throw Self.refusal(
        "`\(name)` cannot be asked again",
        question.arguments.foreign.first.map { "it has an option `\($0)` that is no question" }
          ?? "`\(question.command)` tells of this machine, or of another result")
    }
    let search = FileSearch(beside: result, in: folder)
    let root = try search.model(for: question, named: model)
    let files = try search.inputs(of: question)
    let arguments = try question.arguments.list(model: root) { option, number, name in
      guard let found = files[option], number < found.count else {
        throw Self.refusal("`\(self.name)` does not say which file `\(name)` is", nil)
      }
      return found[number]
    }
    guard arguments.reduce(0, { $0 + $1.utf8.count }) <= Self.longest else {
      throw Self.refusal("`\(name)` is a question too long to be asked again", nil)
    }
    let after = try answer(of: arguments, today: question.today)
    let reproduction = Reproduction(of: before, by: after, file: name)
    var envelope = JSONResult(command: "reproduce", model: nil, result: reproduction.json)
    envelope.options = ["result": .string(name)]
    envelope.inputs = InputFiles.stamps("result", result)
    try output.give(envelope, or: .ofEnvironment) { reproduction.report(language: $0) }
    if !reproduction.isSame { throw Failure.answered(status: Failure.Status.gate) }
  }

  /// What asks for itself again, or tells of the machine.
  private static let never: Set = ["reproduce", "doctor"]

  /// The most bytes of arguments that a process is started with.
  private static let longest = 100_000

  private static func refusal(_ message: String, _ hint: String?) -> InvalidInput {
    InvalidInput([Diagnostic(.badValue, message, hint: hint)])
  }

  private var name: String { FileFingerprint.name(of: result) }

  private func read() throws -> JSONValue {
    guard let data = FileManager.default.contents(atPath: result) else {
      throw Failure.unreadable(path: result, .notFound)
    }
    do {
      return try JSONReader.value(of: [UInt8](data))
    } catch {
      throw Self.refusal("`\(name)` is no JSON: see byte \(error.offset)", nil)
    }
  }

  /// Runs this program again, as a process of its own: whatever happens there, this one can tell.
  private func answer(of arguments: [String], today: String?) throws -> JSONValue {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: IsolatedRenderer.runningExecutable)
    process.arguments = [arguments[0], "--format=json"] + arguments.dropFirst()
    var environment = ProcessInfo.processInfo.environment
    if let day = today.flatMap({ CalendarDate(text: $0) }) {
      environment["SOURCE_DATE_EPOCH"] = "\(day.daysSinceEpoch * 86_400)"
    }
    process.environment = environment
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("depgraph-\(UUID().uuidString)")
    // The answer is as secret as the model, and others may look into the folder above.
    _ = try UnfinishedFiles.begin { () throws(any Error) in
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      return folder.path
    }
    defer { UnfinishedFiles.end(folder.path) { try? FileManager.default.removeItem(at: folder) } }
    // Files and not pipes, so that nothing waits for somebody to read.
    let paths = ["out", "err"].map { folder.appendingPathComponent($0).path }
    for path in paths { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: paths[0])
    process.standardError = FileHandle(forWritingAtPath: paths[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    WorkWatch.shared.hasStarted(process.processIdentifier)
    defer { WorkWatch.shared.hasEnded(process.processIdentifier) }
    process.waitUntilExit()
    let bytes = FileManager.default.contents(atPath: paths[0]) ?? Data()
    if let value = try? JSONReader.value(of: [UInt8](bytes)) { return value }
    let said = FileManager.default.contents(atPath: paths[1]) ?? Data()
    StandardStreams.write(String(decoding: said, as: UTF8.self), to: .error)
    throw Failure.answered(status: Failure.Status.invalidInput)
  }
}
