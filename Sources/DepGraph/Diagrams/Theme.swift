/// The state that a shape shows.
public enum ShapeRole: String, Hashable, Sendable, CaseIterable {
  /// Part of an overview.
  case plain
  /// The thing that the headline is about.
  case focus
  /// What failed by itself.
  case origin
  /// What does not work.
  case down
  /// What works, but not whole.
  case degraded
  /// What works, but leans on what is left.
  case reduced
  /// Of which it cannot be told.
  case untold
  /// What the model says is not hit.
  case unaffected
  /// A party that supplies.
  case supplier
  /// What starts others once it is started by hand.
  case breaker
  /// What waits for what waits for it.
  case locked
  /// What waits for others that do not start.
  case waiting
}

/// The outline of a shape.
public enum ShapeOutline: String, Hashable, Sendable, CaseIterable {
  /// A component.
  case box
  /// A supplier, a process or a consumer.
  case rounded
}

/// What a line means.
public enum LineRole: String, Hashable, Sendable, CaseIterable {
  /// The dependent does not work without it.
  case needs
  /// Something else can do instead.
  case alternative
  /// The dependent works worse without it.
  case soft
  /// A dependency that was inferred or assumed.
  case inferred
  /// Who supplies it.
  case supplied
  /// A failure spreads along it.
  case spreads
  /// A failure spreads along it if an uncertain fact is true.
  case mayspread
  /// What is lost here weakens what is there.
  case weakens
  /// The failure stops: something else carries on, or there is a reserve for some time.
  case holds
  /// Who depends on what leans on a reserve leans on it too.
  case leans
  /// What still works carries it.
  case carries
  /// What waits for what.
  case awaits
}

/// All colours, widths and sizes of a diagram, in one place.
public enum Theme {
  /// How a role of shapes looks.
  public struct ShapeStyle: Hashable, Sendable {
    /// The colour inside.
    public let fill: String
    /// The colour of the text.
    public let text: String
    /// The colour of the border.
    public let border: String
    /// The width of the border in points.
    public let width: Double
    /// Whether the border is dashed whatever the certainty.
    public let isDashed: Bool
  }

  /// How a role of lines looks.
  public struct LineStyle: Hashable, Sendable {
    /// The colour.
    public let color: String
    /// The width in points.
    public let width: Double
    /// Graphviz's word for the stroke.
    public let stroke: String
    /// Graphviz's word for the head.
    public let head: String
    /// The line in a text, for the legend.
    public let sample: String
  }

  /// Text and strong lines.
  public static let ink = "#14213D"
  /// Secondary text.
  public static let softInk = "#4B5563"
  /// Secondary lines.
  public static let softLine = "#5F6B7A"
  /// The page.
  public static let paper = "#FFFFFF"
  /// A band.
  public static let band = "#EEF2F7"
  /// The border of a band.
  public static let bandBorder = "#C3CCD8"
  /// A band that a reader should see first.
  public static let markedBand = "#FFEFD2"
  /// The border of such a band.
  public static let markedBandBorder = "#E6761B"
  /// The banner's text.
  public static let bannerText = "#FFFFFF"
  /// The one font: on every machine there is one of the same widths.
  public static let font = "Arial"

  /// Sizes of type in points, on paper but for `shape`, which the page scales.
  public enum Size {
    /// The headline.
    public static let headline = 24.0
    /// The line under it.
    public static let subtitle = 14.0
    /// The banner.
    public static let banner = 12.0
    /// The legend.
    public static let legend = 12.0
    /// The source and the notes.
    public static let source = 10.0
    /// The text in shapes.
    public static let shape = 13.0
    /// The least that is readable on paper.
    public static let least = 9.0
  }

  /// How shapes of a role look.
  public static func style(of role: ShapeRole) -> ShapeStyle {
    switch role {
    case .plain: shape("#FFFFFF", ink, softLine, 1.2)
    case .focus, .origin: shape("#14213D", "#FFFFFF", ink, 3)
    case .down: shape("#E6761B", "#000000", ink, 3.5)
    case .degraded: shape("#FFC766", "#000000", ink, 2.2)
    case .reduced: shape("#FFEFD2", "#000000", ink, 1.4)
    case .untold: shape("#E2E8F0", "#000000", softLine, 1.2)
    case .unaffected: shape("#FFFFFF", "#000000", ink, 1.2, isDashed: true)
    case .supplier: shape("#FFFFFF", ink, softLine, 1.2)
    case .breaker: shape("#14213D", "#FFFFFF", ink, 3)
    case .locked: shape("#E6761B", "#000000", ink, 3.5)
    case .waiting: shape("#FFC766", "#000000", ink, 2.2)
    }
  }

  /// How lines of a role look.
  public static func style(of role: LineRole) -> LineStyle {
    switch role {
    case .needs: line(ink, 2.6, "solid", "normal", "━━▶")
    case .alternative: line(softLine, 1.5, "dashed", "normal", "╌╌▶")
    case .soft: line(softLine, 1.5, "solid", "vee", "──>")
    case .inferred: line(softLine, 1.5, "dashed", "onormal", "╌╌▷")
    case .supplied: line(softLine, 1.6, "dotted", "onormal", "┈┈▷")
    case .spreads: line(ink, 2.6, "solid", "normal", "━━▶")
    case .mayspread: line(ink, 1.8, "dashed", "onormal", "╌╌▷")
    case .weakens: line(softLine, 1.5, "solid", "vee", "──>")
    case .holds: line(softLine, 1.5, "dashed", "tee", "╌╌┤")
    case .leans: line(softLine, 1.4, "dotted", "normal", "┈┈▶")
    case .carries: line(softLine, 1.5, "solid", "normal", "──▶")
    case .awaits: line(ink, 2, "solid", "normal", "━━▶")
    }
  }

  private static func shape(
    _ fill: String, _ text: String, _ border: String, _ width: Double, isDashed: Bool = false
  ) -> ShapeStyle {
    ShapeStyle(fill: fill, text: text, border: border, width: width, isDashed: isDashed)
  }

  private static func line(
    _ color: String, _ width: Double, _ stroke: String, _ head: String, _ sample: String
  ) -> LineStyle {
    LineStyle(color: color, width: width, stroke: stroke, head: head, sample: sample)
  }
}
