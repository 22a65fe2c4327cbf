/// How the failures of alike things are divided into those of one and those of several at once.
///
/// Every member of a group fails with the same total probability `Q`. A model gives, for each number
/// *k* of members, the share of `Q` with which one given set of *k* members fails at once by a cause of
/// its own. A member fails where one of the causes of the sets that it is in happens.
///
///     CommonCauseModel.betaFactor.shares(members: 3, factors: [0.05])
///     // [0.95, nil, 0.05]
///
/// Source: A. Mosleh et al., *Procedures for Treating Common Cause Failures in Safety and Reliability
/// Studies*, NUREG/CR-4780, 1988; *Guidelines on Modeling Common-Cause Failures in Probabilistic Risk
/// Assessment*, NUREG/CR-5485, 1998 (the alpha factors are those of testing that is not staggered).
public enum CommonCauseModel: Hashable, Sendable {
  /// One factor: the share in which all members fail.
  case betaFactor
  /// For each level from 2, the share in which another member fails, of those in which one less did.
  case multipleGreekLetter
  /// For each level from 1, the share of all failures that are failures of so many.
  case alphaFactor
  /// For each level from 1, the share itself.
  case phiFactor

  /// The level of the first factor.
  ///
  /// - Parameter members: The number of members.
  /// - Returns: The number of members that the first factor is about.
  public func firstLevel(members: Int) -> Int {
    switch self {
    case .betaFactor: members
    case .multipleGreekLetter: 2
    case .alphaFactor, .phiFactor: 1
    }
  }

  /// Whether factors between 0 and 1 can be meant.
  ///
  /// - Parameter factors: The factors, from the first level on.
  /// - Returns: Whether there are any, and whether they make shares of a whole.
  /// - Complexity: O(*n*) for *n* factors.
  public func accepts(_ factors: [Double]) -> Bool {
    switch self {
    case .betaFactor: factors.count == 1
    case .multipleGreekLetter: !factors.isEmpty
    case .alphaFactor: factors.contains { $0 > 0 }
    // Written in decimal, thirds do not add up to 1.
    case .phiFactor: (factors.reduce(0, +) - 1).magnitude <= 1e-4
    }
  }

  /// The share of one given set of members, for each number of members.
  ///
  /// - Parameters:
  ///   - members: The number of members *m*, at least 2.
  ///   - factors: The factors from the first level on, at most up to level *m*.
  /// - Returns: The shares for 1 to *m* members; nil where the model knows no such causes.
  /// - Complexity: O(*m*²).
  public func shares(members: Int, factors: [Double]) -> [Double?] {
    var shares = [Double?](repeating: nil, count: members)
    switch self {
    case .betaFactor:
      shares[0] = 1 - factors[0]
      shares[members - 1] = factors[0]
    case .multipleGreekLetter:
      var reached = 1.0
      for level in 1...(factors.count + 1) {
        if level > 1 { reached *= factors[level - 2] }
        let goesOn = level - 1 < factors.count ? factors[level - 1] : 0
        shares[level - 1] =
          reached * (1 - goesOn) / Self.choices(of: level - 1, from: members - 1)
      }
    case .alphaFactor:
      let total = factors.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
      for (index, factor) in factors.enumerated() {
        shares[index] =
          Double(index + 1) * factor / total / Self.choices(of: index, from: members - 1)
      }
    case .phiFactor:
      for (index, factor) in factors.enumerated() { shares[index] = factor }
    }
    return shares
  }

  /// The number of ways to choose some of several things, as a number that may be large.
  ///
  /// - Parameters:
  ///   - count: How many are chosen.
  ///   - total: How many there are.
  /// - Returns: The binomial coefficient, exact up to 2⁵³.
  /// - Complexity: O(*k*) for *k* chosen.
  static func choices(of count: Int, from total: Int) -> Double {
    (0..<count).reduce(1.0) { $0 * Double(total - $1) / Double($1 + 1) }
  }
}
