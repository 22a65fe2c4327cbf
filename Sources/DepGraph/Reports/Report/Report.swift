/// What is said, as a value: sentences and tables without a medium.
public struct Report: Hashable, Sendable {
  /// What it is about.
  public var title: String
  /// The answer in one or two sentences.
  public var keySentence: String
  /// The rest, in order.
  public var blocks: [Block]
  /// The one table of a CSV file, with machine-readable cells: ids, seconds, keys that stay.
  public var data: Table

  /// Makes a report.
  public init(title: String, keySentence: String, blocks: [Block], data: Table) {
    self.title = title
    self.keySentence = keySentence
    self.blocks = blocks
    self.data = data
  }

  /// A piece of a report.
  public enum Block: Hashable, Sendable {
    /// A heading over what follows.
    case heading(String)
    /// Sentences.
    case paragraph(String)
    /// Rows and columns.
    case table(Table)
    /// Points, and points under them.
    case list([Item])
    /// Small print: where it comes from, what to keep in mind.
    case note(String)
    /// A mistake or remark, with the line that it is about.
    case finding(Finding)
  }

  /// A point of a list.
  public struct Item: Hashable, Sendable {
    /// What it says.
    public var text: String
    /// The points under it.
    public var items: [Item]

    /// Makes a point.
    public init(_ text: String, _ items: [Item] = []) {
      self.text = text
      self.items = items
    }
  }

  /// Rows under named columns.
  public struct Table: Hashable, Sendable {
    /// Where the cells of a column stand.
    public enum Alignment: Hashable, Sendable { case left, right }

    /// A column.
    public struct Column: Hashable, Sendable {
      /// Its heading.
      public var title: String
      /// Where its cells stand.
      public var alignment: Alignment

      /// Makes a column.
      public init(_ title: String, _ alignment: Alignment = .left) {
        self.title = title
        self.alignment = alignment
      }
    }

    /// What it shows; empty: the heading above says it.
    public var caption: String
    /// The columns.
    public let columns: [Column]
    /// The rows, with a cell for each column.
    public let rows: [[String]]

    /// Makes a table.
    ///
    /// - Precondition: Each row has a cell for each column.
    public init(_ caption: String = "", columns: [Column], rows: [[String]]) {
      precondition(rows.allSatisfy { $0.count == columns.count }, "a row with missing cells")
      self.caption = caption
      self.columns = columns
      self.rows = rows
    }

    /// Makes a table of texts from the names of its columns.
    ///
    /// - Precondition: Each row has a cell for each column.
    public init(names: [String], rows: [[String]]) {
      self.init(columns: names.map { Column($0) }, rows: rows)
    }
  }

  /// A mistake or remark.
  public struct Finding: Hashable, Sendable {
    /// How much it weighs.
    public var severity: Diagnostic.Severity
    /// `file:line:column`; nil: it stands nowhere.
    public var place: String?
    /// The word for its weight.
    public var label: String
    /// What is wrong, with its code.
    public var message: String
    /// The offending line and a caret under the place; empty: not shown.
    public var excerpt: [String]
    /// What to do about it.
    public var hint: String?
  }
}
