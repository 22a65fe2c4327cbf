import Mustache

/// The page's files, from the folder `ExplorerPage`.
enum ExplorerScript {
  /// What computes: it needs no page, and gives the answers of the library.
  static let engine = joined([
    PackageResources.networks_js, PackageResources.propagation_js, PackageResources.blast_js,
    PackageResources.model_js, PackageResources.causes_js,
  ])

  /// The whole script; nothing of it is seen outside but `explorer`, for tests.
  static let script =
    "\"use strict\";\n(() => {\n"
    + joined([
      PackageResources.words_js, PackageResources.dom_js, PackageResources.state_js,
    ])
    + engine
    + joined([
      PackageResources.search_js, PackageResources.table_js, PackageResources.answer_js,
      PackageResources.picture_js, PackageResources.reports_js, PackageResources.main_js,
    ]) + "})();\n"

  /// The style.
  static let style = joined([PackageResources.explorer_css])

  /// The page filled with a context.
  ///
  /// - Parameter context: Texts and figures by the names in the template.
  /// - Returns: The HTML.
  static func page(_ context: [String: Any]) -> String { template.render(context) }

  private static let template: MustacheTemplate = {
    do {
      return try MustacheTemplate(string: joined([PackageResources.page_html]))
    } catch {
      preconditionFailure("the page's template is well-formed: \(error)")
    }
  }()

  private static func joined(_ files: [[UInt8]]) -> String {
    files.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }
}
