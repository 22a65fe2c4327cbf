/// Exercises: which to hold, what came of those played, and what was done since.
extension BriefingContext {
  // MARK: - 10: exercises

  var exercisesChapter: BriefingChapter {
    let played = zip(answers.question.scenarios, found.runs).compactMap { read, run in
      run.map { (read: read, run: $0) }
    }
    var chapter = BriefingChapter(10)
    var sentences: [String] = []
    for (read, run) in played {
      let name = answers.name(of: read, language)
      let result = "exercise-\(answers.fileName(read.stem))"
      let report = run.report(in: compiled, language: language)
      sentences.append("\(name): \(names.withoutIDs(report.keySentence))")
      chapter.blocks.append(.heading(name))
      chapter.blocks += part(phrases.expectationsHeading, of: report, to: 20, in: result)
        .dropFirst()
      chapter.blocks += part(phrases.responseHeading, of: report, to: 12, in: result).dropFirst()
      chapter.figures.append(result)
      chapter.results.append(result)
      if run.score.missed > 0 { chapter.isAlarming = true }
    }
    sentences += calibrationSentences(&chapter)
    prepare(&chapter, &sentences)
    guard !sentences.isEmpty else {
      return BriefingChapter(
        10,
        lacking: .init(
          missing: phrases.gapScenarios, who: "", keys: "briefing: scenarios, plans, measures"))
    }
    sentences.append(contentsOf: [advice].compactMap(\.self))
    chapter.conclusion = sentences.joined(separator: " ")
    if played.isEmpty {
      chapter.gap = .init(missing: phrases.gapScenarios, who: "", keys: "briefing: scenarios")
    }
    return chapter
  }

  private func calibrationSentences(_ chapter: inout BriefingChapter) -> [String] {
    zip(answers.question.scenarios, found.calibrations).compactMap { read, calibration in
      guard let calibration else { return nil }
      chapter.results.append("calibrate-\(answers.fileName(read.stem))")
      return names.withoutIDs(
        calibration.report(in: compiled, of: read.content, language: language).keySentence)
    }
  }

  /// Plans and measures.
  private func prepare(_ chapter: inout BriefingChapter, _ sentences: inout [String]) {
    if let plans = found.plans {
      let report = plans.report(in: compiled, language: language)
      sentences.append(names.withoutIDs(report.keySentence))
      chapter.blocks += part(phrases.planTableHeading, of: report, in: "plans")
      chapter.blocks += part(phrases.leaningHeading, of: report, to: 6, in: "plans")
      chapter.results.append("plans")
    }
    if let measures = found.measures {
      let report = measures.report(in: compiled, language: language)
      sentences.append(names.withoutIDs(report.keySentence))
      if case .table(let table)? = report.blocks.first {
        chapter.blocks += [.heading(phrases.measuresTitle)] + cut(table, of: "measures")
      }
      chapter.results.append("measures")
    }
  }

  /// What to exercise: the widest single failure, where no scenario lets it fail.
  private var advice: String? {
    guard let widest = BriefingAnswers.widestFailure(in: compiled)?.vertices.first else {
      return nil
    }
    let exercised = answers.question.scenarios.flatMap { read in
      read.content.events.flatMap(\.fail)
    }
    let fallen = (try? compiled.seeds(exercised))?.vertices ?? []
    return phrases.exerciseAdvice(names.name(widest), isCovered: fallen.contains(widest))
  }
}
