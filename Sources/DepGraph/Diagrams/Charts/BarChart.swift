/// Numbers beside each other as bars, the largest first or in an order of their own, as an SVG picture
/// of our own.
///
///     let chart = BarChart(
///       headline: "Who falls with what", alternativeText: "Routing takes 9 of 12 users along.",
///       language: .english,
///       bars: [.init(name: "Routing", certain: 5, possible: 9), .init(name: "Power", certain: 2)])
///     chart.svg(idPrefix: "bars-")
public struct BarChart: Sendable {
  /// One number.
  public struct Bar: Hashable, Sendable {
    /// What it is of.
    public let name: String
    /// How many there are for certain.
    public let certain: Double
    /// How many there are at most.
    public let possible: Double
    /// Whether there may be more than is known.
    public let isOpen: Bool
    /// What stands after it; empty: the numbers.
    public let label: String

    /// Makes one.
    ///
    /// - Parameters:
    ///   - name: What it is of.
    ///   - certain: How many there are for certain; not below 0.
    ///   - possible: How many there are at most; nil: no more than for certain.
    ///   - isOpen: Whether there may be more than is known.
    ///   - label: What stands after it; empty: the numbers.
    public init(
      name: String, certain: Double, possible: Double? = nil, isOpen: Bool = false,
      label: String = ""
    ) {
      self.name = name
      self.certain = certain
      self.possible = max(possible ?? certain, certain)
      self.isOpen = isOpen
      self.label = label
    }
  }

  private let headline: String
  private let alternativeText: String
  private let language: Language
  private let bars: [Bar]
  private let most: Double

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - headline: What it says, over it.
  ///   - alternativeText: What it shows, for who cannot see it.
  ///   - language: The language of its words.
  ///   - bars: The numbers, from the top; who leaves some out says so in the headline.
  ///   - most: What the whole width stands for; nil: the largest number.
  /// - Complexity: O(*n*) for *n* bars.
  public init(
    headline: String, alternativeText: String, language: Language, bars: [Bar],
    most: Double? = nil
  ) {
    self.headline = headline
    self.alternativeText = alternativeText
    self.language = language
    self.bars = bars
    self.most = max(most ?? 0, bars.map(\.possible).max() ?? 0, 1)
  }

  private static let row = 26.0
  private static let top = 46.0
  private static let names = 230.0
  private static let room = 370.0

  /// The picture.
  ///
  /// - Parameter idPrefix: Begins the ids in it, so that several can stand on one page.
  /// - Returns: SVG.
  /// - Complexity: O(*n*) for *n* bars.
  public func svg(idPrefix: String) -> String {
    var canvas = ChartCanvas()
    canvas.text(
      ChartCanvas.fitted(headline, to: 690, size: 17), 16, 26, size: 17, isBold: true)
    for (number, bar) in bars.enumerated() {
      draw(bar, at: Self.top + Double(number) * Self.row, on: &canvas)
    }
    let bottom = Self.top + Double(bars.count) * Self.row
    canvas.line(Self.left, Self.top, Self.left, bottom)
    let height = drawLegend(at: bottom + 30, on: &canvas)
    return canvas.svg(
      height: height, idPrefix: idPrefix, headline: headline, alternativeText: alternativeText,
      language: language)
  }

  private static let left = names + 12

  private func draw(_ bar: Bar, at y: Double, on canvas: inout ChartCanvas) {
    canvas.text(
      ChartCanvas.fitted(bar.name, to: Self.names - 16), Self.names, y + 18, anchor: .end)
    let length = { (value: Double) in Self.room * min(max(value / most, 0), 1) }
    let (sure, all) = (length(bar.certain), length(bar.possible))
    let said = bar.label.isEmpty ? numbers(of: bar) : bar.label
    let box = { (x: Double, width: Double) in
      ChartBox(x: Self.left + x, y: y + 4, width: width, height: Self.row - 8)
    }
    if all > sure {
      canvas.box(box(sure, all - sure), Self.possibleStyle, title: "\(bar.name): \(said)")
    }
    if sure > 0 { canvas.box(box(0, sure), Self.certainStyle, title: "\(bar.name): \(said)") }
    canvas.text(
      ChartCanvas.fitted(said, to: ChartCanvas.width - Self.left - all - 20),
      Self.left + all + 8, y + 18)
  }

  private func numbers(of bar: Bar) -> String {
    let short = { (value: Double) in
      let text = ChartCanvas.short(value)
      return language == .dutch ? text.map { $0 == "." ? "," : String($0) }.joined() : text
    }
    let known =
      bar.possible > bar.certain
      ? "\(short(bar.certain))–\(short(bar.possible))" : short(bar.certain)
    return bar.isOpen ? "\(known) ?" : known
  }

  /// What the bars mean, of those that occur; returns the end of the picture.
  private func drawLegend(at y: Double, on canvas: inout ChartCanvas) -> Double {
    let isDutch = language == .dutch
    var entries: [(style: ChartBoxStyle?, text: String)] = []
    if bars.contains(where: { $0.possible > $0.certain }) {
      entries.append((Self.certainStyle, isDutch ? "zeker" : "for certain"))
      entries.append((Self.possibleStyle, isDutch ? "mogelijk" : "possible"))
    }
    if bars.contains(where: \.isOpen) {
      entries.append((nil, isDutch ? "? er kan meer zijn dan bekend is" : "? there may be more"))
    }
    guard !entries.isEmpty else { return y - 14 }
    var x = 16.0
    for entry in entries {
      if let style = entry.style {
        canvas.box(ChartBox(x: x, y: y - 12, width: 26, height: 15), style)
        x += 34
      }
      canvas.text(entry.text, x, y, size: 13)
      x += ChartCanvas.width(of: entry.text, size: 13) + 20
    }
    return y + 16
  }

  private static let certainStyle = ChartBoxStyle(fill: Theme.heavyBar, border: "#000000")
  private static let possibleStyle = ChartBoxStyle(
    fill: Theme.lightBar, border: "#000000", dash: "4 3")
}
