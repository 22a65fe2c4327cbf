/// What a briefing is asked, beside the model: what fails, and what else it is held against.
public struct BriefingQuestion: Sendable {
  /// Something that was read from a file.
  public struct Read<Content: Sendable>: Sendable {
    /// The file, as commands are given it.
    public let path: String
    /// What it holds.
    public let content: Content

    /// Makes one.
    public init(_ path: String, _ content: Content) {
      self.path = path
      self.content = content
    }

    /// The name of the file without its folder and ending.
    ///
    /// - Complexity: O(*n*) for a path of *n* characters.
    public var stem: String {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
      return String(name[..<dot])
    }
  }

  /// Something that was wanted and cannot be told, for the table at the end of the briefing.
  public struct Obstacle: Hashable, Sendable {
    /// The command that would tell it.
    public let command: String
    /// The file that it is about; nil: none.
    public let file: String?
    /// Why not.
    public let reason: String

    /// Makes one.
    public init(_ command: String, file: String? = nil, reason: String) {
      self.command = command
      self.file = file
      self.reason = reason
    }
  }

  /// The model's root file, as commands are given it.
  public var modelPath = ""
  /// What fails; nil: the single failure that hits the most processes and consumers.
  public var failure: Seeds?
  /// When it fails; nil: at the start of the first scenario, else nobody says.
  public var since: Instant?
  /// The sets of criteria that it is judged by.
  public var criteria: [Read<CriteriaSet>] = []
  /// The scenarios that are played.
  public var scenarios: [Read<Scenario>] = []
  /// The scenario that levels of escalation are held against, read with the framework's levels.
  public var replayed: Read<Scenario>?
  /// The escalation framework that is laid over the model; nil: the model's own.
  public var framework: Read<EscalationFramework>?
  /// The statutory clocks that are told.
  public var clocks: [Read<DutyClockSet>] = []
  /// The decision that is asked for, in the writer's words; nil: the field stays empty.
  public var decision: LocalizedText?
  /// Facts of later sources were left out; nil: none.
  public var knownBy: CalendarDate?
  /// Everything that there is to remark on the model.
  public var remarks: [Diagnostic] = []
  /// The texts that the remarks point into, by file.
  public var texts: [String: String] = [:]
  /// What could not be read, and so cannot be asked.
  public var obstacles: [Obstacle] = []
  /// How long each analysis with a limit may take.
  public var timeLimit = TimeSpan(seconds: 60) ?? .zero
  /// How many analyses run at a time, at least 1; nil: as many as there are processors.
  ///
  /// The answers are the same.
  public var threads: Int?

  /// Asks what the widest single failure does.
  public init() {}
}
