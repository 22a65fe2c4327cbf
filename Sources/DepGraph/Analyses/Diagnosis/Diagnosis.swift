/// What may have failed, given what is reported to be out and what is reported to work; and what to
/// ask next.
///
/// Candidates are what searches may fail: components and common causes. A set of them explains the
/// reports if everything reported out falls with it, at least if uncertain facts are true, and nothing
/// reported to work falls with it for certain. The smallest sets are given, and the most likely one as
/// far as there are figures. Holdups count as spent.
///
///     let diagnosis = Diagnosis(of: FailureReports(out: [telephones, portal], working: [radio]), in: compiled)
///     diagnosis.explanations.first?.elements   // [software release]
///     diagnosis.questions.first?.vertex        // what to ask about next
public struct Diagnosis: Sendable {
  /// Failures that explain what is reported.
  public struct Explanation: Hashable, Sendable {
    /// What has failed together, in order.
    public let elements: [VertexID]
    /// Whether the reports follow from it for certain; else they do if uncertain facts are true.
    public let verdict: Verdict
    /// How likely it is that all of it has failed at a random moment.
    public let likelihood: Likelihood
    /// What must be out too if this is it, and was not reported on; in order.
    public let alsoOut: [VertexID]
    /// What may be out too if this is it, and was not reported on; in order.
    public let mayBeOut: [VertexID]
  }

  /// A component of which it helps to know whether it works.
  public struct Question: Hashable, Sendable {
    /// The component.
    public let vertex: VertexID
    /// How many of the explanations are left if it is out.
    public let ifOut: Int
    /// How many of the explanations are left if it works.
    public let ifWorking: Int
  }

  /// A report without which the others can be explained.
  public struct Doubt: Hashable, Sendable {
    /// The component that it is about.
    public let vertex: VertexID
    /// Whether it was reported out, and not working.
    public let wasOut: Bool
    /// A smallest explanation of the others; empty: nothing is left to explain.
    public let explanation: [VertexID]
  }

  /// What is reported.
  public let reports: FailureReports
  /// The most failures at once that were looked at.
  public let maxOrder: Int
  /// How many minimal explanations of up to so many failures there are.
  public let count: Int
  /// The first of them: the smallest first, of equals the most likely, then by ids.
  public let explanations: [Explanation]
  /// The most likely of those listed of which there are figures; nil: there are none.
  public let mostLikely: Explanation?
  /// What to ask next, what helps most first.
  public let questions: [Question]
  /// Reports that no failures of up to so many explain, together with what works; in order.
  public let unexplained: [VertexID]
  /// Where nothing explains all reports: the reports to check, in order.
  public let doubts: [Doubt]
  /// Components on which what is reported out rests, and of which a need is not known, in order.
  ///
  /// The cause may lie where the model says nothing.
  public let unknown: [VertexID]
  /// Whether all failures of up to so many were looked at.
  public let isComplete: Bool
  /// Whether they were not because so many explain the reports that more would help nobody.
  public let isLimitedByCount: Bool

  /// The number of failures at once that is looked at where nobody said another.
  public static let standardOrder = 3
  /// The most explanations that are listed and asked about.
  private static let listed = 50
  private static let mostQuestions = 5

  /// Looks for explanations.
  ///
  /// - Parameters:
  ///   - reports: What is reported.
  ///   - maxOrder: The most failures at once.
  ///   - compiled: The model.
  ///   - goesOn: Asked now and then whether the work may go on; where not, the answer is not complete.
  /// - Precondition: `maxOrder` is at least 1.
  /// - Complexity: O(*w* to the power of `maxOrder`) propagations for ways of *w* elements, a blast
  ///   radius for each explanation listed, and where there is none the search once more for each
  ///   report.
  public init(
    of reports: FailureReports, atMost maxOrder: Int = standardOrder, in compiled: CompiledModel,
    goesOn: @escaping () -> Bool = { true }
  ) {
    precondition(maxOrder >= 1, "nothing explains what has fallen")
    let search = ExplanationSearch(compiled, goesOn: goesOn)
    let sets = search.sets(explaining: reports, atMost: maxOrder)
    let figures = Unavailabilities(of: compiled, reading: .possible)
    let ranked = sets.map { ($0, Likelihood(of: $0, figures)) }.sorted {
      Self.precedes($0, $1)
    }
    let cases = ranked.prefix(Self.listed).map { set, likelihood in
      DiagnosisCase(set, likelihood, reports, compiled)
    }
    self.reports = reports
    self.maxOrder = maxOrder
    count = sets.count
    explanations = cases.map(\.explanation)
    mostLikely = explanations.filter { $0.likelihood.atMost != nil }.reduce(nil) { best, one in
      guard let best else { return one }
      return one.likelihood.isHigher(than: best.likelihood) ? one : best
    }
    questions = DiagnosisCase.questions(about: cases, atMost: Self.mostQuestions, in: compiled)
    if sets.isEmpty, search.isComplete {
      unexplained = reports.out.filter {
        let alone = FailureReports(out: [$0], working: reports.working)
        return search.sets(explaining: alone, atMost: maxOrder).isEmpty
      }
      doubts = (reports.out + reports.working).sortedOnce().compactMap { vertex in
        let rest = reports.without(vertex)
        let sets = rest.out.isEmpty ? [[]] : search.sets(explaining: rest, atMost: maxOrder)
        return sets.first.map {
          Doubt(vertex: vertex, wasOut: reports.out.contains(vertex), explanation: $0)
        }
      }
    } else {
      unexplained = []
      doubts = []
    }
    let bearing = Bearing(on: reports.out, compiled.reading(.possible)).vertices
    unknown = compiled.unknownRequirements.filter(bearing.contains)
    isComplete = search.isComplete
    isLimitedByCount = search.isLimitedByCount
  }

  /// The smaller set first, of equals the more likely one, then by ids.
  private static func precedes(
    _ first: ([VertexID], Likelihood), _ second: ([VertexID], Likelihood)
  ) -> Bool {
    if first.0.count != second.0.count { return first.0.count < second.0.count }
    if first.1.isHigher(than: second.1) { return true }
    if second.1.isHigher(than: first.1) { return false }
    return first.0.lexicographicallyPrecedes(second.0)
  }
}
