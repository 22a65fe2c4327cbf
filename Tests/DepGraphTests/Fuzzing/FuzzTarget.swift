import DepGraph

/// A part of the program that takes what somebody else wrote, to be run on any bytes whatever.
///
/// The fuzzer of `Fuzzing/` and the tests compile these same files: what crashed there once is
/// replayed here in every run of the tests.
struct FuzzTarget: Sendable {
  /// What it is called: the name of its folders in `Fuzzing/Corpus` and `Fuzzing/Crashes`.
  let name: String
  /// Runs it on bytes.
  ///
  /// What is answered is what is wrong with what it did, nil if nothing is; a trap is wrong by itself.
  let run: @Sendable ([UInt8]) -> String?

  init(_ name: String, _ run: @escaping @Sendable ([UInt8]) -> String?) {
    self.name = name
    self.run = run
  }

  /// Every target, in the order in which they are run.
  static let all = ownFiles + tables + graphs + messages + answers

  /// The target of a name.
  static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }

  // MARK: - Judging

  /// Runs something that may refuse what it is given: with a mistake that it names, and in no other
  /// way.
  static func flaw(_ body: () throws -> String?) -> String? {
    do {
      return try body()
    } catch ReadError.invalid(let input) {
      return flaw(in: input)
    } catch let input as InvalidInput {
      return flaw(in: input)
    } catch {
      return "fails with \(error)"
    }
  }

  private static func flaw(in input: InvalidInput) -> String? {
    input.diagnostics.contains { $0.severity == .error } ? nil : "is refused, and no error says why"
  }

  /// What is wrong with a model that was read: errors that were let through, or words in which it does
  /// not come back.
  static func flaw(in model: Model, warnings: [Diagnostic]) -> String? {
    if let error = warnings.first(where: { $0.severity == .error }) {
      return "is read in spite of \(error.code): \(error.message)"
    }
    // Sectors of its own stand in a file of their own, which a text cannot name.
    guard model.sectors == .builtIn else { return nil }
    let text = ModelWriter().yaml(of: model)
    do {
      let again = try ModelReader().read(text: text, named: "again.yaml").model
      let isSame = ModelWriter().yaml(of: again) == text
      return isSame ? nil : "is written in another way the second time:\n\(text)"
    } catch ReadError.invalid(let input) {
      let first = input.diagnostics.first { $0.severity == .error }
      return "is written in words that are refused, \(first?.message ?? "?"):\n\(text)"
    } catch {
      return "fails with \(error)"
    }
  }

  // MARK: - Several files in one input

  /// The files that bytes stand for: each begins at a line `=== NAME`; without one, all is one file.
  static func files(
    in bytes: [UInt8], named name: String
  ) -> [(name: String, bytes: [UInt8])] {
    let mark = Array("=== ".utf8)
    var files: [(name: String, bytes: [UInt8])] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: mark), files.count < 8 {
        files.append((String(decoding: line.dropFirst(mark.count), as: UTF8.self), []))
      } else {
        if files.isEmpty { files.append((name, [])) }
        files[files.count - 1].bytes += line + [UInt8(ascii: "\n")]
      }
    }
    // The line break that splitting added to the last line.
    if let last = files.indices.last, !files[last].bytes.isEmpty { files[last].bytes.removeLast() }
    return files
  }

  /// The text of bytes, what is no UTF-8 replaced.
  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
