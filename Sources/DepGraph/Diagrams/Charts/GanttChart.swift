/// Who or what is busy or out when, as bars over time: an SVG picture of our own.
public struct GanttChart: Sendable {
  /// A stretch of time.
  public struct Bar: Hashable, Sendable {
    /// What goes on.
    public enum Role: Hashable, Sendable, CaseIterable {
      /// Somebody is on the way.
      case travel
      /// Somebody repairs.
      case work
      /// Somebody waits, or may not work.
      case wait
      /// Something comes up again.
      case restart
      /// Something does not work.
      case outage
      /// Something works, but not whole.
      case degraded
    }

    /// Its beginning in seconds.
    public let from: Double
    /// Its end in seconds; infinite: beyond the chart.
    public let until: Double
    /// What it says.
    public let label: String
    /// What goes on.
    public let role: Role

    /// Makes one.
    public init(from: Double, until: Double, label: String, role: Role) {
      self.from = from
      self.until = until
      self.label = label
      self.role = role
    }
  }

  /// What one crew or component does.
  public struct Lane: Hashable, Sendable {
    /// Who or what.
    public let name: String
    /// Its bars, in the order of time.
    public let bars: [Bar]

    /// Makes one.
    public init(name: String, bars: [Bar]) {
      self.name = name
      self.bars = bars
    }
  }

  private let headline: String
  private let alternativeText: String
  private let language: Language
  private let lanes: [Lane]
  private let marks: [(at: Double, label: String)]
  private let until: Double

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - headline: What it says, over it.
  ///   - alternativeText: What it shows, for who cannot see it.
  ///   - language: The language of its words.
  ///   - lanes: The rows, from the top.
  ///   - marks: Instants to point out, such as an agreed time.
  ///   - until: The end of the time axis, in seconds.
  public init(
    headline: String, alternativeText: String, language: Language, lanes: [Lane],
    marks: [(at: Double, label: String)], until: Double
  ) {
    self.headline = headline
    self.alternativeText = alternativeText
    self.language = language
    self.lanes = lanes
    self.marks = marks
    self.until = until
  }

  private static let row = 26.0
  private static let top = 78.0
  private static let names = 200.0

  /// The picture.
  ///
  /// - Parameter idPrefix: Begins the ids in it, so that several can stand on one page.
  /// - Returns: SVG.
  /// - Complexity: O(*n*) for *n* bars.
  public func svg(idPrefix: String) -> String {
    let axis = TimeAxis(
      until: until, left: Self.names + 12, width: ChartCanvas.width - Self.names - 36)
    var canvas = ChartCanvas()
    canvas.text(
      ChartCanvas.fitted(headline, to: 690, size: 17), 16, 26, size: 17, isBold: true)
    drawAxis(axis, on: &canvas)
    for (number, lane) in lanes.enumerated() {
      let y = Self.top + Double(number) * Self.row
      canvas.text(
        ChartCanvas.fitted(lane.name, to: Self.names), Self.names, y + 18, anchor: .end)
      for (place, bar) in lane.bars.enumerated() {
        let next = place + 1 < lane.bars.count ? lane.bars[place + 1].from : .infinity
        draw(bar, of: lane, at: y, before: next, axis, on: &canvas)
      }
    }
    let bottom = drawLegend(on: &canvas)
    return canvas.svg(
      height: bottom, idPrefix: idPrefix, headline: headline, alternativeText: alternativeText,
      language: language)
  }

  private var bottom: Double { Self.top + Double(lanes.count) * Self.row }

  private func drawAxis(_ axis: TimeAxis, on canvas: inout ChartCanvas) {
    for mark in axis.marks {
      let x = axis.place(mark)
      canvas.line(x, Self.top - 6, x, bottom, colour: ChartCanvas.grid)
      canvas.text(axis.label(mark, language), x, Self.top - 12, anchor: .middle)
    }
    for number in 0...lanes.count {
      let y = Self.top + Double(number) * Self.row
      canvas.line(16, y, axis.left + axis.width, y, colour: ChartCanvas.grid)
    }
    var end = 0.0
    for mark in marks.sorted(by: { $0.at < $1.at }) where mark.at <= axis.until {
      let x = axis.place(mark.at)
      canvas.line(
        x, Self.top - 26, x, bottom, colour: ChartCanvas.soft, width: 1.5, dash: "4 4")
      let text = ChartCanvas.fitted(mark.label, to: 300, size: 13)
      let width = ChartCanvas.width(of: text, size: 13)
      let start = min(x - width / 2, axis.left + axis.width - width)
      guard end < start else { continue }
      canvas.text(text, start, Self.top - 32, size: 13)
      end = start + width + 8
    }
  }

  private func draw(
    _ bar: Bar, of lane: Lane, at y: Double, before next: Double, _ axis: TimeAxis,
    on canvas: inout ChartCanvas
  ) {
    guard bar.from <= axis.until else { return }
    let start = axis.place(bar.from)
    // What lasts only a moment is still to be seen.
    let end = max(axis.place(bar.until), start + 2)
    let style = bar.role.style
    canvas.box(
      ChartBox(x: start, y: y + 4, width: end - start, height: Self.row - 8), style,
      title: "\(lane.name): \(bar.label)")
    let width = ChartCanvas.width(of: bar.label, size: 13)
    if width + 8 <= end - start {
      canvas.text(bar.label, start + 5, y + 18, size: 13, colour: bar.role.letters)
    } else if end + width + 8 <= min(axis.place(next), axis.left + axis.width) {
      canvas.text(bar.label, end + 5, y + 18, size: 13)
    }
  }

  /// What the bars mean, of those that occur; returns the end of the picture.
  private func drawLegend(on canvas: inout ChartCanvas) -> Double {
    var x = 16.0
    var y = bottom + 30
    let used = Set(lanes.flatMap(\.bars).map(\.role))
    for role in Bar.Role.allCases where used.contains(role) {
      let word = role.word(language)
      let width = 34 + ChartCanvas.width(of: word, size: 13) + 16
      if x + width > ChartCanvas.width {
        x = 16
        y += 24
      }
      canvas.box(ChartBox(x: x, y: y - 12, width: 26, height: 15), role.style)
      canvas.text(word, x + 34, y, size: 13)
      x += width
    }
    return y + 16
  }
}

extension GanttChart.Bar.Role {
  /// How it looks: told apart by light and border, also on a black-and-white print.
  fileprivate var style: ChartBoxStyle {
    switch self {
    case .travel: ChartBoxStyle(fill: "#FFFFFF", dash: "5 3")
    case .work: ChartBoxStyle(fill: "#14213D")
    case .wait: ChartBoxStyle(fill: "#EEF2F7", dash: "1.5 2.5")
    case .restart: ChartBoxStyle(fill: "#9DB4CC")
    case .outage: ChartBoxStyle(fill: "#E6761B", border: "#000000", width: 2)
    case .degraded: ChartBoxStyle(fill: "#FFDFA6", border: "#000000", dash: "6 3")
    }
  }

  /// The colour of letters on it.
  fileprivate var letters: String { self == .work ? "#FFFFFF" : "#000000" }

  fileprivate func word(_ language: Language) -> String {
    let isDutch = language == .dutch
    return switch self {
    case .travel: isDutch ? "onderweg" : "on the way"
    case .work: isDutch ? "herstel" : "repair"
    case .wait: isDutch ? "wachten" : "waiting"
    case .restart: isDutch ? "opstarten" : "restarting"
    case .outage: isDutch ? "uitgevallen" : "down"
    case .degraded: isDutch ? "gedegradeerd" : "degraded"
    }
  }
}
