extension Phrases {
  func briefingKind(_ model: String?) -> String {
    let name = model.map { " · \($0)" } ?? ""
    return pick("Briefing over afhankelijkheden", "Briefing on dependencies") + name
  }

  var briefingTilesNote: String {
    pick(
      "Geteld zijn afnemers en processen, in de eindtoestand als niets wordt hersteld. “Mogelijk”: alleen als ook feiten kloppen die zijn afgeleid of aangenomen. Wat nergens genoemd wordt, is voor zover bekend niet geraakt; dat is geen bewijs.",
      "Counted are consumers and processes, in the end if nothing is repaired. “Possibly”: only if facts that were inferred or assumed hold too. What is named nowhere is not hit as far as is known; that is no proof."
    )
  }

  var contentsTitle: String { pick("Inhoud", "Contents") }
  var downForCertain: String { pick("Zeker uit", "Down for certain") }
  var downPossibly: String { pick("Mogelijk uit", "Possibly down") }
  var degradedLabel: String { pick("Werkt beperkt", "Degraded") }
  var cannotTellLabel: String { pick("Niet te zeggen", "Cannot tell") }

  /// What a chart shows.
  func chartCaption(_ name: String) -> String {
    switch name {
    case "recovery":
      pick(
        "Welk deel wanneer weer werkt, volgens het plan.",
        "What share works again when, by the plan.")
    case "repairs":
      pick(
        "Wie wanneer wat herstelt, en wat tot wanneer uit is, volgens het plan.",
        "Who repairs what when, and what is out until when, by the plan.")
    default:
      pick("Wat wanneer uit was, in het scenario.", "What was out when, in the scenario.")
    }
  }

  var noPicture: String {
    pick(
      "De tekening kon niet worden gemaakt; hieronder staat dezelfde inhoud als tabel.",
      "The picture could not be drawn; below is the same content as a table.")
  }

  var unknownTitle: String { pick("Wat niet bekend is", "What is not known") }

  func unknownRequirements(_ count: Int) -> String {
    count == 1
      ? pick(
        "Van 1 onderdeel is niet (volledig) bekend wat het nodig heeft:",
        "For 1 component it is not (fully) known what it needs:")
      : pick(
        "Van \(number(count)) onderdelen is niet (volledig) bekend wat ze nodig hebben:",
        "For \(number(count)) components it is not (fully) known what they need:")
  }

  func unknownShares(_ key: String) -> String {
    pick(
      "Niet bekend is welke waarde van “\(key)” wordt gedeeld door: ",
      "It is not known which “\(key)” is shared by: ")
  }

  func briefingWarnings(_ count: Int) -> String {
    count == 1
      ? pick(
        "Bij het model staat 1 waarschuwing; zie validate.json.",
        "There is 1 warning on the model; see validate.json.")
      : pick(
        "Bij het model staan \(number(count)) waarschuwingen; zie validate.json.",
        "There are \(number(count)) warnings on the model; see validate.json.")
  }

  var nothingUnknown: String {
    pick(
      "Van elk onderdeel staat in het model wat het nodig heeft.",
      "The model says for every component what it needs.")
  }

  var sourcesTitle: String { pick("Bronnen", "Sources") }
  var undated: String { pick("zonder datum", "undated") }
  var noSources: String { pick("Het model noemt geen bronnen.", "The model names no sources.") }
  var sourceColumns: [String] {
    language == .dutch
      ? ["Id", "Titel", "Kenmerk", "Datum", "Adres"]
      : ["Id", "Title", "Reference", "Date", "Address"]
  }
}

extension Phrases {
  /// That type is small on paper.
  public func smallType(_ figure: String, points: Double) -> String {
    pick(
      "\(figure): de kleinste letters zijn op papier \(number(points, decimals: 1)) punten; vouw het beeld verder in of kies een deel.",
      "\(figure): the smallest type is \(number(points, decimals: 1)) points on paper; fold the picture further or choose a part of it."
    )
  }

  /// That there is no picture.
  public func notDrawn(_ figure: String, reason: String) -> String {
    pick(
      "\(figure) kon niet worden getekend: \(reason)", "\(figure) could not be drawn: \(reason)")
  }
}

extension Phrases {
  /// The last line of `brief` on a terminal.
  public func written(to path: String) -> String {
    pick("De briefing staat in \(path).", "The briefing is in \(path).")
  }
}

extension Phrases {
  /// That no document for text processors was made.
  public var noPandoc: String {
    pick(
      "geen briefing.docx: pandoc is niet geïnstalleerd; dezelfde tekst staat in briefing.md",
      "no briefing.docx: pandoc is not installed; the same text is in briefing.md")
  }

  /// That the program that makes documents failed.
  public func pandocFailed(_ reason: String) -> String {
    pick(
      "geen briefing.docx: pandoc lukte niet (\(reason)); dezelfde tekst staat in briefing.md",
      "no briefing.docx: pandoc failed (\(reason)); the same text is in briefing.md")
  }
}
