/// What a drawing gives up so that Graphviz can place it, from nothing to everything.
public enum LayoutVariant: String, Sendable, Hashable, CaseIterable {
  /// Clusters, and equal ranks inside them.
  case rich
  /// The same with `newrank=true`, which avoids most crashes but may turn the order in a rank.
  case newRank
  /// Clusters without equal ranks.
  case noRanks
  /// Neither clusters nor equal ranks.
  case noClusters
  /// No layers at all, by springs (`LayoutEngine.sfdp`).
  case forceDirected
}

/// Tries to draw the same thing in ever simpler ways until Graphviz succeeds.
public struct FallbackLadder: Sendable {
  /// A picture, and what it took to get it.
  public struct Outcome: Sendable, Hashable {
    /// The picture.
    public let rendering: Rendering
    /// The variant that it shows.
    public let variant: LayoutVariant
    /// The variants before it and why each failed, in the order in which they were tried.
    public let failures: [Failure]
  }

  /// A variant that could not be drawn.
  public struct Failure: Sendable, Hashable {
    /// What was tried.
    public let variant: LayoutVariant
    /// Why there was no picture.
    public let error: GraphvizError
  }

  private let renderer: any DiagramRenderer

  /// Makes a ladder in front of a renderer, which should be an isolated one.
  public init(_ renderer: any DiagramRenderer) {
    self.renderer = renderer
  }

  /// Draws the first variant that can be drawn.
  ///
  /// A variant whose job equals one that failed is not tried again: what hung would hang again.
  ///
  /// - Precondition: `variants` is not empty.
  /// - Complexity: As many renderings as there are variants, each up to the renderer's time limit.
  /// - Parameters:
  ///   - variants: What to try, in this order.
  ///   - make: Writes the job of a variant.
  /// - Returns: The picture, its variant and the failures before it.
  /// - Throws: The last variant's error when none can be drawn, or at once one that no other variant
  ///   can avoid; the caller then shows a table.
  public func render(
    variants: [LayoutVariant] = LayoutVariant.allCases, make: (LayoutVariant) -> RenderJob
  ) throws(GraphvizError) -> Outcome {
    precondition(!variants.isEmpty, "A ladder without rungs")
    var failures: [Failure] = []
    var failedJobs: [RenderJob: GraphvizError] = [:]
    for variant in variants {
      let job = make(variant)
      if let known = failedJobs[job] {
        failures.append(Failure(variant: variant, error: known))
        continue
      }
      do throws(GraphvizError) {
        let rendering = try renderer.render(job)
        return Outcome(rendering: rendering, variant: variant, failures: failures)
      } catch {
        if error.isBeyondLayout { throw error }
        failures.append(Failure(variant: variant, error: error))
        failedJobs[job] = error
      }
    }
    throw failures[failures.count - 1].error
  }
}

extension GraphvizError {
  /// Whether another layout of the same graph would fail in the same way.
  fileprivate var isBeyondLayout: Bool {
    if case .cannotStart = self { true } else { false }
  }
}
