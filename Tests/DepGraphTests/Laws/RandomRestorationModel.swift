import DepGraph

/// Small outages: things that failed, what is built on them, who waits, and crews; the same for the same
/// seed.
struct RandomRestorationModel {
  var random: SeededGenerator
  let taskCount: Int
  let crewCount: Int
  /// With what a repair needs, alternatives, restarts and skills; else each process has its own repair.
  let isRich: Bool

  static let wholeWeek = 1...5

  static func make(
    seed: Int, tasks: Int, crews: Int, isRich: Bool, withHours: Bool = false
  )
    -> Model
  {
    var maker = RandomRestorationModel(
      random: SeededGenerator(seed: seed ^ 0x7E57), taskCount: tasks, crewCount: crews,
      isRich: isRich)
    return maker.make(withHours: withHours)
  }

  private mutating func make(withHours: Bool) -> Model {
    var model = Model()
    var last = RestoreClass(id: "last")
    last.rank = 2
    var first = RestoreClass(id: "first")
    first.rank = 1
    model.restoreClasses = [last, first]
    for number in 0..<taskCount {
      var part = Component(id: "f\(number)")
      part.kind = .networkElement
      part.repair = .hours(Int.random(in: 1...5, using: &random))
      if isRich {
        if random.chance(0.3) { part.restart = .hours(1) }
        if random.chance(0.3) { part.skills = ["a"] }
        if random.chance(0.3), number > 0 {
          part.repairNeeds = .group(
            RequirementGroup(random.chance(0.5) ? .any : .all, earlier(number)))
        }
      }
      model.components.append(part)
    }
    for number in 0..<(isRich ? 4 : 0) {
      var service = Component(id: "s\(number)")
      service.statesRequires = true
      service.requires = .group(group(number))
      if random.chance(0.4) { service.restart = .hours(1) }
      model.components.append(service)
    }
    for number in 0..<(isRich ? 4 : taskCount) {
      var process = Component(id: "p\(number)")
      process.kind = .process
      process.statesRequires = true
      let member = isRich ? "s\(number)" : "f\(number)"
      process.requires = .group(RequirementGroup(.all, [need(member)]))
      process.users = .known(Double(Int.random(in: 1...9, using: &random)))
      if random.chance(0.7) {
        process.continuity.maximumTolerablePeriod = .hours(Int.random(in: 1...14, using: &random))
      }
      if random.chance(0.5) {
        process.continuity.recoveryTimeObjective = .hours(Int.random(in: 1...9, using: &random))
      }
      if random.chance(0.7) { process.restoreClass = random.chance(0.5) ? "first" : "last" }
      model.components.append(process)
    }
    for number in 0..<crewCount {
      var crew = Crew(id: "crew-\(number)")
      if number == 0 || random.chance(0.5) { crew.skills = ["a"] }
      if withHours,
        let window = WeeklyHours.Window(days: [1, 2, 3, 4, 5], from: 480, to: 1020, zone: .utc),
        number == 0 || random.chance(0.5)
      {
        crew.hours = .windows([window])
      }
      model.crews.append(crew)
    }
    return model
  }

  private mutating func earlier(_ number: Int) -> [Requirement] {
    (0..<Int.random(in: 1...2, using: &random)).map { _ in
      need("f\(Int.random(in: 0..<number, using: &random))")
    }
  }

  private mutating func group(_ number: Int) -> RequirementGroup {
    let members = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      number > 0 && random.chance(0.25)
        ? need("s\(Int.random(in: 0..<number, using: &random))")
        : need("f\(Int.random(in: 0..<taskCount, using: &random))")
    }
    return RequirementGroup(random.chance(0.3) ? .any : .all, members)
  }

  private func need(_ id: String) -> Requirement {
    .reference(Reference(id, evidence: Evidence(.internal)))
  }
}
