/// What harm is counted in when failures are compared.
public enum HarmMeasure: String, Hashable, Sendable, CaseIterable {
  /// The consumers that are down.
  case consumers
  /// The processes that are down.
  case processes
  /// Both.
  case users
  /// The distinct owners of both; one without owner is its own.
  case organisations
  /// The sum of the people affected.
  case people
  /// The sum of the casualties.
  case casualties
  /// The sum of the damage, in euros.
  case economic
}

/// How much harm it is when some users are down.
///
/// Never less for more users, and for two sets of users together never more than for each by itself:
/// the bounds of a search rest on both.
struct HarmScale {
  /// The users that count, one *place* each; those of one owner stand side by side.
  let users: [VertexID]
  /// The ids of users that count but have no number.
  let withoutNumber: [String]
  /// The place of each element among `users`; -1 for the rest.
  private let places: [Int32]
  private let kind: Kind

  private enum Kind {
    case count
    /// The number of the owner of each place.
    case owners([Int])
    case sum([Double])
  }

  /// The number of words that hold one bit for each place.
  var wordCount: Int { (users.count + 63) / 64 }

  init(_ measure: HarmMeasure, in compiled: CompiledModel) {
    let kinds: Set<ComponentKind> =
      switch measure {
      case .consumers: [.consumer]
      case .processes: [.process]
      default: [.process, .consumer]
      }
    var users = compiled.vertices(ofKinds: kinds)
    var kind = Kind.count
    var without: [String] = []
    switch measure {
    case .consumers, .processes, .users: break
    case .organisations:
      let owners = users.map { compiled.ownerOfUser($0) }
      let order = users.indices.sorted { (owners[$0], users[$0]) < (owners[$1], users[$1]) }
      users = order.map { users[$0] }
      kind = .owners(Self.numbered(order.map { owners[$0] }))
    case .people, .casualties, .economic:
      let ranges = users.map { Consequences(ofLossOf: $0, in: compiled)[measure] }
      without = ranges.flatMap(\.incomplete)
      let weighty = users.indices.filter { ranges[$0].high > 0 }
      users = weighty.map { users[$0] }
      kind = .sum(weighty.map { ranges[$0].high })
    }
    self.users = users
    self.kind = kind
    withoutNumber = without
    var places = [Int32](repeating: -1, count: compiled.table.count)
    for (place, user) in users.enumerated() { places[user.index] = Int32(place) }
    self.places = places
  }

  private static func numbered(_ sorted: [String]) -> [Int] {
    var numbers: [Int] = []
    for index in sorted.indices {
      let isNew = index > 0 && sorted[index] != sorted[index - 1]
      numbers.append((numbers.last ?? 0) + (isNew ? 1 : 0))
    }
    return numbers
  }

  /// The place of a vertex of a reading's graph, or nil where it does not count.
  func place(of vertex: VertexID) -> Int? {
    guard vertex.index < places.count, places[vertex.index] >= 0 else { return nil }
    return Int(places[vertex.index])
  }

  /// The harm of a set of places, given word by word.
  ///
  /// Sums go by place, so that a set never sums to more than one that holds it, rounding included.
  func value(_ word: (Int) -> UInt64) -> Double {
    switch kind {
    case .count:
      return Double((0..<wordCount).reduce(0) { $0 + word($1).nonzeroBitCount })
    case .owners(let owners):
      var last = -1
      var count = 0.0
      forEachPlace(word) { place in
        if owners[place] != last { count += 1 }
        last = owners[place]
      }
      return count
    case .sum(let weights):
      var sum = 0.0
      forEachPlace(word) { sum += weights[$0] }
      return sum
    }
  }

  private func forEachPlace(_ word: (Int) -> UInt64, _ body: (Int) -> Void) {
    for index in 0..<wordCount {
      var rest = word(index)
      while rest != 0 {
        body(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}

extension CompiledModel {
  /// Who owns a user: its owner, else itself.
  fileprivate func ownerOfUser(_ user: VertexID) -> String {
    component(user)?.owner ?? table.id(of: user)
  }
}

extension Consequences {
  /// The consequences of one user's outage that lasts.
  init(ofLossOf user: VertexID, in compiled: CompiledModel) {
    self.init(of: [user], isCertain: { _ in true }, in: compiled)
  }

  /// The consequences of an outage of some users that lasts.
  init(
    of users: [VertexID], isCertain: (VertexID) -> Bool, in compiled: CompiledModel
  ) {
    let hits = users.map { user in
      let isSure = isCertain(user)
      return BlastRadius.Hit(
        vertex: user, after: nil, verdict: isSure ? .certain : .possible,
        atLeast: isSure ? .down : .notAffected, felt: nil)
    }
    self.init(of: hits, failed: [], after: nil, in: compiled)
  }

  /// The sum that a measure in numbers is about.
  ///
  /// - Precondition: The measure is people, casualties or damage.
  fileprivate subscript(measure: HarmMeasure) -> Range {
    switch measure {
    case .people: people
    case .casualties: casualties
    case .economic: economic
    default: preconditionFailure("a measure that counts is no sum")
    }
  }
}
