/// What is printed and handed out: black and white, to tick and to write on.
public struct Sheet: Hashable, Sendable {
  /// A piece of a sheet.
  public enum Block: Hashable, Sendable {
    /// A heading over what follows.
    case heading(String)
    /// Sentences.
    case paragraph(String)
    /// Small print.
    case note(String)
    /// Rows and columns.
    case table(Report.Table)
    /// Boxes to tick, each with room for the time and the initials.
    case checks([Check])
    /// So many empty lines to write on.
    case lines(Int)
    /// A chart of our own, as SVG.
    case figure(svg: String)
  }

  /// Something to do and to tick.
  public struct Check: Hashable, Sendable {
    /// What to do.
    public var text: String
    /// What to know about it.
    public var detail: String?

    /// Makes one.
    public init(_ text: String, detail: String? = nil) {
      self.text = text
      self.detail = detail
    }
  }

  /// What it is.
  public var title: String
  /// For whom, or about what.
  public var subtitle: String
  /// What stands on it, in order.
  public var blocks: [Block]

  /// Makes a sheet.
  public init(title: String, subtitle: String, blocks: [Block]) {
    self.title = title
    self.subtitle = subtitle
    self.blocks = blocks
  }
}

/// Sheets that are printed together, each from a new page on.
public struct SheetSet: Sendable {
  /// What they are together.
  public let title: String
  /// Their language.
  public let language: Language
  /// What may be done with them, at the top and bottom of each page; empty: not said.
  public let marking: String
  /// Where they come from and of when they are.
  public let footer: String
  /// The sheets, in order.
  public let sheets: [Sheet]

  /// Makes a set.
  ///
  /// - Parameters:
  ///   - title: What they are together.
  ///   - language: Their language.
  ///   - marking: What may be done with them; empty: not said.
  ///   - footer: Where they come from and of when they are.
  ///   - sheets: The sheets, in order.
  public init(title: String, language: Language, marking: String, footer: String, sheets: [Sheet]) {
    self.title = title
    self.language = language
    self.marking = marking
    self.footer = footer
    self.sheets = sheets
  }
}
