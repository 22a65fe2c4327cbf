/// Puts what is done and what follows in one row, by time.
struct ScenarioEntries {
  /// The entries.
  let all: [ScenarioEntry]

  /// What is done to an element at an instant.
  private struct Deed: Hashable {
    let vertex: VertexID
    let at: Double
  }

  /// - Complexity: O(*e* log *e* + *r*) for *e* entries about elements with *r* requirements.
  init(
    _ changes: ScenarioChanges, _ causes: ScenarioCauses, in compiled: CompiledModel,
    until horizon: Double
  ) {
    var done: Set<Deed> = []
    var entries: [ScenarioEntry] = []
    for deed in changes.deeds where deed.at <= horizon {
      if let vertex = deed.vertex, [.fail, .degrade, .restore].contains(deed.kind) {
        done.insert(Deed(vertex: vertex, at: deed.at))
      }
      entries.append(
        ScenarioEntry(
          at: deed.at, kind: deed.kind, vertex: deed.vertex, id: deed.id,
          state: deed.vertex.map { causes.state(of: $0, at: deed.at) }, because: [],
          event: deed.event))
    }
    var consequences: [ScenarioEntry] = []
    for vertex in compiled.componentVertices {
      let stretches = causes.stretches(of: vertex)
      for (place, stretch) in stretches.enumerated() {
        let isFollowed =
          place + 1 < stretches.count && stretches[place + 1].from == stretch.until
        // A change for the better may lead into another stretch: then that one tells of it.
        let isGain = place > 0 && stretches[place - 1].until == stretch.from && !stretch.isDown
        if !done.contains(Deed(vertex: vertex, at: stretch.from)) {
          consequences.append(
            Self.change(
              vertex, at: stretch.from, state: stretch.isDown ? .down : .degraded,
              because: isGain
                ? causes.gains(behind: vertex, at: stretch.from)
                : causes.losses(behind: vertex, at: stretch.from, isDown: stretch.isDown),
              in: compiled))
        }
        guard stretch.until < .infinity, !isFollowed,
          !done.contains(Deed(vertex: vertex, at: stretch.until))
        else { continue }
        consequences.append(
          Self.change(
            vertex, at: stretch.until, state: causes.state(of: vertex, at: stretch.until),
            because: causes.gains(behind: vertex, at: stretch.until), in: compiled))
      }
    }
    consequences.sort { ($0.at, $0.vertex ?? VertexID(0)) < ($1.at, $1.vertex ?? VertexID(0)) }
    all = Self.merged(entries, consequences)
  }

  private static func change(
    _ vertex: VertexID, at moment: Double, state: Observation.State, because: [VertexID],
    in compiled: CompiledModel
  ) -> ScenarioEntry {
    ScenarioEntry(
      at: moment, kind: .change, vertex: vertex, id: compiled.table.id(of: vertex), state: state,
      because: because, event: nil)
  }

  /// Two rows by time in one; at one instant the first row's come first.
  private static func merged(
    _ first: [ScenarioEntry], _ second: [ScenarioEntry]
  ) -> [ScenarioEntry] {
    var merged: [ScenarioEntry] = []
    merged.reserveCapacity(first.count + second.count)
    var place = 0
    for entry in first {
      while place < second.count, second[place].at < entry.at {
        merged.append(second[place])
        place += 1
      }
      merged.append(entry)
    }
    return merged + second[place...]
  }
}
