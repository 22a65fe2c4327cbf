extension BriefingAnswers {
  /// The reports for people, by the names of the results.
  ///
  /// - Parameter language: The language.
  /// - Returns: A report for each result, in their order.
  /// - Complexity: That of each report.
  public func reports(language: Language) -> [(name: String, report: Report)] {
    let single: [(String, Report?)] = [
      (
        "validate",
        ValidationResult(question.remarks, on: compiled, texts: question.texts).report(
          on: question.modelPath, model: compiled.model, language: language)
      ),
      ("register", found.register?.report(in: compiled, usersOf: nil, language: language)),
      (
        "users",
        found.users?.report(
          in: compiled, usersOf: failure?.vertices.first, language: language)
      ),
      ("blast", found.blast?.report(in: compiled, language: language)),
      ("spof", found.singlePoints?.report(in: compiled, language: language)),
      ("cutsets", found.cutSets?.report(in: compiled, language: language)),
      (
        "availability",
        found.availability?.report(in: compiled, language: language, withImportance: false)
      ),
      ("contracts", found.contracts?.report(in: compiled, language: language)),
      ("suppliers", found.suppliers?.report(in: compiled, language: language)),
    ]
    let vital = zip(question.criteria, found.vital).map { read, assessment in
      (
        "vital-\(fileName(read.stem))",
        Optional(assessment.report(in: compiled, language: language))
      )
    }
    let all = single + vital + prepared(language) + played(language)
    return all.compactMap { name, report in report.map { (name, $0) } }
  }

  private func prepared(_ language: Language) -> [(String, Report?)] {
    [
      ("coldstart", found.coldStart?.report(in: compiled, language: language)),
      (
        "restore",
        found.restoration.map {
          $0[.classThenSlack].report(in: compiled, comparison: $0, language: language)
        }
      ),
      (
        "escalate",
        found.escalation.map {
          $0.report(in: compiled, duties: duties(since: $0.since), language: language)
        }
      ),
      (
        "escalate-\(fileName(question.replayed?.stem ?? ""))",
        found.replay.map { replay in
          replay.report(
            in: compiled, scenario: name(of: question.replayed, language), language: language)
        }
      ),
      ("plans", found.plans?.report(in: compiled, language: language)),
      ("measures", found.measures?.report(in: compiled, language: language)),
      ("questions", found.questions?.report(in: compiled, language: language)),
      ("harden", found.hardening?.report(in: compiled, language: language)),
      ("protection", found.protection?.report(in: compiled, language: language)),
    ]
  }

  private func played(_ language: Language) -> [(String, Report?)] {
    zip(question.scenarios, found.runs).map { read, run in
      (
        "exercise-\(fileName(read.stem))",
        run?.report(in: compiled, language: language)
      )
    }
      + zip(question.scenarios, found.calibrations).map { read, calibration in
        (
          "calibrate-\(fileName(read.stem))",
          calibration?.report(in: compiled, of: read.content, language: language)
        )
      }
  }

  /// What a scenario is called.
  func name(
    of scenario: BriefingQuestion.Read<Scenario>?, _ language: Language
  ) -> String {
    scenario?.content.name?.text(in: language) ?? scenario?.stem ?? ""
  }

  /// The statutory deadlines that count from a moment; nil: no clocks are asked for.
  func duties(since: Instant) -> DutyOverview? {
    guard !question.clocks.isEmpty else { return nil }
    return DutyOverview(question.clocks.map(\.content), from: since, isGiven: false)
  }

  /// A text as a part of a file's name: letters, digits, dashes and points, nothing else.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  func fileName(_ text: String) -> String {
    String(
      text.map { character in
        let isPlain = character.isASCII && (character.isLetter || character.isNumber)
        return isPlain || character == "-" || character == "." ? character : "-"
      })
  }
}
