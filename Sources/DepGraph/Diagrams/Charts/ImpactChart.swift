/// How many processes and consumers are down over time after a failure, for certain and possibly; a
/// model without them counts components.
public struct ImpactChart: Sendable {
  private let blast: BlastRadius
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let users: [VertexID]
  private let countsUsers: Bool
  /// When each of them goes down, in seconds, those that do.
  private let certain: [Double]
  private let possible: [Double]

  /// Counts them.
  ///
  /// - Parameters:
  ///   - blast: What fails; its moment does not matter, since the chart shows all moments.
  ///   - compiled: The model.
  ///   - language: The language of its words.
  /// - Complexity: O((*v* + *a*) log *v*) for the vertices and arcs of the model.
  public init(_ blast: BlastRadius, in compiled: CompiledModel, language: Language) {
    self.blast = blast
    self.compiled = compiled
    words = DiagramWords(language)
    let known = compiled.vertices(ofKinds: [.process, .consumer])
    countsUsers = !known.isEmpty
    users = countsUsers ? known : compiled.componentVertices
    let users = self.users
    let times = { (reading: Reading) in
      let times = compiled.reading(reading).times(from: blast.failed)
      return users.map { times.down[$0] }.filter { $0 < .infinity }.sorted()
    }
    certain = times(.certain)
    possible = times(.possible)
  }

  /// Whether anything changes after the first instant: otherwise a chart says no more than a number.
  public var hasSteps: Bool { (certain + possible).contains { $0 > 0 } }

  /// The picture.
  ///
  /// - Parameter idPrefix: Begins the ids in it, so that several can stand on one page.
  /// - Returns: SVG.
  /// - Complexity: O(*n*) for *n* processes and consumers.
  public func svg(idPrefix: String) -> String { chart.svg(idPrefix: idPrefix) }

  /// What it says, as rows: the seconds after the failure, how many are down by then for certain, and
  /// how many at most.
  ///
  /// - Complexity: O(*n* log *n*) for *n* processes and consumers.
  public var rows: [(after: Double, certain: Int, possible: Int)] {
    Set(certain + possible + [0]).sorted().map { moment in
      (moment, certain.count { $0 <= moment }, possible.count { $0 <= moment })
    }
  }

  private var chart: StepChart {
    let end = max(possible.last ?? 0, certain.last ?? 0)
    var series = [line(words.pick("zeker uit", "down for certain"), certain)]
    if possible != certain {
      series.append(line(words.pick("mogelijk uit", "possibly down"), possible))
    }
    return StepChart(
      headline: headline, alternativeText: spoken, language: words.language, series: series,
      marks: [], until: end > 0 ? end * 1.15 : 3600, scale: .count)
  }

  private func line(_ name: String, _ times: [Double]) -> StepChart.Series {
    let moments = Set(times.filter { $0 > 0 }).sorted()
    return .init(
      name: name, start: Double(times.count { $0 <= 0 }),
      points: moments.map { moment in (at: moment, value: Double(times.count { $0 <= moment })) })
  }

  private var noun: String {
    guard countsUsers else { return words.word(nil, for: users.count) }
    let kinds = Set(users.compactMap { compiled.component($0)?.kind })
    return words.users(kinds, count: users.count)
  }

  private var headline: String {
    let all = words.certainAndPossible(certain.count, possible.count)
    let whole = words.pick("van \(users.count) \(noun)", "of \(users.count) \(noun)")
    return words.pick("Uiteindelijk uit: \(all) \(whole)", "Down in the end: \(all) \(whole)")
  }

  private var spoken: String {
    rows.map { row in
      words.moment(row.after) + ": " + words.certainAndPossible(row.certain, row.possible)
    }.joined(separator: "; ") + "."
  }
}
