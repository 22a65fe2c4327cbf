import Testing

@testable import DepGraph

/// Charts of our own: whole numbers on their axes, well-formed, the same bytes each time.
@Suite struct ChartTests {
  private static let curve = StepChart(
    headline: "Hersteld <na> de storing", alternativeText: "Alles is na 6 uur terug.",
    language: .dutch,
    series: [
      .init(name: "Processen & \"afnemers\"", start: 0.25, points: [(at: 3600, value: 0.5)]),
      .init(name: "Mensen", start: 0, points: [(at: 7200, value: 1)]),
    ], marks: [(at: 14_400, label: "afgesproken: 4 uur")], until: 21_600)

  private static let bars = GanttChart(
    headline: "Who is busy when", alternativeText: "Two crews.", language: .english,
    lanes: [
      .init(
        name: "North <1>",
        bars: [
          .init(from: 0, until: 1800, label: "30 min", role: .travel),
          .init(from: 1800, until: 9000, label: "Router 1", role: .work),
        ]),
      .init(
        name: "Portal", bars: [.init(from: 0, until: .infinity, label: "down", role: .outage)]),
    ], marks: [], until: 10_800)

  @Test func stepsAreDrawnAsSteps() throws {
    let svg = Self.curve.svg(idPrefix: "c-")
    _ = try XMLPage(Array(svg.utf8))
    // 0.25 until 1 hour of 6, then 0.5: a corner below and one above at the same place.
    let x = 64 + 616.0 / 6
    let low = 74 + 240 * 0.75
    let high = 74 + 240 * 0.5
    let corners =
      "64,\(Int(low)) \(ChartCanvas.short(x)),\(Int(low)) \(ChartCanvas.short(x)),\(Int(high))"
    #expect(svg.contains(corners))
    #expect(svg.contains("Hersteld &lt;na&gt; de storing"))
    #expect(svg.contains("Processen &amp; &quot;afnemers&quot;"))
    #expect(svg.contains(">6 u</text>"))
    #expect(svg == Self.curve.svg(idPrefix: "c-"))
  }

  @Test func countsHaveARoundTop() throws {
    let chart = StepChart(
      headline: "Down", alternativeText: "", language: .english,
      series: [.init(name: "Users", start: 3, points: [(at: 3600, value: 9)])], marks: [],
      until: 7200, scale: .count)
    let svg = chart.svg(idPrefix: "n-")
    _ = try XMLPage(Array(svg.utf8))
    // The top is 12: 3 are a quarter of 240, 9 are three quarters.
    #expect(svg.contains("64,254 372,254 372,134"))
    #expect(svg.contains(">12</text>") && svg.contains(">3</text>") && !svg.contains("%"))
  }

  @Test func numbersAreBars() throws {
    let chart = BarChart(
      headline: "Wie valt met wat", alternativeText: "", language: .dutch,
      bars: [
        .init(name: "Routering & co", certain: 5, possible: 10, isOpen: true),
        .init(name: "Stroom", certain: 2.5),
      ])
    let svg = chart.svg(idPrefix: "b-")
    _ = try XMLPage(Array(svg.utf8))
    // 10 are the whole of 370 units from 242 on.
    #expect(svg.contains("x=\"242\" y=\"50\" width=\"185\""))
    #expect(svg.contains("x=\"427\" y=\"50\" width=\"185\""))
    #expect(svg.contains("x=\"242\" y=\"76\" width=\"92.5\""))
    #expect(svg.contains(">5–10 ?</text>") && svg.contains(">2,5</text>"))
    #expect(svg.contains("er kan meer zijn dan bekend is") && svg.contains("Routering &amp; co"))
  }

  @Test func barsThatSayNothingMoreHaveNoLegend() {
    let chart = BarChart(
      headline: "", alternativeText: "", language: .english, bars: [.init(name: "A", certain: 0)])
    #expect(!chart.svg(idPrefix: "").contains("certain"))
  }

  @Test func barsHaveTheirLengths() throws {
    let svg = Self.bars.svg(idPrefix: "g-")
    _ = try XMLPage(Array(svg.utf8))
    // 10,800 s are 484 units, from 212 on: 1,800 s are 80.67.
    #expect(svg.contains("x=\"212\" y=\"82\" width=\"80.67\""))
    // An outage without an end reaches the end of the axis.
    #expect(svg.contains("x=\"212\" y=\"108\" width=\"484\""))
    #expect(svg.contains("<title>North &lt;1&gt;: Router 1</title>"))
    // The legend has what occurs, and nothing else.
    #expect(svg.contains(">on the way</text>") && svg.contains(">down</text>"))
    #expect(!svg.contains(">degraded</text>"))
  }

  @Test(arguments: [(60.0, 60.0), (600, 60), (5400, 600), (36_000, 3600), (90_000, 10_800)])
  func anAxisHasRoundSteps(until: Double, step: Double) {
    #expect(TimeAxis(until: until, left: 0, width: 100).step == step)
  }

  @Test(arguments: [1.0, 59, 3601, 86_399, 864_000, 8.64e7, 1e12])
  func anAxisHasAtMostTenSteps(until: Double) {
    let axis = TimeAxis(until: until, left: 0, width: 100)
    #expect((1...11).contains(axis.marks.count))
    #expect(axis.place(until) == 100)
  }

  @Test func anAxisWithoutAnEndIsAnHour() {
    #expect(TimeAxis(until: .infinity, left: 0, width: 1).until == 3600)
    #expect(TimeAxis(until: 0, left: 0, width: 1).until == 3600)
  }

  @Test func numbersAreShort() {
    #expect(ChartCanvas.short(1.005) == "1")
    #expect(ChartCanvas.short(-0.5) == "-0.5")
    #expect(ChartCanvas.short(12.346) == "12.35")
    #expect(ChartCanvas.short(3) == "3")
    #expect(ChartCanvas.short(0.04) == "0.04")
  }
}
