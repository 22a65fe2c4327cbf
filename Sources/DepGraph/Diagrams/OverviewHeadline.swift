/// The conclusion of an overview: which single failure takes the most processes and consumers.
struct OverviewHeadline {
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let failures: SoleFailures
  /// The element that it is about; nil: nothing takes anything with it.
  private let subject: VertexID?

  init(
    _ compiled: CompiledModel, _ words: DiagramWords, _ failures: SoleFailures, focus: VertexID?
  ) {
    self.compiled = compiled
    self.words = words
    self.failures = failures
    subject = focus ?? failures.widest
  }

  /// The word for all processes and consumers of the model.
  var usersWord: String {
    let kinds = Set(failures.users.compactMap { compiled.component($0)?.kind })
    return words.users(kinds, count: failures.users.count)
  }

  /// The sentence; certain and possible apart.
  ///
  /// - Complexity: O(*n*) for *n* elements.
  var sentence: String {
    let total = failures.users.count
    guard let subject else {
      let components = words.count(compiled.model.components.count, nil)
      let isOne = compiled.model.components.count == 1
      let known =
        compiled.unknownRequirements.isEmpty
        ? "" : words.pick(", voor zover bekend", ", as far as is known")
      return total == 0
        ? words.pick(
          "\(components) en wat \(isOne ? "het nodig heeft" : "ze nodig hebben")",
          "\(components) and what \(isOne ? "it needs" : "they need")")
        : words.pick(
          "Geen enkel onderdeel brengt alleen \(total == 1 ? "de enige" : "een van de \(total)") \(usersWord) tot uitval\(known)",
          "No single component takes down \(total == 1 ? "the one" : "any of the \(total)") \(usersWord)\(known)"
        )
    }
    let name = compiled.name(of: subject, in: words.language)
    let reach = failures.reach(of: subject)
    if reach.possible == 0 {
      if total == 1 {
        return words.pick(
          "Valt \(name) alleen uit, dan valt de enige \(usersWord) niet aantoonbaar uit",
          "If \(name) alone fails, the one \(usersWord) is not shown to go down")
      }
      return words.pick(
        "Valt \(name) alleen uit, dan valt geen van de \(total) \(usersWord) aantoonbaar uit",
        "If \(name) alone fails, none of the \(total) \(usersWord) is shown to go down")
    }
    if reach.certain == total, reach.possible == total {
      if total == 1 {
        return words.pick(
          "De enige \(usersWord) hangt af van één onderdeel: \(name)",
          "The one \(usersWord) depends on one component: \(name)")
      }
      return words.pick(
        "Alle \(total) \(usersWord) hangen af van één onderdeel: \(name)",
        "All \(total) \(usersWord) depend on one component: \(name)")
    }
    let count = words.certainAndPossible(reach.certain, reach.possible)
    let first = reach.certain == 0 ? reach.possible : reach.certain
    let certainty =
      reach.certain == 0
      ? " (none for certain)"
      : reach.certain == reach.possible
        ? " for certain" : " for certain, possibly \(reach.possible) in all,"
    return words.pick(
      "Van de \(total) \(usersWord) \(reach.possible == 1 ? "hangt" : "hangen") er \(count) af van één onderdeel: \(name)",
      "\(reach.certain == 0 ? "Possibly " : "")\(first) of the \(total) \(usersWord) \(first == 1 ? "depends" : "depend")\(certainty) on one component: \(name)"
    )
  }

  /// What is drawn, and what makes the headline's element matter.
  ///
  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies.
  var subtitle: String {
    let spofs = (0..<compiled.table.count).count {
      failures.reach(of: VertexID($0)).possible > 0
    }
    let unknown = compiled.unknownRequirements.count
    if spofs == 0, unknown > 0 {
      return words.pick(
        "Geen single point of failure (SPOF) bekend; van \(words.count(unknown, nil)) is niet bekend wat verder nodig is.",
        "No single point of failure (SPOF) is known; of \(words.count(unknown, nil)) it is not known what else is needed."
      )
    }
    let drawn =
      spofs == 1
      ? words.pick(
        "1 onderdeel is een single point of failure (SPOF).",
        "1 component is a single point of failure (SPOF).")
      : words.pick(
        "\(spofs == 0 ? "Geen" : "\(spofs)") onderdelen zijn een single point of failure (SPOF).",
        "\(spofs == 0 ? "No" : "\(spofs)") components are a single point of failure (SPOF).")
    return [sharedCause, drawn].compactMap(\.self).joined(separator: " ")
  }

  /// Where the element is a cause that defeats a redundancy: whose.
  private var sharedCause: String? {
    guard let subject, compiled.component(subject) == nil else { return nil }
    let sharers = Set(compiled.dependencies.on(subject).map(\.dependent))
    let dependents = Set(
      sharers.flatMap { sharer in
        compiled.dependencies.on(sharer).filter { $0.strength == .alternative }.map(\.dependent)
      }
    ).sorted()
    for dependent in dependents {
      let pair = compiled.dependencies.of(dependent).filter {
        $0.strength == .alternative && sharers.contains($0.target)
      }
      guard pair.count >= 2 else { continue }
      let names = words.list(pair.map { compiled.name(of: $0.target, in: words.language) })
      return words.pick(
        "\(names) vangen elkaar op, maar delen die ene oorzaak.",
        "\(names) back each other up, but share that one cause."
      )
    }
    return nil
  }
}

extension DiagramWords {
  /// That names were cut short.
  func cutNames(_ count: Int) -> String {
    pick(
      "\(count == 1 ? "Eén naam" : "\(count) namen") ingekort.",
      "\(count == 1 ? "One name" : "\(count) names") cut short."
    )
  }
}
