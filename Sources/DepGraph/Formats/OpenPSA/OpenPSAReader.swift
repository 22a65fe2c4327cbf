/// Reads fault trees in the Open-PSA Model Exchange Format, version 2.0d and 3.
///
/// What is read: fault trees with components, gates, house events, basic events, parameters and
/// common-cause groups. Event trees are left out, with a warning; what would change the meaning of a
/// fault tree and is not understood is an error. The guide `OpenPSA` lists both.
public struct OpenPSAReader: Sendable {
  /// The time for which `system-mission-time` stands, in the unit of the file's rates (hours as a
  /// rule).
  public let missionTime: Double

  /// Makes a reader.
  ///
  /// - Parameter missionTime: The time for which `system-mission-time` stands; a year in hours by
  ///   default.
  public init(missionTime: Double = 8760) { self.missionTime = missionTime }

  /// Reads a model from files, of which one may define what another one uses.
  ///
  /// - Parameter paths: The files' paths; diagnostics name them so.
  /// - Returns: The model.
  /// - Throws: ``ReadError`` where a file cannot be read or has errors.
  /// - Complexity: O(*n* log *n*) for *n* bytes, and as many events as common-cause groups unfold to.
  public func read(_ paths: [String]) throws(ReadError) -> OpenPSAModel {
    var files: [InputFile] = []
    for path in paths {
      files.append(try InputFile(path: path, name: path, limit: MarkupFile.greatestSize))
    }
    return try read(files)
  }

  /// Reads a model from a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The file's name for diagnostics.
  /// - Returns: The model.
  /// - Throws: ``ReadError/invalid(_:)`` where the text has errors.
  /// - Complexity: O(*n* log *n*) for *n* bytes, and as many events as common-cause groups unfold to.
  public func read(text: String, named name: String) throws(ReadError) -> OpenPSAModel {
    try read([InputFile(text: text, name: name, limit: MarkupFile.greatestSize)])
  }

  /// Reads a model from bytes.
  func read(bytes: [UInt8], named name: String) throws(ReadError) -> OpenPSAModel {
    try read([InputFile(bytes: bytes, name: name, limit: MarkupFile.greatestSize)])
  }

  private func read(_ inputs: [InputFile]) throws(ReadError) -> OpenPSAModel {
    var markup = MarkupReader()
    var texts: [String: String] = [:]
    var unreadable: [Diagnostic] = []
    for input in inputs {
      guard let file = MarkupFile(input, &unreadable) else { continue }
      texts[file.name] = file.text
      markup.read(file, textTags: ["label"])
    }
    unreadable += markup.diagnostics
    // Of a file that is no XML nothing is known, and what it may define would be missed elsewhere.
    if unreadable.hasErrors {
      throw .invalid(InvalidInput(unreadable.sortedByPlace(), texts: texts))
    }
    let session = OpenPSASession(markup.tree, missionTime: missionTime)
    let trees = session.read()
    let found = session.diagnostics.sortedByPlace()
    guard let trees, !found.hasErrors else {
      throw .invalid(InvalidInput(found, texts: texts))
    }
    return OpenPSAModel(
      trees: trees, digest: SHA256Digest.hexadecimal(of: inputs.flatMap(\.bytes)),
      warnings: found, texts: texts)
  }
}
