/// The head of a situation report.
extension Phrases {
  var situationTitle: String { pick("SITUATIEBERICHT", "SITUATION REPORT") }

  func situationDrawnUp(_ instant: String) -> String {
    pick("Opgesteld: \(instant)", "Drawn up: \(instant)")
  }

  func situationBegan(_ instant: String, lasting: String) -> String {
    pick("Begin: \(instant); duurt nu \(lasting)", "Began: \(instant); has lasted \(lasting)")
  }
}
