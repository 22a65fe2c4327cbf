import Testing

@testable import DepGraph

@Suite struct PublicFiguresTests {
  /// A model with so many sites and links, and consumers of two sectors; nothing depends on anything.
  private func figures(
    sites: Int, facilities: Int, water: Int, air: Int, threshold: Int
  ) throws -> PublicFigures {
    var model = Model()
    func add(_ count: Int, _ kind: ComponentKind, sector: String? = nil) {
      for _ in 0..<count {
        var component = Component(id: "c\(model.components.count)")
        component.kind = kind
        component.sector = sector
        component.statesRequires = true
        model.components.append(component)
      }
    }
    // Something is always there, so that "nothing at all" is not one of the answers.
    add(9, .link)
    add(sites, .site)
    add(facilities, .facility)
    add(water, .consumer, sector: "energy")
    add(air, .process, sector: "transport-air")
    return PublicFigures(of: try CompiledModel(model), threshold: threshold)
  }

  /// Whoever sees what is given, and knows how it is made, finds every value of a hidden count
  /// possible: all small models are made, and those that give the same are compared.
  @Test(arguments: [2, 3]) func noHiddenCountFollowsFromWhatIsGiven(threshold: Int) throws {
    var alike: [String: [[Int]]] = [:]
    let range = 0...threshold + 1
    for sites in range {
      for facilities in range {
        for water in range {
          for air in range {
            let given = try figures(
              sites: sites, facilities: facilities, water: water, air: air, threshold: threshold)
            alike[given.json.jsonText, default: []].append([sites, facilities, water, air])
          }
        }
      }
    }
    #expect(alike.count > 1)
    for counts in alike.values {
      for place in 0..<4 {
        let values = Set(counts.map { $0[place] })
        let isHidden = values.contains { $0 < threshold }
        #expect(values == (isHidden ? Set(0..<threshold) : [counts[0][place]]), "\(counts)")
      }
    }
  }

  @Test func theWidestFailureTellsNoMoreThanTheTableOfUsers() throws {
    // Five users of one sector and one of another: the failure of all six must not give the one.
    var model = Model()
    var core = Component(id: "core")
    core.kind = .platform
    core.statesRequires = true
    model.components.append(core)
    for number in 0..<6 {
      var user = Component(id: "u\(number)")
      user.kind = .consumer
      user.sector = number < 5 ? "energy" : "health"
      user.statesRequires = true
      user.requires = .reference(Reference("core", evidence: Evidence(.internal)))
      model.components.append(user)
    }
    let figures = PublicFigures(of: try CompiledModel(model))
    #expect(figures.widestFailure == 3)
    #expect(figures.singlePoints == .fewerThan(3))
    let counts = figures.users.filter { $0.count.number != nil }
    #expect(counts.map(\.sector.id) == ["energy"] && counts.first?.count == .exactly(5))
  }

  @Test func whatIsClassifiedOrRedIsNotCounted() throws {
    var model = Model()
    model.marking = Marking(classification: "ONGERUBRICEERD", trafficLight: "GREEN")
    for number in 0..<6 {
      var site = Component(id: "s\(number)")
      site.kind = .site
      if number == 0 { site.marking = Marking(classification: "STG-C") }
      if number == 1 { site.marking = Marking(trafficLight: "RED") }
      model.components.append(site)
    }
    let figures = PublicFigures(of: try CompiledModel(model))
    #expect(figures.kinds.first { $0.kind == .site }?.count == .exactly(4))
    #expect(figures.leftOutKinds == 1)
    model.markingFloors["spof"] = Marking(trafficLight: "AMBER")
    let closed = PublicFigures(of: try CompiledModel(model))
    #expect(closed.singlePoints == nil && closed.widestFailure == nil && closed.leftOutKinds == 2)
    #expect(closed.proposal.level == .unclassified && closed.proposal.light == .clear)
  }
}
