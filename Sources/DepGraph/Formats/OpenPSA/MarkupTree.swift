/// The elements of XML files, in the order of their start tags.
///
/// All are in flat arrays: a fault tree has elements by the million, and each is looked at once or
/// twice.
struct MarkupTree {
  /// An element: the number of its start tag, over all files.
  struct Element: Hashable, Sendable {
    let index: Int
  }

  /// An attribute with its value.
  struct Attribute {
    let name: String
    let value: String
  }

  /// A file that was read, and the number of its first element.
  struct Document {
    let file: MarkupFile
    let first: Int
  }

  /// The files, in the order read.
  private(set) var documents: [Document] = []
  /// The outermost element of each file.
  private(set) var roots: [Element] = []
  /// The tag names met, and for each element the place of its own in them.
  private var tagNames: [String] = []
  private var tagNumbers: [String: UInt16] = [:]
  private var tags: [UInt16] = []
  /// For each element, the number of the first start tag after its end.
  private var ends: [UInt32] = []
  private var attributeStarts: [UInt32] = []
  private var allAttributes: [Attribute] = []
  /// The text in an element, where text has a meaning.
  private var texts: [Int: String] = [:]

  // MARK: - Questions

  /// The name in an element's tags.
  func tag(_ element: Element) -> String { tagNames[Int(tags[element.index])] }

  /// The attributes, in the order of their names.
  func attributes(of element: Element) -> ArraySlice<Attribute> {
    let end =
      element.index + 1 < attributeStarts.count
      ? Int(attributeStarts[element.index + 1]) : allAttributes.count
    return allAttributes[Int(attributeStarts[element.index])..<end]
  }

  /// The value of an attribute.
  func attribute(_ name: String, of element: Element) -> String? {
    attributes(of: element).first { $0.name == name }?.value
  }

  /// The text in an element of a kind that holds text.
  func text(of element: Element) -> String? { texts[element.index] }

  /// The elements directly in an element.
  func children(of element: Element) -> Children {
    Children(tree: self, place: element.index + 1, end: Int(ends[element.index]))
  }

  /// An element with all in it.
  func subtree(of element: Element) -> some Sequence<Element> {
    (element.index..<Int(ends[element.index])).lazy.map(Element.init)
  }

  /// The elements directly in another.
  struct Children: Sequence, IteratorProtocol {
    fileprivate let tree: MarkupTree
    fileprivate var place: Int
    fileprivate let end: Int

    mutating func next() -> Element? {
      guard place < end else { return nil }
      defer { place = Int(tree.ends[place]) }
      return Element(index: place)
    }
  }

  // MARK: - Creation

  /// Begins a file.
  mutating func begin(_ file: MarkupFile) {
    documents.append(Document(file: file, first: tags.count))
  }

  /// Adds an element, which is open.
  mutating func open(_ tag: String, _ attributes: [String: String], isRoot: Bool) -> Element {
    let element = Element(index: tags.count)
    if isRoot { roots.append(element) }
    tags.append(number(of: tag))
    ends.append(0)
    attributeStarts.append(UInt32(allAttributes.count))
    switch attributes.count {
    case 0: break
    case 1:
      for (name, value) in attributes { allAttributes.append(.init(name: name, value: value)) }
    default:
      for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
        allAttributes.append(.init(name: name, value: value))
      }
    }
    return element
  }

  /// Ends an element.
  mutating func close(_ element: Element, text: String?) {
    ends[element.index] = UInt32(tags.count)
    if let text { texts[element.index] = text }
  }

  private mutating func number(of tag: String) -> UInt16 {
    if let known = tagNumbers[tag] { return known }
    // Names without end are no fault tree; those beyond the last number are all unknown alike.
    guard tagNames.count < UInt16.max else { return UInt16(tagNames.count - 1) }
    tagNames.append(tag)
    tagNumbers[tag] = UInt16(tagNames.count - 1)
    return UInt16(tagNames.count - 1)
  }
}
