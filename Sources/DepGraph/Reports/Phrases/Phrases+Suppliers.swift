/// What is said about suppliers.
extension Phrases {
  /// Suppliers.
  static let supplier = Noun(("leverancier", "leveranciers"), ("supplier", "suppliers"))
  /// Users that the model calls critical.
  static let criticalUser = Noun(
    ("kritieke afnemer of kritiek proces", "kritieke afnemers en processen"),
    ("critical consumer or process", "critical consumers and processes"))

  var suppliersTitle: String { pick("Leveranciersconcentratie", "Supplier concentration") }

  /// The answer in one or two sentences.
  ///
  /// - Parameters:
  ///   - widest: The name of the supplier that reaches most users; nil: none is known to reach any.
  ///   - certain: How many it takes down for certain.
  ///   - possible: How many it may take down.
  ///   - single: For how many one thing of it is enough.
  ///   - users: How many there are.
  ///   - noun: What they are.
  /// - Returns: A sentence.
  func suppliersSentence(
    widest: String?, certain: Int, possible: Int, single: Int, users: Int, _ noun: Noun
  ) -> String {
    if users == 0 {
      return pick(
        "Het model kent geen afnemers of processen.", "The model knows no consumers or processes.")
    }
    guard let widest else {
      return pick(
        "Van geen enkele leverancier is bekend dat er een van de \(count(users, noun)) mee uitvalt.",
        "Of no supplier is it known that one of the \(count(users, noun)) goes down with it.")
    }
    let failure = pick(
      "Valt alles van \(widest) tegelijk uit, dan ", "If all of \(widest) fails at once, ")
    return failure + supplierFall(certain, possible, of: users, noun) + "; "
      + enough(single, of: possible) + "."
  }

  /// "1 of the 2 consumers goes down for certain".
  private func supplierFall(
    _ certain: Int, _ possible: Int, of users: Int, _ noun: Noun
  ) -> String {
    // How sure it is, and how many that is said of.
    let (first, isCertain) = certain == 0 ? (possible, false) : (certain, true)
    let one = first == 1
    let more = certain == 0 ? 0 : possible - certain
    if language == .dutch {
      let verb = one && more == 0 ? "valt" : "vallen"
      let sure = isCertain ? "zeker" : "mogelijk"
      if users == 1 { return "\(verb) \(sure) 1 \(noun.dutch.one) uit (meer zijn er niet)" }
      let rest = more == 0 ? "" : " en mogelijk nog \(number(more))"
      return "\(verb) \(sure) \(number(first))\(rest) van de \(count(users, noun)) uit"
    }
    let who =
      users == 1
      ? "the only \(noun.english.one)" : "\(number(first)) of the \(count(users, noun))"
    guard isCertain else { return "\(who) may go down" }
    return "\(who) \(one ? "goes" : "go") down for certain"
      + (more == 0 ? "" : ", and possibly \(number(more)) more")
  }

  /// For how many of those that fall one component of the supplier is enough.
  private func enough(_ single: Int, of fallen: Int) -> String {
    if fallen == 1 {
      return single == 0
        ? pick(
          "één onderdeel van die leverancier is daarvoor niet genoeg",
          "one component of this supplier is not enough for that")
        : pick(
          "één onderdeel van die leverancier is daarvoor al genoeg",
          "one component of this supplier is enough for that")
    }
    return switch single {
    case 0:
      pick(
        "voor geen daarvan is één onderdeel van die leverancier genoeg",
        "for none of them is one component of this supplier enough")
    case fallen:
      pick(
        "telkens is één onderdeel van die leverancier al genoeg",
        "each time one component of this supplier is enough")
    default:
      pick(
        "voor \(number(single)) daarvan is één onderdeel van die leverancier al genoeg",
        "for \(number(single)) of them one component of this supplier is enough")
    }
  }

  /// Of how many suppliers it is not known what they deliver.
  func suppliersUnknown(_ unknown: Int, of all: Int) -> String {
    if unknown == 0 { return "" }
    if unknown == all {
      return pick(
        " Van geen enkele leverancier is volledig bekend wat die levert: het kan meer zijn.",
        " Of no supplier is it fully known what it delivers: it may be more.")
    }
    return pick(
      " Van \(number(unknown)) van de \(count(all, Self.supplier)) is niet volledig bekend wat die \(unknown == 1 ? "levert" : "leveren"): daar kan het meer zijn.",
      " Of \(number(unknown)) of the \(count(all, Self.supplier)) it is not fully known what \(unknown == 1 ? "it delivers" : "they deliver"): there it may be more."
    )
  }

  var noSuppliers: String {
    pick("Het model kent geen leveranciers.", "The model knows no suppliers.")
  }

  var supplierTitle: String { pick("Leverancier", "Supplier") }
  var tierTitle: String { pick("Laag", "Tier") }
  var reachTitle: String { pick("Valt uit met alles ervan", "Goes down with all of it") }
  var singleTitle: String { pick("Eén onderdeel is genoeg", "One component is enough") }
  var substitutionTitle: String { pick("Van leverancier wisselen", "Changing supplier") }

  func tier(_ tier: Int?, via: [String]) -> String {
    guard let tier else { return pick("niet bekend", "not known") }
    return via.isEmpty ? number(tier) : "\(number(tier)) (\(pick("via", "through")) \(list(via)))"
  }

  /// How many of the users a supplier bears on: "ten minste 6 van 13 (46,2 procent)".
  ///
  /// - Parameters:
  ///   - certain: How many for certain.
  ///   - possible: How many at most as far as is known.
  ///   - users: How many there are.
  ///   - supplier: The supplier.
  /// - Returns: A cell; never 0 where it is not known.
  func supplierShare(certain: Int, possible: Int, of users: Int, _ supplier: Supplier) -> String {
    let isOpen = supplier.mayDeliverMore
    guard supplier.deliversSomethingKnown else {
      return isOpen || !supplier.gaps.isEmpty
        ? pick("niet bekend", "not known")
        : pick("levert niets in dit model", "delivers nothing in this model")
    }
    if possible == 0, isOpen {
      return pick("geen bekend, kan meer zijn", "none known, may be more")
    }
    let share =
      users == 0 ? "" : " (\(DiagramWords(language).wholePercentage(possible, of: users)))"
    let count = pick(
      "\(number(possible)) van \(number(users))\(share)",
      "\(number(possible)) of \(number(users))\(share)")
    let sure =
      certain == possible
      ? ""
      : certain == 0
        ? pick(", geen zeker", ", none for certain")
        : pick(", zeker \(number(certain))", ", \(number(certain)) for certain")
    switch supplier.bound {
    case .exact: return count + sure
    case .atLeast where certain < possible:
      // Some for certain, more possibly, and perhaps others: "at least" would be wrong of the sum.
      return certain == 0
        ? pick("mogelijk \(count), of meer", "possibly \(count), or more") + sure
        : pick(
          "zeker \(number(certain)), mogelijk \(count), of meer",
          "\(number(certain)) for certain, possibly \(count), or more")
    case .atLeast: return pick("ten minste ", "at least ") + count
    case .atMost: return pick("ten hoogste ", "at most ") + count + sure
    case .open: return pick("mogelijk \(count), of meer", "possibly \(count), or more") + sure
    }
  }

  func word(_ substitution: Party.Substitution?) -> String {
    switch substitution {
    case .ready: pick("kan snel", "soon done")
    case .hard: pick("kan, maar kost veel", "can be done, at a cost")
    case .some(.none): pick("in de praktijk niet", "not in practice")
    case .unknown: pick("niet bekend", "not known")
    case nil: pick("staat niet in het model", "the model does not say")
    }
  }

  var suppliersNote: String {
    pick(
      "Geteld zijn afnemers en processen die uitvallen als alles wat de leverancier maakt, of wat zijn lopende contracten dekken, tegelijk uitvalt. Dat is geen single point of failure: niets zegt dat één fout alles raakt. Maar één foute update, een faillissement of een conflict kan dat wel. Eén onderdeel is genoeg: dat onderdeel, of een gedeelde oorzaak zoals een softwareversie, is een single point of failure.",
      "Counted are consumers and processes that go down if all that the supplier makes, or that its contracts in force cover, fails at once. That is no single point of failure: nothing says that one fault hits all of it. But one faulty update, a bankruptcy or a conflict can. One component is enough: that component, or a shared cause such as a software release, is a single point of failure."
    )
  }

  var subcontractorNote: String {
    pick(
      "Van een onderaannemer waarvan niet is opgeschreven welk deel van het werk hij doet, telt alles van zijn opdrachtgever mee, als mogelijk.",
      "For a subcontractor of which nobody wrote down what part of the work it does, all of its contractor's counts, as possible."
    )
  }

  func contractsInForce(on day: CalendarDate?) -> String {
    guard let day else {
      return pick(
        "Zonder peildatum gelden alle contracten als lopend.",
        "Without a date all contracts count as in force.")
    }
    return pick(
      "Lopende contracten: die van \(date(day)).", "Contracts in force: those of \(date(day)).")
  }

  var allUsersAreCritical: String {
    pick(
      "Het model zegt van geen enkele afnemer of proces hoe kritiek die is (herstelklasse, RTO, MTPD of vitaal); daarom tellen ze alle.",
      "The model says of no consumer or process how critical it is (restore class, RTO, MTPD or vital); therefore all of them count."
    )
  }

  // MARK: - Details

  var supplierDetailsHeading: String { pick("Per leverancier", "By supplier") }

  var ownOrganisation: String { pick("eigen organisatie", "own organisation") }

  func dependants(_ replacement: Supplier.Replacement) -> String {
    switch replacement {
    case .none: pick("Geen vervanger: ", "No replacement: ")
    case .sameSupplier:
      pick(
        "Alleen een vervanger van dezelfde leverancier: ", "Replacement of the same supplier only: "
      )
    case .otherSupplier:
      pick(
        "Vervanger aanwezig buiten deze leverancier: ",
        "Replacement present outside this supplier: ")
    case .unknown:
      pick(
        "Werkt zonder wat ervan bekend is, maar het kan er op meer rusten: ",
        "Works without what is known of it, but may rest on more of it: ")
    }
  }

  func by(_ causes: [String]) -> String { pick(" (door ", " (by ") + list(causes) + ")" }

  /// The rest of a row that is cut short.
  func others(_ count: Int) -> String { pick("\(number(count)) andere", "\(number(count)) others") }

  func cannotTellOf(_ names: Int) -> String {
    pick("Niet te zeggen (\(number(names))): ", "Cannot tell (\(number(names))): ")
  }

  var supplierGapsHeading: String { pick("Wat niet bekend is", "What is not known") }

  func gap(_ gap: Supplier.Gap, _ names: DisplayNames) -> String {
    switch gap {
    case .products: pick("wat deze (verder) levert", "what (else) it supplies")
    case .coverage(let contract):
      pick("wat valt onder ", "what is covered by ") + names.contract(contract)
    case .work(let contractor):
      pick(
        "welk deel van het werk van \(names.party(contractor)) deze doet",
        "which part of the work of \(names.party(contractor)) it does")
    }
  }

  func word(_ list: Supplier.SubcontractorList) -> String? {
    switch list {
    case .complete, .notStated: nil
    case .incomplete: pick("meer onderaannemers dan genoemd", "more subcontractors than are named")
    case .unknown: pick("wie de onderaannemers zijn", "who the subcontractors are")
    }
  }

  /// Whose list of subcontractors nothing is said about.
  var subcontractorsNotStated: String {
    pick(
      "Of er (meer) onderaannemers zijn, staat niet in het model bij: ",
      "Whether there are (more) subcontractors, the model does not say for: ")
  }

  /// What stands in for a subcontractor that has no extent of its own.
  func onlyThrough(_ contractors: [String]) -> String {
    pick(
      "Welk deel van het werk van \(list(contractors)) deze doet, is niet bekend; het kan alles zijn wat daar staat.",
      "Which part of the work of \(list(contractors)) it does is not known; it may be all that is said there."
    )
  }

  // MARK: - Tiers

  var tiersHeading: String { pick("Per laag", "By tier") }
  var supplierCountTitle: String { pick("Leveranciers", "Suppliers") }
  /// How many of the users the suppliers of a tier bear on together.
  func tierShare(certain: Int, possible: Int, of users: Int, isKnown: Bool) -> String {
    let count = outOf(possible, users)
    if certain == possible { return isKnown ? count : pick("ten minste ", "at least ") + count }
    let more = isKnown ? "" : pick(", of meer", ", or more")
    return certain == 0
      ? pick("mogelijk \(count)\(more), geen zeker", "possibly \(count)\(more), none for certain")
      : pick(
        "zeker \(number(certain)), mogelijk \(count)\(more)",
        "\(number(certain)) for certain, possibly \(count)\(more)")
  }
  func outOf(_ part: Int, _ all: Int) -> String {
    pick("\(number(part)) van \(number(all))", "\(number(part)) of \(number(all))")
  }

  // MARK: - Redundancy

  var sameSupplierHeading: String {
    pick("Reserve bij dezelfde leverancier", "Redundancy at the same supplier")
  }

  var noSameSupplier: String {
    pick(
      "Voor zover bekend rusten nergens alle alternatieven op één leverancier.",
      "As far as is known, nowhere do all alternatives rest on one supplier.")
  }

  func sameSupplier(
    _ owner: String, members: [String], network: String?, location: String
  ) -> String {
    if let network {
      return pick(
        "\(owner): alle wegen over netwerk \(network)", "\(owner): all ways over network \(network)"
      )
    }
    return "\(owner): \(list(members)) (\(location))"
  }

  /// By what alternatives rest on a supplier.
  func rests(
    on supplier: String, _ ground: SameSupplierRedundancy.Ground, of contractors: [String],
    makesSomething: Bool
  ) -> String {
    switch ground {
    case .products: pick("rust op producten van \(supplier)", "rests on products of \(supplier)")
    case .contracts where !makesSomething:
      pick(
        "rust op wat contracten met \(supplier) dekken",
        "rests on what contracts with \(supplier) cover")
    case .contracts:
      pick(
        "rust op producten van \(supplier) en wat de contracten ermee dekken",
        "rests on products of \(supplier) and what the contracts with it cover")
    case .subcontracting:
      pick(
        "rust op \(supplier), onderaannemer van \(list(contractors))",
        "rests on \(supplier), subcontractor of \(list(contractors))")
    }
  }

  var alsoFalse: String {
    pick(
      "één onderdeel van die leverancier is al genoeg: ook schijnredundantie",
      "one component of it is enough: false redundancy too")
  }
}
