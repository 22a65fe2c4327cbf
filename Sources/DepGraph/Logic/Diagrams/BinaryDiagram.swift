/// A function of variables that are true or false, in the manager that made it.
///
/// Within one manager two functions are equal exactly where their handles are.
public struct BinaryDiagram: Hashable, Sendable {
  /// Twice the number of a node and one more where the opposite of its function is meant.
  let raw: UInt32

  init(raw: UInt32) { self.raw = raw }

  /// The function that is always true.
  public static let `true` = BinaryDiagram(raw: 1)
  /// The function that is always false.
  public static let `false` = BinaryDiagram(raw: 0)

  /// Whether the function is always true or always false.
  public var isConstant: Bool { raw <= 1 }

  /// The opposite of a function.
  ///
  /// - Parameter function: A function.
  /// - Returns: The function that is true where the other is false; no node is made.
  public static prefix func ! (function: BinaryDiagram) -> BinaryDiagram {
    BinaryDiagram(raw: function.raw ^ 1)
  }
}
