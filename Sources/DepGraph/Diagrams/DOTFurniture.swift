/// Headline, key and source for a DOT text that people hand to `dot` themselves.
///
/// They are HTML-like tables of a slide's width. Our own pages do not have them: `PageFrame` draws
/// around the drawing.
struct DOTFurniture {
  private let diagram: Diagram
  /// The width from edge to edge, in points.
  private let width = 912.0

  init(_ diagram: Diagram) { self.diagram = diagram }

  /// Banner, headline, subtitle, and the key where it stands at the top.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  func top(withLegend: Bool) -> String {
    var rows = [banner]
    rows.append(text(diagram.headline, size: Theme.Size.headline, isBold: true, widthFactor: 0.51))
    rows.append(text(diagram.subtitle, size: Theme.Size.subtitle, widthFactor: 0.455))
    if withLegend { rows += legend }
    return table(rows)
  }

  /// Notes, source and the banner again, with the key above where it stands at the foot.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  func foot(withLegend: Bool) -> String {
    var rows = withLegend ? legend : []
    if !diagram.notes.isEmpty {
      rows.append(
        text(
          diagram.notes.joined(separator: " "), size: Theme.Size.source, color: Theme.softInk,
          widthFactor: 0.45))
    }
    rows.append(
      text(
        diagram.sourceLine, size: Theme.Size.source, color: Theme.softInk, widthFactor: 0.45))
    rows.append(banner)
    return table(rows)
  }

  /// Everything in one table, for drawings that have no place at the foot.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  func all() -> String {
    let upper = top(withLegend: true)
    let lower = foot(withLegend: false)
    return table(["<TR><TD>\(upper)</TD></TR>", "<TR><TD>\(lower)</TD></TR>"])
  }

  // MARK: - Rows

  private func table(_ rows: [String]) -> String {
    "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">"
      + rows.joined() + "</TABLE>"
  }

  private var banner: String {
    "<TR><TD BGCOLOR=\"\(Theme.ink)\" WIDTH=\"\(Int(width))\">"
      + "<FONT COLOR=\"\(Theme.bannerText)\" POINT-SIZE=\"\(DOTText.number(Theme.Size.banner))\"><B>"
      + DOTText.html(diagram.banner) + "</B></FONT></TD></TR>"
  }

  private func text(
    _ text: String, size: Double, color: String = Theme.ink, isBold: Bool = false,
    widthFactor: Double
  ) -> String {
    let columns = Int(width / size / widthFactor)
    let lines = WrappedName(text, width: max(columns, 30), lineCount: 6, isBalanced: isBold).lines
    let body = (lines.isEmpty ? [""] : lines).map(DOTText.html)
      .joined(separator: "<BR ALIGN=\"LEFT\"/>")
    let bold = isBold ? "<B>\(body)</B>" : body
    return "<TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\"><FONT COLOR=\"\(color)\" "
      + "POINT-SIZE=\"\(DOTText.number(size))\">\(bold)<BR ALIGN=\"LEFT\"/></FONT></TD></TR>"
  }

  private var legend: [String] {
    var rows: [[Diagram.LegendEntry]] = [[]]
    var used = 0.0
    let room = width - 20
    for entry in diagram.legend {
      let needed = width(of: entry)
      if used + needed > room, used > 0 {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(entry)
      used += needed
    }
    return rows.filter { !$0.isEmpty }.map { row in
      // Graphviz shares spare width out over the cells; an empty one takes it instead.
      let spare = max(1, width - row.reduce(0) { $0 + width(of: $1) })
      let cells = row.map(cell).joined() + "<TD WIDTH=\"\(Int(spare * 0.96))\"></TD>"
      return "<TR><TD ALIGN=\"LEFT\" CELLPADDING=\"0\"><TABLE ALIGN=\"LEFT\" BORDER=\"0\" "
        + "CELLBORDER=\"0\" CELLSPACING=\"3\" CELLPADDING=\"2\">"
        + "<TR>\(cells)</TR></TABLE>"
        + "</TD></TR>"
    }
  }

  /// About how wide an entry comes out on paper.
  private func width(of entry: Diagram.LegendEntry) -> Double {
    let sample: Double =
      switch entry.sample {
      case .shape(_, _, let isDouble): isDouble ? 30 : 18
      case .line: 36
      case .bar: 34
      case .none: 4
      }
    return Double(entry.text.count) * Theme.Size.legend * 0.475 + sample + 8
  }

  private func cell(_ entry: Diagram.LegendEntry) -> String {
    let size = DOTText.number(Theme.Size.legend)
    let text = DOTText.html(entry.text)
    switch entry.sample {
    case .shape(let role, let isPossible, let isDouble):
      let style = Theme.style(of: role)
      let border = max(1, Int((style.width).rounded()))
      let dashed = isPossible || style.isDashed ? " STYLE=\"dashed\"" : ""
      let inner =
        "<TD BGCOLOR=\"\(style.fill)\" COLOR=\"\(style.border)\" BORDER=\"\(border)\"\(dashed)>"
        + "<FONT COLOR=\"\(style.text)\" POINT-SIZE=\"\(size)\">\(text)</FONT></TD>"
      guard isDouble else { return inner }
      return "<TD BORDER=\"\(border)\" COLOR=\"\(style.border)\" CELLPADDING=\"1\">"
        + "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">"
        + "<TR>\(inner)</TR></TABLE></TD>"
    case .line(let role):
      let style = Theme.style(of: role)
      return "<TD ALIGN=\"LEFT\"><FONT COLOR=\"\(style.color)\" POINT-SIZE=\"\(size)\"><B>"
        + "\(DOTText.html(style.sample))</B></FONT><FONT POINT-SIZE=\"\(size)\"> \(text)</FONT></TD>"
    case .bar(let isHeavy):
      let color = isHeavy ? Theme.heavyBar : Theme.lightBar
      return "<TD BGCOLOR=\"\(color)\" WIDTH=\"26\" HEIGHT=\"14\" "
        + "FIXEDSIZE=\"TRUE\"></TD><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"\(size)\">\(text)</FONT></TD>"
    case .none:
      return "<TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"\(size)\">\(text)</FONT></TD>"
    }
  }
}
