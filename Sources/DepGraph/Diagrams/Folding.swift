/// Folds a sketch until people can read it, and tells what was folded.
///
/// Only crowded places are folded. Figures that differ in nothing that is drawn go first, then
/// those of one network, then those of one owner, then those of one kind.
struct Folding {
  /// The most shapes of a diagram.
  static let mostShapes = 40

  /// The folded sketch.
  private(set) var sketch: Sketch
  /// The number of things that stand in groups now.
  private(set) var foldedCount = 0
  /// The number of groups.
  private(set) var groupCount = 0

  /// What figures must have in common to be folded, from the least loss to the greatest.
  private enum Level: CaseIterable {
    case sameNeighbours, sameNetwork, sameOwner, sameKind, sameState
  }

  /// - Parameters:
  ///   - sketch: What to fold.
  ///   - crowded: The figures that stand in a place with too many; all of them where the whole is
  ///     too large.
  /// - Complexity: O(*f*·(*f* + *e*) log *e*) for *f* figures and *e* edges.
  init(_ sketch: Sketch, crowded: (Sketch) -> [Int]) {
    self.sketch = sketch
    for level in Level.allCases {
      while true {
        let places = crowded(self.sketch)
        guard !places.isEmpty, let group = largestGroup(of: places, level) else { break }
        self.sketch.fold(group)
      }
    }
    for figure in self.sketch.figures where figure.ids.count > 1 {
      foldedCount += figure.ids.count
      groupCount += 1
    }
  }

  private func largestGroup(of places: [Int], _ level: Level) -> [Int]? {
    var groups: [[String]: [Int]] = [:]
    for index in places {
      guard let key = key(of: index, level) else { continue }
      groups[key, default: []].append(index)
    }
    return groups.values.filter { $0.count > 1 }.min {
      ($1.count, $0[0]) < ($0.count, $1[0])
    }
  }

  private func key(of index: Int, _ level: Level) -> [String]? {
    let figure = sketch.figures[index]
    guard figure.role != .focus, figure.role != .origin else { return nil }
    let state = [figure.band, figure.role.rawValue, "\(figure.isPossible)"]
    let kind = figure.kind?.rawValue ?? "-"
    switch level {
    case .sameNeighbours:
      let neighbours = sketch.edges.compactMap { edge -> String? in
        if edge.from == index { return ">\(edge.to) \(edge.role.rawValue)" }
        return edge.to == index ? "<\(edge.from) \(edge.role.rawValue)" : nil
      }
      return state + [kind, "\(figure.outline)"] + neighbours
    case .sameNetwork:
      guard let network = figure.network else { return nil }
      return state + [network]
    case .sameOwner:
      return state + [kind, figure.owner ?? "-"]
    case .sameKind:
      return state + [kind]
    case .sameState:
      return state
    }
  }
}
