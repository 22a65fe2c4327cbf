/// The outer element of a picture, which says what it is: to screen readers, to search and to whoever
/// finds the file alone.
struct SVGDocument {
  /// What all ids begin with.
  var prefix: String
  /// The language of the texts.
  var language: Language
  /// What the picture says, as a sentence.
  var title: String
  /// The whole in words.
  var description: String
  /// Where it comes from.
  var stamp: String

  /// The fonts in which texts come out with the widths that were reckoned with.
  static let fonts = "\(Theme.font), 'Liberation Sans', 'DejaVu Sans', sans-serif"

  /// The whole file.
  ///
  /// - Parameters:
  ///   - size: The attributes that give its size.
  ///   - body: What stands in it.
  /// - Returns: The SVG text.
  func text(size: String, body: String) -> String {
    let id = SVGWriter.escaped(prefix)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"\(size) \
      role="img" lang="\(language.rawValue)" xml:lang="\(language.rawValue)" \
      aria-labelledby="\(id)title \(id)desc" font-family="\(Self.fonts)">
      <title id="\(id)title">\(SVGWriter.escaped(title))</title>
      <desc id="\(id)desc">\(SVGWriter.escaped(description))</desc>
      <metadata>\(SVGWriter.escaped(stamp))</metadata>
      \(body)
      </svg>

      """
  }
}
