extension Scenario {
  /// The scenario as a file.
  ///
  /// - Parameter remarks: Lines of comment at the top: how it was made.
  /// - Returns: The text, the same bytes for the same scenario.
  /// - Complexity: O(*n*) for *n* events and expectations.
  public func yaml(remarks: [String] = []) -> String {
    var text = remarks.map { "# \($0.filter { !$0.isNewline })\n" }.joined()
    text += "depgraph-scenario: 1\n"
    if let name { text += "name: \(name.flow)\n" }
    if let model { text += "model: \(model.quotedForYAML)\n" }
    if let start { text += "start: \(start.iso8601.quotedForYAML)\n" }
    if let until { text += "until: \(Self.duration(until))\n" }
    if repair != .events { text += "repair: \(repair.rawValue)\n" }
    text += list("events", events.map(\.yaml))
    text += list(
      "lags",
      lags.map { "component: \($0.component), restart: \(Self.duration($0.restart.seconds))" })
    text += list(
      "targets",
      targets.map { target in
        let nature = target.nature.map { ", nature: \($0.rawValue)" } ?? ""
        return "component: \(target.component), restore-within: "
          + Self.duration(target.restoreWithin.seconds) + nature
      })
    if observed == [] { text += "observed: []\n" }
    text += list("expect", expectations.map(\.yaml))
    return text
  }

  private func list(_ key: String, _ members: [String]) -> String {
    members.isEmpty ? "" : "\(key):\n" + members.map { "  - {\($0)}\n" }.joined()
  }

  fileprivate static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    if whole > 0, whole.isMultiple(of: 3600) { return "\(whole / 3600)h" }
    if whole > 0, whole.isMultiple(of: 60) { return "\(whole / 60)m" }
    return "\(whole)s"
  }
}

extension Scenario.Event {
  fileprivate var yaml: String {
    var parts = ["at: \(Scenario.duration(at))"]
    if let name { parts.append("name: \(name.flow)") }
    let lists = [
      ("fail", fail), ("restore", restore), ("degrade", degrade), ("discover", discover),
      ("repair-begins", repairBegins), ("escalate", escalate), ("notify", notify),
    ]
    for (key, ids) in lists where !ids.isEmpty {
      parts.append("\(key): [\(ids.map(\.quotedForYAML).joined(separator: ", "))]")
    }
    if isManual { parts.append("manual: true") }
    if let actor { parts.append("by: \(actor)") }
    return parts.joined(separator: ", ")
  }
}

extension Scenario.Expectation {
  fileprivate var yaml: String {
    let said =
      switch claim {
      case .state(let id, let state, let at):
        "component: \(id), state: \(state.rawValue), at: \(Scenario.duration(at))"
      case .back(let id, let by, let notBefore):
        "component: \(id)" + (by.map { ", back-by: \(Scenario.duration($0))" } ?? "")
          + (notBefore.map { ", not-before: \(Scenario.duration($0))" } ?? "")
      case .outage(let id, let most):
        "component: \(id), outage-at-most: \(Scenario.duration(most.seconds))"
      case .level(let id, let by): "level: \(id), by: \(Scenario.duration(by))"
      case .notified(let id, let by): "notified: \(id), by: \(Scenario.duration(by))"
      case .discovered(let id, let by): "discovered: \(id), by: \(Scenario.duration(by))"
      }
    return said + (name.map { ", name: \($0.flow)" } ?? "")
  }
}

extension LocalizedText {
  /// The text in each of its languages, as a mapping on one line.
  fileprivate var flow: String {
    let texts = Language.allCases.filter(isWritten).map { language in
      "\(language.rawValue): \(text(in: language).quotedForYAML)"
    }
    return "{\(texts.joined(separator: ", "))}"
  }
}
