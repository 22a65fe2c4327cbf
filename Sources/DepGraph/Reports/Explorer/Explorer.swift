import Foundation

/// One file in which people look for themselves what falls when something fails: pictures, search,
/// tables and the answers of the other analyses, in Dutch and English, without a network.
///
/// The page computes with the compiled model, by the algorithm of the library; `ExplorerPage` holds
/// its files.
public struct Explorer: Sendable {
  /// An answer of another analysis, which the page shows and does not compute.
  public struct Panel: Sendable {
    /// The name of the result, that of its command.
    public let name: String
    /// The report in Dutch.
    public let dutch: Report
    /// The report in English.
    public let english: Report

    /// Makes a panel.
    public init(name: String, dutch: Report, english: Report) {
      self.name = name
      self.dutch = dutch
      self.english = english
    }
  }

  /// The bytes that a page should not exceed, so that it can be mailed and opens at once.
  ///
  /// Model and pictures are whole; rows and items of panels that find no room are counted.
  static let mostBytes = 1_400_000
  /// What each panel may take in each language however large the rest is.
  static let leastBudget = 6_000

  private let compiled: CompiledModel
  private let panels: [Panel]
  private let figures: [ExplorerFigures.Figure]
  private let language: Language

  /// Gathers what the page shows.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - panels: The answers of other analyses, in order.
  ///   - figures: The pictures, in order.
  ///   - language: The language that the page opens in; the other is a click away.
  public init(
    _ compiled: CompiledModel, panels: [Panel], figures: [ExplorerFigures.Figure],
    language: Language
  ) {
    self.compiled = compiled
    self.panels = panels
    self.figures = figures
    self.language = language
  }

  /// The compiled model as the page's script takes it.
  ///
  /// - Parameter compiled: The model.
  /// - Returns: JSON on one line, fit for a `script` element.
  /// - Complexity: O(*v* + *a*) for the vertices and arcs of two readings.
  public static func data(of compiled: CompiledModel) -> String {
    ExplorerData(compiled).json.scriptText
  }

  /// The page.
  ///
  /// - Returns: One HTML file that needs no other.
  /// - Complexity: O(*n*) for a file of *n* bytes.
  public var page: String {
    let (style, script) = (ExplorerScript.style, ExplorerScript.script)
    return ExplorerScript.page([
      "language": language.rawValue, "version": DepGraphVersion.current,
      "scriptHash": Self.integrity(of: script), "styleHash": Self.integrity(of: style),
      "title": name(language), "name": both(name), "marking": both(marking),
      "source": both(source), "style": style, "script": script, "data": data.scriptText,
      "figures": figures.flatMap { figure in
        figure.drawings.map { drawing in
          [
            "view": figure.name, "language": drawing.language.rawValue,
            "svg": drawing.svg ?? "",
          ]
        }
      },
    ])
  }

  // MARK: - Texts around the answers

  private func both(_ text: (Language) -> String) -> [String: String] {
    ["nl": text(.dutch), "en": text(.english)]
  }

  private func name(_ language: Language) -> String {
    compiled.model.name?.text(in: language).withoutControls
      ?? Phrases(language).explorerTitle
  }

  private func statement(_ language: Language) -> SourceStatement {
    SourceStatement(
      compiled, DiagramWords(language), toolVersion: DepGraphVersion.current)
  }

  /// The words in the bars at the top and the bottom, the same as on the pictures.
  private func marking(_ language: Language) -> String { statement(language).banner }

  private func source(_ language: Language) -> String {
    statement(language).sourceLine(scenario: nil)
  }

  // MARK: - Data

  private var data: JSONValue {
    let model = ExplorerData(compiled).json
    let pictures = figures.flatMap(\.drawings).reduce(0) { $0 + ($1.svg?.utf8.count ?? 0) }
    let code = ExplorerScript.script.utf8.count + ExplorerScript.style.utf8.count
    let (texts, reports) = panelData(
      room: Self.mostBytes - model.scriptText.utf8.count - pictures - code)
    let languages = [language] + Language.allCases.filter { $0 != language }
    return [
      "languages": .texts(languages.map(\.rawValue)),
      "model": model,
      "views": .array(figures.map { $0.data(in: compiled) }),
      "reports": .array(reports), "texts": .texts(texts.all),
    ]
  }

  /// The panels, none larger than its share of the room; what small ones leave others may take.
  private func panelData(room: Int) -> (texts: InternedTexts, reports: [JSONValue]) {
    var texts = InternedTexts()
    var reports: [JSONValue] = []
    for (place, panel) in panels.enumerated() {
      let share = (room - texts.size) / (2 * (panels.count - place))
      let budget = max(Self.leastBudget, share)
      let titles = [Language.dutch, .english].map { Phrases($0).explorerPanel(panel.name) }
      reports.append([
        "name": .string(panel.name),
        "title": .texts([titles[0] ?? panel.dutch.title, titles[1] ?? panel.english.title]),
        "nl": texts.data(of: panel.dutch, budget: budget),
        "en": texts.data(of: panel.english, budget: budget),
      ])
    }
    return (texts, reports)
  }

  /// What a policy calls a script or style that may run: the digest of its very text.
  static func integrity(of text: String) -> String {
    let digits = Array(SHA256Digest.hexadecimal(of: Array(text.utf8)))
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    return "sha256-" + Data(bytes).base64EncodedString()
  }
}
