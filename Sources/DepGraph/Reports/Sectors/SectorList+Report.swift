extension SectorList {
  /// The result of `sectors` for machines.
  ///
  /// - Complexity: O(*n*) for *n* sectors.
  public var json: JSONValue {
    [
      "sectors": .array(
        sectors.map { sector in
          [
            "id": .string(sector.id),
            "name": .object(
              Language.allCases.filter(sector.name.isWritten).map {
                .init($0.rawValue, .string(sector.name.text(in: $0)))
              }), "cer": .text(sector.cer), "nctv": .text(sector.nctv),
          ]
        })
    ]
  }

  /// The result of `sectors` for people.
  ///
  /// - Parameter language: The language.
  /// - Returns: One table.
  /// - Complexity: O(*n*) for *n* sectors.
  public func report(language: Language) -> Report {
    let phrases = Phrases(language)
    let rows = { (none: String) in
      sectors.map { sector in
        [sector.id, sector.name.text(in: language), sector.cer ?? none, sector.nctv ?? none]
      }
    }
    let columns = [
      "Id", phrases.nameTitle,
      phrases.pick("Bijlage van de CER-richtlijn", "Annex of the CER directive"),
      phrases.pick("Vitale processen (NCTV)", "Vital processes (NCTV)"),
    ]
    return Report(
      title: phrases.pick("Sectoren", "Sectors"),
      keySentence: phrases.pick(
        "\(phrases.count(sectors.count, Phrases.sector)) die een model kan noemen bij de sleutel “sector”.",
        "\(phrases.count(sectors.count, Phrases.sector)) that a model may name under the key “sector”."
      ),
      blocks: [.table(.init(names: columns, rows: rows("–")))],
      data: .init(names: ["id", "name", "cer", "nctv"], rows: rows("")))
  }
}
