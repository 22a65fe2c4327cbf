/// What the types of ArchiMate mean here.
enum ArchiMateTypes {
  /// Names of version 2.1, and what version 3 calls the same.
  static let current = [
    "UsedBy": "Serving", "Realisation": "Realization", "Specialisation": "Specialization",
    "InfrastructureService": "TechnologyService", "InfrastructureFunction": "TechnologyFunction",
    "InfrastructureInterface": "TechnologyInterface", "Network": "CommunicationNetwork",
    "CommunicationPath": "Path", "Junction": "AndJunction",
  ]

  /// The kind of component that a type of element becomes; nil: it is nothing that can fail.
  static func kind(_ type: String) -> ComponentKind? { kinds[type] }

  /// The type of a frame around elements: what it does, they do.
  static let grouping = "Grouping"

  /// Types that are known and are nothing that can fail.
  static let withoutFailure: Set = [
    "BusinessEvent", "ApplicationEvent", "TechnologyEvent", "ImplementationEvent", "Contract",
    "Representation", "Material", "Stakeholder", "Driver", "Assessment", "Goal", "Outcome",
    "Principle", "Requirement", "Constraint", "Meaning", "Value", "Resource", "Capability",
    "ValueStream", "CourseOfAction", "WorkPackage", "Deliverable", "Plateau", "Gap",
  ]

  /// Whether a type is a junction, and of which kind.
  static func junction(_ type: String) -> RequirementGroup.Need? {
    switch type {
    case "AndJunction": .all
    case "OrJunction": .any
    default: nil
    }
  }

  private static let kinds: [String: ComponentKind] = [
    "BusinessActor": .consumer, "BusinessRole": .consumer, "BusinessCollaboration": .consumer,
    "BusinessInterface": .channel, "BusinessProcess": .process, "BusinessFunction": .process,
    "BusinessActivity": .process, "BusinessInteraction": .process, "BusinessService": .service,
    "Product": .service, "BusinessObject": .platform, "ApplicationComponent": .platform,
    "ApplicationCollaboration": .platform, "ApplicationInterface": .service,
    "ApplicationFunction": .service, "ApplicationInteraction": .service,
    "ApplicationProcess": .service, "ApplicationService": .service, "DataObject": .platform,
    "Node": .platform, "Device": .platform, "SystemSoftware": .software,
    "TechnologyCollaboration": .platform, "TechnologyInterface": .service, "Path": .networkElement,
    "CommunicationNetwork": .networkElement, "TechnologyFunction": .service,
    "TechnologyProcess": .service, "TechnologyInteraction": .service,
    "TechnologyService": .service, "Artifact": .software, "Equipment": .facility,
    "Facility": .facility, "DistributionNetwork": .networkElement, "Location": .site,
  ]

  /// How failure flows through a relationship.
  enum Flow {
    /// Its target needs its source.
    case along(isGuess: Bool)
    /// Its source needs its target.
    case against(isGuess: Bool)
    /// Nobody needs anybody.
    case none
  }

  /// How failure flows through a relationship of a type.
  ///
  /// - Parameters:
  ///   - type: The type.
  ///   - isDirected: Whether an association leads one way.
  ///   - isInPlace: Whether its source is a location, which what is in it needs.
  /// - Returns: Who needs whom.
  static func flow(_ type: String, isDirected: Bool, isInPlace: Bool) -> Flow {
    switch type {
    case "Serving", "Realization", "Assignment": .along(isGuess: false)
    case "Composition", "Aggregation": isInPlace ? .along(isGuess: true) : .against(isGuess: false)
    case "Access": .against(isGuess: false)
    case "Triggering", "Flow": .along(isGuess: true)
    case "Association" where isDirected: .against(isGuess: true)
    default: .none
    }
  }
}
