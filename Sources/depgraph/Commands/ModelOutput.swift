import DepGraph

/// Where a model that the program made is written: YAML, or a container by the name's ending.
struct ModelOutput {
  /// The file; nil: standard output.
  let path: String?

  /// Judges a model as it would be read back, and writes it.
  ///
  /// Sectors of the model's own go into a file beside it, which YAML wants; a container holds them.
  ///
  /// - Throws: `InvalidInput` where the model has errors; then nothing is written.
  func write(_ model: Model) throws {
    if let path, ModelContainer.isNamedAsContainer(path) {
      try ModelContainer().write(model, to: path)
      return WorkWatch.shared.answer()
    }
    let writer = ModelWriter()
    let name = path ?? "model.yaml"
    _ = try ModelReader().read(
      text: writer.yaml(of: model), named: name, sectors: model.sectors)
    guard let sectors = writer.sectorYAML(of: model), let path else {
      return try OutputOptions.write(writer.yaml(of: model), into: path)
    }
    let file = "\(FileFingerprint.stem(of: path))-sectors.yaml"
    let folder = path.dropLast(FileFingerprint.name(of: path).count)
    try OutputOptions.write(sectors, into: folder + file)
    try OutputOptions.write(writer.yaml(of: model, sectorFile: file), into: path)
  }
}
