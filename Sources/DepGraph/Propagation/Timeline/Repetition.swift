/// Looks whether a run goes in circles, so that it would never come to rest.
///
/// Losses that come later by holdups and gains that come later by restarts can chase each other round
/// a circle for ever. The states of what ever changed are compared with an earlier one that is
/// replaced at powers of two (R. P. Brent, *An improved Monte Carlo factorization algorithm*, 1980,
/// doi:10.1007/BF01933190): as the run is determined by its state, an equal one begins a repetition.
struct Repetition {
  /// What decides how a vertex goes on.
  private struct Trace: Equatable {
    let isUp, isFailed, isHeld, wasMet, isReady: Bool
    let mode: VertexState.Mode
    let remaining: Double
  }

  private struct Picture: Equatable {
    let traces: [Trace]
    let inUse: [[VertexID]]
  }

  /// The last change from outside.
  private let lastChange: Double
  private var instants = 0
  private var picture: Picture?
  private var takenAt = 0.0
  private var nextPicture = 0
  private(set) var period: Double?
  /// The instant from which all comes again as it was one period earlier.
  private(set) var since: Double?
  private var isStopped = false

  /// The number of instants after the last change at which a run is given up.
  private static let most = 1_000_000

  init(lastChange: Double) { self.lastChange = lastChange }

  /// Whether enough was seen before an instant: one whole period after the repetition was noticed.
  func isOver(at next: Double) -> Bool {
    if isStopped { return true }
    guard let since, let period else { return false }
    return next > since + period
  }

  /// How a run ends that is over.
  var ending: Timeline.Ending? { period.map { .repeats($0) } ?? (isStopped ? .unsettled : nil) }

  /// Looks at a run at the end of an instant.
  ///
  /// - Complexity: O(1) while the run may still come to rest soon, then O(*k*) for *k* vertices that
  ///   ever changed.
  mutating func look(at run: TimelineRun) {
    guard run.now.seconds > lastChange, since == nil else { return }
    instants += 1
    // Almost all runs come to rest before this, and are never compared.
    let start = 64 + 4 * run.known.count
    guard instants >= start else { return }
    let present = Self.picture(of: run)
    if present == picture {
      since = run.now.seconds
      period = run.now.seconds - takenAt
    } else if instants >= max(nextPicture, start) {
      picture = present
      takenAt = run.now.seconds
      nextPicture = 2 * instants
    }
    isStopped = instants >= Self.most
  }

  private static func picture(of run: TimelineRun) -> Picture {
    var traces: [Trace] = []
    var inUse: [[VertexID]] = []
    for vertex in run.known {
      let state = run.states[vertex.index]
      traces.append(
        Trace(
          isUp: state.isUp, isFailed: state.isFailed, isHeld: state.isHeld, wasMet: state.wasMet,
          isReady: state.isReady, mode: state.mode,
          remaining: state.timer == .never ? .infinity : state.timer.seconds - run.now.seconds))
      if run.graph.roles[vertex.index] == .switching {
        inUse.append(run.inUse[run.graph.details[vertex.index]])
      }
    }
    return Picture(traces: traces, inUse: inUse)
  }
}
