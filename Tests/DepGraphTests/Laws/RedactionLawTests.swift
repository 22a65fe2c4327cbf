import Foundation
import Testing

@testable import DepGraph

/// What a partner gets follows from what it may see, and from nothing else.
@Suite struct RedactionLawTests {
  /// A random model with owners, markings, names, contracts, contacts and agreed failures.
  private static func model(seed: Int) -> Model {
    var random = SeededGenerator(seed: seed &+ 7_000)
    var model = RandomModel.make(seed: seed, withHoldups: true)
    let parties = ["we", "part", "they", "else"]
    model.parties = parties.map { id in
      var party = Party(id: id)
      party.name = LocalizedText("party named \(id)", in: .dutch)
      party.parent = id == "part" ? "we" : nil
      party.marking = marking(&random)
      return party
    }
    model.marking = Marking(classification: "ONGERUBRICEERD", trafficLight: "GREEN")
    for index in model.components.indices {
      model.components[index].owner = parties.randomElement(using: &random)
      model.components[index].name = LocalizedText("name of \(index)", in: .dutch)
      model.components[index].marking = marking(&random)
    }
    for (number, (provider, customer)) in [("they", "we"), ("else", "they"), ("we", "else")]
      .enumerated()
    {
      var contract = Contract(id: "contract-\(number)")
      contract.provider = provider
      contract.customer = customer
      contract.covers = .selectors(["*"])
      contract.marking = marking(&random)
      contract.availability = Ratio(0.99)
      model.contracts.append(contract)
    }
    for party in parties {
      var contact = Contact(id: "contact-\(party)")
      contact.party = party
      contact.name = LocalizedText("desk of \(party)", in: .dutch)
      contact.reach = [model.components[0].id]
      contact.marking = marking(&random)
      model.contacts.append(contact)
    }
    var partner = SharingPartner("we")
    partner.scenarios = model.components.prefix(3).map {
      .init(id: "s\($0.id)", name: nil, fail: [$0.id], after: .hours(3))
    }
    model.partners = [partner]
    return model
  }

  private static func marking(_ random: inout SeededGenerator) -> Marking? {
    let classes: [String?] = [nil, nil, nil, "ONGERUBRICEERD", "DEPV", "STG-G"]
    let lights: [String?] = [nil, "CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]
    return Marking(
      classification: classes.randomElement(using: &random) ?? nil,
      trafficLight: lights.randomElement(using: &random) ?? nil)
  }

  private static func output(_ model: Model) throws -> (PartnerAnswers, String)? {
    // Some random models could never work; they are no models.
    guard let compiled = try? CompiledModel(model), let partner = model.partners.first else {
      return nil
    }
    let key = RedactionKey(secret: Array(0..<32))
    let answers = try PartnerAnswers(
      to: partner, in: compiled, pseudonyms: Pseudonyms(for: model, digest: key.digest))
    let texts = Language.allCases.flatMap { language in
      let diagram = NeighbourhoodView(of: answers, language: language, toolVersion: "1").diagram
      return [
        answers.json(language: language).jsonText,
        answers.report(language: language).marked(answers.proposal, language: language).markdown,
        answers.report(language: language).csv, DOTWriter(diagram).text, diagram.alternativeText,
      ]
    }
    return (answers, texts.joined(separator: "\n"))
  }

  /// The output stays the same whatever becomes of what is hidden.
  ///
  /// Changed are names and remarks of what is not named, numbers, dates, sources, the file itself; and
  /// things are added that touch nothing of the partner's.
  @Test(arguments: 0..<150) func theOutputDoesNotDependOnWhatIsHidden(seed: Int) throws {
    let model = Self.model(seed: seed)
    guard let (answers, before) = try Self.output(model) else { return }
    let named = Set(
      (answers.own.map(\.name) + (answers.needs + answers.users).map(\.other)
        + answers.contacts.flatMap(\.channels)).compactMap { $0.text?.text(in: .dutch) })
    var changed = model
    changed.digest = "ffff"
    changed.note = LocalizedText("another remark", in: .dutch)
    changed.sources.append(Source(id: "new-source"))
    for index in changed.components.indices {
      let name = changed.components[index].name?.text(in: .dutch) ?? ""
      if !named.contains(name) {
        changed.components[index].name = LocalizedText("CHANGED \(index)", in: .dutch)
      }
      changed.components[index].note = LocalizedText("CHANGED", in: .dutch)
      changed.components[index].users = .known(Double(index * 1_000 + seed))
      changed.components[index].position = Position(latitude: 50, longitude: Double(index))
      changed.components[index].tags = ["CHANGED"]
      changed.components[index].external = [ExternalID(register: "r", id: "CHANGED-\(index)")]
      changed.components[index].checked = CalendarDate(year: 2020, month: 1, day: 1 + index % 28)
      changed.components[index].dependability.availability = Ratio(0.5)
    }
    for number in 0..<4 {
      var stranger = Component(id: "stranger-\(number)")
      stranger.statesRequires = true
      stranger.owner = "else"
      if number > 0 {
        stranger.requires = .reference(Reference("stranger-0", evidence: Evidence(.internal)))
      }
      changed.components.append(stranger)
    }
    changed.contacts.removeAll { $0.id == "contact-nobody" }
    var foreign = Contract(id: "foreign")
    foreign.provider = "they"
    foreign.customer = "else"
    changed.contracts.append(foreign)
    let after = try #require(try Self.output(changed))
    #expect(after.1 == before, "seed \(seed)")
    #expect(!before.contains("CHANGED") && !after.1.contains("CHANGED"), "seed \(seed)")
  }

  /// No name stands in the output that the rules do not open, computed here from the rules.
  @Test(arguments: 0..<150) func onlyOpenNamesAreShown(seed: Int) throws {
    let model = Self.model(seed: seed)
    guard let (_, text) = try Self.output(model) else { return }
    let own: Set<String> = ["we", "part"]
    for component in model.components {
      let marking = (component.marking ?? Marking()).inherited(from: model.marking)
      let isOwn = own.contains(component.owner ?? "")
      let isTooHigh = (marking.level ?? .topSecret) > .unclassified
      let limit: TrafficLight = isOwn ? .amber : .green
      let isOpen = !isTooHigh && (marking.light ?? .red) <= limit
      let name = component.name?.text(in: .dutch) ?? ""
      let isThere = text.range(of: "\(name)(?![0-9])", options: .regularExpression) != nil
      #expect(!isThere || isOpen, "seed \(seed): \(name)")
      if isOwn, isOpen { #expect(isThere, "seed \(seed): \(name)") }
      // Ids are never shown, not even its own; "s" and the id is the word for an agreed failure.
      let id = "(?<![A-Za-z0-9-])\(component.id)(?![0-9A-Za-z-])"
      #expect(
        text.range(of: id, options: .regularExpression) == nil, "seed \(seed): \(component.id)")
    }
  }
}

/// Every text and number of the model that uses every key, made unmistakable: none of them gets out.
@Suite struct CanaryTests {
  /// The fixture with a sign before and after each of its names, and its numbers changed.
  private static func model() throws -> Model {
    let folder = try TemporaryFolder()
    for name in ["model.yaml", "agreements.yaml", "sectors.yaml"] {
      let text = try Fixture.text("Tests/DepGraphTests/Fixtures/every-key/\(name)")
      _ = try folder.write(name, Array(marked(text).utf8))
    }
    return try ModelReader().read(folder.path + "/model.yaml").model
  }

  private static let ids = [
    "hall", "router", "exchange", "fibre-1", "clock", "directory", "phone", "service", "spare",
    "user",
    "ministry", "agency", "digger", "report", "letter", "frame", "sla", "uc", "cio", "ciso",
    "crisis",
    "plan-1", "m1", "m2", "north", "first", "release-7", "feed-1", "night", "ring", "core", "duct",
  ]

  /// Ids where they are no keys and no words of the format; texts behind the keys that hold some.
  private static func marked(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line)
      for id in ids {
        line = line.replacingOccurrences(
          of:
            "(?<![\\w.-])(?<!kind: )(?<!role: )(?<!role: \\[)(?<!clock-from: )\(id)(?![\\w.-]|: )",
          with: "zq\(id)7x", options: .regularExpression)
      }
      line = line.replacingOccurrences(
        of: "\\b(name|nl|en|note|title|paper|reference): ([A-Z])", with: "$1: Zqtext7x $2",
        options: .regularExpression)
      for (old, new) in [
        ("fibre-*", "zqfibre-*"), ("20000", "731847"), ("5000", "64391"), ("52.1", "52.13579"),
        ("5.3", "5.24681"),
        ("CI0012345", "CI0099887"), ("example.org", "zqhost7x.example.org"), ("NL41", "NLZQ7X"),
      ] {
        line = line.replacingOccurrences(of: old, with: new)
      }
      return line
    }
    return lines.joined(separator: "\n")
  }

  /// What none of the forms may hold: the signs of the names, and the numbers.
  ///
  /// The numbers as far as rounding leaves them, and not as the end of a longer one: a picture is full
  /// of those, and where they lie is the library's and the fonts' affair.
  private static let canaries = [
    "zq", "7x", "731847", "64391", "(?<![0-9])52\\.1[34]", "(?<![0-9])5\\.24[67]", "0099887",
  ]

  /// A place with what stands around it.
  private static func around(_ place: Range<String.Index>?, in text: String) -> String {
    guard let place else { return "" }
    return String(text[..<place.lowerBound].suffix(40) + text[place.lowerBound...].prefix(60))
  }

  @Test(arguments: Language.allCases) func noCanaryGetsOut(language: Language) throws {
    let model = try Self.model()
    let compiled = try CompiledModel(model)
    var partner = SharingPartner("zqagency7x")
    partner.sees = Marking(classification: "DEPV", trafficLight: "GREEN")
    partner.scenarios = model.partners.first?.scenarios ?? []
    let key = RedactionKey(secret: Array(0..<32))
    let answers = try PartnerAnswers(
      to: partner, in: compiled, pseudonyms: Pseudonyms(for: model, digest: key.digest))
    #expect(answers.own.count == 1 && !answers.needs.isEmpty && !answers.impacts.isEmpty)
    let folder = RedactedFolder(
      answers, language: language, renderer: RendererUnderTest.isolated,
      stamp: { key.stamp(of: $0) })
    #expect(
      folder.files.map(\.name).sorted() == [
        "answers.csv", "answers.json", "index.html", "neighbourhood.svg",
      ], "\(folder.remarks)")
    // Its own service and agreement, what agreed failures are called, and what is green.
    let open = [
      "zqtext7x a bad zqnight7x", "zqtext7x an zqagency7x", "zqtext7x a zqministry7x",
      "zqtext7x service", "zqtext7x frame", "zqtext7x dienst", "zqtext7x an agency",
      "zqtext7x a bad night",
      "zqnight7x", "zqtext7x a ministry",
    ]
    for file in folder.files {
      for form in DecodedForms(of: file.bytes).forms {
        var text = form.text.lowercased()
        for name in open { text = text.replacingOccurrences(of: name, with: "") }
        for canary in Self.canaries {
          let found = text.range(of: canary, options: .regularExpression)
          #expect(found == nil, "\(file.name), \(form.place): \(Self.around(found, in: text))")
        }
      }
    }
    let hidden = HiddenFacts(of: model, butFor: answers)
    #expect(LeakCheck(folder.files, for: hidden).leaks == [])
    // The check can fail: the model's own file does not pass.
    let raw = LeakCheck.File(
      name: "m",
      bytes: Array(
        Self.marked(try Fixture.text("Tests/DepGraphTests/Fixtures/every-key/model.yaml")).utf8))
    #expect(LeakCheck([raw], for: hidden).leaks.count > 40)
  }

  @Test(arguments: Language.allCases) func figuresForEverybodyNameNothing(language: Language) throws
  {
    for name in ["voorbeeld", "nafin"] {
      let shipped = try ShippedModel(name)
      let figures = PublicFigures(of: shipped.compiled)
      let folder = RedactedFolder(figures, language: language) { _ in nil }
      let hidden = HiddenFacts(of: shipped.model, butFor: figures)
      #expect(LeakCheck(folder.files, for: hidden).leaks == [], "\(name)")
      #expect(hidden.count > 100)
    }
  }
}
