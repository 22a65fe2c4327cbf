extension Phrases {
  // MARK: - For a partner

  func partnerTitle(_ partner: String) -> String {
    pick("Wat storingen voor \(partner) betekenen", "What failures mean for \(partner)")
  }

  func partnerKind(_ model: String?) -> String {
    pick("Antwoorden voor één partner", "Answers for one partner")
      + (model.map { " · \($0)" } ?? "")
  }

  func partnerKey(own: Int, scenarios: Int, down: Int) -> String {
    guard own > 0 else {
      return pick(
        "Van deze partner staat hier geen enkel onderdeel in.",
        "No component of this partner stands in here.")
    }
    guard scenarios > 0 else {
      return pick(
        "Er zijn geen storingen afgesproken waarvan de gevolgen worden verteld.",
        "No failures were agreed whose consequences are told.")
    }
    let (many, falls) = (scenarios != 1, down == 1 ? pick("valt", "goes") : pick("vallen", "go"))
    return pick(
      "In de ergste van \(number(scenarios)) afgesproken storing\(many ? "en" : "") \(falls) \(number(down)) van uw \(count(own, Self.component)) uit, zeker of mogelijk.",
      "In the worst of \(number(scenarios)) agreed failure\(many ? "s" : "") \(number(down)) of your \(count(own, Self.component)) \(falls) down, certainly or possibly."
    )
  }

  var ownTitle: String { pick("Uw onderdelen", "Your components") }
  var ownColumns: [String] {
    [
      nameTitle, kindTitle,
      pick("Alle behoeften bekend", "All needs known"),
    ]
  }

  func impactTitle(_ name: String) -> String { pick("Storing: ", "Failure: ") + name }

  func impactMoment(_ after: TimeSpan?) -> String {
    after.map {
      pick(
        "Toestand \(duration($0.seconds)) na het begin.",
        "State \(duration($0.seconds)) after the start.")
    } ?? pick("Eindtoestand, als niets wordt hersteld.", "In the end, if nothing is repaired.")
  }

  func unnamedScenario(_ number: Int) -> String { pick("storing \(number)", "failure \(number)") }

  var impactColumns: [String] {
    [nameTitle, pick("Gevolg", "Consequence"), pick("Na", "After"), certaintyTitle]
  }

  var mayBeWorse: String {
    pick("kan erger zijn: niet alles is bekend", "may be worse: not everything is known")
  }

  var directNeedsTitle: String { pick("Wat u direct nodig hebt", "What you need directly") }
  var directUsersTitle: String { pick("Wie u direct nodig heeft", "Who needs you directly") }
  var directNeedsColumns: [String] {
    [pick("Uw onderdeel", "Your component"), pick("Heeft nodig", "Needs"), pick("Hoe", "How")]
  }
  var directUsersColumns: [String] {
    [
      pick("Uw onderdeel", "Your component"), pick("Is nodig voor", "Is needed by"),
      pick("Hoe", "How"),
    ]
  }

  func word(_ strength: Dependency.Strength, isUncertain: Bool) -> String {
    let word =
      switch strength {
      case .requirement: pick("kan niet zonder", "cannot do without")
      case .alternative: pick("een van meer mogelijkheden", "one of several possibilities")
      case .path: pick("een weg over een netwerk", "a way over a network")
      case .shared: pick("deelt het", "shares it")
      case .soft: pick("werkt beperkt zonder", "works degraded without")
      }
    return isUncertain ? word + pick(" (niet zeker)", " (not certain)") : word
  }

  var ownAgreementsTitle: String { pick("Uw overeenkomsten", "Your agreements") }
  var agreementColumns: [String] {
    [
      nameTitle, kindTitle, pick("Met", "With"), pick("Dekt van u", "Covers of yours"),
      pick("Beloofd", "Promised"), pick("Tot", "Until"),
    ]
  }

  func agreed(_ promise: PartnerAnswers.Promise) -> String {
    var parts: [String] = []
    if let priority = promise.priority {
      parts.append(pick("prioriteit ", "priority ") + "\(priority)")
    }
    if let span = promise.respondWithin {
      parts.append(pick("reactie binnen ", "response within ") + duration(span.seconds))
    }
    if let span = promise.restoreWithin {
      parts.append(pick("herstel binnen ", "restored within ") + duration(span.seconds))
    }
    if let nature = promise.nature { parts.append(word(nature)) }
    return parts.joined(separator: ", ")
  }

  var callTitle: String { pick("Wie u belt", "Whom to call") }
  var callColumns: [String] {
    [nameTitle, pick("Organisatie", "Organisation"), pick("Langs", "By")]
  }

  var neighbourhoodTitle: String { pick("Uw naaste omgeving", "Your direct surroundings") }

  // MARK: - For everybody

  var publicTitle: String {
    pick("Een kritiek netwerk in cijfers", "A critical network in figures")
  }
  var publicKind: String { pick("Openbare cijfers", "Public figures") }

  func publicKey(widest: Int?) -> String {
    widest.map {
      pick(
        "Een enkele storing kan ten minste \(number($0)) afnemers en processen platleggen.",
        "A single failure can take down at least \(number($0)) consumers and processes.")
    }
      ?? pick(
        "Hoeveel afnemers en processen één storing kan platleggen, wordt hier niet gegeven.",
        "How many consumers and processes a single failure can take down is not given here.")
  }

  var publicKindsTitle: String { pick("Onderdelen naar soort", "Components by kind") }
  var publicUsersTitle: String {
    pick("Afnemers en processen naar sector", "Consumers and processes by sector")
  }
  var publicFailureTitle: String { pick("Kwetsbaarheid", "Vulnerability") }
  var publicBasisTitle: String { pick("Hoe goed dit bekend is", "How well this is known") }
  var countTitle: String { pick("Aantal", "Number") }

  func fewer(than threshold: Int) -> String {
    pick("minder dan \(number(threshold))", "fewer than \(number(threshold))")
  }

  func word(_ count: PublicFigures.Count) -> String {
    switch count {
    case .exactly(let count): number(count)
    case .fewerThan(let threshold): fewer(than: threshold)
    }
  }

  func rest(_ kinds: [String], threshold: Int) -> String {
    pick(
      "Minder dan \(number(threshold)) van elk, of geen: ",
      "Fewer than \(number(threshold)) of each, or none: ")
      + list(kinds) + "."
  }

  var noOtherSector: String { pick("een andere sector of geen", "another sector or none") }

  func singlePoints(_ count: PublicFigures.Count?) -> String {
    count.map {
      pick(
        "Wat alleen al ten minste één afnemer of proces platlegt: ",
        "What alone takes down at least one consumer or process: ") + word($0) + "."
    }
      ?? pick(
        "Het aantal single points of failure wordt niet gegeven.",
        "The number of single points of failure is not given.")
  }

  /// A share in tenths; what was rounded to nothing or to all is not said to be that.
  func tenths(_ tenths: Int, _ what: String) -> String {
    switch tenths {
    case 0: pick("minder dan 1 op de 10, of geen, ", "fewer than 1 in 10, or none, ") + what
    case 10...: pick("alle of bijna alle ", "all or nearly all ") + what
    default:
      pick("ongeveer \(tenths) op de 10 ", "about \(tenths) in 10 ") + what
    }
  }

  func shareOfUnknownNeeds(tenths: Int?) -> String {
    tenths.map {
      self.tenths(
        $0,
        pick(
          "onderdelen met behoeften die niet volledig bekend zijn",
          "components with needs that are not fully known"))
    }
      ?? pick(
        "Te weinig onderdelen om aandelen te geven zonder kleine aantallen te verraden",
        "Too few components to give shares without giving small numbers away")
  }

  func oldestCheck(years: Int?) -> String {
    years.map {
      $0 == 0
        ? pick(
          "het oudste nagegane feit is minder dan een jaar oud",
          "the oldest checked fact is less than a year old")
        : pick(
          "het oudste nagegane feit is \($0) jaar oud of iets meer",
          "the oldest checked fact is \($0) years old or a little more")
    } ?? pick("wanneer feiten zijn nagegaan is niet bekend", "when facts were checked is not known")
  }

  // MARK: - For both

  func withheld(kinds: Int) -> String {
    kinds == 0
      ? pick(
        "Er is niets weggelaten om wie dit leest.",
        "Nothing was left out because of who reads this.")
      : pick(
        "Weggelaten om wie dit leest: iets van \(number(kinds)) soort\(kinds == 1 ? "" : "en") gegevens.",
        "Left out because of who reads this: something of \(number(kinds)) kind\(kinds == 1 ? "" : "s") of facts."
      )
  }

  var limitsTitle: String { pick("Wat dit niet zegt", "What this does not say") }

  var partnerLimits: [String] {
    [
      pick(
        "Wat hier niet staat, is niet veilig: alleen uw eigen onderdelen en de eerste stap daarbuiten zijn bekeken.",
        "What does not stand here is not safe: only your own components and the first step beyond them were looked at."
      ),
      pick(
        "Een schuilnaam is elke keer dezelfde; wie hem heeft kan er zonder de sleutel niets uit afleiden.",
        "A pseudonym is the same every time; without the key nothing follows from it."),
    ]
  }

  func publicLimits(threshold: Int) -> [String] {
    [
      pick(
        "Aantallen onder \(number(threshold)) worden niet gegeven, en geen totaal waaruit ze volgen; aandelen zijn afgerond op tienden.",
        "Numbers below \(number(threshold)) are not given, nor any total from which they follow; shares are rounded to tenths."
      ),
      pick(
        "Wat gerubriceerd is of alleen voor aanwezigen, is niet meegeteld.",
        "What is classified, or for those present only, was not counted."),
    ]
  }

  func redactedFooter(asOf: CalendarDate?, stamp: String?) -> String {
    var parts = [
      asOf.map { pick("Peildatum ", "Facts as of ") + date($0) }
        ?? pick("Geen peildatum", "No reference date")
    ]
    if let stamp { parts.append(pick("kenmerk ", "mark ") + stamp) }
    parts.append("depgraph \(DepGraphVersion.current)")
    return parts.joined(separator: "; ") + "."
  }
}

extension Phrases {
  /// The line after a folder was written.
  public func handedOver(_ files: Int, in path: String) -> String {
    pick(
      "In \(path) \(files == 1 ? "staat" : "staan") \(number(files)) bestand\(files == 1 ? "" : "en") om over te dragen.",
      "\(path) holds \(number(files)) file\(files == 1 ? "" : "s") to hand over.")
  }

  /// The line after a check in which nothing was found, with what it did not look for.
  public func nothingLeaked(_ hidden: HiddenFacts, unread: Int) -> String {
    let least = hidden.notSearched.count
    let scope =
      unread == 0
      ? ""
      : pick(
        " in wat te doorzoeken is (\(number(unread)) niet)",
        " in what can be looked into (\(number(unread)) cannot)")
    return pick(
      "Gezocht naar \(number(hidden.count)) verborgen teksten, getallen en plaatsen: niets gevonden\(scope). Niet te zoeken, want te kort of gewone woorden: \(number(least)).",
      "Looked for \(number(hidden.count)) hidden texts, numbers and places: nothing found\(scope). Not to be looked for, being too short or common words: \(number(least))."
    )
  }

  /// That something could not be looked into.
  public func couldNotLook(_ place: String) -> String {
    pick("niet te doorzoeken: \(place)", "cannot be looked into: \(place)")
  }

  /// That a key was made.
  public func newKey(_ path: String) -> String {
    pick(
      "in \(path) staat een nieuwe sleutel; bewaar hem: zonder hem veranderen de schuilnamen, met hem zijn ze te herleiden.",
      "a new key was written to \(path); keep it: without it the pseudonyms change, with it they can be traced."
    )
  }
}
