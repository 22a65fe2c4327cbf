import Foundation

/// A renderer that draws in other processes, so that Graphviz may crash or hang.
///
/// A process is a `depgraph` command, or any program that calls `RendererProcess.run()` when its
/// first argument is `RendererProcess.argument`. It draws one picture after the other; the next one
/// is drawn by a new process after a failure. Renderings may run on several threads at once, each then
/// has a process of its own. Copies of a renderer share the processes, which end with the last copy.
public struct IsolatedRenderer: DiagramRenderer {
  /// The path of the program.
  public var executable: String
  /// The seconds for one picture, after which its process is killed.
  public var timeLimit: Double
  /// The bytes of address space that a process may use.
  public var memoryLimit: Int
  /// All of the environment of a process.
  public var environment: [String: String]
  /// What tells the program to be a renderer.
  var arguments = [RendererProcess.argument]
  private let pool = RendererPool()

  /// Two gibibytes, of which an ordinary picture uses a tenth.
  public static let standardMemoryLimit = 2 * 1024 * 1024 * 1024

  /// Makes a renderer; nothing is started yet.
  ///
  /// - Parameters:
  ///   - executable: The path of the program that draws.
  ///   - timeLimit: The seconds after which a process is killed.
  ///   - memoryLimit: The bytes of address space that a process may use.
  ///   - environment: All of its environment; by default the little that it needs of this one's.
  public init(
    executable: String, timeLimit: Double = 10, memoryLimit: Int = standardMemoryLimit,
    environment: [String: String]? = nil
  ) {
    self.executable = executable
    self.timeLimit = timeLimit
    self.memoryLimit = memoryLimit
    self.environment =
      environment ?? Self.minimalEnvironment(of: ProcessInfo.processInfo.environment)
  }

  /// The path of the program that is running, which for the command is the renderer as well.
  public static var runningExecutable: String {
    Bundle.main.executablePath ?? CommandLine.arguments.first ?? "depgraph"
  }

  /// What a renderer needs of an environment: libraries, fonts and their cache, nothing else.
  ///
  /// Graphviz's own variables are left out: one of them names a folder from which it loads code.
  ///
  /// - Complexity: O(*n*) in the number of variables.
  /// - Parameter environment: The environment to choose from.
  /// - Returns: The chosen variables, and those that keep the process neutral and quiet.
  public static func minimalEnvironment(of environment: [String: String]) -> [String: String] {
    let kept = ["HOME", "PATH", "TMPDIR", "XDG_CACHE_HOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"]
    var chosen = environment.filter { kept.contains($0.key) || $0.key.hasPrefix("FONTCONFIG_") }
    chosen["LANG"] = "C.UTF-8"
    chosen["SWIFT_BACKTRACE"] = "enable=no"
    return chosen
  }

  /// Draws one graph in another process.
  ///
  /// - Complexity: At most `timeLimit` seconds; about 50 ms more than the layout itself for the first
  ///   picture, and nearly nothing for those after it.
  /// - Parameter job: What to draw.
  /// - Returns: The drawing.
  /// - Throws: Why there is none.
  public func render(_ job: RenderJob) throws(GraphvizError) -> Rendering {
    try answer(.drawing(job))
  }

  /// Writes a finished picture as another kind of file, in another process.
  ///
  /// - Complexity: At most `timeLimit` seconds.
  /// - Parameter job: What to write.
  /// - Returns: The file.
  /// - Throws: Why there is none.
  public func convert(_ job: ConversionJob) throws(GraphvizError) -> Rendering {
    if job.format == .png { _ = try job.pixels }
    return try answer(.conversion(job))
  }

  /// Reads a text in DOT in another process, as anybody may have written it.
  ///
  /// - Complexity: At most `timeLimit` seconds.
  /// - Parameter dot: The text.
  /// - Returns: What it says, and the library's remarks on it.
  /// - Throws: Why it cannot be told.
  public func read(dot: String) throws(GraphvizError) -> GraphRows {
    let answer = try answer(.reading(dot: dot))
    guard let rows = GraphRows(answer.bytes, warnings: answer.warnings) else {
      throw .noAnswer(exitStatus: 0, standardError: "")
    }
    return rows
  }

  private func answer(_ job: RendererRequest.Job) throws(GraphvizError) -> Rendering {
    let request = RendererRequest(
      job: job, processorSeconds: Int(min(max(timeLimit, 0), 1e6).rounded(.up)) + 1,
      memoryBytes: memoryLimit)
    let program = RendererPool.Program(
      executable: executable, arguments: arguments, environment: environment,
      memoryLimit: memoryLimit)
    let outcome: ChildProcess.Outcome
    do throws(ChildProcess.StartFailure) {
      outcome = try pool.ask(program, request.encoded, timeLimit: .seconds(timeLimit))
    } catch {
      throw .cannotStart(path: executable, errorNumber: Int(error.errorNumber))
    }
    return try Self.rendering(from: outcome, timeLimit: timeLimit)
  }

  private static func rendering(
    from outcome: ChildProcess.Outcome, timeLimit: Double
  ) throws(GraphvizError) -> Rendering {
    let said = String(decoding: outcome.standardError, as: UTF8.self)
    switch outcome.end {
    case .timedOut:
      throw .timedOut(seconds: timeLimit)
    case .signaled(let signal) where signal == Int(SIGXCPU):
      throw .limitExceeded(.processorTime, standardError: said)
    case .signaled(let signal):
      if ranOutOfMemory(said) { throw .limitExceeded(.memory, standardError: said) }
      throw .crashed(signal: signal, standardError: said)
    case .exited(let status):
      // An answer counts before what was said: cairo calls any trouble "out of memory".
      guard let answer = RendererAnswer(outcome.standardOutput) else {
        if ranOutOfMemory(said) { throw .limitExceeded(.memory, standardError: said) }
        throw .noAnswer(exitStatus: status, standardError: said)
      }
      return try rendering(from: answer, said)
    case .answered:
      guard let answer = RendererAnswer(outcome.standardOutput) else {
        throw .noAnswer(exitStatus: 0, standardError: said)
      }
      return try rendering(from: answer, said)
    }
  }

  private static func rendering(
    from answer: RendererAnswer, _ said: String
  ) throws(GraphvizError) -> Rendering {
    var rendering = try answer.result.get()
    // What cairo, pango and fontconfig have to say goes past the library, straight to standard error.
    rendering.warnings += said.split(whereSeparator: \.isNewline).map(String.init)
    return rendering
  }

  private static func ranOutOfMemory(_ text: String) -> Bool {
    let text = text.lowercased()
    return ["out of memory", "cannot allocate memory", "bad_alloc", "error creating thread"]
      .contains { text.contains($0) }
  }
}
