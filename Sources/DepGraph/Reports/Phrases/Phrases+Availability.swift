/// What is said about availability: never with more than two significant digits, since no figure that
/// people write down is better than that.
extension Phrases {
  func availabilityTitle(_ targets: [String]) -> String {
    targets.isEmpty
      ? pick("Beschikbaarheid", "Availability")
      : pick("Beschikbaarheid van ", "Availability of ") + list(targets)
  }

  // MARK: - Numbers

  /// A number with two significant digits.
  func twoDigits(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return number(0) }
    var decimals = 1
    var magnitude = value.magnitude
    while magnitude < 1, decimals < 12 {
      magnitude *= 10
      decimals += 1
    }
    var unit = 1.0
    while magnitude >= 100 {
      magnitude /= 10
      unit *= 10
      decimals = 0
    }
    if magnitude >= 10 { decimals = max(0, decimals - 1) }
    return number((value / unit).rounded(to: decimals) * unit, decimals: decimals)
  }

  /// A small share as a percentage: "0,044%".
  func share(_ value: Double) -> String {
    if value == 0 { return "0%" }
    return value < 1e-9
      ? pick("minder dan 0,0000001%", "less than 0.0000001%") : twoDigits(value * 100) + "%"
  }

  func share(_ value: ImportanceMeasures.Quotient) -> String { value.value.map(share) ?? "–" }

  /// How many times: "12", "1,5", "∞".
  func factor(_ value: ImportanceMeasures.Quotient) -> String {
    switch value {
    case .value(let number): twoDigits(number)
    case .infinite: "∞"
    case .undefined: "–"
    }
  }

  /// What is left of the whole, with two significant digits of what is missing: "99,956%".
  func availability(missing share: Double) -> String {
    if share == 0 { return "100%" }
    if share < 1e-9 { return pick("meer dan 99,9999999%", "more than 99.9999999%") }
    let percent = share * 100
    var decimals = 1
    var magnitude = percent
    while magnitude < 1, decimals < 12 {
      magnitude *= 10
      decimals += 1
    }
    if magnitude >= 10 { decimals -= 1 }
    return number(100 - percent.rounded(to: decimals), decimals: decimals) + "%"
  }

  /// The availability of a component in a cell: "99,95%", "hoogstens 99,95%", "99,5% tot 99,95%".
  func availability(_ target: Availability.Target) -> String {
    if target.isUnknown { return notKnown }
    let value = target.unavailability
    let best = availability(missing: value.low)
    let worst = availability(missing: value.high)
    let range = best == worst ? best : worst + pick(" tot ", " to ") + best
    return (target.isLeast ? pick("hoogstens ", "at most ") : "") + range
  }

  /// How long a component is down in a year: "4,4 uur", "ten minste 4,4 uur", "26 min tot 4,4 uur".
  func downtime(_ target: Availability.Target) -> String {
    if target.isUnknown { return notKnown }
    let low = roughDuration(target.unavailability.low * Availability.secondsPerYear)
    let high = roughDuration(target.unavailability.high * Availability.secondsPerYear)
    var range = low
    if low != high {
      // The unit once, where it is the same.
      let (first, second) = (low.split(separator: " "), high.split(separator: " "))
      let isSame = first.count == 2 && second.count == 2 && first[1] == second[1]
      range = (isSame ? String(first[0]) : low) + pick(" tot ", " to ") + high
    }
    return (target.isLeast ? pick("ten minste ", "at least ") : "") + range
  }

  /// A length of time in one unit, with two significant digits.
  func roughDuration(_ seconds: Double) -> String {
    if seconds == 0 { return "0 s" }
    if seconds < 0.1 { return pick("minder dan 0,1 s", "less than 0.1 s") }
    let days = seconds / 86_400
    // Two digits would make more of a year than it has.
    if days >= 355 { return number(days.rounded()) + pick(" dagen", " days") }
    if days >= 4 { return twoDigits(days) + pick(" dagen", " days") }
    if seconds >= 3600 {
      let hours = twoDigits(seconds / 3600)
      return hours + pick(" uur", hours == "1" ? " hour" : " hours")
    }
    return seconds >= 60 ? twoDigits(seconds / 60) + " min" : twoDigits(seconds) + " s"
  }

  /// In place of a figure of which an input is assumed.
  var restsOnAssumption: String { pick("rust op een aanname", "rests on an assumption") }

  // MARK: - In one sentence

  var noUsersToAskAbout: String {
    pick(
      "Het model kent geen afnemers of processen; noem met --for waar het om gaat.",
      "The model knows no consumers or processes; name with --for what it is about.")
  }

  /// That nothing is known at all.
  func availabilityUnknown(_ count: Int, areUsers: Bool, name: String) -> String {
    if count == 1 {
      return pick(
        "Hoe vaak \(name) uitvalt is niet te zeggen: de cijfers waar het van afhangt zijn niet bekend.",
        "How often \(name) is down cannot be told: the figures that it depends on are not known.")
    }
    let things = self.noun(areUsers ? Self.user : Self.component, for: count)
    return pick(
      "Van geen van de \(number(count)) \(things) is te zeggen hoe vaak ze uitvallen: de cijfers waar het van afhangt zijn niet bekend.",
      "For none of the \(number(count)) \(things) can it be told how often they are down: the figures that it depends on are not known."
    )
  }

  /// That no figure is given where one would rest on an assumption.
  func noFigureWhereAssumed(_ count: Int, worst: String?) -> String {
    let figures =
      count == 1 ? pick("één cijfer", "one figure") : number(count) + pick(" cijfers", " figures")
    let start = worst.map {
      pick("Het minst beschikbaar is \($0). ", "The least available is \($0). ")
    }
    return (start ?? "")
      + pick(
        "Een getal staat hier niet: \(figures) waarop het rust \(count == 1 ? "is" : "zijn") aangenomen of afgeleid, niet vastgesteld.",
        "No number stands here: \(figures) that it rests on \(count == 1 ? "is" : "are") assumed or inferred, not established."
      )
  }

  /// "Het minst beschikbaar is X: ten minste 4,4 uur per jaar uit, als elke belofte net wordt nagekomen.".
  func downtimeSentence(
    _ name: String, _ target: Availability.Target, isWorst: Bool, asFarAsKnown: Bool
  ) -> String {
    let time = downtime(target)
    let promise =
      target.promised.isEmpty
      ? "" : pick(", als elke belofte net wordt nagekomen", ", if every promise is just kept")
    let known = asFarAsKnown ? pick(", voor zover bekend,", ", as far as is known,") : ""
    let start =
      isWorst
      ? pick(
        "Het minst beschikbaar\(known) is \(name): ", "The least available\(known) is \(name): ")
      : pick("\(name) is ", "\(name) is down ")
    return start
      + (isWorst
        ? pick("\(time) per jaar uit", "down \(time) a year")
        : pick("\(time) per jaar uit", "\(time) a year"))
      + pick(
        " (beschikbaarheid \(availability(target)))", " (availability \(availability(target)))")
      + promise + "."
  }

  /// For how many it is a least, and why; nothing where everything is known.
  func leastSentence(
    _ least: Int, unknown: Int, of total: Int, figures: Int, needs: Int
  ) -> String {
    guard least + unknown > 0 else { return "" }
    var reasons: [String] = []
    if figures > 0 {
      reasons.append(
        pick(
          "van \(count(figures, Self.component)) is geen cijfer bekend",
          "for \(count(figures, Self.component)) no figure is known"))
    }
    if needs > 0 {
      reasons.append(
        pick(
          "van \(number(needs)) is niet bekend wat ze nodig hebben of delen",
          "of \(number(needs)) it is not known what they need or share"))
    }
    let why = list(reasons)
    if total == 1 { return pick(" Meer kan ook: \(why).", " It may be more: \(why).") }
    var sentence =
      least == 0
      ? ""
      : pick(
        " Voor \(number(least)) van de \(number(total)) is het een minimum",
        " For \(number(least)) of the \(number(total)) it is a minimum")
    if unknown > 0 {
      sentence +=
        least == 0
        ? pick(
          " Over \(number(unknown)) van de \(number(total)) is niets te zeggen",
          " Of \(number(unknown)) of the \(number(total)) nothing can be told")
        : pick(
          ", over \(number(unknown)) is niets te zeggen",
          ", of \(number(unknown)) nothing can be told")
    }
    return sentence + ": \(why)."
  }

  // MARK: - The table

  var availabilityHeading: String {
    pick("Hoe vaak wie uit is", "How often who is down")
  }
  var availabilityColumn: String { pick("Beschikbaar", "Available") }
  var downtimeColumn: String { pick("Uit per jaar", "Down a year") }
  var figuresColumn: String { pick("Rust op", "Rests on") }
  var mostDueColumn: String { pick("Vooral door", "Mostly by") }

  /// "12 cijfers, waarvan 3 beloofd; 2 ontbreken".
  func figures(_ known: Int, promised: Int, assumed: Int, unknown: Int) -> String {
    var kinds: [String] = []
    if promised > 0 { kinds.append(number(promised) + pick(" beloofd", " promised")) }
    if assumed > 0 { kinds.append(number(assumed) + pick(" aangenomen", " assumed")) }
    let figure = Noun(("cijfer", "cijfers"), ("figure", "figures"))
    var text = count(known, figure)
    if !kinds.isEmpty { text += pick(", waarvan ", ", of which ") + list(kinds) }
    if unknown > 0 {
      text += pick(
        "; \(number(unknown)) \(unknown == 1 ? "ontbreekt" : "ontbreken")",
        "; \(number(unknown)) missing")
    }
    return text
  }

  /// Of whom nothing is known.
  var nothingKnownOf: String {
    pick(
      "Niets te zeggen, want wat bekend is zegt niet hoe vaak ze uit zijn, over: ",
      "Nothing can be told, for what is known does not say how often they are down, of: ")
  }

  var boundsHeading: String { pick("Niet precies berekend", "Not computed exactly") }
  var boundsOf: String {
    pick(
      "De berekening werd te groot of duurde te lang; wat er staat zijn een ondergrens en een bovengrens, voor ",
      "The computation became too large or took too long; what is given are a lower and an upper bound, for "
    )
  }

  // MARK: - What is not known

  var unknownFiguresHeading: String { pick("Zonder cijfer", "Without a figure") }

  func missing(_ name: String, _ count: Int, of total: Int, isShared: Bool) -> String {
    let kind = isShared ? pick(": gedeeld door meerdere", ": shared by several") : ""
    guard total > 1 else { return name + kind }
    return name + kind
      + pick(
        "\(isShared ? ";" : ":") telt voor \(number(count)) van de \(number(total))",
        "\(isShared ? ";" : ":") matters for \(number(count)) of the \(number(total))")
  }

  func andMore(_ count: Int) -> String {
    pick("En nog \(number(count)).", "And \(number(count)) more.")
  }

  var unknownNeedsHeading: String {
    pick("Niet bekend is wat dit nodig heeft of deelt", "Not known is what these need or share")
  }

  // MARK: - What it is due to

  func causesHeading(_ name: String) -> String {
    pick("Waardoor \(name) uit is", "What \(name) is down by")
  }
  var ownDowntimeColumn: String { pick("Zelf uit", "Down itself") }
  var criticalityColumn: String { pick("Aandeel", "Criticality") }
  var diagnosticColumn: String { pick("Ook uit", "Diagnostic") }

  func importanceNote(withCutSets: Bool) -> String {
    let last =
      withCutSets
      ? pick(
        " Fussell–Vesely: de kans dat een minimale snedeverzameling ermee uit is, als het doel uit is.",
        " Fussell–Vesely: the chance that a minimal cut set with it is down, if the target is.")
      : ""
    return pick(
      "Aandeel (criticality): het deel van de uitval waarin dit uit is en de doorslag geeft. RAW: hoeveel maal zo vaak uit als dit altijd uit is; RRW: hoeveel maal minder vaak als dit nooit uitvalt. Birnbaum: hoeveel het scheelt of dit werkt. Ook uit (diagnostic): de kans dat dit uit is, als het doel uit is.",
      "Criticality: the share of the downtime in which this is down and decides. RAW: how many times as often it is down if this always is; RRW: how many times less often if this never is. Birnbaum: the difference it makes whether this works. Diagnostic: the chance that this is down, if the target is."
    ) + last
  }

  // MARK: - Promises

  var promisesHeading: String { pick("Cijfers uit beloften", "Figures that are promises") }

  func promised(_ contract: String, _ missing: Ratio, _ element: String) -> String {
    let worst = availability(missing: missing.high)
    let best = availability(missing: missing.low)
    let value = worst == best ? best : worst + pick(" tot ", " to ") + best
    return pick(
      "\(contract) belooft \(value) voor \(element).",
      "\(contract) promises \(value) for \(element).")
  }

  func availabilityNote(_ reading: Reading) -> String {
    pick(
      "Kans dat iets op een willekeurig moment uit is, eigen uitval meegerekend, als onderdelen onafhankelijk van elkaar uitvallen; gedeelde oorzaken tellen één keer. Berekend over de hele logica, niet als som; \(word(reading)). Wie geen cijfer heeft telt als nooit uit. Een jaar is 365 dagen; twee cijfers zijn betekenisvol.",
      "The chance that something is down at a random moment, its own failure included, if components fail independently; shared causes count once. Computed over the whole logic, not as a sum; \(word(reading)). What has no figure counts as never down. A year is 365 days; two digits are significant."
    )
  }
}

extension Double {
  /// The number rounded to some decimals, half away from zero.
  func rounded(to decimals: Int) -> Double {
    let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    return (self * scale).rounded() / scale
  }
}
