import DepGraph

/// Small models with every construct that propagation knows, the same for the same seed.
struct RandomModel {
  private var random: SeededGenerator
  private var ids: [String] = []
  private var nodes: [String] = []
  let withHoldups: Bool
  /// Without assumed and unknown facts, so that every reading is the one as written.
  let isKnown: Bool

  static func make(seed: Int, withHoldups: Bool = false, isKnown: Bool = false) -> Model {
    var maker = RandomModel(
      random: SeededGenerator(seed: seed), withHoldups: withHoldups, isKnown: isKnown)
    return maker.make()
  }

  /// The model of that seed, with what starting and repairing take added to it.
  static func makeWithStarts(seed: Int) -> Model {
    var maker = RandomModel(random: SeededGenerator(seed: seed), withHoldups: false, isKnown: false)
    var model = maker.make()
    for index in model.components.indices {
      let id = model.components[index].id
      if maker.random.happens(35) {
        model.components[index].startsWith = maker.extra(of: id)
      }
      if maker.random.happens(35) {
        model.components[index].repairNeeds = maker.extra(of: id)
      }
      model.components[index].startsManually = maker.random.happens(10)
    }
    return model
  }

  private mutating func extra(of owner: String) -> Requirement {
    let members = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      requirement(of: owner, depth: 1)
    }
    return .group(RequirementGroup(.all, members))
  }

  private mutating func make() -> Model {
    var model = Model()
    let count = Int.random(in: 3...9, using: &random)
    ids = (0..<count).map { "c\($0)" }
    nodes = Array(ids.prefix(Int.random(in: 2...min(5, count), using: &random)))
    for id in ids { model.components.append(component(id)) }
    for number in 0..<Int.random(in: 1...6, using: &random) {
      var link = Component(id: "l\(number)")
      link.kind = .link
      link.network = "ring"
      let first = pick(nodes)
      let others = nodes.filter { $0 != first }
      link.ends = [first, pick(others)]
      if random.happens(20) { link.requires = .group(RequirementGroup(.all, [reference()])) }
      model.components.append(link)
    }
    return model
  }

  private mutating func component(_ id: String) -> Component {
    var component = Component(id: id)
    component.kind = random.happens(30) ? .consumer : .platform
    component.statesRequires = random.happens(92) || isKnown
    if component.statesRequires {
      let members = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        requirement(of: id, depth: 2)
      }
      component.requires = .group(RequirementGroup(.all, members))
    }
    if random.happens(30) {
      let value = random.happens(80) ? "r\(Int.random(in: 0...1, using: &random))" : nil
      component.shares = [SharedValue(key: "software", value: value, evidence: evidence())]
    }
    if random.happens(30) {
      var soft = plainReference(otherThan: id)
      soft.isScopedToSelf = random.happens(50)
      component.degradesWithout = [soft]
    }
    return component
  }

  private mutating func requirement(of owner: String, depth: Int) -> Requirement {
    let dice = Int.random(in: 0..<100, using: &random)
    if depth == 0 || dice < 45 { return .reference(plainReference(otherThan: owner)) }
    if dice < 50, !isKnown { return .unknown(nil) }
    if dice < 60, nodes.contains(owner) || random.happens(50) {
      var path = PathRequirement(
        from: nodes.contains(owner) && random.happens(50) ? nil : pick(nodes), to: [pick(nodes)],
        over: "ring", evidence: evidence())
      path.holdup = holdup()
      return .path(path)
    }
    let members = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      requirement(of: owner, depth: depth - 1)
    }
    var group: RequirementGroup
    switch Int.random(in: 0..<3, using: &random) {
    case 0: group = RequirementGroup(.all, members)
    case 1: group = RequirementGroup(.any, members)
    default:
      group = RequirementGroup(
        .atLeast(Int.random(in: 1...members.count, using: &random)), members)
    }
    group.holdup = holdup()
    return .group(group)
  }

  private mutating func reference() -> Requirement { .reference(plainReference(otherThan: "")) }

  private mutating func plainReference(otherThan owner: String) -> Reference {
    let others = ids.filter { $0 != owner }
    var reference = Reference(pick(others), evidence: evidence())
    reference.holdup = holdup()
    reference.toleratesDegraded = random.happens(15)
    reference.givesDegraded = random.happens(10)
    return reference
  }

  private mutating func holdup() -> TimeSpan? {
    guard withHoldups, random.happens(40) else { return nil }
    return .hours(Int.random(in: 1...6, using: &random))
  }

  private mutating func evidence() -> Evidence {
    Evidence(random.happens(30) && !isKnown ? .assumed : .public)
  }

  private mutating func pick(_ list: [String]) -> String {
    list[Int.random(in: 0..<list.count, using: &random)]
  }
}

extension SeededGenerator {
  /// Whether something with this chance in a hundred happens.
  fileprivate mutating func happens(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }
}
