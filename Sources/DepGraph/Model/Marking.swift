/// Who may see something, on two axes that are never mixed.
public struct Marking: Hashable, Sendable {
  /// The government classification (rubricering) as written, such as `DEPV`; nil: none stated.
  public var classification: String?
  /// The traffic light for sharing, such as `AMBER`; nil: none stated.
  public var trafficLight: String?

  /// Makes a marking.
  public init(classification: String? = nil, trafficLight: String? = nil) {
    self.classification = classification
    self.trafficLight = trafficLight
  }

  /// The level of the classification; nil: none stated.
  ///
  /// A word that is not known counts as the highest level: never lower than what was meant.
  public var level: ClassificationLevel? {
    classification.map { ClassificationLevel(word: $0) ?? .highest }
  }

  /// The colour of the traffic light; nil: none stated.
  ///
  /// A word that is not known counts as red.
  public var light: TrafficLight? {
    trafficLight.map { TrafficLight(rawValue: $0) ?? .red }
  }

  /// The marking of a fact inside another: on each axis its own, else that of what it is written in.
  public func inherited(from outer: Marking?) -> Marking {
    Marking(
      classification: classification ?? outer?.classification,
      trafficLight: trafficLight ?? outer?.trafficLight)
  }
}

/// A level of government classification, the lowest first.
///
/// Dutch words are those of the VIRBI; words of NATO and of the European Union count as the level
/// that is generally held to be equal.
public enum ClassificationLevel: String, Hashable, Sendable, CaseIterable, Comparable {
  case unclassified = "ONGERUBRICEERD"
  case departmental = "DEPV"
  case confidential = "STG-C"
  case secret = "STG-G"
  case topSecret = "STG-ZG"

  /// The highest level that there is.
  public static let highest = ClassificationLevel.topSecret

  /// The level of a word of one of the schemes, whatever its case, dots, spaces and dashes.
  ///
  /// - Complexity: O(*n*) for a word of *n* characters.
  public init?(word: String) {
    guard let level = Self.levels[Self.bare(word)] else { return nil }
    self = level
  }

  /// The lower first.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// Its place, 0 the lowest.
  public var rank: Int {
    switch self {
    case .unclassified: 0
    case .departmental: 1
    case .confidential: 2
    case .secret: 3
    case .topSecret: 4
    }
  }

  /// As it is written on paper, the same in every language.
  public var label: String {
    switch self {
    case .unclassified: "ONGERUBRICEERD"
    case .departmental: "Dep. VERTROUWELIJK"
    case .confidential: "Stg. CONFIDENTIEEL"
    case .secret: "Stg. GEHEIM"
    case .topSecret: "Stg. ZEER GEHEIM"
    }
  }

  /// The words that are known, the lowest first.
  public static let words: [String] = allCases.flatMap(\.spellings)

  /// Its words: Dutch, then NATO, then European Union.
  var spellings: [String] {
    switch self {
    case .unclassified: ["ONGERUBRICEERD", "NU", "NATO UNCLASSIFIED"]
    case .departmental:
      [
        "DEPV", "Dep. V.", "Dep. VERTROUWELIJK", "DEPARTEMENTAAL VERTROUWELIJK", "NR",
        "NATO RESTRICTED", "R-UE/EU-R", "R-UE", "EU-R", "RESTREINT UE",
        "RESTREINT UE/EU RESTRICTED", "EU RESTRICTED",
      ]
    case .confidential:
      [
        "STG-C", "Stg. CONFIDENTIEEL", "STAATSGEHEIM CONFIDENTIEEL", "NC", "NATO CONFIDENTIAL",
        "C-UE/EU-C", "C-UE", "EU-C", "CONFIDENTIEL UE", "CONFIDENTIEL UE/EU CONFIDENTIAL",
        "EU CONFIDENTIAL",
      ]
    case .secret:
      [
        "STG-G", "Stg. GEHEIM", "STAATSGEHEIM GEHEIM", "NS", "NATO SECRET", "S-UE/EU-S", "S-UE",
        "EU-S", "SECRET UE", "SECRET UE/EU SECRET", "EU SECRET",
      ]
    case .topSecret:
      [
        "STG-ZG", "Stg. ZEER GEHEIM", "STAATSGEHEIM ZEER GEHEIM", "CTS", "COSMIC TOP SECRET",
        "TS-UE/EU-TS", "TS-UE", "EU-TS", "TRES SECRET UE", "TRÈS SECRET UE",
        "TRES SECRET UE/EU TOP SECRET", "TRÈS SECRET UE/EU TOP SECRET", "EU TOP SECRET",
      ]
    }
  }

  private static let levels: [String: ClassificationLevel] = {
    var table: [String: ClassificationLevel] = [:]
    for level in allCases {
      for word in level.spellings { table[bare(word)] = level }
    }
    return table
  }()

  /// The letters of a word as capitals.
  private static func bare(_ word: String) -> String { word.uppercased().filter(\.isLetter) }
}

/// How far something may be shared, by the Traffic Light Protocol 2.0 (FIRST, 2022), the widest first.
public enum TrafficLight: String, Hashable, Sendable, CaseIterable, Comparable {
  /// With everybody.
  case clear = "CLEAR"
  /// Within the community.
  case green = "GREEN"
  /// Within the organisation and with its clients.
  case amber = "AMBER"
  /// Within the organisation only.
  case amberStrict = "AMBER+STRICT"
  /// With the people present only.
  case red = "RED"

  /// The wider first.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// Its place, 0 the widest.
  public var rank: Int {
    switch self {
    case .clear: 0
    case .green: 1
    case .amber: 2
    case .amberStrict: 3
    case .red: 4
    }
  }
}
