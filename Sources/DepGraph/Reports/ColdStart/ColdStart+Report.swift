extension ColdStart {
  /// The result of `coldstart` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - language: The language.
  /// - Returns: The deadlocks with what breaks them, and the order of starting.
  /// - Complexity: O(*n*) for *n* elements, and why each element of a deadlock waits.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    ColdStartReporter(
      start: self, compiled: compiled,
      names: DisplayNames(compiled: compiled, language: language), phrases: Phrases(language)
    ).report
  }

  /// The numbers that a reader wants first, without common causes.
  func count(in compiled: CompiledModel) -> ColdStartCount {
    let components = { (vertices: [VertexID]) in
      vertices.count { compiled.component($0) != nil }
    }
    let locked = deadlocks.reduce(0) { $0 + $1.elements.count }
    return ColdStartCount(
      started: order.reduce(0) { $0 + components($1) }, steps: order.count,
      waiting: locked + blocked.count, blocked: blocked.count, deadlocks: deadlocks.count)
  }
}

private struct ColdStartReporter {
  let start: ColdStart
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases

  var report: Report {
    let seeds = start.seeds
    let failed =
      seeds.written.isEmpty && seeds.vertices.isEmpty
      ? nil : names.failure(of: seeds.vertices, written: seeds.written)
    let breakers = start.deadlocks.flatMap(\.breakers)
    let count = start.count(in: compiled)
    var sentence = phrases.coldStartSentence(count)
    if !start.unknown.isEmpty {
      sentence +=
        " " + phrases.asFarAsKnown(start.unknown.count, of: count.started + count.waiting)
    }
    if !start.orderAfterBreakers.isEmpty, breakers.count <= Report.mostNames {
      sentence += " " + phrases.breakersSentence(breakers.map(names.named))
    }
    if !start.repair.deadlocks.isEmpty {
      sentence += " " + phrases.repairDeadlocksSentence(start.repair.deadlocks.count)
    }
    let decisive = start.deadlocks.flatMap(\.elements) + start.repair.deadlocks.flatMap(\.elements)
    return Report(
      title: phrases.coldStartTitle(failed: failed), keySentence: sentence,
      blocks: deadlocks + blocked + repair + order + remarks
        + Provenance(names: names, phrases: phrases).blocks(decisive: Set(decisive).sorted()),
      data: data)
  }

  // MARK: - What does not start

  private var deadlocks: [Report.Block] {
    guard !start.deadlocks.isEmpty else { return [] }
    return [
      .heading(phrases.deadlocksHeading(start.deadlocks.count)),
      .list(start.deadlocks.map { item($0, isRepair: false) }),
    ]
  }

  private func item(_ deadlock: ColdStart.Deadlock, isRepair: Bool) -> Report.Item {
    let elements = deadlock.elements.map(names.named)
    var parts: [Report.Item] = []
    if isRepair {
      parts.append(.init(phrases.repairDeadlockLine(failed: deadlock.failed.map(names.named))))
    }
    // Of very many the names alone say enough.
    if elements.count > 1, elements.count <= 2 * Report.mostNames {
      parts += deadlock.waits(in: compiled).map(reason)
    }
    let byHand = phrases.byHandLine(deadlock.byHand, isMany: deadlock.breakers.count > 1)
    if elements.count == 1, !isRepair {
      return Report.Item(phrases.loneDeadlockLine(elements[0]), missing(deadlock) + [.init(byHand)])
    }
    parts.append(
      .init(
        phrases.breakerLine(
          deadlock.breakers.map(names.named), isExact: deadlock.isExact, isRepair: isRepair)
          + " " + byHand))
    let line = phrases.deadlockLine(elements.count)
    return Report.Item(line + phrases.list(elements) + ".", parts)
  }

  /// What a single component lacks to start.
  private func missing(_ deadlock: ColdStart.Deadlock) -> [Report.Item] {
    let idle = Set(start.seeds.vertices + start.down)
    let lacking = deadlock.elements.compactMap { compiled.component($0)?.startsWith.references }
      .joined().compactMap { compiled.vertex(of: $0.target) }.filter(idle.contains)
    return lacking.isEmpty
      ? [] : [.init(phrases.doesNotWork(phrases.list(Set(lacking).sorted().map(names.named))))]
  }

  private func reason(_ wait: ColdStart.Deadlock.Wait) -> Report.Item {
    Report.Item(
      phrases.waits(
        names.name(wait.vertex), wait.purpose,
        for: phrases.list(wait.others.map(names.name), orFewer: wait.isChoice)))
  }

  private var blocked: [Report.Block] {
    guard !start.blocked.isEmpty else { return [] }
    return [
      .heading(phrases.blockedHeading(start.blocked.count)),
      .paragraph(phrases.list(start.blocked.map(names.named)) + "."),
    ]
  }

  private var repair: [Report.Block] {
    let repair = start.repair
    guard !repair.failed.isEmpty else { return [] }
    let isAsked = !start.seeds.vertices.isEmpty
    var blocks: [Report.Block] = [
      .heading(phrases.repairDeadlocksHeading(repair.deadlocks.count))
    ]
    blocks += Report.Block.naming(
      phrases.repairFailed(isAsked: isAsked), repair.failed.map(names.named), phrases)
    if repair.deadlocks.isEmpty {
      blocks.append(
        .paragraph(phrases.noRepairDeadlock(countsAll: repair.notCounted.isEmpty)))
    } else {
      blocks.append(.list(repair.deadlocks.map { item($0, isRepair: true) }))
    }
    if !repair.blocked.isEmpty {
      blocks += Report.Block.naming(
        phrases.repairBlocked, repair.blocked.map(names.named), phrases)
    }
    if !repair.notCounted.isEmpty {
      blocks += Report.Block.naming(
        phrases.repairNotCounted, repair.notCounted.map(names.named), phrases)
    }
    return blocks
  }

  // MARK: - What starts

  private var order: [Report.Block] {
    var blocks: [Report.Block] = []
    if !start.order.isEmpty {
      blocks = [
        .heading(phrases.orderHeading), .note(phrases.orderNote), .table(table(start.order)),
      ]
    }
    if !start.orderAfterBreakers.isEmpty {
      blocks += [
        .heading(phrases.afterBreakersHeading), .table(table(start.orderAfterBreakers)),
      ]
    }
    return blocks
  }

  private func table(_ waves: [[VertexID]]) -> Report.Table {
    let titles = phrases.startColumns
    return Report.Table(
      columns: [.init(titles[0], .right), .init(titles[1], .right), .init(titles[2])],
      rows: waves.enumerated().map { number, wave in
        let components = wave.filter { compiled.component($0) != nil }
        var listed = components.map(names.name)
        let causes = wave.count - components.count
        if causes > 0 { listed.append(phrases.causesInStep(causes)) }
        return [
          phrases.number(number + 1), phrases.number(components.count),
          listed.joined(separator: listed.contains { $0.contains(",") } ? "; " : ", "),
        ]
      })
  }

  private var remarks: [Report.Block] {
    var blocks: [Report.Block] = []
    if !start.down.isEmpty {
      let down = start.down.filter { compiled.component($0) != nil }
      blocks += Report.Block.naming(
        phrases.staysDown(down.count), down.map(names.named), phrases)
    }
    if !start.unknown.isEmpty {
      blocks += Report.Block.naming(
        phrases.unknownStart(start.unknown.count), start.unknown.map(names.named), phrases)
    }
    return blocks
  }

  // MARK: - CSV

  private var data: Report.Table {
    var start: [VertexID: (how: String, wave: Int?)] = [:]
    for (number, wave) in self.start.order.enumerated() {
      for vertex in wave { start[vertex] = ("by-itself", number + 1) }
    }
    for vertex in self.start.deadlocks.flatMap(\.breakers) { start[vertex] = ("breaker", nil) }
    for (number, wave) in self.start.orderAfterBreakers.enumerated() {
      for vertex in wave { start[vertex] = ("after-breakers", number + 1) }
    }
    for vertex in self.start.seeds.vertices { start[vertex] = ("failed", nil) }
    for vertex in self.start.down { start[vertex] = ("down", nil) }
    let deadlocks = numbers(self.start.deadlocks)
    let repairs = numbers(self.start.repair.deadlocks)
    let repairBreakers = Set(self.start.repair.deadlocks.flatMap(\.breakers))
    let text = { (number: Int?) -> String in number.map { "\($0)" } ?? "" }
    let rows = (0..<compiled.table.count).map { index -> [String] in
      let vertex = VertexID(index)
      let kind = compiled.component(vertex)?.kind.rawValue ?? "common-cause"
      return [
        names.id(vertex), names.name(vertex), kind, start[vertex]?.how ?? "",
        text(start[vertex]?.wave), text(deadlocks[vertex]), text(repairs[vertex]),
        repairBreakers.contains(vertex) ? "true" : "",
      ]
    }
    return Report.Table(
      names: [
        "id", "name", "kind", "start", "wave", "deadlock", "repairDeadlock", "repairBreaker",
      ], rows: rows)
  }

  private func numbers(_ deadlocks: [ColdStart.Deadlock]) -> [VertexID: Int] {
    var numbers: [VertexID: Int] = [:]
    for (number, deadlock) in deadlocks.enumerated() {
      for element in deadlock.elements { numbers[element] = number + 1 }
    }
    return numbers
  }
}
