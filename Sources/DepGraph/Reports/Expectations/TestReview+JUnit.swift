extension TestReview {
  /// The result of `test` in the XML that build servers read: a suite for each file, a case for each
  /// claim.
  ///
  /// It holds no moment and no duration, so that the same answer gives the same bytes.
  ///
  /// - Parameter language: The language.
  /// - Returns: A JUnit report.
  /// - Complexity: O(*n*) for *n* claims and chains.
  public func junit(language: Language) -> String {
    var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
    lines.append(
      "<testsuites name=\"depgraph test\" tests=\"\(claimCount)\" "
        + "failures=\"\(claimCount - count(.passed))\" errors=\"0\">")
    for suite in suites {
      let verdicts = suite.verdicts
      lines.append(
        "  <testsuite name=\"\(suite.file.xmlText)\" tests=\"\(verdicts.count)\" "
          + "failures=\"\(verdicts.count { $0 != .passed })\" errors=\"0\" skipped=\"0\">")
      for tested in TestedCaseWriter(suite, language: language).cases {
        lines += tested.junit(suite: suite.file, Phrases(language))
      }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }
}

extension UntestedFile {
  /// That the file was not tested, as a build server reads it: one case, with an error.
  ///
  /// - Parameter language: The language.
  /// - Returns: A JUnit report.
  /// - Complexity: O(*n*) for *n* errors.
  public func junit(language: Language) -> String {
    let errors = diagnostics.errors
    let name = Phrases(language).canBeTested.xmlText
    let place = errors.lazy.compactMap(\.place).first
    let position =
      place.map { " file=\"\($0.file.xmlText)\" line=\"\($0.line)\"" } ?? ""
    let lines = errors.map { (found: Diagnostic) -> String in
      let at = found.place.map { (place: SourcePlace) in "\(place): " } ?? ""
      return (at + found.sentence).xmlText
    }
    let text = lines.joined(separator: "\n")
    let counts = "tests=\"1\" failures=\"0\" errors=\"1\""
    let message = errors.first?.message ?? ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="depgraph test" \(counts)>
        <testsuite name="\(file.xmlText)" \(counts) skipped="0">
          <testcase classname="\(file.xmlText)" name="\(name)"\(position)>
            <error type="invalid-input" message="\(message.xmlText)">\(text)</error>
          </testcase>
        </testsuite>
      </testsuites>

      """
  }
}

extension TestedCase {
  fileprivate func junit(suite: String, _ phrases: Phrases) -> [String] {
    var start = "    <testcase classname=\"\(suite.xmlText)\" name=\"\(title.xmlText)\""
    if let place {
      start += " file=\"\(place.file.xmlText)\" line=\"\(place.line)\""
    }
    guard verdict != .passed else { return [start + "/>"] }
    let computed = phrases.computedMark(computed)
    let text = ([phrases.capitalised(title) + ".", computed] + reasonLines)
      .map(\.xmlText).joined(separator: "\n")
    return [
      start + ">",
      "      <failure type=\"\(verdict.rawValue)\" message=\"\(computed.xmlText)\">"
        + text + "</failure>",
      "    </testcase>",
    ]
  }
}

extension String {
  /// The text for between two tags, or in double quotes; what XML cannot hold, and other control characters, become
  /// U+FFFD.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  fileprivate var xmlText: String {
    var result = ""
    for scalar in withoutControls.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
