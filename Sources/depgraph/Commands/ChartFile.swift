import ArgumentParser
import DepGraph

/// A file that a chart is written into: as SVG, or by the ending of its name as PDF or PNG.
struct ChartFile: ExpressibleByArgument {
  let path: String
  private let format: ImageFormat

  /// Takes any name but one that promises another form.
  init?(argument: String) {
    let others = ["jpg", "jpeg", "gif", "webp", "eps", "ps"]
    let ending = argument.split(separator: ".").last.map { $0.lowercased() }
    if argument.contains("."), let ending, others.contains(ending) { return nil }
    path = argument
    format = (argument.contains(".") ? ending : nil).flatMap(ImageFormat.init(rawValue:)) ?? .svg
  }

  static var allValueStrings: [String] { [] }
  static let completion = CompletionKind.file(extensions: ["svg", "pdf", "png"])

  /// Writes a chart: a PDF is a page of A4 and a PNG a slide, with marking and source.
  func write(
    _ chart: String, of compiled: CompiledModel, _ language: Language, banner: String
  ) throws(Failure) {
    guard format != .svg else {
      return try OutputOptions.write(ChartBanner.marked(chart, with: banner), into: path)
    }
    let printer = ChartPrinter(IsolatedRenderer(executable: IsolatedRenderer.runningExecutable))
    var surroundings = ChartPrinter.Surroundings(
      of: compiled, language: language, toolVersion: DepGraphVersion.current)
    surroundings.banner = banner
    let files: [[UInt8]]
    do throws(GraphvizError) {
      files = try printer.prints(
        svg: chart, as: [format], page: format == .pdf ? .a4 : .wide, surroundings: surroundings)
    } catch {
      let said = Phrases(language).notDrawn(path, reason: error.description)
      StandardStreams.say(said)
      throw Failure.answered(status: Failure.Status.defect)
    }
    for file in files { try ResultFile(path: path).write(file) }
  }
}
