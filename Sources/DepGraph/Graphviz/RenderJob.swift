/// What to draw: DOT text of our closed profile, and how to place it on a page.
///
/// The text is trusted in so far as DepGraph wrote it: user text stands only in labels, tooltips and
/// links. Attributes that name files, another engine or another page are ignored.
public struct RenderJob: Sendable, Hashable {
  /// One graph in the DOT language.
  public var dot: String
  /// The algorithm that places it.
  public var engine: LayoutEngine
  /// The kind of file.
  public var format: ImageFormat
  /// The page that the drawing is scaled to and centred on; none keeps the drawing's own size.
  public var page: PageShape?
  /// The width of a PNG; other formats have no pixels.
  public var pixelWidth: Int?

  /// Makes a job.
  public init(
    dot: String, engine: LayoutEngine = .dot, format: ImageFormat = .svg, page: PageShape? = nil,
    pixelWidth: Int? = nil
  ) {
    self.dot = dot
    self.engine = engine
    self.format = format
    self.page = page
    self.pixelWidth = pixelWidth
  }
}

/// An algorithm of Graphviz that places vertices and arcs.
public enum LayoutEngine: String, Sendable, Hashable, CaseIterable {
  /// Layers along one direction: the only one that shows which way failure spreads.
  case dot
  /// Springs, in several levels of detail: for graphs that are too large for layers.
  case sfdp

  /// The most nodes that are tried: above it, layout takes minutes and nobody can read the picture.
  public var largestNodeCount: Int {
    switch self {
    case .dot: 1_000
    case .sfdp: 20_000
    }
  }
}

/// A kind of file that Graphviz writes.
public enum ImageFormat: String, Sendable, Hashable, CaseIterable {
  /// Vector graphics for browsers, still to be cleaned (Graphviz's own is injectable).
  case svg
  /// Vector graphics for paper.
  case pdf
  /// A bitmap.
  case png
  /// The graph with its positions, as data; the page does not matter to it.
  case json
}

/// A page that a drawing must fill exactly, in points of 1/72 inch.
public enum PageShape: String, Sendable, Hashable, CaseIterable {
  /// A slide of 16:9, 13.33 by 7.5 inches.
  case wide
  /// A4, landscape.
  case a4

  /// The width in points.
  public var width: Double {
    switch self {
    case .wide: 960
    case .a4: 842
    }
  }

  /// The height in points.
  public var height: Double {
    switch self {
    case .wide: 540
    case .a4: 595
    }
  }
}

/// A drawing, and what was found on the way to it.
public struct Rendering: Sendable, Hashable {
  /// The file.
  public var bytes: [UInt8]
  /// The width of the drawing in points, before scaling.
  public var width: Double
  /// The height of the drawing in points, before scaling.
  public var height: Double
  /// How much it was scaled to fit its page: a 12 point text has 12 × `scale` points on paper.
  public var scale: Double
  /// What Graphviz and its libraries remarked, one message each.
  public var warnings: [String]
  /// The version of Graphviz that drew it.
  public var graphvizVersion: String

  /// Makes a rendering.
  public init(
    bytes: [UInt8], width: Double, height: Double, scale: Double, warnings: [String],
    graphvizVersion: String
  ) {
    self.bytes = bytes
    self.width = width
    self.height = height
    self.scale = scale
    self.warnings = warnings
    self.graphvizVersion = graphvizVersion
  }
}

/// Something that turns DOT text into a picture.
public protocol DiagramRenderer: Sendable {
  /// Draws one picture.
  ///
  /// - Complexity: Graphviz's, which is not bounded by the size of the graph alone: a renderer for
  ///   graphs that nobody has looked at needs a time limit.
  /// - Parameter job: What to draw.
  /// - Returns: The picture.
  /// - Throws: Why there is none; the caller then tries less, or shows a table.
  func render(_ job: RenderJob) throws(GraphvizError) -> Rendering
}
