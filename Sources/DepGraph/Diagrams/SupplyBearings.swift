/// How each thing that suppliers deliver bears on each critical user.
struct SupplyBearings {
  private var roles: [VertexID: [VertexID: LineRole]] = [:]

  /// - Complexity: O(*s*·*u*·*e*) for *s* suppliers, *u* users and the elements on which they rest.
  init(_ suppliers: [Supplier]) {
    for supplier in suppliers {
      let own = VertexSet(supplier.products + supplier.covered)
      for dependant in supplier.dependants {
        let verdicts = Dictionary(
          dependant.points.map { ($0.vertex, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        for element in dependant.elements where own.contains(element) {
          let role: LineRole =
            switch verdicts[element] {
            case .certain: .irreplaceable
            case .possible: .mayLack
            case nil: dependant.fall == nil ? .replaceable : .sameSource
            }
          let known = roles[element]?[dependant.user]
          roles[element, default: [:]][dependant.user] = known.map { $0.stronger(role) } ?? role
        }
      }
    }
  }

  /// The users on which an element bears, in order, and how.
  subscript(element: VertexID) -> [(user: VertexID, role: LineRole)] {
    roles[element, default: [:]].sorted { $0.key < $1.key }.map { (user: $0.key, role: $0.value) }
  }

  /// The same as texts.
  func signature(of element: VertexID) -> [String] {
    self[element].map { "\($0.user.raw) \($0.role.rawValue)" }
  }

  /// The heaviest way in which an element bears on anybody.
  func strongest(of element: VertexID) -> LineRole {
    self[element].reduce(.replaceable) { $0.stronger($1.role) }
  }
}

extension LineRole {
  /// The one of two that says more of what is lost with a supplier.
  func stronger(_ other: LineRole) -> LineRole {
    let order: [LineRole] = [.irreplaceable, .mayLack, .sameSource, .replaceable]
    let place = { (role: LineRole) in order.firstIndex(of: role) ?? order.count }
    return place(self) <= place(other) ? self : other
  }
}
