import ArgumentParser
import DepGraph

/// A file that a diagram is drawn into, in the form that its name ends in.
struct PictureFile {
  private let path: String
  private let format: RenderCommand.Format

  /// Takes a name.
  ///
  /// - Throws: `ValidationError` where no picture is called so.
  init(_ path: String) throws {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    guard let format = RenderCommand.Format(rawValue: ending) else {
      throw ValidationError("no picture is called .\(ending); use svg, pdf, png or dot")
    }
    self.path = path
    self.format = format
  }

  /// Draws a diagram, and says on standard error what a reader of it should know.
  ///
  /// - Parameters:
  ///   - diagram: What to draw.
  ///   - view: What it is called.
  ///   - language: The language of what is said.
  /// - Throws: `Failure` where it cannot be drawn or written.
  func draw(_ diagram: Diagram, named view: String, _ language: Language) throws(Failure) {
    guard let image = ImageFormat(rawValue: format.rawValue) else {
      return try ResultFile(path: path).write(Array(DOTWriter(diagram).text.utf8))
    }
    let phrases = Phrases(language)
    let print: DiagramPrinter.Print
    do throws(GraphvizError) {
      let printer = DiagramPrinter(
        IsolatedRenderer(executable: IsolatedRenderer.runningExecutable))
      print = try printer.print(diagram, as: image, pixelWidth: 1_920)
    } catch {
      say(phrases.notDrawn(view, reason: error.description))
      throw .answered(status: Failure.Status.defect)
    }
    for failure in print.failures { say(phrases.drawnMoreSimply("\(failure.error)")) }
    for note in diagram.notes { say(note) }
    if print.isTooSmall { say(phrases.smallType(view, points: print.smallestType)) }
    try ResultFile(path: path).write(print.bytes)
  }

  private func say(_ text: String) {
    StandardStreams.say(text)
  }
}
