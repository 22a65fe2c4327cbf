import ArgumentParser
import DepGraph

/// The model that a question is about.
struct ModelArguments: ParsableArguments {
  @Argument(help: "The model's root file.", completion: .file(extensions: ["yaml", "yml", "json"]))
  var model: String

  @Option(help: "Leave out facts whose source is later than this date (2024-08-27).")
  var knownBy: CalendarDate?

  /// Reads and compiles the model, and says on standard error how much there is to remark on it.
  func load(_ output: OutputOptions) throws -> LoadedModel { try load(language: output.lang) }

  /// The same, saying it in a language; nil: the model's.
  func load(language: Language?) throws -> LoadedModel {
    let loaded = try LoadedModel(model, knownBy: knownBy)
    if !loaded.remarks.isEmpty {
      let phrases = Phrases(language ?? loaded.compiled.model.language)
      let line = phrases.warningLine(loaded.remarks.count, model: model)
      StandardStreams.write("depgraph: \(line)\n", to: .error)
    }
    return loaded
  }
}

/// A model that was read, compiled, and judged.
struct LoadedModel {
  let compiled: CompiledModel
  /// Everything that there is to remark on it.
  let remarks: [Diagnostic]
  let texts: [String: String]

  init(_ path: String, knownBy: CalendarDate? = nil) throws {
    let read = try ModelReader().read(path)
    texts = read.texts
    let model = read.model
    var found = read.warnings
    if let knownBy {
      // TODO-KNOWN
      _ = knownBy
    }
    do {
      compiled = try CompiledModel(model)
    } catch {
      throw InvalidInput(error.diagnostics + found, texts: read.texts)
    }
    found += IndependenceClaim.findings(in: compiled) + ExpectationCheck(compiled).findings
    remarks = found.sortedByPlace()
  }

  /// The envelope of a result.
  func result(_ command: String, options: JSONValue, _ result: JSONValue) -> JSONResult {
    var envelope = JSONResult(command: command, model: compiled.model, result: result)
    envelope.options = options
    envelope.warnings = remarks
    return envelope
  }
}

extension CompiledModel {
  /// The one component or common cause that an id names.
  ///
  /// - Throws: `InvalidInput` where it names nothing, or several things.
  func element(_ id: String) throws -> VertexID {
    if let vertex = vertex(of: id) { return vertex }
    let found = try seeds([id]).vertices
    if found.count == 1, let only = found.first { return only }
    throw InvalidInput([
      Diagnostic(
        .unknownReference, "'\(id)' names \(found.count) components where one is meant", id: id)
    ])
  }
}
