/// Where a drawing goes on its sheet: the sheet's size and the drawing's scale.
struct PagePlacement: Equatable {
  /// The sheet's width in points.
  var width: Double
  /// The sheet's height in points.
  var height: Double
  /// The scale of the drawing on the sheet.
  var scale: Double
  /// The scale of the page alone, without what a bitmap adds.
  var pageScale: Double

  /// The blank border of a page, a quarter inch and a bit: strokes stand outside the bounding box.
  static let pageMargin = 20.0
  /// The blank border of a drawing without a page, as Graphviz's own.
  static let drawingMargin = 4.0
  /// The most that a page enlarges a small drawing: two boxes must not fill a slide.
  static let largestScale = 2.0
  /// The pixels per inch that a bitmap is drawn with; its size comes from the scale instead.
  static let resolution = 96.0
  /// The longest side of a PDF page in points; readers refuse more.
  static let longestPDFSide = 14_400.0
  /// The most pixels a side; above 32,767 cairo silently draws something else.
  static let largestPixelCount = 16_384
  /// The width of a PNG that nobody chose.
  static let standardPixelWidth = 1_920

  /// Places a drawing of a width and height in points.
  ///
  /// - Throws: `tooLarge` if a bitmap would have too many pixels.
  init(
    drawingWidth: Double, drawingHeight: Double, page: PageShape?, format: ImageFormat,
    pixelWidth: Int?
  ) throws(GraphvizError) {
    if let page {
      let free = (
        width: page.width - 2 * Self.pageMargin, height: page.height - 2 * Self.pageMargin
      )
      let fit = min(free.width / max(drawingWidth, 1), free.height / max(drawingHeight, 1))
      (width, height) = (page.width, page.height)
      scale = min(fit, Self.largestScale)
    } else {
      let own = (
        width: drawingWidth + 2 * Self.drawingMargin, height: drawingHeight + 2 * Self.drawingMargin
      )
      scale = format == .pdf ? min(1, Self.longestPDFSide / max(own.width, own.height)) : 1
      (width, height) = (own.width * scale, own.height * scale)
    }
    pageScale = scale
    guard format == .png else { return }

    let pixels = try Self.pixelWidth(pixelWidth)
    let points = Double(pixels) * 72 / Self.resolution
    let enlargement = points / width
    // Whole pixels, since the page would cover the last row by half.
    let pixelHeight = max((height * enlargement * Self.resolution / 72).rounded(), 1)
    (width, height, scale) = (points, pixelHeight * 72 / Self.resolution, scale * enlargement)
    guard pixelHeight <= Double(Self.largestPixelCount) else {
      throw .tooLarge(.pixels(Int(min(pixelHeight, 1e9))), limit: Self.largestPixelCount)
    }
  }

  /// The width of a bitmap, at least one pixel; what is too wide can be refused before layout.
  ///
  /// - Throws: `tooLarge` if a bitmap would have too many pixels.
  static func pixelWidth(_ chosen: Int?) throws(GraphvizError) -> Int {
    let width = max(chosen ?? standardPixelWidth, 1)
    guard width <= largestPixelCount else {
      throw .tooLarge(.pixels(min(width, 1_000_000_000)), limit: largestPixelCount)
    }
    return width
  }
}
