import Testing

/// Files and functions stay small, and public algorithms say what they cost.
@Suite struct SizeTests {
  /// Files over 400 lines that are accepted, with their number of lines: may shrink, not grow.
  static let largeFiles: [String: Int] = [:]
  /// Functions over 50 lines that are accepted, with their number of lines.
  static let largeFunctions: [String: Int] = [:]

  @Test func filesHaveAtMost400Lines() {
    for (path, text) in SourceTree.swiftFiles(in: "Sources") {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= Self.largeFiles[path] ?? 400, "\(path) has \(lines) lines")
    }
  }

  @Test func functionsHaveAtMost50Lines() {
    for (path, text) in SourceTree.swiftFiles(in: "Sources") {
      for function in Function.all(in: text) {
        let limit = Self.largeFunctions["\(path) \(function.name)"] ?? 50
        #expect(
          function.lines <= limit, "\(path): \(function.name) has \(function.lines) lines")
      }
    }
  }

  @Test func publicAlgorithmsStateTheirComplexity() {
    for room in ["Graph", "Algorithms", "Propagation", "Logic", "Compilation", "Analyses"] {
      for (path, text) in SourceTree.swiftFiles(in: "Sources/DepGraph/\(room)") {
        // A body of a few lines, or without a loop, is no algorithm.
        for function in Function.all(in: text)
        where function.isPublic && function.lines > 8 && function.hasLoop {
          #expect(
            function.documentation.contains("- Complexity:"),
            "\(path): \(function.name) does not say what it costs")
        }
      }
    }
  }

  @Test func theLookAtFunctionsSeesThem() {
    let text = """
      /// Does it.
      ///
      /// - Complexity: O(1).
      public func first(
        a: Int
      ) -> Int {
        a
      }
        private init(b: Int) {
        }
      """
    let found = Function.all(in: text)
    #expect(found.map(\.name) == ["first", "init"])
    #expect(found.map(\.lines) == [5, 2])
    #expect(found.map(\.isPublic) == [true, false])
    #expect(found[0].documentation.contains("- Complexity:"))
  }
}

/// A function or initialiser found in formatted source text: its end is the first line that closes
/// at the indentation of its beginning.
struct Function {
  let name: String
  let lines: Int
  let isPublic: Bool
  let hasLoop: Bool
  let documentation: String

  static func all(in text: String) -> [Function] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.indices.compactMap { start in
      let head = lines[start].split { $0 == " " || $0 == "(" || $0 == "<" || $0 == "?" }
      let modifiers = head.prefix { $0 != "func" && $0 != "init" }
      guard modifiers.count < head.count, modifiers.allSatisfy(isModifier) else { return nil }
      let indentation = lines[start].prefix { $0 == " " }
      guard
        let end = lines[start...].firstIndex(where: {
          ($0 == indentation + "}")
            || ($0.hasPrefix(indentation + "  ") == false && $0.hasSuffix("}"))
        })
      else { return nil }
      let isInit = head[modifiers.count] == "init"
      let name = isInit ? "init" : String(head[modifiers.count + 1])
      let isPublic = modifiers.contains("public")
      let comment = lines[..<start].reversed().prefix {
        $0.drop { $0 == " " }.hasPrefix("///") || $0.drop { $0 == " " }.hasPrefix("@")
      }
      let words = Set(lines[start...end].flatMap { $0.split { !$0.isLetter } })
      let hasLoop = !words.isDisjoint(with: ["for", "while", "map", "filter", "sorted", "reduce"])
      return Function(
        name: name, lines: end - start + 1, isPublic: isPublic, hasLoop: hasLoop,
        documentation: comment.joined(separator: "\n"))
    }
  }

  private static func isModifier(_ word: Substring) -> Bool {
    [
      "public", "private", "fileprivate", "internal", "package", "static", "mutating", "consuming",
      "borrowing", "override", "nonisolated", "convenience", "final", "required",
    ].contains(word) || word.hasPrefix("@")
  }
}
