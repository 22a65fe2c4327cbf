/// Everything that is wrong or remarkable about an input, to be printed.
public struct ValidationResult: Sendable {
  /// The findings, by place.
  public let diagnostics: [Diagnostic]
  /// The facts that were not checked for long, by owner.
  public let stale: [Diagnostic]
  private let texts: [String: String]

  /// Makes the result.
  ///
  /// - Parameters:
  ///   - diagnostics: What was found.
  ///   - texts: The texts that the places point into, by file name.
  ///   - stale: The facts that were not checked for long, in the order to be shown.
  /// - Complexity: O(*n* log *n*) for *n* findings.
  public init(
    _ diagnostics: [Diagnostic], texts: [String: String], stale: [Diagnostic] = []
  ) {
    self.diagnostics = diagnostics.sortedByPlace()
    self.stale = stale
    self.texts = texts
  }

  /// Makes the result of a model that can be computed, with what there is to advise on it.
  ///
  /// - Parameters:
  ///   - remarks: What was found.
  ///   - compiled: The model.
  ///   - texts: The texts that the places point into, by file name.
  ///   - stale: The facts that were not checked for long, in the order to be shown.
  /// - Complexity: That of ``ModelAdvice/findings(in:)``, and O(*n* log *n*) for *n* findings.
  public init(
    _ remarks: [Diagnostic], on compiled: CompiledModel, texts: [String: String],
    stale: [Diagnostic] = []
  ) {
    self.init(remarks + ModelAdvice.findings(in: compiled), texts: texts, stale: stale)
  }

  /// Whether nothing stands in the way of computing.
  public var isValid: Bool { !diagnostics.hasErrors }

  /// The result of `validate` for machines.
  ///
  /// - Complexity: O(*n*) for *n* findings.
  public var json: JSONValue {
    [
      "valid": .bool(isValid), "errors": .array(diagnostics.errors.map(\.json)),
      "warnings": .array((diagnostics.warnings + stale).map(\.json)),
      "advice": .array(diagnostics.advice.map(\.json)),
    ]
  }

  /// The result of `validate` for people.
  ///
  /// - Parameters:
  ///   - subject: The file that was judged, as its user wrote it.
  ///   - model: The model, if it could be read.
  ///   - language: The language.
  /// - Returns: Each finding with its line, by file, and the numbers by code.
  /// - Complexity: O(*n* + *t*) for *n* findings in texts of *t* characters.
  public func report(on subject: String, model: Model?, language: Language) -> Report {
    let phrases = Phrases(language)
    var blocks = findings(phrases)
    if let model, !stale.isEmpty {
      blocks += [
        .heading("\(phrases.staleHeading) (\(stale.count))"), .table(staleTable(model, phrases)),
      ]
    }
    if diagnostics.count > 1 {
      blocks += [.heading(phrases.countsHeading), .table(counts(phrases))]
    }
    return Report(
      title: phrases.validationTitle(subject),
      keySentence: phrases.validationSentence(
        errors: diagnostics.errors.count, warnings: diagnostics.warnings.count + stale.count,
        advice: diagnostics.advice.count),
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

  /// The line breaks in which places count.
  private static let lineBreaks: Set<Character> = [
    "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}",
  ]

  /// The findings, under the names of their files where there are several.
  private func findings(_ phrases: Phrases) -> [Report.Block] {
    let lines = texts.mapValues { text in
      text.split(omittingEmptySubsequences: false) { Self.lineBreaks.contains($0) }
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

  private func staleTable(_ model: Model, _ phrases: Phrases) -> Report.Table {
    let components = Dictionary(
      model.components.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let parties = Dictionary(
      model.parties.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = stale.compactMap { $0.id.flatMap { components[$0] } }.map { component in
      let owner = component.owner.flatMap { parties[$0] }
      return [
        owner?.name?.text(in: phrases.language) ?? component.owner ?? phrases.nobody,
        component.name?.text(in: phrases.language) ?? component.id, component.id,
        component.checked.map(phrases.date) ?? phrases.never, component.checkedBy ?? "",
      ]
    }
    return Report.Table(
      names: [
        phrases.ownerTitle, phrases.nameTitle, "Id", phrases.checkedTitle, phrases.checkedByTitle,
      ], rows: rows)
  }

  private func counts(_ phrases: Phrases) -> Report.Table {
    let byCode = Dictionary(grouping: diagnostics, by: \.code)
    let codes = byCode.keys.sorted { left, right in
      let counts = (byCode[left, default: []].count, byCode[right, default: []].count)
      if left.severity != right.severity { return left.severity.weight > right.severity.weight }
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
      rows: (diagnostics + stale).map { diagnostic in
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

  /// The line of a place and a caret under its column.
  private static func excerpt(of place: SourcePlace, in lines: [Substring]) -> [String] {
    guard lines.indices.contains(place.line - 1) else { return [] }
    // The line alone, so that thousands of findings do not search the text thousands of times.
    let onItsLine = SourcePlace(file: place.file, line: 1, column: place.column)
    let found = DepGraph.excerpt(of: onItsLine, in: [place.file: String(lines[place.line - 1])])
    let shown = found?.split(separator: "\n").map(String.init) ?? []
    // A caret under an empty line shows nothing.
    return shown.count == 2 ? shown : []
  }
}

extension Diagnostic.Severity {
  /// What comes first in a list by weight.
  fileprivate var weight: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .advice: 0
    }
  }
}
