import DepGraph
import Foundation
import Testing

/// The program in the README, compiled: the lines between the marks stand there letter for letter.
private func readmeProgram(print: (Any...) -> Void) throws {
  // begin
  let read = try ModelReader().read("models/nafin/nafin.yaml")
  let model = try CompiledModel(read.model)
  let seeds = try model.seeds(["software:time-component"])
  let blast = BlastRadius(.init(seeds), in: model)
  for hit in blast.down {
    print(model.name(of: hit.vertex, in: .english), hit.verdict.rawValue)
  }
  for untold in blast.cannotTell {
    print(model.name(of: untold.vertex, in: .english), "cannot tell:", untold.because)
  }
  let view = BlastView(blast, in: model, language: .english, toolVersion: "readme")
  print(DOTWriter(view.diagram).text)
  // end
}

@Suite struct ReadmeTests {
  @Test func theReadmeShowsTheProgramThatCompiles() throws {
    let own = try String(contentsOfFile: #filePath, encoding: .utf8)
    let readme = try String(
      contentsOf: SourceTree.root.appendingPathComponent("README.md"), encoding: .utf8)
    let body = own.split(separator: "\n").drop { $0 != "  // begin" }.dropFirst()
      .prefix { $0 != "  // end" }.map { $0.dropFirst(2) }.joined(separator: "\n")
    #expect(body.count > 400)
    #expect(readme.contains("```swift\nimport DepGraph\n\n\(body)\n```"))
    #expect(body.split(separator: "\n").count <= 15)
  }

  /// It reads a model by a path relative to the package, which is where tests run.
  @Test func theProgramInTheReadmeRuns() throws {
    var said: [String] = []
    try readmeProgram { items in said.append(items.map { "\($0)" }.joined(separator: " ")) }
    #expect(said.contains { $0.hasSuffix("certain") })
    #expect(said.contains { $0.contains("cannot tell:") })
    #expect(said.last?.hasPrefix("digraph") == true)
  }
}
