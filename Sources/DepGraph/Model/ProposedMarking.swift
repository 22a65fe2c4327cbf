/// What a page, picture or file is proposed to be marked: a person establishes it.
///
/// On each axis it is the highest of the facts that are shown, and of the floors of what they are
/// combined into (`markings: floor`). The model's own marking always counts, since every result
/// names the model.
public struct ProposedMarking: Hashable, Sendable {
  /// A combination of facts that can be higher than its parts.
  public enum Floor: String, Hashable, Sendable, CaseIterable {
    /// Which single failures stop something.
    case singlePoints = "spof"
    /// Which combinations of failures stop something.
    case cutSets = "cutsets"
    /// A network, or the whole, drawn or listed.
    case network

    /// The floors that count for the results of a command, or for a view.
    public static func ofResult(_ name: String) -> [Floor] {
      switch name {
      case "spof", "overview": [.singlePoints, .network]
      case "worst", "harden", "suppliers", "plans", "contracts", "test": [.singlePoints]
      case "cutsets", "pathsets", "availability", "export": [.cutSets, .singlePoints]
      case "network": [.network, .singlePoints]
      case "register", "diff": [.network]
      case "brief", "explore", "index": Floor.allCases
      default: []
      }
    }
  }

  /// The highest level; nil: nothing that is shown states one.
  public private(set) var level: ClassificationLevel?
  /// The highest colour; nil: nothing that is shown states one.
  public private(set) var light: TrafficLight?
  /// Whether a floor made it higher than the facts are.
  public private(set) var isRaisedByFloor = false
  /// Whether something is shown that states no classification.
  public private(set) var hasUnclassifiedFacts = false
  /// The words that are not known and therefore count as the highest level, in order.
  public private(set) var unknownWords: [String] = []

  /// Proposes a marking.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - result: The command or view whose floors count; empty: none.
  ///   - ids: The ids of everything that is shown; what names nothing of the model is left aside.
  ///   - others: The markings of what is shown beside the model, such as a scenario.
  /// - Complexity: O(*f* + *i*) for *f* facts of the model and *i* ids.
  public init(
    of model: Model, result: String, showing ids: some Sequence<String>, and others: [Marking] = []
  ) {
    self.init(MarkedFacts(model), result: result, showing: ids, and: others)
  }

  /// The same from facts that were gathered before.
  private init(
    _ facts: MarkedFacts, result: String, showing ids: some Sequence<String>,
    and others: [Marking] = []
  ) {
    let model = facts.model
    take(model.marking)
    for marking in others { raise(to: marking) }
    for id in ids {
      for marking in facts.markings[id, default: []] { take(marking) }
    }
    let (level, light) = (level, light)
    for floor in Floor.ofResult(result) {
      guard let marking = model.markingFloors[floor.rawValue] else { continue }
      raise(to: marking)
    }
    isRaisedByFloor = level != self.level || light != self.light
    unknownWords = Array(Set(unknownWords)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// Proposes a marking for a rendering whose audience decides it, such as public figures.
  ///
  /// - Parameters:
  ///   - level: The level.
  ///   - light: The colour.
  public init(level: ClassificationLevel?, light: TrafficLight?) {
    self.level = level
    self.light = light
  }

  /// Proposes for what may show anything of a model.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - result: The command or view whose floors count; by default all do.
  ///   - others: The markings of what is shown beside the model, such as a scenario.
  /// - Complexity: O(*f* log *f*) for *f* facts of the model.
  public init(ofAll model: Model, result: String = "brief", and others: [Marking] = []) {
    let facts = MarkedFacts(model)
    self.init(facts, result: result, showing: facts.markings.keys.sorted(), and: others)
  }

  private mutating func take(_ marking: Marking) {
    if marking.classification == nil { hasUnclassifiedFacts = true }
    raise(to: marking)
  }

  private mutating func raise(to marking: Marking) {
    if let word = marking.classification, ClassificationLevel(word: word) == nil {
      unknownWords.append(word)
    }
    if let other = marking.level { level = max(level ?? other, other) }
    if let other = marking.light { light = max(light ?? other, other) }
  }
}

/// The markings of a model's facts by the id of what they are written in, inheritance spelled out.
struct MarkedFacts {
  let model: Model
  private(set) var markings: [String: [Marking]] = [:]

  /// - Complexity: O(*f*) for *f* facts.
  init(_ model: Model) {
    self.model = model
    for component in model.components {
      add(component.id, component.marking)
      for marking in component.innerMarkings { add(component.id, marking) }
    }
    for cause in model.commonCauses { add(cause.id, cause.marking) }
    for party in model.parties { add(party.id, party.marking) }
    for contract in model.contracts { add(contract.id, contract.marking) }
    for contact in model.contacts { add(contact.id, contact.marking) }
    for level in model.escalation { add(level.id, level.marking) }
    for plan in model.plans { add(plan.id, plan.marking) }
    for measure in model.measures { add(measure.id, measure.marking) }
    for crew in model.crews { add(crew.id, crew.marking) }
    for restoreClass in model.restoreClasses { add(restoreClass.id, restoreClass.marking) }
    for source in model.sources { add(source.id, source.marking) }
    // What was seen, and is expected, of a component has no id: it counts with the component.
    for observation in model.observations where observation.marking != nil {
      add(observation.component, observation.marking)
    }
    for expectation in model.expectations where expectation.marking != nil {
      for id in expectation.claimed { add(id, expectation.marking) }
    }
  }

  private mutating func add(_ id: String, _ marking: Marking?) {
    let whole = (marking ?? Marking()).inherited(from: model.marking)
    markings[id, default: []].append(whole)
  }
}

extension Component {
  /// The markings of facts that are written in it and state their own, in the order written.
  ///
  /// - Complexity: O(*r*) for *r* parts of its requirements.
  var innerMarkings: [Marking] {
    let formulas = [requires, startsWith, repairNeeds]
    let references = formulas.flatMap(\.references) + degradesWithout + independentOf
    return
      (references.compactMap(\.marking) + formulas.flatMap(\.paths).compactMap(\.marking)
      + shares.compactMap(\.marking)).map { $0.inherited(from: marking) }
  }
}
