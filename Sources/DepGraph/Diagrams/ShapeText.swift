/// The texts of shapes: names wrapped, groups counted and named.
struct ShapeText {
  let words: DiagramWords
  /// The most characters of a line.
  static let lineWidth = 24
  /// The most characters of a line where a row holds few shapes.
  static let roomyWidth = 36

  /// The shape of a figure.
  ///
  /// - Parameters:
  ///   - figure: What to draw.
  ///   - isRoomy: Whether there is room for a long line.
  /// - Returns: The shape, and whether a name was cut.
  func shape(of figure: Sketch.Figure, isRoomy: Bool) -> (shape: Diagram.Shape, isCut: Bool) {
    let glyph = DiagramWords.glyph(of: figure.role) ?? (figure.isDouble ? "◆" : nil)
    var title: [String]
    var facts: [String] = []
    var isCut = false
    if figure.ids.count == 1 {
      let width = isRoomy ? Self.roomyWidth : Self.lineWidth - (glyph == nil ? 0 : 2)
      let wrapped = WrappedName(figure.names[0], width: width, lineCount: 2)
      (title, isCut) = (wrapped.lines, wrapped.isCut)
    } else {
      let group = groupTitle(figure)
      title = [group.title]
      let wrapped = WrappedName(group.names, width: Self.roomyWidth, lineCount: 3)
      (facts, isCut) = (wrapped.lines, wrapped.isCut)
    }
    facts += figure.facts
    if figure.isUnknown {
      let unknown = words.pick("? rest onbekend", "? rest unknown")
      if let last = facts.last, figure.ids.count == 1, last.count < Self.lineWidth {
        facts[facts.count - 1] = "\(last) · \(unknown)"
      } else {
        facts.append(unknown)
      }
    }
    let shape = Diagram.Shape(
      members: figure.ids, name: words.list(figure.names), title: title, facts: facts, glyph: glyph,
      role: figure.role, outline: figure.outline, isPossible: figure.isPossible,
      isDouble: figure.isDouble)
    return (shape, isCut)
  }

  /// A count with a noun, or with the words that all names begin with.
  private func groupTitle(_ figure: Sketch.Figure) -> (title: String, names: String) {
    let prefix = Self.commonPrefix(of: figure.names)
    guard !prefix.isEmpty else {
      return (words.count(figure.ids.count, figure.kind), figure.names.joined(separator: ", "))
    }
    let rests = figure.names.map { String($0.dropFirst(prefix.count + 1)) }
    return ("\(figure.ids.count) × \(prefix)", rests.joined(separator: ", "))
  }

  /// The whole words that all names begin with, as long as each has something left.
  static func commonPrefix(of names: [String]) -> String {
    let split = names.map { $0.split(separator: " ") }
    guard let first = split.first else { return "" }
    var count = 0
    while count < first.count - 1,
      split.allSatisfy({ $0.count > count + 1 && $0[count] == first[count] })
    {
      count += 1
    }
    return first.prefix(count).joined(separator: " ")
  }

  /// About how wide a shape comes out, in points.
  static func width(of shape: Diagram.Shape) -> Double {
    let title = shape.title.map { Double($0.count) * 7.1 }.max() ?? 0
    let facts = shape.facts.map { Double($0.count) * 6.6 }.max() ?? 0
    return max(title + (shape.glyph == nil ? 0 : 14), facts, 70) + 20
  }
}
