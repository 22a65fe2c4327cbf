/// What a model says of something in one respect, so that what means the same is equal.
public enum FactValue: Hashable, Sendable {
  /// A word or an id.
  case text(String)
  /// A text that people wrote, as far as it is written in each language.
  case words(dutch: String?, english: String?)
  /// A number.
  case number(Double)
  /// An amount of money.
  case money(Money)
  /// A length of time.
  case span(TimeSpan)
  /// A share, exact or as an interval.
  case share(Ratio)
  /// Yes or no.
  case flag(Bool)
  /// A day.
  case date(CalendarDate)
  /// A moment.
  case instant(Instant)
  /// Hours of the week, windows in order.
  case hours(WeeklyHours)
  /// A place on earth.
  case position(Position)
  /// Words or ids of which the order says something.
  case list([String])
  /// Words or ids in order, and whether one more is `unknown`.
  case set([String], isOpen: Bool)
  /// What is needed.
  case needs([ComparedNeed])
  /// `unknown`, in so many words.
  case unknown

  /// Whether something in it is not known.
  ///
  /// - Complexity: O(*n*) for *n* needs.
  public var holdsUnknown: Bool {
    switch self {
    case .unknown, .set(_, isOpen: true): true
    case .needs(let needs): needs.contains(where: \.hasUnknown)
    default: false
    }
  }

  /// The same in a model in which one thing is called otherwise.
  func renaming(_ old: String, to new: String) -> FactValue {
    let name = { (id: String) in id == old ? new : id }
    switch self {
    case .text(let id): return .text(name(id))
    case .list(let ids): return .list(ids.map(name))
    case .set(let ids, let isOpen): return .set(ids.map(name).inByteOrder, isOpen: isOpen)
    case .needs(let needs): return .needs(needs.map { $0.renaming(old, to: new) }.inOrder)
    default: return self
    }
  }
}

extension [ComparedNeed] {
  /// The needs in an order that does not depend on how they were written.
  var inOrder: [ComparedNeed] { map { ($0, $0.key) }.sorted { $0.1 < $1.1 }.map(\.0) }
}

// MARK: - From the parts of a model; nil is what nobody mentioned

extension FactValue {
  init?(_ text: String?) {
    guard let text else { return nil }
    self = .text(text)
  }

  init?(_ text: LocalizedText?) {
    guard let text else { return nil }
    let written = { (language: Language) in
      text.isWritten(in: language) ? text.text(in: language) : nil
    }
    self = .words(dutch: written(.dutch), english: written(.english))
  }

  init?(_ span: TimeSpan?) {
    guard let span else { return nil }
    self = .span(span)
  }

  init?(_ share: Ratio?) {
    guard let share else { return nil }
    self = .share(share)
  }

  init?(_ date: CalendarDate?) {
    guard let date else { return nil }
    self = .date(date)
  }

  init?(_ instant: Instant?) {
    guard let instant else { return nil }
    self = .instant(instant)
  }

  init?(_ position: Position?) {
    guard let position else { return nil }
    self = .position(position)
  }

  init?(_ isTrue: Bool?) {
    guard let isTrue else { return nil }
    self = .flag(isTrue)
  }

  init?(_ value: Stated<Double>?) {
    guard let value else { return nil }
    self = value.value.map(FactValue.number) ?? .unknown
  }

  init?(_ value: Stated<Money>?) {
    guard let value else { return nil }
    self = value.value.map(FactValue.money) ?? .unknown
  }

  init?(_ value: Stated<TimeSpan>?) {
    guard let value else { return nil }
    self = value.value.map(FactValue.span) ?? .unknown
  }

  init?(_ value: Stated<[String]>?) {
    guard let value else { return nil }
    self = value.value.map { .set(Set($0).inByteOrder, isOpen: false) } ?? .unknown
  }

  /// Ids of which the order says nothing; nil: there are none.
  init?(anyOrder ids: some Sequence<String>) {
    let ids = Set(ids)
    guard !ids.isEmpty else { return nil }
    self = .set(ids.inByteOrder, isOpen: false)
  }

  /// Hours, unless they are all.
  init?(_ hours: WeeklyHours) {
    guard case .windows(let windows) = hours else { return nil }
    let sorted = windows.map { window in
      (window, [window.from, window.to] + window.days)
    }.sorted { $0.1.lexicographicallyPrecedes($1.1) }
    self = .hours(.windows(sorted.map(\.0)))
  }

  /// What a requirement needs; nil: nothing.
  init?(_ requirement: Requirement, orUnknown isUnknown: Bool = false) {
    var needs = ComparedNeed.all(of: requirement)
    if isUnknown, !needs.contains(.unknown) { needs.append(.unknown) }
    guard !needs.isEmpty else { return nil }
    self = .needs(needs.inOrder)
  }
}
