/// The version of the tool, in this one place.
public enum DepGraphVersion {
  /// The version, as semantic versioning has it.
  public static let current = "0.1.0"
}
