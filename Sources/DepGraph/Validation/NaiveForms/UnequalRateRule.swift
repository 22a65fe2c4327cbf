/// Alternatives of different capacity, of which the smaller is taken to be as good as the larger.
///
/// The format has no capacity: what a smaller alternative gives is said by `gives: degraded`. So the
/// rates are taken from ids and names, and only where every member states one.
enum UnequalRateRule {
  static func judge(_ alternatives: WrittenAlternatives) -> [Diagnostic] {
    alternatives.groups.compactMap { judge($0, alternatives) }
  }

  private static func judge(
    _ entry: WrittenAlternatives.PlacedGroup, _ alternatives: WrittenAlternatives
  ) -> Diagnostic? {
    guard entry.group.threshold == 1 else { return nil }
    var members: [(reference: Reference, rate: Double)] = []
    for member in entry.group.members {
      guard case .reference(let reference) = member,
        let rate = alternatives.component(reference.target)?.statedRate
      else { return nil }
      members.append((reference, rate))
    }
    guard let largest = members.map(\.rate).max() else { return nil }
    let isSmaller = { (rate: Double) in rate * 2 <= largest }
    let full = members.filter { isSmaller($0.rate) && !$0.reference.givesDegraded }
    let soft = Set(entry.owner.degradesWithout.map(\.target))
    guard let small = full.first,
      let large = members.first(where: { $0.rate == largest }),
      !members.contains(where: { $0.rate == largest && soft.contains($0.reference.target) })
    else { return nil }
    let form = members.map { member in
      isSmaller(member.rate)
        ? "{ref: \(member.reference.target), gives: degraded}" : member.reference.target
    }
    return Diagnostic(
      .unequalAlternatives,
      "`\(small.reference.target)` carries less than `\(large.reference.target)`, but replaces it whole",
      at: small.reference.place ?? entry.group.place ?? entry.owner.place, id: entry.owner.id,
      hint:
        "write `{any: [\(form.joined(separator: ", "))]}`; "
        + "if the smaller one suffices, say so in a `note` of the group")
  }
}

extension Component {
  /// The rate in bits per second that its id or name states; nil: none, or more than one.
  fileprivate var statedRate: Double? {
    switch kind {
    case .link, .networkElement, .channel, .service, .platform: break
    default: return nil
    }
    let texts = [id] + (name.map { [$0.text(in: .dutch), $0.text(in: .english)] } ?? [])
    let rates = Set(texts.flatMap(Self.rates))
    return rates.count == 1 ? rates.first : nil
  }

  /// The rates in a text: `10G`, `10 Gbit/s`, `100 Mbps`, `2.5GbE`.
  private static func rates(in text: String) -> [Double] {
    let words = text.lowercased().split { character in
      !character.isLetter && !character.isNumber && character != "." && character != ","
    }
    return words.indices.compactMap { index in
      let word = words[index]
      let digits = word.prefix { $0.isNumber || $0 == "." || $0 == "," }
      let number = String(digits.map { $0 == "," ? "." : $0 })
      guard let value = Double(number), value > 0 else { return nil }
      let rest = word.dropFirst(digits.count)
      let unit = rest.isEmpty ? words[(index + 1)...].first ?? "" : rest
      // A bare "4G" is a generation of mobile networks, and a bare "100M" may be a length.
      if unit == "g", ["2", "3", "4", "5", "6"].contains(number) { return nil }
      switch unit {
      case "g", "gb", "ge", "gbe", "gbit", "gbps", "gigabit": return value * 1e9
      case "mb", "mbit", "mbps", "megabit": return value * 1e6
      case "tb", "tbit", "tbps": return value * 1e12
      default: return nil
      }
    }
  }
}
