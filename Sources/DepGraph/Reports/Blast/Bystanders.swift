/// The components that a failure is not known to hit at the moment of the answer, by why.
///
/// "Nothing known reaches it", "something reaches it, but it holds" and "it will be hit later" are
/// three answers, and none of them says that a component keeps working.
struct Bystanders {
  /// Hit later than the moment of the answer, in the order of the end result.
  let later: [BlastRadius.Hit]
  /// With a way from the failure, but alternatives or mild requirements hold it; by id.
  let holding: [VertexID]
  /// Without any known way from the failure, by id.
  let notReached: [VertexID]

  /// Sorts out the components that a blast radius tells nothing of.
  ///
  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies, and a blast radius where the
  ///   question names a moment.
  init(of blast: BlastRadius, in compiled: CompiledModel) {
    let untouched = Set(blast.notAffected)
    var hits: [BlastRadius.Hit] = []
    if blast.question.after != nil {
      var question = blast.question
      question.after = nil
      let end = BlastRadius(question, in: compiled)
      hits = (end.down + end.degraded).filter { untouched.contains($0.vertex) }
    }
    let hitLater = Set(hits.map(\.vertex))
    var reached = Set(blast.failed)
    var queue = blast.failed
    while let current = queue.popLast() {
      for user in compiled.dependencies.users(of: current) where reached.insert(user).inserted {
        queue.append(user)
      }
    }
    later = hits
    holding = blast.notAffected.filter { reached.contains($0) && !hitLater.contains($0) }
    notReached = blast.notAffected.filter { !reached.contains($0) && !hitLater.contains($0) }
  }
}
