extension FormatSection {
  /// A section of criteria files.
  static func ofCriteria(_ name: SectionName) -> FormatSection {
    switch name {
    case .criterion: criterion
    case .thresholdChoice: thresholdChoice
    case .figure: figure
    case .question: question
    case .criteriaLevel: criteriaLevel
    case .anyOfRule: anyOfRule
    case .allOfRule: allOfRule
    case .atLeastRule: atLeastRule
    case .notRule: notRule
    case .subjectRule: subjectRule
    default: criteriaFile
    }
  }

  static let criteriaFile = FormatSection(
    .criteriaFile, "Criteria file",
    "A set of criteria by which an outage, or what may fail, is judged.",
    [
      FormatKey("depgraph-criteria", .version, "The version of the format: 1.", required: true),
      FormatKey("id", .word, "What the set is referred to by.", required: true),
      .name,
      FormatKey(
        "language", .oneOf(Language.allCases.map(\.rawValue)),
        "The language of texts that do not state theirs.", standard: "nl"),
      FormatKey(
        "status", .oneOf(CriteriaSet.Status.allCases.map(\.rawValue)), "What standing it has.",
        standard: "own"),
      FormatKey("valid", .section(.validity), "When it holds."),
      FormatKey("sources", .list(.section(.source)), "Where criteria come from."),
      FormatKey(
        "counts-degraded", .boolean,
        "Whether what works degraded counts as failed, where things are counted.",
        standard: "false"),
      FormatKey("applies-when", .rule, "When it applies.", standard: "always"),
      FormatKey("figures", .list(.section(.figure)), "Numbers about the organisation."),
      FormatKey("questions", .list(.section(.question)), "What people answer."),
      FormatKey("criteria", .list(.section(.criterion)), "The criteria, in order."),
      FormatKey("levels", .list(.section(.criteriaLevel)), "The levels, the highest first."),
      .basis, .source, .note,
    ])

  static let criterion = FormatSection(
    .criterion, "criteria",
    "One criterion: exactly one of `measure`, `question` and `rule`.",
    [
      FormatKey("id", .word, "What it is referred to by; unique in the file.", required: true),
      .name,
      FormatKey(
        "measure", .oneOf(CriterionMeasure.allCases.map(\.rawValue)), "What is measured."),
      FormatKey("figure", .word, "The figure, for `measure: figure`."),
      FormatKey(
        "comparison", .oneOf(CriterionTest.Comparison.allCases.map(\.rawValue)),
        "How the value stands to the threshold.", standard: "more-than"),
      FormatKey(
        "threshold", .either(.word, .section(.thresholdChoice)),
        "A number in the unit of the measure, a share of a figure (`5% of turnover`), or a choice."),
      FormatKey(
        "unit", .oneOf(CriterionUnit.allCases.map(\.rawValue)), "The unit of the measure.",
        standard: "that of the measure"),
      FormatKey(
        "within", .duration, "The time after the failure within which the value must be reached."),
      FormatKey(
        "counts-degraded", .boolean, "Whether what works degraded counts as failed.",
        standard: "that of the set"),
      FormatKey(
        "upper-bound", .boolean,
        "Whether the value is only an upper bound of what the criterion counts.", standard: "false"),
      FormatKey("question", .text, "What a person answers."),
      FormatKey("rule", .rule, "The rule over other criteria that must be met."),
      FormatKey("except", .rule, "What takes it away."),
      .basis, .source, .note,
    ])

  static let thresholdChoice = FormatSection(
    .thresholdChoice, "threshold", "The smallest or the largest of several thresholds.",
    [
      FormatKey("smaller-of", .list(.word), "The smallest of these counts."),
      FormatKey("larger-of", .list(.word), "The largest of these counts."),
    ])

  static let figure = FormatSection(
    .figure, "figures", "A number about the organisation.",
    [
      FormatKey("id", .word, "What it is referred to by; unique in the file.", required: true),
      .name,
      FormatKey(
        "unit", .oneOf(CriterionUnit.allCases.map(\.rawValue)), "Its unit.", required: true),
      FormatKey("value", .word, "Its value, in that unit.", standard: "not given"),
      .note,
    ])

  static let question = FormatSection(
    .question, "questions", "A question that a person answers with yes or no.",
    [
      FormatKey("id", .word, "What it is referred to by; unique in the file.", required: true),
      FormatKey("text", .text, "The question.", required: true),
    ])

  static let criteriaLevel = FormatSection(
    .criteriaLevel, "levels", "A level that is reached when a rule is met.",
    [
      FormatKey("level", .word, "How it is called.", required: true),
      .name,
      FormatKey("rule", .rule, "When it is reached.", required: true),
      .note,
    ])

  static let anyOfRule = FormatSection(
    .anyOfRule, "any-of", "A rule that is met when one member is.",
    [FormatKey("any-of", .list(.rule), "The members.", required: true)])

  static let allOfRule = FormatSection(
    .allOfRule, "all-of", "A rule that is met when every member is.",
    [FormatKey("all-of", .list(.rule), "The members.", required: true)])

  static let atLeastRule = FormatSection(
    .atLeastRule, "at-least (rule)", "A rule that is met when a number of members are.",
    [
      FormatKey("at-least", .integer(from: 1), "How many.", required: true),
      FormatKey("of", .list(.rule), "The members.", required: true),
    ])

  static let notRule = FormatSection(
    .notRule, "not", "A rule that is met when its member is not.",
    [FormatKey("not", .rule, "The member.", required: true)])

  static let subjectRule = FormatSection(
    .subjectRule, "attribute", "A rule on what the model says of the subject: `in` or `not-in`.",
    [
      FormatKey(
        "attribute", .oneOf(SubjectTest.Attribute.allCases.map(\.rawValue)), "What is looked at.",
        required: true),
      FormatKey("in", .oneOrMore(.word), "It has one of these values."),
      FormatKey("not-in", .oneOrMore(.word), "It has none of these values."),
    ])
}
