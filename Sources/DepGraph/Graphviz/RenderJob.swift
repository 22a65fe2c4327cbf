/// What to draw: DOT text of our closed profile.
///
/// The text is trusted in so far as DepGraph wrote it: user text stands only in labels, tooltips and
/// links. Attributes that name files, another engine or a page are ignored: the drawing comes out at
/// its own size, with a margin of `Rendering.margin` points.
public struct RenderJob: Sendable, Hashable {
  /// One graph in the DOT language.
  public var dot: String
  /// The algorithm that places it.
  public var engine: LayoutEngine

  /// Makes a job.
  public init(dot: String, engine: LayoutEngine = .dot) {
    self.dot = dot
    self.engine = engine
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

/// A kind of picture file.
public enum ImageFormat: String, Sendable, Hashable, CaseIterable {
  /// Vector graphics for browsers.
  case svg
  /// Vector graphics for paper.
  case pdf
  /// A bitmap.
  case png
}

/// A page that a picture fills exactly, in points of 1/72 inch.
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

/// A picture, and what was found on the way to it.
public struct Rendering: Sendable, Hashable {
  /// The file.
  public var bytes: [UInt8]
  /// The width in points, without the margin.
  public var width: Double
  /// The height in points, without the margin.
  public var height: Double
  /// What the library that drew it remarked, one message each.
  public var warnings: [String]
  /// The version of that library: Graphviz, or librsvg for a conversion.
  public var libraryVersion: String

  /// The points between a drawing by Graphviz and the edges of its file, as Graphviz leaves them.
  public static let margin = 4.0

  /// Makes a rendering.
  public init(
    bytes: [UInt8], width: Double, height: Double, warnings: [String], libraryVersion: String
  ) {
    self.bytes = bytes
    self.width = width
    self.height = height
    self.warnings = warnings
    self.libraryVersion = libraryVersion
  }
}

/// Something that turns DOT text into drawings, and finished pictures into other kinds of files.
public protocol DiagramRenderer: Sendable {
  /// Draws one graph as SVG, as Graphviz writes it: still to be cleaned.
  ///
  /// - Complexity: Graphviz's, which is not bounded by the size of the graph alone: a renderer for
  ///   graphs that nobody has looked at needs a time limit.
  /// - Parameter job: What to draw.
  /// - Returns: The drawing.
  /// - Throws: Why there is none; the caller then tries less, or shows a table.
  func render(_ job: RenderJob) throws(GraphvizError) -> Rendering

  /// Writes a finished SVG picture as another kind of file.
  ///
  /// - Complexity: O(*n* + *p*) for *n* bytes of SVG and *p* pixels.
  /// - Parameter job: What to write.
  /// - Returns: The file.
  /// - Throws: Why there is none.
  func convert(_ job: ConversionJob) throws(GraphvizError) -> Rendering
}

extension DiagramRenderer {
  /// Refuses, as a renderer does that only draws.
  public func convert(_ job: ConversionJob) throws(GraphvizError) -> Rendering {
    throw .unavailable(feature: job.format.rawValue, messages: [])
  }
}
