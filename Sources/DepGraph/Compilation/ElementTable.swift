/// Components and common causes by number and by id, in bytewise order of their ids.
///
/// The number of an element is the number of its vertex in every threshold graph of the model, so
/// that an order by vertex is an order by id.
public struct ElementTable: Sendable {
  /// What a vertex stands for.
  public enum Element: Sendable {
    /// The component at this place of `Model.components`.
    case component(Int)
    /// A common cause, with its place in `Model.commonCauses` if it is described there.
    case commonCause(Int?)
  }

  /// The ids in order.
  public let ids: [String]
  /// What each one is.
  public let elements: [Element]
  /// The vertex of each component, by its place in `Model.components`.
  let vertexOfComponent: [VertexID]
  /// The vertices of the numbers in each store of plain needs.
  private let storeVertices: [(store: PlainNeedStore, vertices: [VertexID])]
  private let lookUp: Lookup

  init(_ model: Model) {
    var gathered = GatheredElements(model)
    let order = gathered.ids.bytewiseOrder()
    var vertices = [VertexID](repeating: VertexID(0), count: order.count)
    for (vertex, number) in order.enumerated() { vertices[Int(number)] = VertexID(vertex) }
    let ids = order.map { gathered.ids[Int($0)] }
    self.ids = ids
    elements = order.map { gathered.elements[Int($0)] }
    let vertexOfComponent =
      gathered.numberOfComponent?.map { vertices[$0] }
      ?? Array(vertices.prefix(model.components.count))
    self.vertexOfComponent = vertexOfComponent
    let lookUp = Lookup(ids: ids, names: gathered.takeNames(), vertexOfName: vertices)
    self.lookUp = lookUp
    var storeVertices: [(store: PlainNeedStore, vertices: [VertexID])] = []
    for store in model.plainNeedStores {
      let isOfModel = store.numbersComponents(of: model)
      // What nothing declares is given the vertex of another: names were judged before.
      storeVertices.append(
        (
          store,
          isOfModel
            ? vertexOfComponent : store.ids.map { lookUp.vertex(of: $0) ?? VertexID(0) }
        ))
    }
    self.storeVertices = storeVertices
  }

  /// The number of elements.
  public var count: Int { ids.count }

  /// The vertex of a component's or common cause's id.
  ///
  /// - Complexity: O(1), expected; O(log *n*) for *n* elements of a model that was read from numbers.
  public func vertex(of id: String) -> VertexID? { lookUp.vertex(of: id) }

  /// The vertices of plain needs, in the order written.
  ///
  /// - Complexity: O(*k*) for *k* needs.
  func vertices(of needs: PlainNeeds) -> some Sequence<VertexID> {
    let vertices = storeVertices.first { $0.store === needs.store }?.vertices
    guard let vertices else { preconditionFailure("needs of a store that no component has") }
    return needs.targets.lazy.map { vertices[Int($0)] }
  }

  /// The id of a vertex that stands for an element.
  ///
  /// - Precondition: `vertex` is below `count`.
  public func id(of vertex: VertexID) -> String { ids[vertex.index] }
}

/// Finds the vertex of an id.
private struct Lookup: Sendable {
  /// The ids in order.
  let ids: [String]
  /// The ids as they came; nil where hardly anything is looked up: the order of the ids then does.
  let names: IdentifierTable?
  /// The vertex of each of the names.
  let vertexOfName: [VertexID]

  init(ids: [String], names: IdentifierTable?, vertexOfName: [VertexID]) {
    self.ids = ids
    self.names = names
    self.vertexOfName = names == nil ? [] : vertexOfName
  }

  func vertex(of id: String) -> VertexID? {
    if let names { return names.number(of: id).map { vertexOfName[$0] } }
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle].utf8.lexicographicallyPrecedes(id.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < ids.count && ids[low] == id ? VertexID(low) : nil
  }
}

/// The elements of a model in the order in which they come: components first.
private struct GatheredElements {
  private(set) var ids: [String]
  private(set) var elements: [ElementTable.Element]
  /// The number of each component; nil: its place.
  private(set) var numberOfComponent: [Int]?
  private var names: IdentifierTable?

  init(_ model: Model) {
    if model.isAllPlain {
      ids = model.components.map(\.id)
      elements = ids.indices.map { .component($0) }
      return
    }
    var names = IdentifierTable(capacity: model.components.count)
    // Of two components with one id, which no model that was judged has, the last counts.
    let numberOfComponent = model.components.map { names.add($0.id).number }
    let firstCause = names.count
    var elements = [ElementTable.Element](repeating: .commonCause(nil), count: firstCause)
    for (index, number) in numberOfComponent.enumerated() { elements[number] = .component(index) }
    let isComponent = { (number: Int) in number < firstCause }
    for index in model.components.indices where !model.components[index].shares.isEmpty {
      for shared in model.components[index].shares {
        guard let value = shared.value, !(names.number(of: value).map(isComponent) ?? false)
        else { continue }
        if names.add("\(shared.key):\(value)").isNew { elements.append(.commonCause(nil)) }
      }
    }
    for (index, cause) in model.commonCauses.enumerated() {
      let (number, isNew) = names.add(cause.id)
      if isNew {
        elements.append(.commonCause(index))
      } else if !isComponent(number) {
        elements[number] = .commonCause(index)
      }
    }
    ids = names.ids
    self.elements = elements
    self.numberOfComponent = numberOfComponent
    self.names = names
  }

  /// The table of names, if there was need of one.
  mutating func takeNames() -> IdentifierTable? {
    defer { names = nil }
    return names
  }
}

extension Model {
  /// Whether nothing but plain needs names a component, and no id comes twice as far as a reader of
  /// numbers holds.
  fileprivate var isAllPlain: Bool {
    guard commonCauses.isEmpty else { return false }
    return components.indices.allSatisfy {
      components[$0].hasOnlyPlainNeeds && components[$0].shares.isEmpty
        && components[$0].degradesWithout.isEmpty && !components[$0].hasSeldomFacts
    }
  }
}
