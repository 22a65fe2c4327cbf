import Testing

@testable import DepGraph

@Suite struct SinglePointsReportTests {
  @Test(arguments: [Language.dutch, .english])
  func theReviewForPeople(language: Language) throws {
    let model = try Self.model()
    let review = SinglePointsReview(in: model.compiled)
    try GoldenText("Reports/spof-\(language.rawValue).txt").expect(
      review.report(in: model.compiled, language: language).text())
  }

  @Test func theReviewForMachines() throws {
    let model = try Self.model()
    let review = SinglePointsReview(in: model.compiled)
    try GoldenText("Reports/spof.json").expect(review.json(in: model.compiled).jsonText)
    try GoldenText("Reports/spof.csv").expect(
      review.report(in: model.compiled, language: .english).csv)
  }

  @Test func aModelWithoutUsersIsAnswered() throws {
    let model = try TestModel("    - {id: a, kind: service, name: A, requires: []}")
    let review = SinglePointsReview(in: model.compiled)
    let report = review.report(in: model.compiled, language: .english)
    #expect(report.keySentence.hasPrefix("The model knows no consumers or processes"))
    #expect(review.json(in: model.compiled)["targets"] == .array([]))
  }

  /// One of each: a shared release, a backup that leans on the first, an unknown duct, a network
  /// with a tail, a requirement that nobody knows, a supplier of whom not all is known.
  static func model() throws -> TestModel {
    try TestModel(
      """
        - {id: unit-a, kind: time-source, name: Unit A, requires: [], shares: {software: r7}, product-of: maker}
        - {id: unit-b, kind: time-source, name: Unit B, requires: [], shares: {software: r7}, product-of: maker}
        - {id: time, kind: platform, name: Time, requires: [{any: [unit-a, unit-b]}]}
        - {id: line-1, kind: service, name: Line 1, requires: [], shares: {duct: unknown}}
        - {id: line-2, kind: service, name: Line 2, requires: [], shares: {duct: d4}}
        - {id: phone, kind: channel, name: Phone, requires: [time]}
        - {id: backup, kind: channel, name: Backup, requires: [phone]}
        - {id: north, kind: network-element, name: North, requires: []}
        - {id: south, kind: network-element, name: South, requires: []}
        - {id: island, kind: network-element, name: Island, requires: []}
        - {id: fibre-1, kind: link, name: Fibre 1, ends: [north, south], network: ring, shares: {duct: d9}}
        - {id: fibre-2, kind: link, name: Fibre 2, ends: [north, south], network: ring, shares: {duct: d9}}
        - {id: sea, kind: link, name: Sea cable, ends: [south, island], network: ring}
        - {id: calls, kind: consumer, name: Calls, requires: [{any: [phone, backup]}], users: 800}
        - {id: control, kind: consumer, name: Control, requires: [{any: [line-1, line-2]}]}
        - {id: traffic, kind: process, name: Traffic, requires: [{path: {from: north, to: south, over: ring}}]}
        - {id: dark, kind: consumer, name: Dark, requires: unknown}
      """,
      extra:
        "parties:\n  - {id: maker, name: Maker}\n  - {id: shop, name: Shop, products: unknown}\n")
  }
}
