/// What one explanation says of every component.
struct DiagnosisCase {
  let explanation: Diagnosis.Explanation
  private let certainlyOut: Set<VertexID>
  private let possiblyOut: Set<VertexID>
  private let reported: Set<VertexID>

  /// - Complexity: That of a blast radius.
  init(
    _ elements: [VertexID], _ likelihood: Likelihood, _ reports: FailureReports,
    _ compiled: CompiledModel
  ) {
    let blast = BlastRadius(.init(Seeds(elements)), in: compiled)
    let certain = blast.down.filter { $0.atLeast == .down }.map(\.vertex)
    let possible = blast.down.filter { $0.atLeast != .down }.map(\.vertex)
    certainlyOut = Set(certain + elements)
    let perhaps = (blast.degraded + blast.reducedRedundancy).filter { !$0.couldBeDown.isEmpty }
    possiblyOut = Set(possible + (blast.cannotTell.map(\.vertex) + perhaps.map(\.vertex)))
    reported = Set(reports.out + reports.working)
    let isSure =
      reports.out.allSatisfy(certainlyOut.contains)
      && !reports.working.contains(where: possible.contains)
    let told = reported.union(elements)
    explanation = Diagnosis.Explanation(
      elements: elements, verdict: isSure ? .certain : .possible, likelihood: likelihood,
      alsoOut: certainlyOut.subtracting(told).sorted(),
      mayBeOut: possiblyOut.subtracting(told).sorted())
  }

  /// Whether an element is out; nil: it cannot be told.
  private func isOut(_ vertex: VertexID) -> Bool? {
    certainlyOut.contains(vertex) ? true : possiblyOut.contains(vertex) ? nil : false
  }

  /// Components whose answer tells the explanations apart best.
  ///
  /// - Parameters:
  ///   - cases: The explanations.
  ///   - limit: The most questions.
  ///   - compiled: The model.
  /// - Returns: What helps most first; of equals what people use, then by ids.
  /// - Complexity: O(*e*·*n*) for *e* explanations that touch *n* components.
  static func questions(
    about cases: [DiagnosisCase], atMost limit: Int, in compiled: CompiledModel
  ) -> [Diagnosis.Question] {
    guard let first = cases.first, cases.count > 1 else { return [] }
    let touched = Set(cases.flatMap { $0.certainlyOut.union($0.possiblyOut) })
    let candidates = touched.subtracting(first.reported).sorted().filter {
      compiled.component($0) != nil
    }
    let weights = self.weights(of: cases)
    let scored = candidates.compactMap { vertex in
      score(of: vertex, cases.map { $0.isOut(vertex) }, weights)
    }
    return scored.sorted {
      ($0.doubt, compiled.effortToSee($0.question.vertex), $0.question.vertex)
        < ($1.doubt, compiled.effortToSee($1.question.vertex), $1.question.vertex)
    }.prefix(limit).map(\.question)
  }

  /// How much each explanation counts: its probability if all are known, else less by a factor of a
  /// hundred with each failure more.
  private static func weights(of cases: [DiagnosisCase]) -> [Double] {
    let chances = cases.map { $0.explanation.likelihood.atMost ?? 0 }
    if chances.allSatisfy({ $0 > 0 }) { return chances }
    return cases.map { one in
      one.explanation.elements.reduce(1) { weight, _ in weight / 100 }
    }
  }

  /// How many explanations each answer leaves, and how much doubt is left on average; nil: the same
  /// are left, whatever the answer.
  ///
  /// Doubt is the chance that two explanations drawn by their weights differ.
  private static func score(
    of vertex: VertexID, _ answers: [Bool?], _ weights: [Double]
  ) -> (question: Diagnosis.Question, doubt: Double)? {
    let open = answers.count { $0 == nil }
    let out = answers.count { $0 == true }
    let working = answers.count - open - out
    // An answer that no explanation allows does not come, as far as they go.
    guard out + open > 0, working + open > 0, out + working > 0 else { return nil }
    let question = Diagnosis.Question(vertex: vertex, ifOut: out + open, ifWorking: working + open)
    let all = weights.reduce(0, +)
    let doubt = [true, false].reduce(0.0) { doubt, answer in
      var sum = 0.0
      var squares = 0.0
      for (said, weight) in zip(answers, weights) where said != !answer {
        // What cannot be told goes with both answers, by half.
        let share = (said == nil ? weight / 2 : weight) / all
        sum += share
        squares += share * share
      }
      return doubt + (sum > 0 ? sum - squares / sum : 0)
    }
    return (question, doubt)
  }
}

extension CompiledModel {
  /// Whether people notice a component only by looking for it: 0 what they use, 1 all else.
  fileprivate func effortToSee(_ vertex: VertexID) -> Int {
    switch component(vertex)?.kind {
    case .process, .consumer, .service, .channel, .platform: 0
    default: 1
    }
  }
}
