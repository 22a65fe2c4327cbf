extension RestorationPlan {
  /// Which share of what was out is back over time, as a picture.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - language: The language of its words.
  /// - Returns: The curve of processes, and of people where any are counted.
  /// - Complexity: O(*d* log *d*) for *d* demands.
  public func recoveryChart(in compiled: CompiledModel, language: Language) -> StepChart {
    let (curve, phrases) = (RecoveryCurve(self), Phrases(language))
    let names = DisplayNames(compiled: compiled, language: language)
    let line = { (name: String, value: (RecoveryCurve.Point) -> Double) in
      StepChart.Series(
        name: name, start: curve.points.first.map(value) ?? 0,
        points: curve.points.dropFirst().map { (at: $0.at, value: value($0)) })
    }
    var series = [line(phrases.processesBack, \.processes)]
    if curve.peopleCount > 0 { series.append(line(phrases.peopleBack, \.people)) }
    let first = problem.demands.filter { $0.tolerated != nil }
      .min { ($0.tolerated ?? 0, $0.element) < ($1.tolerated ?? 0, $1.element) }
    let marks = first.map {
      (at: $0.tolerated ?? 0, label: phrases.firstLimit(names.name($0.element)))
    }
    let wording = RestorationWording(self, in: compiled, language: language)
    let back = problem.demands.compactMap { time(of: $0.element) }
    return StepChart(
      headline: phrases.curveHeadline,
      alternativeText: phrases.curveText(
        back: back.count, of: problem.demands.count, last: wording.time(back.max() ?? 0)),
      language: language, series: series, marks: marks.map { [$0] } ?? [],
      until: chartEnd(first?.tolerated ?? 0))
  }

  /// Who does what when, and what is out until when, as a picture.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - language: The language of its words.
  /// - Returns: A lane for each crew, for each repair that others do, and for each process or consumer; the
  ///   first forty.
  /// - Complexity: O(*n* log *n*) for *n* elements that are out.
  public func ganttChart(in compiled: CompiledModel, language: Language) -> GanttChart {
    let phrases = Phrases(language)
    let wording = RestorationWording(self, in: compiled, language: language)
    let lanes = crewLanes(wording) + otherLanes(wording) + demandLanes(wording)
    let repairs = self.repairs.compactMap(\.ends)
    let shown = lanes.prefix(Self.mostLanes)
    return GanttChart(
      headline: phrases.ganttHeadline
        + (shown.count < lanes.count ? phrases.lanesShown(shown.count, of: lanes.count) : ""),
      alternativeText: phrases.ganttText(
        repairs: self.repairs.count, last: wording.time(repairs.max() ?? 0)),
      language: language, lanes: Array(shown), marks: [], until: chartEnd(0))
  }

  /// The most rows of a page.
  private static let mostLanes = 40

  private func chartEnd(_ least: Double) -> Double { max(end * 1.04, least * 1.04, 3600) }

  private func crewLanes(_ wording: RestorationWording) -> [GanttChart.Lane] {
    problem.crews.indices.compactMap { crew in
      let own = repairs.filter { $0.crew == crew }
      guard !own.isEmpty else { return nil }
      return GanttChart.Lane(
        name: wording.name(ofCrew: crew),
        bars: own.flatMap {
          bars(of: $0, wording, label: wording.names.name($0.task.element))
        })
    }
  }

  private func otherLanes(_ wording: RestorationWording) -> [GanttChart.Lane] {
    repairs.filter { $0.crew == nil }.map { repair in
      GanttChart.Lane(
        name: wording.names.name(repair.task.element),
        bars: bars(of: repair, wording, label: wording.worker(repair)))
    }
  }

  private func bars(
    of repair: Repair, _ wording: RestorationWording, label name: String
  ) -> [GanttChart.Bar] {
    guard let begins = repair.begins else { return [] }
    var bars: [GanttChart.Bar] = []
    if repair.crew != nil, let departs = repair.departs, let arrives = repair.arrives {
      if departs < arrives {
        bars.append(.init(from: departs, until: arrives, label: name, role: .travel))
      }
      if arrives < begins {
        bars.append(.init(from: arrives, until: begins, label: name, role: .wait))
      }
    }
    bars.append(.init(from: begins, until: repair.ends ?? .infinity, label: name, role: .work))
    return bars
  }

  private func demandLanes(_ wording: RestorationWording) -> [GanttChart.Lane] {
    problem.demands.map { demand in
      let at = time(of: demand.element) ?? .infinity
      let lag = at < .infinity ? min(problem.lag(of: demand.element), at) : 0
      var bars = [GanttChart.Bar(from: 0, until: at - lag, label: "", role: .outage)]
      if lag > 0 { bars.append(.init(from: at - lag, until: at, label: "", role: .restart)) }
      return GanttChart.Lane(
        name: wording.names.name(demand.element), bars: bars.filter { $0.until > $0.from })
    }
  }
}
