/// A family of sets as nodes in an array, children first: what listing takes apart.
///
/// An edge is twice the number of a node, and one more where the empty set belongs to it; node 0 is
/// the terminal. Unlike in a manager a node may stand there twice, and nothing can fail.
struct SetRows {
  private(set) var rows: [DiagramRows.Row]
  var root: UInt32

  init(_ family: DiagramRows) {
    rows = [DiagramRows.Row(level: UInt32.max, low: 0, high: 0)]
    for row in stride(from: 1, through: family.count, by: 1) { rows.append(family[row]) }
    root = family.roots.first ?? 0
  }

  private init() {
    rows = [DiagramRows.Row(level: UInt32.max, low: 0, high: 0)]
    root = 0
  }

  private mutating func edge(_ level: UInt32, _ low: UInt32, _ high: UInt32) -> UInt32 {
    guard high != 0 else { return low }
    rows.append(DiagramRows.Row(level: level, low: low & ~1, high: high))
    return UInt32(rows.count - 1) << 1 | low & 1
  }

  /// About how many sets there are.
  var estimate: Double {
    var values = Array(repeating: 0.0, count: rows.count)
    func value(_ edge: UInt32) -> Double { values[Int(edge >> 1)] + Double(edge & 1) }
    for row in rows.indices.dropFirst() {
      values[row] = value(rows[row].low) + value(rows[row].high)
    }
    return value(root)
  }

  /// The levels that occur, ascending.
  var levels: [UInt32] { Set(rows.dropFirst().map(\.level)).sorted() }

  /// The sets of exactly one size.
  ///
  /// - Complexity: O(*n* · *k*) for *n* nodes and the size *k*.
  func sets(ofSize size: Int) -> SetRows {
    let width = size + 1
    // Which sizes of a node's sets are asked for, and where the nodes for them are.
    var isAsked = Array(repeating: false, count: rows.count * width)
    func ask(_ edge: UInt32, _ size: Int) { isAsked[Int(edge >> 1) * width + size] = true }
    ask(root, size)
    for row in rows.indices.dropFirst().reversed() {
      for size in 0...size where isAsked[row * width + size] {
        ask(rows[row].low, size)
        if size > 0 { ask(rows[row].high, size - 1) }
      }
    }
    var result = SetRows()
    var made = Array(repeating: UInt32(0), count: rows.count * width)
    func value(_ edge: UInt32, _ size: Int) -> UInt32 {
      size == 0 ? edge & 1 : made[Int(edge >> 1) * width + size]
    }
    for row in rows.indices.dropFirst() {
      for size in stride(from: 1, through: size, by: 1) where isAsked[row * width + size] {
        made[row * width + size] = result.edge(
          rows[row].level, value(rows[row].low, size), value(rows[row].high, size - 1))
      }
    }
    result.root = value(root, size)
    return result
  }

  /// The sets without a level, and what else is in those with it.
  ///
  /// - Complexity: O(*n*) for *n* nodes.
  func split(at level: UInt32) -> (with: SetRows, without: SetRows) {
    (
      part { $0.level == level ? .whole($0.high) : $0.level < level ? .both : .nothing },
      part { $0.level == level ? .whole($0.low) : $0.level < level ? .both : .all }
    )
  }

  /// What becomes of a node.
  private enum Fate {
    case nothing, all, both
    case whole(UInt32)
  }

  private func part(_ fate: (DiagramRows.Row) -> Fate) -> SetRows {
    // Whether a node is asked for as it is, or with its fate.
    var isAsked = Array(repeating: false, count: 2 * rows.count)
    isAsked[2 * Int(root >> 1) + 1] = true
    for row in rows.indices.dropFirst().reversed() {
      let node = rows[row]
      var asWhole = isAsked[2 * row]
      if isAsked[2 * row + 1] {
        switch fate(node) {
        case .nothing: break
        case .all: asWhole = true
        case .whole(let edge): isAsked[2 * Int(edge >> 1)] = true
        case .both:
          isAsked[2 * Int(node.low >> 1) + 1] = true
          isAsked[2 * Int(node.high >> 1) + 1] = true
        }
      }
      if asWhole {
        isAsked[2 * row] = true
        isAsked[2 * Int(node.low >> 1)] = true
        isAsked[2 * Int(node.high >> 1)] = true
      }
    }
    // Whether the empty set outlives what is done to a node below which nothing is.
    let keepsEmpty: UInt32
    if case .all = fate(rows[0]) { keepsEmpty = 1 } else { keepsEmpty = 0 }
    var result = SetRows()
    var whole = Array(repeating: UInt32(0), count: rows.count)
    var made = whole
    for row in rows.indices.dropFirst() {
      let node = rows[row]
      if isAsked[2 * row] {
        whole[row] = result.edge(
          node.level, whole[Int(node.low >> 1)], whole[Int(node.high >> 1)] | node.high & 1)
      }
      guard isAsked[2 * row + 1] else { continue }
      switch fate(node) {
      case .nothing: break
      case .all: made[row] = whole[row]
      case .whole(let edge): made[row] = whole[Int(edge >> 1)] | edge & 1
      case .both:
        made[row] = result.edge(
          node.level, made[Int(node.low >> 1)], made[Int(node.high >> 1)] | node.high & keepsEmpty)
      }
    }
    result.root = made[Int(root >> 1)] | root & keepsEmpty
    return result
  }

  /// All sets, each as its levels.
  func list() -> [[UInt32]] {
    var result: [[UInt32]] = []
    var path: [UInt32] = []
    var stack: [(edge: UInt32, depth: Int)] = [(root, 0)]
    while let (edge, depth) = stack.popLast() {
      path.removeLast(path.count - depth)
      if edge & 1 == 1 { result.append(path) }
      guard edge > 1 else { continue }
      let node = rows[Int(edge >> 1)]
      stack.append((node.low, depth))
      // The level is put on the path by a mark of its own, just before what follows it is looked at.
      path.append(node.level)
      stack.append((node.high, depth + 1))
    }
    return result
  }
}
