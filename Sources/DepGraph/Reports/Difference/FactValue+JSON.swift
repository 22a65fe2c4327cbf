extension FactValue {
  /// The value for machines: seconds, shares from 0 to 1, ids, and `"unknown"`.
  var json: JSONValue {
    switch self {
    case .unknown: return "unknown"
    case .text(let text): return .string(text)
    case .words(let dutch, let english):
      let texts = [("nl", dutch), ("en", english)]
      return .object(texts.compactMap { key, text in text.map { .init(key, .string($0)) } })
    case .number(let number): return .number(number)
    case .money(let money): return .number(money.euros)
    case .span(let span): return .number(span.seconds)
    case .share(let share):
      // As it was written: 99.9% is 0.999.
      let written = { (value: Double) in JSONValue.number((value * 1e12).rounded() / 1e12) }
      return share.isExact
        ? written(share.low) : ["low": written(share.low), "high": written(share.high)]
    case .flag(let isTrue): return .bool(isTrue)
    case .date(let date): return .string(date.description)
    case .instant(let instant): return .string(instant.iso8601)
    case .position(let position):
      return ["lat": .number(position.latitude), "lon": .number(position.longitude)]
    case .list(let items): return .texts(items)
    case .set(let items, let isOpen): return .texts(items + (isOpen ? ["unknown"] : []))
    case .needs(let needs): return .array(needs.map(\.json))
    case .hours(let hours): return hours.json
    }
  }
}

extension WeeklyHours {
  fileprivate var json: JSONValue {
    guard case .windows(let windows) = self else { return "always" }
    return .array(
      windows.map { window in
        [
          "days": .array(window.days.map { .integer($0) }), "from": .integer(window.from * 60),
          "to": .integer(window.to * 60), "zone": .string(window.zone.name),
        ]
      })
  }
}

extension ComparedNeed {
  fileprivate var json: JSONValue {
    switch self {
    case .unknown: return "unknown"
    case .component(let need):
      var members: [JSONValue.Member] = [.init("ref", .string(need.target))]
      if let holdup = need.holdup { members.append(.init("holdup", .number(holdup.seconds))) }
      if need.toleratesDegraded { members.append(.init("tolerates", "degraded")) }
      if need.givesDegraded { members.append(.init("gives", "degraded")) }
      if need.isScopedToSelf { members.append(.init("scope", "self")) }
      if let doubt = need.doubt { members.append(.init("basis", .string(doubt.rawValue))) }
      return members.count == 1 ? .string(need.target) : .object(members)
    case .way(let way):
      var members: [JSONValue.Member] = [
        .init("over", .string(way.network)), .init("from", .text(way.from)),
        .init("to", .texts(way.targets)),
      ]
      if let holdup = way.holdup { members.append(.init("holdup", .number(holdup.seconds))) }
      if let doubt = way.doubt { members.append(.init("basis", .string(doubt.rawValue))) }
      return .object(members)
    case .group(let group):
      var members: [JSONValue.Member] = [
        .init("at-least", .integer(group.threshold)),
        .init("of", .array(group.members.map(\.json))),
      ]
      if let holdup = group.holdup { members.append(.init("holdup", .number(holdup.seconds))) }
      if let switchover = group.switchover {
        members.append(.init("switchover", .number(switchover.seconds)))
      }
      return .object(members)
    }
  }
}
