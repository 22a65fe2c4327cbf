/// What all works together do, and which of them do it: each alone, or only some together.
struct JointEffects {
  /// What happens to each component that is hit, by id.
  private(set) var effects: [PlannedWorks.Effect] = []

  private let engine: WorksEngine
  private let joint: WorksAxis

  /// More works than this are not taken away one by one.
  private static let mostTried = 12

  /// - Complexity: For each time at which something happens that no work does alone, one axis for each
  ///   work that may take part; each set of works is computed once.
  init(_ engine: WorksEngine, _ windows: [PlannedWorks.Window], zone: ZoneOffsets) {
    self.engine = engine
    joint = engine.axis(of: engine.failing)
    for vertex in joint.pieces.keys.sorted() {
      var spells: [PlannedWorks.Spell] = []
      for piece in joint.pieces[vertex, default: []] {
        for part in split(piece, of: vertex) {
          let (works, isTogether) = makers(of: part, vertex)
          let spell = PlannedWorks.Spell(
            part, after: engine.start, in: zone, windows: works, isTogether: isTogether)
          if let last = spells.last, last.goesOn(into: spell) {
            spells[spells.count - 1] = last.joined(with: spell)
          } else {
            spells.append(spell)
          }
        }
      }
      effects.append(.init(vertex: vertex, spells: spells))
    }
  }

  /// A piece cut where the works that could do it change.
  private func split(_ piece: WorksAxis.Piece, of vertex: VertexID) -> [WorksAxis.Piece] {
    var cuts: Set<Double> = [piece.from]
    for window in engine.failing {
      let span = engine.span(of: window)
      let own = engine.axis(of: [window]).pieces[vertex, default: []]
      for cut in [span.from, span.until] + own.flatMap({ [$0.from, $0.until] })
      where piece.from < cut && cut < piece.until {
        cuts.insert(cut)
      }
    }
    let sorted = cuts.sorted()
    return sorted.enumerated().map { place, from in
      WorksAxis.Piece(
        from: from, until: place + 1 < sorted.count ? sorted[place + 1] : piece.until,
        grade: piece.grade, verdict: piece.verdict, isPassing: piece.isPassing,
        because: piece.because)
    }
  }

  /// The works that do something: those of which each does it alone; else a smallest set of those
  /// that may take part, such that without any one of it it would be less.
  private func makers(
    of piece: WorksAxis.Piece, _ vertex: VertexID
  ) -> (works: [Int], isTogether: Bool) {
    let alone = engine.failing.filter { window in
      engine.axis(of: [window]).grade(of: vertex, at: piece.from) >= piece.grade
    }
    if !alone.isEmpty { return (alone, false) }
    var works = candidates(at: piece.from)
    guard works.count <= Self.mostTried else { return (works, true) }
    for work in works {
      let rest = works.filter { $0 != work }
      if engine.axis(of: rest).grade(of: vertex, at: piece.from) >= piece.grade { works = rest }
    }
    return (works, true)
  }

  /// The works that may have a part in what happens at a moment: those that go on, and those that
  /// left something out since.
  private func candidates(at time: Double) -> [Int] {
    let since = joint.disturbed.first { $0.lowerBound <= time && time < $0.upperBound }?.lowerBound
    let begun = engine.failing.filter { window in
      let span = engine.span(of: window)
      return span.from <= time && span.until > min(since ?? time, time)
    }
    guard begun.count > Self.mostTried else { return begun }
    let goingOn = begun.filter { engine.span(of: $0).until > time }
    return goingOn.count > 1 ? goingOn : begun
  }
}

extension PlannedWorks.Spell {
  init(
    _ piece: WorksAxis.Piece, after start: Instant, in zone: ZoneOffsets, windows: [Int],
    isTogether: Bool
  ) {
    from = zone.local(start.advanced(by: piece.from))
    until = piece.until < .infinity ? zone.local(start.advanced(by: piece.until)) : nil
    grade = piece.grade
    verdict = piece.verdict
    isPassing = piece.isPassing
    because = piece.because
    self.windows = windows
    self.isTogether = isTogether
  }

  /// Whether another one follows at once and says the same; of what cannot be told the works may be
  /// others.
  fileprivate func goesOn(into next: Self) -> Bool {
    let isAlike =
      until == next.from && grade == next.grade && verdict == next.verdict
      && isPassing == next.isPassing && because == next.because && isTogether == next.isTogether
    return isAlike && (windows == next.windows || (grade == .cannotTell && !isTogether))
  }

  fileprivate func joined(with next: Self) -> Self {
    Self(
      from: from, until: next.until, grade: grade, verdict: verdict, isPassing: isPassing,
      because: because, windows: Set(windows + next.windows).sorted(), isTogether: isTogether)
  }
}
