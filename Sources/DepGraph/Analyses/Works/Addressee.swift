/// Someone to tell of planned works, with what concerns them.
public struct Addressee: Hashable, Sendable {
  /// Why they are told.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// Something of theirs is hit.
    case affected
    /// Their work does something only together with another one: could it move?
    case carrier
  }

  /// Someone who can be called.
  public struct Person: Hashable, Sendable {
    /// The id of the contact.
    public let contact: String
    /// The channels by which they are reached that are out at some time of the works.
    public let lost: [String]
  }

  /// Why they are told.
  public let role: Role
  /// The id of the party; nil: nobody wrote down whose it is.
  public let party: String?
  /// The party whose contacts are named, where it is one above; nil: the party itself.
  public let through: String?
  /// Whom to call; empty: nobody is known.
  public let people: [Person]
  /// The works that concern them, by their place.
  public let windows: [Int]
  /// What happens to what is theirs, the worst first; for a carrier nothing, since it is not theirs to
  /// know.
  public let effects: [PlannedWorks.Effect]

  /// Everybody who is to be told.
  ///
  /// - Complexity: O((*u* + *w*)·(*p* + *c*)) for *u* users hit, *w* works, *p* parties, *c* contacts.
  static func all(
    windows: [PlannedWorks.Window], users: [PlannedWorks.Effect],
    channels: [PlannedWorks.Effect], overlaps: [PlannedWorks.Overlap], in compiled: CompiledModel
  ) -> [Addressee] {
    let book = AddressBook(compiled.model, lost: lost(channels, in: compiled))
    var byOwner: [String?: [PlannedWorks.Effect]] = [:]
    for user in users {
      let component = compiled.component(user.vertex)
      byOwner[component?.owner ?? component?.operator, default: []].append(user)
    }
    let affected = byOwner.map { party, effects in
      book.addressee(
        .affected, party, windows: Set(effects.flatMap(\.spells).flatMap(\.windows)).sorted(),
        effects: effects)
    }
    var works: [String?: Set<Int>] = [:]
    for overlap in overlaps where overlap.effects.contains(where: { $0.worst >= .degraded }) {
      for window in overlap.windows {
        for party in carriers(of: windows[window], in: compiled) {
          works[party, default: []].formUnion(overlap.windows)
        }
      }
    }
    let carriers = works.map { party, windows in
      book.addressee(.carrier, party, windows: windows.sorted(), effects: [])
    }
    return (affected + carriers).sorted { left, right in
      let key = { (one: Addressee) in (one.role == .affected ? 0 : 1, one.party ?? "\u{10FFFF}") }
      return key(left) < key(right)
    }
  }

  private static func lost(
    _ channels: [PlannedWorks.Effect], in compiled: CompiledModel
  ) -> Set<String> {
    Set(channels.filter { $0.worst == .down }.map { compiled.table.id(of: $0.vertex) })
  }

  /// Who does a work: the party whose id or name is announced, else those that run its objects.
  private static func carriers(
    of window: PlannedWorks.Window, in compiled: CompiledModel
  ) -> [String?] {
    let named = window.notice.provider.map { $0.lowercased() }
    let party = compiled.model.parties.first { party in
      let names = [party.name?.text(in: .dutch), party.name?.text(in: .english)]
      return ([party.id] + names.compactMap(\.self)).contains { $0.lowercased() == named }
    }
    if let party { return [party.id] }
    let operators = window.vertices.compactMap { compiled.component($0)?.operator }
    return operators.isEmpty ? [nil] : Set(operators).sorted()
  }
}

/// The contacts of parties.
private struct AddressBook {
  private let parents: [String: String]
  private let contacts: [String: [Contact]]
  private let lost: Set<String>

  init(_ model: Model, lost: Set<String>) {
    self.lost = lost
    parents = Dictionary(
      model.parties.compactMap { party in party.parent.map { (party.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    contacts = Dictionary(grouping: model.contacts.filter { $0.party != nil }) { $0.party ?? "" }
  }

  func addressee(
    _ role: Addressee.Role, _ party: String?, windows: [Int], effects: [PlannedWorks.Effect]
  ) -> Addressee {
    var reached = party
    var seen: Set<String> = []
    while let id = reached, contacts[id] == nil, seen.insert(id).inserted { reached = parents[id] }
    let people = reached.flatMap { contacts[$0] } ?? []
    return Addressee(
      role: role, party: party,
      through: reached != party && !people.isEmpty ? reached : nil,
      people: people.map { .init(contact: $0.id, lost: $0.reach.filter(lost.contains)) },
      windows: windows, effects: effects)
  }
}
