/// What a partner is told: answers about itself, never a model from which the rest could be computed.
///
/// Everything in it is the partner's own, or stands one step away from it and may be seen; the names
/// of others are pseudonyms where their marking does not open them. No state of anybody else's
/// component is told, nor any need between two others.
public struct PartnerAnswers: Sendable {
  /// What something is called towards the partner.
  public struct Name: Hashable, Sendable {
    /// Its name; nil: hidden, or it has none.
    public let text: LocalizedText?
    /// What stands in for it.
    public let pseudonym: String

    /// The name in a language, else the pseudonym.
    public func shown(in language: Language) -> String { text?.text(in: language) ?? pseudonym }
  }

  /// One of the partner's components.
  public struct Own: Hashable, Sendable {
    /// What it is called.
    public let name: Name
    /// What it is.
    public let kind: ComponentKind
    /// Whether all that it needs is known.
    public let needsAreKnown: Bool
  }

  /// One direct need, to or from one of the partner's components.
  public struct Link: Hashable, Sendable {
    /// Which of the partner's components: an index of `own`.
    public let own: Int
    /// The other side.
    public let other: Name
    /// Whether the other side is the partner's own too.
    public let isOwn: Bool
    /// How much it is needed.
    public let strength: Dependency.Strength
    /// Whether it was inferred or assumed.
    public let isUncertain: Bool
  }

  /// What becomes of one of the partner's components in an agreed failure.
  public struct State: Hashable, Sendable {
    /// Which of the partner's components: an index of `own`.
    public let own: Int
    /// What becomes of it.
    public let grade: Grade
    /// Whether that is certain.
    public let verdict: Verdict
    /// When, in seconds after the failure; nil: it cannot be said, or has no moment.
    public let after: Double?
    /// Whether it may be worse, by what nobody wrote down.
    public let mayBeWorse: Bool
  }

  /// The partner's part of an agreed failure.
  public struct Impact: Hashable, Sendable {
    /// What the failure is referred to by.
    public let id: String
    /// What it is called towards the partner.
    public let name: LocalizedText?
    /// The moment of the answer; nil: in the end.
    public let after: TimeSpan?
    /// What becomes of each of the partner's components, in the order of `own`.
    public let states: [State]
  }

  /// Somebody to call.
  public struct Person: Hashable, Sendable {
    /// The person or desk.
    public let name: Name
    /// The organisation.
    public let party: Name?
    /// The channels, the best first.
    public let channels: [Name]
    /// When it can be reached.
    public let hours: WeeklyHours
  }

  /// A promise on times.
  public struct Promise: Hashable, Sendable {
    /// The priority, 1 the highest.
    public let priority: Int?
    /// The time to respond.
    public let respondWithin: TimeSpan?
    /// The time to restore.
    public let restoreWithin: TimeSpan?
    /// How binding it is.
    public let nature: ServiceTarget.Nature?
  }

  /// One of the partner's agreements.
  public struct Agreement: Hashable, Sendable {
    /// What it is called.
    public let name: Name
    /// What it is.
    public let kind: Contract.Kind
    /// Whether the partner is the one who promises.
    public let isProvider: Bool
    /// The other side; nil: not known.
    public let other: Name?
    /// The partner's components that it covers: indices of `own`.
    public let covers: [Int]
    /// The availability promised.
    public let availability: Ratio?
    /// The times promised.
    public let promises: [Promise]
    /// Until when it holds.
    public let until: CalendarDate?
  }

  /// The partner.
  public let partner: Name
  /// What the model is called; nil: its marking does not open that.
  public let modelName: LocalizedText?
  /// The date that the facts describe.
  public let asOf: CalendarDate?
  /// How the facts are known that do not say it themselves.
  public let basis: Basis
  /// The partner's components, in the order declared.
  public let own: [Own]
  /// What they need directly.
  public let needs: [Link]
  /// Who needs them directly; not who is the partner's own.
  public let users: [Link]
  /// What the agreed failures do to them.
  public let impacts: [Impact]
  /// Whom to call.
  public let contacts: [Person]
  /// The partner's agreements.
  public let agreements: [Agreement]
  /// How many kinds of things were left out because the partner may not see some of them.
  public let leftOutKinds: Int
  /// How what is shown is proposed to be marked: its highest, and at least `AMBER`, since it was
  /// made for one partner.
  public let proposal: ProposedMarking

  /// Makes the answers.
  ///
  /// - Parameters:
  ///   - partner: Who, and what was agreed.
  ///   - compiled: The model.
  ///   - pseudonyms: What stands in for hidden names.
  ///   - scenarios: The agreed failures to tell of; nil: all.
  /// - Throws: `InvalidInput` where an agreed failure names nothing of the model.
  /// - Complexity: That of one blast radius for each agreed failure.
  public init(
    to partner: SharingPartner, in compiled: CompiledModel, pseudonyms: Pseudonyms,
    scenarios: Set<String>? = nil
  ) throws(InvalidInput) {
    var maker = PartnerAnswerMaker(partner, compiled, pseudonyms)
    maker.findOwn()
    maker.findLinks()
    maker.findAgreements()
    maker.findContacts()
    for scenario in partner.scenarios where scenarios?.contains(scenario.id) != false {
      try maker.add(scenario)
    }
    own = maker.own
    needs = maker.needs
    users = maker.users
    impacts = maker.impacts
    contacts = maker.contacts
    agreements = maker.agreements
    let model = compiled.model
    self.partner = maker.name(of: partner.party)
    modelName = maker.take(model.marking, isOwn: false) == .named ? model.name : nil
    asOf = model.asOf
    basis = model.basis
    leftOutKinds = maker.leftOut.count
    proposal = ProposedMarking(
      level: maker.level, light: max(maker.light ?? .amber, .amber))
  }

  /// Answers of which every part is given, to learn the words that they are written with.
  init(
    partner: Name, asOf: CalendarDate?, basis: Basis, own: [Own], needs: [Link], users: [Link],
    impacts: [Impact], contacts: [Person], agreements: [Agreement], leftOutKinds: Int
  ) {
    self.partner = partner
    modelName = nil
    self.asOf = asOf
    self.basis = basis
    self.own = own
    self.needs = needs
    self.users = users
    self.impacts = impacts
    self.contacts = contacts
    self.agreements = agreements
    self.leftOutKinds = leftOutKinds
    proposal = ProposedMarking(level: nil, light: nil)
  }
}
