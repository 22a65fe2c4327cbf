// What somebody gives with a set of criteria on the command line: answers and figures.

extension CriteriaSet {
  /// Answers written as `id=yes` or `id=no`.
  ///
  /// - Parameter texts: The answers; of two to one question the later counts.
  /// - Returns: The answers by id.
  /// - Throws: `InvalidInput` with one mistake for each that answers nothing.
  /// - Complexity: O(*n*·*q*) for *n* answers and *q* questions.
  public func answers(_ texts: [String]) throws(InvalidInput) -> [String: Bool] {
    let ids = questions.map(\.id) + criteria.filter(\.isQuestion).map(\.id)
    var answers: [String: Bool] = [:]
    var problems: [Diagnostic] = []
    for (id, value, text) in texts.map(Self.pair) {
      guard ids.contains(id) else {
        problems.append(Self.unknown("question", id, among: ids))
        continue
      }
      switch value {
      case "yes", "ja", "true": answers[id] = true
      case "no", "nee", "false": answers[id] = false
      default:
        problems.append(
          Diagnostic(.badValue, "`\(text)` is no answer: write `\(id)=yes` or `\(id)=no`", id: id))
      }
    }
    if !problems.isEmpty { throw InvalidInput(problems) }
    return answers
  }

  /// Figures written as `id=value`, the value in the unit of the figure.
  ///
  /// - Parameter texts: The figures; of two for one the later counts.
  /// - Returns: The values by id.
  /// - Throws: `InvalidInput` with one mistake for each that gives nothing.
  /// - Complexity: O(*n*·*f*) for *n* texts and *f* figures.
  public func figures(_ texts: [String]) throws(InvalidInput) -> [String: Double] {
    var values: [String: Double] = [:]
    var problems: [Diagnostic] = []
    for (id, value, text) in texts.map(Self.pair) {
      guard let figure = figures.first(where: { $0.id == id }) else {
        problems.append(Self.unknown("figure", id, among: figures.map(\.id)))
        continue
      }
      if let number = figure.unit.number(value) {
        values[id] = number
      } else {
        problems.append(
          Diagnostic(
            .badValue, "`\(text)` gives no value in \(figure.unit.rawValue)", id: id,
            hint: "such as `\(id)=\(figure.unit.example)`"))
      }
    }
    if !problems.isEmpty { throw InvalidInput(problems) }
    return values
  }

  private static func pair(_ text: String) -> (id: String, value: String, text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "", text)
  }

  private static func unknown(_ kind: String, _ id: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      .unknownReference, "the criteria have no \(kind) `\(id)`", id: id,
      hint: nearestName(to: id, among: known).map { "did you mean `\($0)`?" }
        ?? (known.isEmpty ? "they have none" : "they have " + known.joined(separator: ", ")))
  }
}

extension Criterion {
  /// Whether a person answers it.
  fileprivate var isQuestion: Bool {
    if case .question = condition { true } else { false }
  }
}

extension CriterionUnit {
  fileprivate var example: String {
    switch self {
    case .people: "20000"
    case .count: "2"
    case .euros: "12 M EUR"
    case .share: "5%"
    case .time: "30m"
    }
  }
}
