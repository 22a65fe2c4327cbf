@testable import DepGraph

extension FuzzTarget {
  /// What this program wrote itself, and somebody may have changed since.
  static let messages = [
    FuzzTarget("result", readResult),
    FuzzTarget("image", readImage),
    FuzzTarget("renderer") { bytes in
      _ = RendererRequest(bytes)
      _ = RendererAnswer.isWhole(bytes)
      _ = RendererAnswer(bytes)
      return nil
    },
    FuzzTarget("svg", finishSVG),
  ]

  /// The envelope of an answer, as `reproduce` takes it.
  @Sendable private static func readResult(_ bytes: [UInt8]) -> String? {
    guard let value = try? JSONReader.value(of: bytes) else { return nil }
    let text = value.jsonText
    guard let again = try? JSONReader.value(of: Array(text.utf8)), again.jsonText == text else {
      return "does not come back from \(text)"
    }
    guard let question = ResultQuestion(value) else { return nil }
    let arguments = question.arguments.list(model: "m.yaml") { _, _, name in name }
    _ = question.arguments.line(model: "m.yaml")
    guard arguments.first == question.command else { return "asks \(arguments)" }
    return nil
  }

  /// A kept image of a compiled model, with changes to what stands behind its checksum, which no
  /// mutation would hit.
  @Sendable private static func readImage(_ bytes: [UInt8]) -> String? {
    let mark = Array("DepGraph image 1".utf8)
    let body = Patches(bytes).applied(to: plainImage, from: mark.count + 8)
    var image = mark
    unsafe withUnsafeBytes(of: ImageChecksum.sum(of: body, from: mark.count + 8)) {
      unsafe image.append(contentsOf: $0)
    }
    image += body[image.count...]
    let read = CompiledModel.read(image: image, key: "k") { ModelReader().readPart(text: $0) }
    guard let compiled = read?.compiled else { return nil }
    for vertex in compiled.componentVertices.prefix(4) {
      _ = BlastRadius(.init(Seeds([vertex])), in: compiled)
    }
    return nil
  }

  private static let plainImage: [UInt8] = {
    // A container gives plain needs, which an image keeps in columns.
    let read = try? FuzzFile.holding(plainContainer) { try ModelContainer().read($0) }
    guard let model = read?.model,
      let compiled = try? CompiledModel(model),
      let image = compiled.image(
        key: "k", remarks: [Diagnostic(.nameMissing, "`a` has no name", at: nil, id: "a")],
        words: { ModelWriter().yaml(of: $0) })
    else { fatalError("the model of the image is none") }
    return image
  }()

  private static let diagram = Diagram(
    language: .dutch, direction: .right, headline: "Kop & \"staart\" <b>", subtitle: "s",
    banner: "b", sourceLine: "bron", notes: [], legend: [], bands: [],
    shapes: [
      .init(members: ["a"], name: "A < B", title: ["A"], facts: [], glyph: nil, role: .down),
      .init(members: ["b"], name: "B", title: ["B"], facts: [], glyph: nil, role: .down),
    ], lines: [.init(from: 0, to: 1, role: .spreads)])

  /// What Graphviz wrote, on its way into a page.
  @Sendable private static func finishSVG(_ bytes: [UInt8]) -> String? {
    let finished = FinishedSVG(bytes, of: diagram, prefix: "p-")
    let text = text(finished.bytes)
    let low = text.lowercased()
    for word in ["<script", "<!doctype", "<!entity", "<foreignobject", "<image", "<use", "<style"]
    where low.contains(word) {
      return "lets `\(word)` through"
    }
    return PlainMarkup(text).flaw
  }
}
