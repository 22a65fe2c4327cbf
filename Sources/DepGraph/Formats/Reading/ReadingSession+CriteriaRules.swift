// Rules and thresholds of criteria files.

extension ReadingSession {
  /// A rule: an id, a list (all of), or a mapping.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  func rule(_ value: YAMLValue, _ names: CriteriaNames) -> CriterionRule? {
    switch value.content {
    case .scalar: return reference(value, names)
    case .list(let members):
      if members.isEmpty { report(.badThreshold, "a rule without members", at: value.place) }
      return .all(members.compactMap { rule($0, names) })
    case .mapping(let pairs):
      let keys = pairs.map(\.key)
      if keys.contains("any-of") {
        return rules(value, .anyOfRule, "any-of", names).map { .any($0) }
      }
      if keys.contains("all-of") {
        return rules(value, .allOfRule, "all-of", names).map { .all($0) }
      }
      if keys.contains("at-least") || keys.contains("of") { return countingRule(value, names) }
      if keys.contains("not") {
        guard let fields = Fields(value, as: .notRule, in: self) else { return nil }
        return fields.value("not").flatMap { rule($0, names) }.map { .not($0) }
      }
      if keys.contains("attribute") { return subjectRule(value) }
      report(
        .badValue,
        "a rule is an id, `all-of`, `any-of`, `at-least` with `of`, `not` or `attribute`",
        at: value.place)
      return nil
    }
  }

  private func reference(_ value: YAMLValue, _ names: CriteriaNames) -> CriterionRule? {
    guard let id = word(value, of: "rule") else { return nil }
    switch names.kinds[id] {
    case .criterion, .question: return .reference(id)
    case .figure:
      report(
        .unknownReference, "`\(id)` is a figure, which is neither met nor not", at: value.place)
    case nil:
      report(
        .unknownReference, "there is no criterion or question `\(id)`", at: value.place,
        hint: hint(for: id, among: names.answerable))
    }
    return nil
  }

  private func rules(
    _ value: YAMLValue, _ section: SectionName, _ key: String, _ names: CriteriaNames
  ) -> [CriterionRule]? {
    guard let fields = Fields(value, as: section, in: self), let members = fields.value(key) else {
      return nil
    }
    let list = list(members, of: key)
    if list.isEmpty { report(.badThreshold, "`\(key)` has no members", at: members.place) }
    return list.compactMap { rule($0, names) }
  }

  private func countingRule(_ value: YAMLValue, _ names: CriteriaNames) -> CriterionRule? {
    guard let fields = Fields(value, as: .atLeastRule, in: self) else { return nil }
    let count = fields.integer("at-least")
    guard let members = fields.value("of") else { return nil }
    let list = list(members, of: "of")
    let rules = list.compactMap { rule($0, names) }
    guard let count else { return nil }
    if count > list.count {
      report(
        .badThreshold,
        "`at-least: \(count)` asks for more than the \(list.count) members there are",
        at: fields.place(of: "at-least"))
    }
    return .atLeast(count, rules)
  }

  private func subjectRule(_ value: YAMLValue) -> CriterionRule? {
    guard let fields = Fields(value, as: .subjectRule, in: self) else { return nil }
    let attribute = fields.oneOf("attribute", SubjectTest.Attribute.self)
    let isExclusion = fields.has("not-in")
    if isExclusion == fields.has("in") {
      report(.missingKey, "a test on the subject has either `in` or `not-in`", at: fields.place)
    }
    let places = ["in", "not-in"].compactMap(fields.value).flatMap(members).map(\.place)
    let values = fields.words("in") + fields.words("not-in")
    guard let attribute else { return nil }
    for (text, place) in zip(values, places) { checkValue(text, of: attribute, at: place) }
    return .subject(SubjectTest(attribute, values, isExclusion: isExclusion))
  }

  private func checkValue(
    _ text: String, of attribute: SubjectTest.Attribute, at place: SourcePlace
  ) {
    let known: [String]
    switch attribute {
    case .sector:
      _ = reference(text, to: .sector, at: place)
      return
    case .kind: known = ComponentKind.allCases.map(\.rawValue)
    case .vitalStatus: known = VitalStanding.Status.allCases.map(\.rawValue)
    case .owner, .tag: return
    }
    guard !known.contains(text) else { return }
    report(
      .unknownValue, "`\(attribute.rawValue)` cannot be `\(text)`", at: place,
      hint: hint(for: text, among: known))
  }

  // MARK: - Thresholds

  /// A threshold in a unit: a number, a share of a figure, or the smallest or largest of several.
  ///
  /// - Complexity: O(*n*) for *n* parts.
  func threshold(
    _ value: YAMLValue, in unit: CriterionUnit, _ names: CriteriaNames
  ) -> CriterionThreshold? {
    guard value.mapping != nil else { return simpleThreshold(value, in: unit, names) }
    guard let fields = Fields(value, as: .thresholdChoice, in: self) else { return nil }
    let parts = { (key: String) -> [CriterionThreshold]? in
      fields.value(key).map { list in
        self.list(list, of: key).compactMap { self.simpleThreshold($0, in: unit, names) }
      }
    }
    let smaller = parts("smaller-of")
    let larger = parts("larger-of")
    guard (smaller == nil) != (larger == nil) else {
      report(
        .badValue, "a threshold by choice has either `smaller-of` or `larger-of`", at: value.place)
      return nil
    }
    guard let found = smaller ?? larger, !found.isEmpty else {
      report(.badThreshold, "a choice without thresholds", at: value.place)
      return nil
    }
    return smaller == nil ? .largest(found) : .smallest(found)
  }

  private func simpleThreshold(
    _ value: YAMLValue, in unit: CriterionUnit, _ names: CriteriaNames
  ) -> CriterionThreshold? {
    guard let text = word(value, of: "threshold") else { return nil }
    let words = text.split(separator: " ")
    guard words.count == 3, words[1] == "of" else {
      return amount(text, in: unit, of: "threshold", at: value.place).map { .amount($0) }
    }
    let figure = String(words[2])
    // More than the whole is a share too: 150% of a budget.
    let percentage = words[0].hasSuffix("%") ? Double(percentage: words[0].dropLast()) : nil
    guard let share = percentage, share >= 0 else {
      report(
        .badValue, "`threshold` wants a share of `\(figure)` such as `5% of \(figure)`",
        at: value.place)
      return nil
    }
    guard let own = self.unit(ofFigure: figure, at: value.place, names) else { return nil }
    guard own == unit else {
      report(
        .badValue, "`\(figure)` is in \(own.rawValue), and the measure in \(unit.rawValue)",
        at: value.place)
      return nil
    }
    return .share(share, of: figure)
  }

  /// The unit of a figure; a reference to what is none is reported.
  func unit(
    ofFigure id: String, at place: SourcePlace, _ names: CriteriaNames
  ) -> CriterionUnit? {
    if case .figure(let unit) = names.kinds[id] { return unit }
    report(
      .unknownReference, "there is no figure `\(id)`", at: place,
      hint: hint(for: id, among: names.figures))
    return nil
  }

  /// A number in a unit.
  func amount(
    _ text: String, in unit: CriterionUnit, of key: String, at place: SourcePlace
  ) -> Double? {
    if let value = unit.number(text) { return value }
    let other = CriterionUnit.allCases.first { $0 != unit && $0.number(text) != nil }
    report(
      .badValue,
      "`\(key)` wants \(unit.wanted), not `\(text)`"
        + (other.map { ", which is \($0.wanted)" } ?? ""),
      at: place)
    return nil
  }
}

extension CriterionUnit {
  /// The number that a text writes in this unit.
  ///
  /// - Parameter text: The text.
  /// - Returns: The number, in seconds for a time; nil where it writes none.
  /// - Complexity: O(*n*) for *n* characters.
  public func number(_ text: String) -> Double? {
    switch self {
    case .people, .count: Double(decimal: text).flatMap { $0 >= 0 ? $0 : nil }
    case .euros: Money(text: text)?.euros
    case .share: try? Ratio.number(text: text)
    case .time: TimeSpan(text: text)?.seconds
    }
  }

  /// What it looks like, for a message.
  fileprivate var wanted: String {
    switch self {
    case .people: "a number of people"
    case .count: "a number"
    case .euros: "an amount of euros such as `5 bn EUR`"
    case .share: "a share such as `5%`"
    case .time: "a length of time such as `30m`"
    }
  }
}
