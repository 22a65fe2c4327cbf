/// What is drawn, as a value: made by a view from an analysis, written as DOT text by `DOTWriter`.
///
/// Everything that a reader should know stands in it, the moment and the left-out things included;
/// `table` gives the same content to those who do not see pictures.
public struct Diagram: Hashable, Sendable {
  /// Where lines lead.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// From top to bottom.
    case down
    /// From left to right.
    case right
    /// Whichever gives the larger type on the page, from left to right where it hardly matters.
    case either
  }

  /// One thing, or several folded into one.
  public struct Shape: Hashable, Sendable {
    /// The ids of the elements that it stands for, in order; more than one: a group.
    public var members: [String]
    /// The whole name, or the names of a group.
    public var name: String
    /// The name as drawn, in lines.
    public var title: [String]
    /// The names of a group as drawn, in lines under the title.
    public var listing: [String] = []
    /// What is said of it, in lines under the title.
    public var facts: [String]
    /// A sign for its state, for those who do not see colours.
    public var glyph: String?
    /// Its state.
    public var role: ShapeRole
    /// Its outline.
    public var outline = ShapeOutline.box
    /// Whether its state is possible and not certain: a dashed border.
    public var isPossible = false
    /// Whether it is a single point of failure: a double border.
    public var isDouble = false
    /// Whether it needs more than is known.
    public var isUnknown = false
    /// Whether it is pointed out.
    public var isHighlighted = false
    /// Whether title and facts stand on one line.
    public var isOneLine = false
    /// A share as a bar between title and facts.
    public var bar: Bar?
  }

  /// A share of a whole, drawn as a bar: some of it heavily, some lightly.
  public struct Bar: Hashable, Sendable {
    /// How many are drawn heavily.
    public var heavy: Int
    /// How many are drawn lightly beside them.
    public var light: Int
    /// How many there are.
    public var total: Int
    /// Whether the rest is not known rather than empty.
    public var isOpen: Bool
  }

  /// One shape that stands a column or a row before another though no line says so.
  public struct Precedence: Hashable, Sendable {
    /// The index of the shape that comes first.
    public var first: Int
    /// The index of the one that comes after it.
    public var second: Int
  }

  /// An arrow.
  public struct Line: Hashable, Sendable {
    /// The index of the shape where it begins.
    public var from: Int
    /// The index of the shape where its head is.
    public var to: Int
    /// What it means.
    public var role: LineRole
  }

  /// A horizontal band of shapes.
  public struct Band: Hashable, Sendable {
    /// Its name.
    public var title: String
    /// The indices of its shapes, row by row.
    public var rows: [[Int]]
    /// Whether a reader should see it first.
    public var isMarked = false
  }

  /// Shapes that belong together, drawn inside one frame.
  public struct Area: Hashable, Sendable {
    /// Its name; empty where there is only one.
    public var title: String
    /// The indices of its shapes.
    public var shapes: [Int]
  }

  /// A line of the key.
  public struct LegendEntry: Hashable, Sendable {
    /// What is shown.
    public enum Sample: Hashable, Sendable {
      /// A small shape with the text inside.
      case shape(ShapeRole, isPossible: Bool, isDouble: Bool)
      /// A line beside the text.
      case line(LineRole)
      /// A piece of a bar beside the text, heavy or light.
      case bar(isHeavy: Bool)
      /// The text alone.
      case none
    }

    /// What is shown.
    public var sample: Sample
    /// What it means.
    public var text: String
  }

  /// The language of its texts.
  public var language: Language
  /// Where lines lead.
  public var direction: Direction
  /// The conclusion, as a sentence.
  public var headline: String
  /// What is drawn, with the counts.
  public var subtitle: String
  /// Who may see it.
  public var banner: String
  /// Where it comes from.
  public var sourceLine: String
  /// What was folded, cut short or left out.
  public var notes: [String]
  /// The key, with what occurs and nothing else.
  public var legend: [LegendEntry]
  /// Whether rows stand close to each other, since few lines run between them.
  public var isDense = false
  /// Whether arrows lead the other way than those of such a picture do.
  public var isTurned = false
  /// The bands from top to bottom; none: the lines alone give the order.
  public var bands: [Band]
  /// The frames around shapes, where there are no bands; no shape stands in two.
  public var areas: [Area] = []
  /// What is drawn.
  public var shapes: [Shape]
  /// The arrows.
  public var lines: [Line]
  /// What else gives shapes their place.
  public var precedences: [Precedence] = []

  /// The whole in words, for screen readers.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  public var alternativeText: String {
    let words = DiagramWords(language)
    let parts = [subtitle] + shapes.map { words.spoken($0) } + notes + [sourceLine]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The same content as rows: what, its state, what is said of it, and where its arrows lead.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  public var table: [[String]] {
    let words = DiagramWords(language, isTurned: isTurned)
    var targets = [[String]](repeating: [], count: shapes.count)
    for line in lines {
      targets[line.from].append("\(shapes[line.to].name) (\(words.meaning(of: line.role)))")
    }
    return shapes.indices.map { index in
      let shape = shapes[index]
      return [
        shape.name, words.state(of: shape), words.facts(of: shape),
        targets[index].joined(separator: "; "),
      ]
    }
  }
}
