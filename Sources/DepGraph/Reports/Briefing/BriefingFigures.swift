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
    var figures: [Briefing.Figure] = []
    var files: [File] = []
    var remarks: [String] = []
    for (name, diagram) in diagrams {
      var svg: String?
      do throws(GraphvizError) {
        let printer = DiagramPrinter(renderer)
        for format in [ImageFormat.svg, .pdf, .png] {
          let print = try printer.print(diagram, as: format)
          files.append(File(name: "\(name).\(format.rawValue)", bytes: print.bytes))
          if format == .svg {
            svg = String(decoding: print.bytes, as: UTF8.self)
            if print.isTooSmall {
              remarks.append(phrases.smallType(name, points: print.smallestType))
            }
          }
        }
      } catch {
        remarks.append(phrases.notDrawn(name, reason: error.description))
      }
      figures.append(
        Briefing.Figure(
          name: name, caption: "\(diagram.headline). \(diagram.subtitle)", svg: svg,
          rows: diagram.table))
    }
    self.figures = figures
    self.files = files
    self.remarks = remarks
  }
}
