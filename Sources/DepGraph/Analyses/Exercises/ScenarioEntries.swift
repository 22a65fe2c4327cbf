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
          isGain: deed.kind == .restore, event: deed.event))
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
              vertex, at: stretch.from, state: stretch.isDown ? .down : .degraded, isGain: isGain,
              because: isGain
                ? causes.gains(behind: vertex, at: stretch.from, wasDown: true)
                : causes.losses(behind: vertex, at: stretch.from, isDown: stretch.isDown),
              in: compiled))
        }
        guard stretch.until < .infinity, !isFollowed,
          !done.contains(Deed(vertex: vertex, at: stretch.until))
        else { continue }
        consequences.append(
          Self.change(
            vertex, at: stretch.until, state: causes.state(of: vertex, at: stretch.until),
            isGain: true,
            because: causes.gains(
              behind: vertex, at: stretch.until, wasDown: stretch.isDown), in: compiled))
      }
    }
    consequences.sort { ($0.at, $0.vertex ?? VertexID(0)) < ($1.at, $1.vertex ?? VertexID(0)) }
    all = Self.merged(entries, Self.causesFirst(consequences))
  }

  /// The same entries with those of one instant put after what brings them about.
  private static func causesFirst(_ entries: [ScenarioEntry]) -> [ScenarioEntry] {
    var ordered: [ScenarioEntry] = []
    ordered.reserveCapacity(entries.count)
    var start = 0
    while start < entries.count {
      var end = start
      while end < entries.count, entries[end].at == entries[start].at { end += 1 }
      ordered += inOrderOfCause(Array(entries[start..<end]))
      start = end
    }
    return ordered
  }

  /// The entries of one instant in layers; what waits for each other comes last, as it stood.
  private static func inOrderOfCause(_ entries: [ScenarioEntry]) -> [ScenarioEntry] {
    var places: [VertexID: Int] = [:]
    for (place, entry) in entries.enumerated() {
      if let vertex = entry.vertex { places[vertex] = place }
    }
    var waiting = [Int](repeating: 0, count: entries.count)
    var followers = [[Int]](repeating: [], count: entries.count)
    for (place, entry) in entries.enumerated() {
      for cause in entry.because.compactMap({ places[$0] }) where cause != place {
        waiting[place] += 1
        followers[cause].append(place)
      }
    }
    var layer = entries.indices.filter { waiting[$0] == 0 }
    var ordered: [ScenarioEntry] = []
    var isPlaced = [Bool](repeating: false, count: entries.count)
    while !layer.isEmpty {
      var next: [Int] = []
      for place in layer {
        ordered.append(entries[place])
        isPlaced[place] = true
        for follower in followers[place] {
          waiting[follower] -= 1
          if waiting[follower] == 0 { next.append(follower) }
        }
      }
      layer = next.sorted()
    }
    return ordered + entries.indices.filter { !isPlaced[$0] }.map { entries[$0] }
  }

  private static func change(
    _ vertex: VertexID, at moment: Double, state: Observation.State, isGain: Bool,
    because: [VertexID], in compiled: CompiledModel
  ) -> ScenarioEntry {
    ScenarioEntry(
      at: moment, kind: .change, vertex: vertex, id: compiled.table.id(of: vertex), state: state,
      because: because, isGain: isGain, event: nil)
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
