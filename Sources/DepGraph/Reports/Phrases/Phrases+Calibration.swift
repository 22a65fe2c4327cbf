extension Phrases {
  func calibrationTitle(_ name: String?, seeds: String) -> String {
    pick("Model getoetst aan de werkelijkheid: ", "Model held against what happened: ")
      + (name ?? seeds)
  }

  func calibrationSentence(_ calibration: Calibration) -> String {
    let known = calibration.known
    let hit = known.hit.count + known.miss.count
    if calibration.tested == 0 {
      return pick(
        "Met wat vooraf openbaar was, is geen enkele waarneming te toetsen.",
        "With what was public beforehand, no observation can be tested.")
    }
    return predicted(known.hit.count, of: hit)
      + pick(
        "; \(known.miss.count) gemist, \(known.overPredicted.count) ten onrechte voorspeld, \(known.notTestable.count) vooraf niet te toetsen.",
        "; \(known.miss.count) missed, \(known.overPredicted.count) predicted wrongly, \(known.notTestable.count) not testable beforehand."
      )
  }

  private func predicted(_ number: Int, of hit: Int) -> String {
    switch hit {
    case 0:
      pick(
        "Met wat vooraf bekend was, is geen onderdeel te toetsen dat echt geraakt werd",
        "With what was known beforehand, no component that was really hit can be tested")
    case 1:
      pick(
        "Met wat vooraf bekend was, voorspelt het model het enige toetsbare onderdeel dat echt geraakt werd \(number == 1 ? "wel" : "niet")",
        "With what was known beforehand, the model \(number == 1 ? "predicts" : "misses") the one testable component that was really hit"
      )
    default:
      pick(
        "Met wat vooraf bekend was, voorspelt het model \(number) van de \(hit) toetsbare onderdelen die echt geraakt werden",
        "With what was known beforehand, the model predicts \(number) of the \(hit) testable components that were really hit"
      )
    }
  }

  var onlyTheFirstCounts: String {
    pick(
      "Alleen de eerste kolom telt als toets. Wat pas na de storing is opgeschreven, kan die storing niet voorspellen: het is er vaak uit afgeleid. Wat een kolom niet kan toetsen, gaat door naar de volgende.",
      "Only the first column counts as a test. What was written down after the outage cannot predict it: often it was concluded from it. What a column cannot test goes on to the next."
    )
  }

  func scoreSentence(recall: Double?, precision: Double?) -> String {
    let none = pick("niet te bepalen", "cannot be determined")
    return pick(
      "Van wat geraakt werd, was voorspeld: \(recall.map(percentage) ?? none). Van wat voorspeld was, werd geraakt: \(precision.map(percentage) ?? none).",
      "Of what was hit, predicted: \(recall.map(percentage) ?? none). Of what was predicted, hit: \(precision.map(percentage) ?? none)."
    )
  }

  var outcomeTitle: String { pick("Op grond van", "On the basis of") }

  func knownStage(_ day: CalendarDate?) -> String {
    day.map {
      pick("bronnen tot en met \(date($0))", "sources up to \(date($0))")
    } ?? pick("alle bronnen met een datum", "all sources with a date")
  }

  var laterStage: String { pick("bronnen van daarna", "later sources") }
  var inferredStage: String { pick("afgeleid of aangenomen", "inferred or assumed") }

  /// What became of the observations of a stage, with its words.
  func outcomes(_ stage: Calibration.Stage) -> [(String, [String])] {
    [
      (pick("voorspeld en geraakt", "predicted and hit"), stage.hit),
      (pick("gemist", "missed"), stage.miss),
      (pick("ten onrechte voorspeld", "predicted wrongly"), stage.overPredicted),
      (pick("terecht niet voorspeld", "rightly not predicted"), stage.agreedUp),
      (pick("niet te toetsen", "not testable"), stage.notTestable),
    ]
  }
}
