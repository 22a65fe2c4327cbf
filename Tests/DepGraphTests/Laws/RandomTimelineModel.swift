import DepGraph

/// Small models with holdups, switchovers and restarts of a few seconds, the same for the same seed.
struct RandomTimelineModel {
  private var random: SeededGenerator

  static func make(seed: Int) -> Model {
    var maker = RandomTimelineModel(random: SeededGenerator(seed: seed ^ 0x2B2B))
    var model = RandomModel.make(seed: seed, withHoldups: true, isKnown: true)
    for index in model.components.indices {
      let component = model.components[index]
      model.components[index].requires = maker.timed(component.requires)
      if maker.random.chance(0.3) { model.components[index].restart = maker.span(1...4) }
    }
    return model
  }

  /// The requirement with hours as seconds, and with switchovers.
  private mutating func timed(_ requirement: Requirement) -> Requirement {
    switch requirement {
    case .unknown: return requirement
    case .reference(var reference):
      reference.holdup = seconds(reference.holdup)
      return .reference(reference)
    case .path(var path):
      path.holdup = seconds(path.holdup)
      return .path(path)
    case .group(var group):
      group.holdup = seconds(group.holdup)
      if group.offersAlternatives, random.chance(0.6) { group.switchover = span(1...5) }
      for index in group.members.indices { group.members[index] = timed(group.members[index]) }
      return .group(group)
    }
  }

  private func seconds(_ hours: TimeSpan?) -> TimeSpan? {
    hours.flatMap { TimeSpan(seconds: $0.seconds / 3600) }
  }

  private mutating func span(_ range: ClosedRange<Int>) -> TimeSpan? {
    TimeSpan(seconds: Double(Int.random(in: range, using: &random)))
  }
}
