/// An escalation framework: the levels, and whom they name that the model does not know.
///
/// A model carries its own; one that stands in a file of its own can be laid over any model.
public struct EscalationFramework: Hashable, Sendable {
  /// Its name; nil: it is the model's own.
  public var name: LocalizedText?
  /// On what it rests.
  public var evidence = Evidence(.internal)
  /// A remark, shown in every result.
  public var note: LocalizedText?
  /// Where it comes from.
  public var sources: [Source] = []
  /// Who can be called; where the model has a contact of the same id, the model's counts.
  public var contacts: [Contact] = []
  /// The levels, in the order declared.
  public var levels: [EscalationLevel] = []
  /// SHA-256 over the bytes of its file, in hexadecimal; empty: it is the model's own.
  public var digest = ""

  /// Makes an empty one.
  public init() {}

  /// The framework that a model carries.
  public init(of model: Model) {
    evidence = Evidence(model.basis)
    contacts = model.contacts
    levels = model.escalation
  }

  /// The levels, the lightest first; of one rank in the order declared.
  ///
  /// - Complexity: O(*l* log *l*) for *l* levels.
  public var ascending: [EscalationLevel] {
    levels.enumerated().sorted {
      ($0.element.level, $0.offset) < ($1.element.level, $1.offset)
    }.map(\.element)
  }
}
