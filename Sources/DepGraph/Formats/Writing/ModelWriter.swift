/// Writes models in the format that ``ModelReader`` reads.
///
/// Nothing is lost: what is read back equals the model but for places and digest, and is written as
/// the same bytes. What a part would inherit is not repeated, keys come in the order of the key
/// table, and a model of several files comes out as one.
///
/// ```swift
/// let text = ModelWriter().yaml(of: model)
/// let same = try ModelReader().read(text: text, named: "model.yaml").model
/// ```
public struct ModelWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// The text of a model.
  ///
  /// A list of sectors of its own is a file of its own (``sectorYAML(of:)``), which the text can
  /// only name.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - sectorFile: The file with its sectors, relative to the model's; nil: the text does not say
  ///     that they are others than the built-in ones.
  /// - Returns: YAML.
  /// - Complexity: O(*n*) for *n* facts.
  public func yaml(of model: Model, sectorFile: String? = nil) -> String {
    var printer = YAMLPrinter()
    printer.write(file: WrittenForm(model).model(model, sectorFile: sectorFile).pairs)
    return printer.text
  }

  /// The text of the file with a model's sectors; nil: they are the built-in ones.
  ///
  /// - Parameter model: The model.
  /// - Returns: YAML, or nil.
  /// - Complexity: O(*n*) for *n* sectors.
  public func sectorYAML(of model: Model) -> String? {
    guard model.sectors != .builtIn else { return nil }
    let form = WrittenForm(model)
    var fields = WrittenFields(.sectorFile)
    fields["depgraph-sectors"] = .bare("1")
    fields["language"] = .bare(model.language.rawValue)
    fields["sectors"] = .list(model.sectors.sectors.map { form.sector($0) })
    var printer = YAMLPrinter()
    printer.write(file: fields.pairs)
    return printer.text
  }
}
