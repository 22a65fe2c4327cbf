/// Works that go on at the same time, with what only they together do.
struct WorksOverlaps {
  /// The overlaps, by time.
  private(set) var overlaps: [PlannedWorks.Overlap] = []

  /// - Complexity: O(*n*²) for *n* works, and the next failure of each set of works that go on at the
  ///   same time.
  init(
    _ windows: [PlannedWorks.Window], _ users: [PlannedWorks.Effect], _ points: NewPoints,
    zone: ZoneOffsets
  ) {
    for set in Self.sets(windows, users) {
      let notices = set.map { windows[$0].notice }
      guard let from = notices.map(\.start).max(), let until = notices.map(\.end).min() else {
        continue
      }
      let effects = users.compactMap { user -> PlannedWorks.Effect? in
        let spells = user.spells.filter { $0.isTogether && $0.windows == set }
        return spells.isEmpty ? nil : .init(vertex: user.vertex, spells: spells)
      }
      let risks =
        from < until
        ? Self.only(
          points.during(set),
          notIn: set.flatMap { windows[$0].newPoints }) : []
      // Works one after the other can do something together too: what the first left not yet back.
      let spells = effects.flatMap(\.spells)
      let last = spells.compactMap(\.until).max() ?? from
      overlaps.append(
        .init(
          windows: set,
          from: zone.local(from < until ? from : spells.map(\.from).min() ?? from),
          until: zone.local(from < until ? until : last), effects: effects, newPoints: risks))
    }
    overlaps.sort { left, right in
      left.from == right.from
        ? left.windows.lexicographicallyPrecedes(right.windows) : left.from < right.from
    }
  }

  /// The sets of works that go on at the same time, and those that do something only together.
  private static func sets(
    _ windows: [PlannedWorks.Window], _ users: [PlannedWorks.Effect]
  ) -> [[Int]] {
    let failing = windows.indices.filter { windows[$0].treatment == .out }
    var sets: Set<[Int]> = []
    for window in failing {
      let start = windows[window].notice.start
      sets.insert(
        failing.filter { windows[$0].notice.start <= start && windows[$0].notice.end > start })
    }
    for spell in users.flatMap(\.spells) where spell.isTogether { sets.insert(spell.windows) }
    return sets.filter { $0.count > 1 }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The risks that no single work brings.
  private static func only(
    _ risks: [NextFailure.Risk], notIn known: [NextFailure.Risk]
  ) -> [NextFailure.Risk] {
    var causes: [VertexID: Set<VertexID>] = [:]
    for risk in known { causes[risk.vertex, default: []].formUnion(risk.causes) }
    return risks.compactMap { risk in
      let new = risk.causes.filter { causes[risk.vertex]?.contains($0) != true }
      return new.isEmpty ? nil : .init(vertex: risk.vertex, causes: new)
    }
  }
}
