import Foundation

/// A renderer that draws every picture in a process of its own, so that Graphviz may crash or hang.
///
/// The process is a `depgraph` command, or any program that calls `RendererProcess.run()` when its
/// first argument is `RendererProcess.argument`. Renderings may run on several threads at once.
public struct IsolatedRenderer: DiagramRenderer {
  /// The path of the program.
  public var executable: String
  /// The seconds after which a process is killed.
  public var timeLimit: Double
  /// The bytes of address space that a process may use.
  public var memoryLimit: Int
  /// All of the environment of a process.
  public var environment: [String: String]
  /// What tells the program to be a renderer.
  var arguments = [RendererProcess.argument]

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

  /// Draws one picture in a new process.
  ///
  /// - Complexity: At most `timeLimit` seconds; about 50 ms more than the layout itself.
  /// - Parameter job: What to draw.
  /// - Returns: The picture.
  /// - Throws: Why there is none.
  public func render(_ job: RenderJob) throws(GraphvizError) -> Rendering {
    let request = RendererRequest(
      job: job, processorSeconds: Int(min(max(timeLimit, 0), 1e6).rounded(.up)) + 1,
      memoryBytes: memoryLimit)
    let outcome: ChildProcess.Outcome
    do throws(ChildProcess.StartFailure) {
      outcome = try ChildProcess.run(
        executable, arguments: arguments, environment: environment,
        input: request.encoded, timeLimit: .seconds(timeLimit))
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
      var rendering = try answer.result.get()
      // What cairo, pango and fontconfig have to say goes past Graphviz, straight to standard error.
      let remarks = said.split(whereSeparator: \.isNewline).map(String.init)
      // Graphviz writes whatever file cairo left when it gave up.
      if remarks.contains(where: { $0.hasPrefix("cairo:") }) { throw .captured(messages: remarks) }
      rendering.warnings += remarks
      return rendering
    }
  }

  private static func ranOutOfMemory(_ text: String) -> Bool {
    let text = text.lowercased()
    return ["out of memory", "cannot allocate memory", "bad_alloc", "error creating thread"]
      .contains { text.contains($0) }
  }
}
