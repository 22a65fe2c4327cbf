import DepGraph
import Foundation

/// Makes a document for text processors of Markdown, where pandoc is installed.
struct DocumentWriter {
  private let folder: ResultFolder
  private let phrases: Phrases

  /// Writes into a folder that has the pictures.
  init(_ folder: ResultFolder, _ language: Language) {
    self.folder = folder
    phrases = Phrases(language)
  }

  /// Writes `briefing.md`, and `briefing.docx` beside it where that can be made.
  ///
  /// - Parameter markdown: The text, with pictures by their names in the folder.
  /// - Returns: Why there is no document; nil: there is one.
  /// - Throws: `Failure.unwritable` where the text cannot be written.
  func write(_ markdown: String) throws(Failure) -> String? {
    try folder.write(Array(markdown.utf8), to: "briefing.md")
    guard let pandoc = Self.pandoc else { return phrases.noPandoc }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: pandoc)
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.arguments = [
      "--from", "gfm-raw_html", "--to", "docx", "--output", "briefing.docx", "briefing.md",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return phrases.pandocFailed(error.localizedDescription)
    }
    process.waitUntilExit()
    let status = process.terminationStatus
    return status == 0 ? nil : phrases.pandocFailed("status \(status)")
  }

  /// The program, where one of the folders of `PATH` has it.
  static var pandoc: String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/pandoc" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }
}
