/// The words that the program itself writes into a redacted folder: no secret can be told from them.
///
/// They are found by making such folders of a specimen in which everything occurs, and by adding the
/// words of pictures, which are drawn elsewhere.
enum RedactionVocabulary {
  /// The words, in both languages.
  static let words: Set<String> = {
    var texts = Language.allCases.flatMap { Self.texts($0) }
    texts.append(markup)
    texts += ComponentKind.allCases.map(\.rawValue) + Basis.allCases.map(\.rawValue)
    texts += Dependency.Strength.allCases.map(\.rawValue) + Grade.allCases.map(\.key)
    texts += Contract.Kind.allCases.map(\.rawValue)
    texts += ServiceTarget.Nature.allCases.map(\.rawValue)
    texts += Pseudonyms.Kind.allCases.map(\.rawValue)
    texts += ClassificationLevel.allCases.flatMap { [$0.rawValue, $0.label] }
    texts += TrafficLight.allCases.map(\.rawValue)
    var words: Set<String> = []
    for text in texts {
      let plain = PlainText.of(text)
      for run in plain.split(whereSeparator: { !PlainText.isWordly($0) }) {
        words.insert(String(decoding: run, as: UTF8.self))
      }
    }
    // Digits of the specimen's own are no words.
    return words.filter { word in word.utf8.contains { !PlainText.isDigit($0) } }
  }()

  private static func texts(_ language: Language) -> [String] {
    let answers = PartnerAnswers.specimen
    let figures = PublicFigures.specimens
    let folders = figures.map { RedactedFolder($0, language: language) { _ in nil } }
    let phrases = Phrases(language)
    let words = DiagramWords(language)
    let diagram = NeighbourhoodView(of: answers, language: language, toolVersion: "").diagram
    let pages = [answers.report(language: language)].flatMap { report in
      [
        RedactedPage(
          report: report, language: language, kind: phrases.partnerKind(nil),
          bar: phrases.bar(.fictional, answers.proposal),
          footer: phrases.redactedFooter(asOf: nil, stamp: "0")
        ).html, report.marked(answers.proposal, language: language).csv,
      ]
    }
    let kinds = ComponentKind.allCases.flatMap { kind in
      [words.word(kind, for: 1), words.word(kind, for: 2)]
    }
    let months = (1...12).compactMap { CalendarDate(year: 2000, month: $0, day: 1) }
    return folders.flatMap { $0.files.map { String(decoding: $0.bytes, as: UTF8.self) } } + pages
      + [
        answers.json(language: language).jsonText, diagram.alternativeText, diagram.headline,
        phrases.tenths(0, ""), phrases.tenths(10, ""), phrases.tenths(5, ""),
        phrases.withheld(kinds: 0), phrases.withheld(kinds: 2),
        phrases.partnerKey(own: 0, scenarios: 0, down: 0),
        phrases.partnerKey(own: 2, scenarios: 0, down: 0),
        phrases.partnerKey(own: 2, scenarios: 2, down: 2),
        phrases.neighbourhoodTitle, phrases.duration(90_000), phrases.duration(1_000_000),
        words.someLeftOut, words.pathsAsAlternatives, words.otherKey, words.needsMore,
        words.folded(2, into: 1, ""), words.cutNames(1), words.cutNames(2), words.legend,
        words.arrowOfOverview, phrases.redactedFooter(asOf: nil, stamp: nil),
      ] + kinds + diagram.legend.map(\.text) + diagram.notes
      + LineRole.allCases.map(words.meaning) + Basis.allCases.map { phrases.word($0) }
      + Basis.allCases.map { words.banner($0, answers.proposal) } + months.map { phrases.date($0) }
  }

  /// The words of SVG and of the attributes that pictures have.
  private static let markup = """
    svg g path polygon polyline ellipse rect line text tspan title desc style class id node edge \
    cluster graph stroke fill width height viewBox transform translate scale rotate font family size \
    weight anchor middle start end points xmlns http https www w3 org 2000 1999 xlink role img aria \
    label labelledby list listitem arial liberation sans dejavu serif bold italic none black white \
    opacity dasharray linecap linejoin round hidden xml lang version encoding utf pt px d x y cx cy \
    rx ry dx dy x1 x2 y1 y2 href target figure desktop main nav header footer body head meta charset \
    name content default src self data unsafe inline print screen table thead tbody tr th td scope \
    col row caption ul ol li dl dt dd div span strong p h1 h2 h3 html doctype generator depgraph \
    index answers figures neighbourhood csv json html file true false null schema command tool model
    """
}

extension PartnerAnswers {
  /// Answers in which everything occurs that can, with names that say nothing.
  static let specimen: PartnerAnswers = {
    let name = Name(text: nil, pseudonym: "x")
    let strengths = Dependency.Strength.allCases.flatMap { strength in
      [true, false].map { isUncertain in
        Link(own: 0, other: name, isOwn: false, strength: strength, isUncertain: isUncertain)
      }
    }
    let states = Grade.allCases.flatMap { grade in
      [Verdict.certain, .possible].map { verdict in
        State(own: 0, grade: grade, verdict: verdict, after: 3_600, mayBeWorse: true)
      }
    }
    let natures = ServiceTarget.Nature.allCases.map { nature in
      Promise(
        priority: 1, respondWithin: .hours(1), restoreWithin: .hours(2), nature: nature)
    }
    return PartnerAnswers(
      partner: name, asOf: nil, basis: .fictional,
      own: ComponentKind.allCases.map { Own(name: name, kind: $0, needsAreKnown: $0 == .link) },
      needs: strengths, users: strengths,
      impacts: [nil, TimeSpan.hours(1)].map {
        Impact(id: "x", name: nil, after: $0, states: states)
      },
      contacts: [Person(name: name, party: name, channels: [name, name], hours: .always)],
      agreements: Contract.Kind.allCases.map { kind in
        Agreement(
          name: name, kind: kind, isProvider: kind == .sla, other: name, covers: [0, 0],
          availability: .one, promises: natures, until: nil)
      }, leftOutKinds: 1)
  }()
}

extension PublicFigures {
  /// Figures in which everything occurs that can, with and without what can be missing.
  static let specimens: [PublicFigures] = [nil, 5].map { number in
    PublicFigures(
      kinds: ComponentKind.allCases.map { ($0, Count(number ?? 0, threshold: 3)) },
      users: SectorList.builtIn.sectors.map { ($0, Count(number ?? 0, threshold: 3)) },
      singlePoints: number.map { Count($0, threshold: 3) }, widestFailure: number,
      bases: Basis.allCases.map { ($0, 1) }, unknownTenths: number, oldestYears: number)
  }
}
