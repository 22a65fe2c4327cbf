import DepGraph
import Testing

/// A model written in a test, compiled, with questions in ids.
struct TestModel {
  let compiled: CompiledModel

  /// Reads and compiles a model.
  ///
  /// - Parameters:
  ///   - components: The entries under `components:`, indented by two.
  ///   - extra: Whole lines before them.
  /// - Throws: What is wrong with the text.
  init(_ components: String, extra: String = "") throws {
    let text = "depgraph: 1\nbasis: fictional\n\(extra)components:\n\(components)\n"
    compiled = try CompiledModel(ModelReader().read(text: text, named: "test.yaml").model)
  }

  func blast(
    _ seeds: String..., after: TimeSpan? = nil, since: Instant? = nil
  ) throws
    -> BlastRadius
  {
    BlastRadius(.init(try compiled.seeds(seeds), after: after, since: since), in: compiled)
  }

  func ids(_ hits: [BlastRadius.Hit]) -> [String] { hits.map { compiled.table.id(of: $0.vertex) } }

  func vertex(_ id: String) throws -> VertexID { try #require(compiled.vertex(of: id)) }

  func why(_ target: String, _ seeds: String...) throws -> Why {
    Why(try vertex(target), after: try compiled.seeds(seeds), in: compiled)
  }

  /// A chain of causes as `a ← b ← (c, d)`.
  func text(_ cause: Why.Cause) -> String {
    let id = compiled.table.id(of: cause.vertex)
    switch cause.because.count {
    case 0: return id
    case 1: return "\(id) ← \(text(cause.because[0]))"
    default: return "\(id) ← (\(cause.because.map(text).joined(separator: ", ")))"
    }
  }
}
