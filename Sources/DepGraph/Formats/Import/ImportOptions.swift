/// What whoever imports says about the source as a whole.
public struct ImportOptions: Hashable, Sendable {
  /// The name of the model; nil: what the source says, or the file's name.
  public var name: String?
  /// The language that its texts are written in.
  public var language = Language.dutch
  /// How the facts that the source states are known; what is guessed is ``Basis/assumed``.
  public var basis = Basis.internal
  /// The day that its facts describe.
  public var asOf: CalendarDate?

  /// Makes options that say nothing.
  public init() {}
}
