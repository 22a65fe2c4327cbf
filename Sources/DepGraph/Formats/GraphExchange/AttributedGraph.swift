/// A graph as formats for graphs hold it: nodes and edges with attributes, nodes within nodes.
///
/// What is read from and written to such a format goes through this value, so that what the
/// attributes mean is written once for all of them.
struct AttributedGraph: Hashable {
  /// A named value of the graph, a node or an edge.
  struct Attribute: Hashable {
    /// What a value is, for formats that tell.
    enum Kind: Hashable {
      case text, number, flag
    }

    /// Its name.
    let name: String
    /// Its value as text.
    let value: String
    /// What the value is.
    let kind: Kind

    /// Makes it.
    init(_ name: String, _ value: String, _ kind: Kind = .text) {
      self.name = name
      self.value = value
      self.kind = kind
    }
  }

  /// A node, or a group of nodes.
  struct Node: Hashable {
    /// Its id, unique in the graph.
    let id: String
    /// Its attributes, in order; no name stands twice.
    var attributes: [Attribute] = []
    /// The node that it lies in.
    var parent: Int?
    /// Whether others lie in it.
    var isGroup = false
    /// Whether it is nothing but a frame around others, such as a cluster of a drawing.
    var isFrame = false
    /// Where it is written.
    var place: SourcePlace?
  }

  /// An edge between two nodes.
  struct Edge: Hashable {
    /// The node that it leaves.
    let source: Int
    /// The node that it leads to.
    let target: Int
    /// Whether it leads one way.
    var isDirected = true
    /// Its id, if it has one.
    var id: String?
    /// Its attributes, in order; no name stands twice.
    var attributes: [Attribute] = []
    /// Where it is written.
    var place: SourcePlace?
  }

  /// Its name, if it has one.
  var name: String?
  /// Its attributes, in order.
  var attributes: [Attribute] = []
  /// The nodes.
  var nodes: [Node] = []
  /// The edges, each apart where several join the same two nodes.
  var edges: [Edge] = []
}

extension [AttributedGraph.Attribute] {
  /// The value of a name.
  ///
  /// - Complexity: O(*n*) for *n* attributes.
  subscript(name: String) -> String? { first { $0.name == name }?.value }

  /// The first value, not blank, of one of several names in any case, the first name first.
  func value(ofAny names: [String]) -> String? {
    for name in names {
      let found = first { $0.name.lowercased() == name && !$0.value.allSatisfy(\.isWhitespace) }
      if let found { return found.value }
    }
    return nil
  }
}

/// What whoever imports a graph says of the meaning of its nodes and edges.
public struct GraphImportOptions: Hashable, Sendable {
  /// Where arrows lead.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// From who depends to what is needed.
    case needs
    /// From what fails to who is hit.
    case spreads
  }

  /// Where arrows lead; nil: the file says it, or it is guessed.
  public var direction: Direction?
  /// The kind of nodes of which the file names none.
  public var kind: ComponentKind?
  /// The attribute of nodes that ids are made from; nil: the node's own id.
  public var idAttribute: String?
  /// The attribute of nodes and edges that is their name; nil: the usual ones.
  public var nameAttribute: String?

  /// Makes options that say nothing.
  public init() {}
}

/// A text that a model was written as, with what that format could not hold.
public struct GraphExport: Hashable, Sendable {
  /// Something that is in the model and not in the text.
  public struct Omission: Hashable, Sendable {
    /// What it is, in the plural.
    public let subject: LocalizedText
    /// How many there are.
    public let count: Int
  }

  /// What of a model a graph can hold.
  ///
  /// - Parameter model: The model.
  /// - Returns: The model that an import makes of the export.
  /// - Complexity: O(*n*) for *n* facts.
  public static func part(of model: Model) -> Model { HoldableModel(model).model }

  /// The text.
  public let text: String
  /// What is not in it.
  public let omissions: [Omission]
}

/// Words in both languages.
enum ExchangeWords {
  static func said(_ dutch: String, _ english: String) -> LocalizedText {
    LocalizedText([.dutch: dutch, .english: english], fallback: .dutch)
  }
}
