/// The expectations of some models, and of scenarios played on them, with what came of them.
public struct TestReview: Sendable {
  /// The tests of one file.
  public struct Suite: Sendable {
    /// What the file holds.
    public enum Content: Sendable {
      /// A model with its expectations.
      case model(ModelTest)
      /// A scenario, played on the model that it names.
      case scenario(ScenarioRun)
    }

    /// The file as its user named it.
    public let file: String
    /// The model.
    public let compiled: CompiledModel
    /// What was tested.
    public let content: Content

    /// Makes it.
    public init(file: String, _ compiled: CompiledModel, _ content: Content) {
      self.file = file
      self.compiled = compiled
      self.content = content
    }

    /// What came of each of its claims, in the order told.
    ///
    /// - Complexity: O(*n*) for *n* claims.
    public var verdicts: [ClaimVerdict] {
      switch content {
      case .model(let test): test.claims.map(\.verdict)
      case .scenario(let run): run.expectations.map(\.verdict)
      }
    }

    /// The file's name without its folder.
    var name: String { file.withoutFolder }
  }

  /// The coverage of a model by all that was tested on it.
  public struct Coverage: Sendable {
    /// The files whose tests count.
    public let files: [String]
    /// The model.
    public let compiled: CompiledModel
    /// What they speak of.
    public let coverage: TestCoverage
  }

  /// The files in the order asked.
  public let suites: [Suite]
  /// The only reading that counted; nil: all did.
  public let reading: Reading?
  /// The coverage of each model, in the order of the files; models with the same bytes are one.
  public let coverage: [Coverage]

  /// Puts tests together.
  ///
  /// - Parameters:
  ///   - suites: The tests of each file.
  ///   - reading: The only reading that counted; nil: all did.
  /// - Complexity: O(*s*² + *n*) for *s* files and *n* elements and claims.
  public init(_ suites: [Suite], reading: Reading? = nil) {
    self.suites = suites
    self.reading = reading
    var groups: [[Suite]] = []
    for suite in suites {
      let digest = suite.compiled.model.digest
      let place = groups.firstIndex { $0[0].compiled.model.digest == digest && !digest.isEmpty }
      if let place { groups[place].append(suite) } else { groups.append([suite]) }
    }
    coverage = groups.map { group in
      var tests: [ModelTest] = []
      var runs: [ScenarioRun] = []
      for suite in group {
        switch suite.content {
        case .model(let test): tests.append(test)
        case .scenario(let run): runs.append(run)
        }
      }
      return Coverage(
        files: group.map(\.file), compiled: group[0].compiled,
        coverage: TestCoverage(of: group[0].compiled, tests: tests, runs: runs))
    }
  }

  /// How many claims have a verdict.
  ///
  /// - Complexity: O(*n*) for *n* claims.
  public func count(_ verdict: ClaimVerdict) -> Int {
    suites.reduce(0) { $0 + $1.verdicts.count { $0 == verdict } }
  }

  /// The number of claims.
  ///
  /// - Complexity: O(*s*) for *s* files.
  public var claimCount: Int { suites.reduce(0) { $0 + $1.verdicts.count } }

  /// Whether the claims of every model, with its scenarios, speak of at least a share of its
  /// components.
  ///
  /// - Parameter share: The share, from 0 to 1.
  /// - Returns: Whether they do; a model without components does.
  /// - Complexity: O(*m*) for *m* models.
  public func covers(atLeast share: Double) -> Bool {
    coverage.allSatisfy { $0.coverage.components.touchedShare ?? 1 >= share }
  }
}

extension String {
  /// The last part of a path.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  var withoutFolder: String { split(separator: "/").last.map(String.init) ?? self }
}
