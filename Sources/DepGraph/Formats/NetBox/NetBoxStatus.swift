/// What the status of an object says of it: whether it is there.
enum NetBoxStatus {
  /// It is there, and works; so too where no status is recorded.
  case inUse
  /// It is there, and does not work now: that it is a device in its place is no less true.
  case down(String)
  /// It is not there yet, no longer, or what is said of it tells nothing: its status.
  case outOfUse(String)

  /// The types whose status is looked at.
  static let types = [
    "dcim.device", "virtualization.cluster", "virtualization.virtualmachine", "dcim.cable",
    "circuits.circuit", "dcim.powerfeed",
  ]

  /// The status of an object.
  init(of object: NetBoxObject) {
    guard let word = object.text("status") else {
      self = .inUse
      return
    }
    switch word.lowercased() {
    case "active", "connected": self = .inUse
    case "offline" where Self.canBeDown(object), "failed" where Self.canBeDown(object):
      self = .down(word)
    default: self = .outOfUse(word)
    }
  }

  /// Whether an object that is down stays: what is a way or a supply only does not, for a second
  /// one that does not work is none.
  private static func canBeDown(_ object: NetBoxObject) -> Bool {
    ["dcim.device", "virtualization.cluster", "virtualization.virtualmachine"]
      .contains(object.key.type)
  }
}

extension NetBoxReading {
  /// Leaves out what is planned, taken away or of a status that is not known, and says so.
  mutating func leaveOutOfUse() {
    for type in NetBoxStatus.types {
      for object in objects.all(type) {
        switch NetBoxStatus(of: object) {
        case .inUse: break
        case .down(let word):
          report.note(
            .guessed, "\(type).status",
            Self.words(
              "status \(word): telt mee alsof het werkt",
              "status \(word): counts as if it worked"))
        case .outOfUse(let word):
          outOfUse.insert(object.key)
          report.note(
            .ignored, type,
            Self.words("status \(word): niet in gebruik", "status \(word): not in use"))
        }
      }
    }
    objects.remove(outOfUse)
  }

  /// Adds something unknown to what is recorded of a device, a cluster or a virtual machine.
  ///
  /// NetBox holds power, clusters and cables, and not what else a server needs: that its power is
  /// recorded does not make the rest known.
  mutating func leaveRestUnknown() {
    let types = ["dcim.device", "virtualization.cluster", "virtualization.virtualmachine"]
    for type in types {
      for object in objects.all(type) {
        guard let own = id(object.key), let place = places[own], needs[own] != nil,
          model.components[place].kind.mustStateRequirements
        else { continue }
        needs[own]?.append(.unknown(nil))
        report.note(
          .guessed, type,
          Self.words(
            "vereist naast wat bekend is nog iets onbekends",
            "requires something unknown beside what is recorded"))
      }
    }
  }

  /// The site that a cluster is in: its scope, or its site as it was before version 4.2.
  func site(ofCluster object: NetBoxObject) -> String? {
    let scope = object.generic(type: "scope_type", number: "scope_id")
    if let scope, scope.type == "dcim.site" || scope.type == "dcim.location" { return id(scope) }
    return id(object.reference("site", "dcim.site"))
  }
}
