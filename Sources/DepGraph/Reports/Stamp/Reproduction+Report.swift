extension Reproduction {
  /// The most differences that a report shows.
  static let mostShown = 20

  /// The result of `reproduce` for machines.
  ///
  /// - Complexity: O(*n*) for *n* differences.
  public var json: JSONValue {
    let ground = { (ground: Ground) -> JSONValue in
      [
        "option": .text(ground.option), "file": .text(ground.file),
        "before": .text(ground.before), "after": .text(ground.after),
        "differs": .bool(ground.differs),
      ]
    }
    return [
      "same": .bool(isSame), "line": .string(line),
      "model": model.map(ground) ?? .null, "inputs": .array(inputs.map(ground)),
      "version": ["before": .text(versionBefore), "after": .text(versionAfter)],
      "count": .integer(comparison.differences.count),
      "differences": .array(
        comparison.differences.prefix(100).map { difference in
          [
            "path": .string(difference.path), "before": difference.before ?? .null,
            "after": difference.after ?? .null,
          ]
        }),
    ]
  }

  /// The result of `reproduce` for people.
  ///
  /// - Parameter language: The language.
  /// - Returns: Whether it is the same, what it rests on, and the first differences.
  /// - Complexity: O(*n*) for *n* differences.
  public func report(language: Language) -> Report {
    let phrases = Phrases(language)
    var blocks: [Report.Block] = [.paragraph(phrases.ranAgain(line))]
    let grounds = ([model].compactMap(\.self) + inputs).map { phrases.ground($0) }
    blocks.append(
      .list((grounds + [phrases.versions(versionBefore, versionAfter)]).map { Report.Item($0) }))
    let shown = comparison.differences.prefix(Self.mostShown)
    if !shown.isEmpty {
      blocks.append(
        .table(
          Report.Table(
            names: [
              phrases.pick("Waar", "Where"), phrases.pick("Eerst", "Before"),
              phrases.pick("Nu", "Now"),
            ],
            rows: shown.map { [$0.path, Self.text($0.before), Self.text($0.after)] })))
      let rest = comparison.differences.count - shown.count
      if rest > 0 { blocks.append(.note(phrases.andMore(rest))) }
    }
    return Report(
      title: phrases.reproductionTitle(file),
      keySentence: phrases.reproduced(
        differences: comparison.differences.count, modelDiffers: model?.differs ?? false,
        inputsDiffer: inputs.contains(where: \.differs),
        versionDiffers: versionBefore != versionAfter),
      blocks: blocks,
      data: Report.Table(
        names: ["path", "before", "after"],
        rows: comparison.differences.map {
          [$0.path.withoutControls, Self.text($0.before), Self.text($0.after)]
        }))
  }

  /// A value on one line, cut where it is long.
  private static func text(_ value: JSONValue?) -> String {
    guard let value else { return "–" }
    let text = (value.plainText ?? value.oneLine).withoutControls
    return text.count > 120 ? text.prefix(119) + "…" : text
  }
}

/// The sentences of `reproduce`.
extension Phrases {
  private static let difference = Noun(
    ("verschil", "verschillen"), ("difference", "differences"))

  func reproductionTitle(_ file: String) -> String {
    pick("Opnieuw berekend: ", "Computed again: ") + file
  }

  func reproduced(
    differences: Int, modelDiffers: Bool, inputsDiffer: Bool, versionDiffers: Bool
  ) -> String {
    let reasons = [
      modelDiffers ? pick("het model", "the model") : nil,
      inputsDiffer ? pick("andere invoer", "other inputs") : nil,
      versionDiffers ? pick("de versie van depgraph", "the version of depgraph") : nil,
    ].compactMap(\.self)
    let changed =
      reasons.isEmpty
      ? pick(
        "model, invoer en versie zijn dezelfde", "model, inputs and version are the same")
      : pick("veranderd: ", "changed: ") + list(reasons)
    return differences == 0
      ? pick("Hetzelfde antwoord (\(changed)).", "The same answer (\(changed)).")
      : pick(
        "Een ander antwoord: \(count(differences, Self.difference)) (\(changed)).",
        "Another answer: \(count(differences, Self.difference)) (\(changed)).")
  }

  func ranAgain(_ line: String) -> String {
    pick("Opnieuw gevraagd: ", "Asked again: ") + line
  }

  func ground(_ ground: Reproduction.Ground) -> String {
    let what = ground.option.map { "--\($0)" } ?? pick("model", "model")
    let file = ground.file.map { " \($0)" } ?? ""
    let digest = { (digest: String?) in
      digest.map { "sha256 \($0.prefix(12))" } ?? self.pick("niet bekend", "not known")
    }
    let same = ground.before == ground.after
    return same
      ? "\(what)\(file): \(digest(ground.before)), " + pick("hetzelfde", "the same")
      : "\(what)\(file): \(digest(ground.before)) → \(digest(ground.after))"
  }

  func versions(_ before: String?, _ after: String?) -> String {
    let unknown = pick("niet bekend", "not known")
    let (old, new) = (before ?? unknown, after ?? unknown)
    return "depgraph \(old)" + (old == new ? pick(", dezelfde", ", the same") : " → \(new)")
  }
}
