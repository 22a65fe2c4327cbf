/// What the columns, words and relations of somebody's tables mean: a file that begins with
/// `depgraph-map: 1`.
public struct TableMap: Sendable {
  /// Which of two things that a relation names leans on the other.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// The first fails when the second does.
    case firstNeedsSecond = "first-needs-second"
    /// The second fails when the first does.
    case secondNeedsFirst = "second-needs-first"
    /// The first works less well without the second.
    case firstDegradesWithoutSecond = "first-degrades-without-second"
    /// The second works less well without the first.
    case secondDegradesWithoutFirst = "second-degrades-without-first"
    /// It is no need.
    case ignore
    /// Nobody knows; taken as the first needing the second, and said.
    case guess

    /// What it means with the sides the other way round.
    var mirrored: Direction {
      switch self {
      case .firstNeedsSecond: .secondNeedsFirst
      case .secondNeedsFirst: .firstNeedsSecond
      case .firstDegradesWithoutSecond: .secondDegradesWithoutFirst
      case .secondDegradesWithoutFirst: .firstDegradesWithoutSecond
      case .ignore, .guess: self
      }
    }

    /// Whether the second leans on the first.
    var isSwapped: Bool { self == .secondNeedsFirst || self == .secondDegradesWithoutFirst }
  }

  /// How a column is recognised.
  enum ColumnName: Hashable {
    /// By the text above it.
    case header(String)
    /// By its number, counted from 1, in a table without a line of names.
    case number(Int)
  }

  /// A column: how it is recognised, and the unit of plain numbers in it.
  struct Column {
    var names: [ColumnName]
    var unit: String?
  }

  /// What the rows of some sheets are.
  struct SheetRule {
    var patterns: [String]
    var row: TableRowKind
    var columns: [TableField: Column] = [:]
    var constants: [TableField: String] = [:]
    /// Which side a row without a relation means.
    var direction = Direction.guess
    /// The register that the column `external` holds ids of.
    var register: String?
    var place: SourcePlace?

    /// Whether it is about a sheet of one of these names, without case and white space around.
    func covers(_ names: [String]) -> Bool {
      patterns.contains { pattern in
        let pattern = TableWords.folded(pattern)
        let glob = GlobPattern(pattern)
        return names.map(TableWords.folded).contains { glob?.matches($0) ?? ($0 == pattern) }
      }
    }
  }

  /// Its name, which becomes that of the model.
  var name: LocalizedText?
  /// Whether it is that of the template, of which every sheet is to be there.
  var isTemplate = false
  /// The register that ids come from, where a sheet does not say.
  var register = "table"
  /// What relations mean, by their names without case and white space around.
  var relations: [String: Direction] = [:]
  /// What a relation of another name means.
  var otherRelations = Direction.guess
  /// The kinds that words of a column `kind` mean.
  var kinds: [String: ComponentKind] = [:]
  /// The words of answers beyond the usual ones.
  var words = TableWords()
  /// What stands between the names of a list, beside line breaks.
  var separators: [Character] = [";", ","]
  /// Office hours, where a table says no more than that.
  var officeHours = OfficeHours.usual
  /// The kind of what is named and has no row.
  var placeholderKind = ComponentKind.service
  /// What sheets hold, in order: of several that fit a sheet the first counts.
  var sheets: [SheetRule] = []

  init() {}

  /// The map of filled templates, of either language.
  public static var template: TableMap { TableTemplate.map }

  /// The same map with one direction for every row that names no relation.
  ///
  /// - Parameter direction: The direction.
  /// - Returns: The map.
  /// - Complexity: O(*s*) for *s* sheets.
  public func taking(_ direction: Direction) -> TableMap {
    var map = self
    for index in map.sheets.indices { map.sheets[index].direction = direction }
    return map
  }

  /// What a relation means: by its name; else, of a name `A::B`, by its mirror `B::A` the other way
  /// round, or by its first half.
  func direction(ofRelation name: String) -> Direction {
    let folded = TableWords.folded(name)
    if let known = relations[folded] { return known }
    let halves = folded.split(separator: "::").map { String($0).cellText }
    guard halves.count == 2 else { return otherRelations }
    return relations["\(halves[0])::\(halves[1])"]
      ?? relations["\(halves[1])::\(halves[0])"]?.mirrored
      ?? relations[halves[0]] ?? otherRelations
  }

  /// The rule for a sheet.
  func sheet(for names: [String]) -> SheetRule? { sheets.first { $0.covers(names) } }
}

/// The hours of an office.
struct OfficeHours: Hashable {
  /// The days, 1 (Monday) to 7.
  var days: [Int]
  /// The minutes of the day.
  var from: Int
  var to: Int
  /// Whether the map states them, so that they are no guess.
  var isStated: Bool

  /// Monday to Friday from eight to five.
  static let usual = OfficeHours(days: [1, 2, 3, 4, 5], from: 480, to: 1020, isStated: false)

  /// The length of a working day in seconds.
  var day: Double { Double(to - from) * 60 }

  /// As weekly hours of a zone.
  func hours(in zone: ZoneOffsets) -> WeeklyHours? {
    WeeklyHours.Window(days: days, from: from, to: to, zone: zone).map { .windows([$0]) }
  }
}
