import Testing

@testable import DepGraph

@Suite struct AnalysisReportTests {
  @Test func whyItFallsAsATree() throws {
    let network = try TestNetwork()
    let compiled = network.compiled
    let why = Why(
      try #require(compiled.vertex(of: "melding")), after: try compiled.seeds(["kern"]),
      in: compiled)
    try GoldenText("Reports/why-nl.txt").expect(
      why.report(in: compiled, language: .dutch).text())
    try GoldenText("Reports/why.json").expect(why.json(in: compiled).jsonText)
  }

  @Test func severalSeedsFailTogether() throws {
    let network = try TestNetwork()
    let compiled = network.compiled
    let why = Why(
      try #require(compiled.vertex(of: "dubbel")), after: try compiled.seeds(["reserve", "kern"]),
      in: compiled)
    #expect(
      why.report(in: compiled, language: .english).keySentence
        == "Double (dubbel) goes down for certain when Core (kern) and Spare (reserve) fail.")
    #expect(
      why.report(in: compiled, language: .dutch).keySentence
        == "Dubbel (dubbel) valt zeker uit als Kern (kern) en Reserve (reserve) uitvallen.")
  }

  @Test func whyItStaysUp() throws {
    let network = try TestNetwork()
    let compiled = network.compiled
    let why = Why(
      try #require(compiled.vertex(of: "dubbel")), after: try compiled.seeds(["kern"]), in: compiled
    )
    try GoldenText("Reports/why-up-en.txt").expect(
      why.report(in: compiled, language: .english).text())
    #expect(
      why.json(in: compiled)["stillUpBecause"]?.jsonText.contains("\"holding\": [\"reserve\"]")
        == true)
  }

  @Test func whyOfWhatCannotBeToldSaysSo() throws {
    let network = try TestNetwork()
    let compiled = network.compiled
    let why = Why(
      try #require(compiled.vertex(of: "duister")), after: try compiled.seeds(["kern"]),
      in: compiled)
    #expect(why.json(in: compiled)["grade"] == "cannot-tell")
    #expect(
      why.report(in: compiled, language: .dutch).keySentence.contains("is niet te zeggen"))
  }

  @Test func theRegisterByUser() throws {
    let network = try TestNetwork()
    let register = Register(of: network.compiled, kinds: [.process, .consumer])
    try GoldenText("Reports/register-nl.txt").expect(
      register.report(in: network.compiled, language: .dutch).text())
    try GoldenText("Reports/register.json").expect(register.json(in: network.compiled).jsonText)
  }

  @Test func theSummaryHasARowForEachUserAndLosesNoRow() throws {
    let network = try TestNetwork()
    let register = Register(of: network.compiled)
    let report = register.summary(in: network.compiled, language: .dutch)
    guard case .table(let table)? = report.blocks.first else {
      Issue.record("the summary begins with its table")
      return
    }
    #expect(table.rows.count == Set(register.rows.map(\.user)).count)
    let start = try #require(table.columns.firstIndex { $0.title == "Geen alternatief" })
    let counted = table.rows.flatMap { $0[start...] }
      .compactMap { cell in cell.split(separator: ":").first.flatMap { Int($0) } }
    #expect(counted.reduce(0, +) == register.rows.count)
    try GoldenText("Reports/register-summary-nl.txt").expect(report.text())
  }

  @Test func theUsersOfOneSystem() throws {
    let network = try TestNetwork()
    let kern = try #require(network.compiled.vertex(of: "kern"))
    let register = Register(usersOf: kern, in: network.compiled)
    let report = register.report(in: network.compiled, usersOf: kern, language: .english)
    try GoldenText("Reports/users-en.md").expect(report.markdown)
  }

  @Test func aCalibrationCountsOnlyWhatWasKnown() throws {
    let network = try TestNetwork()
    var scenario = Scenario()
    var event = Scenario.Event(at: 0)
    event.fail = ["kern"]
    scenario.events = [event]
    scenario.observed = [
      Observation("loket", .down), Observation("dubbel", .down), Observation("melding", .up),
      Observation("vermoed", .down), Observation("duister", .up),
    ]
    let calibration = try Calibration(network.compiled.model, on: scenario)
    #expect(calibration.json["score"]?["tested"] == 3)
    #expect(calibration.json["score"]?["recall"] == .number(0.5))
    try GoldenText("Reports/calibrate-nl.txt").expect(
      calibration.report(in: network.compiled, of: scenario, language: .dutch).text())
  }

  @Test func everyMistakeIsListedWithItsLine() {
    let text = (1...200).map { "  - id: Bad\($0)\t漢" }.joined(separator: "\n")
    let found = (1...200).map { line in
      Diagnostic(
        line.isMultiple(of: 2) ? .badID : .unknownKey, "mistake \(line)",
        at: .init(file: "m.yaml", line: line, column: 9), id: nil, hint: "mend \(line)")
    }
    let result = ValidationResult(found.shuffled(), texts: ["m.yaml": text])
    let printed = result.report(on: "m.yaml", model: nil, language: .english).text()
    for line in 1...200 {
      #expect(printed.contains("m.yaml:\(line):9: error: mistake \(line) ["))
      #expect(printed.contains("→ mend \(line)\n"))
    }
    #expect(printed.contains("      - id: Bad7 漢\n            ^\n"))
    #expect(printed.contains("   100  error   bad-id       invalid id"))
    #expect(result.json["valid"] == false)
    #expect(
      printed.hasPrefix("Check of m.yaml\n===============\nThe model is not valid: 200 errors"))
  }
}
