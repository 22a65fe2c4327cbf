import Testing

@testable import DepGraph

@Suite struct OpenPSAWriterLawTests {
  @Test(arguments: 0..<200) func whatIsWrittenIsReadBackTheSame(seed: Int) throws {
    let graph = GateGraph.random(seed: seed)
    let numbers = [graph.gateCount - 1, graph.gateCount / 2, graph.gateCount - 2]
    // Names that clash, are no identifiers, or have something to escape.
    let tops = zip(numbers, ["a", "top.1", "a-"]).map { number, name in
      FaultTrees.NamedGate(name: name, label: "<&> \(name)", id: GateID(number), faultTree: "t")
    }
    let events = (0..<graph.eventCount).map { number in
      FaultTrees.BasicEvent(
        name: number < 2 ? "a" : "1 \(number)", label: nil,
        probability: number == 3 ? nil : Double(number) / 10)
    }
    let trees = FaultTrees(name: "t", graph: graph, gates: tops, events: events, tops: tops)
    let text = try #require(OpenPSAWriter().text(of: trees))
    let read = try OpenPSAReader().read(text: text, named: "tree.xml").trees
    let (truth, found) = (GateTruth(graph), GateTruth(read.graph))
    for (top, name) in zip(tops, ["a", "top_1", "a_"]) {
      let gate = try #require(read.gate(named: name))
      #expect(gate.label == (name == "a" ? "<&> a" : "<&> \(top.name) (\(top.name))"))
      // Events that no top depends on are not written: the tables are compared event by event.
      let places = read.events.map { event in
        events.indices.first { $0 == place(of: event, in: events) } ?? 0
      }
      for bits in 0..<(1 << graph.eventCount) {
        let happens = events.indices.map { bits >> $0 & 1 == 1 }
        let expected = truth.values(happens)[top.id.index]
        let value = found.values(places.map { happens[$0] })[gate.id.index]
        #expect(value == expected, "seed \(seed), \(name), events \(bits)")
      }
    }
    for event in read.events {
      #expect(event.probability == events[place(of: event, in: events)].probability)
    }
  }

  /// The event that one read back was written for, by label, or by the number added to its name.
  private func place(
    of event: FaultTrees.BasicEvent, in events: [FaultTrees.BasicEvent]
  ) -> Int {
    guard event.label == "a" else {
      return events.firstIndex { $0.name == event.label } ?? 0
    }
    // The top has the plain name; the first event got the next, if both are written.
    return event.probability == 0 ? 0 : 1
  }

  @Test func identifiersAreWhatTheFormatAllows() {
    var identifiers = OpenPSAIdentifiers()
    let names = ["a", "a", "a_2", "", "-a", "a--b-", "1a", "é", "a.b", "core/1", "[a b]"]
    let made = names.map { identifiers.add($0) }
    #expect(
      made == [
        "a", "a_2", "a_2_2", "_", "_a", "a-_b_", "_1a", "__2", "a_b", "core_1", "_a_b_",
      ])
    #expect(Set(made).count == made.count)
  }

  @Test func whatIsAlwaysOrNeverTrueIsWrittenAsAConstant() throws {
    var builder = GateGraph.Builder()
    let event = builder.gate(of: builder.addEvent())
    let always = builder.add(.or, [event, !event])
    let tops = [("yes", always), ("no", !always)].map {
      FaultTrees.NamedGate(name: $0.0, id: $0.1, faultTree: "t")
    }
    let trees = FaultTrees(
      name: nil, graph: builder.build(), gates: tops,
      events: [.init(name: "e", probability: 0.5)], tops: tops)
    let text = try #require(OpenPSAWriter().text(of: trees))
    #expect(text.contains("<constant value=\"true\"/>"))
    #expect(text.contains("<constant value=\"false\"/>"))
    #expect(!text.contains("basic-event name"))
  }

  @Test func anUnknownProbabilityIsZeroOnlyIfAskedFor() throws {
    var builder = GateGraph.Builder()
    let event = builder.gate(of: builder.addEvent())
    let top = FaultTrees.NamedGate(name: "top", id: event, faultTree: "t")
    let trees = FaultTrees(
      name: nil, graph: builder.build(), gates: [top], events: [.init(name: "e", probability: nil)],
      tops: [top])
    #expect(OpenPSAWriter().text(of: trees)?.contains("<float") == false)
    let written = OpenPSAWriter(takesUnknownAsZero: true).text(of: trees)
    #expect(written?.contains("<float value=\"0.0\"/>") == true)
  }
}
