extension ReadingSession {
  /// A set of criteria.
  ///
  /// - Complexity: O(*n*) for *n* values.
  func criteria(_ value: YAMLValue) -> CriteriaSet {
    guard let fields = Fields(value, as: .criteriaFile, in: self) else {
      return CriteriaSet(id: "")
    }
    checkVersion(fields, "depgraph-criteria")
    if let language = fields.oneOf("language", Language.self) { defaults.language = language }
    let id = fields.value("id").flatMap { criteriaID($0, of: "id") }
    var set = CriteriaSet(id: id ?? "")
    set.language = defaults.language
    set.name = fields.text("name")
    set.note = fields.text("note")
    if let status = fields.oneOf("status", CriteriaSet.Status.self) { set.status = status }
    set.countsDegraded = fields.boolean("counts-degraded") ?? false
    readSources(fields, into: &set)
    readValidity(fields, into: &set)
    defaults.evidence = evidence(fields, within: Evidence(.internal))
    set.evidence = defaults.evidence
    var names = CriteriaNames()
    set.figures = fields.entries("figures", as: .figure).compactMap { figure($0, &names) }
    set.questions = fields.entries("questions", as: .question).compactMap { question($0, &names) }
    let criteria = fields.entries("criteria", as: .criterion).map { entry in
      (entry, entry.value("id").flatMap { criteriaID($0, of: "id") })
    }
    for (entry, id) in criteria {
      if let id { declare(id, .criterion, at: entry.value("id")?.place ?? entry.place, &names) }
    }
    set.criteria = criteria.compactMap { entry, id in
      about(id) { criterion(entry, id: id ?? "", names) }
    }
    set.applicability = fields.value("applies-when").flatMap { rule($0, names) }
    set.levels = levels(fields, names)
    reportCycles(of: set)
    return set
  }

  /// An id of a criteria file: spelt as ids of models are.
  private func criteriaID(_ value: YAMLValue, of key: String) -> String? {
    guard let id = word(value, of: key) else { return nil }
    if !IdentifierSyntax.isIdentifier(id) { reportBadID(id, at: value.place) }
    return id
  }

  private func readSources(_ fields: Fields, into set: inout CriteriaSet) {
    index = DeclarationIndex()
    for entry in fields.entries("sources", as: .source) {
      guard let value = entry.value("id"), let id = criteriaID(value, of: "id") else {
        if !entry.has("id") { report(.missingKey, "a source needs an `id`", at: entry.place) }
        continue
      }
      if index?.add(id, as: .source, at: value.place) != nil {
        report(.duplicateID, "`\(id)` is a source already", at: value.place)
      }
      set.sources.append(source(entry, id: id))
    }
  }

  private func readValidity(_ fields: Fields, into set: inout CriteriaSet) {
    guard let valid = fields.fields("valid", as: .validity) else { return }
    set.validFrom = valid.date("from")
    set.validUntil = valid.date("until")
    if let from = set.validFrom, let until = set.validUntil, until < from {
      report(.outOfRange, "`until` is before `from`", at: valid.place(of: "until"))
    }
  }

  private func declare(
    _ id: String, _ kind: CriteriaNames.Kind, at place: SourcePlace, _ names: inout CriteriaNames
  ) {
    guard let first = names.add(id, kind) else { return }
    diagnostics.append(
      Diagnostic(
        .duplicateID, "`\(id)` is \(first.withArticle) of this file already", at: place, id: id))
  }

  private func figure(_ fields: Fields, _ names: inout CriteriaNames) -> CriteriaFigure? {
    let id = fields.value("id").flatMap { criteriaID($0, of: "id") }
    let unit = fields.oneOf("unit", CriterionUnit.self)
    let name = fields.text("name")
    let note = fields.text("note")
    guard let id, let unit else { return nil }
    declare(id, .figure(unit), at: fields.value("id")?.place ?? fields.place, &names)
    var figure = CriteriaFigure(id: id, unit: unit)
    figure.name = name
    figure.note = note
    if let value = fields.value("value") {
      figure.value = word(value, of: "value").flatMap {
        amount($0, in: unit, of: "value", at: value.place)
      }
    }
    return figure
  }

  private func question(_ fields: Fields, _ names: inout CriteriaNames) -> CriteriaQuestion? {
    let id = fields.value("id").flatMap { criteriaID($0, of: "id") }
    let text = fields.text("text")
    guard let id else { return nil }
    declare(id, .question, at: fields.value("id")?.place ?? fields.place, &names)
    return text.map { CriteriaQuestion(id: id, text: $0) }
  }

  private func levels(_ fields: Fields, _ names: CriteriaNames) -> [CriteriaLevel] {
    var known: Set<String> = []
    return fields.entries("levels", as: .criteriaLevel).compactMap { entry in
      let id = entry.word("level")
      if let id, !known.insert(id).inserted {
        let place = entry.value("level")?.place ?? entry.place
        report(.duplicateID, "`\(id)` is a level already", at: place)
      }
      let name = entry.text("name")
      let note = entry.text("note")
      guard let rule = entry.value("rule").flatMap({ rule($0, names) }), let id else { return nil }
      var level = CriteriaLevel(id: id, rule: rule)
      level.name = name
      level.note = note
      return level
    }
  }

  // MARK: - Criteria

  private func criterion(_ fields: Fields, id: String, _ names: CriteriaNames) -> Criterion? {
    let conditions = ["measure", "question", "rule"].filter(fields.has)
    if conditions.count != 1 {
      report(
        conditions.isEmpty ? .missingKey : .badValue,
        "a criterion has exactly one of `measure`, `question` and `rule`", at: fields.place)
    }
    let test = test(fields, names)
    let question = fields.text("question")
    let rule = fields.value("rule").flatMap { self.rule($0, names) }
    var condition: Criterion.Condition?
    if let test {
      condition = .test(test)
    } else if let question {
      condition = .question(question)
    } else if let rule {
      condition = .rule(rule)
    }
    var criterion = Criterion(id: id, condition: condition ?? .rule(.all([])))
    criterion.place = fields.place
    criterion.name = fields.text("name")
    criterion.exception = fields.value("except").flatMap { self.rule($0, names) }
    criterion.evidence = evidence(fields, within: defaults.evidence)
    criterion.note = fields.text("note")
    if criterion.evidence.basis == .public, criterion.evidence.sources.isEmpty {
      report(
        .sourceMissing, "the public criterion `\(id)` names no source", at: fields.place,
        hint: "add `source:`, or give it another basis")
    }
    return id.isEmpty || condition == nil ? nil : criterion
  }

  /// What is measured; the keys that belong to it are read, and reported, even without it.
  private func test(_ fields: Fields, _ names: CriteriaNames) -> CriterionTest? {
    let measure = fields.oneOf("measure", CriterionMeasure.self)
    let comparison = fields.oneOf("comparison", CriterionTest.Comparison.self)
    let unit = fields.oneOf("unit", CriterionUnit.self)
    let within = fields.duration("within")
    let countsDegraded = fields.boolean("counts-degraded")
    let figure = fields.word("figure")
    let isUpperBound = fields.boolean("upper-bound")
    if !fields.has("measure") {
      let strays = [
        "comparison", "threshold", "unit", "within", "counts-degraded", "figure",
        "upper-bound",
      ]
      for key in strays where fields.has(key) {
        report(.badValue, "`\(key)` belongs to a `measure`", at: fields.place(of: key))
      }
    }
    guard let measure else { return nil }
    var test = CriterionTest(measure)
    test.figure = figure
    test.comparison = comparison ?? .moreThan
    test.within = within
    test.countsDegraded = countsDegraded
    test.isUpperBound = isUpperBound ?? false
    let own = measure.unit ?? unitOfFigure(figure, fields, names)
    if measure != .figure, figure != nil {
      report(.badValue, "`figure` belongs to `measure: figure`", at: fields.place(of: "figure"))
    }
    if let own, let unit, unit != own {
      report(
        .badValue, "`\(measure.rawValue)` counts in \(own.rawValue), not in \(unit.rawValue)",
        at: fields.place(of: "unit"), hint: "write `unit: \(own.rawValue)`, or leave it out")
    }
    if let own, let value = fields.value("threshold") {
      test.threshold = threshold(value, in: own, names)
    }
    return test
  }

  private func unitOfFigure(
    _ figure: String?, _ fields: Fields, _ names: CriteriaNames
  ) -> CriterionUnit? {
    guard let figure else {
      report(.missingKey, "`measure: figure` needs `figure`", at: fields.place(of: "measure"))
      return nil
    }
    return unit(ofFigure: figure, at: fields.place(of: "figure"), names)
  }

  // MARK: - Circles

  /// Reports criteria that refer to each other in a circle; every criterion is walked once.
  private func reportCycles(of set: CriteriaSet) {
    var next: [String: [String]] = [:]
    for criterion in set.criteria {
      var rules = [criterion.exception].compactMap(\.self)
      if case .rule(let rule) = criterion.condition { rules.append(rule) }
      next[criterion.id] = rules.flatMap(\.references)
    }
    var done: Set<String> = []
    for criterion in set.criteria where !done.contains(criterion.id) {
      var chain: [(id: String, place: Int)] = [(criterion.id, 0)]
      while let top = chain.last {
        let others = next[top.id, default: []]
        guard top.place < others.count else {
          done.insert(top.id)
          chain.removeLast()
          continue
        }
        chain[chain.count - 1].place += 1
        let other = others[top.place]
        if let start = chain.firstIndex(where: { $0.id == other }) {
          let way = (chain[start...].map(\.id) + [other]).map { "`\($0)`" }
          diagnostics.append(
            Diagnostic(
              .cycle, "criteria refer to each other in a circle: \(way.joined(separator: ", "))",
              at: set.criteria.first { $0.id == other }?.place, id: other))
          return
        }
        if !done.contains(other) { chain.append((other, 0)) }
      }
    }
  }
}

/// What the ids of a criteria file stand for.
struct CriteriaNames {
  /// What an id stands for.
  enum Kind: Equatable {
    case criterion, question
    case figure(CriterionUnit)

    /// It with its article, for a message.
    var withArticle: String {
      switch self {
      case .criterion: "a criterion"
      case .question: "a question"
      case .figure: "a figure"
      }
    }
  }

  private(set) var kinds: [String: Kind] = [:]
  /// The ids of criteria and questions, in order.
  private(set) var answerable: [String] = []
  /// The ids of figures, in order.
  private(set) var figures: [String] = []

  /// Adds an id; gives what it stands for already, if anything.
  mutating func add(_ id: String, _ kind: Kind) -> Kind? {
    if let first = kinds[id] { return first }
    kinds[id] = kind
    if case .figure = kind { figures.append(id) } else { answerable.append(id) }
    return nil
  }
}
