/// Reads XML files into a tree.
struct MarkupReader {
  /// What a file is, and the element that it begins with, for messages.
  var subject = (name: "a fault tree", root: "opsa-mef")
  /// Whether text may stand in any element, and is kept.
  var keepsAllText = false
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
    let builder = MarkupTreeBuilder(
      tree: tree, file: file, textTags: textTags, keepsAllText: keepsAllText)
    let stream = MarkupStream(file: file, title: subject.name, root: subject.root)
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
  private let keepsAllText: Bool
  private var open: [(element: MarkupTree.Element, text: String?)] = []

  init(tree: MarkupTree, file: MarkupFile, textTags: Set<String>, keepsAllText: Bool) {
    self.tree = tree
    self.textTags = textTags
    self.keepsAllText = keepsAllText
    self.tree.begin(file)
  }

  func start(_ tag: String, _ attributes: [String: String], depth: Int) -> MarkupFlaw? {
    let holdsText = keepsAllText || textTags.contains(tag)
    open.append((tree.open(tag, attributes, isRoot: depth == 0), holdsText ? "" : nil))
    return nil
  }

  func end(_ tag: String) -> MarkupFlaw? {
    guard let last = open.popLast() else { return nil }
    let isBlank = keepsAllText && last.text?.allSatisfy(\.isWhitespace) == true
    tree.close(last.element, text: isBlank ? nil : last.text)
    return nil
  }

  func text(_ characters: String) -> MarkupFlaw? {
    if open.last?.text != nil {
      open[open.count - 1].text?.append(characters)
    } else if !characters.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      return MarkupFlaw(.badValue, "text stands where elements are expected")
    }
    return nil
  }
}
