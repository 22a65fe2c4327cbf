import DepGraph
import Foundation

/// Runs one job of the benchmark harness on one data set and prints one line of JSON; or makes one.
///
///     depgraph-jobs generate data/layered_1000000 1000000
///     depgraph-jobs prop1 data/layered_1000000
///     echo 27 31 | depgraph-jobs failed data/layered_1000000
///     depgraph-jobs generate-model data/model_10000 10000
///     depgraph-jobs read data/model_10000
@main
struct Jobs {
  static let all: [String: @Sendable (String) async throws -> Measurement] = [
    "availability": availabilityOfUsers,
    "blast": blastOfTheWidestUsed,
    "blast1": blastRadiusOfTheHub,
    "closure": blastRadiusOfEach,
    "coldstart": startFromNothing,
    "compile": compilingOfAModel,
    "diagram": diagramOfAFaultTree,
    "dom": dominatorTree,
    "econn": edgeConnectivity,
    "explain1": explanationsOfTheHub,
    "faulttree": solutionOfAFaultTree,
    "harden": bestChanges,
    "flow": flowBetweenSets,
    "loadrg": loading,
    "paths1": pathsThroughANetwork,
    "print-inprocess": printingInProcess,
    "print-isolated": printingIsolated,
    "prop1": failureOfTheHub,
    "propall": failureOfEachAlone,
    "propall-counters": failureOfEachAloneByCounters,
    "propall-tasks": failureOfEachAloneInTwoTasks,
    "propset": failureOfAHundredth,
    "read": readingOfAModel,
    "register": registerOfUsers,
    "render-inprocess": renderingInProcess,
    "render-isolated": renderingIsolated,
    "report": reportOfTheWidestUsed,
    "review": reviewOfSinglePoints,
    "scc": strongComponents,
    "spof": articulationPointsAndBridges,
    "times1": timesAfterTheHub,
    "topo": topologicalOrder,
    "worst": worstPairs,
  ]

  static func main() async throws {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[1] == "generate", let count = Int(arguments[3]) {
      var services = LayeredServices(memberCount: count, seed: 1)
      try services.write(memberCount: count, stem: arguments[2])
      return
    }
    if arguments.count == 4, arguments[1] == "generate-model", let count = Int(arguments[3]) {
      var model = SyntheticModel(componentCount: count, seed: 1)
      try Data(model.yaml().utf8).write(to: URL(filePath: arguments[2] + ".yaml"))
      return
    }
    if arguments.count == 3, arguments[1] == "failed" {
      try writeFailures(arguments[2])
      return
    }
    guard arguments.count == 3, let job = all[arguments[1]] else {
      print("usage: depgraph-jobs \(all.keys.sorted().joined(separator: "|")) STEM")
      print("   or: depgraph-jobs failed STEM < LINES-OF-SEEDS")
      print("   or: depgraph-jobs generate STEM MEMBERS")
      print("   or: depgraph-jobs generate-model STEM COMPONENTS")
      exit(64)
    }
    print(try await job(arguments[2]).json)
  }

  // MARK: - Jobs

  /// Reading requirement groups and building the graph.
  static func loading(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let groups = try RequirementGroups(stem: stem)
    watch.lap()
    let graph = groups.thresholdGraph()
    watch.lap()
    precondition(graph.vertexCount >= groups.vertexCount)
    return watch.measurement(
      ["groups": groups.heads.count, "members": groups.members.count], part: .readingAndBuilding)
  }

  /// The vertex that is written most often as a member fails.
  static func failureOfTheHub(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let groups = try RequirementGroups(stem: stem)
    watch.lap()
    let propagator = FailurePropagator(groups.thresholdGraph())
    let hub = mostFrequent(of: groups.members, below: groups.vertexCount)
    watch.lap()
    propagator.fail([hub])
    let failed = propagator.failed.count { $0.index < groups.vertexCount }
    watch.lap()
    return watch.measurement(["node": hub.index, "failed": failed], part: .computing)
  }

  /// About every hundredth vertex fails, all together.
  static func failureOfAHundredth(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let groups = try RequirementGroups(stem: stem)
    watch.lap()
    let propagator = FailurePropagator(groups.thresholdGraph())
    let chosen = (0..<groups.vertexCount).filter { SplitMix64.mix(UInt64($0)) % 100 < 1 }
    let seeds = chosen.map { VertexID($0) }
    watch.lap()
    propagator.fail(seeds)
    let failed = propagator.failed.count { $0.index < groups.vertexCount }
    watch.lap()
    return watch.measurement(["initial": seeds.count, "failed": failed], part: .computing)
  }

  /// When everything fails that fails with the hub.
  static func timesAfterTheHub(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let groups = try RequirementGroups(stem: stem)
    watch.lap()
    let graph = groups.thresholdGraph()
    let hub = mostFrequent(of: groups.members, below: groups.vertexCount)
    watch.lap()
    let times = graph.failureTimes(from: CollectionOfOne((hub, 0)))
    let failed = times.order.count { $0.index < groups.vertexCount }
    watch.lap()
    return watch.measurement(["node": hub.index, "failed": failed], part: .computing)
  }

  /// Why everything fails that fails with the hub.
  static func explanationsOfTheHub(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let groups = try RequirementGroups(stem: stem)
    watch.lap()
    let graph = groups.thresholdGraph()
    let hub = mostFrequent(of: groups.members, below: groups.vertexCount)
    watch.lap()
    let explanations = graph.explanations(from: [hub]) { $0.index < groups.vertexCount }
    var deepest = 0
    for index in 0..<groups.vertexCount {
      deepest = max(deepest, explanations.depth(of: VertexID(index)) ?? 0)
    }
    watch.lap()
    return watch.measurement(["node": hub.index, "depth": deepest], part: .computing)
  }

  /// The best connected node of a network fails, where a thousand nodes have a path to another.
  static func pathsThroughANetwork(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let edges = try ArcList(stem: stem)
    let hub = mostFrequent(of: edges.targets, below: edges.vertexCount)
    watch.lap()
    let propagator = FailurePropagator(edges.network(pathCount: 1000))
    watch.lap()
    let failed = propagator.fail([hub])
    watch.lap()
    return watch.measurement(["node": hub.index, "failed": failed], part: .computing)
  }

  /// All that needs the hub of a directed graph, in any number of steps.
  static func blastRadiusOfTheHub(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let arcs = try ArcList(stem: stem)
    let hub = mostFrequent(of: arcs.targets, below: arcs.vertexCount)
    watch.lap()
    let propagator = FailurePropagator(arcs.thresholdGraph())
    watch.lap()
    let reached = propagator.fail([hub])
    watch.lap()
    return watch.measurement(["reach": reached], part: .computing)
  }

  // MARK: - Choices that the peers make alike

  private static func mostFrequent(of vertices: [VertexID], below vertexCount: Int) -> VertexID {
    var counts = [UInt32](repeating: 0, count: vertexCount)
    for vertex in vertices { counts[vertex.index] += 1 }
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return VertexID(best)
  }
}
