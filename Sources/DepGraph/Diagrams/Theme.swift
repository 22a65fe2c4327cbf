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
  /// What takes the most users with it when it fails alone.
  case worst
  /// What takes several users with it.
  case serious
  /// What takes one user with it, or very few.
  case minor
  /// What takes no user with it.
  case harmless
  /// Who falls with some single thing.
  case exposed
  /// Who falls with no single thing that is known.
  case secure
  /// Where causes meet that take something down only together.
  case joint
  /// What a network falls apart without.
  case cutPoint
  /// The only link between two parts.
  case bridge
  /// An agreement.
  case contract
  /// An agreement that ends soon.
  case ending
  /// An agreement of which it is not known what it covers.
  case opaque
  /// A promise that is too late, or too little for what rests on it.
  case late
  /// What nobody promised to bring back.
  case unpromised
  /// A promise that is in time.
  case inTime
  /// What only the later of two models has.
  case added
  /// What only the earlier of two models has.
  case removed
  /// Of which both models say something else.
  case altered
}

/// The outline of a shape.
public enum ShapeOutline: String, Hashable, Sendable, CaseIterable {
  /// A component.
  case box
  /// A supplier, a process or a consumer.
  case rounded
  /// What several components share.
  case cause
  /// An agreement.
  case note
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
  /// Something in common: one thing to both.
  case shares
  /// One thing that takes all alternatives away reaches one of them.
  case defeats
  /// An alternative that falls together with the others.
  case falseAlternative
  /// A link of a network; without a head.
  case joins
  /// A link of a network that does not work any more.
  case cutOff
  /// Who or what delivers or covers it.
  case provides
  /// A supplier that works for another one.
  case subcontracts
  /// Nothing stands in for it.
  case irreplaceable
  /// Nothing stands in for it if an uncertain fact is true.
  case mayLack
  /// Only something of the same supplier stands in for it.
  case sameSource
  /// Something else stands in for it.
  case replaceable
  /// An agreement covers it.
  case covers
  /// What is promised is not enough.
  case fallsShort
  /// An agreement that rests on another.
  case restsOn
  /// An agreement that stands under another.
  case standsUnder
  /// A dependency that only the later of two models has.
  case arrives
  /// A dependency that only the earlier of two models has.
  case departs
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
  public static let bandBorder = "#7B889C"
  /// A band that a reader should see first.
  public static let markedBand = "#FFEFD2"
  /// The border of such a band.
  public static let markedBandBorder = "#C25E0E"
  /// The banner's text.
  public static let bannerText = "#FFFFFF"
  /// The heavy part of a bar.
  public static let heavyBar = "#0072B2"
  /// The light part of a bar.
  public static let lightBar = "#8CC3E6"
  /// The rest of a bar.
  public static let restOfBar = "#E5E7EB"
  /// The dark end of the heat map.
  public static let hottest = "#8C2D04"
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
    case .worst: shape(hottest, "#FFFFFF", "#000000", 4)
    case .serious: shape("#E6761B", "#000000", ink, 3)
    case .minor: shape("#FDD49E", "#000000", ink, 2.2)
    case .harmless: shape("#FFFFFF", ink, softLine, 1.2)
    case .joint: shape("#FFFFFF", "#000000", ink, 1.6)
    case .exposed: shape("#E3E9F1", "#000000", ink, 1.6)
    case .cutPoint: shape(hottest, "#FFFFFF", "#000000", 4)
    case .bridge: shape("#E6761B", "#000000", ink, 3)
    case .secure: shape("#FFFFFF", ink, softLine, 1.2)
    case .contract: shape("#FFFFFF", ink, softLine, 1.2)
    case .ending: shape("#F0E442", "#000000", "#000000", 2.2, isDashed: true)
    case .opaque: shape("#E2E8F0", "#000000", softLine, 1.2, isDashed: true)
    case .late: shape("#E6761B", "#000000", ink, 3)
    case .unpromised: shape(hottest, "#FFFFFF", "#000000", 3)
    case .inTime: shape("#FFFFFF", ink, softLine, 1.2)
    case .added: shape("#CFE8F7", "#000000", heavyBar, 4)
    case .removed: shape("#C3CCD8", "#000000", ink, 1.8, isDashed: true)
    case .altered: shape("#FFDD99", "#000000", ink, 2.4)
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
    case .shares: line(ink, 1.8, "solid", "odot", "──○")
    case .defeats: line(hottest, 3.2, "solid", "dot", "━━●")
    case .joins: line(ink, 2.2, "solid", "none", "━━━")
    case .cutOff: line(softLine, 1.5, "dashed", "none", "╌╌╌")
    case .falseAlternative: line(hottest, 3.2, "dashed", "box", "╌╌■")
    case .provides: line(softLine, 1.6, "solid", "vee", "──>")
    case .subcontracts: line(softLine, 1.6, "dotted", "onormal", "┈┈▷")
    case .irreplaceable: line(ink, 2.8, "solid", "normal", "━━▶")
    case .mayLack: line(ink, 1.8, "solid", "onormal", "──▷")
    case .sameSource: line(ink, 2.2, "dashed", "normal", "╌╌▶")
    case .replaceable: line(softLine, 1.3, "dashed", "vee", "╌╌>")
    case .covers: line(softLine, 1.6, "solid", "vee", "──>")
    case .fallsShort: line(hottest, 3.2, "solid", "diamond", "━━◆")
    case .restsOn: line(ink, 1.8, "solid", "onormal", "──▷")
    case .standsUnder: line(softLine, 1.5, "dotted", "vee", "┈┈>")
    case .arrives: line(heavyBar, 3.2, "solid", "diamond", "━━◆")
    case .departs: line(ink, 1.8, "dotted", "onormal", "┈┈▷")
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
