/// Makes models of fault trees in the Open-PSA Model Exchange Format.
///
/// A fault tree says what fails; a model says what is needed, which is the same read the other way
/// round: where one failure is enough, all are needed. Cut sets and probabilities stay the same.
///
/// ```swift
/// let imported = try FaultTreeImporter().read(["plant.xml"], options: ImportOptions())
/// ```
public struct FaultTreeImporter: Sendable {
  private let reader: OpenPSAReader

  /// Makes an importer.
  ///
  /// - Parameter missionTime: The time for which `system-mission-time` stands, in the unit of the
  ///   file's rates; a year in hours by default.
  public init(missionTime: Double = OpenPSAReader().missionTime) {
    reader = OpenPSAReader(missionTime: missionTime)
  }

  /// Reads fault trees.
  ///
  /// - Parameters:
  ///   - files: The files, of which one may define what another one uses.
  ///   - options: What is said of the source as a whole.
  /// - Returns: The model, and what became of what.
  /// - Throws: ``ReadError`` where a file cannot be read, has errors, or says that something fails
  ///   where something else does not.
  /// - Complexity: As ``OpenPSAReader/read(_:)``.
  public func read(_ files: [String], options: ImportOptions) throws(ReadError) -> ImportedModel {
    try model(of: reader.read(files), files, options)
  }

  /// Reads a fault tree from bytes.
  func read(
    bytes: [UInt8], named name: String, options: ImportOptions
  ) throws(ReadError) -> ImportedModel {
    try model(of: reader.read(bytes: bytes, named: name), [name], options)
  }

  private func model(
    of read: OpenPSAModel, _ files: [String], _ options: ImportOptions
  ) throws(ReadError) -> ImportedModel {
    let refused = Self.unsupported(in: read.texts)
    if !refused.isEmpty {
      throw .invalid(InvalidInput((refused + read.warnings).sortedByPlace(), texts: read.texts))
    }
    var meaning = FaultTreeMeaning(
      read.trees, options, ImportReport(format: "openpsa", files: files))
    meaning.read()
    let found = meaning.diagnostics + read.warnings
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: read.texts)) }
    return ImportedModel(model: meaning.model, report: meaning.report, warnings: found)
  }

  /// The operations by which something fails because something else does not: no list of needs says
  /// that.
  private static func unsupported(in texts: [String: String]) -> [Diagnostic] {
    let tags: Set = ["not", "xor", "nand", "nor", "iff", "imply", "cardinality"]
    var found: [Diagnostic] = []
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      var ignored: [Diagnostic] = []
      let input = InputFile(text: text, name: name, limit: MarkupFile.greatestSize)
      guard let file = MarkupFile(input, &ignored) else { continue }
      var markup = MarkupReader()
      markup.read(file, textTags: ["label"])
      let tree = markup.tree
      guard let root = tree.roots.first else { continue }
      let flawed = Array(tree.subtree(of: root)).filter { tags.contains(tree.tag($0)) }
      for (element, place) in zip(flawed, file.places(ofStartTags: flawed.map(\.index))) {
        found.append(
          Diagnostic(
            .unsupported,
            "`<\(tree.tag(element))>` makes something fail because something else works", at: place,
            hint: "a model of needs has `and`, `or` and `atleast`; `faulttree` computes the others")
        )
      }
    }
    return found
  }
}
