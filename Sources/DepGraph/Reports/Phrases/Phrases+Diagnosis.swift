/// What is said about what may have failed, given what is reported.
extension Phrases {
  static let explanation = Noun(("verklaring", "verklaringen"), ("explanation", "explanations"))

  var diagnosisTitle: String {
    pick("Wat kan er zijn uitgevallen", "What may have failed")
  }

  /// The line that tells how long the search takes.
  public func searchingExplanations(seconds: Int) -> String {
    pick(
      "bezig verklaringen te zoeken, \(number(seconds)) s; Ctrl-C stopt",
      "looking for explanations, \(number(seconds)) s; Ctrl-C stops")
  }

  /// That the search ended because so much explains the reports; nil where that is not why.
  public func stopped(_ diagnosis: Diagnosis) -> String? {
    guard diagnosis.isLimitedByCount else { return nil }
    let most = number(ExplanationSearch.most)
    return pick(
      "gestopt bij \(most) verklaringen; meer meldingen, ook van wat werkt, maken er minder van",
      "stopped at \(most) explanations; more reports, also of what works, make them fewer")
  }

  /// How many explanations there are, and the first of the smallest.
  func diagnosisSentence(_ diagnosis: Diagnosis, first: [String]?) -> String {
    let most = diagnosis.maxOrder
    if diagnosis.reports.out.isEmpty {
      return pick(
        "Niets is als uitgevallen gemeld: wat is opgegeven, noemt geen enkel onderdeel.",
        "Nothing is reported out: what was given names no component.")
    }
    guard let first, let smallest = diagnosis.explanations.first else {
      if !diagnosis.isComplete {
        return pick(
          "Nog geen verklaring gevonden: de grens was bereikt.",
          "No explanation found yet: the limit was reached.")
      }
      return pick(
        "Geen uitval van \(upTo(most)) verklaart alle meldingen: een melding klopt niet, of de oorzaak staat niet in het model.",
        "No failure of \(upTo(most)) explains all reports: a report is wrong, or the cause is not in the model."
      )
    }
    let ofSize = diagnosis.explanations.count { $0.elements.count == smallest.elements.count }
    let least = diagnosis.isComplete ? "" : pick("ten minste ", "at least ")
    let total = least + count(diagnosis.count, Self.explanation)
    if ofSize == 1 {
      return pick(
        "Het kleinste dat alles verklaart: uitval van \(list(first)). In totaal \(total) met \(upTo(most)).",
        "The smallest that explains everything: the failure of \(list(first)). \(capitalised(total)) in all with \(upTo(most))."
      )
    }
    return pick(
      "\(capitalised(total)) met \(upTo(most)); van de kleinste zijn er \(number(ofSize)), waaronder uitval van \(list(first)).",
      "\(capitalised(total)) with \(upTo(most)); of the smallest there are \(number(ofSize)), the failure of \(list(first)) among them."
    )
  }

  private func upTo(_ most: Int) -> String {
    most == 1
      ? pick("één ding", "one thing")
      : pick(
        "ten hoogste \(number(most)) dingen tegelijk", "at most \(number(most)) things at once")
  }

  var reportedOut: String { pick("Gemeld als uitgevallen", "Reported out") }
  var reportedWorking: String { pick("Gemeld als werkend", "Reported working") }
  func nameNothing(_ selectors: [String]) -> String {
    pick(
      "Noemt geen enkel onderdeel van dit model: \(list(selectors))",
      "Names no component of this model: \(list(selectors))")
  }

  var explanationsHeading: String { pick("Verklaringen", "Explanations") }
  var mayHaveFailedTitle: String { pick("Uitgevallen", "Failed") }
  var thenAlsoOutTitle: String { pick("Dan ook uit (gebruikers)", "Then also out (users)") }
  var nothingElseIsOut: String { pick("geen andere bekend", "no other known") }

  func perhaps(_ names: String) -> String { pick("misschien \(names)", "perhaps \(names)") }

  func firstOf(_ listed: Int, _ all: Int) -> String {
    pick(
      "De eerste \(number(listed)) van \(number(all)).",
      "The first \(number(listed)) of \(number(all)).")
  }

  var noFigures: String {
    pick(
      "Welke het waarschijnlijkst is, is niet te zeggen: van geen ervan zijn alle cijfers bekend.",
      "Which is the most likely cannot be told: of none of them all figures are known.")
  }

  func mostLikely(_ names: String, withoutFigure: Int) -> String {
    let known = withoutFigure == 0
    return pick(
      "Het waarschijnlijkst\(known ? "" : " van die waarvan cijfers bekend zijn"): uitval van \(names)."
        + (known
          ? ""
          : " Van \(number(withoutFigure)) ontbreken cijfers; een daarvan kan waarschijnlijker zijn."),
      "The most likely\(known ? "" : " of those with figures"): the failure of \(names)."
        + (known
          ? ""
          : " Of \(number(withoutFigure)) figures are missing; one of them may be more likely."))
  }

  var askNextHeading: String { pick("Vraag nu het eerst", "Ask next") }
  var questionTitle: String { pick("Vraag", "Question") }
  var leftIfWorkingTitle: String { pick("Over bij ja", "Left if yes") }
  var leftIfOutTitle: String { pick("Over bij nee", "Left if no") }

  func doesItWork(_ name: String) -> String {
    pick("Werkt \(name)?", "Does \(name) work?")
  }

  var noQuestionHelps: String {
    pick(
      "Geen vraag naar een ander onderdeel maakt verschil tussen deze verklaringen.",
      "No question about another component tells these explanations apart.")
  }

  func unexplainedReports(upTo most: Int) -> String {
    pick(
      "Niet te verklaren uit uitval van \(upTo(most)), samen met wat werkt: ",
      "Not explained by any failure of \(upTo(most)), together with what works: ")
  }

  var checkReportsHeading: String { pick("Ga deze meldingen na", "Check these reports") }

  func doubt(_ name: String, wasOut: Bool, explanation: [String]) -> String {
    let question = pick(
      "Klopt het dat \(name) \(wasOut ? "uit is" : "werkt")?",
      "Is it true that \(name) \(wasOut ? "is out" : "works")?")
    if explanation.isEmpty {
      return question
        + pick(
          " Zo niet, dan is er niets meer te verklaren.",
          " If not, nothing is left to explain.")
    }
    return question
      + pick(
        " Zo niet, dan verklaart uitval van \(list(explanation)) de rest.",
        " If not, the failure of \(list(explanation)) explains the rest.")
  }

  var causeMayBeElsewhere: String {
    pick(
      "Hiervan is niet bekend wat ze nodig hebben; de oorzaak kan ook daar liggen: ",
      "Of these it is not known what they need; the cause may lie there too: ")
  }

  func diagnosisNote(upTo most: Int) -> String {
    pick(
      "Gezocht onder uitval van \(upTo(most)), onder alles wat volgens het model kan uitvallen; accu's en andere reserves gelden als op. Of een proces zelf faalt, is niet onderzocht.",
      "Looked at failures of \(upTo(most)), among all that can fail by the model; batteries and other reserves count as spent. Whether a process fails by itself was not looked into."
    )
  }
}
