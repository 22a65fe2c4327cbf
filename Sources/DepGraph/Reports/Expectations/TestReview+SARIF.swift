extension TestReview {
  /// What did not pass, in the format in which code reviews show findings at their lines: SARIF 2.1.0.
  ///
  /// A claim that failed is an error, one of which nobody can tell a warning.
  ///
  /// - Parameter language: The language.
  /// - Returns: A log with one run.
  /// - Complexity: O(*n*) for *n* claims and chains.
  public func sarif(language: Language) -> JSONValue {
    let phrases = Phrases(language)
    let rules =
      ClaimKind.allCases.map { Rule(id: "expect/\($0.rawValue)", text: phrases.rule($0)) }
      + Self.scenarioRules.map {
        Rule(id: "scenario/\($0)", text: phrases.scenarioRule)
      }
    let results = suites.flatMap { suite in
      TestedCaseWriter(suite, language: language).cases.filter { $0.verdict != .passed }.map {
        $0.sarif(in: suite, rules: rules.map(\.id), phrases)
      }
    }
    return Self.log(rules, results)
  }

  /// A log with one run.
  fileprivate static func log(_ rules: [Rule], _ results: [JSONValue]) -> JSONValue {
    [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "depgraph", "version": .string(DepGraphVersion.current),
              "rules": .array(rules.map(\.json)),
            ]
          ], "columnKind": "unicodeCodePoints", "results": .array(results),
        ]
      ],
    ]
  }

  /// The sorts of claims of scenarios, in the order of the rules.
  private static let scenarioRules = [
    "state", "back", "outage", "level", "notified", "discovered",
  ]

  fileprivate struct Rule {
    let id: String
    let text: String

    var json: JSONValue { ["id": .string(id), "shortDescription": ["text": .string(text)]] }
  }
}

extension UntestedFile {
  /// Why the file was not tested, for code reviews: SARIF 2.1.0.
  ///
  /// - Parameter language: The language of the rules.
  /// - Returns: A log with one run, with all that was found.
  /// - Complexity: O(*n* log *n*) for *n* findings.
  public func sarif(language: Language) -> JSONValue {
    let phrases = Phrases(language)
    let codes = Set(diagnostics.map(\.code)).sorted { $0.rawValue < $1.rawValue }
    let rules = codes.map {
      TestReview.Rule(id: "model/\($0.rawValue)", text: phrases.meaning(of: $0))
    }
    let results = diagnostics.map { found -> JSONValue in
      [
        "ruleId": .string("model/\(found.code.rawValue)"),
        "ruleIndex": .integer(codes.firstIndex(of: found.code) ?? -1),
        "level": .string(found.severity.sarifLevel),
        "message": ["text": .string(found.sentence.withoutControls)],
        "locations": [
          ["physicalLocation": SourcePlace.location(found.place, in: file)]
        ],
      ]
    }
    return TestReview.log(rules, results)
  }
}

extension Diagnostic.Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .advice: "note"
    }
  }
}

extension SourcePlace {
  /// A place as SARIF has it, or a file where nobody knows the place.
  fileprivate static func location(_ place: SourcePlace?, in file: String) -> JSONValue {
    var location: [JSONValue.Member] = [
      .init("artifactLocation", ["uri": .string((place?.file ?? file).uriReference)])
    ]
    if let place {
      location.append(
        .init(
          "region", ["startLine": .integer(place.line), "startColumn": .integer(place.column)]))
    }
    return .object(location)
  }
}

extension TestedCase {
  fileprivate func sarif(
    in suite: TestReview.Suite, rules: [String], _ phrases: Phrases
  ) -> JSONValue {
    let isOfModel = if case .model = suite.content { true } else { false }
    let rule = (isOfModel ? "expect/" : "scenario/") + kind
    let lines =
      ["\(phrases.word(verdict)): \(title)", phrases.computedMark(computed)] + reasonLines
    return [
      "ruleId": .string(rule),
      "ruleIndex": .integer(rules.firstIndex(of: rule) ?? -1),
      "level": verdict == .failed ? "error" : "warning",
      "message": ["text": .string(lines.map(\.withoutControls).joined(separator: "\n"))],
      "locations": [["physicalLocation": SourcePlace.location(place, in: suite.file)]],
    ]
  }
}

extension String {
  /// A path as a reference by RFC 3986: relative, or a `file:` URI where it is absolute.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  fileprivate var uriReference: String {
    let digits = Array("0123456789ABCDEF")
    var result = hasPrefix("/") ? "file://" : ""
    for byte in utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-._~/".unicodeScalars.contains(scalar))
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        result += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
      }
    }
    return result
  }
}

extension Phrases {
  /// What a rule of claims on models is about.
  fileprivate func rule(_ kind: ClaimKind) -> String {
    switch kind {
    case .up: pick("Blijft werken na een uitval", "Keeps working after a failure")
    case .down: pick("Valt uit na een uitval", "Goes down after a failure")
    case .degraded: pick("Werkt beperkt na een uitval", "Works degraded after a failure")
    case .unaffected: pick("Wordt niet geraakt door een uitval", "Is not affected by a failure")
    case .reduced:
      pick("Houdt minder reserve over na een uitval", "Is left with less redundancy by a failure")
    case .unknown:
      pick("Van een uitval is het gevolg niet te zeggen", "The effect of a failure cannot be told")
    case .noSinglePoint:
      pick("Heeft geen single point of failure", "Has no single point of failure")
    case .singlePoints:
      pick(
        "Heeft precies deze single points of failure",
        "Has exactly these single points of failure")
    }
  }

  /// What a rule of claims on scenarios is about.
  fileprivate var scenarioRule: String {
    pick("Een scenario verloopt zoals verwacht", "A scenario goes as expected")
  }
}
