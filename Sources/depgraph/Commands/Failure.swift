import ArgumentParser
import DepGraph

/// Why a command ends other than well; one case for each exit status of our own.
enum Failure: Error {
  /// An input has errors.
  case invalid(InvalidInput)
  /// A gate asked for with `--fail-on` fired, a check that answered found errors, or a limit ended
  /// the work.
  case answered(status: Int32)
  /// A file cannot be read.
  case unreadable(path: String, FileProblem)
  /// A file, or standard output where it is nil, cannot be written.
  case unwritable(path: String?, reason: String)
  /// The argument parser has to say it: help, a version, a wrong command line.
  case commandLine(any Error)
  /// Nothing of the kind: a defect.
  case defect(any Error)

  /// The exit statuses that are ours to give.
  enum Status {
    static let gate: Int32 = 1
    static let invalidInput: Int32 = 2
    static let defect: Int32 = 70
    static let fileProblem: Int32 = 74
    static let limit: Int32 = 75
  }

  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let invalid as InvalidInput: self = .invalid(invalid)
    case ReadError.invalid(let invalid): self = .invalid(invalid)
    case ReadError.file(let path, let problem): self = .unreadable(path: path, problem)
    case ContainerWriteError.invalid(let invalid): self = .invalid(invalid)
    case ContainerWriteError.refused(let path, let reason):
      self = .unwritable(path: path, reason: reason)
    default:
      let status = Depgraph.exitCode(for: error)
      let isParsers = status == .success || status == .validationFailure || error is ExitCode
      self = isParsers ? .commandLine(error) : .defect(error)
    }
  }

  /// Says it on standard error and ends the program.
  func end(in language: Language, mayColour: Bool) -> Never {
    let phrases = Phrases(language)
    switch self {
    case .invalid(let input):
      let result = ValidationResult(input.diagnostics, texts: input.texts)
      let style = TextStyle(isColoured: Terminal.isColoured(.error, allowed: mayColour))
      StandardStreams.write(result.errorReport(language: language).text(style), to: .error)
      Depgraph.exit(withError: ExitCode(Status.invalidInput))
    case .answered(let status): Depgraph.exit(withError: ExitCode(status))
    case .unreadable(let path, let problem):
      fail(phrases.cannotRead(path, problem.obstacle), Status.fileProblem)
    case .unwritable(let path, let reason):
      fail(phrases.cannotWrite(path, reason), Status.fileProblem)
    case .commandLine(let error): Depgraph.exit(withError: error)
    case .defect(let error): fail(phrases.defect("\(error)"), Status.defect)
    }
  }

  private func fail(_ message: String, _ status: Int32) -> Never {
    StandardStreams.say(message)
    Depgraph.exit(withError: ExitCode(status))
  }
}

extension FileProblem {
  /// It as messages name it.
  var obstacle: Phrases.ReadingObstacle {
    switch self {
    case .notFound: .notFound
    case .isDirectory: .isDirectory
    case .refused(let words): .refused(words)
    }
  }
}
