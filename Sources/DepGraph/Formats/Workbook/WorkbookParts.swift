/// Takes the list of sheets of a workbook.
final class WorkbookOutline: MarkupHandler {
  struct SheetPart {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  private(set) var sheets: [SheetPart] = []
  /// Whether days are counted from 1904, as old programs on the Macintosh did.
  private(set) var countsFrom1904 = false

  func start(_ tag: String, _ attributes: [String: String], depth: Int) -> MarkupFlaw? {
    switch tag.localName {
    case "workbookPr":
      countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    case "sheet":
      guard let name = attributes["name"] else { return nil }
      let relation = attributes.sorted { $0.key < $1.key }.first { $0.key.localName == "id" }
      sheets.append(
        SheetPart(
          name: name, relation: relation?.value ?? "",
          isHidden: (attributes["state"] ?? "visible") != "visible"))
    default: break
    }
    return nil
  }

  func end(_ tag: String) -> MarkupFlaw? { nil }
  func text(_ characters: String) -> MarkupFlaw? { nil }
}

/// Takes the texts that cells share; of a text in pieces with their own looks, the pieces together.
final class SharedStrings: MarkupHandler {
  private(set) var values: [String] = []
  private var current: String?
  private var isText = false
  /// How deep in pronunciation aids, whose letters are not those of the text.
  private var phonetics = 0

  func start(_ tag: String, _ attributes: [String: String], depth: Int) -> MarkupFlaw? {
    switch tag.localName {
    case "si":
      guard values.count < WorkbookReader.mostCells else {
        return MarkupFlaw(.tooLarge, "more than \(WorkbookReader.mostCells) texts")
      }
      current = ""
    case "rPh": phonetics += 1
    case "t": isText = current != nil && phonetics == 0
    default: break
    }
    return nil
  }

  func end(_ tag: String) -> MarkupFlaw? {
    switch tag.localName {
    case "si":
      values.append(current ?? "")
      current = nil
    case "rPh": phonetics -= 1
    case "t": isText = false
    default: break
    }
    return nil
  }

  func text(_ characters: String) -> MarkupFlaw? {
    if isText { current?.append(characters) }
    return nil
  }
}

/// Takes the number formats of a workbook: which numbers are days, shares, or have leading zeros.
final class WorkbookStyles: MarkupHandler {
  /// What a number is shown as.
  enum Look: Hashable {
    case plain
    /// A day or a moment.
    case day
    /// A time of day, or a length of time.
    case time
    /// A share in per cent.
    case percentage
    /// Whole, with at least so many digits.
    case digits(Int)
  }

  private var codes: [Int: String] = [:]
  private var looks: [Look] = []
  private var isInCells = false

  func start(_ tag: String, _ attributes: [String: String], depth: Int) -> MarkupFlaw? {
    switch tag.localName {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int(digits: $0) }) {
        codes[id] = attributes["formatCode"]
      }
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int(digits: $0) } ?? 0
      looks.append(codes[id].map(Self.look(code:)) ?? Self.look(builtIn: id))
    default: break
    }
    return nil
  }

  func end(_ tag: String) -> MarkupFlaw? {
    if tag.localName == "cellXfs" { isInCells = false }
    return nil
  }

  func text(_ characters: String) -> MarkupFlaw? { nil }

  /// What a number of a style is shown as.
  func look(style: Int) -> Look { looks.indices.contains(style) ? looks[style] : .plain }

  /// The formats that every workbook has (ECMA-376, 18.8.30).
  private static func look(builtIn id: Int) -> Look {
    switch id {
    case 9, 10: .percentage
    case 14...17, 22, 27...36, 50...58: .day
    case 18...21, 45...47: .time
    default: .plain
    }
  }

  private static func look(code: String) -> Look {
    // The first section is for positive numbers; what stands in quotes or brackets is no sign.
    var bare = ""
    var isQuoted = false
    var brackets = 0
    var inBrackets = ""
    var isElapsed = false
    var isEscaped = false
    for letter in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch letter {
      case "\\", "_", "*": isEscaped = !isQuoted
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted:
        brackets += 1
        inBrackets = ""
      case "]" where !isQuoted:
        brackets -= 1
        // `[h]` counts hours beyond a day; `[White]` and `[$-413]` are no times.
        if ["h", "hh", "m", "mm", "s", "ss"].contains(inBrackets) { isElapsed = true }
      case ";" where !isQuoted && brackets == 0: return look(bare: bare, isElapsed: isElapsed)
      case _ where brackets > 0: inBrackets.append(letter)
      default: if !isQuoted { bare.append(letter) }
      }
    }
    return look(bare: bare, isElapsed: isElapsed)
  }

  private static func look(bare: String, isElapsed: Bool) -> Look {
    if bare.contains("general") { return .plain }
    if bare.contains("y") || bare.contains("d") || bare.contains("j") { return .day }
    if isElapsed || bare.contains("h") || bare.contains("u") || bare.contains("s") { return .time }
    if bare.contains("m") { return .day }
    if bare.contains("%") { return .percentage }
    if bare.count > 1, bare.allSatisfy({ $0 == "0" }) { return .digits(bare.count) }
    return .plain
  }
}
