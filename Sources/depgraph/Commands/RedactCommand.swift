import ArgumentParser
import DepGraph

struct RedactCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "A folder that can be handed over: answers for a partner, or figures for everybody.",
    discussion: """
      Example: depgraph redact models/voorbeeld/voorbeeld.yaml --audience partner:meldkamerdienst \
      --key ~/depgraph.key
               depgraph redact models/voorbeeld/voorbeeld.yaml --audience public --output out/public
               depgraph redact model.yaml --audience public --check out/public

      What is in the folder was checked for everything that the audience may not see; where \
      something is found, nothing is left in place.
      """)

  @OptionGroup var model: ModelArguments

  @Option(help: ArgumentHelp("For whom it is.", valueName: "public|partner:id"))
  var audience: RedactionAudience

  @Option(
    name: .shortAndLong,
    help: "The folder to write into (default: out/, the name of the model's file, the audience).",
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The secret behind pseudonyms, made where there is none; keep it, and never hand it over.",
      valueName: "file"),
    completion: .file())
  var key: String?

  @Option(help: "The language: nl or en (default: the model's).")
  var lang: Language?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Tell of these agreed failures only (default: all that were agreed).", valueName: "id"))
  var scenario: [String] = []

  @Option(
    help: ArgumentHelp("Give no count below this number (public).", valueName: "number"))
  var suppressBelow = 3

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Words that the check need not take for secrets.", valueName: "word"))
  var knownWord: [String] = []

  @Option(
    help: ArgumentHelp("Write nothing, but check what is in this folder.", valueName: "folder"),
    completion: .directory)
  var check: String?

  @OptionGroup var limits: LimitArguments

  func validate() throws {
    guard suppressBelow >= 2 else { throw ValidationError("--suppress-below is 2 or more") }
    if case .partner = audience, key == nil {
      throw ValidationError("pseudonyms for a partner need a secret: --key FILE")
    }
    guard audience.isPartner || scenario.isEmpty else {
      throw ValidationError("--scenario is about what was agreed with a partner")
    }
    if let key, HandedFolder(path: check ?? folder).contains(key) {
      throw ValidationError("the key must not lie in the folder that is handed over")
    }
  }

  func run() throws {
    let compiled = try model.load(language: lang).compiled
    let language = lang ?? compiled.model.language
    let phrases = Phrases(lang ?? .ofEnvironment)
    let secret = try key.map { try RedactionSecret(path: $0, phrases) }
    let (made, hidden) = try rendering(of: compiled, language, secret)
    if let check {
      let unread = try HandedFolder(path: check).check(for: hidden)
      tell(unread, hidden, phrases)
      // What nobody looked into may hold anything.
      guard unread.isEmpty else { throw Failure.answered(status: Failure.Status.invalidInput) }
      return
    }
    for remark in made.remarks { say("depgraph: \(remark)", to: .error) }
    let unread = try HandedFolder(path: folder).replace(by: made.files, checkedFor: hidden)
    say(phrases.handedOver(made.files.count, in: folder), to: .output)
    tell(unread, hidden, phrases)
  }

  /// Says that nothing was found, and into what nobody looked.
  private func tell(_ unread: [String], _ hidden: HiddenFacts, _ phrases: Phrases) {
    for place in unread { say("depgraph: \(phrases.couldNotLook(place))", to: .error) }
    say(phrases.nothingLeaked(hidden, unread: unread.count), to: .output)
  }

  /// The files, and what must not stand in them.
  private func rendering(
    of compiled: CompiledModel, _ language: Language, _ secret: RedactionSecret?
  ) throws -> (RedactedFolder, HiddenFacts) {
    let stamp = { (text: String) in secret?.key.stamp(of: text) }
    switch audience {
    case .everybody:
      let figures = PublicFigures(of: compiled, threshold: suppressBelow)
      let hidden = HiddenFacts(
        of: compiled.model, butFor: figures, orCommon: Set(knownWord))
      return (RedactedFolder(figures, language: language, stamp: stamp), hidden)
    case .partner(let id):
      guard let secret else { throw ValidationError("pseudonyms need a secret: --key FILE") }
      let partner = try compiled.model.partner(named: id)
      try partner.check(scenarios: scenario)
      let answers = try PartnerAnswers(
        to: partner, in: compiled,
        pseudonyms: Pseudonyms(for: compiled.model, digest: secret.key.digest),
        scenarios: scenario.isEmpty ? nil : Set(scenario))
      let hidden = HiddenFacts(
        of: compiled.model, butFor: answers, orCommon: Set(knownWord))
      let renderer = IsolatedRenderer(executable: IsolatedRenderer.runningExecutable)
      return (
        RedactedFolder(answers, language: language, renderer: renderer, stamp: stamp), hidden
      )
    }
  }

  private var folder: String {
    if let output { return output }
    let name = model.model.split(separator: "/").last.map(String.init) ?? "model"
    let base = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return "out/\(base)-\(audience.folderName)"
  }

  private func say(_ line: String, to stream: StandardStreams.Stream) {
    StandardStreams.write(line.withoutControls + "\n", to: stream)
  }
}
