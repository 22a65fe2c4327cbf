import Synchronization

/// Renderer processes that wait for the next job, since starting one takes longer than most drawings.
///
/// A process serves one job at a time and is ended after a failure, after so many jobs (nothing that a
/// layout made is ever freed), and with the pool.
final class RendererPool: Sendable {
  /// What a process was started as; jobs for another program do not get it.
  struct Program: Hashable {
    var executable: String
    var arguments: [String]
    var environment: [String: String]
    var memoryLimit: Int
  }

  private struct Worker {
    var program: Program
    var child: ChildProcess
    var jobCount = 0
  }

  /// The jobs after which a process is ended: some 20 MB that were never freed.
  private static let mostJobs = 100
  /// The most processes that wait.
  private static let mostIdle = 8

  private let idle = Mutex<[Worker]>([])

  deinit {
    for var worker in idle.withLock({ $0 }) { worker.child.stop() }
  }

  /// Gives a job to a process that waits, or to a new one.
  ///
  /// What goes wrong in a process that drew before is tried again in a new one, so that a failure
  /// says something of the job alone. A job that takes too long is not.
  ///
  /// - Parameters:
  ///   - program: What to start.
  ///   - request: What to write.
  ///   - timeLimit: After how long the process is killed.
  /// - Returns: What it answered or how it ended.
  /// - Throws: Why it did not start.
  func ask(
    _ program: Program, _ request: [UInt8], timeLimit: Duration
  ) throws(ChildProcess.StartFailure) -> ChildProcess.Outcome {
    if var worker = take(program) {
      let outcome = Self.ask(&worker, request, timeLimit)
      if outcome.end == .answered, Self.isSuccess(outcome) {
        put(worker)
        return outcome
      }
      if outcome.end == .answered { worker.child.stop() }
      if outcome.end == .timedOut { return outcome }
    }
    var worker = Worker(
      program: program,
      child: try ChildProcess(
        program.executable, arguments: program.arguments, environment: program.environment))
    let outcome = Self.ask(&worker, request, timeLimit)
    if outcome.end == .answered {
      if Self.isSuccess(outcome) { put(worker) } else { worker.child.stop() }
    }
    return outcome
  }

  private static func ask(
    _ worker: inout Worker, _ request: [UInt8], _ timeLimit: Duration
  ) -> ChildProcess.Outcome {
    worker.jobCount += 1
    return worker.child.ask(request, timeLimit: timeLimit) { RendererAnswer.isWhole($0) }
  }

  private static func isSuccess(_ outcome: ChildProcess.Outcome) -> Bool {
    guard case .success? = RendererAnswer(outcome.standardOutput)?.result else { return false }
    return true
  }

  private func take(_ program: Program) -> Worker? {
    idle.withLock { workers in
      workers.lastIndex { $0.program == program }.map { workers.remove(at: $0) }
    }
  }

  private func put(_ worker: Worker) {
    var worker = worker
    let isKept = idle.withLock { workers in
      guard worker.jobCount < Self.mostJobs, workers.count < Self.mostIdle else { return false }
      workers.append(worker)
      return true
    }
    if !isKept { worker.child.stop() }
  }
}
