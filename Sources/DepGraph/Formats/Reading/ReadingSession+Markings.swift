extension ReadingSession {
  /// The marking that a fact states, on each axis that it leaves out that of what it is written in;
  /// nil where neither states one.
  func marking(of fields: Fields, within outer: Marking? = nil) -> Marking? {
    guard let own = fields.fields("marking", as: .marking).map({ marking($0) }) else {
      return outer
    }
    return own.inherited(from: outer)
  }

  /// A marking; a word that is not known counts as a level.
  ///
  /// - Complexity: O(*w*) for *w* known words.
  func marking(_ fields: Fields, unknown: ClassificationLevel = .highest) -> Marking {
    let words = TrafficLight.allCases.map(\.rawValue)
    return Marking(
      classification: fields.value("class").flatMap { classification($0, unknown) },
      trafficLight: fields.value("tlp").flatMap { oneOf($0, words, of: "tlp") })
  }

  /// The word of a classification; one that nobody knows is kept.
  private func classification(
    _ value: YAMLValue, _ unknown: ClassificationLevel
  ) -> String? {
    guard let text = word(value, of: "class") else { return nil }
    if ClassificationLevel(word: text) == nil {
      report(
        .unknownMarking, "`\(text)` is no known classification; it counts as \(unknown.label)",
        at: value.place, hint: hint(for: text.uppercased(), among: ClassificationLevel.words))
    }
    return text
  }

  /// What results are marked at least, and what partners may see.
  func readMarkings(_ fields: Fields, into model: inout Model) {
    if let floors = fields.fields("floor", as: .markingFloors) {
      for analysis in floors.section.keyNames {
        guard let floor = floors.fields(analysis, as: .marking) else { continue }
        model.markingFloors[analysis] = marking(floor)
      }
    }
    model.partners += fields.entries("partners", as: .partner).compactMap { partner($0) }
  }

  private func partner(_ fields: Fields) -> SharingPartner? {
    let party = fields.reference("party", to: .party)
    let sees = fields.fields("sees", as: .marking).map { marking($0, unknown: .unclassified) }
    let scenarios = fields.entries("scenarios", as: .agreedScenario).compactMap { scenario($0) }
    guard let party else { return nil }
    var partner = SharingPartner(party)
    partner.sees = sees ?? Marking()
    partner.scenarios = scenarios
    partner.place = fields.place
    return partner
  }

  private func scenario(_ fields: Fields) -> SharingPartner.Scenario? {
    let id = fields.word("id")
    let name = fields.text("name")
    let fail = fields.seeds("fail")
    let after = fields.duration("after")
    guard let id else { return nil }
    return SharingPartner.Scenario(id: id, name: name, fail: fail, after: after)
  }
}
