import DepGraph

/// Where a model that the program made is written: YAML, or a container by the name's ending.
struct ModelOutput {
  /// The file; nil: standard output.
  let path: String?

  /// Judges a model as it would be read back, and writes it.
  ///
  /// - Throws: `InvalidInput` where the model has errors; then nothing is written.
  func write(_ model: Model) throws {
    let text = ModelWriter().yaml(of: model)
    let name = path ?? "model.yaml"
    let read = try ModelReader().read(text: text, named: name)
    _ = read
    try OutputOptions.write(text, into: path)
  }
}
