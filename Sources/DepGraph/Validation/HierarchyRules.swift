/// Rules on what stands above what: parties under parties, agreements under agreements.
enum HierarchyRules {
  static func judge(_ model: Model) -> [Diagnostic] {
    judge(model.parties.map { Member(id: $0.id, above: $0.parent, place: $0.place) }, "parent")
      + judge(model.contracts.map { Member(id: $0.id, above: $0.under, place: $0.place) }, "under")
  }

  private struct Member {
    let id: String
    let above: String?
    let place: SourcePlace?
  }

  /// Follows each chain upwards; every member is walked once.
  private static func judge(_ members: [Member], _ key: String) -> [Diagnostic] {
    var above: [String: String] = [:]
    for member in members { above[member.id] = member.above }
    var done: Set<String> = []
    var found: [Diagnostic] = []
    for member in members where !done.contains(member.id) {
      var chain: [String] = []
      var onChain: Set<String> = []
      var next: String? = member.id
      while let id = next, !done.contains(id), onChain.insert(id).inserted {
        chain.append(id)
        next = above[id]
      }
      if let id = next, onChain.contains(id), let start = chain.firstIndex(of: id) {
        let cycle = chain[start...] + [id]
        let place = members.first { $0.id == id }?.place
        let way = cycle.map { "`\($0)`" }.joined(separator: ", ")
        found.append(
          Diagnostic(.cycle, "`\(key)` goes round in a cycle: \(way)", at: place, id: id))
      }
      done.formUnion(chain)
    }
    return found
  }
}
