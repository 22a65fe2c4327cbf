/// How lines run through bands: by way points, one in each row that a line passes.
///
/// A band is a cluster, and Graphviz leads lines around clusters that they do not end in; with a
/// way point of their own inside they run through. Lines of one kind to one shape share their way
/// points, so that they join on the way.
struct BandRouting {
  /// A piece of a line between neighbouring rows, the upper end first.
  struct Segment {
    var upper: Int
    var lower: Int
    var role: LineRole
    /// Whether the head of the line is at the upper end, at the lower end, or elsewhere.
    var head: Head
    /// The lines of the diagram that run along it.
    var lines: [Int]
  }

  /// Where the head of a piece is.
  enum Head { case upper, lower, none }

  /// Shapes by index, and way points from the number of shapes on, in their order.
  let rows: [[Int]]
  /// The pieces of all lines.
  let segments: [Segment]
  private let shapeCount: Int

  /// - Complexity: O(*r*·*l*) for *r* rows and *l* lines, and the ordering of the rows.
  init(_ diagram: Diagram) {
    var router = Router(diagram)
    for index in diagram.lines.indices { router.route(index, diagram.lines[index]) }
    shapeCount = diagram.shapes.count
    segments = router.segments
    rows = RowOrder(router.rows, lines: router.segments.map { ($0.upper, $0.lower) }).rows
  }

  /// Whether a vertex is a way point.
  func isWayPoint(_ vertex: Int) -> Bool { vertex >= shapeCount }
}

private struct Router {
  private(set) var rows: [[Int]]
  private(set) var segments: [BandRouting.Segment] = []
  private var rowOf: [Int: Int] = [:]
  private var nextPoint: Int
  private var points: [Trunk: [Int: Int]] = [:]
  private var known: [Piece: Int] = [:]

  /// What lines must have in common to share way points.
  private struct Trunk: Hashable {
    var end: Int
    var role: LineRole
    var isUpward: Bool
  }

  private struct Piece: Hashable {
    var upper: Int
    var lower: Int
    var role: LineRole
  }

  init(_ diagram: Diagram) {
    rows = diagram.bands.flatMap(\.rows)
    for (number, row) in rows.enumerated() { for shape in row { rowOf[shape] = number } }
    nextPoint = diagram.shapes.count
  }

  mutating func route(_ index: Int, _ line: Diagram.Line) {
    guard let from = rowOf[line.from], let to = rowOf[line.to] else { return }
    let isUpward = from > to
    let trunk = Trunk(end: line.to, role: line.role, isUpward: isUpward)
    let (top, bottom) = isUpward ? (to, from) : (from, to)
    var upper = isUpward ? line.to : line.from
    let last = isUpward ? line.from : line.to
    var row = top
    while row < bottom {
      let lower = row + 1 == bottom ? last : point(of: trunk, in: row + 1)
      let isHead = isUpward ? row == top : row + 1 == bottom
      add(
        .init(
          upper: upper, lower: lower, role: line.role,
          head: isHead ? (isUpward ? .upper : .lower) : .none, lines: [index]))
      upper = lower
      row += 1
    }
    // Two shapes of one row: Graphviz draws the line itself.
    if top == bottom {
      add(.init(upper: line.from, lower: line.to, role: line.role, head: .lower, lines: [index]))
    }
  }

  private mutating func point(of trunk: Trunk, in row: Int) -> Int {
    if let known = points[trunk]?[row] { return known }
    defer { nextPoint += 1 }
    points[trunk, default: [:]][row] = nextPoint
    rows[row].append(nextPoint)
    return nextPoint
  }

  private mutating func add(_ segment: BandRouting.Segment) {
    let piece = Piece(upper: segment.upper, lower: segment.lower, role: segment.role)
    if let index = known[piece] {
      segments[index].lines += segment.lines
    } else {
      known[piece] = segments.count
      segments.append(segment)
    }
  }
}
