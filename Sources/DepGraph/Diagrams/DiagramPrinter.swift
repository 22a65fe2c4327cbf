/// Draws diagrams on pages: measures the drawing, fits banner, headline and key to the page, and
/// falls back to simpler layouts where Graphviz fails.
public struct DiagramPrinter: Sendable {
  /// A picture with what a reader of it, or its maker, should know.
  public struct Print: Sendable {
    /// The file.
    public let bytes: [UInt8]
    /// The DOT text that was drawn.
    public let dot: String
    /// The layout that succeeded.
    public let variant: LayoutVariant
    /// The layouts that failed before it.
    public let failures: [FallbackLadder.Failure]
    /// The size of the smallest type on paper, in points.
    public let smallestType: Double
    /// What Graphviz remarked.
    public let warnings: [String]

    /// Whether some type is smaller on paper than people read with ease.
    public var isTooSmall: Bool { smallestType < Theme.Size.least - 0.05 }
  }

  /// The blank border of a page in points, as the renderer leaves it.
  private static let margin = 20.0
  /// The most that a small drawing is enlarged.
  private static let largestScale = 1.25

  private let renderer: any DiagramRenderer

  /// Makes a printer in front of a renderer, which should be an isolated one.
  public init(_ renderer: any DiagramRenderer) { self.renderer = renderer }

  /// Draws a diagram.
  ///
  /// - Parameters:
  ///   - diagram: What to draw.
  ///   - format: The kind of file; SVG comes out finished.
  ///   - page: The sheet.
  ///   - pixelWidth: The width of a bitmap.
  /// - Returns: The picture.
  /// - Throws: Why there is none in any layout; the caller then shows `Diagram.table`.
  /// - Complexity: Some ten to twenty renderings, most of them to measure.
  public func print(
    _ diagram: Diagram, as format: ImageFormat, page: PageShape = .wide, pixelWidth: Int? = nil
  ) throws(GraphvizError) -> Print {
    try draw(diagram, try fitted(diagram, page), format, page, pixelWidth)
  }

  /// Draws a diagram in several formats, measuring it once.
  ///
  /// - Parameters:
  ///   - diagram: What to draw.
  ///   - formats: The kinds of files; SVG comes out finished.
  ///   - page: The sheet.
  /// - Returns: The pictures, in the order of the formats.
  /// - Throws: Why one of them cannot be drawn in any layout.
  /// - Complexity: One rendering for each format, and some ten to twenty to measure.
  public func prints(
    _ diagram: Diagram, as formats: [ImageFormat], page: PageShape = .wide
  ) throws(GraphvizError) -> [Print] {
    let fit = try fitted(diagram, page)
    var prints: [Print] = []
    for format in formats { prints.append(try draw(diagram, fit, format, page, nil)) }
    return prints
  }

  private func draw(
    _ diagram: Diagram, _ fit: Fit, _ format: ImageFormat, _ page: PageShape, _ pixelWidth: Int?
  ) throws(GraphvizError) -> Print {
    let ladder = FallbackLadder(renderer)
    let rest = LayoutVariant.allCases.drop { $0 != fit.variant }
    let outcome = try ladder.render(variants: Array(rest)) { variant in
      job(diagram, fit, variant, format, page, pixelWidth)
    }
    let smallest = Theme.Size.shape
    let scale = outcome.rendering.scale
    let furniture = Theme.Size.source * (fit.frame?.factor ?? 1)
    var bytes = outcome.rendering.bytes
    if format == .svg { bytes = FinishedSVG(bytes, of: diagram).bytes }
    return Print(
      bytes: bytes,
      dot: DOTWriter(
        diagram, frame: fit.frame, spread: fit.spread, variant: outcome.variant,
        direction: fit.direction
      ).text,
      variant: outcome.variant, failures: fit.failures + outcome.failures,
      smallestType: min(smallest, furniture) * scale, warnings: outcome.rendering.warnings)
  }

  /// The fit of a diagram on a machine that has the fonts: without them Graphviz draws boxes, or
  /// nothing, and reports no error.
  private func fitted(_ diagram: Diagram, _ page: PageShape) throws(GraphvizError) -> Fit {
    let missing = GraphvizInstallation.missingFonts(of: renderer)
    guard missing.isEmpty else { throw .missingFonts(missing) }
    return try bestFit(diagram, page)
  }

  // MARK: - Fitting

  /// A way to draw, and how large it came out.
  private struct Fit {
    var direction: Diagram.Direction
    var variant: LayoutVariant
    var failures: [FallbackLadder.Failure]
    var frame: PageFrame?
    var spread = Spread()
    var scale: Double
  }

  /// The direction asked for; else from left to right, unless only the other one is readable.
  private func bestFit(_ diagram: Diagram, _ page: PageShape) throws(GraphvizError) -> Fit {
    guard diagram.direction == .either else {
      return try fit(diagram, diagram.direction, page)
    }
    let right = try fit(diagram, .right, page)
    if right.scale * Theme.Size.shape >= Theme.Size.least { return right }
    let down = try fit(diagram, .down, page)
    return down.scale > right.scale * 1.05 ? down : right
  }

  /// Measures the drawing alone, then what stands around it, then stretches the drawing to its
  /// place and the banner to the page.
  private func fit(
    _ diagram: Diagram, _ direction: Diagram.Direction, _ page: PageShape
  ) throws(GraphvizError) -> Fit {
    let paper = (width: page.width - 2 * Self.margin, height: page.height - 2 * Self.margin)
    var fit = Fit(direction: direction, variant: .rich, failures: [], frame: nil, scale: 1)
    let bare = try FallbackLadder(renderer).render { variant in
      job(diagram, fit, variant, .json, nil, nil)
    }
    (fit.variant, fit.failures) = (bare.variant, bare.failures)
    let core = (width: bare.rendering.width, height: bare.rendering.height)

    // What stands around it has its size on paper, so it leaves the drawing the rest of the page.
    var around = 150.0
    for _ in 0..<2 {
      let rest = max(paper.height - around, paper.height / 4)
      fit.scale = min(paper.width / core.width, rest / core.height, Self.largestScale)
      fit.frame = PageFrame(
        width: paper.width / fit.scale - Self.tableMargin, factor: 1 / fit.scale)
      around = (try measured(diagram, fit).height - core.height) * fit.scale
    }
    let place = (
      width: paper.width / fit.scale, height: max(paper.height - around, 1) / fit.scale
    )
    fit.spread = try stretched(diagram, fit, core, to: place)
    for round in 0..<3 {
      let size = try measured(diagram, fit)
      fit.scale = min(paper.width / size.width, paper.height / size.height)
      let width = max(size.width, size.height * paper.width / paper.height) - Self.tableMargin
      // A low drawing leaves blank space inside the page and not outside the banners.
      let missing = size.width * paper.height / paper.width - size.height
      if round == 0, missing > 4 { fit.frame?.blank = missing / 2 }
      guard let frame = fit.frame, abs(frame.width - width) > 2 || missing > 4 else { break }
      fit.frame?.width = width
      fit.frame?.factor = 1 / fit.scale
    }
    return fit
  }

  /// The width that Graphviz adds around the label of a graph.
  private static let tableMargin = 16.0

  private func measured(
    _ diagram: Diagram, _ fit: Fit
  ) throws(GraphvizError) -> (width: Double, height: Double) {
    let outcome = try FallbackLadder(renderer).render(variants: [fit.variant]) { variant in
      job(diagram, fit, variant, .json, nil, nil)
    }
    return (outcome.rendering.width, outcome.rendering.height)
  }

  /// How far shapes may stand apart so that the drawing fills its place and is no larger.
  private func stretched(
    _ diagram: Diagram, _ fit: Fit, _ core: (width: Double, height: Double),
    to place: (width: Double, height: Double)
  ) throws(GraphvizError) -> Spread {
    var trial = fit
    trial.frame = nil
    var size = core
    for _ in 0..<4 {
      let wider = place.width / max(size.width, 1)
      let higher = place.height / max(size.height, 1)
      guard wider > 1.04 || higher > 1.04 else { break }
      // Gaps are about a third of a drawing, so they must grow by more than the drawing should.
      let grow = { (ratio: Double) in max(1, 1 + (ratio - 1) * 2) }
      let isDown = fit.direction == .down
      let last = trial.spread
      trial.spread.across = min(last.across * grow(isDown ? wider : higher), 8)
      trial.spread.along = min(last.along * grow(isDown ? higher : wider), 3)
      size = try measured(diagram, trial)
      if size.width > place.width + 1 || size.height > place.height + 1 {
        trial.spread = last
        break
      }
    }
    return trial.spread
  }

  private func job(
    _ diagram: Diagram, _ fit: Fit, _ variant: LayoutVariant, _ format: ImageFormat,
    _ page: PageShape?, _ pixelWidth: Int?
  ) -> RenderJob {
    let writer = DOTWriter(
      diagram, frame: fit.frame, spread: fit.spread, variant: variant, direction: fit.direction)
    return RenderJob(
      dot: writer.text, engine: variant == .forceDirected ? .sfdp : .dot, format: format,
      page: page, pixelWidth: pixelWidth)
  }
}
