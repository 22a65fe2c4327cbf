import Mustache

/// The page of a briefing: one file that needs nothing else, reads on a screen and prints on A4.
///
/// Everything of the first page is optional: `keySentence`, `tiles` (`entries`, `remark`), `firstPage`
/// (`findings`, `unknown`, `decision`, `reliability`). A section has `anchor`, `title`, `lead`, `blocks`
/// (as ``Report`` gives them) and `figures`, or one `figure`: `svg` or else `missing` and `table`, what
/// it `says`, and `wide` for one that is printed on a sheet of its own, turned. A name that is not found
/// is looked up further out: so no name means two things.
enum BriefingTemplate {
  /// The page filled with a context.
  ///
  /// - Parameter context: Dictionaries, arrays, texts and truth values by the names in the template.
  /// - Returns: The HTML.
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
    content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <meta name="generator" content="depgraph {{version}}">
    <title>{{title}}</title>
    <style>\(BriefingStyle.text)</style>
    </head>
    <body{{#isShort}} class="short"{{/isShort}}>
    <div class="marking" role="note">{{marking}}</div>
    <header>
    <p class="kind">{{kind}}</p>
    <h1>{{title}}</h1>
    {{#keySentence}}<p class="key">{{.}}</p>{{/keySentence}}
    \(firstPage)
    <div class="marking foot" aria-hidden="true">{{marking}}</div>
    </header>
    <nav aria-label="{{contentsTitle}}"><h2>{{contentsTitle}}</h2><ol>
    {{#sections}}<li><a href="#{{anchor}}">{{title}}</a></li>
    {{/sections}}
    </ol></nav>
    <main>
    {{#sections}}
    <section id="{{anchor}}"{{#solo}} class="solo"{{/solo}}>
    <h2>{{title}}</h2>
    {{#lead}}<p class="lead">{{.}}</p>{{/lead}}
    \(blocks)
    {{#figure}}\(figure){{/figure}}
    {{#figures}}\(figure){{/figures}}
    </section>
    {{/sections}}
    </main>
    <footer><p>{{footer}}</p></footer>
    <div class="marking end" role="note">{{marking}}</div>
    </body>
    </html>

    """

  private static let firstPage = """
    {{#tiles}}
    <dl class="tiles">
    {{#entries}}<div class="tile {{class}}"><dt><span aria-hidden="true">{{glyph}}</span> {{label}}</dt>\
    <dd><strong>{{count}}</strong>{{#hasNames}}<ul>{{#names}}<li>{{.}}</li>{{/names}}</ul>{{/hasNames}}</dd></div>
    {{/entries}}
    </dl>
    <p class="note">{{remark}}</p>
    {{/tiles}}
    {{#firstPage}}
    {{#findings}}
    <section aria-labelledby="findings"><h2 id="findings">{{title}}</h2><ol class="findings">
    {{#items}}<li>{{text}} <a href="#{{anchor}}">({{link}})</a></li>
    {{/items}}
    </ol></section>
    {{/findings}}
    {{#unknown}}
    <section aria-labelledby="not-known"><h2 id="not-known">{{title}}</h2>
    {{#none}}<p>{{.}}</p>{{/none}}
    {{#table}}
    <table><thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead><tbody>
    {{#rows}}<tr><th scope="row">{{what}}</th><td class="right">{{users}}</td><td>{{who}}</td></tr>
    {{/rows}}
    </tbody></table>
    {{/table}}
    {{#more}}<p class="note">{{.}}</p>{{/more}}
    </section>
    {{/unknown}}
    {{#decision}}
    <section aria-labelledby="decision"><h2 id="decision">{{title}}</h2>
    {{#text}}<p class="decision">{{.}}</p>{{/text}}
    {{#empty}}<p class="decision empty">{{.}}</p>{{/empty}}
    </section>
    {{/decision}}
    {{#reliability}}
    <section aria-labelledby="reliability"><h2 id="reliability">{{title}}</h2>
    {{#lines}}<p>{{.}}</p>
    {{/lines}}
    </section>
    {{/reliability}}
    {{/firstPage}}
    """

  private static let figure = """
    <figure class="{{#wide}}wide{{/wide}}">{{{svg}}}
    {{#missing}}<p>{{.}}</p>{{/missing}}
    {{#table}}\(table){{/table}}
    <figcaption>{{says}}</figcaption></figure>
    """

  private static let blocks = """
    {{#blocks}}
    {{#heading}}<h3>{{.}}</h3>{{/heading}}
    {{#paragraph}}<p>{{.}}</p>{{/paragraph}}
    {{#note}}<p class="note">{{.}}</p>{{/note}}
    {{#list}}<ul>{{#items}}<li>{{text}}{{#hasItems}}<ul>{{#items}}<li>{{.}}</li>{{/items}}</ul>\
    {{/hasItems}}</li>{{/items}}</ul>{{/list}}
    {{#table}}\(table){{/table}}
    {{/blocks}}
    """

  private static let table = """
    <div class="scroll"><table>
    {{#caption}}<caption>{{.}}</caption>{{/caption}}
    <thead><tr>{{#columns}}<th scope="col"{{#right}} class="right"{{/right}}>{{title}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}<tr>{{#cells}}{{#head}}<th scope="row">{{text}}</th>{{/head}}\
    {{^head}}<td{{#right}} class="right"{{/right}}>{{text}}</td>{{/head}}{{/cells}}</tr>
    {{/rows}}
    </tbody></table></div>
    """
}
