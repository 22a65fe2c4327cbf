/// The words of the picture of suppliers.
extension DiagramWords {
  /// What a line from or to what suppliers deliver means.
  func supplying(_ role: LineRole) -> String {
    switch role {
    case .provides: pick("levert of dekt", "delivers or covers")
    case .subcontracts: pick("onderaannemer van", "subcontractor of")
    case .irreplaceable: pick("geen vervanger", "no replacement")
    case .mayLack: pick("mogelijk geen vervanger", "possibly no replacement")
    case .sameSource:
      pick("vervanger alleen van dezelfde leverancier", "replacement of the same supplier only")
    case .replaceable: pick("vervanger aanwezig", "replacement present")
    default: ""
    }
  }

  /// The word for an agreement.
  func agreement(_ role: ShapeRole) -> String {
    switch role {
    case .contract: pick("contract", "contract")
    case .ending: pick("contract eindigt binnen 12 maanden", "contract ends within 12 months")
    case .opaque: pick("dekking van contract niet bekend", "what the contract covers is not known")
    default: ""
    }
  }

  /// The lines under the bar of a supplier.
  ///
  /// - Parameters:
  ///   - supplier: The supplier.
  ///   - users: How many critical users there are.
  /// - Returns: How many of them fall with all of it, how many with one thing of it, and what people
  ///   said of changing it.
  func bar(of supplier: Supplier, users: Int) -> [String] {
    var lines: [String] = []
    if !supplier.deliversSomethingKnown {
      lines.append(
        supplier.gaps.isEmpty
          ? pick("levert niets in dit model", "delivers nothing in this model")
          : pick("niet bekend wat deze levert", "not known what it delivers"))
    } else {
      let (reach, certain) = (supplier.reach.count, supplier.certainReach.count)
      let share = reach == 0 || users == 0 ? "" : " · \(wholePercentage(reach, of: users))"
      let count = "\(reach) \(pick("van", "of")) \(users)"
      switch supplier.bound {
      case .exact: lines.append(count + share)
      case .atLeast where certain < reach:
        lines.append(pick("mogelijk \(count) of meer", "possibly \(count) or more") + share)
      case .atLeast: lines.append(pick("ten minste ", "at least ") + count + share)
      case .atMost: lines.append(pick("ten hoogste ", "at most ") + count)
      case .open: lines.append(pick("mogelijk \(count) of meer", "possibly \(count) or more"))
      }
      if certain < reach, supplier.throughContractors.isEmpty || certain > 0 {
        lines.append(
          certain == 0
            ? pick("geen daarvan zeker", "none of them certain")
            : pick("waarvan zeker \(certain)", "\(certain) of them certain"))
      }
    }
    switch supplier.substitution {
    case .some(.none):
      lines.append(pick("in de praktijk geen ander", "in practice no other"))
    case .hard: lines.append(pick("wisselen kost veel", "changing takes much"))
    case .ready: lines.append(pick("wisselen kan snel", "changing is quick"))
    case .unknown, nil: break
    }
    return lines
  }

  /// A share in whole percents, which says 100% of all only.
  func wholePercentage(_ part: Int, of all: Int) -> String {
    let rounded = (part * 200 + all) / (2 * all)
    let percent = part == 0 ? 0 : part == all ? 100 : min(max(rounded, 1), 99)
    return "\(percent)%"
  }

  /// Until when agreements hold: the first that ends, where they are several.
  func until(_ dates: [CalendarDate], of count: Int) -> String {
    guard let first = dates.min() else { return pick("einddatum niet bekend", "end not known") }
    return count == 1
      ? pick("t/m \(date(first))", "until \(date(first))")
      : pick("eerste t/m \(date(first))", "first until \(date(first))")
  }

  var coverageNotKnown: String { pick("dekking niet bekend", "coverage not known") }

  // MARK: - Headline

  /// The conclusion.
  ///
  /// - Parameters:
  ///   - supplier: The supplier with the widest reach; nil: none is known to reach anybody.
  ///   - name: Its name.
  ///   - users: How many critical users there are.
  ///   - noun: What they are.
  ///   - unknown: The names of suppliers of whom nothing that they deliver is known.
  /// - Returns: A sentence without a full stop.
  func suppliersHeadline(
    _ supplier: Supplier?, name: String, users: Int, noun: String, unknown: [String]
  ) -> String {
    let rest =
      unknown.isEmpty
      ? ""
      : unknown.count > 3
        ? pick(
          "; van \(unknown.count) andere is niet bekend wat ze leveren",
          "; what \(unknown.count) others deliver is not known")
        : pick(
          "; wat \(list(unknown)) \(unknown.count == 1 ? "levert" : "leveren"), is niet bekend",
          "; what \(list(unknown)) \(unknown.count == 1 ? "delivers" : "deliver") is not known")
    guard let supplier else {
      return pick(
        "Van geen leverancier is bekend dat die een van de \(users) \(noun) raakt",
        "Of no supplier is it known that it reaches one of the \(users) \(noun)")
        + (unknown.isEmpty ? "" : rest)
    }
    let (certain, possible) = (supplier.certainReach.count, supplier.reach.count)
    if certain == users, users > 1 {
      return pick(
        "Eén leverancier raakt alle \(number(users)) \(noun): \(name)",
        "One supplier reaches all \(number(users)) \(noun): \(name)") + rest
    }
    let atLeast =
      supplier.mayDeliverMore && certain == possible ? pick("ten minste ", "at least ") : ""
    let count =
      certain == possible ? "\(atLeast)\(possible)" : sureAndPossible(certain, possible)
    return pick(
      "\(name) raakt \(count) van de \(users) \(noun)",
      "\(name) reaches \(count) of the \(users) \(noun)")
      + rest
  }

  /// Small numbers in words, as in a sentence.
  private func number(_ value: Int) -> String {
    let dutch = [
      "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    ]
    let english = [
      "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    guard (2...12).contains(value) else { return "\(value)" }
    return pick(dutch[value - 2], english[value - 2])
  }

  /// What is drawn, with the counts.
  func suppliersSubtitle(
    suppliers: Int, contracts: Int, users: String, on day: CalendarDate?
  ) -> String {
    let when = day.map { pick(" op \(date($0))", " on \(date($0))") } ?? ""
    let supplier =
      suppliers == 1 ? pick("leverancier", "supplier") : pick("leveranciers", "suppliers")
    let contract = contracts == 1 ? pick("contract", "contract") : pick("contracten", "contracts")
    return pick(
      "Leveranciersconcentratie\(when): \(suppliers) \(supplier), \(contracts) \(contract), \(users)",
      "Supplier concentration\(when): \(suppliers) \(supplier), \(contracts) \(contract), \(users)"
    )
  }

  /// The critical users, or all of them where the model does not say which are.
  func criticalUsers(_ kinds: Set<ComponentKind>, isDeclared: Bool, count: Int) -> String {
    let noun = users(kinds, count: count)
    guard isDeclared else { return noun }
    return kinds == [.process] && count == 1
      ? pick("kritiek \(noun)", "critical \(noun)")
      : pick("kritieke \(noun)", "critical \(noun)")
  }

  // MARK: - Key

  func barKey(isHeavy: Bool) -> String {
    isHeavy
      ? pick("valt uit met één onderdeel ervan", "goes down with one component of it")
      : pick("valt uit met alles ervan tegelijk", "goes down with all of it at once")
  }

  var openBarKey: String { pick("? kan meer zijn", "? may be more") }

  // MARK: - Notes

  func suppliersLeftOut(_ count: Int, reaching reach: Int, of users: Int) -> String {
    pick(
      "\(count) andere leveranciers (elk raakt hoogstens \(reach) van de \(users), voor zover bekend)",
      "\(count) other suppliers (each reaches \(reach) of \(users) at most, as far as is known)")
  }

  func ownLeftOut(_ names: [String]) -> String {
    pick(
      "de eigen organisatie als leverancier (\(list(names)))",
      "the own organisation as a supplier (\(list(names)))")
  }

  func contractsLeftOut(_ count: Int) -> String {
    count == 1
      ? pick(
        "1 contract dat geen getekend onderdeel noemt", "1 contract that names no component drawn")
      : pick(
        "\(count) contracten die geen getekend onderdeel noemen",
        "\(count) contracts that name no component drawn")
  }

  func elementsLeftOut(_ count: Int) -> String {
    pick(
      "\(self.count(count, nil)) waarop geen kritieke afnemer rust",
      "\(self.count(count, nil)) on which no critical user rests")
  }

  func usersNotDrawn(_ count: Int) -> String {
    let noun = "\(count) \(users([.consumer, .process], count: count))"
    return count == 1
      ? pick(
        "\(noun) waarvan niet bekend is of die op een leverancier rust",
        "\(noun) of which it is not known whether it rests on a supplier")
      : pick(
        "\(noun) waarvan niet bekend is of ze op een leverancier rusten",
        "\(noun) of which it is not known whether they rest on a supplier")
  }

  func thinLines(_ count: Int) -> String {
    count == 1
      ? pick(
        "1 lijn naar wie een vervanger van elders heeft",
        "1 line to one that has a replacement from elsewhere")
      : pick(
        "\(count) lijnen naar wie een vervanger van elders heeft",
        "\(count) lines to those that have a replacement from elsewhere")
  }

  func contractsFolded(_ count: Int) -> String {
    pick(
      "\(count) contracten van één leverancier samengenomen.",
      "\(count) contracts of one supplier drawn together.")
  }

  func usersFolded(_ count: Int, into groups: Int) -> String {
    pick(
      "\(count) afnemers en processen met dezelfde lijnen samengenomen in \(groups) \(groups == 1 ? "groep" : "groepen").",
      "\(count) consumers and processes with the same lines drawn as \(groups) \(groups == 1 ? "group" : "groups")."
    )
  }

  var groupsAreMixed: String {
    pick(
      "Een lijn van of naar een groep geldt voor ten minste één lid ervan.",
      "A line from or to a group holds for at least one of its members.")
  }
}
