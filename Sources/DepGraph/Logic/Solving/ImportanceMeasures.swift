/// How much one thing matters for the probability that something else fails, by six measures.
///
/// All but Fussell–Vesely follow from three numbers: the Birnbaum importance `B` of the thing, the
/// probability `q` that it has failed by itself, and the probability `Q` of what is asked about. With
/// `Q⁺ = Q + (1 − q)·B` where the thing has failed and `Q⁻ = Q − q·B` where it has not: criticality is
/// `B·q/Q`, the risk achievement worth `Q⁺/Q`, the risk reduction worth `Q/Q⁻`, and the diagnostic
/// importance `q·Q⁺/Q`, the probability that the thing has failed where the target has.
///
///     let measures = ImportanceMeasures(birnbaum: 0.5, probability: 0.1, of: 0.05)
///     // criticality 1, RAW 10, RRW infinite, diagnostic 1
///
/// Source: E. J. Henley, H. Kumamoto, *Probabilistic Risk Assessment*, 1992.
public struct ImportanceMeasures: Hashable, Sendable {
  /// A quotient of probabilities.
  public enum Quotient: Hashable, Sendable {
    /// A number.
    case value(Double)
    /// Something divided by nothing.
    case infinite
    /// Nothing divided by nothing, or a share of what cannot happen.
    case undefined

    /// A number divided by another.
    ///
    /// - Parameters:
    ///   - numerator: What is divided.
    ///   - denominator: What it is divided by.
    init(_ numerator: Double, by denominator: Double) {
      if denominator != 0 {
        self = .value(numerator / denominator)
      } else {
        self = numerator == 0 ? .undefined : .infinite
      }
    }

    /// The number, if it is one.
    public var value: Double? {
      guard case .value(let number) = self else { return nil }
      return number
    }
  }

  /// By how much the probability grows from where the thing works to where it has failed.
  public let birnbaum: Double
  /// The share of the probability in which the thing has failed and decides.
  public let criticality: Quotient
  /// How many times as probable it is if the thing has failed (risk achievement worth).
  public let raw: Quotient
  /// How many times as probable it is now as if the thing never failed (risk reduction worth).
  public let rrw: Quotient
  /// The probability that the thing has failed, if what is asked about has.
  public let diagnostic: Quotient
  /// The probability that a minimal cut set with the thing has failed, if what is asked about has;
  /// nil where it was not asked for.
  public let fussellVesely: Quotient?

  /// Derives the measures.
  ///
  /// - Parameters:
  ///   - birnbaum: The Birnbaum importance; negative where a failure helps.
  ///   - probability: The probability that the thing has failed by itself.
  ///   - total: The probability of what is asked about.
  ///   - cutSets: The probability that a minimal cut set with the thing has failed, if asked for.
  /// - Complexity: O(1).
  public init(
    birnbaum: Double, probability: Double, of total: Double, cutSets: Double? = nil
  ) {
    self.birnbaum = birnbaum
    let failed = total + (1 - probability) * birnbaum
    criticality = Self.share(probability * birnbaum, of: total)
    raw = Self.share(failed, of: total)
    diagnostic = Self.share(probability * failed, of: total)
    fussellVesely = cutSets.map { Self.share($0, of: total) }
    let difference = total - probability * birnbaum
    // What rounding leaves of a difference of equals: the thing stands in every way to fail.
    let isNothing = difference.magnitude <= total * 0x1p-48
    rrw = total == 0 ? .undefined : Quotient(total, by: isNothing ? 0 : difference)
  }

  /// A ratio to the whole; of a whole that is nothing there is none.
  private static func share(_ part: Double, of total: Double) -> Quotient {
    total == 0 ? .undefined : .value(part / total)
  }
}
