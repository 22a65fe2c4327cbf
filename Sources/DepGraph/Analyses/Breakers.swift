/// The elements of a deadlock that set the rest going.
struct Breakers {
  let vertices: [VertexID]
  let isExact: Bool
  let byHand: ColdStart.ByHand

  /// Finds a smallest set of them, among what people can start by hand if that is enough.
  ///
  /// - Parameters:
  ///   - deadlock: Its elements, in order.
  ///   - candidates: Those of its elements to choose from where the model says of none that it can
  ///     be started by hand, in order; all of them together do.
  ///   - compiled: The model.
  ///   - closure: What runs once some elements do.
  ///   - wanted: How many elements have to run.
  /// - Complexity: that of `GeneratingSet`.
  init(
    of deadlock: [VertexID], startedBy candidates: [VertexID], in compiled: CompiledModel,
    _ closure: some Closure, reaching wanted: Int
  ) {
    let manual = deadlock.filter { compiled.component($0)?.startsManually == true }
    if let found = GeneratingSet(from: manual, reaching: wanted, in: closure) {
      (vertices, isExact, byHand) = (found.vertices, found.isExact, .stated)
      return
    }
    let all = Set(candidates + manual).sorted()
    guard let found = GeneratingSet(from: all, reaching: wanted, in: closure) else {
      preconditionFailure("a deadlock runs once all of it does")
    }
    (vertices, isExact) = (found.vertices, found.isExact)
    byHand = manual.isEmpty ? .notStated : .insufficient
  }
}
