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
    // Nothing of a user's own that would make another document of the same text, and no links but
    // those of the page: an address in a name stays a text. The file is written by this program,
    // which leaves the goal of a link in the folder alone.
    process.arguments = [
      "--data-dir=/dev/null", "--from", "gfm-raw_html-autolink_bare_uris", "--to", "docx",
      "--output", "-", "briefing.md",
    ]
    process.environment = Self.environment(of: ProcessInfo.processInfo.environment)
    let document = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = document
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return phrases.pandocFailed(error.localizedDescription)
    }
    WorkWatch.shared.hasStarted(process.processIdentifier)
    defer { WorkWatch.shared.hasEnded(process.processIdentifier) }
    let bytes = document.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let status = process.terminationStatus
    guard status == 0 else { return phrases.pandocFailed("status \(status)") }
    try folder.write([UInt8](bytes), to: "briefing.docx")
    return nil
  }

  /// The program, where one of the folders of `PATH` has it.
  static var pandoc: String? {
    folders(of: ProcessInfo.processInfo.environment).map { "\($0)/pandoc" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// The folders of `PATH` that are named from the root: any other is whichever folder one happens to
  /// stand in, such as that of a model that somebody sent.
  private static func folders(of environment: [String: String]) -> [Substring] {
    environment["PATH", default: ""].split(separator: ":").filter { $0.hasPrefix("/") }
  }

  /// What the program gets of an environment.
  private static func environment(of own: [String: String]) -> [String: String] {
    var chosen = own.filter { $0.key == "TMPDIR" }
    chosen["PATH"] = folders(of: own).joined(separator: ":")
    chosen["LANG"] = "C.UTF-8"
    // The moment of writing is nothing to tell two documents apart by.
    chosen["SOURCE_DATE_EPOCH"] = own["SOURCE_DATE_EPOCH"] ?? "315532800"
    return chosen
  }
}
