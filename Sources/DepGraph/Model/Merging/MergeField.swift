/// Something with an id that several models may state.
protocol MergeableThing: Hashable {
  var id: String { get }
  var place: SourcePlace? { get set }
  /// It with the ids that count in place of those that something goes by in one model alone.
  func renamed(_ names: [String: String]) -> Self
}

extension MergeableThing {
  /// It as it would be stated elsewhere.
  var withoutPlace: Self {
    var copy = self
    copy.place = nil
    return copy
  }

  func renamed(_ names: [String: String]) -> Self { self }
}

/// One key of a thing: how two statements of it become one.
struct MergeField<Thing> {
  /// The key of the model file.
  let key: String
  /// Takes over what the other states and this one does not.
  ///
  /// - Returns: What was kept and what was left, where they differ.
  let merge: (inout Thing, Thing) -> (kept: String, left: String)?

  /// A value that may be left out.
  static func optional<Value: Equatable>(
    _ key: String, _ path: WritableKeyPath<Thing, Value?>,
    _ text: @escaping (Value) -> String = { "\($0)" }
  ) -> MergeField {
    MergeField(key: key) { thing, other in
      guard let stated = other[keyPath: path] else { return nil }
      guard let kept = thing[keyPath: path] else {
        thing[keyPath: path] = stated
        return nil
      }
      return kept == stated ? nil : (text(kept), text(stated))
    }
  }

  /// A value that is something where it is left out.
  static func standard<Value: Equatable>(
    _ key: String, _ path: WritableKeyPath<Thing, Value>, _ standard: Value,
    _ text: @escaping (Value) -> String = { "\($0)" }
  ) -> MergeField {
    MergeField(key: key) { thing, other in
      let (kept, stated) = (thing[keyPath: path], other[keyPath: path])
      guard stated != standard, kept != stated else { return nil }
      guard kept != standard else {
        thing[keyPath: path] = stated
        return nil
      }
      return (text(kept), text(stated))
    }
  }

  /// Several values, of which each model may know some.
  static func union<Value: Equatable>(
    _ key: String, _ path: WritableKeyPath<Thing, [Value]>
  ) -> MergeField {
    MergeField(key: key) { thing, other in
      for value in other[keyPath: path] where !thing[keyPath: path].contains(value) {
        thing[keyPath: path].append(value)
      }
      return nil
    }
  }

  /// A text for people.
  static func text(_ key: String, _ path: WritableKeyPath<Thing, LocalizedText?>) -> MergeField {
    MergeField(key: key) { thing, other in
      guard let stated = other[keyPath: path] else { return nil }
      guard let kept = thing[keyPath: path] else {
        thing[keyPath: path] = stated
        return nil
      }
      // Texts in two languages stand beside each other.
      var texts: [Language: String] = [:]
      var differing: (kept: String, left: String)?
      for language in Language.allCases {
        let written = [kept, stated].filter { $0.isWritten(in: language) }
          .map { $0.text(in: language) }
        guard let first = written.first, let last = written.last else { continue }
        texts[language] = first
        if first != last, differing == nil { differing = (first, last) }
      }
      if !texts.isEmpty { thing[keyPath: path] = LocalizedText(texts, fallback: .dutch) }
      return differing
    }
  }

  /// A length of time.
  static func span(_ key: String, _ path: WritableKeyPath<Thing, TimeSpan?>) -> MergeField {
    optional(key, path) { MergeText.span($0) }
  }
}

/// Values as findings show them.
enum MergeText {
  /// A length of time.
  static func span(_ span: TimeSpan) -> String {
    guard span.seconds == span.seconds.rounded(.down) else { return "\(span.seconds)s" }
    var rest = Int(span.seconds)
    var text = ""
    for (unit, length) in [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)] {
      if rest >= length { text += "\(rest / length)\(unit)" }
      rest %= length
    }
    return text.isEmpty ? "0s" : text
  }

  /// A day.
  static func day(_ day: CalendarDate) -> String { day.description }

  /// A number.
  static func number(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  /// A list of words.
  static func list(_ words: [String]) -> String { "[\(words.joined(separator: ", "))]" }

  /// A value that may be stated to be unknown.
  static func stated<Value>(_ value: Stated<Value>, _ text: (Value) -> String) -> String {
    value.value.map(text) ?? "unknown"
  }

  /// What a contract covers.
  static func coverage(_ coverage: Contract.Coverage) -> String {
    switch coverage {
    case .selectors(let selectors): list(selectors)
    case .unknown: "unknown"
    }
  }

  /// A marking.
  static func marking(_ marking: Marking) -> String {
    let parts = [
      marking.classification.map { "class: \($0)" }, marking.trafficLight.map { "tlp: \($0)" },
    ]
    return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
  }

  /// A position.
  static func position(_ position: Position) -> String {
    "{lat: \(number(position.latitude)), lon: \(number(position.longitude))}"
  }

  /// The standing as vital.
  static func vital(_ standing: VitalStanding) -> String {
    let process = standing.process.map { "process: \($0.text(in: .dutch)), " } ?? ""
    return "{\(process)status: \(standing.status.rawValue)}"
  }

  /// What protection is needed.
  static func need(_ need: ProtectionNeed) -> String {
    let parts = ProtectionGoal.allCases.compactMap { goal -> String? in
      guard let level = need[goal] else { return nil }
      return "\(goal.rawValue): \(level.value?.rawValue ?? "unknown")"
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  /// A share.
  static func ratio(_ ratio: Ratio) -> String {
    ratio.isExact ? "\(ratio.low)" : "\(ratio.low)..\(ratio.high)"
  }

  /// A formula.
  static func requirement(_ requirement: Requirement) -> String {
    switch requirement {
    case .reference(let reference):
      return reference.target + (reference.holdup.map { " (\(span($0)))" } ?? "")
    case .unknown: return "unknown"
    case .path(let path):
      return "path(\(path.targets.joined(separator: "|")) over \(path.network))"
    case .group(let group):
      let members = group.members.map(Self.requirement).joined(separator: ", ")
      return switch group.need {
      case .all: "[\(members)]"
      case .any: "any(\(members))"
      case .atLeast(let count): "\(count) of (\(members))"
      case .share(let share): "\(share * 100)% of (\(members))"
      }
    }
  }
}

extension MergeField where Thing == Party {
  static var party: [MergeField] {
    [
      .text("name", \.name), .union("role", \.roles), .optional("parent", \.parent),
      .optional("products", \.products) { MergeText.stated($0, MergeText.list) },
      .optional("subcontractors", \.subcontractors) { MergeText.stated($0, MergeText.list) },
      .optional("subcontractors-complete", \.subcontractorsAreComplete),
      .optional("authorised-until", \.authorisedUntil, MergeText.day),
      .optional("substitution", \.substitution) { $0.rawValue },
      .optional("marking", \.marking, MergeText.marking),
      .text("note", \.note),
    ]
  }
}

extension MergeField where Thing == Contract {
  static var contract: [MergeField] {
    [
      .text("name", \.name), .standard("kind", \.kind, .unknown) { $0.rawValue },
      .optional("under", \.under), .optional("provider", \.provider),
      .optional("customer", \.customer),
      .standard("covers", \.covers, .selectors([]), MergeText.coverage),
      .optional("availability", \.availability, MergeText.ratio),
      .standard("targets", \.targets, []) { targets in
        targets.map { target in
          [target.priority.map { "\($0)" }, target.restoreWithin.map(MergeText.span)]
            .compactMap { $0 }.joined(separator: ": ")
        }.joined(separator: ", ")
      },
      .standard("service-window", \.serviceWindow, .always) { _ in "windows" },
      .optional("valid.from", \.validFrom, MergeText.day),
      .optional("valid.until", \.validUntil, MergeText.day), .span("notice", \.notice),
      .optional("notice-months", \.noticeMonths), .union("backed-by", \.backedBy),
      .optional("exit-strategy", \.hasExitStrategy),
      .optional("checked", \.checked, MergeText.day), .optional("by", \.checkedBy),
      .optional("marking", \.marking, MergeText.marking), .text("note", \.note),
    ]
  }
}

extension MergeField where Thing == Contact {
  static var contact: [MergeField] {
    [
      .text("name", \.name), .optional("party", \.party), .union("reach", \.reach),
      .optional("deputy", \.deputy), .standard("hours", \.hours, .always) { _ in "windows" },
      .optional("track", \.track) { $0.rawValue },
      .optional("marking", \.marking, MergeText.marking),
      .text("note", \.note),
    ]
  }
}

extension MergeField where Thing == Component {
  static var component: [MergeField] { names + figures + standing }

  private static var names: [MergeField] {
    [
      .text("name", \.name), .standard("kind", \.kind, .service) { $0.rawValue },
      .optional("layer", \.layer), .optional("owner", \.owner), .optional("operator", \.operator),
      .optional("product-of", \.productOf), .standard("ends", \.ends, [], MergeText.list),
      .standard("network", \.network, "default"),
      .optional("position", \.position, MergeText.position),
      .union("external", \.external), .union("tags", \.tags),
      .optional("marking", \.marking, MergeText.marking),
      .text("note", \.note),
    ]
  }

  private static var figures: [MergeField] {
    [
      .optional("availability", \.dependability.availability, MergeText.ratio),
      .span("mtbf", \.dependability.meanTimeBetweenFailures),
      .span("mttr", \.dependability.meanTimeToRepair), .span("repair", \.repair),
      .span("restart", \.restart), .union("skills", \.skills),
      .optional("forensic", \.forensic) { MergeText.stated($0, MergeText.span) },
      .standard("needed", \.needed, .always) { _ in "windows" },
      .span("rto", \.continuity.recoveryTimeObjective), .span("wrt", \.continuity.workRecoveryTime),
      .span("mtpd", \.continuity.maximumTolerablePeriod),
      .span("rpo", \.continuity.recoveryPointObjective),
    ]
  }

  private static var standing: [MergeField] {
    [
      .optional("restore-class", \.restoreClass), .optional("sector", \.sector),
      .union("region", \.regions),
      .optional("users", \.users) { MergeText.stated($0, MergeText.number) },
      .standard("civil", \.isCivil, false),
      .standard("impact", \.impact, []) { "\($0.count)" },
      .optional("vital", \.vital, MergeText.vital),
      .standard("protection-need", \.protectionNeed, ProtectionNeed(), MergeText.need),
      .standard("fails", \.neverFails, false), .standard("manual-start", \.startsManually, false),
      .optional("checked", \.checked, MergeText.day), .optional("by", \.checkedBy),
      MergeField(key: "requires") { component, other in
        guard other.statesRequires, component.statesRequires else { return nil }
        let (kept, left) = (component.requires.stated, other.requires.stated)
        guard kept != left else { return nil }
        return (MergeText.requirement(component.requires), MergeText.requirement(other.requires))
      },
      MergeField(key: "starts-with") { component, other in
        guard component.startsWith != .nothing, other.startsWith != .nothing,
          component.startsWith.stated != other.startsWith.stated
        else { return nil }
        return (
          MergeText.requirement(component.startsWith), MergeText.requirement(other.startsWith)
        )
      },
      MergeField(key: "shares") { component, other in
        for shared in other.shares {
          guard let known = component.shares.first(where: { $0.key == shared.key }) else {
            continue
          }
          if known.value != shared.value, known.value != nil, shared.value != nil {
            return (
              "\(known.key): \(known.value ?? "unknown")",
              "\(shared.key): \(shared.value ?? "unknown")"
            )
          }
        }
        return nil
      },
    ]
  }
}
