import Testing

@testable import DepGraph

@Suite struct BlastReportTests {
  @Test(arguments: [Language.dutch, .english])
  func theReportOfAFailure(language: Language) throws {
    let network = try TestNetwork()
    let report = try network.blast(["kern"]).report(in: network.compiled, language: language)
    try GoldenText("Reports/blast-\(language.rawValue).txt").expect(report.text())
  }

  @Test func theResultForMachines() throws {
    let network = try TestNetwork()
    let since = try #require(Instant(text: "2026-06-01T12:00+02:00"))
    let json = try network.blast(["kern"], since: since).json(in: network.compiled)
    try GoldenText("Reports/blast.json").expect(json.jsonText)
  }

  @Test func theDataAsCSV() throws {
    let network = try TestNetwork()
    let report = try network.blast(["kern"]).report(in: network.compiled, language: .dutch)
    try GoldenText("Reports/blast.csv").expect(
      report.csv.split(separator: "\r\n").joined(separator: "\n") + "\n")
  }

  @Test func theHeadlineKeepsCertainAndPossibleApartWithItsMoment() throws {
    let network = try TestNetwork()
    let blast = try network.blast(["kern"])
    // The longest restore time of the contract that covers it, 4 h; telephony lasts 8 h.
    #expect(
      blast.report(in: network.compiled, language: .dutch).keySentence
        == "Binnen 4 uur vallen zeker 1 en mogelijk in totaal 2 afnemers en processen uit; "
        + "na 72 uur zeker 2 en mogelijk in totaal 3. "
        + "Van nog één afnemer of proces is het niet te zeggen.")
    let early = try network.blast(["kern"], after: .hours(8))
    #expect(
      early.report(in: network.compiled, language: .english).keySentence
        == "Within 8 hours, 2 for certain and possibly 3 in all consumers and processes go down. "
        + "Of one more consumer or process it cannot be told.")
  }

  @Test func whatIsHitLaterIsNotCalledUntouched() throws {
    let network = try TestNetwork()
    let early = try network.blast(["kern"], after: .hours(1))
    let json = early.json(in: network.compiled)
    #expect(
      json["later"]?.jsonText.contains("\"melding\"") == true
        && json["later"]?.jsonText.contains("\"accu\"") == true)
    #expect(json["notReached"] == .texts(["reserve", "ver"]))
  }

  @Test func nothingIsNotAnAnswerWhereNobodyKnows() throws {
    let network = try TestNetwork()
    let blast = try network.blast(["supplier:bedrijf"])
    let report = blast.report(in: network.compiled, language: .dutch)
    #expect(report.keySentence.hasPrefix("Het model weet niet wat allemaal onder supplier:bedrijf"))
    #expect(blast.cannotTell.count == network.compiled.model.components.count)
    #expect(report.text().contains("Niet te zeggen (11)"))
    for component in network.compiled.model.components {
      #expect(report.text().contains(component.name?.text(in: .dutch) ?? "?"))
    }
  }

  /// A number that nobody wrote down is never printed as 0.
  @Test func unknownNumbersAreNotZero() throws {
    let network = try TestNetwork()
    let report = try network.blast(["vermoed"]).report(in: network.compiled, language: .dutch)
    let text = report.text()
    #expect(text.contains("Mensen: niet bekend; van geen van deze 1 is een getal vastgelegd."))
    #expect(text.contains("mensen, ten minste"))
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("mensen, ten minste") })
    #expect(row.filter { $0 == "?" }.count == 7 && !row.contains("0"))
    let people = try network.blast(["vermoed"]).json(in: network.compiled)["impact"]?["people"]
    #expect(people?["low"] == .null && people?["high"] == .null)
  }
}
