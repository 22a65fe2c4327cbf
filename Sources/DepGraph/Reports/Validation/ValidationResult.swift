/// Everything that is wrong or remarkable about an input, to be printed.
public struct ValidationResult: Sendable {
  /// The findings, by place.
  public let diagnostics: [Diagnostic]
  private let texts: [String: String]

  /// Makes the result.
  ///
  /// - Parameters:
  ///   - diagnostics: What was found.
  ///   - texts: The texts that the places point into, by file name.
  /// - Complexity: O(*n* log *n*) for *n* findings.
  public init(_ diagnostics: [Diagnostic], texts: [String: String]) {
    self.diagnostics = diagnostics.sortedByPlace()
    self.texts = texts
  }

  /// Whether nothing stands in the way of computing.
  public var isValid: Bool { !diagnostics.hasErrors }

  /// The result of `validate` for machines.
  ///
  /// - Complexity: O(*n*) for *n* findings.
  public var json: JSONValue {
    [
      "valid": .bool(isValid), "errors": .array(diagnostics.errors.map(\.json)),
      "warnings": .array(diagnostics.warnings.map(\.json)),
    ]
  }

  /// The result of `validate` for people.
  ///
  /// - Parameters:
  ///   - subject: The file that was judged, as its user wrote it.
  ///   - language: The language.
  /// - Returns: Each finding with its line, by file, and the numbers by code.
  /// - Complexity: O(*n* + *t*) for *n* findings in texts of *t* characters.
  public func report(on subject: String, language: Language) -> Report {
    let phrases = Phrases(language)
    var blocks = findings(phrases)
    if diagnostics.count > 1 {
      blocks += [.heading(phrases.countsHeading), .table(counts(phrases))]
    }
    return Report(
      title: phrases.validationTitle(subject),
      keySentence: phrases.validationSentence(
        errors: diagnostics.errors.count, warnings: diagnostics.warnings.count),
      blocks: blocks, data: data)
  }

  /// The errors alone, for a command that could not answer because of them.
  ///
  /// - Parameter language: The language.
  /// - Returns: A report without a title.
  /// - Complexity: O(*n* + *t*) for *n* findings in texts of *t* characters.
  public func errorReport(language: Language) -> Report {
    let phrases = Phrases(language)
    let errors = ValidationResult(diagnostics.errors, texts: texts)
    let sentence = phrases.notComputed(errors: errors.diagnostics.count)
    return Report(
      title: "", keySentence: "", blocks: errors.findings(phrases) + [.paragraph(sentence)],
      data: errors.data)
  }

  /// The findings, under the names of their files where there are several.
  private func findings(_ phrases: Phrases) -> [Report.Block] {
    let lines = texts.mapValues {
      $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    let files = Set(diagnostics.map { $0.place?.file })
    var blocks: [Report.Block] = []
    var current: String?? = .none
    for diagnostic in diagnostics {
      if files.count > 1, current != .some(diagnostic.place?.file) {
        blocks.append(.heading(diagnostic.place?.file ?? phrases.withoutPlace))
        current = .some(diagnostic.place?.file)
      }
      blocks.append(.finding(Report.Finding(diagnostic, lines: lines, phrases)))
    }
    return blocks
  }

  private func counts(_ phrases: Phrases) -> Report.Table {
    let byCode = Dictionary(grouping: diagnostics, by: \.code)
    let codes = byCode.keys.sorted { left, right in
      let counts = (byCode[left, default: []].count, byCode[right, default: []].count)
      if left.severity != right.severity { return left.severity == .error }
      return counts.0 != counts.1 ? counts.0 > counts.1 : left.rawValue < right.rawValue
    }
    return Report.Table(
      columns: [
        .init(phrases.numberTitle, .right), .init(phrases.weightTitle), .init(phrases.codeTitle),
        .init(phrases.meaningTitle),
      ],
      rows: codes.map { code in
        [
          phrases.number(byCode[code, default: []].count), phrases.word(code.severity),
          code.rawValue,
          phrases.meaning(of: code),
        ]
      })
  }

  private var data: Report.Table {
    Report.Table(
      names: ["severity", "code", "file", "line", "column", "id", "message", "hint"],
      rows: diagnostics.map { diagnostic in
        let place = diagnostic.place
        return [
          diagnostic.severity.rawValue, diagnostic.code.rawValue, place?.file ?? "",
          place.map { String($0.line) } ?? "", place.map { String($0.column) } ?? "",
          diagnostic.id ?? "", diagnostic.message, diagnostic.hint ?? "",
        ]
      })
  }
}

extension Report.Finding {
  /// A diagnostic with the line that it is about, if its text is known.
  fileprivate init(
    _ diagnostic: Diagnostic, lines: [String: [Substring]], _ phrases: Phrases
  ) {
    self.init(
      severity: diagnostic.severity, place: diagnostic.place?.description,
      label: phrases.word(diagnostic.severity),
      message: "\(diagnostic.message) [\(diagnostic.code.rawValue)]",
      excerpt: diagnostic.place.map { Self.excerpt(of: $0, in: lines[$0.file] ?? []) } ?? [],
      hint: diagnostic.hint)
  }

  /// The line of a place and a caret under its column; of a very long line, the part around it.
  private static func excerpt(of place: SourcePlace, in lines: [Substring]) -> [String] {
    guard lines.indices.contains(place.line - 1) else { return [] }
    let scalars = Array(lines[place.line - 1].unicodeScalars)
    let column = min(max(0, place.column - 1), scalars.count)
    let start = column > 80 ? column - 40 : 0
    let end = min(scalars.count, start + 96)
    let text = { (slice: ArraySlice<Unicode.Scalar>) -> String in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: slice)
      return String(view).withoutControls
    }
    let (head, tail) = (start > 0 ? "…" : "", end < scalars.count ? "…" : "")
    let before = head + text(scalars[start..<max(start, column)])
    return [
      head + text(scalars[start..<end]) + tail,
      String(repeating: " ", count: before.displayWidth) + "^",
    ]
  }
}
