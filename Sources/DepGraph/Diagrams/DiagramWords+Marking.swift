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
  func banner(_ basis: Basis, _ proposal: ProposedMarking) -> String {
    let facts: String? =
      switch basis {
      case .fictional: pick("VOORBEELD · FICTIEVE GEGEVENS", "EXAMPLE · FICTIONAL DATA")
      case .public: pick("OPENBARE FEITEN", "PUBLIC FACTS")
      case .assumed: pick("AANGENOMEN FEITEN", "ASSUMED FACTS")
      case .inferred: pick("AFGELEIDE FEITEN", "INFERRED FACTS")
      case .internal: nil
      }
    let marking = pick("VOORSTEL: ", "PROPOSAL: ") + axes(proposal).uppercased()
    return [facts, marking].compactMap(\.self).joined(separator: " · ")
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
  public static func line(
    _ proposal: ProposedMarking, of model: Model, language: Language
  ) -> String {
    DiagramWords(language).banner(model.basis, proposal)
  }
}
