/// Who may see a diagram and where it comes from: the same words on every picture of a model.
struct SourceStatement: Sendable {
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let toolVersion: String

  init(_ compiled: CompiledModel, _ words: DiagramWords, toolVersion: String) {
    self.compiled = compiled
    self.words = words
    self.toolVersion = toolVersion
  }

  /// The proposed marking of a picture that may show anything of the model, and on what the facts
  /// rest.
  ///
  /// - Complexity: O(*f*) for *f* facts of the model.
  var banner: String {
    let model = compiled.model
    return words.banner(
      model.basis, withExamples: model.hasExamples(among: nil), ProposedMarking(ofAll: model))
  }

  /// The proposed marking of a picture by what it shows, and on what the facts rest.
  ///
  /// - Parameters:
  ///   - diagram: The picture.
  ///   - result: The view, whose floors count.
  /// - Returns: One line.
  /// - Complexity: O(*f* + *m*) for *f* facts of the model and *m* things drawn.
  func banner(of diagram: Diagram, result: String) -> String {
    let model = compiled.model
    let shown = diagram.shapes.flatMap(\.members)
    let proposal = ProposedMarking(of: model, result: result, showing: shown)
    return words.banner(
      model.basis, withExamples: model.hasExamples(among: Set(shown)), proposal)
  }

  /// The model, its date and fingerprint, the scenario, the tool.
  func sourceLine(scenario: String?) -> String {
    let model = compiled.model
    let name = model.name?.text(in: words.language) ?? words.pick("naamloos model", "unnamed model")
    var parts = ["\(words.pick("Bron", "Source")): \(name)"]
    if let date = model.asOf {
      parts.append("\(words.pick("peildatum", "reference date")) \(words.date(date))")
    }
    if !model.digest.isEmpty { parts.append("sha256 \(model.digest.prefix(12))") }
    if let scenario { parts.append("\(words.pick("scenario", "scenario")) «\(scenario)»") }
    let dependencies = compiled.dependencies.all.count
    let noun =
      dependencies == 1
      ? words.pick("afhankelijkheid", "dependency") : words.pick("afhankelijkheden", "dependencies")
    parts.append("\(words.count(model.components.count, nil)), \(dependencies) \(noun)")
    parts.append("depgraph \(toolVersion)")
    if model.basis == .fictional {
      parts.append(words.pick("gegevens zijn fictief", "the data are fictional"))
    }
    return parts.joined(separator: " · ")
  }
}
