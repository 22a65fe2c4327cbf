/// Fault trees as files in the Open-PSA Model Exchange Format hold them, with what there is to say
/// about the files.
///
/// ```swift
/// let read = try OpenPSAReader().read(["two-train.xml"])
/// print(read.trees.tops.map(\.name), read.warnings.count)
/// ```
public struct OpenPSAModel: Sendable {
  /// The fault trees, in which house events are constants.
  ///
  /// The tops are the gates that no other gate uses, in the order defined.
  ///
  /// A gate or event that is private to a fault tree or component has theirs and dots before its name;
  /// a part of a common-cause group has the names of its members, in brackets.
  public let trees: FaultTrees
  /// The SHA-256 digest of the files' bytes, in hexadecimal.
  public let digest: String
  /// The remarks on the files, by place.
  public let warnings: [Diagnostic]
  /// The texts that places point into, by file name.
  public let texts: [String: String]
}
