extension Phrases {
  var provenanceTitle: String { pick("Herkomst", "Where this comes from") }

  func modelLine(
    name: String?, asOf: CalendarDate?, basis: Basis, components: Int, digest: String,
    isFictional: Bool
  ) -> String {
    var parts = [pick("Model: ", "Model: ") + (name ?? pick("zonder naam", "without a name"))]
    parts.append(
      asOf.map { pick("peildatum ", "facts as of ") + date($0) }
        ?? pick("geen peildatum", "no reference date"))
    parts.append(pick("grondslag: ", "basis: ") + word(basis))
    parts.append(count(components, Self.component))
    if !digest.isEmpty { parts.append("sha256 \(digest.prefix(12))") }
    let tool = "depgraph \(DepGraphVersion.current)"
    let warning =
      isFictional
      ? pick(" Alles hierin is verzonnen.", " Everything in it is made up.") : ""
    return parts.joined(separator: "; ") + "; \(tool)." + warning
  }

  var noFactIsDated: String {
    pick(
      "Ouderdom: van geen enkel feit waarop dit antwoord rust staat vast wanneer het is nagegaan.",
      "Age: for none of the facts behind this answer is it recorded when it was checked.")
  }

  func oldestFact(
    _ name: String, date: CalendarDate, isChecked: Bool, age: Int?, undated: Int, of total: Int
  ) -> String {
    let how =
      isChecked
      ? pick("nagegaan op ", "checked on ") : pick("de bron is van ", "its source dates from ")
    let before = age.map {
      pick(
        ", \(self.age(days: $0)) voor de peildatum",
        ", \(self.age(days: $0)) before the date of the facts")
    }
    let rest =
      undated == 0
      ? ""
      : pick(
        " Van \(undated) van de \(total) onderdelen in dit antwoord is geen datum bekend.",
        " For \(undated) of the \(total) components in this answer no date is known.")
    return pick("Ouderdom: het oudste feit gaat over ", "Age: the oldest fact is about ")
      + "\(name): \(how)\(self.date(date))\(before ?? "")." + rest
  }

  func markingLine(_ model: String?, components: [String]) -> String? {
    let own =
      components.isEmpty
      ? nil
      : pick("onderdelen hebben als rubricering ", "components are marked ") + list(components)
    let parts = [model, own].compactMap(\.self)
    return parts.isEmpty
      ? nil : pick("Rubricering en deling: ", "Marking: ") + parts.joined(separator: "; ") + "."
  }
}
