extension Phrases {
  /// What a file cannot hold of a model; nil where it holds everything.
  ///
  /// - Parameter omissions: What is left out, in the plural, and how many of each.
  /// - Returns: One line.
  /// - Complexity: O(*n*) for *n* kinds of things.
  public func omissionsLine(_ omissions: [(subject: LocalizedText, count: Int)]) -> String? {
    guard !omissions.isEmpty else { return nil }
    let list = omissions.map { "\($0.subject.text(in: language)) (\(number($0.count)))" }
    return switch language {
    case .dutch:
      "niet in het bestand, omdat de vorm het niet kan bevatten: \(list.joined(separator: ", "))"
    case .english:
      "not in the file, which cannot hold it: \(list.joined(separator: ", "))"
    }
  }

  /// Where the arrows of a flowchart lead, for whoever edits it.
  func mermaidArrows(_ sense: ViewScope.Sense) -> String {
    switch sense {
    case .needs:
      pick("een pijl leidt naar wat nodig is", "an arrow leads to what is needed")
    case .spreads:
      pick("een pijl leidt naar wie geraakt wordt", "an arrow leads to who is hit")
    }
  }

  /// How many elements a flowchart leaves out.
  func mermaidLeftOut(_ count: Int) -> String {
    pick("\(number(count)) niet getekend", "\(number(count)) not drawn")
  }

  /// Why a flowchart is not drawn, and what to do.
  ///
  /// - Parameters:
  ///   - count: The number of nodes that it would have.
  ///   - most: The most that are drawn.
  /// - Returns: One line.
  public func tooManyNodes(_ count: Int, most: Int) -> String {
    pick(
      "het stroomschema zou \(number(count)) knooppunten hebben en er zijn er hoogstens \(number(most)): "
        + "kies een deel met --focus of --only, of vraag meer met --max-nodes",
      "the flowchart would have \(number(count)) nodes and at most \(number(most)) are drawn: "
        + "choose a part with --focus or --only, or ask for more with --max-nodes")
  }

  /// How many components are not on a map.
  ///
  /// - Parameter count: The number of components without a position.
  /// - Returns: One line.
  public func withoutPosition(_ count: Int) -> String {
    pick(
      "\(number(count)) componenten zonder positie staan niet op de kaart; zie `without-position`",
      "\(number(count)) components without a position are not on the map; see `without-position`")
  }
}
