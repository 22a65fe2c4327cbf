import Foundation
import Synchronization

/// The pictures of an explorer, each in both languages, drawn several at a time.
public struct ExplorerFigures: Sendable {
  /// A picture in one language.
  public struct Drawing: Sendable {
    /// The language.
    public let language: Language
    /// The picture, its ids unlike those of others; nil: it could not be drawn.
    public let svg: String?
    /// What is drawn.
    public let diagram: Diagram
  }

  /// A view of the model.
  public struct Figure: Sendable {
    /// The name of the view.
    public let name: String
    /// It in each language.
    public let drawings: [Drawing]
  }

  /// The most bytes of a picture; one that takes more stands in the page as a table.
  static let mostBytes = 150_000

  /// The figures, in order.
  public let figures: [Figure]
  /// Remarks for who makes the page: pictures that failed.
  public let remarks: [String]

  /// Draws what the model has data for.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - renderer: Who draws; an isolated renderer should.
  ///   - language: The language of the remarks.
  ///   - threads: How many pictures are drawn at a time; nil: as many as there are processors.
  /// - Complexity: Some ten renderings for each picture and language.
  public init(
    of compiled: CompiledModel, renderer: any DiagramRenderer, language: Language,
    threads: Int? = nil
  ) {
    let sketches = ExplorerViews(compiled).sketches
    let jobs = sketches.flatMap { sketch in
      Language.allCases.map { (name: sketch.name, language: $0, diagram: sketch.diagram($0)) }
    }
    let phrases = Phrases(language)
    let drawn = Mutex([(Drawing, remark: String?)?](repeating: nil, count: jobs.count))
    // Each waits for renderer processes most of the time, so they may as well wait together.
    SeveralAtOnce(threads: threads).run(jobs.count) { index in
      let job = jobs[index]
      var (svg, remark): (String?, String?) = (nil, nil)
      do throws(GraphvizError) {
        let print = try DiagramPrinter(renderer).print(job.diagram, as: .svg)
        let text = String(decoding: print.bytes, as: UTF8.self)
        // Inside a page no declaration may stand before the element.
        // Nobody can read one so full, and the file has to stay small enough to be handed on.
        if text.utf8.count > Self.mostBytes {
          remark = phrases.tooFullToShow(job.name)
        } else {
          svg = text.range(of: "<svg").map { String(text[$0.lowerBound...]) }
        }
      } catch {
        remark = phrases.notDrawn(job.name, reason: error.description)
      }
      let drawing = Drawing(language: job.language, svg: svg, diagram: job.diagram)
      drawn.withLock { $0[index] = (drawing, remark) }
    }
    let all = drawn.withLock { $0.compactMap(\.self) }
    figures = sketches.enumerated().map { place, sketch in
      let count = Language.allCases.count
      return Figure(
        name: sketch.name, drawings: all[place * count..<(place + 1) * count].map(\.0))
    }
    remarks = all.compactMap(\.remark)
  }
}

extension ExplorerFigures.Figure {
  /// The figure as the explorer's script takes it: what each shape stands for, and where it could
  /// not be drawn the same content as rows.
  func data(in compiled: CompiledModel) -> JSONValue {
    let drawings = drawings.map { drawing in
      JSONValue.Member(
        drawing.language.rawValue,
        .array(
          drawing.diagram.shapes.map { shape in
            .array(shape.members.map { Self.member($0, compiled) })
          }))
    }
    let rows = self.drawings.filter { $0.svg == nil }.map { drawing in
      let columns = Phrases(drawing.language).explorerFigureColumns
      return JSONValue.Member(
        drawing.language.rawValue,
        .array(([columns] + drawing.diagram.table).map { JSONValue.texts($0) }))
    }
    return [
      "name": .string(name),
      "title": .texts([Language.dutch, .english].map { Phrases($0).explorerView(name) }),
      "shapes": .object(drawings), "rows": .object(rows),
    ]
  }

  /// An element by number, anything else as the selector of a group.
  private static func member(_ id: String, _ compiled: CompiledModel) -> JSONValue {
    if let vertex = compiled.vertex(of: id) { return .integer(vertex.index) }
    if compiled.model.contracts.contains(where: { $0.id == id }) {
      return .string("contract:\(id)")
    }
    return .string("supplier:\(id)")
  }
}
