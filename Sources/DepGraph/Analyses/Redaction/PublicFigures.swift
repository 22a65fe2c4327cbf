/// What everybody may be told of a network: counts and shares, no names, no places, no ids.
///
/// Counts below a threshold are not given. No total is given either, nor two counts of the same
/// things by different marks: what is exact in it says nothing of what is not, so that nobody can
/// subtract (complementary disclosure). Shares are rounded to tenths.
public struct PublicFigures: Sendable {
  /// A count that may be given.
  public enum Count: Hashable, Sendable {
    /// It is at or above the threshold.
    case exactly(Int)
    /// It is below it, 0 included.
    case fewerThan(Int)

    /// Makes it from the number alone, which is why counts cannot give each other away.
    init(_ number: Int, threshold: Int) {
      self = number < threshold ? .fewerThan(threshold) : .exactly(number)
    }

    /// The number, where it is given.
    public var number: Int? {
      if case .exactly(let number) = self { number } else { nil }
    }
  }

  /// Below this nothing is counted out loud.
  public let threshold: Int
  /// The number of components of each kind, those for whom the rest is done left out.
  public let kinds: [(kind: ComponentKind, count: Count)]
  /// The number of consumers and processes of each sector of the built-in list.
  public let users: [(sector: Sector, count: Count)]
  /// The number of those of no such sector.
  public let otherUsers: Count
  /// The number of elements whose failure alone takes a consumer or process down; nil: the marking
  /// of such a result does not let it go.
  public let singlePoints: Count?
  /// The widest single failure takes down at least so many consumers and processes; nil: as for
  /// single points, or too few to say.
  public let widestFailure: Int?
  /// The tenths of components known in each way, the largest first; those below a tenth left out.
  public let bases: [(basis: Basis, tenths: Int)]
  /// The tenths of components of which not all needs are known.
  public let unknownTenths: Int?
  /// How the facts are known that do not say it themselves; made up ones must be told to be that.
  public let basis: Basis
  /// The date that the facts describe.
  public let asOf: CalendarDate?
  /// How many whole years before that date the oldest check of a fact lies; nil: not known.
  public let oldestYears: Int?
  /// How many kinds of things were left out because everybody may not see some of them.
  public let leftOutKinds: Int
  /// How it is proposed to be marked.
  public let proposal: ProposedMarking

  /// Computes them.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - threshold: Below this nothing is counted out loud.
  /// - Precondition: `threshold` is 2 or more.
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* elements and the vertices and arcs that fail with each.
  public init(of compiled: CompiledModel, threshold: Int = 3) {
    precondition(threshold >= 2, "a threshold below 2 hides nothing")
    self.threshold = threshold
    let model = compiled.model
    let counted = model.components.filter { Self.isCounted($0.marking, in: model) }
    let users = counted.filter(\.isUser)
    kinds = ComponentKind.allCases.filter { $0 != .process && $0 != .consumer }.map { kind in
      (kind, Count(counted.count { $0.kind == kind }, threshold: threshold))
    }
    let sectors = SectorList.builtIn.sectors
    let sectorCounts = sectors.map { sector in
      (
        sector: sector,
        count: Count(users.count { $0.sector == sector.id }, threshold: threshold)
      )
    }
    self.users = sectorCounts
    let known = Set(sectors.map(\.id))
    let others = Count(
      users.count { $0.sector.map(known.contains) != true }, threshold: threshold)
    otherUsers = others
    var leftOut = counted.count < model.components.count ? 1 : 0
    let isOpen = Self.isOpen(.singlePoints, in: model)
    if isOpen {
      let failures = SoleFailures(in: compiled)
      let sole = Self.soleFailures(failures, in: compiled)
      singlePoints = Count(sole.count, threshold: threshold)
      // No more than is given in the table of users, so that it adds nothing to that.
      let given = (sectorCounts.map(\.count) + [others]).compactMap(\.number).reduce(0, +)
      let widest = min(sole.max() ?? 0, given) / threshold * threshold
      widestFailure = widest > 0 ? widest : nil
    } else {
      singlePoints = nil
      widestFailure = nil
      leftOut += 1
    }
    leftOutKinds = leftOut
    bases = Self.shares(of: counted, threshold: threshold)
    unknownTenths = Self.tenths(
      counted.count(where: \.hasUnknownRequirement), of: counted.count, threshold: threshold)
    basis = model.basis
    asOf = model.asOf
    let oldest = counted.compactMap(\.checked).min()
    oldestYears = oldest.flatMap { date in
      model.asOf.map { max(0, ($0.daysSinceEpoch - date.daysSinceEpoch) / 365) }
    }
    proposal = ProposedMarking(
      level: model.marking.level == nil ? nil : .unclassified, light: .clear)
  }

  /// How many users each counted element takes down alone, where it takes any.
  private static func soleFailures(
    _ failures: SoleFailures, in compiled: CompiledModel
  ) -> [Int] {
    (0..<compiled.table.count).map { VertexID($0) }.compactMap { vertex in
      let marking = compiled.component(vertex)?.marking ?? compiled.commonCause(vertex)?.marking
      guard isCounted(marking, in: compiled.model) else { return nil }
      let reach = failures.reach(of: vertex).certain
      return reach > 0 ? reach : nil
    }
  }

  /// Whether a fact may be counted: classified and red ones never are.
  private static func isCounted(_ marking: Marking?, in model: Model) -> Bool {
    let whole = (marking ?? Marking()).inherited(from: model.marking)
    if let level = whole.level, level > .unclassified { return false }
    return whole.light != .red
  }

  /// Whether no floor keeps a combination of facts from everybody.
  private static func isOpen(_ floor: ProposedMarking.Floor, in model: Model) -> Bool {
    guard let marking = model.markingFloors[floor.rawValue] else { return true }
    if let level = marking.level, level > .unclassified { return false }
    return (marking.light ?? .clear) <= .clear
  }

  private static func shares(
    of components: [Component], threshold: Int
  ) -> [(basis: Basis, tenths: Int)] {
    let shares = Basis.allCases.compactMap { basis -> (basis: Basis, tenths: Int)? in
      let count = components.count { $0.evidence.basis == basis }
      guard let tenths = tenths(count, of: components.count, threshold: threshold),
        tenths > 0
      else { return nil }
      return (basis, tenths)
    }
    return shares.enumerated().sorted {
      (-$0.element.tenths, $0.offset) < (-$1.element.tenths, $1.offset)
    }.map(\.element)
  }

  /// A share in tenths; nil where a tenth more would tell a number below the threshold.
  private static func tenths(_ part: Int, of whole: Int, threshold: Int) -> Int? {
    whole < 20 * threshold ? nil : (part * 20 + whole) / (whole * 2)
  }

  /// Figures of which every part is given, to learn the words that they are written with.
  init(
    kinds: [(kind: ComponentKind, count: Count)], users: [(sector: Sector, count: Count)],
    singlePoints: Count?, widestFailure: Int?, bases: [(basis: Basis, tenths: Int)],
    unknownTenths: Int?, oldestYears: Int?
  ) {
    threshold = 3
    self.kinds = kinds
    self.users = users
    otherUsers = .fewerThan(3)
    self.singlePoints = singlePoints
    self.widestFailure = widestFailure
    self.bases = bases
    self.unknownTenths = unknownTenths
    basis = .fictional
    asOf = nil
    self.oldestYears = oldestYears
    leftOutKinds = singlePoints == nil ? 1 : 0
    proposal = ProposedMarking(level: nil, light: nil)
  }
}
