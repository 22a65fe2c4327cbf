import Mustache

/// The page of a briefing: one file that needs nothing else, reads on a screen and prints on A4.
enum BriefingTemplate {
  /// The page filled with a context.
  ///
  /// - Parameter context: Dictionaries, arrays, texts and truth values by the names in the template.
  /// - Returns: The HTML.
  static func page(_ context: [String: Any]) -> String { template.render(context) }

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
    content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <meta name="generator" content="depgraph {{version}}">
    <title>{{title}}</title>
    <style>\(style)</style>
    </head>
    <body>
    <div class="marking" role="note">{{marking}}</div>
    <header>
    <p class="kind">{{kind}}</p>
    <h1>{{title}}</h1>
    <p class="key">{{keySentence}}</p>
    <dl class="tiles">
    {{#tiles}}<div class="tile {{class}}"><dt><span aria-hidden="true">{{glyph}}</span> {{label}}</dt>\
    <dd><strong>{{count}}</strong>{{#hasNames}}<ul>{{#names}}<li>{{.}}</li>{{/names}}</ul>{{/hasNames}}</dd></div>
    {{/tiles}}
    </dl>
    <p class="note">{{tilesNote}}</p>
    </header>
    <nav aria-label="{{contentsTitle}}"><h2>{{contentsTitle}}</h2><ol>
    {{#sections}}<li><a href="#{{anchor}}">{{title}}</a></li>
    {{/sections}}
    </ol></nav>
    <main>
    {{#sections}}
    <section id="{{anchor}}"{{#figure}} class="picture"{{/figure}}>
    <h2>{{title}}</h2>
    {{#lead}}<p class="lead">{{.}}</p>{{/lead}}
    {{#figure}}
    <figure>{{{svg}}}<figcaption>{{caption}}</figcaption></figure>
    {{/figure}}
    {{#blocks}}
    {{#heading}}<h3>{{.}}</h3>{{/heading}}
    {{#paragraph}}<p>{{.}}</p>{{/paragraph}}
    {{#note}}<p class="note">{{.}}</p>{{/note}}
    {{#list}}<ul>{{#items}}<li>{{text}}{{#hasItems}}<ul>{{#items}}<li>{{.}}</li>{{/items}}</ul>\
    {{/hasItems}}</li>{{/items}}</ul>{{/list}}
    {{#table}}
    <div class="scroll"><table>
    {{#caption}}<caption>{{.}}</caption>{{/caption}}
    <thead><tr>{{#columns}}<th scope="col"{{#right}} class="right"{{/right}}>{{title}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}<tr>{{#cells}}<td{{#right}} class="right"{{/right}}>{{text}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody></table></div>
    {{/table}}
    {{/blocks}}
    </section>
    {{/sections}}
    </main>
    <footer><p>{{footer}}</p></footer>
    <div class="marking end" role="note">{{marking}}</div>
    </body>
    </html>

    """

  /// Ink #14213D on white is 16:1; the notes' #4B5563 is 7.6:1.
  private static let style = """

    :root { --ink: #14213D; --soft: #4B5563; --line: #C3CCD8; --band: #EEF2F7; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 78rem; padding: 0 1.5rem 1rem; color: var(--ink); background: #fff;
      font: 16px/1.5 Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
    .marking { margin: 0 -1.5rem; padding: .35rem 1rem; background: var(--ink); color: #fff; text-align: center;
      font-weight: bold; font-size: .85rem; letter-spacing: .03em; position: sticky; top: 0; z-index: 1; }
    .marking.end { position: static; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: .2rem 0 .6rem; }
    h2 { font-size: 1.35rem; margin: 2rem 0 .6rem; border-bottom: 2px solid var(--ink); padding-bottom: .2rem; }
    h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
    .kind { margin: 1rem 0 0; color: var(--soft); }
    .key { font-size: 1.2rem; font-weight: bold; max-width: 60rem; }
    .lead { max-width: 60rem; }
    p, li { max-width: 60rem; }
    .tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: .8rem; margin: 1rem 0 .4rem; }
    .tile { border: 2px solid var(--ink); padding: .6rem .8rem; }
    .tile dt { font-weight: bold; }
    .tile dd { margin: 0; font-size: .85rem; color: #000; }
    .tile dd strong { display: block; font-size: 2rem; line-height: 1.2; }
    .tile ul { margin: 0; padding: 0; list-style: none; }
    .tile li { line-height: 1.3; padding-bottom: .15rem; }
    .tile.down { background: #E6761B; color: #000; border-width: 4px; }
    .tile.possible { background: #fff; color: #000; border: 4px dashed #C2570C; }
    .tile.degraded { background: #FFC766; color: #000; }
    .tile.untold { background: #fff; border-style: dotted; }
    nav ol { columns: 2; padding-left: 1.4rem; margin: 0; }
    nav h2 { font-size: 1rem; border: 0; margin: 1rem 0 .2rem; }
    a { color: #0B4F8A; }
    figure { margin: 1rem 0; border: 1px solid var(--line); padding: .4rem; }
    figure svg { width: 100%; height: auto; display: block; }
    figcaption, .note, footer { color: var(--soft); font-size: .88rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .4rem 0 1rem; }
    caption { text-align: left; font-weight: bold; padding: .2rem 0; }
    th { text-align: left; background: var(--band); border-bottom: 2px solid var(--ink); padding: .3rem .5rem; vertical-align: bottom; }
    td { border-bottom: 1px solid var(--line); padding: .3rem .5rem; vertical-align: top; }
    .right { text-align: right; font-variant-numeric: tabular-nums; }
    @media (max-width: 60rem) { .tiles { grid-template-columns: repeat(2, 1fr); } nav ol { columns: 1; } }
    @page { size: A4; margin: 14mm 12mm; }
    @page sheet { size: A4 landscape; margin: 10mm; }
    @media print {
      body { max-width: none; padding: 0; font-size: 10pt; }
      .marking { margin: 0; position: static; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      .tile, th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      nav { display: none; }
      a { color: inherit; text-decoration: none; }
      h2, h3, caption { break-after: avoid; }
      figure, tr, .tile { break-inside: avoid; }
      /* A wide picture gets a sheet of its own, turned, so that its letters stay readable. */
      .picture { page: sheet; break-before: page; break-after: page; }
      .picture h2 { display: none; }
      .picture figure { border: 0; padding: 0; margin: 0; }
      .picture figure svg { max-height: 172mm; }
      thead { display: table-header-group; }
      .scroll { overflow: visible; }
      table { font-size: 8.5pt; }
    }

    """
}
