extension ScenarioRun {
  /// The repairs and outages as bars over time, the crews first.
  ///
  /// - Parameters:
  ///   - compiled: The model it was played on.
  ///   - language: The language.
  /// - Returns: The chart, with the agreed moments marked.
  /// - Complexity: O(*n*·*k*) for the *n* elements drawn, forty at most, with *k* outages each.
  public func gantt(in compiled: CompiledModel, language: Language) -> GanttChart {
    let words = ScenarioWords(
      run: self, names: DisplayNames(compiled: compiled, language: language),
      phrases: Phrases(language))
    let phrases = words.phrases
    let drawn = elementsDrawn(in: compiled)
    let repaired = Set(repairs.map(\.vertex)).sorted()
    let lanes =
      repaired.map { repairLane(of: $0, words) }
      + drawn.map { outageLane(of: $0, compiled, words) }
    return GanttChart(
      headline: phrases.exerciseTitle(scenario.name?.text(in: language)),
      alternativeText: phrases.ganttText(
        drawn.map { words.names.name($0) }, leftOut: elementsAffected(in: compiled) - drawn.count),
      language: language, lanes: lanes, marks: marks(words), until: chartEnd)
  }

  /// The most rows for elements that are drawn.
  private static let mostLanes = 40

  private func elementsAffected(in compiled: CompiledModel) -> Int {
    timeline.affected.count { compiled.component($0) != nil || failed.contains($0) }
  }

  /// What failed by itself, then what was out longest.
  private func elementsDrawn(in compiled: CompiledModel) -> [VertexID] {
    let isFailed = Set(failed)
    let length = { (vertex: VertexID) in
      causes.stretches(of: vertex).reduce(0) { $0 + min($1.until, chartEnd) - $1.from }
    }
    let all = timeline.affected.filter { compiled.component($0) != nil || isFailed.contains($0) }
    let chosen = all.map { (vertex: $0, length: length($0)) }.sorted {
      (isFailed.contains($0.vertex) ? 0 : 1, -$0.length, $0.vertex)
        < (isFailed.contains($1.vertex) ? 0 : 1, -$1.length, $1.vertex)
    }
    return chosen.prefix(Self.mostLanes).map(\.vertex)
  }

  private func outageLane(
    of vertex: VertexID, _ compiled: CompiledModel, _ words: ScenarioWords
  ) -> GanttChart.Lane {
    var bars: [GanttChart.Bar] = []
    for stretch in causes.stretches(of: vertex) where stretch.from < chartEnd {
      let label = words.phrases.duration(min(stretch.until, chartEnd) - stretch.from)
      guard stretch.isDown else {
        bars.append(.init(from: stretch.from, until: stretch.until, label: label, role: .degraded))
        continue
      }
      // The end of it is recovery: all that it needs works.
      let recovering =
        stretch.until < .infinity
        ? causes.steps(to: vertex, at: stretch.until).first?.recovering ?? 0 : 0
      let ready = max(stretch.from, stretch.until - recovering)
      if stretch.from < ready {
        bars.append(.init(from: stretch.from, until: ready, label: label, role: .outage))
      }
      if ready < stretch.until {
        bars.append(
          .init(
            from: ready, until: stretch.until, label: words.phrases.duration(recovering),
            role: .restart))
      }
    }
    return GanttChart.Lane(name: words.names.name(vertex), bars: bars)
  }

  private func repairLane(of vertex: VertexID, _ words: ScenarioWords) -> GanttChart.Lane {
    let own = repairs.filter { $0.vertex == vertex }
    let bars = own.flatMap { repair -> [GanttChart.Bar] in
      guard let end = repair.end else { return [] }
      let spans = [
        (repair.start, repair.opens, GanttChart.Bar.Role.wait), (repair.opens, end, .work),
      ]
      return spans.filter { $0.0 < $0.1 }.map { from, until, role in
        GanttChart.Bar(
          from: from, until: until, label: words.phrases.duration(until - from), role: role)
      }
    }
    let crew = own.compactMap(\.crew).first.map { " (\(words.person($0)))" } ?? ""
    return GanttChart.Lane(
      name: words.phrases.repairOf(words.names.name(vertex)) + crew, bars: bars)
  }

  /// When what failed had to be back, and when people did what.
  private func marks(_ words: ScenarioWords) -> [(at: Double, label: String)] {
    var marks: [(at: Double, label: String)] = []
    let isFailed = Set(failed)
    if let outage = outages.first(where: { isFailed.contains($0.vertex) && $0.target != nil }),
      let target = outage.target
    {
      marks.append((outage.from + target.within, words.phrases.agreedMark))
    }
    if let found = response.firstDiscovery { marks.append((found, words.phrases.discoveredMark)) }
    if let call = response.calls.first { marks.append((call.at, words.level(call.level))) }
    return marks.filter { $0.at <= chartEnd }.sorted { $0.at < $1.at }
  }

  /// The end of the axis: where the last thing came back, or a tenth after the last that happened.
  private var chartEnd: Double {
    let moments =
      outages.flatMap { [$0.from, $0.until ?? 0] } + entries.map(\.at) + repairs.compactMap(\.end)
    let last = max(moments.max() ?? 0, 1)
    let isOpen = outages.contains { $0.until == nil }
    let end = isOpen ? max(last * 1.1, min(timeline.knownUntil, last * 2)) : last
    return end < .infinity ? end : last * 1.1
  }
}
