import Foundation
import Synchronization

/// The pictures of a briefing: drawn in every format, each in processes of its own.
public struct BriefingFigures: Sendable {
  /// A file of a briefing.
  public struct File: Sendable {
    /// Its name, like `overview.svg`, with the folder in the briefing's where it has one.
    public let name: String
    /// What is in it.
    public let bytes: [UInt8]

    /// Makes one.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The figures for the page, in order.
  public let figures: [Briefing.Figure]
  /// The files, in order.
  public let files: [File]
  /// Remarks for who makes the briefing: pictures that failed, type that is small on paper.
  public let remarks: [String]

  /// Draws what answers can be seen.
  ///
  /// - Parameters:
  ///   - answers: The answers.
  ///   - language: The language.
  ///   - renderer: Who draws; an isolated renderer should.
  ///   - threads: How many pictures are drawn at a time; nil: as many as there are processors.
  /// - Complexity: Some ten renderings for each picture, several pictures at a time.
  public init(
    of answers: BriefingAnswers, language: Language, renderer: any DiagramRenderer,
    threads: Int? = nil
  ) {
    let sketches = BriefingSketches(answers, language).all
    let phrases = Phrases(language)
    let surroundings = ChartPrinter.Surroundings(
      of: answers.compiled, language: language, toolVersion: DepGraphVersion.current)
    let drawn = Mutex([Drawing?](repeating: nil, count: sketches.count))
    // Each waits for renderer processes most of the time, so they may as well wait together.
    SeveralAtOnce(threads: threads).run(sketches.count) { index in
      let drawing = Drawing(sketches[index], phrases, renderer, surroundings)
      drawn.withLock { $0[index] = drawing }
    }
    let drawings = drawn.withLock { $0.compactMap(\.self) }
    figures = drawings.compactMap(\.figure)
    files = drawings.flatMap(\.files)
    remarks = drawings.flatMap(\.remarks)
  }
}

/// One picture in every format.
private struct Drawing: Sendable {
  private(set) var figure: Briefing.Figure?
  private(set) var files: [BriefingFigures.File] = []
  private(set) var remarks: [String] = []

  init(
    _ sketch: BriefingSketches.Sketch, _ phrases: Phrases, _ renderer: any DiagramRenderer,
    _ surroundings: ChartPrinter.Surroundings
  ) {
    switch sketch.content {
    case .diagram(let make):
      if let diagram = make() { draw(diagram, sketch.name, phrases, renderer) }
    case .chart(let make): draw(make(), sketch.name, phrases, renderer, surroundings)
    }
  }

  /// A chart as it is, on a page of A4, and on a slide.
  private mutating func draw(
    _ svg: String, _ name: String, _ phrases: Phrases, _ renderer: any DiagramRenderer,
    _ surroundings: ChartPrinter.Surroundings
  ) {
    let marked = ChartBanner.marked(svg, with: surroundings.banner)
    files = [.init(name: "\(name).svg", bytes: Array(marked.utf8))]
    // The page around it has the marking already.
    figure = Briefing.Figure(
      name: name, caption: phrases.chartCaption(name), svg: svg, rows: [], isWide: false)
    let pages: [(format: ImageFormat, shape: PageShape)] = [(.pdf, .a4), (.png, .wide)]
    do throws(GraphvizError) {
      for page in pages {
        let prints = try ChartPrinter(renderer).prints(
          svg: svg, as: [page.format], page: page.shape, surroundings: surroundings)
        files += prints.map { .init(name: "\(name).\(page.format.rawValue)", bytes: $0) }
      }
    } catch {
      remarks.append(phrases.notDrawn(name, reason: error.description))
    }
  }

  private mutating func draw(
    _ diagram: Diagram, _ name: String, _ phrases: Phrases, _ renderer: any DiagramRenderer
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
