import Foundation
import Testing

@testable import DepGraph

/// The explorer's script answers as the library does, whatever the model and whatever fails.
///
/// Run where a JavaScript engine is at hand; everywhere else `Tests/Browser` holds it, in a browser.
@Suite struct ExplorerLawTests {
  private static let node = ["/usr/bin/node", "/usr/local/bin/node"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: node != nil)) func theScriptAnswersAsTheLibraryDoes() throws {
    var cases: [JSONValue] = []
    for seed in 0..<(soaking ? 3_000 : 300) {
      let model = RandomModel.make(seed: seed, withHoldups: seed % 2 == 1)
      guard let compiled = try? CompiledModel(model) else { continue }
      var random = SeededGenerator(seed: seed ^ 0xE8)
      let questions = try (0..<4).map { _ in
        try Self.question(in: compiled, &random)
      }
      cases.append([
        "seed": .integer(seed), "model": ExplorerData(compiled).json,
        "questions": .array(questions),
      ])
    }
    try #require(cases.count > 200)
    #expect(try Self.run(cases) == "compared\n")
  }

  private static func question(
    in compiled: CompiledModel, _ random: inout SeededGenerator
  ) throws -> JSONValue {
    let seeds = compiled.table.ids.filter { _ in random.chance(0.2) }
    let hours = [nil, nil, 0, 1, 3, 8, 26][Int.random(in: 0..<7, using: &random)]
    let blast = BlastRadius(
      .init(try compiled.seeds(seeds), after: hours.map(TimeSpan.hours)), in: compiled)
    return [
      "seeds": .texts(seeds), "after": .number(hours.map { Double($0) * 3_600 }),
      "answer": blast.json(in: compiled),
    ]
  }

  /// Runs the comparison and returns what it prints.
  private static func run(_ cases: [JSONValue]) throws -> String {
    let folder = try TemporaryFolder()
    let data = try folder.write("cases.json", Array(JSONValue.array(cases).scriptText.utf8))
    let script = try folder.write(
      "compare.js", Array((ExplorerScript.engine + comparison).utf8))
    let run = try CommandRun(shell: "'\(node ?? "")' '\(script)' '\(data)'")
    return run.output + run.errors
  }

  private static let comparison = """

    const cases = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));
    for (const { seed, model: data, questions } of cases) {
      const model = new Model(data);
      const id = (vertex) => model.ids[vertex];
      const hit = (one, more) => ({
        id: id(one.vertex), ...(one.after === null ? {} : { after: one.after }),
        verdict: one.verdict, atLeast: gradeKeys[one.atLeast], ...more });
      const doubtful = (one) => hit(one, { couldBeDown: one.because?.() ?? [] });
      for (const { seeds, after, answer } of questions) {
        const blast = blastRadius(model, model.question(seeds, after));
        answer.down.forEach((one) => delete one.felt);
        answer.claimedIndependent.forEach((one) => delete one.sources);
        const found = {
          failed: blast.failed.map(id), down: blast.down.map((one) => hit(one)),
          degraded: blast.degraded.map(doubtful), reducedRedundancy: blast.reduced.map(doubtful),
          cannotTell: blast.cannotTell.map((one) => ({ id: id(one.vertex), because: one.because() })),
          claimedIndependent: blast.claims.map((one) => ({
            id: id(one.vertex), of: id(one.of), covers: one.covers })),
          later: blast.later.map((one) => ({
            id: id(one.vertex), after: one.after, verdict: one.verdict })),
          holding: blast.holding.map(id), notReached: blast.notReached.map(id) };
        for (const key of Object.keys(found)) {
          const [script, library] = [found[key], answer[key]].map((one) => JSON.stringify(one));
          if (script !== library) {
            console.log(`seed ${seed}, ${seeds} after ${after}: ${key}: ${script}, not ${library}`);
          }
        }
        const why = new Explanations(blast.worst, blast.failed);
        for (const one of blast.down) {
          if (why.because(one.vertex).length === 0) {
            console.log(`seed ${seed}, ${seeds}: nothing explains ${id(one.vertex)}`);
          }
        }
      }
    }
    console.log("compared");
    """
}
