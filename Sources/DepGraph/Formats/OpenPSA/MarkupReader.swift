/// Reads XML files into a tree.
struct MarkupReader {
  /// The elements read so far.
  private(set) var tree = MarkupTree()
  /// What was wrong with the files.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a file, and adds its elements to the tree if it is well-formed.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - textTags: The elements whose text has a meaning; white space alone may stand in others.
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func read(_ file: MarkupFile, textTags: Set<String>) {
    let builder = MarkupTreeBuilder(tree: tree, file: file, textTags: textTags)
    let stream = MarkupStream(file: file, title: "a fault tree", root: "opsa-mef")
    if let flaw = stream.read(into: builder) {
      diagnostics.append(flaw)
    } else {
      tree = builder.tree
    }
  }
}

/// Grows a tree by what the parser finds.
private final class MarkupTreeBuilder: MarkupHandler {
  private(set) var tree: MarkupTree
  private let textTags: Set<String>
  private var open: [MarkupTree.Element] = []
  private var text: String?

  init(tree: MarkupTree, file: MarkupFile, textTags: Set<String>) {
    self.tree = tree
    self.textTags = textTags
    self.tree.begin(file)
  }

  func start(_ tag: String, _ attributes: [String: String], depth: Int) -> MarkupFlaw? {
    open.append(tree.open(tag, attributes, isRoot: depth == 0))
    text = textTags.contains(tag) ? "" : nil
    return nil
  }

  func end(_ tag: String) -> MarkupFlaw? {
    guard let element = open.popLast() else { return nil }
    tree.close(element, text: text)
    text = nil
    return nil
  }

  func text(_ characters: String) -> MarkupFlaw? {
    if text != nil {
      text?.append(characters)
    } else if !characters.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      return MarkupFlaw(.badValue, "text stands where elements are expected")
    }
    return nil
  }
}
