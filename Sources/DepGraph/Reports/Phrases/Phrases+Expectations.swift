// What is said of the expectations of models and scenarios as tests.

extension Phrases {
  private static let claimNoun = Noun(("bewering", "beweringen"), ("claim", "claims"))
  private static let causeNoun = Noun(
    ("gedeelde oorzaak", "gedeelde oorzaken"), ("common cause", "common causes"))

  var testTitle: String { pick("Verwachtingen getoetst", "Expectations tested") }

  func testSentence(_ review: TestReview) -> String {
    let all = review.claimCount
    guard all > 0 else {
      return pick(
        "Er is niets te toetsen: geen van de bestanden noemt een verwachting. Schrijf er een onder “expect”: wat er uitvalt (“when”) en wat dan blijft werken (“up”).",
        "There is nothing to test: none of the files holds an expectation. Write one under \"expect\": what fails (\"when\") and what keeps working then (\"up\")."
      )
    }
    let passed = review.count(.passed)
    let (failed, open) = (review.count(.failed), review.count(.undetermined))
    if passed == all {
      return all == 1
        ? pick("De ene bewering klopt.", "The one claim holds.")
        : pick("Alle \(number(all)) beweringen kloppen.", "All \(number(all)) claims hold.")
    }
    var parts = [
      pick(
        "\(number(passed)) van \(count(all, Self.claimNoun)) \(passed == 1 ? "klopt" : "kloppen")",
        "\(number(passed)) of \(count(all, Self.claimNoun)) \(passed == 1 ? "holds" : "hold")")
    ]
    if failed > 0 {
      parts.append(
        pick(
          "\(number(failed)) \(failed == 1 ? "klopt" : "kloppen") NIET",
          "\(number(failed)) \(failed == 1 ? "does" : "do") NOT"))
    }
    if open > 0 {
      parts.append(
        pick("van \(number(open)) is het niet te zeggen", "of \(number(open)) nobody can tell"))
    }
    return parts.joined(separator: "; ") + "."
  }

  /// The word for a verdict, which stands out without colour.
  func word(_ verdict: ClaimVerdict) -> String {
    switch verdict {
    case .passed: pick("goed", "ok")
    case .failed: pick("NIET", "NOT")
    case .undetermined: pick("niet te zeggen", "cannot tell")
    }
  }

  /// The name of the test that a file can be tested at all.
  var canBeTested: String { pick("is zonder fouten te lezen", "can be read without errors") }

  // MARK: - Claims

  func claim(_ kind: ClaimKind, of name: String, points: [String]) -> String {
    switch kind {
    case .up: pick("\(name) blijft werken", "\(name) keeps working")
    case .down: pick("\(name) valt uit", "\(name) goes down")
    case .degraded: pick("\(name) werkt beperkt", "\(name) works degraded")
    case .unaffected: pick("\(name) wordt niet geraakt", "\(name) is not affected")
    case .reduced:
      pick("\(name) houdt minder reserve over", "\(name) is left with less redundancy")
    case .unknown:
      pick(
        "of \(name) uitvalt, is niet te zeggen", "whether \(name) goes down cannot be told")
    case .noSinglePoint:
      pick(
        "\(name) heeft geen single point of failure", "\(name) has no single point of failure")
    case .singlePoints:
      points.isEmpty
        ? claim(.noSinglePoint, of: name, points: [])
        : pick(
          "de single points of failure van \(name) zijn precies: \(list(points))",
          "the single points of failure of \(name) are exactly: \(list(points))")
    }
  }

  var whenNothing: String { pick("zonder dat iets uitvalt", "without any failure") }

  /// ", na 4 uur".
  func atMoment(_ seconds: Double) -> String {
    pick(", na \(duration(seconds))", ", after \(duration(seconds))")
  }

  // MARK: - What was computed

  func computed(_ span: GradeSpan) -> String {
    let least = word(span.least)
    let known =
      span.least == span.most
      ? least
      : pick(
        "van “\(least)” tot “\(word(span.most))”, naar wat aangenomen of afgeleid is",
        "from \"\(least)\" to \"\(word(span.most))\", by what was assumed or inferred")
    switch span.openTo {
    case nil: return known
    case .down?:
      return known
        + pick("; of het uitvalt, is niet te zeggen", "; whether it goes down cannot be told")
    case let worst?:
      return known
        + pick(
          "; of het ook “\(word(worst))” wordt, is niet te zeggen",
          "; whether it comes to \"\(word(worst))\" cannot be told")
    }
  }

  var byStatement: String {
    pick(
      " (volgens opgave: onafhankelijk verklaard)", " (as stated: claimed to be independent)")
  }

  var noSinglePointKnown: String {
    pick("geen single point of failure bekend", "no single point of failure is known")
  }

  func computedMark(_ computed: String) -> String {
    pick("berekend: ", "computed: ") + computed
  }

  // MARK: - Why it did not pass

  func along(_ way: String) -> String { pick("langs: ", "along: ") + way }

  func fallsLater(_ seconds: Double) -> String {
    pick(
      "valt pas na \(duration(seconds)) uit", "goes down only after \(duration(seconds))")
  }

  func leavesOpen(_ names: String) -> String {
    pick(
      "niet te zeggen, want hiervan is niet alles bekend: \(names)",
      "cannot be told, since not all is known of: \(names)")
  }

  var whenFailsNothing: String {
    pick(
      "er valt niets uit: “when” noemt niets, of iets zonder leden",
      "nothing fails: \"when\" names nothing, or something without members")
  }

  func unexpectedPoints(_ names: String) -> String {
    pick("niet verwacht, maar wel een: \(names)", "not expected, but one: \(names)")
  }

  func missingPoints(_ names: String) -> String {
    pick("verwacht, maar geen: \(names)", "expected, but none: \(names)")
  }

  func couldBeMore(_ names: String) -> String {
    pick(
      "er kunnen er meer zijn, want hiervan is niet alles bekend: \(names)",
      "there may be more, since not all is known of: \(names)")
  }

  func wasSeen(_ observed: String) -> String { pick("waargenomen: ", "seen: ") + observed }

  var recoveryIsGiven: String {
    pick(
      "volgt uit de hersteltijd die het scenario opgeeft: geen voorspelling",
      "follows from the recovery time that the scenario gives: no prediction")
  }

  var noExpectationHere: String {
    pick("Geen verwachtingen in dit bestand.", "No expectations in this file.")
  }

  func oneReading(_ reading: Reading) -> String {
    pick(
      "Getoetst in één lezing (\(word(reading))): wat aangenomen of afgeleid is, blijft daarbuiten.",
      "Tested in one reading (\(word(reading))): what else the assumed and inferred facts allow is left aside."
    )
  }

  // MARK: - Coverage

  func coverageHeading(_ file: String?) -> String {
    pick("Dekking", "Coverage") + (file.map { ": \($0)" } ?? "")
  }

  var coverageColumns: [String] {
    language == .dutch
      ? ["", "Aantal", "Genoemd", "Bereikt", "Genoemd of bereikt", "Geen van beide"]
      : ["", "Number", "Asserted", "Reached", "Either", "Neither"]
  }

  func coverageRow(_ part: TestCoverage.Part, isOfCauses: Bool) -> [String] {
    let share = { (count: Int) in
      number(count) + (part.share(count).map { " (\(percentage($0)))" } ?? "")
    }
    return [
      capitalised(noun(isOfCauses ? Self.causeNoun : Self.component, for: 2)),
      number(part.total), share(part.asserted.count), share(part.reached.count),
      share(part.touchedCount), number(part.untouched.count),
    ]
  }

  var coverageNote: String {
    pick(
      "Genoemd: een bewering gaat erover. Bereikt: het valt uit of werkt beperkt in een van de uitvallen. Bereikt zonder genoemd te zijn is nog niet getoetst.",
      "Asserted: a claim is about it. Reached: it goes down or degrades in one of the failures. Reached without being asserted is not tested yet."
    )
  }

  func untouched(_ names: [String], isOfCauses: Bool) -> String {
    let listed = list(names, most: 25)
    return pick(
      isOfCauses
        ? "Gedeelde oorzaken die nergens in voorkomen: \(listed)."
        : "Nergens in genoemd of bereikt (afnemers en processen eerst): \(listed).",
      isOfCauses
        ? "Common causes that no test touches: \(listed)."
        : "Neither asserted nor reached (consumers and processes first): \(listed).")
  }
}

extension Phrases {
  /// That less is tested than was asked for.
  ///
  /// - Parameters:
  ///   - review: What was tested.
  ///   - percent: The percentage that was asked for.
  /// - Returns: One line.
  /// - Complexity: O(*m*) for *m* models.
  public func tooThin(_ review: TestReview, percent: Double) -> String {
    let least = review.coverage.compactMap(\.coverage.components.touchedShare).min() ?? 0
    return pick(
      "de dekking is \(percentage(least)), minder dan de gevraagde \(percentage(percent / 100))",
      "the coverage is \(percentage(least)), less than the \(percentage(percent / 100)) asked for")
  }
}
