/// How a fact is known.
public enum Basis: String, Hashable, Sendable, CaseIterable {
  /// From a public source, which must be named.
  case `public`
  /// The owner's own knowledge.
  case `internal`
  /// Concluded from other facts, from an outage for instance; a note says how.
  case inferred
  /// Taken for true without a source that was opened.
  case assumed
  /// Made up, for an example or an exercise.
  case fictional

  /// Whether readings differ over it: inferred and assumed facts.
  public var isUncertain: Bool { self == .inferred || self == .assumed }
}

/// On what a fact rests: its basis and its sources, after inheritance.
public struct Evidence: Hashable, Sendable {
  /// How it is known.
  public let basis: Basis
  /// The ids of the sources; the earliest counts for what was known by a date.
  public let sources: [String]

  /// Makes it.
  public init(_ basis: Basis, sources: [String] = []) {
    self.basis = basis
    self.sources = sources
  }
}

/// A document or page that facts are taken from.
public struct Source: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its title.
  public var title: LocalizedText?
  /// How it is cited: a number of a parliamentary paper, an ISBN.
  public var reference: String?
  /// When it was published.
  public var date: CalendarDate?
  /// Its address.
  public var url: String?
  /// A remark on it.
  public var note: LocalizedText?
  /// Who may see it; nil: as the model.
  public var marking: Marking?
  /// Where it is declared.
  public var place: SourcePlace?

  /// Makes a source of which only the id is known.
  public init(id: String) { self.id = id }
}
