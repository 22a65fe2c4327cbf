import DepGraph

/// A random model with more redundancy, and with owners, users and impact, so that every measure of
/// harm has something to count.
enum HarmfulModel {
  static func make(seed: Int) -> Model {
    var model = RandomModel.make(seed: seed)
    var random = SeededGenerator(seed: seed ^ 0x5EED)
    let others = model.components.map(\.id)
    for index in model.components.indices where model.components[index].kind != .link {
      if random.chance(0.3) { model.components[index].kind = .process }
      if random.chance(0.1) { model.components[index].neverFails = true }
      if random.chance(0.6) {
        model.components[index].owner = "o\(Int.random(in: 0...2, using: &random))"
      }
      if random.chance(0.5) {
        model.components[index].users =
          random.chance(0.8) ? .known(Double(Int.random(in: 0...9, using: &random))) : .unknown
      }
      if random.chance(0.5) { model.components[index].impact = impact(&random) }
      if random.chance(0.4) {
        let members = (0..<Int.random(in: 2...3, using: &random)).map { _ in
          let other = others[Int.random(in: 0..<others.count, using: &random)]
          return Requirement.reference(Reference(other, evidence: Evidence(.public)))
        }
        model.components[index].requires = .group(RequirementGroup(.any, members))
        model.components[index].statesRequires = true
      }
    }
    return model
  }

  private static func impact(_ random: inout SeededGenerator) -> [Impact] {
    (1...2).map { hours in
      var row = Impact(after: .hours(hours))
      if random.chance(0.5) { row.people = .known(Double(Int.random(in: 0...9, using: &random))) }
      if random.chance(0.5) {
        row.casualties = .known(Double(Int.random(in: 0...3, using: &random)) / 10)
      }
      if random.chance(0.5) {
        row.economic = Money(euros: Double(Int.random(in: 1...99, using: &random))).map {
          .known($0)
        }
      }
      return row
    }
  }
}
