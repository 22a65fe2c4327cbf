import Foundation
import Testing

@testable import DepGraph

/// Files that are no graphs, architectures or fault trees: each is answered, whatever it holds.
@Suite struct BrokenFileTests {
  /// A format with its corpus.
  enum Format: String, CaseIterable {
    case graphml, json, dot, archimate, openpsa

    func read(_ bytes: [UInt8], named name: String) throws(ReadError) -> ImportedModel {
      let input = InputFile(bytes: bytes, name: name, limit: MarkupFile.greatestSize)
      let options = ImportOptions()
      return switch self {
      case .graphml: try GraphMLReader().read(input, options: options)
      case .json: try NodeLinkReader().read(input, options: options)
      case .dot: try DOTGraphReader(by: RendererUnderTest.isolated).read(input, options: options)
      case .archimate: try ArchiMateReader().read(input, options: options)
      case .openpsa: try FaultTreeImporter().read(bytes: bytes, named: name, options: options)
      }
    }

    /// A good small file.
    var good: String {
      let folder = SourceTree.root.appending(path: "Tests/DepGraphTests/Fixtures")
      let name =
        switch self {
        case .graphml: "graphs/drawn.graphml"
        case .json: "graphs/ring.json"
        case .dot: "graphs/services.dot"
        case .archimate: "archimate/landscape-2.1.xml"
        case .openpsa: "aralia/chinese.xml"
        }
      return (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
    }
  }

  static let folder = SourceTree.root.appending(path: "Tests/DepGraphTests/Fixtures/broken")

  private func diagnostics(_ format: Format, _ bytes: [UInt8], _ name: String) -> [Diagnostic] {
    do {
      _ = try format.read(bytes, named: name)
      return []
    } catch {
      guard case .invalid(let input) = error else { return [] }
      return input.diagnostics
    }
  }

  @Test(arguments: Format.allCases) func everyOneOfTheCorpus(format: Format) throws {
    let folder = Self.folder.appending(path: format.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count >= 9)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      let errors = diagnostics(format, bytes, name).errors
      #expect(!errors.isEmpty, "\(format) \(name)")
      for error in errors {
        #expect(error.place != nil || error.id != nil, "\(format) \(name): \(error)")
      }
    }
  }

  @Test func knownMistakesAreNamedAndPlaced() throws {
    let wanted: [(Format, String, DiagnosticCode, Int)] = [
      (.graphml, "dangling.graphml", .unknownReference, 2),
      (.graphml, "twice.graphml", .duplicateID, 1),
      (.graphml, "entities.graphml", .entityDeclaration, 1),
      (.graphml, "deep.graphml", .tooDeep, 1),
      (.json, "nan.json", .notJSON, 1), (.json, "key-twice.json", .duplicateKey, 2),
      (.json, "deep.json", .tooDeep, 1), (.json, "dangling.json", .unknownReference, 2),
      (.dot, "wrong-arrow.dot", .notDOT, 3), (.archimate, "twice.xml", .duplicateID, 2),
      (.archimate, "dangling.xml", .unknownReference, 2),
      (.archimate, "junctions-unfold.xml", .tooLarge, 1), (.openpsa, "not.xml", .unsupported, 2),
    ]
    for (format, name, code, line) in wanted {
      let url = Self.folder.appending(path: "\(format.rawValue)/\(name)")
      let errors = diagnostics(format, [UInt8](try Data(contentsOf: url)), name).errors
      #expect(errors.first?.code == code, "\(name): \(errors)")
      #expect(errors.first?.place?.line == line, "\(name): \(errors)")
    }
    let url = Self.folder.appending(path: "graphml/dangling.graphml")
    let errors = diagnostics(.graphml, [UInt8](try Data(contentsOf: url)), "d").errors
    #expect(errors.first?.hint?.contains("`server`") == true)
  }

  @Test(arguments: [Format.graphml, .json, .archimate]) func everyBeginning(format: Format) {
    let bytes = Array(format.good.utf8)
    let last = bytes.lastIndex { $0 != UInt8(ascii: "\n") } ?? 0
    for end in bytes[..<last].indices {
      #expect(diagnostics(format, Array(bytes[..<end]), "a").hasErrors, "\(format): \(end) bytes")
    }
    #expect(!diagnostics(format, bytes, "a").hasErrors)
  }

  @Test func beginningsOfDOT() {
    let bytes = Array(Format.dot.good.utf8)
    // In steps, as each is read by another process.
    for end in stride(from: 0, to: bytes.count, by: 23) {
      let found = diagnostics(.dot, Array(bytes[..<end]), "a")
      #expect(found.allSatisfy { $0.place != nil }, "\(end) bytes")
    }
  }

  @Test(arguments: Format.allCases) func changedBytes(format: Format) {
    let bytes = Array(format.good.utf8)
    let count = format == .dot ? 40 : 300
    for seed in 0..<count {
      var random = SeededGenerator(seed: seed)
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: changed.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: changed[place] = UInt8.random(in: 0...255, using: &random)
        case 1: changed.remove(at: place)
        default: changed.insert(contentsOf: changed[place...].prefix(9), at: place)
        }
      }
      // Read or refused: what is refused says where.
      let errors = diagnostics(format, changed, "a").errors
      #expect(errors.allSatisfy { $0.place != nil || $0.id != nil }, "\(format) seed \(seed)")
    }
  }
}
