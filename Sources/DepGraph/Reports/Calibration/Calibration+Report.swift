extension Calibration {
  /// The result of `calibrate` for people.
  ///
  /// - Parameters:
  ///   - compiled: The whole model.
  ///   - scenario: What it was held against.
  ///   - language: The language.
  /// - Returns: The three stages, of which the first counts.
  /// - Complexity: O(*n*) for *n* observations.
  public func report(
    in compiled: CompiledModel, of scenario: Scenario, language: Language
  ) -> Report {
    let phrases = Phrases(language)
    let names = DisplayNames(compiled: compiled, language: language)
    let stages = [
      (phrases.knownStage(knownBy), known), (phrases.laterStage, later),
      (phrases.inferredStage, inferred),
    ]
    let lists = stages.flatMap { title, stage -> [Report.Block] in
      let items = phrases.outcomes(stage).compactMap { label, ids -> Report.Item? in
        ids.isEmpty
          ? nil
          : Report.Item("\(label) (\(ids.count)): ", naming: ids.map(names.named), phrases)
      }
      return items.isEmpty ? [] : [.heading(phrases.capitalised(title)), .list(items)]
    }
    let overview = Report.Table(
      columns: [.init(phrases.outcomeTitle)] + stages.map { .init($0.0, .right) },
      rows: phrases.outcomes(known).indices.map { outcome in
        [phrases.outcomes(known)[outcome].0]
          + stages.map { phrases.number(phrases.outcomes($0.1)[outcome].1.count) }
      })
    let seen = stages.flatMap { phrases.outcomes($0.1).flatMap(\.1) }
    let decisive = (seen + seeds).compactMap(compiled.vertex(of:))
    return Report(
      title: phrases.calibrationTitle(
        scenario.name?.text(in: language), seeds: phrases.list(seeds.map(names.named))),
      keySentence: phrases.calibrationSentence(self),
      blocks: [
        .paragraph(phrases.onlyTheFirstCounts), .table(overview),
        .paragraph(phrases.scoreSentence(recall: recall, precision: precision)),
      ] + lists
        + Provenance(names: names, phrases: phrases).blocks(decisive: Set(decisive).sorted()),
      data: data)
  }

  private var data: Report.Table {
    let stages = [("known", known), ("later", later), ("inferred", inferred)]
    let rows = stages.flatMap { name, stage in
      [
        ("hit", stage.hit), ("miss", stage.miss), ("overPredicted", stage.overPredicted),
        ("agreedUp", stage.agreedUp), ("notTestable", stage.notTestable),
      ].flatMap { outcome, ids in ids.map { [$0, name, outcome] } }
    }
    return Report.Table(names: ["id", "stage", "outcome"], rows: rows)
  }
}
