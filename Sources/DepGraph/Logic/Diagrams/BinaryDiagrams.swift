/// A manager of binary decision diagrams: functions of ordered variables as a shared graph.
///
/// A node asks for one variable and leads on to what is left of the function; equal parts are one
/// node, so equal functions have equal handles. Edges can be signed, which makes the opposite of a
/// function free. The size depends on the order of the variables, which the caller chooses by the
/// levels: level 0 is asked first.
///
/// Nodes are kept until ``collect(keeping:)``. Where the budget is spent, an operation throws and
/// everything made before stays as it is. A manager belongs to one thread.
///
///     let diagrams = BinaryDiagrams()
///     let first = try diagrams.variable(0)
///     let second = try diagrams.variable(1)
///     let both = try diagrams.and(first, second)
///     diagrams.probabilities(of: [both, !both], [0.5, 0.1])  // [0.05, 0.95]
///
/// Sources: R. E. Bryant, *Graph-based algorithms for Boolean function manipulation*, 1986,
/// doi:10.1109/TC.1986.1676819; K. S. Brace, R. L. Rudell and R. E. Bryant, *Efficient
/// implementation of a BDD package*, 1990, doi:10.1145/123186.123222.
public final class BinaryDiagrams {
  private var kernel: BinaryKernel

  /// The most nodes that may exist at a time, the constant left out.
  public var nodeBudget: Int { kernel.table.budget }

  /// The number of nodes that exist, needed or not, the constant left out.
  public var nodeCount: Int { kernel.table.count }

  /// Creates a manager without nodes.
  ///
  /// - Parameters:
  ///   - nodeBudget: The most nodes that may exist at a time, at 24 to 60 bytes each.
  ///   - goesOn: Asked now and then during an operation; where it says no, the operation throws
  ///     ``DiagramLimit/stopped``.
  public init(nodeBudget: Int = 50_000_000, goesOn: (() -> Bool)? = nil) {
    kernel = BinaryKernel(nodeBudget: nodeBudget, goesOn: goesOn)
  }

  // MARK: - Functions

  /// The function that is true where a variable is.
  ///
  /// - Parameter level: The place of the variable in the order, from 0 on top.
  /// - Returns: The function.
  /// - Throws: ``DiagramLimit`` where the budget does not allow a node.
  public func variable(_ level: Int) throws(DiagramLimit) -> BinaryDiagram {
    precondition(level >= 0 && level < Int(DiagramRows.mark), "levels are below 2³¹")
    return BinaryDiagram(raw: try kernel.variable(level))
  }

  /// The function that is true where both are.
  ///
  /// - Parameters:
  ///   - first: A function.
  ///   - second: Another one.
  /// - Returns: Their conjunction.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: O(*a*·*b*) for *a* and *b* nodes, in practice about the nodes of the result.
  public func and(
    _ first: BinaryDiagram, _ second: BinaryDiagram
  ) throws(DiagramLimit) -> BinaryDiagram {
    BinaryDiagram(raw: try kernel.and(first.raw, second.raw))
  }

  /// The function that is true where at least one is.
  ///
  /// - Parameters:
  ///   - first: A function.
  ///   - second: Another one.
  /// - Returns: Their disjunction.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: That of ``and(_:_:)``.
  public func or(
    _ first: BinaryDiagram, _ second: BinaryDiagram
  ) throws(DiagramLimit) -> BinaryDiagram {
    BinaryDiagram(raw: try kernel.and(first.raw ^ 1, second.raw ^ 1) ^ 1)
  }

  /// The function that is true where exactly one is.
  ///
  /// - Parameters:
  ///   - first: A function.
  ///   - second: Another one.
  /// - Returns: Their exclusive or.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: That of ``and(_:_:)``.
  public func xor(
    _ first: BinaryDiagram, _ second: BinaryDiagram
  ) throws(DiagramLimit) -> BinaryDiagram {
    BinaryDiagram(raw: try kernel.xor(first.raw, second.raw))
  }

  /// The function that is one function where a condition is true, and another where it is not.
  ///
  /// - Parameters:
  ///   - condition: The condition.
  ///   - first: What holds where the condition is true.
  ///   - second: What holds elsewhere.
  /// - Returns: The choice between both.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: O(*a*·*b*·*c*) for as many nodes, in practice about the nodes of the result.
  public func ifThenElse(
    _ condition: BinaryDiagram, _ first: BinaryDiagram, _ second: BinaryDiagram
  ) throws(DiagramLimit) -> BinaryDiagram {
    BinaryDiagram(raw: try kernel.ifThenElse(condition.raw, first.raw, second.raw))
  }

  // MARK: - Functions of many

  /// The function that is true where all are.
  ///
  /// Those that lie lowest in the order are combined first: the others then rest on top of them.
  ///
  /// - Parameter functions: Any number of functions; true where there are none.
  /// - Returns: Their conjunction.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: That of as many conjunctions of two.
  public func conjunction(of functions: [BinaryDiagram]) throws(DiagramLimit) -> BinaryDiagram {
    var result = BinaryKernel.yes
    for function in lowestFirst(functions) {
      result = try kernel.and(result, function.raw)
      if result == BinaryKernel.no { break }
    }
    return BinaryDiagram(raw: result)
  }

  /// The function that is true where at least one is.
  ///
  /// - Parameter functions: Any number of functions; false where there are none.
  /// - Returns: Their disjunction.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: That of as many conjunctions of two.
  public func disjunction(of functions: [BinaryDiagram]) throws(DiagramLimit) -> BinaryDiagram {
    !(try conjunction(of: functions.map { !$0 }))
  }

  /// The function that is true where at least so many are; one that is given twice counts twice.
  ///
  /// - Parameters:
  ///   - count: How many; with 0 or less the answer is true, with more than are given false.
  ///   - functions: Any number of functions.
  /// - Returns: The vote.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: That of *k*·*n* choices for *k* of *n* functions.
  public func atLeast(
    _ count: Int, of functions: [BinaryDiagram]
  ) throws(DiagramLimit) -> BinaryDiagram {
    if count <= 0 { return .true }
    if count > functions.count { return .false }
    // At place n: whether at least n of the functions seen so far are true.
    var votes = [UInt32](repeating: BinaryKernel.no, count: count + 1)
    votes[0] = BinaryKernel.yes
    let ordered = lowestFirst(functions)
    for (seen, function) in ordered.enumerated() {
      // Fewer votes than these can no longer become enough.
      let least = max(1, count - (ordered.count - 1 - seen))
      for place in stride(from: min(count, seen + 1), through: least, by: -1) {
        votes[place] = try kernel.ifThenElse(function.raw, votes[place - 1], votes[place])
      }
    }
    return BinaryDiagram(raw: votes[count])
  }

  private func lowestFirst(_ functions: [BinaryDiagram]) -> [BinaryDiagram] {
    let levels = functions.map { kernel.table[$0.raw >> 1].level }
    return functions.indices.sorted { (levels[$1], $0) < (levels[$0], $1) }.map { functions[$0] }
  }

  // MARK: - Nodes

  /// The level of the variable that a function asks first.
  ///
  /// - Parameter function: A function.
  /// - Returns: The level; none for a constant.
  public func level(of function: BinaryDiagram) -> Int? {
    function.isConstant ? nil : Int(kernel.table[function.raw >> 1].level)
  }

  /// What is left of a function where its first variable is false.
  ///
  /// - Parameter function: A function; a constant stays as it is.
  /// - Returns: The function below.
  public func low(of function: BinaryDiagram) -> BinaryDiagram {
    BinaryDiagram(raw: kernel.table[function.raw >> 1].low ^ function.raw & 1)
  }

  /// What is left of a function where its first variable is true.
  ///
  /// - Parameter function: A function; a constant stays as it is.
  /// - Returns: The function below.
  public func high(of function: BinaryDiagram) -> BinaryDiagram {
    BinaryDiagram(raw: kernel.table[function.raw >> 1].high ^ function.raw & 1)
  }

  /// The number of nodes that some functions need together, the constant left out.
  ///
  /// - Parameter functions: Some functions.
  /// - Returns: The number of nodes.
  /// - Complexity: O(that number), however many others there are.
  public func size(of functions: [BinaryDiagram]) -> Int { rows(below: functions).count }

  /// A copy of the nodes that some functions need.
  func rows(below functions: [BinaryDiagram]) -> DiagramRows {
    kernel.table.rows(below: functions.map(\.raw))
  }

  /// Makes a function from a variable and what is left of it below.
  func function(
    level: Int, low: BinaryDiagram, high: BinaryDiagram
  ) throws(DiagramLimit) -> BinaryDiagram {
    BinaryDiagram(raw: try kernel.node(level: level, low: low.raw, high: high.raw))
  }

  /// Frees every node that some functions do not need; handles of all others lose their meaning.
  ///
  /// - Parameter functions: The functions to keep; their handles stay as they are.
  /// - Complexity: O(*n*) for *n* nodes and the operations remembered.
  public func collect(keeping functions: [BinaryDiagram]) {
    kernel.collect(keeping: functions.map(\.raw))
  }
}
