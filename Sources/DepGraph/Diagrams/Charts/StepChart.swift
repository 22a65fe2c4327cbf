/// Shares or counts that change by steps over time, such as how much of the users has been restored, as
/// an SVG picture of our own.
///
///     let chart = StepChart(
///       headline: "Restored over time", alternativeText: "All are back after 6 hours.",
///       language: .english,
///       series: [.init(name: "Processes", start: 0.4, points: [(at: 3600, value: 1)])],
///       marks: [(at: 14_400, label: "agreed")], until: 21_600)
///     chart.svg(idPrefix: "curve-")
public struct StepChart: Sendable {
  /// What values are.
  public enum Scale: Hashable, Sendable {
    /// Shares of a whole, between 0 and 1.
    case share
    /// Whole numbers from 0 on.
    case count
  }

  /// One share or count over time.
  public struct Series: Sendable {
    /// What it is the share or count of.
    public let name: String
    /// Its value at 0.
    public let start: Double
    /// The values that it takes from an instant on (in seconds), in the order of time.
    public let points: [(at: Double, value: Double)]

    /// Makes one.
    ///
    /// - Parameters:
    ///   - name: What it is the share or count of.
    ///   - start: Its value at 0.
    ///   - points: The values that it takes from an instant on, in seconds and in the order of time.
    public init(name: String, start: Double, points: [(at: Double, value: Double)]) {
      self.name = name
      self.start = start
      self.points = points
    }
  }

  private let headline: String
  private let alternativeText: String
  private let language: Language
  private let series: [Series]
  private let marks: [(at: Double, label: String)]
  private let until: Double
  private let scale: Scale
  /// What the top of the axis stands for.
  private let most: Double

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - headline: What it says, over it.
  ///   - alternativeText: What it shows, for who cannot see it.
  ///   - language: The language of its words.
  ///   - series: The lines; more than four look alike.
  ///   - marks: Instants to point out, such as an agreed time.
  ///   - until: The end of the time axis, in seconds.
  ///   - scale: What values are.
  /// - Complexity: O(*n*) for *n* points.
  public init(
    headline: String, alternativeText: String, language: Language, series: [Series],
    marks: [(at: Double, label: String)], until: Double, scale: Scale = .share
  ) {
    self.headline = headline
    self.alternativeText = alternativeText
    self.language = language
    self.series = series
    self.marks = marks
    self.until = until
    self.scale = scale
    most = scale == .share ? 1 : Self.roundTop(over: series)
  }

  /// The least number of a kind that people count in that no value exceeds, in four equal steps.
  private static func roundTop(over series: [Series]) -> Double {
    let values = series.flatMap { [$0.start] + $0.points.map(\.value) }
    let highest = max(values.max() ?? 0, 4)
    var unit = 4.0
    while unit.isFinite {
      for factor in [1, 2, 3, 5] where unit * Double(factor) >= highest {
        return unit * Double(factor)
      }
      unit *= 10
    }
    return highest
  }

  /// Lines that can be told apart without colour.
  private static let looks: [(colour: String, width: Double, dash: String?)] = [
    (ChartCanvas.ink, 3, nil), ("#C2570C", 3, "9 5"), ("#0B4F8A", 2.5, "2 4"),
    ("#4B5563", 2, "12 4 2 4"),
  ]

  private static let top = 74.0
  private static let plot = 240.0

  /// The picture.
  ///
  /// - Parameter idPrefix: Begins the ids in it, so that several can stand on one page.
  /// - Returns: SVG.
  /// - Complexity: O(*n*) for *n* points.
  public func svg(idPrefix: String) -> String {
    let axis = TimeAxis(until: until, left: 64, width: 616)
    var canvas = ChartCanvas()
    canvas.text(
      ChartCanvas.fitted(headline, to: 690, size: 17), 16, 26, size: 17, isBold: true)
    drawGrid(axis, on: &canvas)
    drawMarks(axis, on: &canvas)
    for (number, line) in series.enumerated() {
      let look = Self.looks[number % Self.looks.count]
      canvas.polyline(
        corners(of: line, axis), colour: look.colour, width: look.width, dash: look.dash)
    }
    var y = Self.top + Self.plot + 60
    for (number, line) in series.enumerated() {
      let look = Self.looks[number % Self.looks.count]
      canvas.line(
        64, y - 5, 112, y - 5, colour: look.colour, width: look.width, dash: look.dash)
      canvas.text(ChartCanvas.fitted(line.name, to: 570), 122, y)
      y += 22
    }
    return canvas.svg(
      height: y, idPrefix: idPrefix, headline: headline, alternativeText: alternativeText,
      language: language)
  }

  private func height(of value: Double) -> Double {
    Self.top + Self.plot * (1 - min(max(value / most, 0), 1))
  }

  private func drawGrid(_ axis: TimeAxis, on canvas: inout ChartCanvas) {
    for quarter in 0...4 {
      let value = most * Double(quarter) / 4
      let y = height(of: value)
      canvas.line(axis.left, y, axis.left + axis.width, y, colour: ChartCanvas.grid)
      let label = scale == .share ? "\(quarter * 25)%" : ChartCanvas.short(value)
      canvas.text(label, axis.left - 8, y + 5, anchor: .end)
    }
    let bottom = height(of: 0)
    for mark in axis.marks {
      let x = axis.place(mark)
      canvas.line(x, bottom, x, bottom + 5)
      canvas.text(axis.label(mark, language), x, bottom + 21, anchor: .middle)
    }
    canvas.line(axis.left, bottom, axis.left + axis.width, bottom)
    canvas.line(axis.left, Self.top, axis.left, bottom)
  }

  /// The marks, each label on the first of two rows that has room for it.
  private func drawMarks(_ axis: TimeAxis, on canvas: inout ChartCanvas) {
    var ends = [0.0, 0.0]
    let rightmost = axis.left + axis.width
    for mark in marks.sorted(by: { $0.at < $1.at }) where mark.at <= axis.until {
      let x = axis.place(mark.at)
      let text = ChartCanvas.fitted(mark.label, to: 300, size: 13)
      let width = ChartCanvas.width(of: text, size: 13)
      let start = max(axis.left, min(x - width / 2, rightmost - width))
      let row = ends[0] < start ? 0 : 1
      canvas.line(
        x, Self.top - 4, x, height(of: 0), colour: ChartCanvas.soft, width: 1.5, dash: "4 4")
      guard ends[row] < start else { continue }
      canvas.text(text, start, Self.top - 10 - Double(row) * 16, size: 13)
      ends[row] = start + width + 8
    }
  }

  private func corners(of line: Series, _ axis: TimeAxis) -> [(x: Double, y: Double)] {
    var corners = [(x: axis.place(0), y: height(of: line.start))]
    for point in line.points where point.at <= axis.until {
      let x = axis.place(point.at)
      corners.append((x, corners[corners.count - 1].y))
      corners.append((x, height(of: point.value)))
    }
    corners.append((axis.place(axis.until), corners[corners.count - 1].y))
    return corners
  }
}
