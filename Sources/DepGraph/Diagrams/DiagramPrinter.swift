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
  /// - Complexity: About eight renderings.
  public func print(
    _ diagram: Diagram, as format: ImageFormat, page: PageShape = .wide, pixelWidth: Int? = nil
  ) throws(GraphvizError) -> Print {
    let fit = try bestFit(diagram, page)
    let ladder = FallbackLadder(renderer)
    let rest = LayoutVariant.allCases.drop { $0 != fit.variant }
    let outcome = try ladder.render(variants: Array(rest)) { variant in
      job(diagram, fit, variant, format, page, pixelWidth)
    }
    let smallest = Theme.Size.shape - 1
    let scale = outcome.rendering.scale
    let furniture = Theme.Size.source * (fit.frame?.factor ?? 1)
    var bytes = outcome.rendering.bytes
    if format == .svg { bytes = FinishedSVG(bytes, of: diagram).bytes }
    return Print(
      bytes: bytes,
      dot: DOTWriter(
        diagram, frame: fit.frame, variant: outcome.variant, direction: fit.direction
      ).text,
      variant: outcome.variant, failures: fit.failures + outcome.failures,
      smallestType: min(smallest, furniture) * scale, warnings: outcome.rendering.warnings)
  }

  // MARK: - Fitting

  /// A way to draw, and how large it came out.
  private struct Fit {
    var direction: Diagram.Direction
    var variant: LayoutVariant
    var failures: [FallbackLadder.Failure]
    var frame: PageFrame?
    var scale: Double
  }

  private func bestFit(_ diagram: Diagram, _ page: PageShape) throws(GraphvizError) -> Fit {
    guard diagram.direction == .either else {
      return try fit(diagram, diagram.direction, page)
    }
    let right = try fit(diagram, .right, page)
    let down = try fit(diagram, .down, page)
    return down.scale > right.scale * 1.1 ? down : right
  }

  /// Measures the drawing alone, then with the page around it, until both fit each other.
  private func fit(
    _ diagram: Diagram, _ direction: Diagram.Direction, _ page: PageShape
  ) throws(GraphvizError) -> Fit {
    let paper = (width: page.width - 2 * Self.margin, height: page.height - 2 * Self.margin)
    var fit = Fit(direction: direction, variant: .rich, failures: [], frame: nil, scale: 1)
    let bare = try FallbackLadder(renderer).render { variant in
      job(diagram, fit, variant, .json, nil, nil)
    }
    (fit.variant, fit.failures) = (bare.variant, bare.failures)
    var size = (width: bare.rendering.width, height: bare.rendering.height + 130)
    for round in 0..<5 {
      var scale = min(paper.width / size.width, paper.height / size.height, Self.largestScale)
      scale = max(scale, 0.05)
      let width = paper.width / scale
      var frame = PageFrame(width: width - 2, factor: 1 / scale)
      frame.spread = fit.frame?.spread ?? .init()
      if round == 0 {
        frame.spread = Self.spread(
          diagram, direction, from: bare.rendering,
          to: (width, bare.rendering.height * paper.height / scale / size.height))
      }
      if let last = fit.frame, abs(last.width - frame.width) < 3, last.spread == frame.spread {
        break
      }
      fit.frame = frame
      fit.scale = scale
      let framed = try FallbackLadder(renderer).render(variants: [fit.variant]) { variant in
        job(diagram, fit, variant, .json, nil, nil)
      }
      // The banner makes the drawing as wide as the page; what is narrower inside does not count.
      let inner = max(
        bare.rendering.width,
        framed.rendering.width > width + 8
          ? framed.rendering.width : 0)
      size = (inner, framed.rendering.height)
    }
    return fit
  }

  /// How far shapes may stand apart so that the drawing fills its place.
  private static func spread(
    _ diagram: Diagram, _ direction: Diagram.Direction, from drawing: Rendering,
    to place: (width: Double, height: Double)
  ) -> PageFrame.Spread {
    let across = min(max(place.width / max(drawing.width, 1), 1), 2.5)
    let along = min(max(place.height / max(drawing.height, 1), 1), 2)
    _ = diagram
    return direction == .down
      ? .init(across: 1 + (across - 1) * 2, along: along)
      : .init(across: along, along: 1 + (across - 1) * 2)
  }

  private func job(
    _ diagram: Diagram, _ fit: Fit, _ variant: LayoutVariant, _ format: ImageFormat,
    _ page: PageShape?, _ pixelWidth: Int?
  ) -> RenderJob {
    let writer = DOTWriter(
      diagram, frame: fit.frame, variant: variant, direction: fit.direction)
    return RenderJob(
      dot: writer.text, engine: variant == .forceDirected ? .sfdp : .dot, format: format,
      page: page, pixelWidth: pixelWidth)
  }
}
