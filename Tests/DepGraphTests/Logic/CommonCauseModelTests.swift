import Testing

@testable import DepGraph

/// Published values of the models of common causes, at Q = 10⁻³.
@Suite struct CommonCauseModelTests {
  static let published: [(CommonCauseModel, Int, [Double], [Double?])] = [
    (CommonCauseModel.betaFactor, 3, [0.05], [0.95, nil, 0.05]),
    (.multipleGreekLetter, 3, [0.05, 0.5], [0.95, 0.0125, 0.025]),
    (
      .multipleGreekLetter, 4, [0.1, 0.5, 0.5],
      [0.9, 0.016_666_666_7, 0.008_333_333_3, 0.025]
    ),
    (.multipleGreekLetter, 4, [0.1], [0.9, 0.1 / 3, nil, nil]),
    (.alphaFactor, 3, [0.95, 0.04, 0.01], [0.896_226_415, 0.037_735_849, 0.028_301_887]),
    (.phiFactor, 3, [0.9, 0.07, 0.03], [0.9, 0.07, 0.03]),
  ]

  @Test(arguments: published) func theSharesAreThePublishedOnes(
    model: CommonCauseModel, members: Int, factors: [Double], expected: [Double?]
  ) {
    let shares = model.shares(members: members, factors: factors)
    #expect(shares.count == expected.count)
    for (share, value) in zip(shares, expected) {
      guard let share, let value else {
        #expect(share == nil && value == nil)
        continue
      }
      #expect((share - value).magnitude < 1e-9)
    }
  }

  @Test(arguments: [
    (CommonCauseModel.betaFactor, [0.1]), (.multipleGreekLetter, [0.1, 0.4, 0.3]),
    (.alphaFactor, [0.9, 0.05, 0.03, 0.02]),
  ])
  func theSetsThatAMemberIsInSumUpToItsProbability(model: CommonCauseModel, factors: [Double]) {
    let shares = model.shares(members: 4, factors: factors)
    let total = shares.enumerated().reduce(0.0) { sum, level in
      sum + CommonCauseModel.choices(of: level.offset, from: 3) * (level.element ?? 0)
    }
    #expect((total - 1).magnitude < 1e-12)
  }

  /// One of two, and two of three, with a beta factor of 5 % at Q = 10⁻³; the published values are
  /// sums over the minimal cut sets, which is a little more than the probability.
  @Test(arguments: [(2, 2, 5.09025e-5), (3, 2, 5.27075e-5)])
  func aGroupFailsWithThePublishedProbability(members: Int, least: Int, expected: Double) {
    let shares = CommonCauseModel.betaFactor.shares(members: members, factors: [0.05])
    let (own, common) = ((shares[0] ?? 0) * 1e-3, (shares[members - 1] ?? 0) * 1e-3)
    let sum = common + CommonCauseModel.choices(of: least, from: members) * own * own
    #expect((sum - expected).magnitude < 1e-12)
    var byThemselves = 0.0
    for failed in least...members {
      let ways = CommonCauseModel.choices(of: failed, from: members)
      let fail = (0..<failed).reduce(ways) { product, _ in product * own }
      byThemselves += (failed..<members).reduce(fail) { product, _ in product * (1 - own) }
    }
    let exact = common + (1 - common) * byThemselves
    #expect(exact < expected && exact > expected * 0.9999)
  }
}
