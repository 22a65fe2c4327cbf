/// What the installed Graphviz and librsvg can do, found out by drawing; for `depgraph doctor`.
///
/// Graphviz does not say when a font is missing: PNG then shows boxes and PDF has no text at all. So
/// texts are measured and compared with the widths that the font's maker published.
public struct GraphvizInstallation: Sendable {
  /// An engine or a format, and why it does not work, if so.
  public struct Feature: Sendable, Hashable {
    /// Its name in Graphviz.
    public let name: String
    /// Why a small graph could not be drawn with it; nothing when it could.
    public let failure: GraphvizError?
  }

  /// The width of a text in a font.
  public struct FontMeasurement: Sendable, Hashable {
    /// The name that drawings ask for.
    public let family: String
    /// The width of the sample text at 100 points, as Graphviz lays it out; nothing if it cannot.
    public let width: Double?
    /// The width in the true font or one with the same metrics.
    public let expectedWidth: Double

    /// Whether the font, or one with the same metrics, is there: within two percent.
    public var isPresent: Bool {
      guard let width else { return false }
      return abs(width - expectedWidth) <= expectedWidth * 0.02
    }
  }

  /// The version of the library; nothing when not even an empty graph can be drawn.
  public let version: String?
  /// The version of the library that writes pictures as PDF and PNG; nothing when it does not.
  public let converterVersion: String?
  /// The engines that drawings use.
  public let engines: [Feature]
  /// The formats that drawings use.
  public let formats: [Feature]
  /// The fonts that drawings use.
  public let fonts: [FontMeasurement]
  /// The characters that mark states in drawings and that no installed font has.
  public let missingSymbols: [Character]

  /// The characters that drawings use beside letters and digits.
  public static let symbols: [Character] = [
    "✕", "■", "▲", "○", "◆", "◇", "●", "→", "≥", "━", "╌", "┈", "▶", "▷", "┤",
  ]

  /// Whether every drawing will look as it should.
  public var isComplete: Bool {
    version != nil && (engines + formats).allSatisfy { $0.failure == nil }
      && fonts.allSatisfy(\.isPresent) && missingSymbols.isEmpty
  }

  /// The fonts of drawings that are missing on a machine.
  ///
  /// - Parameter renderer: The renderer whose fonts are looked at.
  /// - Returns: The names of fonts of which a text comes out with other widths; empty where the
  ///   renderer cannot draw at all, which is another failure.
  /// - Complexity: One small picture.
  public static func missingFonts(of renderer: any DiagramRenderer) -> [String] {
    let fonts = fonts(of: Probe(renderer: renderer))
    return fonts.filter { $0.width != nil && !$0.isPresent }.map(\.family)
  }

  private static func fonts(of probe: Probe) -> [FontMeasurement] {
    [
      FontMeasurement(
        family: "Arial", width: probe.width(of: Probe.sample, family: "Arial"),
        expectedWidth: Probe.sampleWidthInArial)
    ]
  }

  /// Tries everything out.
  ///
  /// - Complexity: Some 20 small pictures, together about a second.
  /// - Parameter renderer: The renderer whose Graphviz is examined.
  public init(examining renderer: any DiagramRenderer) {
    let probe = Probe(renderer: renderer)
    version = probe.version
    engines = LayoutEngine.allCases.map { engine in
      Feature(name: engine.rawValue, failure: probe.failure(engine: engine))
    }
    formats = ImageFormat.allCases.map { format in
      Feature(name: format.rawValue, failure: probe.failure(format: format))
    }
    converterVersion = probe.converterVersion
    fonts = Self.fonts(of: probe)
    missingSymbols = probe.missing(of: Self.symbols)
  }
}

/// Small drawings that tell what is installed.
private struct Probe {
  let renderer: any DiagramRenderer

  /// Wide, narrow and ordinary letters and digits: other fonts differ in the sum by far more than 2 %.
  static let sample = "Handgloves MWil 0123456789"
  /// The advance widths of Arial and of Helvetica, in thousandths of the size, at 100 points:
  /// "Handgloves" 722+556+556+556+556+222+556+500+556+500, two spaces of 278, "MWil"
  /// 833+944+222+222, ten digits of 556.
  static let sampleWidthInArial = 1_361.7

  var version: String? {
    try? renderer.render(RenderJob(dot: "digraph g { a }")).libraryVersion
  }

  var converterVersion: String? { try? renderer.convert(Self.conversion(.pdf)).libraryVersion }

  func failure(engine: LayoutEngine) -> GraphvizError? {
    let job = RenderJob(
      dot: "digraph g { a [label=\"a\"]; b [label=\"b\"]; a -> b }", engine: engine)
    return failure { () throws(GraphvizError) in _ = try renderer.render(job) }
  }

  func failure(format: ImageFormat) -> GraphvizError? {
    guard format != .svg else { return failure(engine: .dot) }
    return failure { () throws(GraphvizError) in
      _ = try renderer.convert(Self.conversion(format))
    }
  }

  private func failure(_ attempt: () throws(GraphvizError) -> Void) -> GraphvizError? {
    do throws(GraphvizError) {
      try attempt()
      return nil
    } catch {
      return error
    }
  }

  private static func conversion(_ format: ImageFormat) -> ConversionJob {
    ConversionJob(
      svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">"
        + "<text x=\"8\" y=\"40\" font-family=\"Arial\">a</text></svg>",
      format: format, width: 64, height: 64, pixelWidth: 64)
  }

  func width(of text: String, family: String) -> Double? {
    let dot = """
      digraph g {
        a [shape=plaintext, margin=0, width=0, height=0, fontsize=100, fontname="\(family)",
          label="\(text)"]
      }
      """
    return try? renderer.render(RenderJob(dot: dot)).width
  }

  // A character that no font has is drawn as a box with its number, of one width for all of them.
  func missing(of symbols: [Character]) -> [Character] {
    guard let box = width(of: "\u{F8D0}", family: "Arial") else { return symbols }
    return symbols.filter { width(of: String($0), family: "Arial") == box }
  }
}
