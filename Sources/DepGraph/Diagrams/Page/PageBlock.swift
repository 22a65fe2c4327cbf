/// A text of a page, in lines of a size that it fits in.
struct PageBlock {
  /// How a text may come out: the largest size first, each with the most lines.
  struct Steps {
    var sizes: [(size: Double, lines: Int)]
    var isBold = false
    var isBalanced = false

    static let headline = Steps(
      sizes: [(Theme.Size.headline, 2), (20, 2), (18, 3), (16, 4)], isBold: true, isBalanced: true)
    static let subtitle = Steps(sizes: [(Theme.Size.subtitle, 2), (12, 3)])
    static let notes = Steps(sizes: [(Theme.Size.source, 4), (9, 6)])
    static let source = Steps(sizes: [(Theme.Size.source, 2), (9, 3)])
    static let banner = Steps(sizes: [(Theme.Size.banner, 2), (9, 4)], isBold: true)
  }

  /// The lines.
  let lines: [String]
  /// The size of the type in points.
  let size: Double
  /// Whether it is bold.
  let isBold: Bool

  /// Breaks a text into lines at the largest size that it fits in; what does not fit in the smallest
  /// is cut, with an ellipsis.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  init(_ text: String, _ steps: Steps, width: Double) {
    isBold = steps.isBold
    var visible = ""
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace
      if isSpace || DOTText.isVisible(scalar) {
        visible.unicodeScalars.append(isSpace ? " " : scalar)
      }
    }
    var found: (lines: [String], size: Double) = ([], steps.sizes[0].size)
    for (size, most) in steps.sizes {
      let all = TypeMetrics.lines(
        of: visible, width: width, size: size, isBold: steps.isBold, isBalanced: steps.isBalanced)
      found = (Array(all.prefix(most)), size)
      if all.count <= most { break }
      let last = TypeMetrics.cut(
        found.lines[most - 1] + " " + all[most], to: width, size: size, isBold: steps.isBold)
      found.lines[most - 1] = last.hasSuffix("…") ? last : last + " …"
    }
    (lines, size) = found
  }

  /// The height of a line.
  var leading: Double { (size * 1.22).rounded(.up) }
  /// The height of all lines.
  var height: Double { Double(lines.count) * leading }

  /// Draws it.
  ///
  /// - Parameters:
  ///   - x: The left edge, or the middle.
  ///   - top: The upper edge.
  ///   - anchor: What `x` is.
  ///   - colour: The colour.
  ///   - canvas: What it is drawn on.
  func draw(
    _ x: Double, _ top: Double, anchor: ChartAnchor = .start, colour: String = Theme.ink,
    on canvas: inout ChartCanvas
  ) {
    for (number, line) in lines.enumerated() {
      let baseline = top + Double(number) * leading + leading * 0.5 + size * 0.36
      canvas.text(
        line, x, baseline, anchor: anchor, size: size, colour: colour, isBold: isBold)
    }
  }
}
