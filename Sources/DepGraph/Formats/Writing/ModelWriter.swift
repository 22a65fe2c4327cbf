/// Writes models in the format that ``ModelReader`` reads.
public struct ModelWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// The text of a model.
  ///
  /// - Parameter model: The model.
  /// - Returns: YAML.
  /// - Complexity: O(*n*) for *n* facts.
  public func yaml(of model: Model) -> String {
    "depgraph: 1\n"
  }
}
