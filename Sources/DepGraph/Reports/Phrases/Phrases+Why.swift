extension Phrases {
  func whyTitle(_ target: String, seeds: String) -> String {
    pick(
      "Uitval van \(seeds): wat gebeurt er met \(target), en waarom?",
      "Failure of \(seeds): what happens to \(target), and why?")
  }

  func whyItself(_ target: String) -> String {
    pick("\(target) is zelf wat uitvalt.", "\(target) is itself what fails.")
  }

  /// "als a en b uitvallen".
  func when(_ seeds: String, isMany: Bool) -> String {
    pick(
      "als \(seeds) \(isMany ? "uitvallen" : "uitvalt")",
      "when \(seeds) \(isMany ? "fail" : "fails")")
  }

  func whyDown(
    _ target: String, when: String, reading: Reading, verdict: Verdict
  ) -> String {
    if verdict == .certain {
      return pick(
        "\(target) valt zeker uit \(when).",
        "\(target) goes down for certain \(when).")
    }
    return pick(
      "\(target) valt mogelijk uit \(when): dat rust op ten minste één feit dat is afgeleid of aangenomen (\(word(reading))).",
      "\(target) possibly goes down \(when): that rests on at least one fact that was inferred or assumed (\(word(reading)))."
    )
  }

  func whyNotDown(_ target: String, when: String, _ grade: Grade) -> String {
    switch grade {
    case .degraded:
      pick(
        "\(target) valt niet uit \(when), maar werkt dan beperkt.",
        "\(target) does not go down \(when), but works degraded.")
    case .reducedRedundancy:
      pick(
        "\(target) valt niet uit \(when), maar leunt dan op wat er van zijn reserve over is.",
        "\(target) does not go down \(when), but leans on what is left of its redundancy."
      )
    case .cannotTell:
      pick(
        "Of \(target) uitvalt \(when), is niet te zeggen: wat het nodig heeft, is niet volledig bekend.",
        "Whether \(target) goes down \(when) cannot be told: what it needs is not fully known."
      )
    default:
      pick(
        "Voor zover bekend valt \(target) niet uit \(when).",
        "As far as is known, \(target) does not go down \(when).")
    }
  }

  var chainHeading: String { pick("De kortste keten van oorzaken", "The shortest chain of causes") }
  var chainNote: String {
    pick(
      "Lees van boven naar beneden: wat ingesprongen staat, is de oorzaak van wat erboven staat. Er kunnen langere ketens zijn die hetzelfde gevolg hebben.",
      "Read from the top down: what is indented is the cause of what stands above it. There may be longer chains with the same effect."
    )
  }

  func fallsBecause(_ name: String, location: String, count: Int) -> String {
    let place = location.isEmpty ? "" : " (in \(location))"
    return count == 1
      ? pick(
        "\(name) valt uit, want dit valt uit\(place):",
        "\(name) goes down, because this does\(place):")
      : pick(
        "\(name) valt uit, want deze \(count) vallen \(count == 2 ? "beide" : "alle") uit\(place):",
        "\(name) goes down, because \(count == 2 ? "both of these" : "all of these \(count)") do\(place):"
      )
  }

  func theFailureItself(_ name: String) -> String {
    pick("\(name): de uitval zelf", "\(name): the failure itself")
  }

  var holdsHeading: String { pick("Wat het overeind houdt", "What keeps it up") }

  func holds(_ owner: String, location: String, lost: String, holding: String?) -> String {
    let rest =
      holding.map { pick("over is ", "what is left is ") + $0 }
      ?? pick("er blijft een weg over het netwerk", "a way through the network is left")
    return pick(
      "\(owner), in \(location): verloren is \(lost); \(rest)",
      "\(owner), in \(location): lost is \(lost); \(rest)")
  }

  var wayHeading: String {
    pick(
      "De kortste weg waarlangs de uitval zou kunnen komen",
      "The shortest way along which the failure could come")
  }

  func noWay(_ target: String) -> String {
    pick(
      "Het model kent geen weg van de uitval naar \(target). Dat is geen bewijs dat die er niet is.",
      "The model knows no way from the failure to \(target). That is no proof that there is none.")
  }

  func untold(_ because: String) -> String {
    pick(
      "Niet te zeggen, omdat niet bekend is wat dit nog meer nodig heeft: \(because).",
      "Cannot be told, because it is not known what else this needs: \(because).")
  }
}
