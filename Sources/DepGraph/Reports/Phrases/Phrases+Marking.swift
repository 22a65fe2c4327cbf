extension Phrases {
  /// The line of a page or a file: the proposed marking, and that a person establishes it.
  public func proposalLine(_ proposal: ProposedMarking) -> String {
    let axes = DiagramWords(language).axes(proposal)
    let reasons = proposalReasons(proposal).map { "; " + $0 }.joined()
    return pick("Voorstel rubricering: ", "Proposed classification: ") + axes + reasons
      + " (" + pick("voorstel; ", "proposed; ") + established + ")"
  }

  /// The bar of a page: on what the facts rest, the proposed marking, and who establishes it.
  public func bar(_ basis: Basis, _ proposal: ProposedMarking) -> String {
    DiagramWords(language).banner(basis, proposal) + " · " + established
  }

  /// The bar of a page about a whole model: the same, and whether made-up examples stand in it.
  ///
  /// - Complexity: O(*f*) for *f* facts of the model.
  func bar(of model: Model) -> String {
    PictureBanner.line(ProposedMarking(ofAll: model), of: model, language: language) + " · "
      + established
  }

  /// What is left to a person.
  private var established: String {
    pick(
      "vastgesteld door:\u{A0}______________ tot:\u{A0}__________",
      "established by:\u{A0}______________ until:\u{A0}__________")
  }

  /// What to know about the level: why it is as high as it is, and for what none was stated.
  private func proposalReasons(_ proposal: ProposedMarking) -> [String] {
    var reasons: [String] = []
    if proposal.isRaisedByFloor {
      reasons.append(
        pick(
          "de combinatie is hoger dan de losse feiten",
          "the combination is higher than its facts"))
    }
    if proposal.level != nil, proposal.hasUnclassifiedFacts {
      reasons.append(
        pick(
          "voor een deel van de feiten is geen rubricering opgegeven",
          "for some of the facts no classification is stated"))
    }
    if !proposal.unknownWords.isEmpty {
      let words = list(proposal.unknownWords.map { "“\($0)”" })
      reasons.append(
        pick(
          "\(words) is niet bekend en telt als het hoogste",
          "\(words) is not known and counts as the highest"))
    }
    return reasons
  }
}

extension Report {
  /// The report with its proposed marking at the top and at the end, and on each row of its data.
  ///
  /// - Parameters:
  ///   - proposal: The proposed marking.
  ///   - language: The language of the report.
  /// - Returns: The same report, marked.
  /// - Complexity: O(*n*) for *n* rows of data.
  public func marked(_ proposal: ProposedMarking, language: Language) -> Report {
    let line = Phrases(language).proposalLine(proposal)
    var copy = self
    copy.blocks = [.note(line)] + blocks + (blocks.isEmpty ? [] : [.note(line)])
    let cells = [proposal.level?.rawValue ?? "", proposal.light?.rawValue ?? ""]
    copy.data = Table(
      data.caption, columns: data.columns + [.init("proposed-class"), .init("proposed-tlp")],
      rows: data.rows.map { $0 + cells })
    return copy
  }
}

extension ProposedMarking {
  /// The proposal with the keys of an envelope.
  var json: JSONValue {
    [
      "class": .text(level?.rawValue), "tlp": .text(light?.rawValue),
      "floor": .bool(isRaisedByFloor),
    ]
  }
}

extension JSONValue {
  /// Every text in it, the names of members included.
  ///
  /// - Complexity: O(*n*) for *n* values.
  var allTexts: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let values): values.flatMap(\.allTexts)
    case .object(let members): members.flatMap { [$0.key] + $0.value.allTexts }
    case .null, .bool, .integer, .decimal: []
    }
  }
}
