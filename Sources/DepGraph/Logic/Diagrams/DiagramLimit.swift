/// Why work on decision diagrams ended early.
public enum DiagramLimit: Error, Hashable, Sendable {
  /// More nodes would be needed than are allowed: the number allowed.
  case nodes(Int)
  /// The caller asked to stop.
  case stopped
}
