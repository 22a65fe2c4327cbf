extension FormatSection {
  /// A section of a framework that stands in a file of its own, or of a file of statutory clocks.
  static func ofIncidents(_ name: SectionName) -> FormatSection {
    switch name {
    case .frameworkFile: frameworkFile
    case .duty: duty
    default: clockFile
    }
  }

  private static let language = FormatKey(
    "language", .oneOf(Language.allCases.map(\.rawValue)),
    "The language of texts that do not state theirs.", standard: "nl")

  private static let frameworkFile = FormatSection(
    .frameworkFile, "Framework file", "An escalation framework that can be laid over any model.",
    [
      FormatKey("depgraph-escalation", .version, "The version of the format: 1.", required: true),
      .name, language,
      FormatKey("sources", .list(.section(.source)), "Where it comes from."),
      FormatKey(
        "contacts", .list(.section(.contact)),
        "Who can be called; of a contact that the model has too, the model's entry counts."),
      FormatKey("escalation", .list(.section(.escalationLevel)), "The levels."),
      .basis, .source, .note,
    ])

  private static let clockFile = FormatSection(
    .clockFile, "Clock file", "The times within which a law wants an incident reported.",
    [
      FormatKey("depgraph-clocks", .version, "The version of the format: 1.", required: true),
      FormatKey("id", .word, "What the set is referred to by.", required: true),
      .name, language,
      FormatKey("sources", .list(.section(.source)), "Where it comes from."),
      FormatKey("applies", .text, "When it applies; a person judges that."),
      FormatKey(
        "zone", .zone, "The clock by which months are counted.", standard: "Europe/Amsterdam"),
      FormatKey("duties", .list(.section(.duty)), "What has to be reported, in order."),
      .basis, .source, .note,
    ])

  private static let duty = FormatSection(
    .duty, "duties", "Something that has to be reported within a time.",
    [
      FormatKey("id", .word, "What it is referred to by; unique in the file.", required: true),
      .name,
      FormatKey(
        "within", .duration,
        "How long there is for it; written in months or years it goes by the calendar.",
        required: true),
      FormatKey(
        "from", .word, "An earlier duty of the file, from whose deadline it counts.",
        standard: "the moment at which somebody became aware"),
      FormatKey("to", .text, "To whom."),
      FormatKey("text", .text, "What has to be in it."),
      .basis, .source, .note,
    ])
}
