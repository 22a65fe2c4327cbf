/// One claim of an expectation about one component, and what came of it.
public struct TestedClaim: Hashable, Sendable {
  /// Why a claim did not pass.
  public enum Reason: Hashable, Sendable {
    /// The component goes down, by this chain of causes: that of least depth.
    case chain(Why.Cause)
    /// The component is hit along this way, but does not go down.
    case way([VertexID])
    /// The component is not hit, since this holds.
    case held([Why.Support])
    /// The model knows no way from what failed to the component.
    case noWay
    /// The component goes down, but not before so many seconds after the failure.
    case later(Double)
    /// These, of which something is not known, leave it open: ids, and selectors of which the model
    /// does not know all members.
    case notKnown([String])
    /// Nothing failed, so that nothing was asked.
    case nothingFailed
    /// The single points of failure are others.
    case points(PointDifference)
  }

  /// How single points of failure differ from what was expected.
  public struct PointDifference: Hashable, Sendable {
    /// Those expected that are none.
    public let missing: [VertexID]
    /// Those that were not expected.
    public let unexpected: [VertexID]
    /// How the first that was not expected takes the component down.
    public let chain: Why.Cause?
    /// The components with something unknown that could bear on it: there may be more.
    public let unknown: [VertexID]
  }

  /// The number of the expectation in the model, from 0.
  public let expectation: Int
  /// What is claimed.
  public let kind: ClaimKind
  /// Of what.
  public let vertex: VertexID
  /// What came of it.
  public let verdict: ClaimVerdict
  /// The grades that it can have; nil for a claim on single points of failure.
  public let span: GradeSpan?
  /// Whether that it is not affected rests on a claim of independence, and not on what it needs.
  public let isClaimed: Bool
  /// Its single points of failure; nil for a claim on one failure.
  public let points: [SinglePoints.Point]?
  /// Why it did not pass; nil: it did, or the grade says it all.
  public let reason: Reason?
}
