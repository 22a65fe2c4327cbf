/// What stands around a picture on a page.
struct PageContent: Hashable {
  /// Who may see it, above and below.
  var banner = ""
  /// The conclusion, as a sentence.
  var headline = ""
  /// What is drawn.
  var subtitle = ""
  /// The key.
  var legend: [Diagram.LegendEntry] = []
  /// Whether the key stands below the picture.
  var legendIsAtFoot = false
  /// What was folded, cut short or left out.
  var notes: [String] = []
  /// Where it comes from.
  var sourceLine = ""
}

extension PageContent {
  /// What stands around a diagram.
  init(_ diagram: Diagram) {
    self.init(
      banner: diagram.banner, headline: diagram.headline, subtitle: diagram.subtitle,
      legend: diagram.legend, legendIsAtFoot: diagram.legendIsAtFoot, notes: diagram.notes,
      sourceLine: diagram.sourceLine)
  }
}

/// The page around a picture, at its true size on paper: marking above and below from edge to edge,
/// headline, subtitle, key, notes and source; the picture gets the place that is left.
struct PageFrame {
  /// The sheet.
  let page: PageShape
  /// The place of the picture.
  let place: ChartBox
  private let content: PageContent
  private let banner: PageBlock
  private let headline: PageBlock
  private let subtitle: PageBlock
  private let legend: PageLegend
  private let notes: PageBlock
  private let source: PageBlock

  /// The blank border at both sides, in points.
  static let margin = 20.0
  /// Blank above and below the text of a banner.
  private static let bannerPadding = 4.0
  /// Blank between parts.
  private static let gap = 8.0

  /// Lays a page out.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  init(_ content: PageContent, on page: PageShape) {
    let width = page.width - 2 * Self.margin
    self.page = page
    self.content = content
    banner = PageBlock(content.banner, .banner, width: width)
    headline = PageBlock(content.headline, .headline, width: width)
    subtitle = PageBlock(content.subtitle, .subtitle, width: width)
    legend = PageLegend(content.legend, width: width)
    notes = PageBlock(content.notes.joined(separator: " "), .notes, width: width)
    source = PageBlock(content.sourceLine, .source, width: width)
    let marking = Self.bannerHeight(banner, page)
    let above = marking + headline.height + subtitle.height + 2 * Self.gap
    let below = marking + notes.height + source.height + 2 * Self.gap
    let (top, foot) = content.legendIsAtFoot ? (0, legend.height) : (legend.height, 0)
    place = ChartBox(
      x: Self.margin, y: above + top, width: width,
      height: page.height - above - top - below - foot)
  }

  /// The height of a banner, the border that a printer cannot reach included.
  private static func bannerHeight(_ banner: PageBlock, _ page: PageShape) -> Double {
    guard !banner.lines.isEmpty else { return page.unprintable }
    return banner.height + 2 * bannerPadding + page.unprintable
  }

  /// The size of the smallest type of the frame; nil without any text.
  var smallestType: Double? {
    let blocks = [banner, headline, subtitle, notes, source].filter { !$0.lines.isEmpty }
    return (blocks.map(\.size) + (legend.rows.isEmpty ? [] : [legend.size])).min()
  }

  // MARK: - Drawing

  /// The page with a picture scaled to its place and centred in it.
  ///
  /// - Parameters:
  ///   - picture: The picture as SVG, without a root element.
  ///   - width: Its width.
  ///   - height: Its height.
  ///   - largestScale: The most that a small one is enlarged.
  /// - Returns: What stands in the root element of the page, and the scale of the picture.
  /// - Complexity: O(*n*) for *n* characters.
  func drawn(
    around picture: String, width: Double, height: Double, largestScale: Double
  ) -> (body: String, scale: Double) {
    let scale = min(place.width / max(width, 1), place.height / max(height, 1), largestScale)
    let left = place.x + (place.width - width * scale) / 2
    let top = place.y + (place.height - height * scale) / 2
    var canvas = ChartCanvas()
    canvas.box(
      .init(x: 0, y: 0, width: page.width, height: page.height),
      .init(fill: Theme.paper, border: "none", width: 0))
    drawTop(on: &canvas)
    canvas.add(
      "<g class=\"page-picture\" transform=\"translate(\(Self.exact(left)) \(Self.exact(top))) "
        + "scale(\(Self.exact(scale)))\">\n\(picture)\n</g>\n")
    drawFoot(on: &canvas)
    return (canvas.body, scale)
  }

  /// The attributes of a root element of the page's size.
  var size: String {
    let (width, height) = (ChartCanvas.short(page.width), ChartCanvas.short(page.height))
    return " width=\"\(width)pt\" height=\"\(height)pt\" viewBox=\"0 0 \(width) \(height)\""
  }

  private func drawTop(on canvas: inout ChartCanvas) {
    let marking = Self.bannerHeight(banner, page)
    drawBanner(0, text: page.unprintable + Self.bannerPadding, on: &canvas)
    var y = marking + Self.gap
    canvas.group("page-headline") { headline.draw(Self.margin, y, on: &$0) }
    y += headline.height
    canvas.group("page-subtitle") {
      subtitle.draw(Self.margin, y, colour: Theme.ink, on: &$0)
    }
    y += subtitle.height
    if !content.legendIsAtFoot { drawLegend(y, on: &canvas) }
  }

  private func drawFoot(on canvas: inout ChartCanvas) {
    var y = place.y + place.height + Self.gap
    if content.legendIsAtFoot {
      drawLegend(y, on: &canvas)
      y += legend.height
    }
    canvas.group("page-notes") { notes.draw(Self.margin, y, colour: Theme.softInk, on: &$0) }
    y += notes.height
    canvas.group("page-source") { source.draw(Self.margin, y, colour: Theme.softInk, on: &$0) }
    let marking = Self.bannerHeight(banner, page)
    drawBanner(page.height - marking, text: page.height - marking + Self.bannerPadding, on: &canvas)
  }

  private func drawBanner(_ top: Double, text: Double, on canvas: inout ChartCanvas) {
    guard !banner.lines.isEmpty else { return }
    canvas.group("page-banner") { canvas in
      canvas.box(
        .init(x: 0, y: top, width: page.width, height: Self.bannerHeight(banner, page)),
        .init(fill: Theme.ink, border: "none", width: 0))
      banner.draw(page.width / 2, text, anchor: .middle, colour: Theme.bannerText, on: &canvas)
    }
  }

  private func drawLegend(_ top: Double, on canvas: inout ChartCanvas) {
    canvas.group("page-legend") { legend.draw(Self.margin, top, on: &$0) }
  }

  /// A number with six decimals: a scale rounded to two would move a large drawing by points.
  private static func exact(_ value: Double) -> String {
    let millionths = (value * 1e6).rounded() / 1e6
    return "\(millionths)"
  }
}

extension PageShape {
  /// The border that printers leave blank, in points: a marking must not stand in it.
  fileprivate var unprintable: Double {
    switch self {
    case .wide: 0
    case .a4: 12
    }
  }
}
