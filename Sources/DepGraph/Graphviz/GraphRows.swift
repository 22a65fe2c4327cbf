/// What a text in the DOT language says: nodes, edges and subgraphs with their attributes.
///
/// The library walks a graph in C and writes rows, one a line: a letter, then fields, each a length, a
/// colon and bytes. `G` is the graph, `N` a node, `E` an edge with its place, `S` a subgraph with its
/// members `M`, which ends with `Z`; `A` and `H` are attributes of what stands before them, `H`
/// HTML-like ones.
public struct GraphRows: Hashable, Sendable {
  /// A named value.
  public struct Attribute: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its value, as the library keeps it: escapes of labels are still in it.
    public let value: String
    /// Whether the value is written in the library's HTML.
    public let isHTML: Bool
  }

  /// A node.
  public struct Node: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its attributes that are not empty.
    public fileprivate(set) var attributes: [Attribute] = []
  }

  /// An edge.
  public struct Edge: Hashable, Sendable {
    /// The name of the node that it is written from.
    public let tail: String
    /// The name of the node that it is written to.
    public let head: String
    /// Its attributes that are not empty.
    public fileprivate(set) var attributes: [Attribute] = []
  }

  /// A part of the graph.
  public struct Subgraph: Hashable, Sendable {
    /// Its name; the library makes one up where there is none.
    public let name: String
    /// The subgraph that it lies in, which stands before it.
    public let parent: Int?
    /// Its attributes that are not empty.
    public fileprivate(set) var attributes: [Attribute] = []
    /// The names of the nodes in it, those of inner subgraphs too.
    public fileprivate(set) var members: [String] = []
  }

  /// Its name.
  public private(set) var name = ""
  /// Whether its edges have a direction.
  public private(set) var isDirected = true
  /// Whether it has at most one edge between two nodes.
  public private(set) var isStrict = false
  /// The attributes of the graph.
  public private(set) var attributes: [Attribute] = []
  /// The nodes, in the order in which they are first named.
  public private(set) var nodes: [Node] = []
  /// The edges, in the order written.
  public private(set) var edges: [Edge] = []
  /// The subgraphs.
  public private(set) var subgraphs: [Subgraph] = []
  /// What the library remarked.
  public private(set) var warnings: [String]

  /// What an attribute belongs to.
  private enum Owner { case graph, node, edge, subgraph }

  /// Reads rows; nil where they are none.
  ///
  /// - Complexity: O(*n* log *n*) for *n* bytes.
  init?(_ bytes: [UInt8], warnings: [String]) {
    self.warnings = warnings
    var reader = RowReader(bytes)
    var owner = Owner.graph
    var open: [Int] = []
    var places: [Int] = []
    var hasGraph = false
    while let row = reader.next() {
      switch (row.letter, row.fields.count) {
      case ("G", 3) where !hasGraph:
        hasGraph = true
        (name, isDirected, isStrict) = (row.fields[0], row.fields[1] == "1", row.fields[2] == "1")
      case ("N", 1):
        nodes.append(Node(name: row.fields[0]))
        owner = .node
      case ("E", 3):
        guard let place = Int(row.fields[2]) else { return nil }
        places.append(place)
        edges.append(Edge(tail: row.fields[0], head: row.fields[1]))
        owner = .edge
      case ("S", 1):
        subgraphs.append(Subgraph(name: row.fields[0], parent: open.last))
        open.append(subgraphs.count - 1)
        owner = .subgraph
      case ("M", 1):
        guard let here = open.last else { return nil }
        subgraphs[here].members.append(row.fields[0])
      case ("Z", 0):
        guard open.popLast() != nil else { return nil }
      case ("A", 2), ("H", 2):
        let attribute = Attribute(
          name: row.fields[0], value: row.fields[1], isHTML: row.letter == "H")
        switch owner {
        case .graph: attributes.append(attribute)
        case .node: nodes[nodes.count - 1].attributes.append(attribute)
        case .edge: edges[edges.count - 1].attributes.append(attribute)
        case .subgraph:
          guard let here = open.last else { return nil }
          subgraphs[here].attributes.append(attribute)
        }
      default: return nil
      }
    }
    guard reader.isAtEnd, hasGraph, open.isEmpty else { return nil }
    // The library goes by nodes.
    let byNode = edges
    edges = byNode.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { byNode[$0] }
  }
}

/// Takes rows from bytes.
private struct RowReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  /// The next row; nil at the end and for what is none.
  mutating func next() -> (letter: Character, fields: [String])? {
    guard place < bytes.count else { return nil }
    let start = place
    let letter = Character(Unicode.Scalar(bytes[place]))
    place += 1
    var fields: [String] = []
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      guard let field = field() else {
        place = start
        return nil
      }
      fields.append(field)
    }
    guard place < bytes.count else {
      place = start
      return nil
    }
    place += 1
    return (letter, fields)
  }

  private mutating func field() -> String? {
    var length = 0
    while place < bytes.count, (0x30...0x39).contains(bytes[place]), length <= bytes.count {
      length = length * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    guard place < bytes.count, bytes[place] == UInt8(ascii: ":"),
      length <= bytes.count - place - 1
    else { return nil }
    let end = place + 1 + length
    defer { place = end }
    return String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
  }
}
