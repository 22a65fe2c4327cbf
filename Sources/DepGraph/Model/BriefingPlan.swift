/// What a briefing of the model is held against when its reader asks for nothing else.
public struct BriefingPlan: Hashable, Sendable {
  /// The seeds that fail; empty: the widest single failure.
  public var failure: [String] = []
  /// The files of the sets of criteria, relative to the model's.
  public var criteria: [String] = []
  /// The files of the scenarios, relative to the model's.
  public var scenarios: [String] = []
  /// The file of an escalation framework that is laid over the model; nil: its own.
  public var framework: String?
  /// The files of the statutory clocks, relative to the model's.
  public var clocks: [String] = []
  /// The decision that is asked for; nil: nobody wrote it.
  public var decision: LocalizedText?

  /// Makes an empty one.
  public init() {}
}
