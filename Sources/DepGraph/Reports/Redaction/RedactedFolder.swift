import Foundation

/// What is handed over: the files of a rendering for a partner or for everybody.
public struct RedactedFolder: Sendable {
  /// The files, in order.
  public let files: [LeakCheck.File]
  /// Remarks for who makes it, such as a picture that failed.
  public let remarks: [String]

  /// The names that files of such a folder can have.
  public static let fileNames = [
    "answers.csv", "answers.json", "figures.csv", "figures.json", "index.html", "neighbourhood.svg",
  ]

  /// The answers for a partner: a page, a picture, and the same for machines.
  ///
  /// Pictures are SVG only: of what is drawn in dots nobody could check that nothing hidden is in it.
  ///
  /// - Parameters:
  ///   - answers: What the partner is told.
  ///   - language: The language.
  ///   - renderer: Who draws.
  ///   - stamp: The keyed mark of a text, so that whoever has the key can tell that it came from there.
  /// - Complexity: Some ten renderings, and O(*n*) for *n* things told.
  public init(
    _ answers: PartnerAnswers, language: Language, renderer: any DiagramRenderer,
    stamp: (String) -> String?
  ) {
    let phrases = Phrases(language)
    let diagram = NeighbourhoodView(
      of: answers, language: language, toolVersion: DepGraphVersion.current
    ).diagram
    let mark = stamp(answers.json(language: language).jsonText)
    var page = RedactedPage(
      report: answers.report(language: language), language: language,
      kind: phrases.partnerKind(answers.modelName?.text(in: language)),
      bar: phrases.bar(answers.basis, answers.proposal),
      footer: phrases.redactedFooter(asOf: answers.asOf, stamp: mark))
    var pictures: [LeakCheck.File] = []
    var remarks: [String] = []
    if !answers.own.isEmpty {
      do throws(GraphvizError) {
        let print = try DiagramPrinter(renderer).print(diagram, as: .svg)
        pictures.append(.init(name: "neighbourhood.svg", bytes: print.bytes))
        page.figure = (
          svg: String(decoding: print.bytes, as: UTF8.self),
          caption: "\(diagram.headline). \(diagram.subtitle)", title: phrases.neighbourhoodTitle
        )
      } catch {
        remarks.append(phrases.notDrawn("neighbourhood", reason: error.description))
      }
    }
    self.remarks = remarks
    let report = page.report.marked(answers.proposal, language: language)
    files =
      pictures + [
        .init(name: "answers.csv", bytes: Array(report.csv.utf8)),
        .init(
          name: "answers.json",
          bytes: Self.envelope(answers.json(language: language), answers.proposal, mark)),
        .init(name: "index.html", bytes: Array(page.html.utf8)),
      ]
  }

  /// The figures for everybody: a page, and the same for machines.
  ///
  /// - Parameters:
  ///   - figures: What everybody is told.
  ///   - language: The language.
  ///   - stamp: The keyed mark of a text; nil without a key.
  /// - Complexity: O(*s*) for *s* kinds and sectors.
  public init(_ figures: PublicFigures, language: Language, stamp: (String) -> String?) {
    let phrases = Phrases(language)
    let mark = stamp(figures.json.jsonText)
    let page = RedactedPage(
      report: figures.report(language: language), language: language, kind: phrases.publicKind,
      bar: phrases.bar(figures.basis, figures.proposal),
      footer: phrases.redactedFooter(asOf: figures.asOf, stamp: mark))
    let report = page.report.marked(figures.proposal, language: language)
    files = [
      .init(name: "figures.csv", bytes: Array(report.csv.utf8)),
      .init(name: "figures.json", bytes: Self.envelope(figures.json, figures.proposal, mark)),
      .init(name: "index.html", bytes: Array(page.html.utf8)),
    ]
    remarks = []
  }

  /// The envelope of the results for machines: of the model it names nothing, not even its digest.
  private static func envelope(
    _ result: JSONValue, _ proposal: ProposedMarking, _ stamp: String?
  ) -> [UInt8] {
    let envelope: JSONValue = [
      "schema": .string(JSONResult.schema), "command": "redact",
      "tool": ["name": "depgraph", "version": .string(DepGraphVersion.current)], "model": .null,
      "proposed-marking": proposal.json, "stamp": .text(stamp), "complete": true,
      "warnings": [], "result": result,
    ]
    return Array(envelope.jsonText.utf8)
  }
}

/// A page of a rendering.
struct RedactedPage {
  let report: Report
  let language: Language
  let kind: String
  let bar: String
  let footer: String
  var figure: (svg: String, caption: String, title: String)?

  init(report: Report, language: Language, kind: String, bar: String, footer: String) {
    self.report = report
    self.language = language
    self.kind = kind
    self.bar = bar
    self.footer = footer
  }

  var html: String {
    let phrases = Phrases(language)
    var sections = sections
    if let figure {
      sections.insert(
        [
          "anchor": "figure", "title": figure.title, "blocks": [[String: Any]](),
          "figure": ["svg": figure.svg, "caption": figure.caption],
        ], at: min(1, sections.count))
    }
    return BriefingTemplate.page([
      "language": language.rawValue, "version": DepGraphVersion.current, "title": report.title,
      "kind": kind, "keySentence": report.keySentence, "marking": bar,
      "tiles": [[String: Any]](), "tilesNote": "", "contentsTitle": phrases.contentsTitle,
      "sections": sections, "footer": footer, "isShort": true,
    ])
  }

  /// The blocks under each heading as a section.
  private var sections: [[String: Any]] {
    var sections: [(title: String, blocks: [Report.Block])] = []
    for block in report.blocks {
      if case .heading(let title) = block {
        sections.append((title, []))
      } else if !sections.isEmpty {
        sections[sections.count - 1].blocks.append(block)
      }
    }
    return sections.enumerated().map { number, section in
      [
        "anchor": "part-\(number + 1)", "title": section.title,
        "blocks": section.blocks.map(\.context),
      ]
    }
  }
}
