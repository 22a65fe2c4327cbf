extension TestReview {
  /// The result of `test` for people.
  ///
  /// - Parameter language: The language.
  /// - Returns: Each claim with its verdict, the score and the coverage.
  /// - Complexity: O(*n*) for *n* claims, chains and elements.
  public func report(language: Language) -> Report {
    TestReporter(review: self, language: language).report
  }
}

private struct TestReporter {
  let review: TestReview
  let language: Language

  private var phrases: Phrases { Phrases(language) }

  var report: Report {
    var blocks: [Report.Block] = []
    if let reading = review.reading { blocks.append(.note(phrases.oneReading(reading))) }
    for suite in review.suites {
      blocks.append(.heading(suite.file))
      let items = items(of: suite)
      blocks.append(
        items.isEmpty ? .paragraph(phrases.noExpectationHere) : .list(items))
    }
    for covered in review.coverage { blocks += coverage(covered) }
    for covered in review.coverage {
      let names = DisplayNames(compiled: covered.compiled, language: language)
      blocks += Provenance(names: names, phrases: phrases).blocks(
        decisive: covered.coverage.components.asserted)
    }
    return Report(
      title: phrases.testTitle, keySentence: phrases.testSentence(review), blocks: blocks,
      data: data)
  }

  // MARK: - Claims

  /// The claims, those of one failure under it.
  private func items(of suite: TestReview.Suite) -> [Report.Item] {
    var items: [Report.Item] = []
    var last: String?
    for tested in TestedCaseWriter(suite, language: language).cases {
      let header = [tested.name, tested.when].compactMap(\.self).joined(separator: ", ")
      let key = tested.place.map { "\($0) \(header)" } ?? header
      let line = Report.Item(
        "\(phrases.word(tested.verdict)): \(tested.claim)"
          + (tested.verdict == .passed && !tested.isClaimed
            ? "" : "; " + phrases.computedMark(tested.computed)),
        tested.verdict == .passed ? [] : tested.reasons)
      if header.isEmpty {
        items.append(line)
      } else if key == last, !items.isEmpty {
        items[items.count - 1].items.append(line)
      } else {
        items.append(Report.Item(phrases.capitalised(header), [line]))
      }
      last = header.isEmpty ? nil : key
    }
    return items
  }

  // MARK: - Coverage

  private func coverage(_ covered: TestReview.Coverage) -> [Report.Block] {
    let names = DisplayNames(compiled: covered.compiled, language: language)
    let (components, causes) = (covered.coverage.components, covered.coverage.causes)
    var rows = [phrases.coverageRow(components, isOfCauses: false)]
    if causes.total > 0 { rows.append(phrases.coverageRow(causes, isOfCauses: true)) }
    let columns = phrases.coverageColumns.enumerated().map { number, title in
      Report.Table.Column(title, number == 0 ? .left : .right)
    }
    var blocks: [Report.Block] = [
      .heading(
        phrases.coverageHeading(
          review.coverage.count > 1 ? covered.files.joined(separator: ", ") : nil)),
      .table(Report.Table(columns: columns, rows: rows)), .note(phrases.coverageNote),
    ]
    for (part, isOfCauses) in [(components, false), (causes, true)]
    where !part.untouched.isEmpty {
      blocks.append(
        .paragraph(phrases.untouched(part.untouched.map(names.named), isOfCauses: isOfCauses)))
    }
    return blocks
  }

  private var data: Report.Table {
    let rows = review.suites.flatMap { suite in
      TestedCaseWriter(suite, language: language).cases.map { tested in
        [
          suite.name, tested.name ?? "", tested.kind, tested.id, tested.verdict.rawValue,
          tested.title, tested.computed, tested.reasonLines.joined(separator: "\n"),
          tested.place.map { $0.file.withoutFolder } ?? "",
          tested.place.map { String($0.line) } ?? "",
        ]
      }
    }
    return Report.Table(
      names: [
        "suite", "expectation", "kind", "id", "verdict", "claim", "computed", "because", "file",
        "line",
      ], rows: rows)
  }
}
