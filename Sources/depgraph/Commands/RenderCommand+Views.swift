import DepGraph

extension RenderCommand {
  /// What the options ask to be drawn.
  func diagram(of compiled: CompiledModel, _ language: Language) throws -> Diagram {
    if let scoped = try scopedDiagram(of: compiled, language) { return scoped }
    let version = DepGraphVersion.current
    switch view {
    case .cutsets:
      let question = CutSetsView.question(about: try compiled.component(named: targets[0]))
      return CutSetsView(
        CutSets(question, in: compiled), in: compiled, language: language, toolVersion: version
      ).diagram
    case .suppliers:
      return SuppliersView(
        SupplierConcentration(in: compiled, on: at), in: compiled, language: language,
        toolVersion: version
      ).diagram
    case .cascade:
      let cascade = Cascade(of: try compiled.seeds(seeds), in: compiled, after: after)
      return CascadeView(cascade, in: compiled, language: language, toolVersion: version).diagram
    case .contracts: return try contracts(of: compiled, language)
    case .diff: return try difference(from: compiled, language)
    default:
      let start = ColdStart(in: compiled, failed: try compiled.seeds(seeds))
      return ColdStartView(start, in: compiled, language: language, toolVersion: version).diagram
    }
  }

  /// The views that a scope narrows, folds or turns; nil: another one.
  private func scopedDiagram(
    of compiled: CompiledModel, _ language: Language
  ) throws -> Diagram? {
    let version = DepGraphVersion.current
    let scope = try scope.scope(in: compiled)
    switch view {
    case .overview:
      var options = OverviewView.Options(language: language, toolVersion: version)
      options.includesInferred = !sourcedOnly
      options.scope = scope
      return OverviewView(of: compiled, options: options).diagram
    case .blast:
      let question = BlastRadius.Question(try compiled.seeds(seeds), after: after)
      var drawn = BlastView(
        BlastRadius(question, in: compiled), in: compiled, language: language,
        toolVersion: version)
      drawn.scope = scope
      return drawn.diagram
    case .network:
      let blast =
        seeds.isEmpty
        ? nil : BlastRadius(.init(try compiled.seeds(seeds), after: after), in: compiled)
      var drawn = try NetworkView(
        of: network, after: blast, in: compiled, language: language, toolVersion: version)
      drawn.scope = scope
      return drawn.diagram
    case .spof:
      var drawn = SinglePointsView(
        try SpofCommand.review(of: targets, in: compiled), in: compiled, language: language,
        toolVersion: version)
      drawn.scope = scope
      return drawn.diagram
    case .why:
      let why = Why(
        try compiled.element(target ?? ""), after: try compiled.seeds(seeds), in: compiled)
      var drawn = WhyView(why, in: compiled, language: language, toolVersion: version)
      drawn.scope = scope
      return drawn.diagram
    default: return nil
    }
  }

  /// Draws who repairs what when, and what is out until when, after a failure: a chart on a page.
  func drawRestoration(of compiled: CompiledModel, _ language: Language) throws {
    let question = RestorationQuestion(try compiled.seeds(seeds), since: since)
    let plan = RestorationPlan(RestorationProblem(question, in: compiled), by: .classThenSlack)
    let chart = plan.ganttChart(in: compiled, language: language).svg(idPrefix: "gantt-")
    var result = JSONResult(
      command: "restore", model: compiled.model,
      result: plan.json(in: compiled, language: language))
    result.options = ["failed": .texts(seeds)]
    var surroundings = ChartPrinter.Surroundings(
      of: compiled, language: language, toolVersion: DepGraphVersion.current)
    surroundings.banner = result.banner(language: language) ?? surroundings.banner
    surroundings.sourceLine += " · \(seeds.joined(separator: ", "))\(stamp)"
    let printer = ChartPrinter(IsolatedRenderer(executable: IsolatedRenderer.runningExecutable))
    let image = ImageFormat(rawValue: resolvedFormat.rawValue) ?? .svg
    let files: [[UInt8]]
    do throws(GraphvizError) {
      files = try printer.prints(svg: chart, as: [image], page: page, surroundings: surroundings)
    } catch {
      say(Phrases(language).notDrawn(view.rawValue, reason: error.description))
      throw Failure.answered(status: Failure.Status.defect)
    }
    for file in files { try write(file) }
  }

  private func difference(from before: CompiledModel, _ language: Language) throws -> Diagram {
    let after = try LoadedModel(with ?? "", knownBy: model.knownBy).compiled
    var question = ModelDifference.Question()
    // It is not in the picture.
    question.wantsAvailability = false
    return DifferenceView(
      ModelDifference(from: before, to: after, question), from: before, to: after,
      language: language, toolVersion: DepGraphVersion.current
    ).diagram
  }

  private func contracts(of compiled: CompiledModel, _ language: Language) throws -> Diagram {
    var question = ContractReview.Question()
    // Midnight is the moment only by which the day is told.
    question.at = at.map { Instant(secondsSinceEpoch: Double($0.daysSinceEpoch) * 86_400) }
    question.observed = try observed.map {
      try ScenarioReader().read($0, model: compiled.model).scenario
    }
    let subject: ContractsView.Subject =
      if let target = targets.first {
        if let user = compiled.vertex(of: target), compiled.component(user)?.isUser == true {
          .user(user)
        } else {
          .contract(try compiled.contract(target))
        }
      } else {
        .worst
      }
    return ContractsView(
      of: subject, ContractReview(question, in: compiled), in: compiled, language: language,
      toolVersion: DepGraphVersion.current
    ).diagram
  }
}
