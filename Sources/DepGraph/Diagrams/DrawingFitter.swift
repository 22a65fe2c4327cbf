/// A drawing without its page, and how it was made.
struct FittedDrawing {
  /// Where lines lead.
  var direction: Diagram.Direction
  /// The layout that succeeded.
  var variant: LayoutVariant
  /// The layouts that failed before it.
  var failures: [FallbackLadder.Failure]
  /// How far shapes stand apart.
  var spread = Spread()
  /// What was drawn.
  var dot: String
  /// What Graphviz made of it.
  var rendering: Rendering
}

/// Draws a diagram so that it fills its place on a page: in the direction that gives the larger type,
/// with shapes as far apart as there is room.
struct DrawingFitter {
  private let diagram: Diagram
  private let renderer: any DiagramRenderer
  private let place: (width: Double, height: Double)

  /// The most renderings that only move shapes apart.
  private static let mostTrials = 4

  init(
    _ diagram: Diagram, _ renderer: any DiagramRenderer, _ place: (width: Double, height: Double)
  ) {
    self.diagram = diagram
    self.renderer = renderer
    self.place = place
  }

  /// The drawing.
  ///
  /// - Throws: Why there is none in any layout.
  /// - Complexity: One to six renderings.
  func drawing() throws(GraphvizError) -> FittedDrawing { spread(try direct()) }

  /// The direction asked for; else from left to right, unless only the other one is readable.
  private func direct() throws(GraphvizError) -> FittedDrawing {
    guard diagram.direction == .either else { return try closest(diagram.direction) }
    let right = try closest(.right)
    if scale(of: right.rendering) * Theme.Size.shape >= Theme.Size.least { return right }
    let down = try closest(.down)
    return scale(of: down.rendering) > scale(of: right.rendering) * 1.05 ? down : right
  }

  /// With shapes as close as they may stand.
  private func closest(_ direction: Diagram.Direction) throws(GraphvizError) -> FittedDrawing {
    let outcome = try FallbackLadder(renderer).render { variant in
      job(variant, direction, Spread())
    }
    return FittedDrawing(
      direction: direction, variant: outcome.variant, failures: outcome.failures,
      dot: job(outcome.variant, direction, Spread()).dot, rendering: outcome.rendering)
  }

  private func scale(of drawn: Rendering) -> Double {
    min(
      place.width / max(drawn.width, 1), place.height / max(drawn.height, 1),
      DiagramPrinter.largestScale)
  }

  /// As far apart as fills the place at the same scale.
  private func spread(_ closest: FittedDrawing) -> FittedDrawing {
    var best = closest
    let scale = scale(of: closest.rendering)
    let room = (width: place.width / scale, height: place.height / scale)
    for _ in 0..<Self.mostTrials {
      let wider = room.width / max(best.rendering.width, 1)
      let higher = room.height / max(best.rendering.height, 1)
      guard wider > 1.04 || higher > 1.04 else { break }
      // Gaps are about a third of a drawing, so they must grow by more than the drawing should.
      let grow = { (ratio: Double) in max(1, 1 + (ratio - 1) * 2) }
      let isDown = closest.direction == .down
      var trial = best
      trial.spread.across = min(best.spread.across * grow(isDown ? wider : higher), 8)
      trial.spread.along = min(best.spread.along * grow(isDown ? higher : wider), 3)
      guard trial.spread != best.spread else { break }
      let job = job(trial.variant, trial.direction, trial.spread)
      // A trial that Graphviz cannot draw is one too many; what was drawn before it stays.
      guard let drawn = try? renderer.render(job), drawn.width <= room.width + 1,
        drawn.height <= room.height + 1
      else { break }
      (trial.dot, trial.rendering) = (job.dot, drawn)
      best = trial
    }
    return best
  }

  private func job(
    _ variant: LayoutVariant, _ direction: Diagram.Direction, _ spread: Spread
  ) -> RenderJob {
    let writer = DOTWriter(
      diagram, hasFurniture: false, spread: spread, variant: variant, direction: direction)
    return RenderJob(dot: writer.text, engine: variant == .forceDirected ? .sfdp : .dot)
  }
}
