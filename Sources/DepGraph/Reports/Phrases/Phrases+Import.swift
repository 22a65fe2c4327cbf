/// The sentences of imports.
extension Phrases {
  private static let thing = Noun(("gegeven", "gegevens"), ("item", "items"))

  func importTitle(_ format: String) -> String {
    pick("Ingelezen: \(format)", "Imported: \(format)")
  }

  func importSentence(_ report: ImportReport) -> String {
    let parts = ImportReport.Fate.allCases.map { (report.count($0), word($0)) }
      .filter { $0.0 > 0 }.map { "\(number($0.0)) \($0.1)" }
    guard !parts.isEmpty else {
      return pick("De bestanden bevatten niets.", "The files hold nothing.")
    }
    return pick("Van wat er in de bestanden staat: ", "Of what the files hold: ")
      + list(parts) + "."
  }

  func word(_ fate: ImportReport.Fate) -> String {
    switch fate {
    case .mapped: pick("overgenomen", "taken over")
    case .guessed: pick("geraden", "guessed")
    case .ignored: pick("niet overgenomen", "left out")
    }
  }

  func importTable(_ entries: [ImportReport.Entry]) -> Report.Table {
    Report.Table(
      pick("Wat er van alles werd", "What became of everything"),
      columns: [
        .init(pick("In de bron", "In the source")), .init(pick("Wat ermee gebeurde", "Fate")),
        .init(pick("Aantal", "Count"), .right), .init(pick("In het model", "In the model")),
      ],
      rows: entries.map { entry in
        [
          entry.subject(in: language), word(entry.fate), number(entry.count),
          entry.meaning?.text(in: language) ?? "",
        ]
      })
  }

  var guessesNote: String {
    pick(
      "Wat geraden is staat in het model met `basis: assumed`; laat de eigenaar het bevestigen.",
      "What was guessed stands in the model with `basis: assumed`; let its owner confirm it.")
  }
}
