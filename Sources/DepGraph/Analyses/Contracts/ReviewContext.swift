/// What the rules look things up in: agreements, what they cover, and what stops whom.
struct ReviewContext {
  let compiled: CompiledModel
  let question: ContractReview.Question
  /// The day that it is judged at.
  let day: CalendarDate?
  /// The day looked ahead to.
  let before: CalendarDate?
  /// An instant of the ordinary week: its offsets from UTC are those of every week.
  let week: Instant
  /// Whether the work may go on.
  let goesOn: @Sendable () -> Bool
  /// The agreements by id.
  let contracts: [String: Contract]
  /// The parties by id.
  let parties: [String: Party]
  /// The agreements that hold on the day, in the order declared.
  let valid: [Contract]
  /// The valid agreements that cover each element, in the order declared.
  let covering: [VertexID: [Contract]]
  /// The agreements that cover each element and do not hold on the day.
  let notInForce: [VertexID: [Contract]]
  /// What each agreement covers as far as is known.
  let coverage: [String: [VertexID]]
  /// The valid agreements of which it is not known all that they cover.
  let openEnded: [Contract]
  /// The processes and consumers, in order.
  let users: [VertexID]
  /// What stops users alone, with those users, in order.
  let points: [(element: VertexID, users: [(vertex: VertexID, isCertain: Bool)])]
  /// How soon each valid agreement restores, where it says so.
  let restores: [String: AgreedRestore]

  /// - Complexity: O(*c*·*n*) for *c* agreements and *n* elements, and that of all single failures.
  init(
    _ question: ContractReview.Question, in compiled: CompiledModel,
    _ goesOn: @escaping @Sendable () -> Bool
  ) {
    let model = compiled.model
    self.question = question
    self.compiled = compiled
    self.goesOn = goesOn
    let day = question.at?.day ?? model.asOf
    self.day = day
    before = question.before ?? day?.adding(months: 12)
    let week =
      question.at
      ?? Instant(secondsSinceEpoch: Double(model.asOf?.daysSinceEpoch ?? 0) * 86_400)
    self.week = week
    contracts = Dictionary(model.contracts.map { ($0.id, $0) }) { first, _ in first }
    parties = Dictionary(model.parties.map { ($0.id, $0) }) { first, _ in first }
    let valid = model.contracts.filter { $0.isValid(on: day) }
    self.valid = valid
    var covering: [VertexID: [Contract]] = [:]
    var notInForce: [VertexID: [Contract]] = [:]
    var coverage: [String: [VertexID]] = [:]
    var openEnded: [Contract] = []
    for contract in model.contracts {
      let found = compiled.coverage(of: contract)
      coverage[contract.id] = found.vertices
      let isValid = contract.isValid(on: day)
      if isValid, !found.isComplete { openEnded.append(contract) }
      for element in found.vertices {
        if isValid {
          covering[element, default: []].append(contract)
        } else {
          notInForce[element, default: []].append(contract)
        }
      }
    }
    (self.covering, self.notInForce) = (covering, notInForce)
    (self.coverage, self.openEnded) = (coverage, openEnded)
    users = compiled.vertices(ofKinds: [.process, .consumer])
    points = Self.points(of: users, in: compiled, question.reading)
    restores = Dictionary(
      valid.compactMap { contract in
        AgreedRestore(of: contract, in: week, at: question.at).map { (contract.id, $0) }
      }
    ) { first, _ in first }
  }

  private static func points(
    of users: [VertexID], in compiled: CompiledModel, _ reading: Reading
  ) -> [(element: VertexID, users: [(vertex: VertexID, isCertain: Bool)])] {
    let seeds = VertexSet(
      (0..<compiled.table.count).map { VertexID($0) }.filter(compiled.isSeedOfSearches))
    let worst = FailureLanes(compiled.reading(reading).levelOne).causes(of: users, among: seeds)
    let best = FailureLanes(compiled.reading(.certain).levelOne).causes(of: users, among: seeds)
    var found: [VertexID: [(vertex: VertexID, isCertain: Bool)]] = [:]
    for (place, user) in users.enumerated() {
      let certain = Set(best[place])
      for element in worst[place] where element != user {
        found[element, default: []].append((user, certain.contains(element)))
      }
    }
    return found.keys.sorted().map { ($0, found[$0, default: []]) }
  }

  /// The recovery time objective of a user.
  func objective(of user: VertexID) -> TimeSpan? {
    compiled.component(user)?.continuity.recoveryTimeObjective
  }

  /// The parties that an agreement is between, by id.
  func parties(of contract: Contract) -> [String] {
    [contract.provider, contract.customer].compactMap(\.self)
  }

  /// The agreements above one, the nearest first.
  ///
  /// - Complexity: O(*d*²) for a depth of *d*.
  func above(_ contract: Contract) -> [Contract] {
    var found: [Contract] = []
    var next = contract.under
    while let id = next, let above = contracts[id], above.id != contract.id,
      !found.contains(where: { $0.id == id })
    {
      found.append(above)
      next = above.under
    }
    return found
  }
}
