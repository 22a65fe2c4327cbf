extension Phrases {
  private static let system = Noun(("systeem", "systemen"), ("system", "systems"))
  private static let pair = Noun(("regel", "regels"), ("row", "rows"))

  var registerTitle: String {
    pick("Afnemers en processen met hun systemen", "Consumers and processes with their systems")
  }

  func usersTitle(_ system: String) -> String {
    pick("Wie \(system) gebruikt", "Who uses \(system)")
  }

  func needsNotKnown(_ users: String) -> String {
    pick(
      "Niet alles is bekend van wat deze nodig hebben: \(users). Er kunnen regels ontbreken.",
      "Not everything is known of what these need: \(users). Rows may be missing.")
  }

  func needNoSystem(_ users: String) -> String {
    pick(
      "Volgens het model hebben deze geen systeem nodig: \(users).",
      "By the model these need no system: \(users).")
  }

  func registerSentence(
    users: Int, systems: Int, rows: [Register.Row], isOfOne: Bool
  ) -> String {
    if users == 0 {
      return pick("Het model kent geen gebruikers.", "The model knows no users.")
    }
    let number = { (kind: Register.Alternative) in
      self.number(rows.count { $0.isNeeded && $0.alternative == kind })
    }
    let unneeded = rows.count { !$0.isNeeded }
    let counts = pick(
      "geen alternatief: \(number(.none)); alleen in naam: \(number(.nominal)); onafhankelijk voor zover bekend: \(number(.independent)); niet te zeggen: \(number(.unknown)); niet nodig om te werken: \(self.number(unneeded))",
      "no alternative: \(number(.none)); in name only: \(number(.nominal)); independent as far as is known: \(number(.independent)); cannot tell: \(number(.unknown)); not needed to work: \(self.number(unneeded))"
    )
    let subject =
      isOfOne
      ? pick(
        "\(users == 1 ? "1 gebruiker" : "\(self.number(users)) gebruikers"), direct of via andere",
        "\(users == 1 ? "1 user" : "\(self.number(users)) users"), directly or through others")
      : pick(
        "\(count(users, Self.user)) op \(count(systems, Self.system)), \(count(rows.count, Self.pair))",
        "\(count(users, Self.user)) on \(count(systems, Self.system)), \(count(rows.count, Self.pair))"
      )
    return capitalised(subject) + "; " + counts + "."
  }

  var registerNote: String {
    pick(
      "Bij uitval: wat de uitval van alleen dit systeem met de gebruiker doet, in de ongunstigste lezing. Alternatief: in naam betekent dat één gedeelde oorzaak ook het alternatief treft.",
      "When it fails: what the failure of this system alone does to the user, in the least favourable reading. Alternative: in name only means that one shared cause hits the alternative too."
    )
  }

  /// Where the rows behind the summary are.
  var summaryNote: String {
    pick(
      "Geteld zijn de systemen onder elke gebruiker, de dichtste eerst. Geen alternatief: de uitval van dit ene systeem doet de gebruiker uitvallen. De volledige lijst, met een regel voor elk paar, staat in register.json; depgraph register --format csv geeft haar als tabel.",
      "Counted are the systems under each user, the nearest first. No alternative: the failure of this one system takes the user down. The whole list, a row for each pair, is in register.json; depgraph register --format csv gives it as a table."
    )
  }

  /// The heading of a column of the summary.
  func summaryTitle(_ alternative: Register.Alternative) -> String {
    switch alternative {
    case .none: pick("Geen alternatief", "No alternative")
    case .nominal: pick("Alternatief alleen in naam", "Alternative in name only")
    case .independent:
      pick("Onafhankelijk voor zover bekend", "Independent as far as is known")
    case .unknown: pick("Niet te zeggen", "Cannot tell")
    }
  }

  /// "12: a, b, c en nog 9".
  ///
  /// - Parameters:
  ///   - names: All of them.
  ///   - limit: The most that are named.
  /// - Returns: Their number, and names; a dash for none.
  func counted(_ names: [String], naming limit: Int = .max) -> String {
    if names.isEmpty { return "–" }
    let separator = names.contains { $0.contains(",") } ? "; " : ", "
    let shown = names.prefix(limit).joined(separator: separator)
    let rest = names.count - min(names.count, limit)
    return "\(number(names.count)): \(shown)"
      + (rest == 0 ? "" : pick(" en nog \(number(rest))", " and \(number(rest)) more"))
  }

  func shared(by names: [String]) -> String {
    pick(" (gedeeld: \(list(names)))", " (shared: \(list(names)))")
  }

  var recoveryTitle: String { pick("Terug binnen (RTO)", "Back within (RTO)") }

  func userLine(
    kind: ComponentKind?, owner: String?, restoreClass: String?, recovery: TimeSpan?,
    tolerable: TimeSpan?
  ) -> String {
    let unstated = pick("niet vastgelegd", "not recorded")
    let parts = [
      kind.map { capitalised(word($0)) },
      pick("eigenaar: ", "owner: ") + (owner ?? unstated),
      restoreClass.map { pick("herstelklasse: ", "restoration class: ") + $0 },
      pick("moet terug zijn binnen (RTO): ", "must be back within (RTO): ")
        + (recovery.map { duration($0.seconds) } ?? unstated),
      pick("langst toelaatbaar (MTPD): ", "longest tolerable (MTPD): ")
        + (tolerable.map { duration($0.seconds) } ?? unstated),
    ]
    return parts.compactMap(\.self).joined(separator: "; ") + "."
  }

  /// Whether there is something else, with what it shares.
  func word(_ alternative: Register.Alternative, shared: [String]) -> String {
    switch alternative {
    case .none: pick("geen", "none")
    case .nominal:
      pick("alleen in naam; gedeeld: ", "in name only; shared: ") + list(shared)
    case .independent: pick("onafhankelijk voor zover bekend", "independent as far as is known")
    case .unknown: pick("niet te zeggen", "cannot tell")
    }
  }

  var notNeeded: String { pick("niet nodig om te werken", "not needed to work") }
  var systemTitle: String { pick("Systeem", "System") }
  var userTitle: String { pick("Gebruiker", "User") }
  var stepsTitle: String { pick("Stappen", "Steps") }
  var effectTitle: String { pick("Bij uitval", "When it fails") }
  var alternativeTitle: String { pick("Alternatief", "Alternative") }
  var agreementsTitle: String { pick("Afspraken en plannen", "Agreements and plans") }
  var basisTitle: String { pick("Grondslag", "Basis") }
  var checkedTitle: String { pick("Nagegaan", "Checked") }
  var viaTitle: String { "Via" }
  var never: String { pick("nooit", "never") }

  /// A number for machines: no signs of a language.
  func plain(_ value: Double) -> String { String(JSONValue.number(value).jsonText.dropLast()) }
}
