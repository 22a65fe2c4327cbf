@testable import DepGraph

/// A function of a few variables as the list of its values: what decision diagrams are held against.
struct TruthTable: Hashable {
  let variables: Int
  /// The value for each choice of variables that are true, as the bits of the place.
  var values: [Bool]

  init(variables: Int, _ value: (Int) -> Bool) {
    self.variables = variables
    values = (0..<(1 << variables)).map(value)
  }

  static func variable(_ level: Int, of variables: Int) -> TruthTable {
    TruthTable(variables: variables) { $0 >> level & 1 == 1 }
  }

  func combined(with other: TruthTable, _ operation: (Bool, Bool) -> Bool) -> TruthTable {
    TruthTable(variables: variables) { operation(values[$0], other.values[$0]) }
  }

  static prefix func ! (table: TruthTable) -> TruthTable {
    TruthTable(variables: table.variables) { !table.values[$0] }
  }

  /// Whether no value falls where a variable becomes true.
  var rises: Bool {
    values.indices.allSatisfy { place in
      (0..<variables).allSatisfy { !values[place] || values[place | 1 << $0] }
    }
  }

  /// False where the function of the opposite of each variable is true.
  var dual: TruthTable {
    let all = values.count - 1
    return TruthTable(variables: variables) { !values[all ^ $0] }
  }

  /// The minimal choices that make it true, by trying all.
  var minimalSolutions: Set<Int> {
    let solutions = values.indices.filter { values[$0] }
    return Set(
      solutions.filter { solution in
        !solutions.contains { $0 != solution && $0 & solution == $0 }
      })
  }

  func probability(_ chances: [Double]) -> Double {
    var sum = 0.0
    for place in values.indices where values[place] {
      var product = 1.0
      for (level, chance) in chances.enumerated() {
        product *= place >> level & 1 == 1 ? chance : 1 - chance
      }
      sum += product
    }
    return sum
  }
}

extension BinaryDiagrams {
  /// The value of a function where the variables of some bits are true.
  func value(of function: BinaryDiagram, at choice: Int) -> Bool {
    var function = function
    while let level = level(of: function) {
      function = choice >> level & 1 == 1 ? high(of: function) : low(of: function)
    }
    return function == .true
  }

  func table(of function: BinaryDiagram, variables: Int) -> TruthTable {
    TruthTable(variables: variables) { value(of: function, at: $0) }
  }

  /// The function with a table, made from the bottom up.
  func function(_ table: TruthTable) throws -> BinaryDiagram {
    var level = table.variables
    var parts = table.values.map { $0 ? BinaryDiagram.true : .false }
    // The bits of a place count from the lowest, which is level 0: halve by the highest.
    while level > 0 {
      level -= 1
      let half = parts.count / 2
      let variable = try variable(level)
      parts = try (0..<half).map { try ifThenElse(variable, parts[half + $0], parts[$0]) }
    }
    return parts[0]
  }
}

extension SetFamilies {
  /// The sets of a family as bits, found by walking down all ways.
  func bits(of family: SetFamily) -> Set<Int> {
    guard let level = level(of: family) else { return family == .unit ? [0] : [] }
    return bits(of: low(of: family)).union(bits(of: high(of: family)).map { $0 | 1 << level })
  }

  /// The family with some sets as bits.
  func family(_ sets: Set<Int>, levels: Int) throws -> SetFamily {
    try sets.sorted().reduce(SetFamily.none) { family, set in
      let one = try (0..<levels).reversed().filter { set >> $0 & 1 == 1 }
        .reduce(SetFamily.unit) { try minimalProduct(single($1), $0) }
      return try union(family, one)
    }
  }
}

/// A random function with its table, built step by step by every operation.
struct RandomFunctions {
  let variables: Int
  private(set) var functions: [(diagram: BinaryDiagram, table: TruthTable)] = []

  /// Starts with the variables and the constants, and adds so many functions of those before.
  init(
    variables: Int, steps: Int, rising: Bool = false, in diagrams: BinaryDiagrams,
    using generator: inout SeededGenerator
  ) throws {
    self.variables = variables
    for level in 0..<variables {
      functions.append(
        (try diagrams.variable(level), TruthTable.variable(level, of: variables)))
    }
    if !rising {
      functions.append((.true, TruthTable(variables: variables) { _ in true }))
      functions.append((.false, TruthTable(variables: variables) { _ in false }))
    }
    for _ in 0..<steps {
      let (a, b, c) = (pick(rising, &generator), pick(rising, &generator), pick(rising, &generator))
      switch Int.random(in: 0..<(rising ? 4 : 6), using: &generator) {
      case 0: add(try diagrams.and(a.0, b.0), a.1.combined(with: b.1) { $0 && $1 })
      case 1: add(try diagrams.or(a.0, b.0), a.1.combined(with: b.1) { $0 || $1 })
      case 2, 3:
        let count = Int.random(in: -1...6, using: &generator)
        let voters = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          pick(rising, &generator)
        }
        add(
          try diagrams.atLeast(count, of: voters.map(\.0)),
          TruthTable(variables: variables) { place in
            voters.count { $0.1.values[place] } >= count
          })
      case 4: add(try diagrams.xor(a.0, b.0), a.1.combined(with: b.1) { $0 != $1 })
      default:
        add(
          try diagrams.ifThenElse(a.0, b.0, c.0),
          TruthTable(variables: variables) { place in
            a.1.values[place] ? b.1.values[place] : c.1.values[place]
          })
      }
    }
  }

  private mutating func add(_ diagram: BinaryDiagram, _ table: TruthTable) {
    functions.append((diagram, table))
  }

  private func pick(
    _ rising: Bool, _ generator: inout SeededGenerator
  ) -> (BinaryDiagram, TruthTable) {
    let (diagram, table) = functions[Int.random(in: 0..<functions.count, using: &generator)]
    return !rising && generator.chance(0.3) ? (!diagram, !table) : (diagram, table)
  }
}
