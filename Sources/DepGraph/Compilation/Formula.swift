/// A requirement over vertices.
///
/// Groups and paths stand in boxes of their own, so that a reference needs none.
enum Formula: Sendable {
  /// Always met.
  case met
  case reference(FormulaReference)
  indirect case group(FormulaGroup)
  indirect case path(FormulaPath)
  /// Nobody wrote it down.
  case unknown

  /// Whether it can be left out of a group in the possible reading: a reference or a path that
  /// rests on an inferred or assumed fact, or what nobody wrote down.
  var isUncertain: Bool {
    switch self {
    case .reference(let reference): reference.isUncertain
    case .path(let path): path.isUncertain
    case .unknown: true
    case .group, .met: false
    }
  }

  /// Whether every reading reads it as it is written, and both levels alike.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  var isPlain: Bool {
    switch self {
    case .met: true
    case .unknown: false
    case .reference(let reference):
      !reference.isUncertain && !reference.toleratesDegraded && !reference.givesDegraded
    case .path(let path): !path.isUncertain && path.isConnectedAtRest
    case .group(let group): group.members.allSatisfy { $0.isPlain }
    }
  }

  /// Whether it is not met even when nothing has failed.
  var isDeadAtRest: Bool {
    switch self {
    case .met, .reference, .unknown: false
    case .path(let path): !path.isConnectedAtRest
    case .group(let group):
      group.members.count(where: { !$0.isDeadAtRest }) < group.threshold
    }
  }
}

struct FormulaReference: Sendable {
  let vertex: VertexID
  /// The holdup in seconds.
  let delay: Double
  let toleratesDegraded: Bool
  let givesDegraded: Bool
  let isScopedToSelf: Bool
  let isUncertain: Bool
}

extension FormulaReference {
  /// A need without anything more.
  init(plain vertex: VertexID, isUncertain: Bool) {
    self.init(
      vertex: vertex, delay: 0, toleratesDegraded: false, givesDegraded: false,
      isScopedToSelf: false, isUncertain: isUncertain)
  }
}

struct FormulaGroup: Sendable {
  /// The number of members that must be met.
  var threshold: Int
  /// Whether it is read as `any` or `at-least`: its members are alternatives.
  var offersAlternatives: Bool
  var members: [Formula]
  /// The holdup in seconds.
  var delay: Double
  /// How long changing over to another member takes, in seconds.
  var switchover = 0.0
  /// Where it stands in its component, like `requires/1/any`.
  let location: String

  /// How many of its members must fail before it does; 0: it has failed from the beginning.
  var lossesToFail: Int { max(0, members.count - threshold + 1) }

  /// The same group as `all` of some members.
  func requiringAll(of members: [Formula]) -> FormulaGroup {
    var copy = self
    copy.members = members
    copy.threshold = members.count
    copy.offersAlternatives = false
    return copy
  }
}

struct FormulaPath: Sendable {
  let network: Int
  let from: VertexID
  let targets: [VertexID]
  /// The component whose requirement it is: its own level is not tested.
  let exempt: VertexID
  let delay: Double
  let isUncertain: Bool
  let isConnectedAtRest: Bool
  let location: String
}

/// How sure a reading is of uncertain facts.
public enum Reading: String, Hashable, Sendable, CaseIterable {
  /// The most favourable: uncertain requirements are dropped.
  case certain
  /// Every fact is taken as true.
  case written
  /// The least favourable: uncertain alternatives are not relied upon.
  case possible
}

extension Formula {
  /// The formula under a reading.
  ///
  /// - Parameters:
  ///   - reading: The reading.
  ///   - isAlternative: Whether its nearest group is `any` or `at-least`.
  /// - Returns: What is left of it; nil where nothing is.
  func read(_ reading: Reading, isAlternative: Bool = false) -> Formula? {
    switch self {
    case .met: return .met
    case .reference, .path:
      return reading == .certain && isUncertain && !isAlternative ? nil : self
    case .unknown:
      return reading == .certain && isAlternative ? .met : nil
    case .group(let group):
      return .group(group.read(reading))
    }
  }
}

extension FormulaGroup {
  /// The group under a reading.
  ///
  /// An `unknown` alternative is left out like an uncertain one, in the reading as written too:
  /// nobody can rely on what nobody wrote down.
  func read(_ reading: Reading) -> FormulaGroup {
    var copy = self
    guard offersAlternatives else {
      copy.members = members.compactMap { $0.read(reading) }
      copy.threshold = copy.members.count
      return copy
    }
    if reading == .certain {
      copy.members = members.compactMap { $0.read(reading, isAlternative: true) }
      return copy
    }
    var reliable: [Formula] = []
    var all: [Formula] = []
    for member in members where !member.isDeadAtRest {
      guard let read = member.read(reading, isAlternative: true) else { continue }
      all.append(read)
      if reading == .written || !member.isUncertain { reliable.append(read) }
    }
    if reliable.count >= threshold { return with(reliable) }
    // A group that is dead at rest stays so: nothing is gained by reading it as another group.
    if Formula.group(self).isDeadAtRest { return with(all) }
    return requiringAll(of: all)
  }

  private func with(_ members: [Formula]) -> FormulaGroup {
    var copy = self
    copy.members = members
    return copy
  }
}
