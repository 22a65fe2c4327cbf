/// An instant of a run, and whether it moves along when the run's one shifting change is shifted.
struct TimelineMoment: Sendable, Hashable {
  var seconds: Double
  var moves: Bool

  static let never = TimelineMoment(seconds: .infinity, moves: false)
}

/// A vertex at some instant of a run.
struct VertexState: Sendable {
  /// What a group with a switchover is doing.
  enum Mode: UInt8, Sendable {
    /// It runs on what it has in use, or waits for just that to come back.
    case running
    /// It is changing over.
    case changing
    /// It has changed over, and runs on the first that are met.
    case free
  }

  /// How many of its inputs are lost; of a path 1 when no way is left.
  var unmet: Int32
  /// Whether it works, or is met for those who need it.
  var isUp: Bool
  /// Whether it has failed by itself.
  var isFailed = false
  /// Whether it was started by hand and still waits for what it needs.
  var isHeld = false
  /// Whether it is only supposed to be up, to see whether a start by hand would last.
  var isSupposed = false
  /// At the end of the last instant: whether it was up.
  var wasUp: Bool
  /// At the end of the last instant: whether it could work, or its input was met.
  var wasMet: Bool
  /// Whether its restart has passed since it last could not work.
  var isReady = true
  /// Whether something about it changed in this instant.
  var isTouched = false
  /// Whether something about it ever changed in this run.
  var isKnown = false
  /// What it is doing, if it changes over.
  var mode = Mode.running
  /// The number of its present timer: an older one that rings is not meant.
  var stamp: UInt32 = 0
  /// When its timer rings.
  var timer = TimelineMoment.never
  /// Since when it is out.
  var outSince = TimelineMoment.never

  init(unmet: Int32, isUp: Bool, isMet: Bool) {
    self.unmet = unmet
    self.isUp = isUp
    wasUp = isUp
    wasMet = isMet
  }
}
