/// Which pictures show the answers of a briefing: about six diagrams, and charts.
struct BriefingSketches {
  /// A picture that can be drawn.
  struct Sketch: Sendable {
    /// How it is made.
    enum Content: Sendable {
      /// A diagram; nil: there is nothing to draw after all.
      case diagram(@Sendable () -> Diagram?)
      /// A chart of our own.
      case chart(@Sendable () -> String)
    }

    /// The name of its files.
    let name: String
    /// How it is made.
    let content: Content
  }

  private let answers: BriefingAnswers
  private let language: Language

  init(_ answers: BriefingAnswers, _ language: Language) {
    self.answers = answers
    self.language = language
  }

  private var found: BriefingAnalyses { answers.found }

  /// The pictures in the order of the page.
  ///
  /// - Complexity: O(*s*) for *s* scenarios.
  var all: [Sketch] { diagrams + charts }

  private var diagrams: [Sketch] {
    let (compiled, language) = (answers.compiled, language)
    let version = DepGraphVersion.current
    var sketches: [Sketch] = []
    let add = { (name: String, make: @escaping @Sendable () -> Diagram?) in
      sketches.append(Sketch(name: name, content: .diagram(make)))
    }
    add("overview") {
      OverviewView(of: compiled, options: .init(language: language, toolVersion: version)).diagram
    }
    if let blast = found.blast, !blast.failed.isEmpty {
      add("blast") {
        BlastView(blast, in: compiled, language: language, toolVersion: version).diagram
      }
    }
    if let review = found.singlePoints, !review.singlePoints.ranking.isEmpty {
      add("spof") {
        SinglePointsView(review, in: compiled, language: language, toolVersion: version).diagram
      }
    }
    if let review = found.contracts, !review.checks.isEmpty {
      add("contracts") {
        ContractsView(review, in: compiled, language: language, toolVersion: version).diagram
      }
    }
    if let suppliers = found.suppliers?.concentration, !suppliers.suppliers.isEmpty {
      add("suppliers") {
        SuppliersView(suppliers, in: compiled, language: language, toolVersion: version).diagram
      }
    }
    return sketches + shapes
  }

  /// The network and the restart deadlock where there are any; where there is neither, cut sets.
  private var shapes: [Sketch] {
    let (compiled, language) = (answers.compiled, language)
    let version = DepGraphVersion.current
    var sketches: [Sketch] = []
    let add = { (name: String, make: @escaping @Sendable () -> Diagram?) in
      sketches.append(Sketch(name: name, content: .diagram(make)))
    }
    let hasNetwork = !compiled.networks.networks.isEmpty
    if hasNetwork {
      add("network") { [blast = found.blast] in
        try? NetworkView(
          of: nil, after: blast, in: compiled, language: language, toolVersion: version
        ).diagram
      }
    }
    let start = found.coldStart.flatMap { $0.deadlocks.isEmpty ? nil : $0 }
    if let start {
      add("coldstart") {
        ColdStartView(start, in: compiled, language: language, toolVersion: version).diagram
      }
    }
    if !hasNetwork, start == nil, let cuts = found.cutSets, !cuts.sets.isEmpty {
      add("cutsets") {
        CutSetsView(cuts, in: compiled, language: language, toolVersion: version).diagram
      }
    }
    return sketches
  }

  private var charts: [Sketch] {
    let (compiled, language) = (answers.compiled, language)
    let banner = PictureBanner.line(
      ProposedMarking(ofAll: compiled.model), of: compiled.model, language: language)
    var sketches: [Sketch] = []
    if let plan = found.restoration?[.classThenSlack],
      plan.repairs.contains(where: { $0.ends != nil })
    {
      sketches = [
        Sketch(
          name: "recovery",
          content: .chart {
            ChartBanner.marked(
              plan.recoveryChart(in: compiled, language: language).svg(idPrefix: "recovery-"),
              with: banner)
          }),
        Sketch(
          name: "repairs",
          content: .chart {
            ChartBanner.marked(
              plan.ganttChart(in: compiled, language: language).svg(idPrefix: "repairs-"),
              with: banner)
          }),
      ]
    }
    for (place, (read, run)) in zip(answers.question.scenarios, found.runs).enumerated() {
      guard let run, !run.outages.isEmpty else { continue }
      sketches.append(
        Sketch(
          name: "exercise-\(answers.fileName(read.stem))",
          content: .chart {
            ChartBanner.marked(
              run.gantt(in: compiled, language: language).svg(idPrefix: "exercise\(place)-"),
              with: banner)
          }))
    }
    return sketches
  }
}
