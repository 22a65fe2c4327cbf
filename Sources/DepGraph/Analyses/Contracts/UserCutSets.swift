/// The ways in which a process or consumer stops by one failure or by two at once.
struct UserCutSets: Hashable, Sendable {
  /// The user.
  let target: VertexID
  /// The minimal cut sets up to the order asked for, the smallest first.
  let sets: [[VertexID]]
  /// Whether these are all.
  let isComplete: Bool

  /// The most that are listed for one user.
  static let most = 2000

  /// Finds those of each user.
  ///
  /// - Parameters:
  ///   - order: The most elements of a set, 1 or 2.
  ///   - context: What is asked, and what stops users alone.
  /// - Returns: The sets by user.
  /// - Complexity: That of `MinimalSetSearch` for each user.
  static func all(upTo order: Int, in context: ReviewContext) -> [UserCutSets] {
    var single: [VertexID: [[VertexID]]] = [:]
    for point in context.points {
      for user in point.users { single[user.vertex, default: []].append([point.element]) }
    }
    return context.users.map { user in
      let known = single[user, default: []]
      guard order > 1 else { return UserCutSets(target: user, sets: known, isComplete: true) }
      guard context.goesOn() else {
        return UserCutSets(target: user, sets: known, isComplete: false)
      }
      return UserCutSets(of: user, knowing: known, in: context)
    }
  }

  private init(target: VertexID, sets: [[VertexID]], isComplete: Bool) {
    self.target = target
    self.sets = sets
    self.isComplete = isComplete
  }

  private init(of user: VertexID, knowing single: [[VertexID]], in context: ReviewContext) {
    let compiled = context.compiled
    let isPoint = Set(single.flatMap(\.self))
    // What stops the user alone is in no pair, and need not fail.
    let logic = FailureLogic(of: [user], in: compiled.reading(context.question.reading)) {
      compiled.isSeedOfSearches($0) && $0 != user && !isPoint.contains($0)
    }
    var question = MinimalSetQuestion(user)
    question.reading = context.question.reading
    question.maxOrder = 2
    question.nodeBudget = context.question.mostNodes
    let search = MinimalSetSearch(logic, question, ofPaths: false, goesOn: context.goesOn)
    let found = search.sets?.smallest(Self.most) ?? []
    target = user
    sets = single + found.map { $0.map(logic.element(of:)) }
    isComplete = search.isComplete && search.counts.totalCount == found.count
  }
}
