/// The texts of shapes: names wrapped, groups counted and named.
struct ShapeText {
  /// The room that a shape has for its text.
  enum Room {
    /// A row with few shapes: everything on one line, to save height.
    case line
    /// A row of a band: narrow and two lines high.
    case row
    /// A column of steps: narrow, and higher where need be.
    case column

    fileprivate var width: Int {
      switch self {
      case .line: 44
      case .row: 20
      case .column: 17
      }
    }

    /// The most characters of a line of names in a group.
    fileprivate var groupWidth: Int {
      switch self {
      case .line: 52
      case .row: 32
      case .column: 24
      }
    }

    /// The most lines of names in a group.
    fileprivate var groupLines: Int {
      switch self {
      case .line: 2
      case .row: 3
      case .column: 4
      }
    }

    fileprivate var lineCount: Int {
      switch self {
      case .line: 1
      case .row: 2
      case .column: 3
      }
    }
  }

  let words: DiagramWords
  /// Whether groups in rows are rather wide than high.
  var isFlat = false
  /// The width that a row of a band may take, in points at full size.
  static let roomInRow = 1_200.0

  /// The shape of a figure.
  ///
  /// - Parameters:
  ///   - figure: What to draw.
  ///   - room: The room for its text.
  /// - Returns: The shape, and whether a name was cut.
  func shape(of figure: Sketch.Figure, in room: Room) -> (shape: Diagram.Shape, isCut: Bool) {
    let sign = DiagramWords.glyph(of: figure.role) ?? (figure.isDouble ? "◆" : nil)
    let glyph = figure.isHighlighted ? ["★", sign].compactMap(\.self).joined() : sign
    var shape = Diagram.Shape(
      members: figure.ids, name: words.list(figure.names), title: [], facts: [], glyph: glyph,
      role: figure.role, outline: figure.outline, isPossible: figure.isPossible,
      isDouble: figure.isDouble, isUnknown: figure.isUnknown, isHighlighted: figure.isHighlighted)
    var isCut = false
    if figure.ids.count == 1 {
      let whole = WrappedName(figure.names[0], width: room.width, lineCount: room.lineCount)
      // What is explained in brackets goes before the name itself is cut.
      let short = WrappedName(
        Self.withoutBrackets(figure.names[0]), width: room.width, lineCount: room.lineCount)
      (shape.title, isCut) = (whole.isCut ? short.lines : whole.lines, whole.isCut)
      if case .line = room { shape.isOneLine = true }
    } else {
      let group = groupTitle(figure)
      let names = WrappedName(
        group.names, width: isFlat ? 46 : room.groupWidth,
        lineCount: isFlat ? 2 : room.groupLines)
      (shape.title, shape.listing, isCut) = ([group.title], names.lines, names.isCut)
    }
    shape.facts += figure.facts
    if figure.soleCount > 0, !figure.isDouble {
      shape.facts.append(
        words.pick(
          "◆ \(figure.soleCount) van \(figure.ids.count) SPOF",
          "◆ \(figure.soleCount) of \(figure.ids.count) SPOF"))
    }
    if figure.ids.count > 1, room != .column {
      // What is said of a group stands beside its title where there is room, to save height.
      let length = shape.facts.reduce(shape.title[0].count) { $0 + $1.count + 3 }
      shape.isOneLine = length <= room.groupWidth + 4
    }
    return (shape, isCut)
  }

  /// The shapes of a row: on one line each if they fit so beside each other.
  ///
  /// - Parameter figures: The figures of the row.
  /// - Returns: The shapes, the number of names cut, and whether the row is too wide.
  func row(
    of figures: [Sketch.Figure]
  ) -> (shapes: [Diagram.Shape], cutCount: Int, isTooWide: Bool) {
    var found: (shapes: [Diagram.Shape], cutCount: Int, isTooWide: Bool) = ([], 0, true)
    for room in [Room.line, .row] where found.isTooWide {
      let texts = figures.map { shape(of: $0, in: room) }
      let width = texts.reduce(0.0) { $0 + Self.width(of: $1.shape) + 16 }
      found = (texts.map(\.shape), texts.count(where: \.isCut), width > Self.roomInRow)
    }
    return found
  }

  /// A count with a noun, or with the words that all names begin with; and the names, without what
  /// they explain in brackets.
  private func groupTitle(_ figure: Sketch.Figure) -> (title: String, names: String) {
    let names = figure.names.map(Self.withoutBrackets)
    if let common = figure.groupName {
      let name = WrappedName(common, width: 26, lineCount: 1).lines.joined()
      let noun = words.count(figure.ids.count, figure.kind)
      return ("\(name): \(noun)", names.joined(separator: ", "))
    }
    let prefix = Self.commonPrefix(of: names)
    guard !prefix.isEmpty else {
      let noun =
        figure.isUser && figure.kind == nil
        ? "\(figure.ids.count) \(words.users([.consumer, .process], count: figure.ids.count))"
        : words.count(figure.ids.count, figure.kind)
      return (noun, names.joined(separator: ", "))
    }
    let rests = names.map { String($0.dropFirst(prefix.count + 1)) }
    return ("\(figure.ids.count) × \(prefix)", rests.joined(separator: ", "))
  }

  private static func withoutBrackets(_ name: String) -> String {
    guard name.last == ")", let open = name.lastIndex(of: "("), open > name.startIndex else {
      return name
    }
    let start = name[..<open].split(separator: " ").joined(separator: " ")
    return start.isEmpty ? name : start
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
    let prefix = first.prefix(count).joined(separator: " ")
    return prefix.count < 4 ? "" : prefix
  }

  /// About how high a shape comes out, in points.
  static func height(of shape: Diagram.Shape) -> Double {
    let said = shape.isOneLine ? 1 : shape.title.count + shape.facts.count
    return 15.6 * Double(max(said + shape.listing.count, 1)) + 10
  }

  /// About how wide a shape comes out, in points.
  static func width(of shape: Diagram.Shape) -> Double {
    let title = shape.title.map { Double($0.count) * 7.2 }.max() ?? 0
    let marks = (shape.glyph == nil ? 0.0 : 14) + (shape.isUnknown ? 10 : 0)
    let facts = shape.facts.map { Double($0.count) * 6.2 }
    let listing = shape.listing.map { Double($0.count) * 6.2 }.max() ?? 0
    let text =
      shape.isOneLine
      ? title + marks + facts.reduce(0) { $0 + $1 + 14 } : max(title + marks, facts.max() ?? 0)
    return max(text, listing, 50) + (shape.outline == .cause ? 36 : 18)
  }
}

extension Diagram {
  /// Takes over the figures and edges of a sketch that has no bands.
  ///
  /// - Parameters:
  ///   - sketch: The sketch, folded.
  ///   - text: What writes the shapes.
  ///   - room: The room for their text.
  /// - Returns: How many shapes had a name cut.
  /// - Complexity: O(*f* + *e*) for *f* figures and *e* edges.
  mutating func draw(_ sketch: Sketch, _ text: ShapeText, in room: ShapeText.Room) -> Int {
    let drawn = sketch.figures.map { text.shape(of: $0, in: room) }
    shapes += drawn.map(\.shape)
    lines = sketch.edges.map { .init(from: $0.from, to: $0.to, role: $0.role) }
    return drawn.count(where: \.isCut)
  }
}
