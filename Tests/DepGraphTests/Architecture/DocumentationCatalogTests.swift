import Testing

/// The first page of the library's documentation names every public type under a topic.
@Suite struct DocumentationCatalogTests {
  private static let catalog = "Sources/DepGraph/DepGraph.docc/DepGraph.md"

  @Test func everyPublicTypeHasATopic() throws {
    let listed = Self.listed(in: try Fixture.text(Self.catalog))
    let types = SourceTree.swiftFiles(in: "Sources/DepGraph").flatMap { file in
      Self.publicTypes(in: file.text).map { (name: $0, path: file.path) }
    }
    // The compiler leaves it out of what it tells of the module, so that a link would lead nowhere.
    .filter { $0.name != "DepGraphVersion" }
    #expect(types.count > 300)
    for (name, path) in types {
      #expect(listed.contains(name), "\(name) (\(path)) stands under no topic of \(Self.catalog)")
    }
    let declared = Set(types.map(\.name))
    for name in listed { #expect(declared.contains(name), "there is no public type \(name)") }
    #expect(listed.count == Set(listed).count, "a type stands under two topics")
  }

  @Test func publicTypesAreFound() {
    let source = """
      public struct A: Sendable {
        public enum Inner {}
      }
      @safe public final class B {}
      struct C {}
      public func d() {}
      public extension E {}
      public indirect enum F<Value> {}
      public protocol G
      """
    #expect(Self.publicTypes(in: source) == ["A", "B", "F", "G"])
  }

  /// The types that the page lists, members of types left out.
  private static func listed(in page: String) -> [String] {
    page.split(separator: "\n").filter { $0.hasPrefix("- ``") && $0.hasSuffix("``") }
      .map { String($0.dropFirst(4).dropLast(2)) }.filter { !$0.contains("/") }
  }

  /// The public types that a file declares outside of others.
  private static func publicTypes(in text: String) -> [String] {
    let kinds: Set<Substring> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
    return text.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("public ") || line.hasPrefix("@") else { return nil }
      let words = line.split(separator: " ").drop { $0.hasPrefix("@") }
      guard words.first == "public" else { return nil }
      let rest = words.dropFirst().drop { $0 == "final" || $0 == "indirect" }
      guard let kind = rest.first, kinds.contains(kind), let name = rest.dropFirst().first else {
        return nil
      }
      return String(name.prefix { $0.isLetter || $0.isNumber })
    }
  }
}
