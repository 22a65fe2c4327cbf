extension ImportReport {
  /// What became of what, for people.
  ///
  /// - Parameter language: The language.
  /// - Returns: A table of what was taken over, guessed and left.
  /// - Complexity: O(*n* log *n*) for *n* kinds of things.
  public func report(language: Language) -> Report {
    let phrases = Phrases(language)
    let entries = entries
    var blocks: [Report.Block] = []
    if !entries.isEmpty { blocks.append(.table(phrases.importTable(entries))) }
    if count(.guessed) > 0 { blocks.append(.note(phrases.guessesNote)) }
    let data = Report.Table(
      names: ["subject", "fate", "count", "meaning"],
      rows: entries.map { entry in
        [
          entry.subject(in: language), entry.fate.rawValue, "\(entry.count)",
          entry.meaning?.text(in: language) ?? "",
        ]
      })
    return Report(
      title: phrases.importTitle(format), keySentence: phrases.importSentence(self),
      blocks: blocks, data: data)
  }

  /// What became of what, for machines.
  ///
  /// - Parameter language: The language of meanings, and of subjects that are no words of the source.
  /// - Returns: The format, the files, the counts by fate, and the entries.
  /// - Complexity: O(*n* log *n*) for *n* kinds of things.
  public func json(language: Language) -> JSONValue {
    [
      "format": .string(format),
      "files": .texts(files),
      "counts": [
        "mapped": .integer(count(.mapped)), "guessed": .integer(count(.guessed)),
        "ignored": .integer(count(.ignored)),
      ],
      "entries": .array(
        entries.map { entry in
          [
            "subject": .string(entry.subject(in: language)),
            "fate": .string(entry.fate.rawValue),
            "count": .integer(entry.count), "meaning": .text(entry.meaning?.text(in: language)),
          ]
        }),
    ]
  }
}
