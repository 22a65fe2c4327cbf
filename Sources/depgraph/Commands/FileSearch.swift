import DepGraph
import Foundation

/// Looks for the files that a result was made of, by name and by digest.
struct FileSearch {
  /// How deep below a folder is looked.
  private static let deepest = 5
  /// The most files that are looked at, and the most folders.
  private static let mostFiles = 20_000
  private static let mostFolders = 2_000

  /// The files by their names, the nearest first.
  private let found: [String: [String]]

  /// Looks beside a result, in a folder, and in the current folder and below.
  init(beside result: String, in folder: String?) {
    let beside = URL(fileURLWithPath: result).standardizedFileURL.deletingLastPathComponent().path
    var found: [String: [String]] = [:]
    var seen: Set<String> = []
    let here = FileManager.default.currentDirectoryPath
    for root in [folder, beside, here].compactMap(\.self) {
      for path in Self.files(below: root) where seen.insert(path).inserted {
        found[FileFingerprint.name(of: path), default: []].append(path)
      }
    }
    self.found = found
  }

  /// The files of a folder and below, those nearer first; hidden folders are left out.
  private static func files(below root: String) -> [String] {
    var files: [String] = []
    var folderCount = 0
    var level = [URL(fileURLWithPath: root).standardizedFileURL]
    for _ in 0...deepest {
      var next: [URL] = []
      for folder in level where files.count < mostFiles && folderCount < mostFolders {
        folderCount += 1
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names.sorted() where !name.hasPrefix(".") {
          let url = folder.appendingPathComponent(name)
          var isFolder: ObjCBool = false
          guard unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
          else { continue }
          if isFolder.boolValue {
            next.append(url)
          } else if FileFingerprint.isRegular(url.path) {
            files.append(url.path)
          }
        }
      }
      level = next
    }
    return files
  }

  /// The root file of the model that a question is about; empty for a question about none.
  ///
  /// - Throws: `InvalidInput` where none is found.
  func model(for question: ResultQuestion, named path: String?) throws -> String {
    if let path { return path }
    guard question.isAboutModel else { return "" }
    let named = question.modelFile.map { found[$0] ?? [] } ?? []
    let digest = question.modelDigest
    if let same = named.first(where: { Self.modelDigest(of: $0) == digest }) { return same }
    let models = found.keys.sorted().filter { name in
      [".yaml", ".yml"].contains(where: name.hasSuffix)
    }.flatMap { found[$0] ?? [] }
    if let digest, let same = models.first(where: { Self.modelDigest(of: $0) == digest }) {
      return same
    }
    // One of that name that was changed since: that is told with the answer.
    if let other = named.first { return other }
    throw Self.missing(question.modelFile ?? "the model", digest)
  }

  /// The paths of the other files, by option.
  ///
  /// - Throws: `InvalidInput` where one is not found.
  func inputs(of question: ResultQuestion) throws -> [String: [String]] {
    var paths: [String: [String]] = [:]
    for input in question.inputs {
      let named = found[input.file] ?? []
      let isModel = ["with", "against-model"].contains(input.option)
      let same = named.first { path in
        (isModel ? Self.modelDigest(of: path) : FileFingerprint(of: path).digest) == input.digest
      }
      guard let path = same ?? named.first else { throw Self.missing(input.file, input.digest) }
      paths[input.option, default: []].append(path)
    }
    return paths
  }

  private static func modelDigest(of path: String) -> String? {
    try? ModelReader().read(path).model.digest
  }

  private static func missing(_ name: String, _ digest: String?) -> InvalidInput {
    InvalidInput([
      Diagnostic(
        .badValue,
        "cannot find \(name)\(digest.map { " (sha256 \($0.prefix(12)))" } ?? "")", id: name,
        hint: "name the model after the result, or the folder of the files with --in")
    ])
  }
}
