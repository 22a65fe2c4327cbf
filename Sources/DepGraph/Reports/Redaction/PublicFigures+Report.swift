extension PublicFigures {
  /// The figures for people.
  ///
  /// - Parameter language: The language.
  /// - Returns: The report; its data are all counts, a row each.
  /// - Complexity: O(*s*) for *s* kinds and sectors.
  public func report(language: Language) -> Report {
    let phrases = Phrases(language)
    let kindRows = kinds.map {
      (phrases.capitalised(DiagramWords(language).word($0.kind, for: 2)), $0.count)
    }
    let userRows =
      users.map { ($0.sector.name.text(in: language), $0.count) }
      + [(phrases.capitalised(phrases.noOtherSector), otherUsers)]
    var blocks: [Report.Block] = [
      .heading(phrases.publicFailureTitle),
      .list([
        Report.Item(phrases.singlePoints(singlePoints)),
        Report.Item(phrases.publicKey(widest: widestFailure)),
      ]),
    ]
    blocks += table(phrases.publicUsersTitle, userRows, phrases)
    blocks += table(phrases.publicKindsTitle, kindRows, phrases)
    var known = bases.map { basis, tenths in
      phrases.tenths(
        tenths, phrases.pick("onderdelen: ", "components: ") + phrases.word(basis))
    }
    known.append(phrases.shareOfUnknownNeeds(tenths: unknownTenths))
    known.append(phrases.oldestCheck(years: oldestYears))
    blocks += [
      .heading(phrases.publicBasisTitle),
      .list(known.map { Report.Item(phrases.capitalised($0) + ".") }),
      .heading(phrases.limitsTitle),
      .list(
        ([phrases.withheld(kinds: leftOutKinds)] + phrases.publicLimits(threshold: threshold)).map {
          Report.Item($0)
        }),
    ]
    return Report(
      title: phrases.publicTitle, keySentence: phrases.publicKey(widest: widestFailure),
      blocks: blocks, data: data)
  }

  /// The counts that are given as rows, the others by name.
  private func table(
    _ title: String, _ rows: [(name: String, count: Count)], _ phrases: Phrases
  ) -> [Report.Block] {
    let given = rows.filter { $0.count.number != nil }
    let small = rows.filter { $0.count.number == nil }.map(\.name)
    var blocks: [Report.Block] = [.heading(title)]
    if !given.isEmpty {
      blocks.append(
        .table(
          Report.Table(
            columns: [.init(phrases.nameTitle), .init(phrases.countTitle, .right)],
            rows: given.map { [$0.name, phrases.word($0.count)] })))
    }
    if !small.isEmpty { blocks.append(.note(phrases.rest(small, threshold: threshold))) }
    return blocks
  }

  private var data: Report.Table {
    var rows = kinds.map { (by: "kind", what: $0.kind.rawValue, count: $0.count) }
    rows += users.map { (by: "sector", what: $0.sector.id, count: $0.count) }
    rows.append((by: "sector", what: "other", count: otherUsers))
    return Report.Table(
      names: ["by", "what", "count", "fewer-than"],
      rows: rows.map { row in
        let number = row.count.number
        return [
          row.by, row.what, number.map { "\($0)" } ?? "", number == nil ? "\(threshold)" : "",
        ]
      })
  }

  /// The figures for machines.
  ///
  /// - Complexity: O(*s*) for *s* kinds and sectors.
  public var json: JSONValue {
    [
      "audience": "public", "threshold": .integer(threshold), "as-of": .text(asOf?.description),
      "left-out": .integer(leftOutKinds),
      "kinds": .array(kinds.map { json($0.count, "kind", $0.kind.rawValue) }),
      "users": .array(
        users.map { json($0.count, "sector", $0.sector.id) } + [json(otherUsers, "sector", "other")]
      ),
      "singlePoints": singlePoints.map { json($0, nil, "") } ?? .null,
      "widestFailureAtLeast": widestFailure.map { .integer($0) } ?? .null,
      "bases": .array(
        bases.map { ["basis": .string($0.basis.rawValue), "tenths": .integer($0.tenths)] }),
      "unknownNeedsTenths": unknownTenths.map { .integer($0) } ?? .null,
      "oldestCheckYears": oldestYears.map { .integer($0) } ?? .null,
    ]
  }

  private func json(_ count: Count, _ key: String?, _ value: String) -> JSONValue {
    let number = count.number
    return .object(
      (key.map { [.init($0, .string(value))] } ?? []) + [
        .init("count", number.map { .integer($0) } ?? .null),
        .init("fewerThan", number == nil ? .integer(threshold) : .null),
      ])
  }
}
