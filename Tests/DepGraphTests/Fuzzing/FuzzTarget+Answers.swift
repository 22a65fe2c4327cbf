@testable import DepGraph

extension FuzzTarget {
  /// What is done with a model that was read.
  static let answers = [
    asking("compiler", aboutFailures),
    asking("dot-writing", forPictures),
    asking("redaction", forAPartner),
  ]

  /// Larger models take time and say nothing more.
  private static let mostComponents = 40

  /// A target that reads a model, compiles it and asks something of it.
  private static func asking(
    _ name: String, _ ask: @escaping @Sendable (CompiledModel) throws -> String?
  ) -> FuzzTarget {
    FuzzTarget(name) { bytes in
      guard let read = try? ModelReader().read(text: text(bytes), named: "model.yaml"),
        read.model.components.count <= mostComponents
      else { return nil }
      return flaw { try ask(CompiledModel(read.model)) }
    }
  }

  // MARK: - Failures

  @Sendable private static func aboutFailures(_ compiled: CompiledModel) throws -> String? {
    let components = compiled.componentVertices
    let targets = Array(components.prefix(6))
    let alone = SinglePoints(of: targets, in: compiled).targets
    for seed in components.prefix(12) {
      let blast = BlastRadius(.init(Seeds([seed])), in: compiled)
      let lists = [
        blast.down.map(\.vertex), blast.degraded.map(\.vertex),
        blast.reducedRedundancy.map(\.vertex), blast.cannotTell.map(\.vertex), blast.notAffected,
      ]
      guard (lists.flatMap(\.self) + [seed]).sorted() == components else {
        return "a component stands in no list or in two when \(compiled.table.id(of: seed)) fails"
      }
      // What takes a component down alone is a single point of failure of it.
      let isSeed = compiled.isSeedOfSearches(seed)
      for target in alone where isSeed && target.vertex != seed {
        let isDown = blast.down.contains { $0.vertex == target.vertex }
        if isDown != target.points.contains(where: { $0.vertex == seed }) {
          return "\(compiled.table.id(of: seed)) and \(compiled.table.id(of: target.vertex)): "
            + "the failure and the single points of failure say two things"
        }
      }
      for language in Language.allCases {
        _ = blast.report(in: compiled, language: language).markdown
      }
    }
    return nil
  }

  // MARK: - Pictures

  @Sendable private static func forPictures(_ compiled: CompiledModel) throws -> String? {
    var diagrams: [Diagram] = []
    for language in Language.allCases {
      diagrams.append(
        OverviewView(of: compiled, options: .init(language: language, toolVersion: "1")).diagram)
    }
    for seed in compiled.componentVertices.prefix(2) {
      let blast = BlastRadius(.init(Seeds([seed])), in: compiled)
      diagrams.append(
        BlastView(blast, in: compiled, language: .dutch, toolVersion: "1").diagram)
    }
    if !compiled.networks.networks.isEmpty {
      diagrams.append(
        try NetworkView(of: nil, in: compiled, language: .english, toolVersion: "1").diagram)
    }
    for diagram in diagrams {
      for variant in LayoutVariant.allCases {
        if let flaw = PlainDOT(DOTWriter(diagram, variant: variant).text).flaw { return flaw }
      }
    }
    return nil
  }

  // MARK: - Redaction

  /// What is never given to a partner, made unmistakable.
  private static let canary = "zq7x"

  @Sendable private static func forAPartner(_ compiled: CompiledModel) throws -> String? {
    var model = compiled.model
    let written = ModelWriter().yaml(of: model)
    guard !written.contains(canary) else { return nil }
    let secret = LocalizedText(canary, in: .dutch)
    model.note = secret
    for index in model.components.indices {
      model.components[index].note = secret
      model.components[index].tags = [canary]
      model.components[index].external = [ExternalID(register: "r", id: "\(canary)-\(index)")]
    }
    for index in model.contracts.indices { model.contracts[index].note = secret }
    for index in model.parties.indices { model.parties[index].note = secret }
    for index in model.sources.indices { model.sources[index].title = secret }
    let marked = try CompiledModel(model)
    let key = RedactionKey(secret: Array(0..<32))
    for party in model.parties.prefix(2) {
      var partner = SharingPartner(party.id)
      partner.scenarios = model.partners.first?.scenarios ?? []
      let answers = try PartnerAnswers(
        to: partner, in: marked, pseudonyms: Pseudonyms(for: model, digest: key.digest))
      for language in Language.allCases {
        let diagram = NeighbourhoodView(of: answers, language: language, toolVersion: "1").diagram
        let report = answers.report(language: language)
        let texts = [
          answers.json(language: language).jsonText, report.markdown, report.csv,
          DOTWriter(diagram).text, diagram.alternativeText,
        ]
        if texts.contains(where: { $0.contains(canary) }) {
          return "what is hidden gets out to \(party.id)"
        }
      }
    }
    for language in Language.allCases {
      let report = PublicFigures(of: marked).report(language: language)
      if report.markdown.contains(canary) { return "what is hidden gets out to everybody" }
    }
    return nil
  }
}
