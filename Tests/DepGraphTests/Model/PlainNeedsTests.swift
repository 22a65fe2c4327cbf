import Testing

@testable import DepGraph

@Suite struct PlainNeedsTests {
  private static let ids = ["router", "fibre", "power", "a-long-name-of-a-component", "unused"]

  /// A model whose needs are numbers, and the same one written as formulas.
  private static func both(
    _ needs: [[Int32]], evidence: Evidence = Evidence(.internal)
  ) -> (plain: Model, written: Model) {
    var plain = Model()
    let store = PlainNeedStore(ids: ids, targets: needs.flatMap { $0 }, evidence: evidence)
    var first = 0
    for (number, targets) in needs.enumerated() {
      var component = Component(id: ids[number])
      component.kind = .platform
      component.statesRequires = true
      component.running = .plain(PlainNeeds(first..<(first + targets.count), of: store))
      first += targets.count
      plain.components.append(component)
    }
    var written = plain
    for index in written.components.indices {
      written.components[index].requires = written.components[index].requires
    }
    return (plain, written)
  }

  @Test func saysTheSameAsAFormula() {
    let (plain, written) = Self.both([[1, 2], [3], [], [2], []])
    #expect(plain == written)
    #expect(plain.hashValue == written.hashValue)
    #expect(plain.components[0].requires.references.map(\.target) == ["fibre", "power"])
    #expect(written.components.allSatisfy { $0.plainNeeds == nil })
  }

  @Test(arguments: 0..<40) func isJudgedAndCompiledLikeFormulas(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let needs = Self.ids.indices.map { _ -> [Int32] in
      (0..<Int.random(in: 0...3, using: &random)).map { _ in
        Int32.random(in: 0..<Int32(Self.ids.count), using: &random)
      }
    }
    let basis = [Basis.internal, .assumed, .inferred, .public].randomElement(using: &random)
    let (plain, written) = Self.both(needs, evidence: Evidence(basis ?? .internal))
    let remark = Comment(rawValue: "seed \(seed): \(needs)")
    #expect(Validator.diagnose(plain) == Validator.diagnose(written), remark)
    guard !Validator.diagnose(plain).hasErrors else { return }
    let (left, right) = (try CompiledModel(plain), try CompiledModel(written))
    #expect(left.table.ids == right.table.ids, remark)
    #expect(left.dependencies.all == right.dependencies.all, remark)
    for vertex in left.componentVertices {
      for reading in Reading.allCases {
        let times = left.reading(reading).times(from: [vertex])
        let same = right.reading(reading).times(from: [vertex])
        for other in left.componentVertices {
          #expect(times.down[other] == same.down[other], remark)
          #expect(times.lessThanWhole(other) == same.lessThanWhole(other), remark)
        }
      }
    }
  }

  @Test func aRemovedComponentLeavesNumbersInPlace() throws {
    var (plain, _) = Self.both([[2], [2], [], [2], []])
    plain.components.removeLast()
    plain.components.remove(at: 0)
    let compiled = try CompiledModel(plain)
    let power = try #require(compiled.vertex(of: "power"))
    #expect(
      compiled.dependencies.on(power).map { compiled.table.id(of: $0.dependent) }
        == ["a-long-name-of-a-component", "fibre"])
  }
}

@Suite struct IdentifierTableTests {
  @Test func numbersIdsInTheOrderAdded() {
    var table = IdentifierTable(capacity: 1)
    for number in 0..<1000 {
      let added = table.add("id-\(number)")
      #expect(added.number == number && added.isNew)
    }
    #expect(table.add("id-7") == (7, false))
    #expect(table.number(of: "id-999") == 999)
    #expect(table.number(of: "id-1000") == nil)
    #expect(table.count == 1000)
  }

  @Test(arguments: 0..<20) func sortsByBytes(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("ab-.é€x:0")
    let texts = (0..<200).map { _ in
      let length = Int.random(in: 0...20, using: &random)
      return String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" })
    }
    let sorted = texts.indices.sorted { left, right in
      texts[left] == texts[right]
        ? left < right : texts[left].utf8.lexicographicallyPrecedes(texts[right].utf8)
    }
    #expect(texts.bytewiseOrder().map { Int($0) } == sorted, "seed \(seed)")
  }
}

@Suite struct SparseFieldsTests {
  @Test func aFieldSetBackToItsUsualValueLeavesComponentsEqual() {
    var changed = Component(id: "a")
    #expect(!changed.hasSeldomFacts)
    changed.repair = .hours(4)
    #expect(changed.hasSeldomFacts && changed != Component(id: "a"))
    changed.repair = nil
    #expect(changed == Component(id: "a"))
    #expect(changed.hashValue == Component(id: "a").hashValue)
  }

  @Test func aCopyKeepsItsOwnFields() {
    var first = Component(id: "a")
    first.tags = ["one"]
    var second = first
    second.tags.append("two")
    #expect(first.tags == ["one"])
    #expect(second.tags == ["one", "two"])
  }
}
