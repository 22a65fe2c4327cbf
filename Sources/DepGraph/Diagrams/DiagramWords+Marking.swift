extension DiagramWords {
  /// Both axes of a proposed marking: "ONGERUBRICEERD · TLP:GREEN".
  func axes(_ proposal: ProposedMarking) -> String {
    let level =
      proposal.level?.label
      ?? pick("geen rubricering opgegeven", "no classification stated")
    let light = proposal.light.map { "TLP:\($0.rawValue)" }
    return [level, light].compactMap(\.self).joined(separator: " · ")
  }

  /// The one line in the bars of a picture: on what the facts rest, and the proposed marking.
  ///
  /// - Parameters:
  ///   - basis: The basis of the model.
  ///   - hasExamples: Whether something made up stands among the facts.
  ///   - proposal: The proposed marking.
  /// - Returns: One line.
  func banner(
    _ basis: Basis, withExamples hasExamples: Bool = false, _ proposal: ProposedMarking
  ) -> String {
    let facts: String? =
      switch basis {
      case .fictional: pick("VOORBEELD · FICTIEVE GEGEVENS", "EXAMPLE · FICTIONAL DATA")
      case .public: pick("OPENBARE FEITEN", "PUBLIC FACTS")
      case .assumed: pick("AANGENOMEN FEITEN", "ASSUMED FACTS")
      case .inferred: pick("AFGELEIDE FEITEN", "INFERRED FACTS")
      case .internal: nil
      }
    // What is made up may never pass for what is known.
    let examples =
      hasExamples && basis != .fictional
      ? pick("MET VERZONNEN VOORBEELDEN", "WITH MADE-UP EXAMPLES") : nil
    let marking = pick("VOORSTEL: ", "PROPOSAL: ") + axes(proposal).uppercased()
    return [facts, examples, marking].compactMap(\.self).joined(separator: " · ")
  }
}

/// The words in the bars of a picture.
public enum PictureBanner {
  /// The line: on what the facts rest, and the proposed marking.
  ///
  /// - Parameters:
  ///   - proposal: The proposed marking.
  ///   - model: The model.
  ///   - language: The language.
  /// - Returns: One line.
  /// - Complexity: O(*c*) for *c* components and common causes.
  public static func line(
    _ proposal: ProposedMarking, of model: Model, language: Language
  ) -> String {
    DiagramWords(language).banner(
      model.basis, withExamples: model.hasExamples(among: nil), proposal)
  }
}

extension Model {
  /// Whether something made up stands among facts that are not.
  ///
  /// - Parameter ids: The ids of what is shown; nil: all of the model may be.
  /// - Returns: Whether one of these is fictional, and the model as a whole is not.
  /// - Complexity: O(*c*) for *c* components and common causes.
  func hasExamples(among ids: Set<String>?) -> Bool {
    guard basis != .fictional else { return false }
    let isShown = { (id: String) in ids?.contains(id) ?? true }
    return components.contains { $0.evidence.basis == .fictional && isShown($0.id) }
      || commonCauses.contains { $0.evidence.basis == .fictional && isShown($0.id) }
  }
}
