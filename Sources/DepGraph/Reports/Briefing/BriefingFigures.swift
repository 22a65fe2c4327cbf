import Foundation
import Synchronization

/// The pictures of a briefing: drawn in every format, each in processes of its own.
public struct BriefingFigures: Sendable {
  /// A file that was drawn.
  public struct File: Sendable {
    /// Its name, like `overview.svg`.
    public let name: String
    /// What is in it.
    public let bytes: [UInt8]
  }

  /// The figures for the page, in order.
  public let figures: [Briefing.Figure]
  /// The files, in order.
  public let files: [File]
  /// Remarks for who makes the briefing: pictures that failed, type that is small on paper.
  public let remarks: [String]

  /// Draws the overview and the blast radius.
  ///
  /// - Parameters:
  ///   - blast: What the failure does.
  ///   - compiled: The model.
  ///   - language: The language.
  ///   - renderer: Who draws; an isolated renderer should.
  /// - Complexity: Some ten renderings for each picture.
  public init(
    of blast: BlastRadius, in compiled: CompiledModel, language: Language,
    renderer: any DiagramRenderer
  ) {
    let version = DepGraphVersion.current
    let overview = OverviewView(
      of: compiled, options: .init(language: language, toolVersion: version))
    let view = BlastView(blast, in: compiled, language: language, toolVersion: version)
    let diagrams = [("overview", overview.diagram), ("blast", view.diagram)]
    let phrases = Phrases(language)
    let drawn = Mutex([Drawing?](repeating: nil, count: diagrams.count))
    // Each waits for renderer processes most of the time, so they may as well wait together.
    DispatchQueue.concurrentPerform(iterations: diagrams.count) { index in
      let (name, diagram) = diagrams[index]
      let drawing = Drawing(name, diagram, phrases, renderer)
      drawn.withLock { $0[index] = drawing }
    }
    let drawings = drawn.withLock { $0.compactMap(\.self) }
    figures = drawings.map(\.figure)
    files = drawings.flatMap(\.files)
    remarks = drawings.flatMap(\.remarks)
  }
}

/// One picture in every format.
private struct Drawing: Sendable {
  let figure: Briefing.Figure
  var files: [BriefingFigures.File] = []
  var remarks: [String] = []

  init(
    _ name: String, _ diagram: Diagram, _ phrases: Phrases, _ renderer: any DiagramRenderer
  ) {
    let formats = [ImageFormat.svg, .pdf, .png]
    var svg: String?
    do throws(GraphvizError) {
      let prints = try DiagramPrinter(renderer).prints(diagram, as: formats)
      for (format, print) in zip(formats, prints) {
        files.append(.init(name: "\(name).\(format.rawValue)", bytes: print.bytes))
        if format == .svg { svg = String(decoding: print.bytes, as: UTF8.self) }
      }
      if let print = prints.first {
        remarks += print.failures.map { phrases.drawnMoreSimply("\($0.error)") }
        if print.isTooSmall {
          remarks.append(phrases.smallType(name, points: print.smallestType))
        }
      }
    } catch {
      remarks.append(phrases.notDrawn(name, reason: error.description))
    }
    figure = Briefing.Figure(
      name: name, caption: "\(diagram.headline). \(diagram.subtitle)", svg: svg,
      rows: diagram.table)
  }
}
