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

  /// The marking, and whether the facts are made up or public.
  var banner: String {
    let model = compiled.model
    var parts: [String] = []
    switch model.basis {
    case .fictional:
      parts.append(words.pick("VOORBEELD · FICTIEVE GEGEVENS", "EXAMPLE · FICTIONAL DATA"))
    case .public: parts.append(words.pick("OPENBARE FEITEN", "PUBLIC FACTS"))
    case .assumed: parts.append(words.pick("AANGENOMEN FEITEN", "ASSUMED FACTS"))
    case .inferred: parts.append(words.pick("AFGELEIDE FEITEN", "INFERRED FACTS"))
    case .internal: break
    }
    if let classification = model.marking.classification { parts.append(classification) }
    if let light = model.marking.trafficLight { parts.append("TLP:\(light)") }
    if parts.isEmpty { parts.append(words.pick("GEEN RUBRICERING OPGEGEVEN", "NO MARKING STATED")) }
    return parts.joined(separator: " · ")
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
