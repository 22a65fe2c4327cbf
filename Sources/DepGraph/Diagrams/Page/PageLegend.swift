/// The key of a page: small shapes and lines with their meaning, in rows.
struct PageLegend {
  /// The sizes of type, each with the most rows.
  private static let steps: [(size: Double, rows: Int)] = [
    (Theme.Size.legend, 2), (11, 3), (10, 4), (9, 6),
  ]
  /// The length of a line's sample.
  private static let lineLength = 36.0
  private static let barLength = 26.0
  /// Between a sample and its text.
  private static let gap = 5.0
  /// Between two entries.
  private static let space = 16.0
  /// Between a text and the border of the shape around it.
  private static let padding = 6.0

  /// The entries, row by row.
  let rows: [[Diagram.LegendEntry]]
  /// The size of the type.
  let size: Double

  /// Puts entries into rows, in the largest type that they fit in; what does not fit in the smallest
  /// is left out with an ellipsis.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  init(_ entries: [Diagram.LegendEntry], width: Double) {
    var found: (rows: [[Diagram.LegendEntry]], size: Double) = ([], Self.steps[0].size)
    for (size, most) in Self.steps {
      let all = Self.rows(of: entries, width, size)
      found = (Array(all.prefix(most)), size)
      if all.count <= most { break }
      found.rows[most - 1].append(.init(sample: .none, text: "…"))
    }
    (rows, size) = found
  }

  private static func rows(
    of entries: [Diagram.LegendEntry], _ room: Double, _ size: Double
  ) -> [[Diagram.LegendEntry]] {
    var rows: [[Diagram.LegendEntry]] = []
    var used = 0.0
    for entry in entries {
      var entry = entry
      let sample = width(of: entry, size) - TypeMetrics.width(of: entry.text, size: size)
      // The ellipsis of a key that is too long must have room after any entry.
      entry.text = TypeMetrics.cut(entry.text, to: room - sample - 2 * size, size: size)
      let needed = width(of: entry, size)
      if rows.isEmpty || used + space + needed > room - 2 * size {
        rows.append([entry])
        used = needed
      } else {
        rows[rows.count - 1].append(entry)
        used += space + needed
      }
    }
    return rows
  }

  private static func width(of entry: Diagram.LegendEntry, _ size: Double) -> Double {
    let text = TypeMetrics.width(of: entry.text, size: size)
    return switch entry.sample {
    case .shape(_, _, let isDouble): text + 2 * padding + (isDouble ? 8 : 0)
    case .line: text + lineLength + gap
    case .bar: text + barLength + gap
    case .none: text
    }
  }

  /// The height of a row, with the space to the next.
  private var leading: Double { (size * 1.22).rounded(.up) + 10 }
  /// The height of all rows.
  var height: Double { Double(rows.count) * leading }

  // MARK: - Drawing

  /// Draws it.
  ///
  /// - Parameters:
  ///   - left: The left edge.
  ///   - top: The upper edge.
  ///   - canvas: What it is drawn on.
  func draw(_ left: Double, _ top: Double, on canvas: inout ChartCanvas) {
    for (number, row) in rows.enumerated() {
      var x = left
      let middle = top + (Double(number) + 0.5) * leading
      for entry in row {
        draw(entry, x, middle, on: &canvas)
        x += Self.width(of: entry, size) + Self.space
      }
    }
  }

  private func draw(
    _ entry: Diagram.LegendEntry, _ x: Double, _ middle: Double, on canvas: inout ChartCanvas
  ) {
    let baseline = middle + size * 0.36
    var text = (x: x, colour: Theme.ink)
    switch entry.sample {
    case .shape(let role, let isPossible, let isDouble):
      let style = Theme.style(of: role)
      text = (x + Self.padding + (isDouble ? 4 : 0), style.text)
      frame(entry, style, isPossible: isPossible, isDouble: isDouble, x, middle, on: &canvas)
    case .line(let role):
      LineSample(role: role).draw(from: x, to: x + Self.lineLength, middle, on: &canvas)
      text.x += Self.lineLength + Self.gap
    case .bar(let isHeavy):
      let colour = isHeavy ? Theme.heavyBar : Theme.lightBar
      canvas.box(
        .init(x: x, y: middle - 7, width: Self.barLength, height: 14),
        .init(fill: colour))
      text.x += Self.barLength + Self.gap
    case .none: break
    }
    canvas.text(entry.text, text.x, baseline, size: size, colour: text.colour)
  }

  private func frame(
    _ entry: Diagram.LegendEntry, _ style: Theme.ShapeStyle, isPossible: Bool, isDouble: Bool,
    _ x: Double, _ middle: Double, on canvas: inout ChartCanvas
  ) {
    let width = Self.width(of: entry, size)
    let height = leading - 6
    let outer = ChartBox(x: x, y: middle - height / 2, width: width, height: height)
    var look = ChartBoxStyle(fill: style.fill, border: style.border)
    // A thick border takes its width from the space between two entries.
    look.width = style.width
    if isPossible || style.isDashed { look.dash = "5 3" }
    canvas.box(outer, look)
    guard isDouble else { return }
    canvas.box(
      .init(x: x + 3, y: outer.y + 3, width: width - 6, height: height - 6),
      .init(fill: "none", border: style.border, width: style.width))
  }
}

/// A line as Graphviz draws it, with its head at the right.
struct LineSample {
  /// What the line means.
  let role: LineRole

  /// Draws it.
  func draw(from left: Double, to right: Double, _ y: Double, on canvas: inout ChartCanvas) {
    let style = Theme.style(of: role)
    let dash: String? =
      switch style.stroke {
      case "dashed": "5 3"
      case "dotted": "1.5 3"
      default: nil
      }
    let length = headLength(style)
    canvas.line(
      left, y, right - length, y, colour: style.color, width: style.width, dash: dash)
    head(style, from: right - length, to: right, y, on: &canvas)
  }

  private func headLength(_ style: Theme.LineStyle) -> Double {
    switch style.head {
    case "none": 0
    case "dot", "odot", "box": 6
    case "tee": 2
    case "vee": 5
    default: 9
    }
  }

  private func head(
    _ style: Theme.LineStyle, from start: Double, to end: Double, _ y: Double,
    on canvas: inout ChartCanvas
  ) {
    let colour = style.color
    let middle = (start + end) / 2
    switch style.head {
    case "normal", "onormal":
      let fill = style.head == "normal" ? colour : Theme.paper
      canvas.polygon([(start, y - 4), (end, y), (start, y + 4)], fill: fill, border: colour)
    case "diamond":
      canvas.polygon(
        [(start, y), (middle, y - 4), (end, y), (middle, y + 4)], fill: colour, border: colour)
    case "box":
      canvas.polygon(
        [(start, y - 3), (end, y - 3), (end, y + 3), (start, y + 3)], fill: colour, border: colour)
    case "dot", "odot":
      let fill = style.head == "dot" ? colour : Theme.paper
      canvas.circle(middle, y, radius: 3, fill: fill, border: colour)
    case "tee": canvas.line(middle, y - 5, middle, y + 5, colour: colour, width: 2)
    case "vee":
      let points = [(end - 9, y - 4), (end, y), (end - 9, y + 4), (start, y)]
      canvas.polygon(points, fill: colour, border: colour)
    default: break
    }
  }
}
