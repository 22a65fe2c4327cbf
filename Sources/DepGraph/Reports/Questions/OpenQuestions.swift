/// What is not known of a model, as questions to whoever can answer them.
///
/// Nothing here is computed that the model does not say: each question is a fact that somebody left
/// blank, stated as unknown, or assumed. Those on which the most hangs come first.
public struct OpenQuestions: Sendable {
  /// What is asked.
  public enum Kind: Hashable, Sendable {
    /// To whom something belongs.
    case owner
    /// What it needs while it runs.
    case needs
    /// Which value of a key it shares with others: a duct, a site, a version of software.
    case shared(String)
    /// How long it may be out.
    case tolerance
    /// How many people use it.
    case users
    /// Whether anything was agreed on what a supplier delivers.
    case agreement
    /// What an agreement covers.
    case coverage
    /// Within which time an agreement promises to restore.
    case restoring
    /// What holds now that an agreement has ended, or until when it holds.
    case validity
    /// Whether something that was assumed is true.
    case confirmation
    /// How somebody can be reached.
    case reach

    /// The word for machines.
    public var word: String {
      switch self {
      case .owner: "owner"
      case .needs: "needs"
      case .shared: "shared"
      case .tolerance: "tolerance"
      case .users: "users"
      case .agreement: "agreement"
      case .coverage: "coverage"
      case .restoring: "restoring"
      case .validity: "validity"
      case .confirmation: "confirmation"
      case .reach: "reach"
      }
    }

    /// The key whose value is asked; nil for other kinds.
    public var key: String? { if case .shared(let key) = self { key } else { nil } }

    /// The order of questions on which as much hangs.
    fileprivate var rank: Int {
      switch self {
      case .owner: 0
      case .confirmation: 1
      case .needs: 2
      case .shared: 3
      case .tolerance: 4
      case .coverage: 5
      case .agreement: 6
      case .restoring: 7
      case .validity: 8
      case .reach: 9
      case .users: 10
      }
    }
  }

  /// One question.
  public struct Question: Hashable, Sendable {
    /// What is asked.
    public let kind: Kind
    /// The id of what it is about.
    public let subject: String
    /// The processes and consumers that hang on the answer, in order.
    public let users: [VertexID]
  }

  /// The questions to one owner.
  public struct Sheet: Hashable, Sendable {
    /// The id of the owner; nil: nobody is written down.
    public let owner: String?
    /// The ids of the contacts of it, or of the nearest party above it that has any.
    public let contacts: [String]
    /// The questions, that on which the most hangs first.
    public let questions: [Question]
  }

  /// The owners, that with the most at stake first.
  public let sheets: [Sheet]

  /// The number of questions.
  public var count: Int { sheets.reduce(0) { $0 + $1.questions.count } }

  /// Gathers the questions of a model.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - owner: Only those to this party; nil: all.
  /// - Complexity: O(*u*·(*v* + *a*)) for *u* processes and consumers and what they rest on.
  public init(in compiled: CompiledModel, to owner: String? = nil) {
    var gatherer = QuestionGatherer(compiled)
    gatherer.gather()
    let model = compiled.model
    sheets = gatherer.order.filter { owner == nil || $0 == owner }.map { party in
      let questions = gatherer.questions[party, default: []].enumerated().sorted { left, right in
        let key = { (question: Question, place: Int) in
          (-question.users.count, question.kind.rank, place)
        }
        return key(left.element, left.offset) < key(right.element, right.offset)
      }.map(\.element)
      return Sheet(
        owner: party, contacts: Self.contacts(of: party, in: model), questions: questions)
    }.enumerated().sorted { left, right in
      let key = { (sheet: Sheet, place: Int) in
        (-(sheet.questions.first?.users.count ?? 0), -sheet.questions.count, place)
      }
      return key(left.element, left.offset) < key(right.element, right.offset)
    }.map(\.element)
  }

  /// The contacts of a party, else of the nearest above it that has any.
  private static func contacts(of party: String?, in model: Model) -> [String] {
    var current = party
    var seen: Set<String> = []
    while let id = current, seen.insert(id).inserted {
      let found = model.contacts.filter { $0.party == id }.map(\.id)
      if !found.isEmpty { return found }
      current = model.parties.first { $0.id == id }?.parent
    }
    return []
  }
}

/// Goes through a model and collects questions by owner.
private struct QuestionGatherer {
  private let compiled: CompiledModel
  private(set) var questions: [String?: [OpenQuestions.Question]] = [:]
  /// The owners, in the order met.
  private(set) var order: [String?] = []
  private var usersOf: [VertexID: [VertexID]] = [:]
  private let suppliers: Set<String>
  private var covered: Set<VertexID> = []

  init(_ compiled: CompiledModel) {
    self.compiled = compiled
    suppliers = Set(compiled.model.parties.filter { $0.roles.contains("supplier") }.map(\.id))
    for contract in compiled.model.contracts {
      covered.formUnion(compiled.coverage(of: contract).vertices)
    }
    let needs = UnknownNeeds(in: compiled, .possible)
    for component in compiled.model.components where component.isUser {
      guard let vertex = compiled.vertex(of: component.id) else { continue }
      for bearing in needs.bearing(on: vertex) { usersOf[bearing, default: []].append(vertex) }
    }
  }

  mutating func gather() {
    for component in compiled.model.components { ask(component) }
    for contract in compiled.model.contracts { ask(contract) }
    for contact in compiled.model.contacts where contact.reach.isEmpty {
      add(.reach, contact.id, of: contact.party, users: [])
    }
  }

  private mutating func add(
    _ kind: OpenQuestions.Kind, _ subject: String, of owner: String?, users: [VertexID]
  ) {
    if questions[owner] == nil { order.append(owner) }
    questions[owner, default: []].append(
      OpenQuestions.Question(kind: kind, subject: subject, users: users))
  }

  private mutating func ask(_ component: Component) {
    guard let vertex = compiled.vertex(of: component.id) else { return }
    let users = usersOf[vertex, default: []]
    let owner = component.owner ?? component.operator
    let ask = { (gatherer: inout Self, kind: OpenQuestions.Kind) in
      gatherer.add(kind, component.id, of: owner, users: users)
    }
    if owner == nil { ask(&self, .owner) }
    if component.hasUnknownRequirement, !component.tags.contains("not-applicable-requires") {
      ask(&self, .needs)
    }
    for share in component.shares where share.value == nil { ask(&self, .shared(share.key)) }
    if component.isUser, isOpen(component) { ask(&self, .tolerance) }
    if component.users == .unknown || component.impact.contains(where: { $0.people == .unknown }) {
      ask(&self, .users)
    }
    if component.evidence.basis.isUncertain || hasUncertainNeed(component) {
      ask(&self, .confirmation)
    }
    let supplier = [component.productOf, component.operator].compactMap(\.self)
      .first { suppliers.contains($0) }
    if supplier != nil, !covered.contains(vertex) { ask(&self, .agreement) }
  }

  /// Whether nobody wrote down how long it may be out, though the question arises.
  private func isOpen(_ component: Component) -> Bool {
    let continuity = component.continuity
    guard continuity.maximumTolerablePeriod == nil, continuity.recoveryTimeObjective == nil else {
      return false
    }
    return !component.tags.contains("not-applicable-rto")
      && !component.tags.contains("not-applicable-mtpd")
  }

  private func hasUncertainNeed(_ component: Component) -> Bool {
    let needs = component.requires.references + component.degradesWithout
    return needs.contains { $0.evidence.basis.isUncertain }
      || component.requires.paths.contains { $0.evidence.basis.isUncertain }
  }

  private mutating func ask(_ contract: Contract) {
    let users = compiled.coverage(of: contract).vertices
      .flatMap { usersOf[$0, default: []] }
    let unique = Array(Set(users)).sorted()
    // Whoever is promised can tell; else who promises.
    let owner = contract.customer ?? contract.provider
    if case .unknown = contract.covers { add(.coverage, contract.id, of: owner, users: unique) }
    let isPromise = contract.kind != .framework && contract.kind != .nok
    if isPromise, !contract.targets.contains(where: { $0.restoreWithin != nil }) {
      add(.restoring, contract.id, of: owner, users: unique)
    }
    if contract.validUntil == nil || !contract.isValid(on: compiled.model.asOf) {
      add(.validity, contract.id, of: owner, users: unique)
    }
    if contract.evidence.basis.isUncertain
      || contract.targets.contains(where: { $0.evidence.basis.isUncertain })
    {
      add(.confirmation, contract.id, of: owner, users: unique)
    }
  }
}
