/// Writes charts of our own as SVG, PDF and PNG: at their own size, or centred on a page.
///
///     let files = try ChartPrinter(renderer).prints(
///       svg: chart.svg(idPrefix: "curve-"), as: [.pdf, .png], page: .a4)
public struct ChartPrinter: Sendable {
  /// What stands around a chart on a page.
  public struct Surroundings: Sendable, Hashable {
    /// Who may see it: above and below, from edge to edge.
    public var banner: String
    /// Where it comes from, at the foot.
    public var sourceLine: String

    /// Makes surroundings; what is empty is not drawn.
    public init(banner: String = "", sourceLine: String = "") {
      self.banner = banner
      self.sourceLine = sourceLine
    }

    /// The marking and the source that every picture of a model has.
    ///
    /// - Parameters:
    ///   - compiled: The model.
    ///   - language: The language.
    ///   - toolVersion: The version of this program.
    public init(of compiled: CompiledModel, language: Language, toolVersion: String) {
      let source = SourceStatement(compiled, DiagramWords(language), toolVersion: toolVersion)
      self.init(banner: source.banner, sourceLine: source.sourceLine(scenario: nil))
    }
  }

  /// Points to a unit of a chart without a page, as browsers have it.
  private static let pointsPerUnit = 0.75
  /// The most that a chart is enlarged, in points to a unit: letters of 14 units come out at 21 points.
  private static let largestScale = 1.5

  private let renderer: any DiagramRenderer

  /// Makes a printer in front of a renderer, which should be an isolated one.
  public init(_ renderer: any DiagramRenderer) { self.renderer = renderer }

  /// Writes a chart in several formats.
  ///
  /// - Parameters:
  ///   - svg: The chart, as its `svg(idPrefix:)` gives it.
  ///   - formats: The kinds of files.
  ///   - page: The sheet; nil: the chart's own size.
  ///   - surroundings: What stands around it on a page.
  /// - Returns: The files, in the order of the formats.
  /// - Throws: Why one of them cannot be written.
  /// - Complexity: O(*n*) for *n* bytes, and a conversion for each format but SVG.
  public func prints(
    svg: String, as formats: [ImageFormat], page: PageShape?,
    surroundings: Surroundings = .init()
  ) throws(GraphvizError) -> [[UInt8]] {
    let chart = ChartDocument(svg)
    var picture = (
      text: svg, width: chart.width * Self.pointsPerUnit, height: chart.height * Self.pointsPerUnit
    )
    if let page {
      picture = (Self.page(chart, page, surroundings), page.width, page.height)
    }
    var files: [[UInt8]] = []
    for format in formats {
      if format == .svg {
        files.append(Array(picture.text.utf8))
        continue
      }
      let job = ConversionJob(
        svg: picture.text, format: format, width: picture.width, height: picture.height,
        properties: .init(
          title: SVGWriter.unescaped(chart.title), stamp: surroundings.sourceLine,
          marking: surroundings.banner))
      files.append(try renderer.convert(job).bytes)
    }
    return files
  }

  private static func page(
    _ chart: ChartDocument, _ page: PageShape, _ surroundings: Surroundings
  ) -> String {
    var content = PageContent()
    content.banner = surroundings.banner
    content.sourceLine = surroundings.sourceLine
    let frame = PageFrame(content, on: page)
    let (body, _) = frame.drawn(
      around: chart.body, width: chart.width, height: chart.height, largestScale: largestScale)
    // The chart's own title and description stay first, for who hears the page.
    return "<svg xmlns=\"http://www.w3.org/2000/svg\"\(frame.size)\(chart.attributes)>\n"
      + chart.texts + "<metadata>\(SVGWriter.escaped(surroundings.sourceLine))</metadata>\n\(body)"
      + "</svg>\n"
  }
}

/// A chart taken apart: its size, what says what it is, and what is drawn.
struct ChartDocument {
  /// Its width in units.
  private(set) var width = ChartCanvas.width
  /// Its height in units.
  private(set) var height = ChartCanvas.width / 2
  /// The attributes of its root but those of its size.
  private(set) var attributes = ""
  /// Its title and description, as elements.
  private(set) var texts = ""
  /// The words of its title, escaped.
  private(set) var title = ""
  /// All that is drawn.
  private(set) var body = ""

  /// Takes an SVG text apart.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  init(_ svg: String) {
    var scanner = SVGScanner(Array(svg.unicodeScalars))
    var depth = 0
    var isInTexts = false
    while let piece = scanner.next() {
      switch piece {
      case .start("svg", let found, _) where depth == 0:
        depth = 1
        for (name, value) in found { addRoot(name, value) }
      case .start(let name, let found, let isEmpty):
        if !isEmpty { depth += 1 }
        if depth == 2, name == "title" || name == "desc" { isInTexts = true }
        let tag = found.reduce("<\(name)") { "\($0) \($1.name)=\"\($1.value)\"" }
        add(tag + (isEmpty ? "/>" : ">"), isInTexts)
      case .end(let name):
        depth -= 1
        guard depth > 0 else { return }
        add("</\(name)>", isInTexts)
        if isInTexts, depth == 1 {
          texts += "\n"
          isInTexts = false
        }
      case .text(let text):
        guard depth > 0 else { continue }
        add(text, isInTexts)
        if isInTexts, texts.hasPrefix("<title"), !texts.contains("<desc") { title += text }
      }
    }
  }

  private mutating func add(_ text: String, _ isInTexts: Bool) {
    if isInTexts { texts += text } else { body += text }
  }

  private mutating func addRoot(_ name: String, _ value: String) {
    switch name {
    case "width": width = Double(value) ?? width
    case "height": height = Double(value) ?? height
    case "viewBox", "xmlns": break
    default: attributes += " \(name)=\"\(value)\""
    }
  }
}
