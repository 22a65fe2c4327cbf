/// Writes bands: clusters whose rows are ranks, with a column of names at the left and a column of
/// anchors at the right that keep all bands equally wide.
struct BandWriter {
  let diagram: Diagram
  let variant: LayoutVariant
  let hasClusters: Bool

  private var hasRanks: Bool { variant == .rich || variant == .newRank }

  /// The lines of DOT text.
  ///
  /// - Complexity: O(*s*) for *s* shapes.
  func lines(_ node: (Int) -> String) -> [String] {
    var lines: [String] = []
    var row = 0
    for (number, band) in diagram.bands.enumerated() {
      if hasClusters { lines += opening(number) }
      let labelled = band.rows.count / 2
      for (offset, shapes) in band.rows.enumerated() {
        let title = offset == labelled ? band.title : nil
        lines.append(anchor("l", row, title: title))
        lines.append(anchor("r", row, title: nil))
        lines += shapes.map(node)
        lines += hasRanks ? sameRank(row, shapes) : []
        row += 1
      }
      if hasClusters { lines.append("}") }
    }
    return lines + columns(rowCount: row)
  }

  private func opening(_ number: Int) -> [String] {
    [
      "subgraph cluster_\(number) {",
      "label=\"\"; margin=7; style=filled; fillcolor=\"\(Theme.band)\"; "
        + "pencolor=\"\(Theme.bandBorder)\"",
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

  /// A rank whose shapes stand between the two anchors, in whatever order crosses least.
  private func sameRank(_ row: Int, _ shapes: [Int]) -> [String] {
    let left = shapes.map { "l\(row) -> n\($0)" }
    let right = shapes.map { "n\($0) -> r\(row)" }
    return [
      "{ rank=same; edge [style=invis, weight=0]; " + (left + right).joined(separator: "; ") + " }"
    ]
  }

  /// The two columns; without equal ranks they also pin each shape between its neighbour rows.
  private func columns(rowCount: Int) -> [String] {
    guard rowCount > 0 else { return [] }
    let chain = { (side: String) in
      (0..<rowCount).map { "\(side)\($0)" }.joined(separator: " -> ")
    }
    var lines: [String] = []
    if rowCount > 1 {
      lines.append("edge [style=invis, weight=1000]")
      lines.append(chain("l"))
      lines.append(chain("r"))
    }
    if !hasRanks {
      lines.append("edge [style=invis, weight=0]")
      for (row, shapes) in diagram.bands.flatMap(\.rows).enumerated() {
        for shape in shapes {
          if row > 0 { lines.append("l\(row - 1) -> n\(shape)") }
          if row + 1 < rowCount { lines.append("n\(shape) -> l\(row + 1)") }
        }
      }
    }
    return lines + ["edge [style=solid, weight=1]"]
  }
}
