/// What a row of a table is.
enum TableRowKind: String, CaseIterable {
  case component, process, consumer, link, dependency, contract, contact, party

  /// The kind of thing that rows become: rows of one class may be about the same thing.
  var subject: TableSubject? {
    switch self {
    case .component, .process, .consumer, .link: .component
    case .contract: .contract
    case .contact: .contact
    case .party: .party
    case .dependency: nil
    }
  }

  /// The columns without which a row says nothing: of each group one is needed.
  var needed: [[TableField]] {
    switch self {
    case .dependency: [[.from], [.to]]
    case .link: [[.id, .name, .external], [.endA], [.endB]]
    default: [[.id, .name, .external]]
    }
  }

  /// The columns that such a row may have.
  var fields: Set<TableField> {
    switch self {
    case .component, .process, .consumer: TableField.ofComponents
    case .link: TableField.ofComponents.union([.endA, .endB, .network, .bandwidth, .protected])
    case .dependency:
      [.from, .to, .relation, .group, .soft, .holdup, .note, .fromKind, .toKind]
    case .contract:
      [
        .id, .name, .external, .contractKind, .provider, .customer, .covers, .availability,
        .respond, .restore, .serviceWindow, .validFrom, .validUntil, .notice, .exitStrategy,
        .priority, .nature, .note, .checked,
      ]
    case .contact:
      [
        .id, .name, .external, .party, .phone, .mobile, .email, .reach, .deputy, .hours, .track,
        .note, .role,
      ]
    case .party: [.id, .name, .external, .role, .parent, .note, .validUntil]
    }
  }
}

/// The things of a model that rows become.
enum TableSubject: String, CaseIterable {
  case component, contract, contact, party
}

/// What a column says.
enum TableField: String, CaseIterable {
  case id, name, external, kind, layer, owner, supplier, requires, note, checked, tags, users,
    people
  case economic, civil, rto, mtpd, wrt, rpo, availability, repair, restart, sector, region, site
  case duct, software, contract, holdup, ignored
  case `operator`
  case degradesWithout = "degrades-without"
  case endA = "end-a"
  case endB = "end-b"
  case network, bandwidth, protected
  case from, to, relation, group, soft
  case fromKind = "from-kind"
  case toKind = "to-kind"
  case contractKind = "contract-kind"
  case provider, customer, covers, respond, restore, notice, priority, nature
  case serviceWindow = "service-window"
  case validFrom = "valid-from"
  case validUntil = "valid-until"
  case exitStrategy = "exit-strategy"
  case party, phone, mobile, email, reach, deputy, hours, track, role, parent

  /// The columns of a row about a component.
  static let ofComponents: Set<TableField> = [
    .id, .name, .external, .kind, .layer, .owner, .operator, .supplier, .requires, .degradesWithout,
    .note, .checked, .tags, .users, .people, .economic, .civil, .rto, .mtpd, .wrt, .rpo,
    .availability, .repair, .restart, .sector, .region, .site, .duct, .software, .contract,
  ]

  /// The names by which a map may write it.
  static func named(_ text: String) -> TableField? { TableField(rawValue: text) }

  /// How values of it are compared.
  var shape: Shape {
    switch self {
    case .rto, .mtpd, .wrt, .rpo, .repair, .restart, .holdup, .respond, .restore, .notice: .duration
    case .requires, .degradesWithout, .tags, .covers, .contract, .reach, .region, .duct, .software,
      .site:
      .list
    case .validFrom, .validUntil, .checked: .date
    case .users, .people, .economic, .priority: .number
    case .availability: .share
    case .civil, .exitStrategy, .soft, .protected: .truth
    case .note, .bandwidth, .role, .external, .phone, .mobile, .email, .ignored: .remark
    default: .text
    }
  }

  /// Whether it counts whole things: half a person is a mistake of reading.
  var countsWholes: Bool { self == .users || self == .people || self == .priority }

  /// The shapes of values.
  enum Shape {
    case text, duration, list, date, number, share, truth
    /// Several may stand beside each other without contradiction.
    case remark
  }
}
