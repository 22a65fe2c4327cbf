extension Explorer.Panel {
  /// The answers of a briefing as panels, in their order.
  ///
  /// Of the register one row for each user is enough: who uses what the page tells itself.
  ///
  /// - Parameter answers: The answers.
  /// - Returns: A panel for each.
  /// - Complexity: That of each report, twice.
  public static func all(of answers: BriefingAnswers) -> [Explorer.Panel] {
    let reports = { (language: Language) in
      answers.reports(language: language).map { name, report in
        let summary = name == "register" ? answers.found.register : nil
        return (name, summary?.summary(in: answers.compiled, language: language) ?? report)
      }
    }
    return zip(reports(.dutch), reports(.english)).map { dutch, english in
      Explorer.Panel(name: dutch.0, dutch: dutch.1, english: english.1)
    }
  }
}
