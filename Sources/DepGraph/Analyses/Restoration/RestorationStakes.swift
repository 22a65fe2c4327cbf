/// What hangs on each repair: who stays out without it.
struct RestorationStakes: Sendable {
  /// For each task the demands that need it or would wait for it last, by number, in order.
  let served: [[Int]]
  /// For each demand that counts the tasks that it needs, by number.
  let needed: [[Int]]
  /// For each task all demands of the problem that never are back without it, by number, in order.
  let needing: [[Int]]
  /// For each demand the one of them that counts in bounds; nil: it has none, as something else may do.
  let carrier: [Int?]
  /// For each demand how long after that task it is back at the earliest.
  let tail: [Double]

  /// How many steps are taken at most to find it out; beyond them a demand counts with one task only.
  private static let mostSteps = 20_000_000

  /// - Complexity: O(*t*·(*v* + *a*)) for *t* tasks that each take down *v* vertices along *a* arcs, up to
  ///   a fixed number of steps.
  init(_ problem: RestorationProblem, _ demands: [RestorationDemand]) {
    let count = problem.compiled.table.count
    var places = [Int](repeating: -1, count: count)
    var numbers = places
    for (number, demand) in demands.enumerated() { places[demand.element.index] = number }
    for (number, demand) in problem.demands.enumerated() { numbers[demand.element.index] = number }
    var needing = [[Int]](repeating: [], count: problem.tasks.count)
    var served = [[Int]](repeating: [], count: problem.tasks.count)
    var needed = [[Int]](repeating: [], count: demands.count)
    let propagator = FailurePropagator(problem.graph.graph)
    var steps = 0
    for (task, work) in problem.tasks.enumerated() where steps < Self.mostSteps {
      propagator.fail([work.element])
      for vertex in propagator.failed where vertex.index < count {
        let place = places[vertex.index]
        if place >= 0 {
          served[task].append(place)
          needed[place].append(task)
        }
        if numbers[vertex.index] >= 0 { needing[task].append(numbers[vertex.index]) }
      }
      steps += propagator.failedCount
      propagator.undo()
    }
    let soonest = problem.recovery { task, ready in
      problem.finishWithoutCrew(task, from: ready)
        ?? problem.clock.end(of: problem.tasks[task].seconds, from: ready, in: .always)
    }
    for (number, demand) in demands.enumerated() {
      // Of things that stand in for each other none alone holds it back, and yet one must come back: it
      // counts also with what it would wait for last.
      var vertex = demand.element
      while true {
        if let task = problem.number(of: vertex), !needed[number].contains(task) {
          served[task].append(number)
        }
        guard let next = soonest.cause(of: vertex) else { break }
        vertex = next
      }
    }
    self.served = served.map { $0.sorted() }
    self.needing = needing.map { $0.sorted() }
    self.needed = needed
    let crewed = needed.map { tasks in tasks.filter { problem.tasks[$0].worker == .crew } }
    let tails = Self.tails(of: crewed, problem, demands)
    (carrier, tail) = (tails.map(\.?.task), tails.map { $0?.tail ?? 0 })
  }

  /// For each demand the task with which it is back last if all others are done at once, and how long
  /// after it.
  private static func tails(
    of needed: [[Int]], _ problem: RestorationProblem, _ demands: [RestorationDemand]
  ) -> [(task: Int, tail: Double)?] {
    let far = 1e9
    var best = [(task: Int, tail: Double)?](repeating: nil, count: demands.count)
    var users = [[Int]](repeating: [], count: problem.tasks.count)
    for (number, tasks) in needed.enumerated() {
      for task in tasks { users[task].append(number) }
    }
    let isCheap = problem.tasks.count * problem.graph.graph.vertexCount < mostSteps / 10
    for task in problem.tasks.indices where !users[task].isEmpty {
      // Late enough that nothing else matters: what is left is how long the way from it takes.
      let run =
        isCheap
        ? problem.recovery { other, ready in other == task ? max(far, ready) : ready } : nil
      for number in users[task] {
        let back = run.map { $0[demands[number].element] - far } ?? 0
        let tail = back.isFinite && back < far ? max(0, back) : 0
        let length = problem.tasks[task].seconds + tail
        if let other = best[number], problem.tasks[other.task].seconds + other.tail >= length {
          continue
        }
        best[number] = (task, tail)
      }
    }
    return best
  }
}

extension RestorationProblem {
  /// The task of an element that has failed.
  ///
  /// - Complexity: O(log *t*) for *t* tasks.
  func number(of element: VertexID) -> Int? {
    let place = tasks.partitioningIndex { $0.element >= element }
    return place < tasks.count && tasks[place].element == element ? place : nil
  }
}
