/// The bar over a chart that says how it is proposed to be marked.
public enum ChartBanner {
  private static let height = 26.0

  /// A chart with a bar over it.
  ///
  /// - Parameters:
  ///   - svg: A chart of ours.
  ///   - line: What stands in the bar.
  /// - Returns: The chart, higher by the bar; as it was where it is no chart of ours.
  /// - Complexity: O(*n*) for a chart of *n* characters.
  public static func marked(_ svg: String, with line: String) -> String {
    let width = ChartCanvas.short(ChartCanvas.width)
    guard let view = svg.firstRange(of: "viewBox=\"0 0 \(width) "),
      let end = svg[view.upperBound...].firstIndex(of: "\""),
      let tall = Double(svg[view.upperBound..<end])
    else { return svg }
    let whole = ChartCanvas.short(tall + height)
    let top = ChartCanvas.short(-height)
    let before = ChartCanvas.short(tall)
    var text = svg
    text.replaceFirst(
      "viewBox=\"0 0 \(width) \(before)\"", "viewBox=\"0 \(top) \(width) \(whole)\"")
    text.replaceFirst("height=\"\(before)\" ", "height=\"\(whole)\" ")
    var bar = ChartCanvas()
    bar.box(
      ChartBox(x: 0, y: -height, width: ChartCanvas.width, height: height),
      ChartBoxStyle(fill: ChartCanvas.ink, border: ChartCanvas.ink, width: 0, dash: nil))
    bar.text(
      line, ChartCanvas.width / 2, -height / 2 + 4, anchor: .middle, size: 12, colour: "#FFFFFF",
      isBold: true)
    text.replaceFirst("</svg>", bar.body + "</svg>")
    return text
  }
}

extension String {
  /// Puts a text in the place of the first that is like another.
  fileprivate mutating func replaceFirst(_ old: String, _ new: String) {
    if let range = firstRange(of: old) { replaceSubrange(range, with: new) }
  }
}
