public struct Explanation: Sendable {
  public let vertex: VertexID; public let because: [Explanation]
}
extension ThresholdGraph {
  public func explanation(
    of: VertexID, from: [VertexID], within: Failures, isCounted: (VertexID) -> Bool
  ) -> Explanation? { nil }
}
