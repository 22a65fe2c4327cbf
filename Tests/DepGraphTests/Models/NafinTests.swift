import DepGraph
import Testing

/// What the model of public facts must and must not say.
@Suite struct NafinTests {
  static let time = "software:time-component"

  /// The fault of August 2024: redundancy that shares its software is none.
  @Test func theTimeComponentIsASinglePointOnlyThroughItsSoftware() throws {
    let users = { (shipped: ShippedModel, seed: String) in
      try shipped.blast([seed]).down.filter { hit in
        shipped.compiled.component(hit.vertex)?.kind == .consumer
      }
    }
    let shipped = try ShippedModel("nafin")
    #expect(try !users(shipped, Self.time).isEmpty)
    for unit in ["time-component-a", "time-component-b"] {
      #expect(try users(shipped, unit).isEmpty)
    }
    let without = try ShippedModel("nafin") { model in
      for index in model.components.indices {
        model.components[index].shares.removeAll { $0.key == "software" }
      }
      model.commonCauses.removeAll { $0.id == Self.time }
    }
    for unit in ["time-component-a", "time-component-b"] {
      let blast = try without.blast([unit])
      #expect(blast.down.isEmpty && !blast.reducedRedundancy.isEmpty)
    }
  }

  /// The same question asked of `spof`: the release is the single point, neither unit is, and
  /// without the release in common nothing of the kind is left.
  @Test func theSharedReleaseIsTheSinglePoint() throws {
    let shipped = try ShippedModel("nafin")
    let id = shipped.compiled.table.id(of:)
    let answer = SinglePoints(in: shipped.compiled)
    let points = Set(answer.targets.flatMap(\.points).map { id($0.vertex) })
    #expect(points.contains(Self.time))
    #expect(!points.contains("time-component-a") && !points.contains("time-component-b"))
    #expect(answer.ranking.first.map { id($0.vertex) } == Self.time)
    let found = FalseRedundancy.all(in: shipped.compiled).filter { entry in
      entry.members.map(id) == ["time-component-a", "time-component-b"]
    }
    #expect(found.map { $0.causes.map { id($0.vertex) } } == [[Self.time]])
    let without = try ShippedModel("nafin") { model in
      for index in model.components.indices {
        model.components[index].shares.removeAll { $0.key == "software" }
      }
      model.commonCauses.removeAll { $0.id == Self.time }
    }
    let rest = SinglePoints(in: without.compiled).targets.flatMap(\.points)
      .map { without.compiled.table.id(of: $0.vertex) }
    #expect(!rest.contains { $0.hasPrefix("software:") || $0.hasPrefix("time-component") })
    #expect(FalseRedundancy.all(in: without.compiled).allSatisfy { $0.causes.isEmpty })
  }

  @Test func negativeControlsAreNotMarkedAsFailed() throws {
    let shipped = try ShippedModel("nafin")
    let blast = try shipped.blast([Self.time])
    let claimed = blast.claimedIndependent.filter(\.coversTheFailure)
      .map { shipped.compiled.table.id(of: $0.vertex) }
    #expect(claimed == ["emergency-112", "lvnl-airports"])
    #expect(blast.claimedIndependent.allSatisfy { !$0.evidence.sources.isEmpty })
    let hit = Set(shipped.ids(blast.down + blast.degraded))
    #expect(hit.isDisjoint(with: claimed))
  }

  @Test func calibrationScoresOnlyWhatWasKnownBefore() throws {
    let shipped = try ShippedModel("nafin")
    let scenario = try ShippedModel.scenario("models/nafin/scenarios/2024-08-27.yaml")
    let calibration = try Calibration(shipped.model, on: scenario)
    #expect(calibration.knownBy?.description == "2024-08-26")
    #expect(calibration.known.hit == ["c2000", "diginetwerk-kps", "jenv", "p2000"])
    #expect(calibration.known.miss.isEmpty)
    #expect(calibration.known.overPredicted == ["belastingdienst"])
    #expect(calibration.inferred.hit.contains("coast-guard"))
    #expect(calibration.inferred.hit.contains("kmar-contact-centre"))
    #expect(!calibration.known.hit.contains("coast-guard"))
    #expect(calibration.precision == 4.0 / 5.0)
  }

  @Test func usersWithoutPublicEdgesCannotBeTold() throws {
    let shipped = try ShippedModel("nafin")
    let day = try #require(CalendarDate(year: 2024, month: 8, day: 26))
    let before = try CompiledModel(shipped.model.known(by: day).model)
    let blast = BlastRadius(.init(try before.seeds(["nafin"])), in: before)
    let untold = blast.cannotTell.map { before.table.id(of: $0.vertex) }
    for id in ["coast-guard", "kmar-contact-centre", "digid", "mulan", "ggd", "hospitals"] {
      #expect(untold.contains(id), "\(id) was not known to depend on it")
    }
    #expect(blast.down.contains { before.table.id(of: $0.vertex) == "c2000" })
  }

  @Test func noFaultIsPinnedOnASupplier() throws {
    let shipped = try ShippedModel("nafin")
    for name in ["nokia", "cisco"] {
      let party = try #require(shipped.model.parties.first { $0.id == name })
      #expect(party.products == .unknown)
      #expect(!shipped.model.components.contains { $0.productOf == name })
      let blast = try shipped.blast(["supplier:\(name)"])
      #expect(blast.down.isEmpty)
      #expect(blast.cannotTell.count == shipped.compiled.componentVertices.count)
    }
    let cause = shipped.model.commonCauses.first { $0.id == Self.time }
    #expect(cause?.productOf == nil)
  }

  @Test func factsThatAreNotPublicSaySo() throws {
    let shipped = try ShippedModel("nafin")
    for component in shipped.model.components {
      for reference in component.requires.references where reference.evidence.basis == .public {
        #expect(!reference.evidence.sources.isEmpty, "\(component.id) → \(reference.target)")
      }
    }
    #expect(IndependenceClaim.findings(in: shipped.compiled).isEmpty)
    #expect(ExpectationCheck(shipped.compiled).findings.isEmpty)
  }

  @Test func theFourHourAimIsAnAim() throws {
    let shipped = try ShippedModel("nafin")
    let targets = shipped.model.contracts.flatMap(\.targets)
    let aim = try #require(targets.first { $0.restoreWithin == .hours(4) })
    #expect(aim.nature == .aim)
    #expect(aim.evidence.sources.contains("letter") || !aim.evidence.sources.isEmpty)
  }
}
