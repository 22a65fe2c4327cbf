/// The words on the sheets and pictures of an order of restoration.
extension Phrases {
  // MARK: - Pictures

  var curveHeadline: String { pick("Wat is terug, in de tijd", "What is back, over time") }
  var processesBack: String {
    pick("Processen en afnemers", "Processes and consumers")
  }
  var peopleBack: String { pick("Mensen", "People") }

  func firstLimit(_ name: String) -> String {
    pick("uiterste tijd \(name)", "tolerable period of \(name)")
  }

  func curveText(back: Int, of count: Int, last: String) -> String {
    pick(
      "Van \(number(count)) processen en afnemers zijn er \(number(back)) terug, de laatste \(last).",
      "Of \(number(count)) processes and consumers \(number(back)) are back, the last \(last).")
  }

  /// That a chart of rows has no room for all of them; begins with a blank.
  func lanesShown(_ shown: Int, of all: Int) -> String {
    pick(" (de eerste \(shown) van \(all) regels)", " (the first \(shown) of \(all) rows)")
  }

  var ganttHeadline: String {
    pick("Wie doet wat, en wat is tot wanneer uit", "Who does what, and what is out until when")
  }

  func ganttText(repairs: Int, last: String) -> String {
    pick(
      "\(count(repairs, Self.repairNoun)), de laatste klaar \(last).",
      "\(count(repairs, Self.repairNoun)), the last done \(last).")
  }

  // MARK: - Sheets

  var leaderSheet: String {
    pick("Voor wie het herstel leidt", "For who leads the restoration")
  }
  var callSheet: String { pick("Leveranciers bellen", "Calling suppliers") }
  var backSheet: String { pick("Nagaan of het werkt", "Seeing that it works") }
  var restoreRemarksHeading: String { pick("Aantekeningen", "Remarks") }
  var ticketHeading: String {
    pick("Meldnummers, met wie gesproken, hoe laat", "Ticket numbers, with whom, at what time")
  }

  func call(_ party: String, about name: String) -> String {
    pick("Meld bij \(party): \(name)", "Report to \(party): \(name)")
  }

  func beginsAndEnds(_ from: String, _ until: String) -> String {
    pick("begint \(from), klaar \(until)", "begins \(from), done \(until)")
  }

  func seesWorking(_ name: String) -> String { pick("\(name) werkt", "\(name) works") }

  func expectedBack(_ time: String) -> String { pick("Verwacht \(time)", "Expected \(time)") }
}
