import Testing

@testable import DepGraph

@Suite struct ImportanceMeasuresTests {
  /// One of two that both have to fail, and a third that suffices: Q = ab + c − abc.
  @Test func theMeasuresOfASmallTreeAreThoseOfTheDefinition() {
    let (a, b, c) = (0.1, 0.2, 0.05)
    func total(_ a: Double) -> Double { a * b + c - a * b * c }
    let measures = ImportanceMeasures(
      birnbaum: total(1) - total(0), probability: a, of: total(a), cutSets: a * b)
    #expect(isClose(measures.birnbaum, b * (1 - c)))
    #expect(isClose(measures.criticality.value, a * b * (1 - c) / total(a)))
    #expect(isClose(measures.raw.value, total(1) / total(a)))
    #expect(isClose(measures.rrw.value, total(a) / total(0)))
    #expect(isClose(measures.diagnostic.value, a * total(1) / total(a)))
    #expect(isClose(measures.fussellVesely?.value, a * b / total(a)))
  }

  @Test func ofWhatCannotHappenThereAreNoShares() {
    let measures = ImportanceMeasures(birnbaum: 0.3, probability: 0, of: 0, cutSets: 0)
    #expect(measures.birnbaum == 0.3)
    #expect(measures.criticality == .undefined)
    #expect(measures.raw == .undefined)
    #expect(measures.rrw == .undefined)
    #expect(measures.diagnostic == .undefined)
    #expect(measures.fussellVesely == .undefined)
  }

  @Test(arguments: [0.1, 0.3, 1e-9, 1])
  func whatStandsInEveryWayToFailReducesTheRiskToNothing(probability: Double) {
    // Both have to fail, so without the first nothing happens; 0.7 makes the products round.
    let measures = ImportanceMeasures(
      birnbaum: 0.7, probability: probability, of: 0.7 * probability)
    #expect(measures.rrw == .infinite)
    #expect(measures.fussellVesely == nil)
    #expect(isClose(measures.criticality.value, 1))
    #expect(isClose(measures.diagnostic.value, 1))
  }

  @Test func aFailureThatHelpsHasNegativeImportance() {
    // Only while the thing works can it happen: Q = (1 − q)·0.5.
    let measures = ImportanceMeasures(birnbaum: -0.5, probability: 0.2, of: 0.4)
    #expect(measures.raw == .value(0))
    #expect(isClose(measures.rrw.value, 0.8))
  }

  private func isClose(_ value: Double?, _ expected: Double) -> Bool {
    guard let value else { return false }
    return (value - expected).magnitude <= 1e-12 * max(1, expected.magnitude)
  }
}
