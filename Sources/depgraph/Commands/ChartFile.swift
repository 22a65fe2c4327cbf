import ArgumentParser

/// A file that a chart is written into, as SVG.
struct ChartFile: ExpressibleByArgument {
  let path: String

  /// Takes any name but one that promises another form.
  init?(argument: String) {
    let others = ["png", "pdf", "jpg", "jpeg", "gif", "webp", "eps", "ps"]
    let ending = argument.split(separator: ".").last.map { $0.lowercased() }
    if argument.contains("."), let ending, others.contains(ending) { return nil }
    path = argument
  }

  static var allValueStrings: [String] { [] }
}
