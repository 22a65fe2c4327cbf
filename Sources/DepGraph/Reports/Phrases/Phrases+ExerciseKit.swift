// What stands on the sheets of an exercise.

extension Phrases {
  var exerciseWord: String { pick("Oefening", "Exercise") }

  var exerciseNotReal: String {
    pick("OEFENING – dit is geen echte storing", "EXERCISE – this is no real outage")
  }

  // MARK: - For the leader

  var leaderTitle: String { pick("Draaiboek oefenleiding", "Script for the exercise leader") }

  func leaderIntroduction(_ start: Instant?) -> String {
    let begin = start.map { pick("Begin: \(instant($0)). ", "Start: \(instant($0)). ") } ?? ""
    return begin
      + pick(
        "Dit blad noemt de oorzaak: geef het niet aan spelers.",
        "This sheet names the cause: do not give it to players.")
  }

  var kitCauses: String { pick("Wat er werkelijk gebeurt", "What really happens") }

  var kitCauseColumns: [String] {
    language == .dutch
      ? ["Klok", "Na", "Wat", "Gebeurt"] : ["Clock", "After", "What", "Happens"]
  }

  var kitInjects: String { pick("Wat de spelers te horen krijgen", "What the players are told") }

  var kitInjectsNote: String {
    pick(
      "Geef elke melding op haar tijd aan wie erachter staat.",
      "Give each message at its time to those named with it.")
  }

  var kitInjectColumns: [String] {
    language == .dutch
      ? ["Klok", "Na", "Voor", "Melding"] : ["Clock", "After", "For", "Message"]
  }

  var kitEverybody: String { pick("Iedereen", "Everybody") }
  func kitGroup(_ number: Int) -> String { pick("Groep \(number)", "Group \(number)") }

  func kitSomething(_ kind: String) -> String {
    pick("Een van uw voorzieningen (\(kind))", "One of your facilities (\(kind))")
  }

  func inject(_ name: String, _ state: Observation.State) -> String {
    switch state {
    case .down: pick("\(name): werkt niet.", "\(name): does not work.")
    case .degraded: pick("\(name): werkt beperkt.", "\(name): works, but degraded.")
    case .up: pick("\(name): werkt weer.", "\(name): works again.")
    case .unknown: pick("\(name): onduidelijk.", "\(name): unclear.")
    }
  }

  // MARK: - What players should do

  var kitTasks: String {
    pick(
      "Verwachte ontdekkingen, meldingen en besluiten", "Expected detections, calls and decisions")
  }

  var kitTasksNote: String {
    pick(
      "Zet een kruis als het gebeurt, met de tijd.", "Tick when it happens, and write the time.")
  }

  var kitNoTasks: String {
    pick(
      "Het scenario en het model noemen niets dat spelers moeten doen.",
      "Neither the scenario nor the model names anything that players should do.")
  }

  var kitLog: String { pick("Logboek", "Log") }
  func detectTask(_ name: String) -> String {
    pick("Ontdekken dat \(name) niet werkt", "Find out that \(name) does not work")
  }
  func callTask(_ level: String) -> String {
    pick("Opschalen naar \(level)", "Escalate to \(level)")
  }
  func tellTask(_ person: String) -> String { pick("\(person) inlichten", "Tell \(person)") }

  func planTask(_ plan: String, _ process: String) -> String {
    pick("Besluiten over plan \(plan) voor \(process)", "Decide on plan \(plan) for \(process)")
  }

  func taskBy(_ clock: String) -> String { pick("voor \(clock)", "by \(clock)") }
  func taskFrom(_ clock: String) -> String {
    pick("mogelijk vanaf \(clock)", "possible from \(clock)")
  }

  // MARK: - For players, and the score

  var playersTitle: String { pick("Spelersbladen", "Players' sheets") }

  var playersNote: String {
    pick(
      "Wat u op deze tijden merkt. De oefenleiding geeft u elke melding op haar tijd.",
      "What you notice at these times. The exercise leader gives you each message at its time.")
  }

  var scoreTitle: String { pick("Scoreblad", "Score sheet") }

  var scoreNote: String {
    pick(
      "Vul bij elk punt de werkelijke tijd in, en of het gehaald is.",
      "Fill in the real time of each point, and whether it was met.")
  }

  var scoreColumns: [String] {
    language == .dutch
      ? ["Nr.", "Verwacht", "Voor", "Werkelijk", "Gehaald"]
      : ["No.", "Expected", "By", "Real", "Met"]
  }

  func scoreTotal(_ count: Int) -> String {
    pick("Totaal gehaald: ____ van \(count).", "Total met: ____ of \(count).")
  }

  var scoreQuestions: String {
    pick("Wat ging goed, wat moet anders?", "What went well, what has to change?")
  }

  // MARK: - Generated scenarios

  /// The name of a scenario drawn by lot.
  public func randomScenarioName(_ seed: UInt64) -> String {
    pick("Geloot scenario \(seed)", "Random scenario \(seed)")
  }

  /// The name of a scenario that is the worst.
  public func worstScenarioName(_ order: Int) -> String {
    pick(
      "Ergste uitval van \(count(order, Self.component))",
      "Worst failure of \(count(order, Self.component))")
  }

  /// Lines that say how a scenario was made.
  ///
  /// - Parameters:
  ///   - seed: The seed of the lot; nil: it is the worst.
  ///   - order: How many things fail.
  ///   - measure: What harm was counted in, for the worst.
  ///   - digest: The digest of the model's files.
  /// - Returns: The lines, for the top of the file.
  public func scenarioRemarks(
    seed: UInt64?, order: Int, by measure: HarmMeasure?, digest: String?
  ) -> [String] {
    let how =
      seed.map {
        pick(
          "Geloot met getal \($0): \(count(order, Self.component)) uit wat alleen al een afnemer of proces platlegt.",
          "Drawn by lot from number \($0): \(count(order, Self.component)) out of what stops a consumer or process alone."
        )
      }
      ?? pick(
        "De uitval van ten hoogste \(count(order, Self.component)) die het meeste schaadt, geteld in \(measure?.rawValue ?? "").",
        "The failure of at most \(count(order, Self.component)) that does the most harm, counted in \(measure?.rawValue ?? "")."
      )
    let repair = pick(
      "Herstel volgt de hersteltijden van het model (`repair: plan`); wat daarin geen hersteltijd heeft, blijft uit.",
      "Repair follows the repair times of the model (`repair: plan`); what has none there stays down."
    )
    let source = digest.map {
      pick("Gemaakt uit het model met SHA-256 \($0).", "Made from the model with SHA-256 \($0).")
    }
    return [how, repair] + (source.map { [$0] } ?? [])
  }
}
