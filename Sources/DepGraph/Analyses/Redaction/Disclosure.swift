/// What a partner may be shown, fact by fact.
struct Disclosure {
  /// How a thing is shown.
  enum Grade: Int, Comparable {
    /// By its name.
    case named
    /// By a pseudonym: its marking does not let its name go, but not its being there either is told
    /// to be kept.
    case pseudonym
    /// Not at all; only that something was left out is said.
    case omitted

    /// The more open first.
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  private let model: Model
  private let partner: SharingPartner
  /// The ids of the partner's party and of all that are part of it.
  let own: Set<String>

  /// - Complexity: O(*p*·*d*) for *p* parties in a hierarchy *d* deep.
  init(to partner: SharingPartner, in model: Model) {
    self.model = model
    self.partner = partner
    var own: Set<String> = [partner.party]
    var grows = true
    while grows {
      let parts = model.parties.filter { party in
        !own.contains(party.id) && party.parent.map(own.contains) == true
      }
      own.formUnion(parts.map(\.id))
      grows = !parts.isEmpty
    }
    self.own = own
  }

  /// Whether the partner owns or runs a component.
  func isOwn(_ component: Component) -> Bool {
    [component.owner, component.operator].contains { $0.map(own.contains) == true }
  }

  /// How a fact is shown.
  ///
  /// A level above what the partner may see, `RED` and `AMBER+STRICT` are never shown. Of others it
  /// takes a marking that opens: what nobody marked is shown by a pseudonym.
  ///
  /// - Parameters:
  ///   - marking: What it states; the rest comes from the model.
  ///   - isOwn: Whether it is the partner's own.
  /// - Returns: The grade.
  func grade(_ marking: Marking?, isOwn: Bool) -> Grade {
    let whole = (marking ?? Marking()).inherited(from: model.marking)
    let (level, light) = (whole.level, whole.light)
    if let level, level > partner.highestLevel { return .omitted }
    if let light, light > .amber { return .omitted }
    if isOwn { return .named }
    guard level != nil, let light, light <= partner.highestLight else { return .pseudonym }
    return .named
  }
}
