/// The conclusion of the heat map: who has a single point of failure, and which reaches furthest.
struct SinglePointsHeadline {
  private let review: SinglePointsReview
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let losses: SoleLosses

  init(
    _ review: SinglePointsReview, _ compiled: CompiledModel, _ words: DiagramWords,
    _ losses: SoleLosses
  ) {
    self.review = review
    self.compiled = compiled
    self.words = words
    self.losses = losses
  }

  /// The sentence; certain and possible apart.
  ///
  /// - Complexity: O(*t*·*p*) for *t* targets with *p* single points of failure.
  var sentence: String {
    if losses.countsComponents { return ofComponents }
    let (total, noun) = (losses.total, losses.noun)
    let hit = review.singlePoints.targets.filter { !$0.points.isEmpty }
    let certain = hit.count { $0.points.contains { $0.verdict == .certain } }
    guard let widest = losses.widest else {
      let known = isOpen ? words.pick(", voor zover bekend", ", as far as is known") : ""
      return total == 1
        ? words.pick(
          "\(only) heeft geen single point of failure\(known)",
          "\(only) has no single point of failure\(known)")
        : words.pick(
          "Geen van de \(total) \(noun) heeft een single point of failure\(known)",
          "None of the \(total) \(noun) has a single point of failure\(known)")
    }
    let name = compiled.name(of: widest, in: words.language)
    if total == 1 {
      let count = hit.first?.points.count ?? 0
      let possibly = certain == 0 ? words.pick("mogelijk ", "possibly ") : ""
      return count == 1
        ? words.pick(
          "\(only) heeft \(possibly)één single point of failure: \(name)",
          "\(only) \(possibly)has one single point of failure: \(name)")
        : words.pick(
          "\(only) heeft \(possibly)\(count) single points of failure, waaronder \(name)",
          "\(only) \(possibly)has \(count) single points of failure, among them \(name)")
    }
    let count = counted(losses[widest])
    return have(certain, hit.count)
      + words.pick("; \(name) neemt er \(count) mee", "; \(name) takes \(count) down")
  }

  private func have(_ certain: Int, _ possible: Int) -> String {
    let (total, noun) = (losses.total, losses.noun)
    if certain == possible {
      return possible == total
        ? words.pick(
          "Alle \(total) \(noun) hebben een single point of failure",
          "All \(total) \(noun) have a single point of failure")
        : words.pick(
          "\(possible) van de \(total) \(noun) \(possible == 1 ? "heeft" : "hebben") een single point of failure",
          "\(possible) of the \(total) \(noun) \(possible == 1 ? "has" : "have") a single point of failure"
        )
    }
    let verb = possible == 1
    if certain == 0 {
      return words.pick(
        "Mogelijk \(verb ? "heeft" : "hebben") \(possible) van de \(total) \(noun) een single point of failure",
        "Possibly \(possible) of the \(total) \(noun) \(verb ? "has" : "have") a single point of failure"
      )
    }
    return words.pick(
      "Van de \(total) \(noun) hebben zeker \(certain), mogelijk \(possible) een single point of failure",
      "\(certain) of the \(total) \(noun), possibly \(possible), have a single point of failure")
  }

  private func counted(_ loss: SoleLosses.Loss) -> String {
    loss.certain == loss.possible ? "\(loss.possible)" : "\(loss.certain)–\(loss.possible)"
  }

  /// The one that was asked about.
  private var only: String {
    let target = review.singlePoints.targets[0].vertex
    return review.isNarrowed
      ? compiled.name(of: target, in: words.language)
      : words.pick("De enige \(losses.noun)", "The one \(losses.noun)")
  }

  /// A model in which nobody uses anything.
  private var ofComponents: String {
    guard let widest = losses.widest else {
      return words.pick(
        "Geen onderdeel neemt alleen een ander mee; het model kent geen afnemers of processen",
        "No component takes another down alone; the model has no consumers or processes")
    }
    let name = compiled.name(of: widest, in: words.language)
    let count = counted(losses[widest])
    return words.pick(
      "\(name) neemt alleen al \(count) van de \(losses.total) andere onderdelen mee",
      "\(name) alone takes \(count) of the other \(losses.total) components down")
  }

  /// Whether there may be more than is known.
  private var isOpen: Bool {
    review.singlePoints.targets.contains(where: review.isOpen)
  }

  /// What is drawn, and the redundancy that is in name only.
  ///
  /// - Complexity: O(*f*) for *f* findings.
  var subtitle: String {
    let count = losses.pointCount
    let points =
      count == 0
      ? words.pick(
        "Geen enkel ding neemt alleen iemand mee.", "No single thing takes anybody down alone.")
      : count == 1
        ? words.pick(
          "Eén single point of failure (SPOF).", "One single point of failure (SPOF).")
        : words.pick(
          "\(count) single points of failure (SPOF’s).",
          "\(count) single points of failure (SPOFs).")
    return ([points] + redundancy).joined(separator: " ")
  }

  private var redundancy: [String] {
    let marked = MarkedRedundancy.all(in: review, losses)
    // One that is explained at its root says it best: by a cause that its members have themselves.
    guard let first = marked.first(where: { $0.isDirect }) ?? marked.first else { return [] }
    let cause = compiled.name(of: first.cause, in: words.language)
    if let network = first.network {
      return [
        words.pick(
          "Schijnredundantie: alle wegen over \(network) vallen weg door \(cause).",
          "False redundancy: \(cause) cuts all ways over \(network).")
      ]
    }
    let members = words.failed(first.members.map { compiled.name(of: $0, in: words.language) })
    if first.cause == losses.widest {
      return [
        words.pick(
          "Schijnredundantie: \(members) vallen daarmee samen uit.",
          "False redundancy: \(members) fall together with it.")
      ]
    }
    return [
      words.pick(
        "Schijnredundantie: \(members) vallen samen uit door \(cause).",
        "False redundancy: \(members) fall together with \(cause).")
    ]
  }
}
