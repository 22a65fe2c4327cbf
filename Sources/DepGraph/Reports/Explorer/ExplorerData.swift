/// A compiled model as the explorer's script takes it: the compiled form, not what people wrote.
///
/// Elements go by their number, which is the order of their ids; every text stands there in Dutch
/// and English, once where both are the same. Notes, sources and contacts stay out.
struct ExplorerData {
  private static let languages = [Language.dutch, .english]

  private let compiled: CompiledModel
  private let elements: [VertexID]

  init(_ compiled: CompiledModel) {
    self.compiled = compiled
    elements = (0..<compiled.table.count).map { VertexID($0) }
  }

  /// The data of the model.
  ///
  /// - Complexity: O(*v* + *a*) for the vertices and arcs of two readings, and a resolution of each
  ///   group that a failure may be asked of.
  var json: JSONValue {
    let users = compiled.vertices(ofKinds: [.process, .consumer])
    return [
      "language": .string(compiled.model.language.rawValue),
      "ids": .texts(compiled.table.ids),
      "names": .array(elements.map { vertex in texts { compiled.name(of: vertex, in: $0) } }),
      "components": .numbers(compiled.componentVertices.map(\.index)),
      "users": .numbers(users.map(\.index)),
      "attributes": attributes, "groups": .array(groups.compactMap(\.self)),
      "networks": .array(
        compiled.networks.networks.map { network in
          [
            "name": .string(network.name), "nodes": .numbers(network.nodes.map(\.index)),
            "links": .numbers(
              network.links.flatMap { [$0.link.index, $0.first.index, $0.second.index] }),
          ]
        }),
      "networkUsers": .array(networkUsers.map(JSONValue.numbers)),
      "readings": [
        "possible": compiled.reading(.possible).explorerData,
        "certain": compiled.reading(.certain).explorerData,
      ],
      "unknownRequirements": .numbers(compiled.unknownRequirements.map(\.index)),
      "unknownShares": unknownShares, "claims": .numbers(claims),
      "dependencies": .array(elements.map(dependencies)),
    ]
  }

  /// A text in Dutch and English, once where both are the same.
  private func texts(_ text: (Language) -> String) -> JSONValue {
    let both = Self.languages.map(text)
    return .texts(both[0] == both[1] ? [both[0]] : both)
  }

  // MARK: - Elements

  private var attributes: JSONValue {
    let phrases = { (language: Language) in Phrases(language) }
    let names = Dictionary(
      uniqueKeysWithValues: Self.languages.map {
        ($0, DisplayNames(compiled: compiled, language: $0))
      })
    let titles = Dictionary(
      uniqueKeysWithValues: Self.languages.map {
        ($0, BandTitles(compiled, DiagramWords($0)))
      })
    let party = { (id: String, language: Language) in names[language]?.party(id) ?? id }
    return [
      "kind": attribute({ $0?.kind.rawValue ?? "common-cause" }) { key, language in
        ComponentKind(rawValue: key).map(phrases(language).word)
          ?? phrases(language).explorerCommonCause
      },
      "layer": attribute({ $0?.layer }) { titles[$1]?.title(of: $0) ?? $0 },
      "owner": attribute({ $0?.owner }, named: party),
      "operator": attribute({ $0?.operator }, named: party),
      "supplier": attribute({ $0?.productOf }, named: party),
      "sector": attribute({ $0?.sector }) { names[$1]?.sector($0) ?? $0 },
      "ministry": ministries(named: party),
      "basis": attribute({ $0?.evidence.basis.rawValue }) { key, language in
        Basis(rawValue: key).map(phrases(language).word) ?? key
      },
    ]
  }

  /// One attribute of all elements: its values with their names, and which one each element has.
  private func attribute(
    _ value: (Component?) -> String?, named name: (String, Language) -> String
  ) -> JSONValue {
    column(elements.map { value(compiled.component($0)) }, named: name)
  }

  private func column(
    _ values: [String?], named name: (String, Language) -> String
  ) -> JSONValue {
    let distinct = Set(values.compactMap(\.self)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let numbers = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
    return [
      "values": .array(
        distinct.map { key in
          guard case .array(let names) = texts({ name(key, $0) }) else { return [] }
          return .array([.string(key)] + names)
        }),
      "of": .numbers(values.map { $0.flatMap { numbers[$0] } ?? -1 }),
    ]
  }

  private func ministries(named name: (String, Language) -> String) -> JSONValue {
    let parties = Consequences.parties(of: compiled.model)
    return column(
      elements.map { Consequences.ministry(of: compiled.component($0)?.owner, in: parties) },
      named: name)
  }

  // MARK: - Who depends on whom

  private func dependencies(of element: VertexID) -> JSONValue {
    let strengths = Dependency.Strength.allCases
    return .numbers(
      compiled.dependencies.of(element).flatMap { dependency in
        [
          dependency.target.index, strengths.firstIndex(of: dependency.strength) ?? 0,
          dependency.evidence.basis.isUncertain ? 1 : 0,
        ]
      })
  }

  /// For each network the elements that require a way over it.
  private var networkUsers: [[Int]] {
    var users = [Set<Int>](repeating: [], count: compiled.networks.networks.count)
    for component in compiled.model.components {
      guard let vertex = compiled.table.vertex(of: component.id) else { continue }
      for path in component.requires.paths {
        if let number = compiled.networks.number(of: path.network) {
          users[number].insert(vertex.index)
        }
      }
    }
    return users.map { $0.sorted() }
  }

  /// Keys of `shares` with values that are not known: who shares one, and what it could be.
  private var unknownShares: JSONValue {
    let keys = compiled.unknownShares.sorted {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }
    return .array(
      keys.map { key, sharers in
        [
          .string(key), .numbers(sharers.map(\.index)),
          .numbers(compiled.valuesOfKey[key, default: []].map(\.index)),
        ]
      })
  }

  /// Claims of independence that no way in the model contradicts, as pairs.
  private var claims: [Int] {
    IndependenceClaim.all(in: compiled).filter { $0.contradiction == nil }
      .flatMap { [$0.vertex.index, $0.of.index] }
  }

  // MARK: - Groups that fail together

  /// What a question may name beside elements, the empty ones left out.
  private var groups: [JSONValue?] {
    let model = compiled.model
    let names = Self.languages.map { DisplayNames(compiled: compiled, language: $0) }
    let parties = model.parties.flatMap { party in
      ["supplier", "operator", "party"].map { word in
        group("\(word):\(party.id)", word) { names[$0 == .dutch ? 0 : 1].party(party.id) }
      }
    }
    let contracts = model.contracts.map { contract in
      group("contract:\(contract.id)", "contract") { contract.name?.text(in: $0) ?? contract.id }
    }
    let networks = compiled.networks.networks.map { network in
      group("network:\(network.name)", "network") { _ in network.name }
    }
    let tags = Set(model.components.flatMap(\.tags)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let kinds = ComponentKind.allCases.map { kind in
      group("kind:\(kind.rawValue)", "kind") { Phrases($0).word(kind) }
    }
    return parties + contracts + networks + kinds
      + tags.map { tag in
        group("tag:\(tag)", "tag") { _ in tag }
      }
  }

  private func group(
    _ selector: String, _ word: String, named name: (Language) -> String
  ) -> JSONValue? {
    // A component's own id may look like a selector, and then it is what is meant.
    guard compiled.vertex(of: selector) == nil,
      let seeds = try? compiled.seeds([selector]),
      !seeds.vertices.isEmpty || !seeds.unknownExtent.isEmpty
    else { return nil }
    return [
      "selector": .string(selector), "word": .string(word), "name": texts(name),
      "members": .numbers(seeds.vertices.map(\.index)),
      "isComplete": .bool(seeds.unknownExtent.isEmpty),
    ]
  }
}
