/// The sentences of `protection`.
extension Phrases {
  var protectionTitle: String {
    pick("Beschermingsbehoefte langs de afhankelijkheden", "Protection needs along dependencies")
  }

  var noProtectionNeed: String {
    pick(
      "Het model legt van geen enkel onderdeel een beschermingsbehoefte vast.",
      "The model states a protection need for no component.")
  }

  func protectionSentence(inheriting: Int, tooLow: Int, notStated: Int) -> String {
    let first = pick(
      "\(capitalised(count(inheriting, Self.component))) \(inheriting == 1 ? "erft" : "erven") een beschermingsbehoefte",
      "\(capitalised(count(inheriting, Self.component))) \(inheriting == 1 ? "inherits" : "inherit") a protection need"
    )
    let second = pick(
      tooLow == 0
        ? "nergens is minder vastgelegd dan wat er geërfd wordt"
        : "bij \(number(tooLow)) is minder vastgelegd dan wat er geërfd wordt of kan worden",
      tooLow == 0
        ? "nowhere is less stated than what is inherited"
        : "for \(number(tooLow)) less is stated than what is or may be inherited")
    let third = pick(
      "bij \(number(notStated)) is (deels) niets vastgelegd",
      "for \(number(notStated)) nothing is stated (in part)")
    return first + "; " + second + (notStated == 0 ? "." : "; " + third + ".")
  }

  var protectionFindingsHeading: String {
    pick("Te laag vastgelegd", "Stated too low")
  }

  var protectionInheritedHeading: String {
    pick("Wat elk onderdeel erft", "What each component inherits")
  }

  var protectionComponentTitle: String { pick("Onderdeel", "Component") }

  var protectionFindingColumns: [String] {
    [
      protectionComponentTitle, pick("Waarvan", "Of what"), pick("Vastgelegd", "Stated"),
      pick("Geërfd", "Inherited"), pick("Van, via", "From, via"), pick("Oordeel", "Verdict"),
    ]
  }

  var protectionNotKnown: String { pick("niet bekend", "not known") }

  func protectionRange(
    _ low: ProtectionLevel, _ high: ProtectionLevel, orMore: Bool
  ) -> String {
    let range = low == high ? word(low) : word(low) + pick(" tot ", " to ") + word(high)
    return range + (orMore ? pick(" of meer", " or more") : "")
  }

  var protectionUnknown: String {
    pick(
      "Van deze gebruikers is de eigen behoefte niet of niet geheel bekend; wat op hen rust kan meer nodig hebben: ",
      "Of these users the own need is not, or not wholly, known; what they rest on may need more: "
    )
  }

  func protectionNote(cumulateFrom: Int) -> String {
    pick(
      "De hoogste behoefte van wie een onderdeel nodig heeft, telt (maximum). Voor beschikbaarheid kan een stap lager genoeg zijn als die gebruikers zonder het onderdeel verder kunnen (verdeling). Rusten er \(number(cumulateFrom)) of meer onafhankelijke gebruikers met die behoefte op, dan kan een stap hoger nodig zijn (cumulatie). Beide zijn een afweging van mensen en staan daarom als bereik.",
      "The highest need of those that require a component counts (maximum). For availability one step lower can be enough if those users can go on without it (distribution). If \(number(cumulateFrom)) or more independent users with that need rest on it, one step higher may be needed (cumulation). Both are for people to judge, and so are given as a range."
    )
  }

  /// A level.
  func word(_ level: ProtectionLevel) -> String {
    switch level {
    case .normal: pick("normaal", "normal")
    case .high: pick("hoog", "high")
    case .veryHigh: pick("zeer hoog", "very high")
    }
  }

  /// A quality.
  func word(_ goal: ProtectionGoal) -> String {
    switch goal {
    case .confidentiality: pick("vertrouwelijkheid", "confidentiality")
    case .integrity: pick("integriteit", "integrity")
    case .availability: pick("beschikbaarheid", "availability")
    }
  }

  /// What a statement is worth.
  func word(_ verdict: ProtectionNeeds.Verdict) -> String {
    switch verdict {
    case .tooLow: pick("te laag", "too low")
    case .lowUnlessDistributed:
      pick("te laag, tenzij verdeling wordt aanvaard", "too low, unless distribution is accepted")
    case .lowIfCumulated:
      pick("mogelijk te laag, door cumulatie", "perhaps too low, by cumulation")
    case .notStated: pick("niet vastgelegd", "not stated")
    case .unknown: pick("niet bekend", "not known")
    case .cannotTell: pick("niet te zeggen", "cannot tell")
    case .sufficient: pick("genoeg", "enough")
    }
  }
}
