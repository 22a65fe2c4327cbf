import DepGraph

/// A model that was read, compiled, and judged.
struct LoadedModel {
  /// The root file as it was named.
  let path: String
  let compiled: CompiledModel
  /// Everything that there is to remark on it.
  var remarks: [Diagnostic]
  let texts: [String: String]
  /// The number of facts that were not known yet on the day asked for.
  private(set) var leftOut = 0

  init(
    _ path: String, knownBy: CalendarDate? = nil, checksInFull: Bool = false,
    cache use: CompiledCache.Use = .use
  ) throws {
    let cache = use == .off || knownBy != nil ? nil : CompiledCache(of: path)
    if use == .use, !checksInFull, let (compiled, remarks) = cache?.read() {
      self.init(path, compiled, remarks)
      return
    }
    try self.init(reading: path, knownBy: knownBy, checksInFull: checksInFull)
    if use == .use {
      cache?.write(compiled, remarks: remarks)
    } else if use == .check, cache?.agrees(with: compiled, remarks: remarks) == false {
      throw InvalidInput([
        Diagnostic(
          .damaged, "the cache `\(cache?.path ?? path)` is not what the model gives",
          hint: "delete it; it is made again")
      ])
    }
  }

  /// Takes what a cache holds; a container has no text to show lines of.
  private init(_ path: String, _ compiled: CompiledModel, _ remarks: [Diagnostic]) {
    self.path = path
    self.compiled = compiled
    self.remarks = remarks
    texts = [:]
  }

  /// Reads and compiles whatever a cache may say.
  private init(reading path: String, knownBy: CalendarDate?, checksInFull: Bool) throws {
    self.path = path
    let read = try ModelReader(checksInFull: checksInFull).read(path)
    texts = read.texts
    var model = read.model
    var found = read.warnings
    if let knownBy {
      let known = model.known(by: knownBy)
      model = known.model
      found += known.warnings
      leftOut = known.dropped.count
    }
    do {
      compiled = try CompiledModel(model)
    } catch {
      throw InvalidInput(error.diagnostics + found, texts: read.texts)
    }
    found += IndependenceClaim.findings(in: compiled) + ExpectationCheck(compiled).findings
    remarks = found.sortedByPlace()
  }

  /// Says on standard error how much there is to remark on the model.
  func summarise(_ path: String, in language: Language) {
    guard !remarks.isEmpty else { return }
    let line = Phrases(language).warningLine(remarks.count, model: path)
    StandardStreams.say(line)
  }

  /// The name of the root file without its folder; nil: it is no file that stays, such as a pipe.
  var file: String? {
    FileFingerprint.isRegular(path) ? FileFingerprint.name(of: path) : nil
  }

  /// The envelope of a result.
  ///
  /// - Parameters:
  ///   - command: The subcommand.
  ///   - options: All options that the answer depends on, files by their names alone.
  ///   - inputs: The other files that it was asked with, in the order of the options.
  ///   - result: The answer.
  /// - Returns: The envelope, with the remarks on the model.
  func result(
    _ command: String, options: JSONValue, inputs: [JSONResult.Input] = [], _ result: JSONValue
  ) -> JSONResult {
    var envelope = JSONResult(command: command, model: compiled.model, result: result)
    envelope.options = options
    envelope.inputs = inputs
    envelope.modelFile = file
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

  /// The components that selectors name.
  ///
  /// - Throws: `InvalidInput` where they name nothing declared, or only common causes.
  func components(_ selectors: [String]) throws -> [VertexID] {
    let asked = try seeds(selectors).vertices.filter { component($0) != nil }
    guard !asked.isEmpty else {
      throw InvalidInput(
        selectors.map {
          Diagnostic(
            .unknownReference, "`\($0)` names no component that could fall", id: $0,
            hint: "what it takes down itself, `blast` tells")
        })
    }
    return asked
  }

  /// The id of a contract, with or without `contract:` before it.
  ///
  /// - Throws: `InvalidInput` where there is no such contract.
  func contract(_ id: String) throws -> String {
    let name = id.hasPrefix("contract:") ? String(id.dropFirst("contract:".count)) : id
    let known = model.contracts.map(\.id)
    if known.contains(name) { return name }
    throw InvalidInput([
      Diagnostic(
        .unknownReference, "there is no contract `\(name)`", id: id,
        hint: nearestName(to: name, among: known).map { "did you mean `\($0)`?" })
    ])
  }
}
