/// What of a model a graph with attributes can hold, and what it cannot.
struct HoldableModel {
  /// The model without what a graph cannot hold, and without places.
  private(set) var model: Model
  /// What was left out.
  private(set) var omissions: [GraphExport.Omission] = []

  /// Leaves out what a graph cannot hold.
  ///
  /// - Complexity: O(*n*) for *n* facts.
  init(_ whole: Model) {
    model = whole.withGroupsUnspelled
    model.digest = ""
    leaveOutSections(of: whole)
    model.sources = whole.sources.map { source in
      var source = source
      source.place = nil
      source.marking = source.marking?.stated
      return source
    }
    leaveOutParties()
    model.commonCauses = model.commonCauses.map { cause in
      var cause = cause
      cause.place = nil
      cause.marking = cause.marking?.stated
      return cause
    }
    leaveOutOfComponents()
  }

  private mutating func omit(_ count: Int, _ dutch: String, _ english: String) {
    guard count > 0 else { return }
    omissions.append(.init(subject: ExchangeWords.said(dutch, english), count: count))
  }

  private mutating func leaveOutSections(of whole: Model) {
    let nothing = Model()
    omit(whole.contracts.count, "contracten", "contracts")
    omit(whole.contacts.count, "contactpersonen", "contacts")
    omit(whole.escalation.count, "opschalingsniveaus", "levels of escalation")
    omit(whole.observations.count, "waarnemingen", "observations")
    omit(whole.plans.count, "plannen", "plans")
    omit(whole.measures.count, "maatregelen", "measures")
    omit(whole.crews.count, "herstelploegen", "crews")
    omit(whole.restoreClasses.count, "herstelklassen", "classes of restoration")
    omit(whole.expectations.count, "verwachtingen", "expectations")
    omit(whole.partners.count, "partners om mee te delen", "sharing partners")
    omit(whole.briefing == nothing.briefing ? 0 : 1, "briefingplannen", "briefing plans")
    omit(whole.sectors == .builtIn ? 0 : 1, "eigen sectorlijsten", "sector lists of its own")
    model.contracts = []
    model.contacts = []
    model.escalation = []
    model.observations = []
    model.plans = []
    model.measures = []
    model.crews = []
    model.restoreClasses = []
    model.expectations = []
    model.partners = []
    model.briefing = nothing.briefing
    model.sectors = .builtIn
  }

  private mutating func leaveOutParties() {
    var count = 0
    model.parties = model.parties.map { whole in
      var party = Party(id: whole.id)
      party.name = whole.name
      party.roles = whole.roles
      party.parent = whole.parent
      party.evidence = whole.evidence
      party.note = whole.note
      party.marking = whole.marking
      if party != whole.withoutPlace { count += 1 }
      party.marking = whole.marking?.stated
      return party
    }
    omit(
      count, "partijen met producten, onderaannemers of machtiging",
      "parties with products, subcontractors or authorisation")
  }

  private mutating func leaveOutOfComponents() {
    var counts: [String: Int] = [:]
    let nothing = Component(id: "")
    let parts: [(name: String, isThere: (Component) -> Bool, drop: (inout Component) -> Void)] = [
      ("needed", { $0.needed != nothing.needed }, { $0.needed = nothing.needed }),
      ("impact", { !$0.impact.isEmpty }, { $0.impact = [] }),
      ("vital", { $0.vital != nil }, { $0.vital = nil }),
      (
        "protection", { $0.protectionNeed != nothing.protectionNeed },
        { $0.protectionNeed = nothing.protectionNeed }
      ),
      ("forensic", { $0.forensic != nil }, { $0.forensic = nil }),
      ("restore-class", { $0.restoreClass != nil }, { $0.restoreClass = nil }),
      (
        "sector", { $0.sector.map { SectorList.builtIn[$0] == nil } ?? false }, { $0.sector = nil }
      ),
    ]
    model.components = model.components.map { whole in
      var component = whole
      for part in parts where part.isThere(component) {
        counts[part.name, default: 0] += 1
        part.drop(&component)
      }
      component.forgetPlaces()
      return component
    }
    for part in parts {
      omit(
        counts[part.name, default: 0], "componenten met `\(part.name)`",
        "components with `\(part.name)`")
    }
  }
}

extension Model {
  /// The model in which members of common-cause groups share only what is written with them.
  fileprivate var withGroupsUnspelled: Model {
    var copy = self
    for (index, cause) in commonCauses.enumerated() where cause.group?.isSpelledOut == true {
      copy.commonCauses[index].group?.isSpelledOut = false
      let members = Set(cause.group?.members ?? [])
      for place in copy.components.indices where members.contains(copy.components[place].id) {
        copy.components[place].shares.removeAll {
          $0.place == cause.place && $0.writtenCauseID == cause.id
        }
      }
    }
    return copy
  }
}

extension Party {
  fileprivate var withoutPlace: Party {
    var copy = self
    copy.place = nil
    return copy
  }
}

extension Marking {
  /// Nil where it states nothing.
  fileprivate var stated: Marking? { self == Marking() ? nil : self }
}

extension Component {
  /// Forgets where things are written.
  fileprivate mutating func forgetPlaces() {
    place = nil
    marking = marking?.stated
    requires = requires.withoutPlace
    startsWith = startsWith.withoutPlace
    repairNeeds = repairNeeds.withoutPlace
    degradesWithout = degradesWithout.map(\.withoutPlace)
    independentOf = independentOf.map(\.withoutPlace)
    shares = shares.map { shared in
      var shared = shared
      shared.place = nil
      shared.marking = shared.marking?.stated
      return shared
    }
  }
}

extension Reference {
  fileprivate var withoutPlace: Reference {
    var copy = self
    copy.place = nil
    copy.marking = marking?.stated
    return copy
  }
}

extension Requirement {
  fileprivate var withoutPlace: Requirement {
    switch self {
    case .reference(let reference): return .reference(reference.withoutPlace)
    case .unknown: return .unknown(nil)
    case .path(var path):
      path.place = nil
      path.marking = path.marking?.stated
      return .path(path)
    case .group(var group):
      group.place = nil
      group.members = group.members.map(\.withoutPlace)
      return .group(group)
    }
  }
}
