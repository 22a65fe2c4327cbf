extension Phrases {
  /// Components.
  static let component = Noun(("onderdeel", "onderdelen"), ("component", "components"))
  /// Who uses things: consumers and processes together.
  static let user = Noun(
    ("afnemer of proces", "afnemers en processen"),
    ("consumer or process", "consumers and processes"))
  /// Distinct owners.
  static let organisation = Noun(("organisatie", "organisaties"), ("organisation", "organisations"))
  /// Ministries.
  static let ministry = Noun(("ministerie", "ministeries"), ("ministry", "ministries"))
  /// Sectors.
  static let sector = Noun(("sector", "sectoren"), ("sector", "sectors"))
  /// People.
  static let person = Noun(("mens", "mensen"), ("person", "people"))
  /// What has no meaning in an input.
  static let error = Noun(("fout", "fouten"), ("error", "errors"))
  /// What is probably not what was meant.
  static let warning = Noun(("waarschuwing", "waarschuwingen"), ("warning", "warnings"))

  /// The word for a kind of component, the same as on pictures.
  public func word(_ kind: ComponentKind) -> String { DiagramWords(language).word(kind, for: 1) }

  /// What a component of a grade does: "valt uit".
  public func word(_ grade: Grade) -> String {
    switch grade {
    case .down: pick("valt uit", "goes down")
    case .degraded: pick("werkt beperkt", "degraded")
    case .reducedRedundancy: pick("minder reserve", "reduced redundancy")
    case .cannotTell: pick("niet te zeggen", "cannot tell")
    case .notAffected: pick("geen bekend gevolg", "no known effect")
    }
  }

  /// How sure something is, with the milder grade that is certain where there is one.
  public func word(_ verdict: Verdict, atLeast: Grade) -> String {
    if verdict == .certain { return pick("zeker", "certain") }
    if atLeast <= .cannotTell { return pick("mogelijk", "possible") }
    return pick("mogelijk; zeker: ", "possible; certain: ") + word(atLeast)
  }

  /// On what a fact rests.
  public func word(_ basis: Basis) -> String {
    switch basis {
    case .public: pick("openbaar", "public")
    case .internal: pick("eigen kennis", "own knowledge")
    case .inferred: pick("afgeleid", "inferred")
    case .assumed: pick("aangenomen", "assumed")
    case .fictional: pick("fictief", "fictional")
    }
  }

  /// Which reading of uncertain facts an answer follows.
  public func word(_ reading: Reading) -> String {
    switch reading {
    case .possible: pick("ongunstigste lezing", "least favourable reading")
    case .certain: pick("gunstigste lezing", "most favourable reading")
    case .written: pick("zoals opgeschreven", "as written")
    }
  }

  /// How binding an agreed time is.
  func word(_ nature: ServiceTarget.Nature) -> String {
    switch nature {
    case .guaranteed: pick("gegarandeerd", "guaranteed")
    case .bestEffort: pick("inspanningsverplichting", "best effort")
    case .aim: pick("streven", "aim")
    }
  }

  /// The line that says who may see it, both axes; nil: nothing is stated.
  public func line(_ marking: Marking) -> String? {
    let parts = [marking.classification, marking.trafficLight.map { "TLP:" + $0 }]
    let line = parts.compactMap(\.self).joined(separator: " · ")
    return line.isEmpty ? nil : line
  }

  /// "ja" or "nee".
  func word(_ isTrue: Bool) -> String { isTrue ? pick("ja", "yes") : pick("nee", "no") }

  // MARK: - Headings of columns and blocks that many reports share

  var nameTitle: String { pick("Naam", "Name") }
  var certaintyTitle: String { pick("Zekerheid", "Certainty") }
  var kindTitle: String { pick("Soort", "Kind") }
  var sourceTitle: String { pick("Bron", "Source") }
  var because: String {
    pick("Omdat niet bekend is wat dit nodig heeft", "Because it is not known what this needs")
  }
}
