import Testing

@testable import DepGraph

@Suite struct CompiledImageTests {
  /// A model whose needs are numbers but for a few components, with remarks on it.
  private static func model(seed: Int) -> Model {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 3...12, using: &random)
    let ids = (0..<count).map { "c\($0)" }
    let needs = ids.indices.map { _ in
      (0..<Int.random(in: 0...3, using: &random)).map { _ in
        Int32.random(in: 0..<Int32(count), using: &random)
      }
    }
    let store = PlainNeedStore(
      ids: ids, targets: needs.flatMap { $0 }, evidence: Evidence(.fictional))
    var model = Model()
    model.basis = .fictional
    model.name = LocalizedText("Proef", in: .dutch)
    var party = Party(id: "owner-1")
    party.evidence = Evidence(.fictional)
    model.parties = [party]
    model.digest = "abc"
    var first = 0
    for (number, id) in ids.enumerated() {
      var component = Component(id: id)
      component.kind =
        ComponentKind.allCases.filter { $0 != .link }.randomElement(using: &random)
        ?? .site
      component.evidence = Evidence(.fictional)
      component.name = number.isMultiple(of: 2) ? LocalizedText("Naam \(number)", in: .dutch) : nil
      component.owner = number.isMultiple(of: 3) ? "owner-1" : nil
      component.statesRequires = true
      component.place = SourcePlace(file: "m.sqlite", line: number + 1, column: 1)
      if random.chance(0.2) {
        component.requires = Self.alternatives(ids, &random)
        component.repair = .hours(4)
      } else {
        component.running = .plain(PlainNeeds(first..<(first + needs[number].count), of: store))
      }
      first += needs[number].count
      model.components.append(component)
    }
    return model
  }

  private static func alternatives(
    _ ids: [String], _ random: inout SeededGenerator
  ) -> Requirement {
    var some = Reference(ids[0], evidence: Evidence(.assumed))
    some.note = LocalizedText("vermoeden", in: .dutch)
    let other = Reference(
      ids.randomElement(using: &random) ?? ids[0], evidence: Evidence(.fictional))
    return .group(
      RequirementGroup(
        .all, [.group(RequirementGroup(.any, [.reference(some), .reference(other)]))]))
  }

  private static func image(_ compiled: CompiledModel, key: String = "k") -> [UInt8]? {
    compiled.image(key: key, remarks: remarks) { ModelWriter().yaml(of: $0) }
  }

  private static let remarks = [
    Diagnostic(
      .nameMissing, "`c1` has no name", at: SourcePlace(file: "m", line: 2, column: 1), id: "c1"),
    Diagnostic(.unusedComponent, "nothing needs it", hint: ""),
  ]

  private static func read(
    _ image: [UInt8], key: String = "k"
  ) -> (compiled: CompiledModel, remarks: [Diagnostic])? {
    CompiledModel.read(image: image, key: key) { ModelReader().readPart(text: $0) }
  }

  @Test(arguments: 0..<60) func givesTheSameModelAndAnswers(seed: Int) throws {
    let compiled = try CompiledModel(Self.model(seed: seed))
    let image = try #require(Self.image(compiled))
    #expect(image == Self.image(compiled), "seed \(seed): other bytes for the same model")
    let read = try #require(Self.read(image), "seed \(seed)")
    #expect(read.remarks == Self.remarks)
    let (found, expected) = (
      read.compiled.model.withoutPlaces, compiled.model.withoutPlaces
    )
    #expect(found == expected, "seed \(seed)")
    #expect(read.compiled.model.components.map(\.place) == compiled.model.components.map(\.place))
    #expect(read.compiled.dependencies.all == compiled.dependencies.all, "seed \(seed)")
    for vertex in compiled.componentVertices {
      for reading in Reading.allCases {
        let times = compiled.reading(reading).times(from: [vertex])
        let same = read.compiled.reading(reading).times(from: [vertex])
        for other in compiled.componentVertices {
          #expect(times.down[other] == same.down[other], "seed \(seed)")
          #expect(times.lessThanWhole(other) == same.lessThanWhole(other), "seed \(seed)")
        }
      }
    }
  }

  @Test func readsNothingThatIsCutChangedOrOfSomethingElse() throws {
    let image = try #require(Self.image(try CompiledModel(Self.model(seed: 7))))
    #expect(Self.read(image) != nil)
    #expect(Self.read(image, key: "other") == nil)
    for length in stride(from: 0, to: image.count, by: 7) {
      #expect(Self.read(Array(image.prefix(length))) == nil, "cut at \(length)")
    }
    var random = SeededGenerator(seed: 1)
    for _ in 0..<300 {
      var damaged = image
      let place = Int.random(in: 0..<image.count, using: &random)
      damaged[place] ^= UInt8.random(in: 1...255, using: &random)
      #expect(Self.read(damaged) == nil, "byte \(place)")
    }
  }

  @Test func refusesPartsThatDoNotFitEvenWhereTheSumIsRight() throws {
    let image = try #require(Self.image(try CompiledModel(Self.model(seed: 3))))
    var random = SeededGenerator(seed: 2)
    let start = "DepGraph image 1".utf8.count + 8
    for _ in 0..<2000 {
      var damaged = image
      let place = Int.random(in: start..<image.count, using: &random)
      damaged[place] = UInt8.random(in: 0...255, using: &random)
      let sum = ImageChecksum.sum(of: damaged, from: start)
      unsafe withUnsafeBytes(of: sum) { bytes in
        for offset in 0..<8 { unsafe damaged[start - 8 + offset] = bytes[offset] }
      }
      // Whatever comes of it is a model or nothing, and never a crash.
      if let read = Self.read(damaged) {
        for vertex in read.compiled.componentVertices.prefix(3) {
          _ = read.compiled.reading(.possible).times(from: [vertex])
        }
      }
    }
  }

  @Test func keepsNoImageOfNetworks() throws {
    let text = """
      depgraph: 1
      components:
        - {id: a, kind: site, requires: []}
        - {id: b, kind: site, requires: []}
        - {id: l, kind: link, ends: [a, b]}
      """
    let compiled = try CompiledModel(ModelReader().read(text: text, named: "m").model)
    #expect(Self.image(compiled) == nil)
  }
}
