/// The kinds of mistakes and remarks, by the code that users and scripts see.
public enum DiagnosticCode: String, Hashable, Sendable, CaseIterable {
  // MARK: - Errors: what cannot be read
  case emptyFile = "empty-file"
  case notText = "not-text"
  case notYAML = "not-yaml"
  case notXML = "not-xml"
  case notJSON = "not-json"
  case notDOT = "not-dot"
  case notCalendar = "not-calendar"
  case entityDeclaration = "entity-declaration"
  case tooLarge = "too-large"
  case tooDeep = "too-deep"
  case aliasExpansion = "alias-expansion"
  case wrongVersion = "wrong-version"
  case includeProblem = "include-problem"
  case notContainer = "not-container"
  case damaged
  case notWorkbook = "not-a-workbook"
  case damagedWorkbook = "damaged-workbook"

  // MARK: - Errors: what has no meaning
  case unsupported = "unsupported"
  case unknownKey = "unknown-key"
  case unknownReference = "unknown-reference"
  case unknownValue = "unknown-value"
  case unknownSector = "unknown-sector"
  case duplicateID = "duplicate-id"
  case duplicateKey = "duplicate-key"
  case missingKey = "missing-key"
  case wrongType = "wrong-type"
  case badID = "bad-id"
  case badValue = "bad-value"
  case outOfRange = "out-of-range"
  case badThreshold = "bad-threshold"
  case selfRequirement = "self-requirement"
  case selfSharing = "self-sharing"
  case badLink = "bad-link"
  case notInNetwork = "not-in-network"
  case recoveryExceedsTolerance = "recovery-exceeds-tolerance"
  case sourceMissing = "source-missing"
  case badGroup = "bad-group"
  case cycle = "cycle"
  case neverOperational = "never-operational"

  case badKey = "bad-key"
  case leak

  // MARK: - Warnings
  case quoteThis = "quote-this"
  case rootOnly = "root-only"
  case unusedComponent = "unused-component"
  case unusedSource = "unused-source"
  case repeatedMember = "repeated-member"
  case unequalMembers = "unequal-members"
  case requiredAndSoft = "required-and-soft"
  case nameMissing = "name-missing"
  case requiresMissing = "requires-missing"
  case noteMissing = "note-missing"
  case staleFact = "stale-fact"
  case undatedSource = "undated-source"
  case independenceContradicted = "independence-contradicted"
  case expectationMissed = "expectation-missed"
  case expectationOpen = "expectation-open"
  case idleExpectation = "idle-expectation"
  case leftOut = "left-out"
  case unknownObject = "unknown-object"
  case unclearTime = "unclear-time"
  case notUnderstood = "not-understood"
  case superseded
  case undeclaredChange = "undeclared-change"
  case unknownMarking = "unknown-marking"
  case changedSince = "changed-since"
  case otherEncoding = "other-encoding"
  case hiddenPart = "hidden-part"
  case mergedCells = "merged-cells"
  case doubleName = "double-name"
  case contradiction
  case repeatedRow = "repeated-row"
  case undeclaredName = "undeclared-name"
  case nearName = "near-name"

  // MARK: - Advice: valid, and often meant otherwise
  case finiteSource = "finite-source"
  case unguardedTime = "unguarded-time"
  case unequalAlternatives = "unequal-alternatives"
  case unstatedRoute = "unstated-route"
  case inBandRepair = "in-band-repair"

  /// How much it weighs.
  public var severity: Diagnostic.Severity {
    switch self {
    case .quoteThis, .rootOnly, .unusedComponent, .unusedSource, .repeatedMember, .unequalMembers,
      .requiredAndSoft, .nameMissing, .requiresMissing, .noteMissing, .staleFact, .undatedSource,
      .independenceContradicted, .expectationMissed, .expectationOpen, .idleExpectation,
      .leftOut, .unknownObject, .unclearTime, .notUnderstood, .superseded, .undeclaredChange,
      .unknownMarking, .changedSince, .otherEncoding, .hiddenPart, .mergedCells, .doubleName,
      .contradiction,
      .repeatedRow, .undeclaredName, .nearName:
      .warning
    case .finiteSource, .unguardedTime, .unequalAlternatives, .unstatedRoute, .inBandRepair:
      .advice
    default: .error
    }
  }
}
