/// The rows of the requirements, small: numbers of ids, and what little else most of them hold.
struct CSVNeedRows {
  /// Numbers of which most are none; nothing is kept until the first one comes.
  struct SparseNumbers {
    private var values: [Int32] = []

    /// Adds the number of a row; -1 is none.
    mutating func append(_ value: Int32, row: Int) {
      guard value >= 0 || !values.isEmpty else { return }
      while values.count < row { values.append(-1) }
      values.append(value)
    }

    /// The number of a row; -1 is none.
    subscript(row: Int) -> Int32 { row < values.count ? values[row] : -1 }
  }

  /// What a row that is not plain holds.
  struct Special {
    let relation: CSVRelation
    /// The words of the columns `group` and `need`.
    let group: String
    let need: String
    /// A member of a formula; nil where the row is about a group, or holds a soft need or a claim.
    let member: Requirement?
    /// A soft need, or a claim.
    let reference: Reference?
    /// What is said of the group.
    var holdup: TimeSpan?
    var switchover: TimeSpan?
    var note: LocalizedText?
    let place: SourcePlace
  }

  private(set) var dependents: [Int32] = []
  private(set) var targets: [Int32] = []
  private var groups = SparseNumbers()
  private var needs = SparseNumbers()
  private var specialOf = SparseNumbers()
  private(set) var specials: [Special] = []
  /// The words of the columns `group` and `need`.
  var labels = ByteIDs()
  /// The row at which each file begins, and how many of the file's rows were passed over by then.
  private(set) var files: [(file: Int, first: Int)] = []
  /// Which of its file's rows each is, where some were passed over.
  private var rowNumbers: [Int32] = []

  var count: Int { dependents.count }

  mutating func begin(file: Int) { files.append((file, count)) }

  mutating func add(dependent: Int, target: Int, group: Int?, need: Int?, row: Int32) {
    groups.append(Int32(group ?? -1), row: count)
    needs.append(Int32(need ?? -1), row: count)
    specialOf.append(-1, row: count)
    add(dependent, target, row)
  }

  mutating func add(dependent: Int, _ special: Special, row: Int32) {
    groups.append(-1, row: count)
    needs.append(-1, row: count)
    specialOf.append(Int32(specials.count), row: count)
    specials.append(special)
    add(dependent, -1, row)
  }

  private mutating func add(_ dependent: Int, _ target: Int, _ row: Int32) {
    dependents.append(Int32(dependent))
    targets.append(Int32(target))
    rowNumbers.append(row)
  }

  /// The word of the column `group` of a plain row.
  func group(_ row: Int) -> String? { word(groups[row]) }

  /// The word of the column `need` of a plain row.
  func need(_ row: Int) -> String? { word(needs[row]) }

  private func word(_ number: Int32) -> String? {
    number < 0 ? nil : labels.texts[Int(number)]
  }

  /// What a row that is not plain holds; nil: it is plain.
  func special(_ row: Int) -> Special? {
    let number = specialOf[row]
    return number < 0 ? nil : specials[Int(number)]
  }

  /// Whether a row is a target alone.
  func isBare(_ row: Int) -> Bool { groups[row] < 0 && needs[row] < 0 && specialOf[row] < 0 }

  /// The file of a row, and which of the file's rows it is.
  func origin(of row: Int) -> (file: Int, row: Int32) {
    (files.last { $0.first <= row }?.file ?? 0, rowNumbers[row])
  }

  /// The rows by dependent, those of one in the order written: where each begins, and the rows.
  ///
  /// - Complexity: O(*n* + *r*) for *n* components and *r* rows.
  func byDependent(_ components: Int) -> (starts: [Int], rows: [Int32]) {
    var starts = [Int](repeating: 0, count: components + 1)
    for dependent in dependents { starts[Int(dependent) + 1] += 1 }
    for number in 0..<components { starts[number + 1] += starts[number] }
    var next = starts
    var rows = [Int32](repeating: 0, count: count)
    for row in 0..<count {
      let dependent = Int(dependents[row])
      rows[next[dependent]] = Int32(row)
      next[dependent] += 1
    }
    return (starts, rows)
  }
}

/// Which need a row is about.
enum CSVRelation: String, CaseIterable {
  case requires
  case degradesWithout = "degrades-without"
  case startsWith = "starts-with"
  case repairNeeds = "repair-needs"
  case independentOf = "independent-of"

  /// Whether its needs are a formula, and no list.
  var isFormula: Bool { self != .degradesWithout && self != .independentOf }
}

/// A formula that is put together from the rows of one component.
struct CSVFormula {
  private enum Member {
    case leaf(Requirement)
    case group(Int)
  }

  private struct Group {
    var need: String?
    var members: [Member] = []
    var holdup: TimeSpan?
    var switchover: TimeSpan?
    var note: LocalizedText?
    var place: SourcePlace?
  }

  /// What cannot be: said to whoever wrote the row.
  struct Flaw: Error {
    let message: String
  }

  private var groups = [Group()]
  private var places: [String: Int] = ["/": 0, "": 0]

  /// Whether there is nothing in it.
  private(set) var isEmpty = true

  /// Adds a member to a group, which is made where it is named first.
  mutating func add(_ member: Requirement, to path: String, need: String) throws(Flaw) {
    isEmpty = false
    let group = self.group(path)
    groups[group].members.append(.leaf(member))
    try set(need, of: group, path)
  }

  /// Adds what a row says of a group itself.
  mutating func add(_ special: CSVNeedRows.Special) throws(Flaw) {
    isEmpty = false
    let group = self.group(special.group)
    try set(special.need, of: group, special.group)
    groups[group].holdup = special.holdup ?? groups[group].holdup
    groups[group].switchover = special.switchover ?? groups[group].switchover
    groups[group].note = special.note ?? groups[group].note
    groups[group].place = special.place
  }

  private mutating func set(_ need: String, of group: Int, _ path: String) throws(Flaw) {
    guard !need.isEmpty else { return }
    if let known = groups[group].need, known != need {
      throw Flaw(message: "the group `\(path)` needs `\(known)` in one row and `\(need)` here")
    }
    groups[group].need = need
  }

  /// The group of a path such as `1/2`: the second within the first.
  private mutating func group(_ path: String) -> Int {
    if let known = places[path] { return known }
    let outer = path.lastIndex(of: "/").map { group(String(path[..<$0])) } ?? 0
    groups.append(Group())
    places[path] = groups.count - 1
    groups[outer].members.append(.group(groups.count - 1))
    return groups.count - 1
  }

  /// The formula: the rows themselves are a list of which all is needed.
  ///
  /// - Throws: ``Flaw`` where the column `need` says something that cannot be.
  func requirement() throws(Flaw) -> Requirement {
    guard groups[0].need == Self.single else { return try formula(0) }
    guard groups[0].members.count == 1, let member = groups[0].members.first else {
      throw Flaw(message: "`single` wants one thing that is needed, not \(groups[0].members.count)")
    }
    return try formula(member)
  }

  /// The word for a formula that is one thing and no list.
  static let single = "single"

  private func formula(_ member: Member) throws(Flaw) -> Requirement {
    switch member {
    case .leaf(let requirement): requirement
    case .group(let group): try formula(group)
    }
  }

  private func formula(_ number: Int) throws(Flaw) -> Requirement {
    let written = groups[number]
    let need = try Self.need(written.need ?? (number == 0 ? "all" : "any"))
    var members: [Requirement] = []
    members.reserveCapacity(written.members.count)
    for member in written.members { members.append(try formula(member)) }
    var group = RequirementGroup(need, members, place: written.place)
    group.holdup = written.holdup
    group.switchover = written.switchover
    group.note = written.note
    return .group(group)
  }

  /// How many members a word asks for.
  static func need(_ text: String) throws(Flaw) -> RequirementGroup.Need {
    switch text.lowercased() {
    case "any", "or", "of", "een": return .any
    case "all", "and", "en", "alle", "alles": return .all
    default: break
    }
    if let count = Int(digits: text), count >= 1 { return .atLeast(count) }
    if text.hasSuffix("%"), let share = Ratio(text: text.replacing(",", with: ".")), share.low > 0 {
      return .share(share.low)
    }
    throw Flaw(message: "`need` cannot be `\(text)`: `any`, `all`, a number, or a percentage")
  }
}
