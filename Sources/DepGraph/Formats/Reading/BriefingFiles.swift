import Foundation

/// The files beside a model that a briefing is held against, each read or said to be unreadable.
///
/// A name in a model is relative to its root file. It may lead out of the model's folder into the
/// folder that holds it, where criteria and clocks lie that several models share, and no further.
public struct BriefingFiles: Sendable {
  /// A file that was read.
  public struct Found<Content: Sendable>: Sendable {
    /// Its path, as commands are given it.
    public let path: String
    /// What it holds.
    public let content: Content
  }

  /// A file that could not be used.
  public struct Obstacle: Sendable {
    /// The key that names it.
    public let key: String
    /// As it is written.
    public let written: String
    /// Why not; nil: it lies outside the folders that a model may name.
    public let error: ReadError?
  }

  /// The sets of criteria.
  public private(set) var criteria: [Found<CriteriaSet>] = []
  /// The scenarios, read against the model.
  public private(set) var scenarios: [Found<Scenario>] = []
  /// The first scenario that can be read against the levels and contacts of the framework.
  public private(set) var replayed: Found<Scenario>?
  /// The escalation framework.
  public private(set) var framework: Found<EscalationFramework>?
  /// The statutory clocks.
  public private(set) var clocks: [Found<DutyClockSet>] = []
  /// What could not be used.
  public private(set) var obstacles: [Obstacle] = []
  private let root: String
  private let model: Model

  /// Reads what a briefing is held against.
  ///
  /// - Parameters:
  ///   - plan: What the model names; what cannot be used of it is noted.
  ///   - given: What its user names, with paths as commands take them; it stands in place of what the
  ///     model names of the same kind.
  ///   - path: The model's root file.
  ///   - model: The model.
  /// - Throws: ``ReadError`` where a file that the user names cannot be read or has errors.
  /// - Complexity: O(*n*) for *n* bytes of the files.
  public init(
    _ plan: BriefingPlan, given: BriefingPlan = BriefingPlan(), besides path: String, model: Model
  ) throws(ReadError) {
    root = path
    self.model = model
    try read("criteria", plan.criteria, given.criteria) { files, path throws(ReadError) in
      try files.addCriteria(path)
    }
    // Before the scenarios, which may name its levels.
    try read(
      "framework", [plan.framework].compactMap(\.self), [given.framework].compactMap(\.self)
    ) { files, path throws(ReadError) in
      try files.addFramework(path)
    }
    try read("clocks", plan.clocks, given.clocks) { files, path throws(ReadError) in
      try files.addClocks(path)
    }
    try read("scenarios", plan.scenarios, given.scenarios) { files, path throws(ReadError) in
      try files.addScenario(path)
    }
  }
}

// MARK: - Reading

extension BriefingFiles {
  /// Reads a set of criteria.
  private mutating func addCriteria(_ path: String) throws(ReadError) {
    let read = try CriteriaReader().read(path, sectors: model.sectors)
    criteria.append(Found(path: path, content: read.criteria))
  }

  /// Reads an escalation framework, in place of one read before.
  private mutating func addFramework(_ path: String) throws(ReadError) {
    let read = try EscalationFrameworkReader().read(path, model: model)
    framework = Found(path: path, content: read)
  }

  /// Reads statutory clocks.
  private mutating func addClocks(_ path: String) throws(ReadError) {
    clocks.append(Found(path: path, content: try DutyClockReader().read(path)))
  }

  /// Reads a scenario, after the framework whose levels it may name.
  private mutating func addScenario(_ path: String) throws(ReadError) {
    if replayed == nil {
      var known = model
      if let framework {
        known.escalation = framework.content.levels
        known.contacts = framework.content.contacts
      }
      // One that names other levels than those of the framework can still be played.
      let read = try? ScenarioReader().read(path, model: known).scenario
      replayed = read.map { Found(path: path, content: $0) }
    }
    let read = try ScenarioReader().read(path, model: model)
    scenarios.append(Found(path: path, content: read.scenario))
  }

  /// Reads the files of one key.
  private mutating func read(
    _ key: String, _ planned: [String], _ given: [String],
    _ read: (inout Self, String) throws(ReadError) -> Void
  ) throws(ReadError) {
    for path in given { try read(&self, path) }
    guard given.isEmpty else { return }
    for written in planned { use(written, key, read) }
  }

  /// Reads a file that the model names, or notes why it cannot be used.
  private mutating func use(
    _ written: String, _ key: String, _ read: (inout Self, String) throws(ReadError) -> Void
  ) {
    guard let path = path(of: written) else {
      obstacles.append(Obstacle(key: key, written: written, error: nil))
      return
    }
    do throws(ReadError) {
      try InputFile.checkIsRegular(path, name: path)
      try read(&self, path)
    } catch {
      obstacles.append(Obstacle(key: key, written: written, error: error))
    }
  }

  /// The path of a file that the model names; nil: it lies outside what a model may name.
  private func path(of written: String) -> String? {
    guard !written.hasPrefix("/") else { return nil }
    let folder = (root as NSString).deletingLastPathComponent
    let path = folder.isEmpty ? written : "\(folder)/\(written)"
    let own = Self.resolve(root) as NSString
    let above = (own.deletingLastPathComponent as NSString).deletingLastPathComponent
    // A folder at the top of a disk holds more than models.
    let allowed = above == "/" ? own.deletingLastPathComponent : above
    let resolved = Self.resolve(path)
    guard resolved.hasPrefix(allowed + "/") else { return nil }
    let short = Self.withoutDetours(path)
    return Self.resolve(short) == resolved ? short : path
  }

  /// `a/c` for `a/b/../c`, which is the same file unless `b` is a link.
  private static func withoutDetours(_ path: String) -> String {
    var steps: [Substring] = []
    for step in path.split(separator: "/", omittingEmptySubsequences: false) {
      if step == "..", let last = steps.last, !last.isEmpty, last != "..", last != "." {
        steps.removeLast()
      } else {
        steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  /// A path with its symbolic links followed.
  private static func resolve(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}
