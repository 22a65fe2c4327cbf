extension Report {
  /// The report with the line that asks for it again at its end, beside where it comes from.
  ///
  /// - Parameters:
  ///   - result: The envelope of the same answer.
  ///   - language: The language.
  /// - Returns: The same with one line more; a report of no question, such as a list, as it is.
  /// - Complexity: O(*n*) for *n* blocks.
  public func stamped(by result: JSONResult, language: Language) -> Report {
    guard result.model != nil || !result.inputs.isEmpty else { return self }
    let phrases = Phrases(language)
    let arguments = ResultArguments(
      command: result.command, options: result.options)
    let line = phrases.askedAs(
      arguments.line(model: result.modelFile ?? phrases.modelPlaceholder),
      version: DepGraphVersion.current)
    var report = self
    if case .list(let items)? = blocks.last, blocks.contains(.heading(phrases.provenanceTitle)) {
      report.blocks[blocks.count - 1] = .list(items + [Item(line)])
    } else {
      report.blocks.append(.note(line))
    }
    return report
  }
}

extension Phrases {
  /// The command that gives the answer again.
  func askedAs(_ command: String, version: String) -> String {
    pick("Gevraagd met depgraph \(version): ", "Asked with depgraph \(version): ") + command
  }

  /// What stands for the model in a command where it was read from no file.
  var modelPlaceholder: String { pick("MODEL", "MODEL") }
}
