/// Writes the pieces of a chart as SVG: black on white, readable without colour.
///
/// A unit is 1/720 of the width. On the width of an A4 page (180 mm) a letter of 14 units is 10 pt.
struct ChartCanvas {
  /// The width of every chart.
  static let width = 720.0
  /// The size of letters.
  static let letter = 14.0
  static let ink = "#14213D"
  static let grid = "#C3CCD8"
  static let soft = "#4B5563"

  /// What was drawn.
  private(set) var body = ""

  /// Adds things that belong together, under a name for whoever styles or reads the file.
  mutating func group(_ name: String, _ draw: (inout ChartCanvas) -> Void) {
    body += "<g class=\"\(name)\">\n"
    draw(&self)
    body += "</g>\n"
  }

  /// Adds a filled shape with straight sides.
  mutating func polygon(
    _ points: [(x: Double, y: Double)], fill: String, border: String, width: Double = 1
  ) {
    let text = points.map { "\(Self.short($0.x)),\(Self.short($0.y))" }.joined(separator: " ")
    body +=
      "<polygon points=\"\(text)\" fill=\"\(fill)\" stroke=\"\(border)\""
      + " stroke-width=\"\(Self.short(width))\"/>\n"
  }

  /// Adds a disc or a ring.
  mutating func circle(
    _ x: Double, _ y: Double, radius: Double, fill: String, border: String, width: Double = 1
  ) {
    body +=
      "<circle cx=\"\(Self.short(x))\" cy=\"\(Self.short(y))\" r=\"\(Self.short(radius))\""
      + " fill=\"\(fill)\" stroke=\"\(border)\" stroke-width=\"\(Self.short(width))\"/>\n"
  }

  /// Adds what is already SVG.
  mutating func add(_ svg: String) { body += svg }

  /// Adds a line.
  mutating func line(
    _ fromX: Double, _ fromY: Double, _ toX: Double, _ toY: Double, colour: String = ink,
    width: Double = 1, dash: String? = nil
  ) {
    body +=
      "<line x1=\"\(Self.short(fromX))\" y1=\"\(Self.short(fromY))\" x2=\"\(Self.short(toX))\""
      + " y2=\"\(Self.short(toY))\" stroke=\"\(colour)\" stroke-width=\"\(Self.short(width))\""
      + Self.dashes(dash) + "/>\n"
  }

  /// Adds a line through several points.
  mutating func polyline(
    _ points: [(x: Double, y: Double)], colour: String, width: Double, dash: String?
  ) {
    let text = points.map { "\(Self.short($0.x)),\(Self.short($0.y))" }.joined(separator: " ")
    body +=
      "<polyline points=\"\(text)\" fill=\"none\" stroke=\"\(colour)\""
      + " stroke-width=\"\(Self.short(width))\"\(Self.dashes(dash))/>\n"
  }

  /// Adds a box with a title that a reader of the screen can follow.
  mutating func box(_ box: ChartBox, _ style: ChartBoxStyle, title: String? = nil) {
    let open =
      "<rect x=\"\(Self.short(box.x))\" y=\"\(Self.short(box.y))\" width=\"\(Self.short(box.width))\""
      + " height=\"\(Self.short(box.height))\" fill=\"\(style.fill)\" stroke=\"\(style.border)\""
      + " stroke-width=\"\(Self.short(style.width))\"\(Self.dashes(style.dash))"
    guard let title else {
      body += open + "/>\n"
      return
    }
    body += open + "><title>\(SVGWriter.escaped(title))</title></rect>\n"
  }

  /// Adds a text.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, anchor: ChartAnchor = .start, size: Double = letter,
    colour: String = ink, isBold: Bool = false
  ) {
    body +=
      "<text x=\"\(Self.short(x))\" y=\"\(Self.short(y))\" text-anchor=\"\(anchor.rawValue)\""
      + " font-size=\"\(Self.short(size))\" fill=\"\(colour)\""
      + (isBold ? " font-weight=\"bold\"" : "") + ">\(SVGWriter.escaped(text))</text>\n"
  }

  /// The finished picture.
  func svg(
    height: Double, idPrefix: String, headline: String, alternativeText: String, language: Language
  ) -> String {
    let id = SVGWriter.escaped(idPrefix)
    let width = Self.short(Self.width)
    let tall = Self.short(height)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(tall)" \
      viewBox="0 0 \(width) \(tall)" role="img" lang="\(language.rawValue)" \
      xml:lang="\(language.rawValue)" aria-labelledby="\(id)title \(id)desc" \
      font-family="Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">
      <title id="\(id)title">\(SVGWriter.escaped(headline))</title>
      <desc id="\(id)desc">\(SVGWriter.escaped(alternativeText))</desc>
      <rect x="0" y="0" width="\(width)" height="\(tall)" fill="#FFFFFF"/>
      \(body)</svg>

      """
  }

  /// How wide a text is at most, about: letters of the font are on average half as wide as high.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func width(of text: String, size: Double = letter) -> Double {
    Double(text.unicodeScalars.count) * size * 0.56
  }

  /// The text cut to a width, with an ellipsis where something is left out.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func fitted(_ text: String, to room: Double, size: Double = letter) -> String {
    guard width(of: text, size: size) > room else { return text }
    let count = max(1, Int(room / (size * 0.56)) - 1)
    return String(text.prefix(count)) + "…"
  }

  /// A number with at most two decimals, so that equal pictures are equal bytes.
  static func short(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let rest = Int(hundredths.magnitude) % 100
    let whole = Int(hundredths.magnitude) / 100
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func dashes(_ dash: String?) -> String {
    dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
  }
}

/// Where a text stands by its point.
enum ChartAnchor: String { case start, middle, end }

/// A box of a chart.
struct ChartBox {
  var x, y, width, height: Double
}

/// How a box looks.
struct ChartBoxStyle {
  var fill: String
  var border = ChartCanvas.ink
  var width = 1.0
  var dash: String?
}
