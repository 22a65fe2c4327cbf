/// The sentences of `plans`.
extension Phrases {
  static let plan = Noun(("plan", "plannen"), ("plan", "plans"))

  var plansTitle: String {
    pick("Plannen: helpen ze als het erop aankomt?", "Plans: do they help when it matters?")
  }

  func plansSentence(
    plans: Int, unplanned: Int, of users: Int, leaning: Int, open: Int, unexercised: Int
  ) -> String {
    guard plans > 0 else {
      return pick(
        "Het model bevat geen plannen; of ze er zijn, is hieruit niet te zeggen.",
        "The model holds no plans; whether there are any cannot be told from it.")
    }
    let lean = leaningSentence(leaning, open: open, of: plans)
    let old =
      unexercised == 0
      ? ""
      : pick(
        " \(number(unexercised)) \(unexercised == 1 ? "is" : "zijn") niet of te lang geleden geoefend.",
        " \(number(unexercised)) \(unexercised == 1 ? "was" : "were") not exercised, or too long ago."
      )
    return lean + old + " " + unplannedSentence(unplanned, of: users)
  }

  private func leaningSentence(_ leaning: Int, open: Int, of plans: Int) -> String {
    guard open < plans else {
      return pick(
        "Van \(count(plans, Self.plan)) is niet te zeggen of \(plans == 1 ? "het leunt" : "ze leunen") op iets dat met het proces uitvalt.",
        "Of \(count(plans, Self.plan)) it cannot be told whether \(plans == 1 ? "it relies" : "they rely") on what fails with the process."
      )
    }
    let known =
      leaning == 0
      ? pick(
        "Van \(count(plans, Self.plan)) leunt er voor zover bekend geen op iets dat met het proces uitvalt",
        "Of \(count(plans, Self.plan)) none, as far as is known, relies on what fails with the process"
      )
      : pick(
        "Van \(count(plans, Self.plan)) \(leaning == 1 ? "leunt" : "leunen") er \(number(leaning)) op iets dat uitvalt door dezelfde storing als het proces",
        "Of \(count(plans, Self.plan)) \(number(leaning)) \(leaning == 1 ? "relies" : "rely") on something that fails with the process"
      )
    return known
      + (open == 0
        ? "."
        : pick(
          "; van \(number(open)) is het niet te zeggen.", "; of \(number(open)) it cannot be told."))
  }

  private func unplannedSentence(_ unplanned: Int, of users: Int) -> String {
    unplanned == 0
      ? pick(
        "Elk kritiek proces heeft in dit model een plan.",
        "Every critical process has a plan in this model.")
      : pick(
        "\(number(unplanned)) van de \(count(users, Self.criticalUser)) \(unplanned == 1 ? "heeft" : "hebben") in dit model geen plan.",
        "\(number(unplanned)) of \(count(users, Self.criticalUser)) \(unplanned == 1 ? "has" : "have") no plan."
      )
  }

  var leaningHeading: String {
    pick(
      "Plannen die leunen op wat zij moeten overleven", "Plans that rely on what they must survive")
  }
  func leaningItem(plan: String, purpose: String, count: Int) -> String {
    pick(
      "\(plan), voor \(purpose): \(count == 1 ? "één oorzaak treft" : "\(number(count)) oorzaken treffen") het proces én iets waarop het plan leunt:",
      "\(plan), for \(purpose): \(count == 1 ? "one cause hits" : "\(number(count)) causes hit") the process and something that the plan relies on:"
    )
  }
  var chanceHeading: String {
    pick(
      "Alleen als twee losse storingen toevallig samenvallen",
      "Only if two separate failures happen to coincide")
  }
  func chanceItem(plan: String, purpose: String, count: Int) -> String {
    pick("\(plan), voor \(purpose): ", "\(plan), for \(purpose): ") + coincidences(count)
  }
  func lossItem(_ elements: [String], _ props: [String], _ verdict: Verdict) -> String {
    let doubt = verdict == .certain ? "" : pick(" (mogelijk)", " (possible)")
    return pick(
      "\(list(elements)): ook \(list(props)) \(props.count == 1 ? "valt" : "vallen") uit\(doubt)",
      "\(list(elements)): \(list(props)) \(props.count == 1 ? "goes" : "go") down too\(doubt)")
  }
  func fallsWith(_ elements: [String]) -> String {
    pick("zelf: ", "itself: ") + list(elements)
  }
  func wayItem(_ names: [String]) -> String {
    pick("weg: ", "way: ") + names.joined(separator: " → ")
  }
  func coincidences(_ count: Int) -> String {
    pick(
      "\(number(count)) \(count == 1 ? "paar" : "paren") van twee losse storingen, een van het proces en een van wat het plan nodig heeft",
      "\(number(count)) \(count == 1 ? "pair" : "pairs") of two separate failures, one of the process and one of what the plan relies on"
    )
  }
  func selfItem(plan: String, purpose: String, prop: String) -> String {
    purpose == prop
      ? pick(
        "\(plan) leunt op \(purpose) zelf, waarvoor het bedoeld is.",
        "\(plan) relies on \(purpose) itself, which it is for.")
      : pick(
        "\(plan) leunt op \(prop), dat uitvalt als \(purpose) uitvalt.",
        "\(plan) relies on \(prop), which goes down when \(purpose) does.")
  }

  var planTableHeading: String { pick("Alle plannen", "All plans") }
  var planColumns: [String] {
    [
      pick("Plan", "Plan"), pick("Voor", "For"), pick("Leunt op", "Relies on"),
      pick("Geoefend", "Exercised"), pick("Op papier", "On paper"),
      pick("Leunt op wat het moet overleven", "Relies on what it must survive"),
    ]
  }
  var onNothing: String { pick("niets", "nothing") }
  var notWrittenDown: String { pick("niet vastgelegd", "not recorded") }

  func word(_ exercise: PlanReview.Exercise) -> String {
    switch exercise {
    case .recent(let date): self.date(date)
    case .stale(let date, let days):
      self.date(date) + pick(": \(age(days: days)) geleden", ": \(age(days: days)) ago")
    case .notRecorded: notWrittenDown
    case .later(let date):
      self.date(date) + pick(": na de peildag", ": after the day judged at")
    case .cannotTell(let date):
      self.date(date) + pick(": geen peildag om naar te oordelen", ": no day to judge at")
    }
  }

  func word(leaning plan: PlanReview.Plan) -> String {
    switch plan.leaning {
    case .certain: return pick("ja", "yes")
    case .possible: return pick("mogelijk", "possibly")
    case .twoFailures: return pick("bij twee storingen tegelijk", "with two failures at once")
    case .coincidence: return pick("alleen bij toeval", "only by coincidence")
    case .noneKnown: return pick("voor zover bekend niet", "not as far as is known")
    case .cannotTell:
      if plan.purposes.isEmpty {
        return pick(
          "niet te zeggen: niet vastgelegd waarvoor", "cannot tell: not recorded for what")
      }
      return plan.reliesOn == nil
        ? pick("niet te zeggen: niet vastgelegd waarop", "cannot tell: not recorded on what")
        : pick("niet te zeggen: niet alles bekend", "cannot tell: not everything is known")
    }
  }

  var unplannedHeading: String {
    pick(
      "Kritiek, en in dit model zonder plan", "Critical, and without a plan in this model")
  }
  func openProps(_ plan: String) -> String {
    pick(
      "\(plan): niet alles waarop dit rust is bekend: ",
      "\(plan): not everything that this rests on is known: ")
  }
  var openPropsHeading: String { pick("Niet te zeggen", "Cannot tell") }

  func plansNote(day: CalendarDate?, months: Int, order: Int) -> String {
    let judged =
      day.map { pick("Beoordeeld naar \(date($0)). ", "Judged at \(date($0)). ") }
      ?? pick(
        "Er is geen peildag: van oefeningen is niet te zeggen hoe lang geleden zij zijn. ",
        "There is no day to judge at: how long ago exercises are cannot be told. ")
    let causes =
      order == 1
      ? pick("Gekeken is naar één storing tegelijk.", "One failure at a time was looked at.")
      : pick(
        "Gekeken is naar één en naar twee storingen tegelijk.",
        "One and two failures at once were looked at.")
    return judged
      + pick(
        "Een oefening telt \(number(months)) maanden. ",
        "An exercise counts for \(number(months)) months. ")
      + causes
  }
}
