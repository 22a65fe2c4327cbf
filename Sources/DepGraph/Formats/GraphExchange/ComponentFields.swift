/// A value of a component that an attribute of a node can hold, and the attribute.
///
/// One table for both directions, so that nothing is written that is not read back.
struct ComponentField: Sendable {
  /// The attribute's name: that of the key in a model file.
  let name: String
  /// What kind of value it is, for formats that tell.
  var kind = AttributedGraph.Attribute.Kind.text
  /// The value as text; nil: there is none.
  let text: @Sendable (Component) -> String?
  /// Takes a text over; false: it does not mean such a value.
  let take: @Sendable (inout Component, String) -> Bool

  /// All of them, in the order written; names, facts and network of a component are apart.
  static let all: [ComponentField] =
    plain + times + shares + lists
    + [
      ComponentField(
        name: "lat", kind: .number, text: { $0.position.map { ExactText.of($0.latitude) } }
      ) {
        position(&$0, latitude: Double(decimal: $1), longitude: $0.position?.longitude ?? 0)
      },
      ComponentField(
        name: "lon", kind: .number, text: { $0.position.map { ExactText.of($0.longitude) } }
      ) {
        position(&$0, latitude: $0.position?.latitude ?? 0, longitude: Double(decimal: $1))
      },
    ]

  /// The same by name.
  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  // MARK: - By type of value

  private static let plain: [ComponentField] = [
    ComponentField(name: "kind", text: { $0.kind.rawValue }) { component, text in
      guard let kind = ComponentKind(rawValue: text) else { return false }
      component.kind = kind
      return true
    },
    word("layer", \.layer), word("owner", \.owner), word("operator", \.operator),
    word("product-of", \.productOf), word("sector", \.sector), word("by", \.checkedBy),
    flag("civil", \.isCivil), flag("never-fails", \.neverFails),
    flag("manual-start", \.startsManually),
    ComponentField(name: "checked", text: { $0.checked?.description }) { component, text in
      component.checked = CalendarDate(text: text)
      return component.checked != nil
    },
  ]

  private static let times: [ComponentField] = [
    time("mtbf", \.dependability.meanTimeBetweenFailures),
    time("mttr", \.dependability.meanTimeToRepair), time("repair", \.repair),
    time("restart", \.restart), time("rto", \.continuity.recoveryTimeObjective),
    time("wrt", \.continuity.workRecoveryTime), time("mtpd", \.continuity.maximumTolerablePeriod),
    time("rpo", \.continuity.recoveryPointObjective),
  ]

  private static let shares: [ComponentField] = [
    ComponentField(
      name: "availability", text: { $0.dependability.availability.map { ExactText.of($0) } }
    ) { component, text in
      component.dependability.availability = ExactText.ratio(text)
      return component.dependability.availability != nil
    },
    ComponentField(
      name: "users",
      text: {
        switch $0.users {
        case .known(let count): ExactText.of(count)
        case .unknown: "unknown"
        case nil: nil
        }
      }
    ) { component, text in
      if text == "unknown" {
        component.users = .unknown
        return true
      }
      guard let count = Double(decimal: text), count >= 0 else { return false }
      component.users = .known(count)
      return true
    },
  ]

  private static let lists: [ComponentField] = [
    list("regions", \.regions), list("tags", \.tags), list("skills", \.skills),
    ComponentField(
      name: "external",
      text: { ExactText.of($0.external.map { "\($0.register)=\($0.id)" }) }
    ) { component, text in
      for item in ExactText.list(text) {
        guard let sign = item.firstIndex(of: "="), sign > item.startIndex,
          item.index(after: sign) < item.endIndex
        else { return false }
        component.external.append(
          ExternalID(register: String(item[..<sign]), id: String(item[item.index(after: sign)...])))
      }
      return true
    },
  ]

  private static func word(
    _ name: String, _ path: any WritableKeyPath<Component, String?> & Sendable
  ) -> ComponentField {
    ComponentField(name: name, text: { $0[keyPath: path] }) { component, text in
      component[keyPath: path] = text
      return true
    }
  }

  private static func flag(
    _ name: String, _ path: any WritableKeyPath<Component, Bool> & Sendable
  ) -> ComponentField {
    ComponentField(name: name, kind: .flag, text: { $0[keyPath: path] ? "true" : nil }) {
      component, text in
      guard let flag = ExactText.flag(text) else { return false }
      component[keyPath: path] = flag
      return true
    }
  }

  private static func time(
    _ name: String, _ path: any WritableKeyPath<Component, TimeSpan?> & Sendable
  ) -> ComponentField {
    ComponentField(name: name, text: { $0[keyPath: path].map { ExactText.of($0) } }) {
      component, text in
      component[keyPath: path] = TimeSpan(text: text)
      return component[keyPath: path] != nil
    }
  }

  private static func list(
    _ name: String, _ path: any WritableKeyPath<Component, [String]> & Sendable
  ) -> ComponentField {
    ComponentField(name: name, text: { ExactText.of($0[keyPath: path]) }) { component, text in
      component[keyPath: path] = ExactText.list(text)
      return true
    }
  }

  private static func position(
    _ component: inout Component, latitude: Double?, longitude: Double?
  ) -> Bool {
    guard let latitude, let longitude else { return false }
    component.position = Position(latitude: latitude, longitude: longitude)
    return component.position != nil
  }
}
