extension Phrases {
  var explorerCommonCause: String { pick("gedeelde oorzaak", "common cause") }
  var explorerTitle: String {
    pick("Gevolgen van uitval verkennen", "Explore the effects of failures")
  }

  /// That a picture is too full to be read, so that its content stands as a table.
  func tooFullToShow(_ figure: String) -> String {
    pick(
      "\(figure) is te vol om te lezen; op de pagina staat dezelfde inhoud als tabel",
      "\(figure) is too full to be read; the page has the same content as a table")
  }

  /// What the rows of a picture that could not be drawn tell.
  var explorerFigureColumns: [String] {
    language == .dutch
      ? ["Wat", "Toestand", "Gegevens", "Pijlen naar"] : ["What", "State", "Facts", "Arrows to"]
  }

  /// The short name of a view.
  func explorerView(_ name: String) -> String {
    switch name {
    case "overview": pick("Overzicht", "Overview")
    case "blast": pick("Breedste uitval", "Widest failure")
    case "spof": pick("Single points of failure", "Single points of failure")
    case "network": pick("Netwerk", "Network")
    case "suppliers": pick("Leveranciers", "Suppliers")
    case "coldstart": pick("Koude start", "Cold start")
    default: name
    }
  }

  /// The short name of an answer by the name of its result; nil: its title is short enough.
  func explorerPanel(_ name: String) -> String? {
    switch name {
    case "validate": pick("Opmerkingen bij het model", "Remarks on the model")
    case "register": pick("Wie gebruikt wat", "Who uses what")
    case "blast": pick("Breedste uitval", "Widest failure")
    case "spof": "Single points of failure"
    case "cutsets": pick("Combinaties die uitval geven", "Combinations that cause an outage")
    case "availability": pick("Beschikbaarheid", "Availability")
    case "contracts": pick("Contracten", "Contracts")
    case "suppliers": pick("Leveranciers", "Suppliers")
    case "coldstart": pick("Koude start", "Cold start")
    case "restore": pick("Herstel", "Restoration")
    case "escalate": pick("Opschaling en contacten", "Escalation and contacts")
    case "plans": pick("Plannen", "Plans")
    case "measures": pick("Maatregelen", "Measures")
    case "harden": pick("Wat het meest helpt", "What helps most")
    case "protection": pick("Beschermingsbehoefte", "Protection needs")
    default: nil
    }
  }

  /// The remark on the size of a page.
  public func explorerWritten(bytes: Int, to path: String) -> String {
    let size = number(Double(bytes) / 1_000, decimals: 0)
    return pick(
      "Geschreven: \(path) (\(size) kB); het bestand heeft geen ander en geen netwerk nodig.",
      "Written: \(path) (\(size) kB); the file needs no other, and no network.")
  }
}
