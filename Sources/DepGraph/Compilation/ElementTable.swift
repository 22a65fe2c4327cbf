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
  private let vertexByID: [String: VertexID]

  init(_ model: Model) {
    var described: [String: Element] = [:]
    let components = Set(model.components.map(\.id))
    for component in model.components {
      for shared in component.shares {
        guard let value = shared.value, !components.contains(value) else { continue }
        described["\(shared.key):\(value)"] = .commonCause(nil)
      }
    }
    for (index, cause) in model.commonCauses.enumerated() {
      described[cause.id] = .commonCause(index)
    }
    for (index, component) in model.components.enumerated() {
      described[component.id] = .component(index)
    }
    ids = described.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    elements = ids.map { described[$0] ?? .commonCause(nil) }
    var byID: [String: VertexID] = [:]
    byID.reserveCapacity(ids.count)
    for (index, id) in ids.enumerated() { byID[id] = VertexID(index) }
    vertexByID = byID
  }

  /// The number of elements.
  public var count: Int { ids.count }

  /// The vertex of a component's or common cause's id.
  public func vertex(of id: String) -> VertexID? { vertexByID[id] }

  /// The id of a vertex that stands for an element.
  ///
  /// - Precondition: `vertex` is below `count`.
  public func id(of vertex: VertexID) -> String { ids[vertex.index] }
}
