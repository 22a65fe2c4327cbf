@testable import DepGraph

extension Model {
  /// The same model without what tells of its files: the places of everything in it, and its digest.
  var withoutPlaces: Model {
    var model = self
    model.digest = ""
    for index in model.partners.indices { model.partners[index].place = nil }
    for index in model.sources.indices { model.sources[index].place = nil }
    for index in model.parties.indices { model.parties[index].place = nil }
    for index in model.contracts.indices { model.contracts[index].place = nil }
    for index in model.commonCauses.indices { model.commonCauses[index].place = nil }
    for index in model.contacts.indices { model.contacts[index].place = nil }
    for index in model.escalation.indices { model.escalation[index].place = nil }
    for index in model.observations.indices { model.observations[index].place = nil }
    for index in model.plans.indices { model.plans[index].place = nil }
    for index in model.measures.indices { model.measures[index].place = nil }
    for index in model.crews.indices { model.crews[index].place = nil }
    for index in model.restoreClasses.indices { model.restoreClasses[index].place = nil }
    for index in model.expectations.indices { model.expectations[index].place = nil }
    model.components = components.map(\.withoutPlaces)
    return model
  }
}

extension Component {
  fileprivate var withoutPlaces: Component {
    var component = self
    component.place = nil
    component.requires = requires.withoutPlaces
    component.startsWith = startsWith.withoutPlaces
    component.repairNeeds = repairNeeds.withoutPlaces
    component.degradesWithout = degradesWithout.map(\.withoutPlaces)
    component.independentOf = independentOf.map(\.withoutPlaces)
    component.shares = shares.map {
      var shared = $0
      shared.place = nil
      return shared
    }
    return component
  }
}

extension Reference {
  fileprivate var withoutPlaces: Reference {
    var reference = self
    reference.place = nil
    return reference
  }
}

extension Requirement {
  fileprivate var withoutPlaces: Requirement {
    switch self {
    case .reference(let reference): return .reference(reference.withoutPlaces)
    case .unknown: return .unknown(nil)
    case .path(var path):
      path.place = nil
      return .path(path)
    case .group(var group):
      group.place = nil
      group.members = group.members.map(\.withoutPlaces)
      return .group(group)
    }
  }
}
