import Foundation
import Testing

/// Imports and exports of graphs as a person runs them.
@Suite struct ExchangeCommandTests {
  private static let model =
    SourceTree.root.appending(path: "models/voorbeeld/voorbeeld.yaml").path
  private static let fixtures =
    SourceTree.root.appending(path: "Tests/DepGraphTests/Fixtures").path

  @Test(arguments: ["graphml", "dot", "json"]) func thereAndBack(format: String) throws {
    let line = """
      cd "$(mktemp -d)" && depgraph export \(format) '\(Self.model)' -o a.\(format) 2> said \
      && depgraph import \(format) a.\(format) -o b.yaml > report \
      && depgraph export \(format) b.yaml -o b.\(format) 2> again \
      && cmp a.\(format) b.\(format) && grep -c contract said && cat again
      """
    let run = try CommandRun(shell: line, environment: ["LANG": "en_US.UTF-8"])
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(!run.output.contains("cannot hold"), "\(run.output)")
  }

  @Test(arguments: [
    ("graphml", "graphml/dangling.graphml"), ("json", "json/nan.json"), ("dot", "dot/deep.dot"),
    ("archimate", "archimate/native.xml"), ("openpsa", "openpsa/not.xml"),
  ])
  func nothingIsWrittenOfWhatIsBroken(format: String, file: String) throws {
    let line = """
      cd "$(mktemp -d)" && echo before > out.yaml; \
      depgraph import \(format) '\(Self.fixtures)/broken/\(file)' -o out.yaml; \
      status=$?; cat out.yaml; exit $status
      """
    let run = try CommandRun(shell: line)
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.output == "before\n")
    #expect(run.errors.contains("\(file):"), "\(run.errors)")
  }

  @Test func aFlowchartThatIsTooLargeIsRefused() throws {
    let run = try CommandRun("export", "mermaid", Self.model, "--max-nodes", "3")
    #expect(run.status == 75)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("--focus"))
  }

  @Test func aMapOfAFailure() throws {
    let run = try CommandRun("export", "geojson", Self.model, "--after", "4h")
    #expect(run.status == 64, "\(run.errors)")
    let map = try CommandRun("export", "geojson", Self.model, "--lang", "en")
    #expect(map.status == 0, "\(map.errors)")
    #expect(map.output.hasPrefix("{\n  \"type\": \"FeatureCollection\""))
  }
}
