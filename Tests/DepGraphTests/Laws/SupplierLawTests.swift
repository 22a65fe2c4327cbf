import DepGraph
import Testing

/// Supplier concentration, and redundancy at one supplier, against their definitions.
@Suite struct SupplierLawTests {
  private func cases(_ count: Int, isKnown: Bool = false) -> [(Int, NaiveSuppliers)] {
    (0..<(soaking ? count * 20 : count)).compactMap { seed in
      let model = SuppliedModel.make(seed: seed, isKnown: isKnown)
      guard let compiled = try? CompiledModel(model) else { return nil }
      return (seed, NaiveSuppliers(model: model, compiled: compiled))
    }
  }

  @Test func tiersAreTheLeast() {
    var deep = 0
    for (seed, naive) in cases(400) {
      let answer = SupplierConcentration(in: naive.compiled)
      #expect(Set(answer.suppliers.map(\.party)) == naive.suppliers, "seed \(seed)")
      let tiers = naive.tiers
      for supplier in answer.suppliers {
        #expect(supplier.tier == tiers[supplier.party], "seed \(seed) \(supplier.party)")
        for chain in supplier.chains {
          #expect(chain.first.flatMap { tiers[$0] } == 1, "seed \(seed) \(supplier.party)")
          for (above, below) in zip(chain, chain.dropFirst() + [supplier.party]) {
            #expect(naive.contractors(below).contains(above), "seed \(seed) \(supplier.party)")
          }
        }
        if (supplier.tier ?? 0) > 1 {
          deep += 1
          #expect(!supplier.chains.isEmpty, "seed \(seed) \(supplier.party)")
        }
      }
    }
    #expect(deep > 30, "the random models hardly have subcontractors")
  }

  @Test func reachAndSinglePointsFollowTheDefinition() {
    var (falls, singles, possible) = (0, 0, 0)
    for (seed, naive) in cases(120) {
      let id = naive.compiled.table.id(of:)
      let answer = SupplierConcentration(in: naive.compiled)
      let users = answer.users.vertices.map(id)
      for supplier in answer.suppliers {
        let label = "seed \(seed) \(supplier.party)"
        let everything = naive.own(supplier.party).union(naive.through(supplier.party))
        let certain = naive.certain(supplier.party)
        #expect(Set(supplier.products.map(id)) == naive.products(supplier.party), "\(label)")
        #expect(Set(supplier.covered.map(id)) == naive.covered(supplier.party), "\(label)")
        #expect(
          Set(supplier.throughContractors.map(id))
            == naive.through(supplier.party).subtracting(naive.own(supplier.party)), "\(label)")
        #expect(
          supplier.reach.map(id) == users.filter { naive.isDown($0, everything, .possible) },
          "\(label)")
        #expect(
          supplier.certainReach.map(id) == users.filter { naive.isDown($0, certain, .certain) },
          "\(label)")
        for dependant in supplier.dependants {
          let user = id(dependant.user)
          let points = everything.sorted().filter { naive.isDown(user, [$0], .possible) }
          #expect(dependant.points.map { id($0.vertex) } == points, "\(label) \(user)")
          for point in dependant.points {
            let cause = id(point.vertex)
            let isCertain = certain.contains(cause) && naive.isDown(user, [cause], .certain)
            #expect((point.verdict == .certain) == isCertain, "\(label) \(user) \(cause)")
            if !isCertain { possible += 1 }
          }
          singles += points.count
        }
        falls += supplier.reach.count
      }
    }
    #expect(falls > 50 && singles > 50 && possible > 10, "the random models hardly fall")
  }

  @Test func whatIsCertainIsPossibleAndWhatIsUnknownIsNotSafe() {
    var untold = 0
    for (seed, naive) in cases(200) {
      let answer = SupplierConcentration(in: naive.compiled)
      for supplier in answer.suppliers {
        let label = "seed \(seed) \(supplier.party)"
        #expect(Set(supplier.certainReach).isSubset(of: supplier.reach), "\(label)")
        #expect(Set(supplier.certainSpofFor).isSubset(of: supplier.spofFor), "\(label)")
        #expect(Set(supplier.spofFor).isSubset(of: supplier.reach), "\(label)")
        #expect(Set(supplier.cannotTell).isDisjoint(with: supplier.reach), "\(label)")
        let isOpen = ([supplier.party] + naive.allOpenContractors(supplier.party))
          .contains(where: naive.mayBeMore)
        #expect(supplier.mayDeliverMore == isOpen, "\(label)")
        let seeds = Seeds(supplier.products + supplier.covered + supplier.throughContractors)
        let told = BlastRadius(.init(seeds), in: naive.compiled)
        // What only works worse may be down too, for what it needs is not all known.
        let open =
          told.cannotTell.map(\.vertex)
          + (told.degraded + told.reducedRedundancy).filter { !$0.couldBeDown.isEmpty }
          .map(\.vertex)
        let expected = answer.users.vertices.filter { user in
          isOpen
            ? !supplier.reach.contains(user) : !seeds.vertices.isEmpty && open.contains(user)
        }
        #expect(supplier.cannotTell == expected, "\(label)")
        untold += expected.count
      }
    }
    #expect(untold > 50, "the random models hardly have anything unknown")
  }

  @Test func redundancyAtOneSupplierFollowsTheDefinition() {
    var found: [SameSupplierRedundancy.Ground: Int] = [:]
    var onlyTogether = 0
    for (seed, naive) in cases(250, isKnown: true) {
      let model = naive.model
      let id = naive.compiled.table.id(of:)
      let answers = SameSupplierRedundancy.all(in: naive.compiled)
      let whole = NaiveLevels(model, .possible, failed: [])
      for entry in RedundancyFindingLaws.groups(of: model) {
        let alive = entry.group.members.count { whole.isMet($0, of: entry.owner) }
        let isDefeated = { (seeds: Set<String>) -> Bool in
          guard alive > entry.group.threshold else { return false }
          let levels = NaiveLevels(model, .possible, failed: seeds.subtracting([entry.owner]))
          return entry.group.members.count { levels.isMet($0, of: entry.owner) }
            < entry.group.threshold
        }
        for supplier in naive.suppliers.sorted() where !isOwnOrganisation(supplier, naive) {
          let answer = answers.first {
            id($0.owner) == entry.owner && $0.location == entry.location && $0.supplier == supplier
          }
          let open = naive.allOpenContractors(supplier)
          let all = naive.own(supplier).union(naive.through(supplier))
          let expected: SameSupplierRedundancy.Ground? =
            isDefeated(naive.products(supplier))
            ? .products
            : isDefeated(naive.own(supplier))
              ? .contracts
              : isDefeated(all) && !open.contains { isDefeated(naive.own($0)) }
                ? .subcontracting : nil
          let label = "seed \(seed) \(entry.owner) \(entry.location) \(supplier)"
          #expect(answer?.ground == expected, "\(label)")
          guard let answer, let expected else { continue }
          found[expected, default: 0] += 1
          let seeds =
            expected == .products
            ? naive.products(supplier) : expected == .contracts ? naive.own(supplier) : all
          let isAlone = seeds.contains { $0 != entry.owner && isDefeated([$0]) }
          #expect(answer.isAlsoFalseRedundancy == isAlone, "\(label)")
          #expect(
            Set(answer.members.map(id)) == RedundancyFindingLaws.elements(of: entry.group),
            "\(label)")
          for way in answer.ways { #expect(seeds.contains(id(way[0])), "\(label)") }
          if !isAlone { onlyTogether += 1 }
        }
      }
    }
    for ground in SameSupplierRedundancy.Ground.allCases {
      #expect(found[ground, default: 0] > 0, "no group rests on one supplier by \(ground)")
    }
    #expect(onlyTogether > 5, "all groups are false redundancy anyway")
  }

  private func isOwnOrganisation(_ id: String, _ naive: NaiveSuppliers) -> Bool {
    let answer = SupplierConcentration(in: naive.compiled)
    return answer.suppliers.first { $0.party == id }?.isOwnOrganisation == true
  }
}
