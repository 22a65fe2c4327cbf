extension ExerciseKit {
  /// A file of a kit.
  public struct File: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What is in it.
    public let text: String
  }

  /// The kit as files: for the leader, for the players, and to keep the score; each as pages to print
  /// and as plain text, and the injects as a table.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - language: The language.
  ///   - hidesCause: Whether the players' sheets must not name what failed, nor anything whose name
  ///     holds its name or id.
  /// - Returns: The files, in order.
  /// - Complexity: O(*i*·*c*) for *i* injects and *c* names to hide.
  public func files(
    in compiled: CompiledModel, language: Language, hidesCause: Bool = false
  ) -> [File] {
    let maker = KitSheets(
      kit: self,
      words: ScenarioWords(
        run: run, names: DisplayNames(compiled: compiled, language: language),
        phrases: Phrases(language)),
      screen: NameScreen(of: run, in: compiled, isOn: hidesCause))
    let sets = [
      ("leader", maker.leader), ("players", maker.players), ("messages", maker.messages),
      ("score", maker.score),
    ]
    return sets.flatMap { name, set in
      [File(name: "\(name).html", text: set.html), File(name: "\(name).txt", text: set.text)]
    } + [File(name: "leader-injects.csv", text: maker.injects)]
  }
}

/// Keeps from a text what failed, and all whose name gives it away.
struct NameScreen {
  private let hidden: [String]

  /// - Complexity: O(*n*) for *n* causes.
  init(of run: ScenarioRun, in compiled: CompiledModel, isOn: Bool) {
    guard isOn else {
      hidden = []
      return
    }
    var names: Set<String> = []
    for vertex in run.causesOfFailure {
      names.insert(compiled.table.id(of: vertex))
      for language in Language.allCases { names.insert(compiled.name(of: vertex, in: language)) }
    }
    for event in run.scenario.events { names.formUnion(event.fail + event.degrade) }
    // The value of a common cause gives it away as well as the whole of its id.
    names.formUnion(names.compactMap { $0.split(separator: ":").last.map(String.init) })
    hidden = names.map { $0.lowercased() }.filter { $0.count > 1 }.sorted()
  }

  /// Whether it hides anything.
  var isOn: Bool { !hidden.isEmpty }

  /// A text, or what stands in for it where it gives something away.
  func screened(_ text: String, or standIn: String) -> String {
    let small = text.lowercased()
    return hidden.contains { small.contains($0) } ? standIn : text
  }
}

private struct KitSheets {
  let kit: ExerciseKit
  let words: ScenarioWords
  let screen: NameScreen

  private var phrases: Phrases { words.phrases }
  private var names: DisplayNames { words.names }
  private var model: Model { names.compiled.model }
  private var exercise: String {
    kit.run.scenario.name?.text(in: phrases.language) ?? phrases.exerciseWord
  }

  private func pages(_ title: String, _ sheets: [Sheet], isHidden: Bool = false) -> SheetSet {
    let model = self.model.name?.text(in: phrases.language) ?? ""
    let footer = [isHidden ? "" : model, phrases.exerciseNotReal].filter { !$0.isEmpty }
    return SheetSet(
      title: title, language: phrases.language, marking: phrases.proposalLine(proposal),
      footer: footer.joined(separator: " · "), sheets: sheets)
  }

  /// The highest of all facts: sheets are handed out, and show many.
  private var proposal: ProposedMarking {
    ProposedMarking(
      ofAll: model, result: "exercise",
      and: [kit.run.scenario.marking].compactMap(\.self))
  }

  // MARK: - For the leader

  var leader: SheetSet {
    pages(
      phrases.leaderTitle,
      [
        Sheet(
          title: phrases.leaderTitle, subtitle: exercise,
          blocks: [
            .paragraph(phrases.leaderIntroduction(kit.run.scenario.start)),
            .heading(phrases.kitCauses), .table(causes), .heading(phrases.kitInjects),
            .note(phrases.kitInjectsNote), .table(injectTable),
          ]),
        Sheet(
          title: phrases.kitTasks, subtitle: exercise,
          blocks: [
            .note(phrases.kitTasksNote),
            kit.tasks.isEmpty ? .paragraph(phrases.kitNoTasks) : .checks(kit.tasks.map(check)),
            .heading(phrases.kitLog), .lines(8),
          ]),
      ])
  }

  private var causes: Report.Table {
    let deeds: Set<ScenarioEntry.Kind> = [.fail, .degrade, .restore, .repairBegins]
    let rows = kit.run.entries.filter { deeds.contains($0.kind) }.map { entry in
      [
        words.clock(entry.at), phrases.sinceStart(entry.at),
        entry.vertex.map(names.named) ?? "", phrases.happening(entry),
      ]
    }
    return Report.Table(columns: phrases.kitCauseColumns.map { .init($0) }, rows: rows)
  }

  private var injectTable: Report.Table {
    let rows = kit.injects.map { inject in
      [
        words.clock(inject.at), phrases.sinceStart(inject.at), party(of: inject.vertex),
        phrases.inject(names.name(inject.vertex), inject.state),
      ]
    }
    return Report.Table(columns: phrases.kitInjectColumns.map { .init($0) }, rows: rows)
  }

  private func party(of vertex: VertexID) -> String {
    let component = names.compiled.component(vertex)
    return (component?.owner ?? component?.operator).map(names.party) ?? phrases.kitEverybody
  }

  private func check(_ task: ExerciseKit.Task) -> Sheet.Check {
    Sheet.Check(text(of: task), detail: detail(of: task))
  }

  private func text(of task: ExerciseKit.Task) -> String {
    switch task.kind {
    case .detect(let vertex): phrases.detectTask(names.name(vertex))
    case .call(let level): phrases.callTask(words.level(level))
    case .tell(let contact): phrases.tellTask(words.person(contact))
    case .activate(let plan, let vertex):
      phrases.planTask(
        model.plans.first { $0.id == plan }?.name?.text(in: phrases.language) ?? plan,
        names.name(vertex))
    case .decide(let step, let level):
      "\(words.level(level)): \(step.text(in: phrases.language))"
    }
  }

  private func detail(of task: ExerciseKit.Task) -> String? {
    if let by = task.by { return phrases.taskBy(words.clock(by)) }
    return task.from.map { phrases.taskFrom(words.clock($0)) }
  }

  // MARK: - For the players

  /// What the players get at the start: nothing on it tells what is to come.
  var players: SheetSet {
    let sheets = kit.players.indices.map { number in
      sheet(number, [.note(phrases.playersNote), .heading(phrases.kitLog), .lines(16)])
    }
    return pages(phrases.playersTitle, sheets, isHidden: screen.isOn)
  }

  /// The messages, each on a sheet that is handed out at its time.
  var messages: SheetSet {
    var slips: [(at: Double, sheet: Sheet)] = []
    for (number, players) in kit.players.enumerated() {
      for moment in Set(players.injects.map(\.at)).sorted() {
        let told: [Sheet.Block] = players.injects.filter { $0.at == moment }.map {
          .paragraph(message($0))
        }
        let blocks: [Sheet.Block] = [.heading(words.clock(moment))] + told
        slips.append((moment, sheet(number, blocks + [.heading(phrases.kitLog), .lines(4)])))
      }
    }
    let sheets = slips.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element.sheet)
    return pages(phrases.messagesTitle, sheets, isHidden: screen.isOn)
  }

  /// A sheet for the players of a number.
  private func sheet(_ number: Int, _ blocks: [Sheet.Block]) -> Sheet {
    let name = kit.players[number].party.map(names.party) ?? phrases.kitEverybody
    return Sheet(
      title: screen.screened(name, or: phrases.kitGroup(number + 1)),
      subtitle: screen.isOn ? phrases.exerciseWord : exercise, blocks: blocks)
  }

  private func message(_ inject: ExerciseKit.Inject) -> String {
    let kind = names.compiled.component(inject.vertex)?.kind ?? .service
    let name = screen.screened(
      names.name(inject.vertex), or: phrases.kitSomething(phrases.word(kind)))
    return phrases.inject(name, inject.state)
  }

  // MARK: - The score

  var score: SheetSet {
    let rows = kit.tasks.enumerated().map { number, task in
      [
        phrases.number(number + 1), text(of: task), task.by.map(words.clock) ?? "–", "", "",
      ]
    }
    return pages(
      phrases.scoreTitle,
      [
        Sheet(
          title: phrases.scoreTitle, subtitle: exercise,
          blocks: [
            .note(phrases.scoreNote),
            .table(
              Report.Table(columns: phrases.scoreColumns.map { .init($0) }, rows: rows)),
            .paragraph(phrases.scoreTotal(kit.tasks.count)),
            .heading(phrases.scoreQuestions), .lines(12),
          ])
      ])
  }

  // MARK: - Tables for machines

  var injects: String {
    let rows = kit.injects.map { inject in
      let component = names.compiled.component(inject.vertex)
      return [
        phrases.plain(inject.at), kit.run.scenario.start?.advanced(by: inject.at).iso8601 ?? "",
        component?.owner ?? component?.operator ?? "", names.id(inject.vertex),
        names.name(inject.vertex), inject.state.rawValue,
      ]
    }
    return Report(
      title: "", keySentence: "", blocks: [],
      data: Report.Table(names: ["at", "instant", "party", "id", "name", "state"], rows: rows)
    ).marked(proposal, language: phrases.language).csv
  }
}
