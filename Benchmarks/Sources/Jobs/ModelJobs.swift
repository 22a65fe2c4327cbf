import DepGraph
import Foundation

/// The jobs on models as people write them: reading, compiling, asking and drawing `STEM.yaml`.
extension Jobs {
  /// Why a job on a model could not be done.
  struct Unmet: Error { let reason: String }

  /// Reading and judging.
  static func readingOfAModel(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    watch.lap()
    watch.lap()
    let read = try ModelReader().read(stem + ".yaml")
    watch.lap()
    return watch.measurement(
      ["components": read.model.components.count, "warnings": read.warnings.count],
      part: .computing)
  }

  /// Compiling what was read.
  static func compilingOfAModel(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let model = try ModelReader().read(stem + ".yaml").model
    watch.lap()
    watch.lap()
    let compiled = try CompiledModel(model)
    watch.lap()
    return watch.measurement(
      ["elements": compiled.table.count, "dependencies": compiled.dependencies.all.count],
      part: .computing)
  }

  /// The component that the most others name fails.
  static func blastOfTheWidestUsed(_ stem: String) throws -> Measurement {
    var (watch, compiled, widest) = try withWidestUsed(stem)
    let blast = BlastRadius(.init(try compiled.seeds([widest])), in: compiled)
    watch.lap()
    return watch.measurement(answer(blast), part: .computing)
  }

  /// The same, and the report on it for people.
  static func reportOfTheWidestUsed(_ stem: String) throws -> Measurement {
    var (watch, compiled, widest) = try withWidestUsed(stem)
    let blast = BlastRadius(.init(try compiled.seeds([widest])), in: compiled)
    let report = blast.report(in: compiled, language: .english)
    watch.lap()
    precondition(!report.blocks.isEmpty)
    return watch.measurement(answer(blast), part: .computing)
  }

  /// Everything about single points of failure: what `spof` answers.
  static func reviewOfSinglePoints(_ stem: String) throws -> Measurement {
    try asking(stem) { compiled in
      let review = SinglePointsReview(in: compiled)
      return [
        "targets": review.singlePoints.targets.count,
        "points": review.singlePoints.targets.reduce(0) { $0 + $1.points.count },
        "ranking": review.singlePoints.ranking.count,
        "robust": review.singlePoints.targets.count { $0.robustness.atLeast != 1 },
      ]
    }
  }

  /// The systems under every process and consumer: what `register` answers.
  static func registerOfUsers(_ stem: String) throws -> Measurement {
    try asking(stem) { ["rows": Register(of: $0).rows.count] }
  }

  /// The start from nothing, and the repair: what `coldstart` answers.
  static func startFromNothing(_ stem: String) throws -> Measurement {
    try asking(stem) { compiled in
      let start = ColdStart(in: compiled)
      return ["waves": start.order.count, "deadlocks": start.deadlocks.count]
    }
  }

  /// The two failures at once that take the most: what `worst` answers.
  static func worstPairs(_ stem: String) throws -> Measurement {
    try asking(stem) { compiled in
      let worst = WorstFailures(.init(order: 2, by: .users), in: compiled)
      return ["sets": worst.sets.count, "complete": worst.isComplete ? 1 : 0]
    }
  }

  /// How often every consumer and process is down: what `availability` answers.
  static func availabilityOfUsers(_ stem: String) throws -> Measurement {
    try asking(stem) { compiled in
      let answer = Availability(.init(), in: compiled)
      return [
        "targets": answer.targets.count, "bounded": answer.targets.count { $0.limit != nil },
        "least": answer.targets.count(where: \.isLeast),
      ]
    }
  }

  /// The change that takes the most single points away: what `harden` answers.
  static func bestChanges(_ stem: String) throws -> Measurement {
    try asking(stem) { compiled in
      ["changes": Hardening(.init(), in: compiled).changeCount]
    }
  }

  private static func asking(
    _ stem: String, _ question: (CompiledModel) throws -> [String: Int]
  ) throws -> Measurement {
    var watch = Stopwatch()
    let model = try ModelReader().read(stem + ".yaml").model
    watch.lap()
    let compiled = try CompiledModel(model)
    watch.lap()
    let answer = try question(compiled)
    watch.lap()
    return watch.measurement(answer, part: .computing)
  }

  /// One layout of a picture in this process, where Graphviz has drawn before.
  static func renderingInProcess(_ stem: String) throws -> Measurement {
    try rendering(stem, by: InProcessRenderer())
  }

  /// The same layout in a process of its own.
  static func renderingIsolated(_ stem: String) throws -> Measurement {
    try rendering(stem, by: try isolatedRenderer())
  }

  /// A picture fitted to its page, which takes several layouts, in this process.
  static func printingInProcess(_ stem: String) throws -> Measurement {
    try printing(stem, by: InProcessRenderer())
  }

  /// The same picture with each layout in a process of its own.
  static func printingIsolated(_ stem: String) throws -> Measurement {
    try printing(stem, by: try isolatedRenderer())
  }

  // MARK: - Parts of jobs

  private static func withWidestUsed(
    _ stem: String
  ) throws -> (watch: Stopwatch, compiled: CompiledModel, widest: String) {
    var watch = Stopwatch()
    let model = try ModelReader().read(stem + ".yaml").model
    watch.lap()
    let compiled = try CompiledModel(model)
    let users = compiled.componentVertices.map { compiled.dependencies.on($0).count }
    let most = users.indices.max { (users[$0], $1) < (users[$1], $0) }
    guard let most else { throw Unmet(reason: "the model has no components") }
    let widest = compiled.table.id(of: compiled.componentVertices[most])
    watch.lap()
    return (watch, compiled, widest)
  }

  private static func answer(_ blast: BlastRadius) -> [String: Int] {
    [
      "down": blast.down.count, "degraded": blast.degraded.count,
      "reduced": blast.reducedRedundancy.count, "cannot_tell": blast.cannotTell.count,
    ]
  }

  /// What the failure of the software that both core routers share does, as a picture.
  private static func diagram(_ stem: String, _ watch: inout Stopwatch) throws -> Diagram {
    let model = try ModelReader().read(stem + ".yaml").model
    watch.lap()
    let compiled = try CompiledModel(model)
    let blast = BlastRadius(.init(try compiled.seeds(["software:router-os-7"])), in: compiled)
    return BlastView(
      blast, in: compiled, language: .english, toolVersion: DepGraphVersion.current
    ).diagram
  }

  private static func rendering(
    _ stem: String, by renderer: some DiagramRenderer
  ) throws -> Measurement {
    var watch = Stopwatch()
    let diagram = try diagram(stem, &watch)
    // Fitting it to the page also loads all that Graphviz loads once in a process.
    let fitted = try DiagramPrinter(InProcessRenderer()).print(diagram, as: .svg)
    let job = RenderJob(dot: fitted.dot)
    watch.lap()
    let rendering = try renderer.render(job)
    watch.lap()
    return watch.measurement(["bytes": rendering.bytes.count], part: .computing)
  }

  private static func printing(
    _ stem: String, by renderer: some DiagramRenderer
  ) throws -> Measurement {
    var watch = Stopwatch()
    let diagram = try diagram(stem, &watch)
    _ = try InProcessRenderer().render(RenderJob(dot: DOTWriter(diagram).text))
    watch.lap()
    let picture = try DiagramPrinter(renderer).print(diagram, as: .svg)
    watch.lap()
    return watch.measurement(["bytes": picture.bytes.count], part: .computing)
  }

  private static func isolatedRenderer() throws -> IsolatedRenderer {
    guard let path = ProcessInfo.processInfo.environment["DEPGRAPH_EXECUTABLE"] else {
      throw Unmet(reason: "DEPGRAPH_EXECUTABLE names no depgraph command to draw with")
    }
    return IsolatedRenderer(executable: path)
  }
}
