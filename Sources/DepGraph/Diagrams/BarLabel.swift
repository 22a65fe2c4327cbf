/// The label of a shape with a bar: its name, the bar, and what is said of it.
struct BarLabel {
  /// The least length of a whole bar in points.
  private static let leastLength = 130
  /// The least length of a piece that has room for a sign.
  private static let leastForSign = 16

  private let shape: Diagram.Shape
  private let bar: Diagram.Bar
  /// The length of a whole bar in points.
  private let length: Int

  /// - Parameters:
  ///   - shape: The shape.
  ///   - bar: Its bar.
  ///   - length: The length of a whole bar; the same in all shapes, or they could not be compared.
  init(_ shape: Diagram.Shape, _ bar: Diagram.Bar, length: Int) {
    self.shape = shape
    self.bar = bar
    self.length = length
  }

  /// The length that all bars of a diagram have: no less than the widest text beside one, or Graphviz
  /// would pull its pieces apart.
  ///
  /// - Complexity: O(*s*) for *s* shapes.
  static func length(in diagram: Diagram) -> Int {
    diagram.shapes.filter { $0.bar != nil }.reduce(leastLength) { length, shape in
      let title = shape.title.map { $0.count * 78 / 10 }.max() ?? 0
      let facts = shape.facts.map { $0.count * 7 }.max() ?? 0
      return max(length, title, facts)
    }
  }

  /// The HTML-like label.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  var text: String {
    let title = shape.title.map { "<B>\(DOTText.html($0))</B>" }
    let rows =
      [row(title), "<TR><TD ALIGN=\"LEFT\">\(pieces)</TD></TR>"]
      + (shape.facts.isEmpty ? [] : [row(shape.facts.map(DOTText.html))])
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">"
      + rows.joined() + "</TABLE>"
  }

  private func row(_ lines: [String]) -> String {
    "<TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">\(lines.joined(separator: "<BR/>"))</TD></TR>"
  }

  /// A table of its own, so that its pieces keep their lengths whatever stands above.
  private var pieces: String {
    let heavy = length(of: bar.heavy)
    let light = length(of: bar.heavy + bar.light) - heavy
    let rest = length - heavy - light
    let sign = bar.isOpen && rest >= Self.leastForSign ? "?" : ""
    let cells = [
      piece(heavy, Theme.heavyBar), piece(light, Theme.lightBar),
      piece(rest, Theme.restOfBar, sign),
    ]
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>"
      + cells.joined() + "</TR></TABLE>"
  }

  /// Nothing only for nothing, and the whole length only for all.
  private func length(of part: Int) -> Int {
    guard part > 0, bar.total > 0 else { return 0 }
    guard part < bar.total else { return length }
    return min(max(length * part / bar.total, 3), length - 3)
  }

  private func piece(_ length: Int, _ color: String, _ sign: String = "") -> String {
    guard length > 0 else { return "" }
    let mark = sign.isEmpty ? "" : "<FONT POINT-SIZE=\"12\">\(sign)</FONT>"
    // Two pieces beside each other may be too alike without a line between them.
    return "<TD BORDER=\"1\" COLOR=\"\(Theme.ink)\" BGCOLOR=\"\(color)\" WIDTH=\"\(length)\" "
      + "HEIGHT=\"15\" FIXEDSIZE=\"TRUE\">\(mark)</TD>"
  }
}
