/// What differs between two answers, as paths into their JSON.
///
/// Things in a list that have an `id` (or a `rule`, `key`, …) of their own are compared with the one of
/// the same id, so that one that came in between is one difference and not many.
public struct ResultComparison: Hashable, Sendable {
  /// One difference; nil: it is not there.
  public struct Difference: Hashable, Sendable {
    /// Where, like `result.down[router-a].after`.
    public let path: String
    /// What it was.
    public let before: JSONValue?
    /// What it is.
    public let after: JSONValue?
  }

  /// The differences, in the order of the earlier answer.
  public private(set) var differences: [Difference] = []

  /// Whether nothing differs.
  public var isSame: Bool { differences.isEmpty }

  /// Compares what two envelopes answer: their results, whether they are complete, and the remarks on
  /// the model.
  ///
  /// Keys that only the later one has are no difference where the program is another version, since
  /// keys may be added. Of files that remarks stand in the names count, not the folders.
  ///
  /// - Parameters:
  ///   - before: The earlier envelope.
  ///   - after: The later envelope.
  /// - Complexity: O(*n*) for *n* values.
  public init(_ before: JSONValue, _ after: JSONValue) {
    let version = { (envelope: JSONValue) in envelope["tool"]?["version"] }
    let mayAdd = version(before) != version(after)
    for key in ["complete", "warnings", "result"] {
      compare(before[key], after[key], at: key, mayAdd: mayAdd)
    }
  }

  private mutating func compare(
    _ before: JSONValue?, _ after: JSONValue?, at path: String, mayAdd: Bool
  ) {
    guard before != after else { return }
    switch (before, after) {
    case (.object(let one)?, .object(let other)?):
      let known = Set(one.map(\.key))
      for member in one {
        compare(member.value, after?[member.key], at: "\(path).\(member.key)", mayAdd: mayAdd)
      }
      for member in other where !known.contains(member.key) && !mayAdd {
        differences.append(
          Difference(path: "\(path).\(member.key)", before: nil, after: member.value))
      }
    case (.array(let one)?, .array(let other)?):
      compare(one, other, at: path, mayAdd: mayAdd)
    case (.string(let one)?, .string(let other)?)
    where (path.hasSuffix(".file") || path.hasSuffix(".place")) && one.lastStep == other.lastStep:
      return
    default: differences.append(Difference(path: path, before: before, after: after))
    }
  }

  private mutating func compare(
    _ before: [JSONValue], _ after: [JSONValue], at path: String, mayAdd: Bool
  ) {
    guard let old = Self.keys(of: before), let new = Self.keys(of: after) else {
      for index in 0..<max(before.count, after.count) {
        compare(
          index < before.count ? before[index] : nil, index < after.count ? after[index] : nil,
          at: "\(path)[\(index)]", mayAdd: mayAdd)
      }
      return
    }
    let places = Dictionary(
      new.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, key) in old.enumerated() {
      compare(
        before[index], places[key].map { after[$0] }, at: "\(path)[\(key)]", mayAdd: mayAdd)
    }
    let known = Set(old)
    for (index, key) in new.enumerated() where !known.contains(key) {
      differences.append(Difference(path: "\(path)[\(key)]", before: nil, after: after[index]))
    }
    let kept = old.filter(Set(new).contains)
    let order = new.filter(known.contains)
    if kept != order {
      differences.append(
        Difference(path: "\(path) (order)", before: .texts(kept), after: .texts(order)))
    }
  }

  /// What tells the things of a list apart: their ids, or themselves where they are texts; nil: nothing
  /// does.
  private static func keys(of items: [JSONValue]) -> [String]? {
    var keys: [String] = []
    for item in items {
      if case .string(let text)? = item["id"] {
        keys.append(text)
      } else if case .string(let text) = item {
        keys.append(text)
      } else {
        return nil
      }
    }
    return Set(keys).count == keys.count ? keys : nil
  }
}

extension String {
  /// What stands after the last slash.
  fileprivate var lastStep: Substring { split(separator: "/").last ?? "" }
}
