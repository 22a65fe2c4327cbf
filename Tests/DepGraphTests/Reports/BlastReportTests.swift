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
        == "Binnen 4 uur vallen zeker 1, mogelijk in totaal 2 afnemers en processen uit; "
        + "na 72 uur zeker 2, mogelijk in totaal 3. "
        + "Van nog één afnemer of proces is het niet te zeggen.")
    let early = try network.blast(["kern"], after: .hours(8))
    #expect(
      early.report(in: network.compiled, language: .english).keySentence
        == "Within 8 hours, 2 consumers and processes go down for certain, possibly 3 in all. "
        + "For one more consumer or process it cannot be told.")
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

  /// Who has no number at all is named once, however many amounts there are.
  @Test func whatHasNoNumberIsNamedOnce() throws {
    let consumers = (1...12).map {
      "  - {id: c\($0), name: Loket \($0)., kind: consumer, requires: [net]}\n"
    }
    let text =
      "depgraph: 1\ncomponents:\n  - {id: net, kind: platform, requires: []}\n"
      + "  - {id: known, name: Bekend, kind: consumer, requires: [net], users: 7}\n"
      + consumers.joined()
    let compiled = try CompiledModel(ModelReader().read(text: text, named: "m.yaml").model)
    let blast = BlastRadius(.init(try compiled.seeds(["net"])), in: compiled)
    let report = blast.report(in: compiled, language: .dutch)
    let impact =
      report.blocks.lazy.compactMap { block -> [Report.Item]? in
        guard case .list(let items) = block else { return nil }
        return items
      }.first ?? []
    let numberless = try #require(impact.first { $0.text.hasPrefix("Aantallen bekend") })
    #expect(
      numberless.text == "Aantallen bekend voor 1 van de 13 afnemers en processen; niet voor:")
    #expect(Set(numberless.items.map(\.text)) == Set((1...12).map { "Loket \($0)." }))
    let rest = impact.drop { $0 != numberless }.dropFirst()
    #expect(rest.count == 3 && rest.allSatisfy { !$0.text.contains("Loket") && $0.items.isEmpty })
    #expect(rest.first?.text.contains("een getal is bekend voor 1 van de 13") == true)
  }

  /// A number that nobody wrote down is never printed as 0.
  @Test func unknownNumbersAreNotZero() throws {
    let network = try TestNetwork()
    let report = try network.blast(["vermoed"]).report(in: network.compiled, language: .dutch)
    let text = report.text()
    #expect(text.contains("Mensen: niet bekend; er is geen getal vastgelegd."))
    #expect(text.contains("mensen, ten minste"))
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("mensen, ten minste") })
    #expect(row.filter { $0 == "?" }.count == 7 && !row.contains("0"))
    let people = try network.blast(["vermoed"]).json(in: network.compiled)["impact"]?["people"]
    #expect(people?["low"] == .null && people?["high"] == .null)
  }
}
