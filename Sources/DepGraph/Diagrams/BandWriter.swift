/// Writes bands: clusters whose rows are ranks, with a column of names at the left and a column of
/// anchors at the right that keep all bands equally wide.
struct BandWriter {
  let diagram: Diagram
  let variant: LayoutVariant
  let hasClusters: Bool
  let routing: BandRouting

  private var hasRanks: Bool { variant == .rich || variant == .newRank }

  /// The bands as lines of DOT text.
  ///
  /// - Parameter node: Writes a shape.
  /// - Returns: The lines.
  /// - Complexity: O(*s* + *w*) for *s* shapes and *w* way points.
  func lines(_ node: (Int) -> String) -> [String] {
    var lines: [String] = []
    var row = 0
    for (number, band) in diagram.bands.enumerated() {
      if hasClusters { lines += opening(number) }
      let labelled = band.rows.count / 2
      for offset in band.rows.indices {
        let vertices = routing.rows[row]
        lines.append(anchor("l", row, title: offset == labelled ? band.title : nil))
        lines.append(anchor("r", row, title: nil))
        lines += vertices.map { wayPoint($0) ?? node($0) }
        lines += hasRanks ? [sameRank(row, vertices)] : []
        row += 1
      }
      if hasClusters { lines.append("}") }
    }
    return lines + columns
  }

  private func opening(_ number: Int) -> [String] {
    let isMarked = diagram.bands[number].isMarked
    let fill = isMarked ? Theme.markedBand : Theme.band
    let (border, width) = isMarked ? (Theme.markedBandBorder, 3) : (Theme.bandBorder, 1)
    return [
      "subgraph cluster_\(number) {",
      "label=\"\"; margin=7; style=filled; fillcolor=\"\(fill)\"; pencolor=\"\(border)\"; "
        + "penwidth=\(width)",
    ]
  }

  private func anchor(_ side: String, _ row: Int, title: String?) -> String {
    guard let title else {
      return "\(side)\(row) [shape=point, style=invis, width=0.01, height=0.01, label=\"\"]"
    }
    let lines = WrappedName(title, width: 16, lineCount: 3).lines
    let label = lines.map { "<B>\(DOTText.html($0))</B>" }.joined(separator: "<BR/>")
    return "\(side)\(row) [shape=plaintext, style=\"\", width=1.3, fontcolor=\"\(Theme.ink)\", "
      + "label=<\(label)>]"
  }

  /// A dot as wide as its line, since lines end a little before a point; nil for a shape.
  private func wayPoint(_ vertex: Int) -> String? {
    guard let role = routing.role(ofWayPoint: vertex) else { return nil }
    let style = Theme.style(of: role)
    let width = DOTText.number(style.width / 72)
    return "n\(vertex) [shape=point, class=way, width=\(width), height=\(width), label=\"\", "
      + "color=\"\(style.color)\", fillcolor=\"\(style.color)\"]"
  }

  /// A rank in our order, between the two anchors.
  private func sameRank(_ row: Int, _ vertices: [Int]) -> String {
    let chain = ["l\(row)"] + vertices.map { "n\($0)" } + ["r\(row)"]
    return "{ rank=same; edge [style=invis, weight=1]; \(chain.joined(separator: " -> ")) }"
  }

  /// The two columns; without equal ranks they also pin each shape between its neighbour rows.
  private var columns: [String] {
    let count = routing.rows.count
    let chain = { (side: String) in
      (0..<count).map { "\(side)\($0)" }.joined(separator: " -> ")
    }
    var lines: [String] = []
    if count > 1 {
      lines += ["edge [style=invis, weight=1000]", chain("l"), chain("r")]
    }
    if !hasRanks {
      lines.append("edge [style=invis, weight=0]")
      for (row, vertices) in routing.rows.enumerated() {
        for vertex in vertices {
          if row > 0 { lines.append("l\(row - 1) -> n\(vertex)") }
          if row + 1 < count { lines.append("n\(vertex) -> l\(row + 1)") }
        }
      }
    }
    return lines + ["edge [style=solid, weight=1]"]
  }
}
