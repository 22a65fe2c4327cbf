extension Model {
  /// Keeps ids of other programs apart from the ids of the model, since either may be asked for; an
  /// empty one, by which nothing can be asked for, is left out.
  ///
  /// - Complexity: O(*n*) for *n* components.
  mutating func keepExternalIDsApart() {
    var taken = Set(components.map(\.id))
    taken.formUnion(parties.map(\.id))
    taken.formUnion(sources.map(\.id))
    taken.formUnion(commonCauses.map(\.id))
    for index in components.indices {
      let own = components[index].id
      components[index].external.removeAll { $0.id.isEmpty }
      components[index].external = components[index].external.map { other in
        guard other.id != own, taken.contains(other.id) else { return other }
        return ExternalID(register: other.register, id: "\(other.register)/\(other.id)")
      }
    }
  }
}
