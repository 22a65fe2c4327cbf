import DepGraph
import Foundation

/// Finds files that are named without a path: near the model, or where the command was installed.
struct NamedFile {
  /// The model's root file.
  let model: String

  /// The file of a name in a folder such as `rules`; a path is taken as it is.
  func path(of name: String, in kind: String) -> String {
    guard !name.contains("/"), !name.contains(".") else { return name }
    var folder = URL(fileURLWithPath: model).standardizedFileURL.deletingLastPathComponent()
    while true {
      let file = folder.appendingPathComponent("\(kind)/\(name).yaml").path
      if FileFingerprint.isRegular(file) { return file }
      let above = folder.deletingLastPathComponent().standardizedFileURL
      if above.path == folder.path || folder.path == "/" { break }
      folder = above
    }
    return Self.shipped("\(kind)/\(name).yaml") ?? name
  }

  /// A file that comes with the command: beside it where it was installed; where it was built, in the
  /// project's folder `models`.
  private static func shipped(_ file: String) -> String? {
    var folder = URL(fileURLWithPath: IsolatedRenderer.runningExecutable)
      .resolvingSymlinksInPath().deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent()
      .appendingPathComponent("share/depgraph/\(file)").path
    if FileManager.default.fileExists(atPath: installed) { return installed }
    while folder.path != "/" {
      let built = folder.appendingPathComponent("models/\(file)").path
      if FileManager.default.fileExists(atPath: built) { return built }
      let above = folder.deletingLastPathComponent().standardizedFileURL
      if above.path == folder.path { break }
      folder = above
    }
    return nil
  }
}

/// The statutory clocks asked for.
struct ClockFiles {
  private let files: NamedFile

  init(near model: String) { files = NamedFile(model: model) }

  /// Reads them; nil: none are asked for.
  func overview(of asked: EscalateArguments, since: Instant) throws -> DutyOverview? {
    guard !asked.clocks.isEmpty else { return nil }
    let sets = try asked.clocks.map {
      try DutyClockReader().read(files.path(of: $0, in: "clocks"))
    }
    return DutyOverview(sets, from: asked.aware ?? since, isGiven: asked.aware != nil)
  }
}
