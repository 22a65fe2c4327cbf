import Mustache

extension SheetSet {
  /// The sheets as one HTML file that needs nothing else and prints on A4, each from a new page on.
  ///
  /// - Complexity: O(*n*) for a page of *n* characters.
  public var html: String {
    let phrases = Phrases(language)
    return SheetTemplate.page([
      "language": language.rawValue, "version": DepGraphVersion.current, "title": title,
      "marking": marking, "hasMarking": !marking.isEmpty, "footer": footer,
      "task": phrases.pick("Wat", "What"), "time": phrases.pick("Tijd", "Time"),
      "initials": phrases.pick("Paraaf", "Initials"),
      "sheets": sheets.map { sheet in
        [
          "title": sheet.title, "subtitle": sheet.subtitle,
          "blocks": sheet.blocks.map(\.context),
        ] as [String: Any]
      },
    ])
  }
}

extension Sheet.Block {
  /// The block as a context of the page's template.
  fileprivate var context: [String: Any] {
    switch self {
    case .heading(let text): ["heading": text]
    case .paragraph(let text): ["paragraph": text]
    case .note(let text): ["note": text]
    case .table(let table): Report.Block.table(table).context
    case .checks(let checks):
      ["checks": ["rows": checks.map(\.context)]]
    case .lines(let count): ["lines": Array(repeating: "", count: max(0, count))]
    // Only charts of our own come here: every text in them was escaped when they were drawn.
    case .figure(let svg): ["figure": ["svg": svg]]
    }
  }
}

extension Sheet.Check {
  fileprivate var context: [String: Any] {
    var context: [String: Any] = ["text": text]
    if let detail { context["detail"] = detail }
    return context
  }
}

/// The page that sheets are printed from.
private enum SheetTemplate {
  static func page(_ context: [String: Any]) -> String {
    // The page's own text holds none of what is taken out: what is, came from a model.
    template.render(context).withoutControls(keepingLines: true)
  }

  private static let template: MustacheTemplate = {
    do {
      return try MustacheTemplate(string: text)
    } catch {
      preconditionFailure("the page's template is well-formed: \(error)")
    }
  }()

  private static let text = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="generator" content="depgraph {{version}}">
    <title>{{title}}</title>
    <style>\(style)</style>
    </head>
    <body>
    <main>
    {{#sheets}}
    <article>
    {{#hasMarking}}<p class="marking">{{marking}}</p>{{/hasMarking}}
    <h1>{{title}}</h1>
    <p class="for">{{subtitle}}</p>
    {{#blocks}}
    {{#heading}}<h2>{{.}}</h2>{{/heading}}
    {{#paragraph}}<p>{{.}}</p>{{/paragraph}}
    {{#note}}<p class="note">{{.}}</p>{{/note}}
    {{#checks}}
    <table class="checks"><thead><tr><th scope="col" class="box"></th><th scope="col">{{task}}</th>\
    <th scope="col" class="room">{{time}}</th><th scope="col" class="room">{{initials}}</th></tr></thead>
    <tbody>
    {{#rows}}<tr><td class="box"><span aria-hidden="true"></span></td>\
    <td>{{text}}{{#detail}}<br><small>{{.}}</small>{{/detail}}</td><td></td><td></td></tr>
    {{/rows}}
    </tbody></table>
    {{/checks}}
    {{#table}}
    <table>
    {{#caption}}<caption>{{.}}</caption>{{/caption}}
    <thead><tr>{{#columns}}<th scope="col"{{#right}} class="right"{{/right}}>{{title}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}<tr>{{#cells}}<td{{#right}} class="right"{{/right}}>{{text}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody></table>
    {{/table}}
    {{#lines}}<div class="line"></div>{{/lines}}
    {{#figure}}<figure>{{{svg}}}</figure>{{/figure}}
    {{/blocks}}
    <p class="footer">{{footer}}</p>
    {{#hasMarking}}<p class="marking">{{marking}}</p>{{/hasMarking}}
    </article>
    {{/sheets}}
    </main>
    </body>
    </html>

    """

  /// Black on white throughout: sheets come from the printer that still works.
  private static let style = """

    * { box-sizing: border-box; }
    body { margin: 0; color: #000; background: #fff;
      font: 11pt/1.4 Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
    article { max-width: 186mm; margin: 0 auto; padding: 8mm 0; }
    article + article { border-top: 2px dashed #000; }
    h1 { font-size: 18pt; line-height: 1.2; margin: 2mm 0 1mm; }
    h2 { font-size: 12.5pt; margin: 5mm 0 1.5mm; border-bottom: 1.5px solid #000; }
    p { margin: 1.5mm 0; }
    .for { font-size: 12.5pt; font-weight: bold; }
    .marking { text-align: center; font-weight: bold; border: 1.5px solid #000; padding: .5mm; margin: 0 0 2mm; }
    .note, .footer { font-size: 9pt; }
    .footer { border-top: 1px solid #000; margin-top: 6mm; padding-top: 1mm; }
    table { border-collapse: collapse; width: 100%; margin: 1.5mm 0 3mm; font-size: 10.5pt; }
    caption { text-align: left; font-weight: bold; }
    th, td { text-align: left; vertical-align: top; border: 1px solid #000; padding: 1mm 1.5mm; }
    th { border-bottom-width: 2px; }
    .right { text-align: right; font-variant-numeric: tabular-nums; }
    .checks .box { width: 8mm; }
    .checks .box span { display: block; width: 4.5mm; height: 4.5mm; border: 1.5px solid #000; }
    .checks .room { width: 20mm; }
    .line { border-bottom: 1px solid #000; height: 7.5mm; }
    figure { margin: 2mm 0; }
    figure svg { width: 100%; height: auto; display: block; filter: grayscale(1); }
    @page { size: A4; margin: 12mm; }
    @media print {
      article { padding: 0; max-width: none; break-after: page; }
      article + article { border-top: 0; }
      article:last-child { break-after: auto; }
      h1, h2, caption { break-after: avoid; }
      tr, figure { break-inside: avoid; }
      thead { display: table-header-group; }
    }

    """
}
