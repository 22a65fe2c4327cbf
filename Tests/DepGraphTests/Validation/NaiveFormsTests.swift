import DepGraph
import Testing

/// Each naive form is found where it stands, and the right form beside it is not.
@Suite struct NaiveFormsTests {
  // MARK: - A reserve that runs out

  @Test func dieselForEver() throws {
    let found = try advise(
      """
      depgraph: 1
      components:
        - {id: grid, kind: power}
        - {id: diesel, kind: power}
        - id: naive
          requires: [1️⃣{any: [grid, diesel]}]
        - id: block
          requires:
            - 2️⃣any: [grid, {ref: diesel, holdup: 72h}]
              holdup: 8h
        - id: right
          requires: [{any: [grid, diesel]}, {ref: grid, holdup: 72h}]
        - id: answered
          requires: [{any: [grid, diesel], note: The depot next door delivers every day}]
      """, finds: ["1️⃣": .finiteSource, "2️⃣": .finiteSource])
    #expect(found.map(\.id) == ["naive", "block"])
    #expect(found[0].message == "`diesel` runs out, but here it replaces `grid` for ever")
    // What the hint says can be pasted.
    #expect(found[0].hint?.contains("`[{any: [grid, diesel]}, {ref: grid, holdup: 72h}]`") == true)
    #expect(found[1].hint?.contains("`[{any: […]}, {ref: grid, holdup: 72h}]`") == true)
  }

  @Test func twoFeedsAndABattery() throws {
    let found = try advise(
      """
      depgraph: 1
      components:
        - {id: feed-a, kind: power}
        - {id: feed-b, kind: power}
        - {id: cells, kind: power, name: {nl: Accu, en: Battery}}
        - id: naive
          requires: [1️⃣{any: [feed-a, feed-b, cells]}]
        - id: right
          requires: [{any: [feed-a, feed-b, cells]}, {any: [feed-a, feed-b], holdup: 8h}]
      """, finds: ["1️⃣": .finiteSource])
    #expect(found[0].hint?.contains("{any: [feed-a, feed-b], holdup: 8h}") == false)
    #expect(found[0].hint?.contains("{any: [feed-a, feed-b], holdup: 72h}") == true)
    #expect(found[0].message.contains("replaces `feed-a` and `feed-b` for ever"))
  }

  /// What bounds a source by itself needs no bound beside the group.
  @Test(arguments: [
    "{id: diesel, kind: power, requires: [{ref: deliveries, holdup: 72h}]}",
    "{id: diesel, kind: power, requires: [deliveries]}",
    "{id: diesel, kind: power, requires: unknown}",
    "{id: diesel, kind: power, requires: [grid]}",
    "{id: diesel, kind: power, requires: [{ref: tank, holdup: 72h}]}",
    "{id: diesel, kind: service, requires: []}",
    "{id: diesel, kind: power, name: Gas generator on the gas grid}",
    "{id: diesel, kind: power, shares: {site: grid}}",
  ])
  func aSourceThatIsBounded(_ source: String) throws {
    try advise(
      """
      depgraph: 1
      components:
        - {id: grid, kind: power}
        - {id: deliveries, requires: []}
        - {id: tank, kind: facility}
        - \(source)
        - {id: room, kind: facility, requires: [{any: [grid, diesel]}]}
      """, finds: [:])
  }

  /// Two of one kind, or none that is the public supply, leave too much doubt.
  @Test(arguments: ["diesel-1, diesel-2", "grid-1, grid-2", "diesel-1, turbine", "turbine, grid-1"])
  func otherSourcesAreLeftAlone(_ members: String) throws {
    try advise(
      """
      depgraph: 1
      components:
        - {id: grid-1, kind: power}
        - {id: grid-2, kind: power}
        - {id: diesel-1, kind: power}
        - {id: diesel-2, kind: power}
        - {id: turbine, kind: power}
        - {id: room, kind: facility, requires: [{any: [\(members)]}]}
      """, finds: [:])
  }

  /// What leans on the group may have the bound; what does not lean on it has not.
  @Test func theBoundStandsAboveTheGroup() throws {
    try advise(
      """
      depgraph: 1
      components:
        - {id: grid, kind: power}
        - {id: diesel, kind: power}
        - {id: feed-of-room, kind: power, requires: [{any: [grid, diesel]}]}
        - {id: room, kind: facility, requires: [feed-of-room, {ref: grid, holdup: 72h}]}
        - {id: other, kind: facility, requires: [1️⃣{any: [grid, diesel]}]}
      """, finds: ["1️⃣": .finiteSource])
  }

  @Test func aBoundOfSomethingElseIsNone() throws {
    try advise(
      """
      depgraph: 1
      components:
        - {id: grid, kind: power}
        - {id: diesel, kind: power}
        - {id: cooling, kind: facility}
        - {id: room, kind: facility, requires: [{ref: cooling, holdup: 1h}, 1️⃣{any: [grid, diesel]}]}
      """, finds: ["1️⃣": .finiteSource])
  }

  // MARK: - A clock that is wrong

  @Test func anyClockWillDo() throws {
    let found = try advise(
      """
      depgraph: 1
      components:
        - {id: c1, kind: time-source}
        - {id: c2, kind: time-source}
        - {id: c3, kind: time-source}
        - {id: c4, kind: time-source}
        - {id: t1}
        - {id: t2}
        - {id: t3}
        - {id: t4}
        - {id: radio, kind: channel}
        - {id: s1, kind: time-source, name: True time of server 1}
        - {id: s2, kind: time-source, name: True time of server 2}
        - id: naive
          requires: [1️⃣{any: [c1, c2]}]
        - {id: of-truth, requires: [{any: [s1, s2]}]}
        - id: right
          requires: [{any: [c1, c2, c3, c4]}, {at-least: 3, of: [t1, t2, t3, t4]}]
        - {id: voting, requires: [{at-least: 3, of: [c1, c2, c3, c4]}]}
        - {id: by-radio, requires: [{any: [c1, radio]}]}
        - {id: answered, requires: [{any: [c1, c2], note: Only the order of events counts}]}
      """, finds: ["1️⃣": .unguardedTime])
    #expect(
      found[0].hint?.contains("`[{any: [c1, c2]}, {at-least: 3, of: [c1-true, c2-true, …]}]`")
        == true)
  }

  // MARK: - A smaller alternative

  @Test func aSmallerLineCountsAsWhole() throws {
    let found = try advise(
      """
      depgraph: 1
      components:
        - {id: line-10g, kind: network-element}
        - {id: line-1g, kind: network-element}
        - {id: other, kind: network-element, name: {nl: 10 Gbit/s Oost, en: 10 Gbit/s East}}
        - id: naive
          requires: [{any: [line-10g, 1️⃣line-1g]}]
        - {id: right, requires: [{any: [line-10g, {ref: line-1g, gives: degraded}]}]}
        - {id: soft, requires: [{any: [line-10g, line-1g]}], degrades-without: [line-10g]}
        - {id: equal, requires: [{any: [line-10g, other]}]}
        - {id: answered, requires: [{any: [line-10g, line-1g], note: It needs 200 Mbit/s}]}
      """, finds: ["1️⃣": .unequalAlternatives])
    #expect(
      found[0].hint?.contains("`{any: [line-10g, {ref: line-1g, gives: degraded}]}`") == true)
  }

  /// A generation of mobile networks is no rate, nor is a length, nor one rate alone.
  @Test(arguments: [
    "mobile-4g, line-10g", "mobile-4g, mobile-5g", "duct-100m, line-10g", "x, line-10g",
  ])
  func whatLooksLikeARate(_ members: String) throws {
    try advise(
      """
      depgraph: 1
      components:
        - {id: mobile-4g, requires: []}
        - {id: mobile-5g, requires: []}
        - {id: duct-100m, requires: []}
        - {id: line-10g, requires: []}
        - {id: x, requires: []}
        - {id: user, kind: consumer, requires: [{any: [\(members)]}]}
      """, finds: [:])
  }

  // MARK: - Links of which nobody says where they run

  @Test func linksWithoutADuctCountAsSeparate() throws {
    let found = try advise(
      """
      depgraph: 1
      components:
        - {id: a, kind: site}
        - {id: b, kind: site}
        - {id: l1, kind: link, ends: [a, b], shares: {duct: d1}}
        - {id: l2, kind: link, ends: [a, b]}
        - {id: l3, kind: link, ends: [a, b], shares: {duct: unknown}}
        - {id: l4, kind: link, ends: [a, b]}
        - {id: naive, kind: consumer, requires: [1️⃣{any: [l1, l2]}]}
        - {id: both, kind: consumer, requires: [2️⃣{any: [l2, l4]}]}
        - {id: right, kind: consumer, requires: [{any: [l1, l3]}]}
        - {id: answered, kind: consumer, requires: [{any: [l1, l2], note: East and west of the river}]}
      """, finds: ["1️⃣": .unstatedRoute, "2️⃣": .unstatedRoute])
    #expect(found[0].message.hasPrefix("nothing says where `l2` runs, so these links"))
    #expect(found[1].message.hasPrefix("nothing says where `l2`, `l4` run, so these links"))
  }

  /// A model in which no link says it is told so once.
  @Test func whereNoLinkSaysItOnceIsEnough() throws {
    let found = try advise(
      """
      depgraph: 1
      components:
        - {id: a, kind: site}
        - {id: b, kind: site}
        - {id: l1, kind: link, ends: [a, b]}
        - {id: l2, kind: link, ends: [a, b]}
        - {id: one, kind: consumer, requires: [1️⃣{any: [l1, l2]}]}
        - {id: two, kind: consumer, requires: [{any: [l1, l2]}]}
        - {id: path, kind: consumer, requires: [{path: {from: a, to: [b]}}]}
      """, finds: ["1️⃣": .unstatedRoute])
    #expect(found[0].message.hasSuffix("; so do those of 1 other group"))
  }

  @Test func linksThatHaveANumberInCommonAreStated() throws {
    try advise(
      """
      depgraph: 1
      common-causes:
        - {id: "digging:ab", model: beta, value: 5%, members: [l1, l2]}
      components:
        - {id: a, kind: site}
        - {id: b, kind: site}
        - {id: l1, kind: link, ends: [a, b]}
        - {id: l2, kind: link, ends: [a, b]}
        - {id: one, kind: consumer, requires: [{any: [l1, l2]}]}
      """, finds: [:])
  }

  // MARK: - Repair that runs over what failed

  @Test func managementOverTheNetworkThatItManages() throws {
    let found = try advise(
      """
      depgraph: 1
      components:
        - {id: core, kind: network-element, repair-needs: [1️⃣remote, engineer]}
        - {id: remote, requires: [core]}
        - {id: engineer, kind: facility}
        - {id: spare-core, kind: network-element, repair-needs: [{any: [remote, console]}]}
        - {id: console, kind: channel, requires: []}
        - {id: edge, kind: network-element, requires: [core], repair-needs: [remote]}
        - {id: by-hand, kind: network-element, repair-needs: [tool], manual-start: true}
        - {id: tool, requires: [by-hand]}
        - {id: told, kind: network-element, repair-needs: [{ref: wire, note: The wire holds a day}]}
        - {id: wire, requires: [told]}
      """, finds: ["1️⃣": .inBandRepair])
    #expect(found.map(\.id) == ["core"])
    #expect(found[0].message.hasPrefix("repairing `core` takes `remote`, which no longer works"))
  }

  @Test func twoCoresOfWhichOneIsEnoughForRepair() throws {
    try advise(
      """
      depgraph: 1
      components:
        - {id: core-1, kind: network-element, repair-needs: [remote]}
        - {id: core-2, kind: network-element, repair-needs: [remote]}
        - {id: remote, requires: [{any: [core-1, core-2]}]}
      """, finds: [:])
  }

  // MARK: - What advice is

  /// Advice is told by `validate` alone, weighs less than a warning, and is counted apart.
  @Test func adviceIsNoWarning() throws {
    let text = """
      depgraph: 1
      language: en
      components:
        - {id: grid, kind: power, name: Grid}
        - {id: diesel, kind: power, name: Diesel}
        - {id: room, kind: process, name: Room, requires: [{any: [grid, diesel]}]}
      """
    let read = try ModelReader().read(text: text, named: MarkedText.file)
    #expect(read.warnings == [])
    let result = ValidationResult(
      read.warnings, on: try CompiledModel(read.model), texts: read.texts)
    #expect(result.isValid)
    #expect(result.json["warnings"] == [])
    guard case .array(let advice)? = result.json["advice"] else {
      Issue.record("no advice in the result")
      return
    }
    #expect(advice.map { $0["code"] } == ["finite-source"])
    let english = result.report(on: "m.yaml", model: read.model, language: .english).text()
    #expect(english.contains("The model is valid: no errors, no warnings, 1 piece of advice."))
    #expect(english.contains("model.yaml:6:54: advice: `diesel` runs out"))
    let dutch = result.report(on: "m.yaml", model: read.model, language: .dutch).text()
    #expect(dutch.contains("Het model is geldig: geen fouten, geen waarschuwingen, 1 advies."))
  }

  /// The shipped models: one form is naive there, and is said to be.
  @Test func theShippedModels() throws {
    let nafin = try ShippedModel("nafin")
    #expect(ModelAdvice.findings(in: nafin.compiled) == [])
    let voorbeeld = try ShippedModel("voorbeeld")
    let found = ModelAdvice.findings(in: voorbeeld.compiled)
    #expect(found.map(\.code) == [.unguardedTime])
    #expect(found.map(\.id) == ["tijddienst"])
  }

  /// Ids that mean nothing get no advice, and what is said of repair is what `coldstart` says.
  @Test func randomModels() throws {
    for seed in 1...300 {
      guard let compiled = try? CompiledModel(RandomModel.makeWithStarts(seed: seed)) else {
        continue
      }
      for finding in ModelAdvice.findings(in: compiled) {
        #expect(
          [.inBandRepair, .unstatedRoute, .unguardedTime].contains(finding.code), "seed \(seed)")
        guard finding.code == .inBandRepair, let id = finding.id else { continue }
        let repair = ColdStart(in: compiled, failed: try compiled.seeds([id])).repair
        #expect(
          repair.deadlocks.map(\.failed) == [try compiled.seeds([id]).vertices], "seed \(seed)")
      }
    }
  }

  /// Reads a marked text and compares what is advised with what is expected at the markers.
  @discardableResult
  private func advise(
    _ marked: String, finds expected: KeyValuePairs<String, DiagnosticCode>,
    location: SourceLocation = #_sourceLocation
  ) throws -> [Diagnostic] {
    let marked = MarkedText(marked)
    let model = try ModelReader().read(text: marked.text, named: MarkedText.file).model
    let found = ModelAdvice.findings(in: try CompiledModel(model))
    let wanted = expected.map { marker, code in
      let place = marked.places[marker]
      return "\(place.map(\.description) ?? "no marker \(marker)") \(code.rawValue)"
    }
    let got = found.map { "\($0.place.map(\.description) ?? "nowhere") \($0.code.rawValue)" }
    #expect(
      got.sorted() == wanted.sorted(), "found: \(found.map(\.message))", sourceLocation: location)
    return found
  }
}
