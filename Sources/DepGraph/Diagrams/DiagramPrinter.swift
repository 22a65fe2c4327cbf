/// Draws diagrams on pages.
///
/// Graphviz places the drawing, the page around it is our own, and every format comes from the same
/// page. Falls back to simpler layouts where Graphviz fails.
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
    /// The size of the smallest type on paper, in points: of all that is on the page.
    public let smallestType: Double
    /// What Graphviz remarked.
    public let warnings: [String]

    /// Whether some type is smaller on paper than people read with ease.
    public var isTooSmall: Bool { smallestType < Theme.Size.least - 0.05 }
  }

  /// The most that a small drawing is enlarged.
  static let largestScale = 1.25

  private let renderer: any DiagramRenderer

  /// Makes a printer in front of a renderer, which should be an isolated one.
  public init(_ renderer: any DiagramRenderer) { self.renderer = renderer }

  /// Draws a diagram.
  ///
  /// - Parameters:
  ///   - diagram: What to draw.
  ///   - format: The kind of file.
  ///   - page: The sheet.
  ///   - pixelWidth: The width of a bitmap.
  /// - Returns: The picture.
  /// - Throws: Why there is none in any layout; the caller then shows `Diagram.table`.
  /// - Complexity: Two to seven renderings, and a conversion.
  public func print(
    _ diagram: Diagram, as format: ImageFormat, page: PageShape = .wide, pixelWidth: Int? = nil
  ) throws(GraphvizError) -> Print {
    try print(try composed(diagram, page), diagram, format, page, pixelWidth)
  }

  /// Draws a diagram in several formats: once, and converted to each.
  ///
  /// - Parameters:
  ///   - diagram: What to draw.
  ///   - formats: The kinds of files.
  ///   - page: The sheet.
  /// - Returns: The pictures, in the order of the formats.
  /// - Throws: Why one of them cannot be drawn in any layout.
  /// - Complexity: Two to seven renderings, and a conversion for each format but SVG.
  public func prints(
    _ diagram: Diagram, as formats: [ImageFormat], page: PageShape = .wide
  ) throws(GraphvizError) -> [Print] {
    let composed = try composed(diagram, page)
    var prints: [Print] = []
    for format in formats { prints.append(try print(composed, diagram, format, page, nil)) }
    return prints
  }

  // MARK: - The page

  /// A page as SVG, and the drawing in it.
  private struct Composed {
    var svg: String
    var drawing: FittedDrawing
    var smallestType: Double
  }

  private func composed(
    _ diagram: Diagram, _ page: PageShape
  ) throws(GraphvizError) -> Composed {
    // Without the fonts Graphviz draws boxes, or nothing, and reports no error.
    let missing = GraphvizInstallation.missingFonts(of: renderer)
    guard missing.isEmpty else { throw .missingFonts(missing) }
    let frame = PageFrame(PageContent(diagram), on: page)
    let place = (width: frame.place.width, height: frame.place.height)
    let drawing = try DrawingFitter(diagram, renderer, place).drawing()
    let finished = FinishedSVG(drawing.rendering.bytes, of: diagram)
    // Graphviz's margin lies outside the drawing's size.
    let shift = -Rendering.margin
    let (body, scale) = frame.drawn(
      around: "<g transform=\"translate(\(shift) \(shift))\">\(finished.body)</g>",
      width: drawing.rendering.width, height: drawing.rendering.height,
      largestScale: Self.largestScale)
    let document = SVGDocument(
      prefix: finished.prefix, language: diagram.language, title: diagram.headline,
      description: diagram.alternativeText, stamp: diagram.sourceLine)
    let sizes = [frame.smallestType, finished.smallestType.map { $0 * scale }]
    return Composed(
      svg: document.text(size: frame.size, body: body), drawing: drawing,
      smallestType: sizes.compactMap(\.self).min() ?? Theme.Size.shape)
  }

  private func print(
    _ composed: Composed, _ diagram: Diagram, _ format: ImageFormat, _ page: PageShape,
    _ pixelWidth: Int?
  ) throws(GraphvizError) -> Print {
    var bytes = Array(composed.svg.utf8)
    if format != .svg {
      let job = ConversionJob(
        svg: composed.svg, format: format, width: page.width, height: page.height,
        pixelWidth: pixelWidth ?? ConversionJob.standardPixelWidth,
        properties: .init(
          title: diagram.headline, stamp: diagram.sourceLine, marking: diagram.banner))
      bytes = try renderer.convert(job).bytes
    }
    let drawing = composed.drawing
    return Print(
      bytes: bytes, dot: drawing.dot, variant: drawing.variant, failures: drawing.failures,
      smallestType: composed.smallestType, warnings: drawing.rendering.warnings)
  }
}
