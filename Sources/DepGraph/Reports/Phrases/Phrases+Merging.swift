/// The sentences of putting models together, and of writing them as tables.
extension Phrases {

  var mergeTitle: String { pick("Samengevoegde modellen", "Merged models") }

  func mergeSentence(_ merge: ModelMerge) -> String {
    let components = number(merge.model.components.count)
    guard !merge.findings.isEmpty else {
      return pick(
        "De modellen zijn samengevoegd (\(components) onderdelen) en spreken elkaar niet tegen.",
        "The models are put together (\(components) components) and agree with each other.")
    }
    let parts = MergeFinding.Kind.allCases.map { (merge.count($0), word($0)) }
      .filter { $0.0 > 0 }.map { "\(number($0.0)) × \($0.1)" }
    return pick(
      "De modellen zijn samengevoegd (\(components) onderdelen). Gevonden: ",
      "The models are put together (\(components) components). Found: ") + list(parts) + "."
  }

  func word(_ kind: MergeFinding.Kind) -> String {
    switch kind {
    case .contradiction: pick("tegenspraak", "contradiction")
    case .unowned: pick("niemand beschrijft het", "nobody describes it")
    case .eachThinksOther:
      pick("ieder denkt dat de ander het heeft", "each thinks the other has it")
    case .twoIDs: pick("twee namen voor hetzelfde", "two ids for one thing")
    case .doubleContact: pick("dubbele contactpersoon", "double contact")
    case .oneSided: pick("alleen één kant weet ervan", "only one side knows")
    }
  }

  func mergeTable(_ findings: [MergeFinding]) -> Report.Table {
    Report.Table(
      pick("Bevindingen", "Findings"),
      columns: [
        .init(pick("Wat", "What")), .init("Id"), .init(pick("Sleutel", "Key")),
        .init(pick("Wat telt", "What counts")), .init(pick("Wat ook gezegd is", "Also said")),
      ],
      rows: findings.map { finding in
        [
          word(finding.kind), finding.id, finding.key ?? "",
          finding.statements.first.map(said) ?? "",
          finding.statements.dropFirst().map(said).joined(separator: "; "),
        ]
      })
  }

  private func said(_ statement: MergeFinding.Statement) -> String {
    let place = statement.place.map { "\($0)" } ?? statement.file
    return statement.value.isEmpty ? place : "\(statement.value) (\(place))"
  }

  /// That something of a model is in no table.
  ///
  /// - Parameters:
  ///   - key: The section or key of the model file.
  ///   - count: How many there are.
  /// - Returns: A sentence without a full stop.
  public func tableLossLine(_ key: String, _ count: Int) -> String {
    pick(
      "`\(key)` staat in geen van de tabellen (\(number(count)) maal)",
      "no table holds `\(key)` (\(number(count)) of them)")
  }
}
