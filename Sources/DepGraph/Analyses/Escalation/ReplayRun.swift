/// Follows a framework, and every framework that differs from it by one rule, through an incident.
struct ReplayRun {
  /// A level with one rule changed.
  private struct Variant {
    let place: Int
    let level: EscalationLevel
    let condition: EscalationCondition
    let kind: EscalationReplay.Change.Kind
  }

  /// The levels, the lightest first.
  let levels: [EscalationLevel]
  /// When each level, or a heavier one, first holds for certain; nil: never.
  let certain: [Double?]
  /// When it first may hold; nil: never.
  let possible: [Double?]
  /// When it, or a heavier one, first could not be ruled out; nil: it always can.
  let open: [Double?]
  /// For each level the change that moves its call most, the largest move first.
  let changes: [EscalationReplay.Change]
  /// The last moment looked at.
  let end: Double
  /// The moment of the last event looked at.
  let lastEvent: Double

  /// A step of a threshold that is a share.
  private static let shareStep = 0.25

  /// - Complexity: O(*m*·(*n* + *c*)) for *m* moments at which something changes, *n* components and
  ///   *c* conditions.
  init(_ situation: EscalationSituation, until limit: Double) {
    let levels = situation.framework.ascending
    self.levels = levels
    let variants = Self.variants(of: levels)
    let all = levels + variants.map(\.level)
    let turns = situation.course.failures.flatMap { [$0.from, $0.until] }.filter(\.isFinite)
    let moments = situation.moments(for: all).filter { $0 <= limit }
    end = limit.isFinite ? limit : max(moments.last ?? 0, turns.max() ?? 0)
    lastEvent = min(limit, turns.max() ?? 0)
    var first: [EscalationVerdict: [Double?]] = [:]
    let verdicts: [EscalationVerdict] = [.certain, .possible, .cannotTell]
    for verdict in verdicts {
      first[verdict] = Array(repeating: nil, count: all.count)
    }
    for moment in moments {
      for (place, finding) in situation.findings(of: all, at: moment).enumerated() {
        for verdict in verdicts
        where finding.verdict >= verdict && first[verdict]?[place] == nil {
          first[verdict]?[place] = moment
        }
      }
    }
    let own = first[.certain] ?? []
    certain = Self.orHeavier(Array(own.prefix(levels.count)))
    possible = Self.orHeavier(Array((first[.possible] ?? []).prefix(levels.count)))
    open = Self.orHeavier(Array((first[.cannotTell] ?? []).prefix(levels.count)))
    changes = Self.changes(variants, own: own, levels: levels, certain: certain, end: end)
  }

  /// The first of each level and those above it.
  private static func orHeavier(_ times: [Double?]) -> [Double?] {
    times.indices.map { times[$0...].compactMap(\.self).min() }
  }

  private static func changes(
    _ variants: [Variant], own: [Double?], levels: [EscalationLevel], certain: [Double?],
    end: Double
  ) -> [EscalationReplay.Change] {
    var best: [Int: EscalationReplay.Change] = [:]
    for (number, variant) in variants.enumerated() {
      guard let after = own[levels.count + number] else { continue }
      let before = certain[variant.place]
      let gain = (before ?? end) - after
      guard gain > 0 || before == nil, gain > best[variant.place]?.gain ?? -1 else { continue }
      best[variant.place] = EscalationReplay.Change(
        level: variant.level.id, condition: variant.condition, kind: variant.kind, before: before,
        after: after, gain: gain)
    }
    return best.sorted { (-$0.value.gain, -$0.key) < (-$1.value.gain, -$1.key) }.map(\.value)
  }

  // MARK: - Changing one rule

  private static func variants(of levels: [EscalationLevel]) -> [Variant] {
    var found: [Variant] = []
    for (place, level) in levels.enumerated() {
      for entry in level.when.indices {
        for number in level.when[entry].indices {
          let condition = level.when[entry][number]
          if level.when[entry].count > 1 {
            var changed = level
            changed.when[entry].remove(at: number)
            found.append(
              Variant(place: place, level: changed, condition: condition, kind: .dropped))
          }
          if let test = eased(condition) {
            var changed = level
            changed.when[entry][number] = EscalationCondition(condition.measure, test)
            found.append(
              Variant(place: place, level: changed, condition: condition, kind: .test(test)))
          }
        }
      }
    }
    return found
  }

  /// The same test one step easier: a count by one, a share by a quarter, a time by half; nil: it
  /// has no steps.
  private static func eased(_ condition: EscalationCondition) -> EscalationCondition.Test? {
    let isShare = condition.measure == .elapsedOfRestoreTarget
    switch condition.test {
    case .atLeast(let bound) where isShare:
      return .atLeast(bound > shareStep ? bound - shareStep : bound / 2)
    case .moreThan(let bound) where isShare:
      return .moreThan(bound > shareStep ? bound - shareStep : bound / 2)
    case .atLeast(let bound): return bound >= 2 ? .atLeast(bound - 1) : nil
    case .moreThan(let bound): return bound >= 1 ? .moreThan(bound - 1) : nil
    case .lasts(let span): return TimeSpan(seconds: span.seconds / 2).map { .lasts($0) }
    case .holds, .asked: return nil
    }
  }
}
