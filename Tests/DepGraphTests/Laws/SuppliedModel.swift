import DepGraph

/// A random model with suppliers: makers, contracts in force and not, subcontractors in rings too.
enum SuppliedModel {
  /// The day on which contracts are in force.
  static let day = CalendarDate(year: 2026, month: 6, day: 1)

  static func make(seed: Int, isKnown: Bool = false) -> Model {
    var model = RandomModel.make(seed: seed, isKnown: isKnown)
    var random = SeededGenerator(seed: seed ^ 0x5A1E5)
    let ids = model.components.map(\.id)
    let names = (0..<Int.random(in: 2...5, using: &random)).map { "p\($0)" }
    model.asOf = day
    for index in model.components.indices {
      if random.chance(0.5) { model.components[index].productOf = pick(names, &random) }
      if random.chance(0.1) { model.components[index].neverFails = true }
      if random.chance(0.2) { model.components[index].restoreClass = "first" }
      if !isKnown, random.chance(0.2) {
        model.components[index].evidence = Evidence(.assumed)
      }
    }
    for value in ["r0", "r1"] where random.chance(0.5) {
      var cause = CommonCause(id: "software:\(value)")
      cause.productOf = pick(names, &random)
      model.commonCauses.append(cause)
    }
    for name in names {
      var party = Party(id: name)
      if random.chance(0.6) { party.roles = ["supplier"] }
      if random.chance(0.15) { party.products = .unknown }
      if random.chance(0.15) { party.products = .known([pick(ids, &random)]) }
      if random.chance(0.4) {
        let others = (0...1).map { _ in pick(names, &random) }
        party.subcontractors = random.chance(0.8) ? .known(others) : .unknown
      }
      party.subcontractorsAreComplete = [nil, true, false][Int.random(in: 0...2, using: &random)]
      model.parties.append(party)
    }
    for number in 0..<Int.random(in: 0...4, using: &random) {
      model.contracts.append(contract(number, ids, names + ["customer"], &random))
    }
    return model
  }

  private static func contract(
    _ number: Int, _ ids: [String], _ names: [String], _ random: inout SeededGenerator
  ) -> Contract {
    var contract = Contract(id: "k\(number)")
    contract.provider = pick(Array(names.dropLast()), &random)
    if random.chance(0.8) { contract.customer = pick(names, &random) }
    switch Int.random(in: 0...5, using: &random) {
    case 0: contract.covers = .unknown
    case 1: break
    default:
      contract.covers = .selectors(
        (0...Int.random(in: 0...2, using: &random)).map { _ in
          pick(ids, &random)
        })
    }
    if random.chance(0.3) {
      contract.validUntil = CalendarDate(
        year: random.chance(0.5) ? 2025 : 2027, month: 1, day: 1)
    }
    if random.chance(0.2) { contract.evidence = Evidence(.assumed) }
    return contract
  }

  private static func pick(_ list: [String], _ random: inout SeededGenerator) -> String {
    list[Int.random(in: 0..<list.count, using: &random)]
  }
}
