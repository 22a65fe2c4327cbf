/// The conclusion of an overview: which single failure takes the most processes and consumers.
struct OverviewHeadline {
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let failures: SoleFailures

  init(_ compiled: CompiledModel, _ words: DiagramWords, _ failures: SoleFailures) {
    self.compiled = compiled
    self.words = words
    self.failures = failures
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
    guard let widest = failures.widest else {
      let known =
        compiled.unknownRequirements.isEmpty
        ? "" : words.pick(", voor zover bekend", ", as far as known")
      return total == 0
        ? words.pick(
          "\(words.count(compiled.model.components.count, nil)) en wat zij nodig hebben",
          "\(words.count(compiled.model.components.count, nil)) and what they need")
        : words.pick(
          "Geen enkel onderdeel brengt alleen een van de \(total) \(usersWord) tot uitval\(known)",
          "No single component takes down any of the \(total) \(usersWord)\(known)")
    }
    let name = compiled.name(of: widest, in: words.language)
    let reach = failures.reach(of: widest)
    if reach.certain == total, reach.possible == total {
      return words.pick(
        "Alle \(total) \(usersWord) hangen af van één onderdeel: \(name)",
        "All \(total) \(usersWord) depend on one component: \(name)")
    }
    let count = words.certainAndPossible(reach.certain, reach.possible)
    return words.pick(
      "Van \(total) \(usersWord) hangen er \(count) af van één onderdeel: \(name)",
      "Of \(total) \(usersWord), \(count) depend on one component: \(name)")
  }

  /// What is drawn, and what makes the headline's element matter.
  ///
  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies.
  var subtitle: String {
    let spofs = (0..<compiled.table.count).count {
      failures.reach(of: VertexID($0)).possible > 0
    }
    let drawn = words.pick(
      "\(spofs) onderdelen zijn een single point of failure (SPOF).",
      "\(spofs) components are a single point of failure (SPOF)."
    )
    return [sharedCause, drawn].compactMap(\.self).joined(separator: " ")
  }

  /// Where the element is a cause that defeats a redundancy: whose.
  private var sharedCause: String? {
    guard let widest = failures.widest, compiled.component(widest) == nil else { return nil }
    let sharers = Set(compiled.dependencies.on(widest).map(\.dependent))
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
