/// Makes a model of what an exchange file of ArchiMate says.
struct ArchiMateMeaning {
  /// A need of an element or a junction.
  private struct Need {
    let target: Int
    let relationship: ArchiMateDocument.Relationship
    let isGuess: Bool
  }

  private(set) var model = Model()
  private(set) var report: ImportReport
  private(set) var diagnostics: [Diagnostic] = []
  private let document: ArchiMateDocument
  private let options: ImportOptions
  private var names = ImportedNames()
  /// On what the facts that the file states rest.
  private let facts: Evidence
  /// The component of each element that is one.
  private var components: [Int: Int] = [:]
  private var numbers: [String: Int] = [:]
  private var needs: [Int: [Need]] = [:]
  /// The elements and junctions that need something which is not in the model.
  private var unsaid: Set<Int> = []
  /// The members that junctions may still unfold to.
  private var budget = 0

  /// - Parameters:
  ///   - document: What the file says.
  ///   - options: What is said of the source as a whole.
  ///   - report: Where what becomes of what is noted.
  init(_ document: ArchiMateDocument, _ options: ImportOptions, _ report: ImportReport) {
    self.document = document
    self.options = options
    self.report = report
    let source = ImportedSource(options, report, &names)
    facts = source.evidence
    model.sources = source.declared.map { [$0] } ?? []
  }

  /// Makes the model.
  ///
  /// - Complexity: O(*n* log *n*) for *n* elements and relationships, and what junctions unfold to.
  mutating func read() {
    model.language = options.language
    model.basis = options.basis
    model.asOf = options.asOf
    model.name =
      options.name.map { LocalizedText($0, in: options.language) }
      ?? text(document.whole.names)
    model.note = text(document.whole.documentation)
    for (number, element) in document.elements.enumerated() {
      numbers[element.id] = numbers[element.id] ?? number
      read(element, number)
    }
    for relationship in document.relationships { read(relationship) }
    budget = 1000 + 20 * document.relationships.count
    for (number, element) in document.elements.enumerated() { addNeeds(to: element, number) }
    model.keepExternalIDsApart()
    if document.viewCount > 0 {
      report.note(
        .ignored, "view", ExchangeWords.said("een tekening", "a drawing"),
        count: document.viewCount)
    }
    if document.organisationCount > 0 {
      report.note(
        .ignored, "organization item",
        ExchangeWords.said("mappenindeling", "folders"), count: document.organisationCount)
    }
    for property in document.whole.properties {
      report.note(.ignored, "property `\(property.name.prefix(60))`")
    }
  }

  // MARK: - Elements

  private mutating func read(_ element: ArchiMateDocument.Element, _ number: Int) {
    if ArchiMateTypes.junction(element.type) != nil {
      report.note(.mapped, element.type, ExchangeWords.said("groep", "group"))
      return
    }
    guard let kind = ArchiMateTypes.kind(element.type) else {
      let isKnown = ArchiMateTypes.withoutFailure.contains(element.type)
      report.note(
        .ignored, element.type,
        element.type == ArchiMateTypes.grouping
          ? ExchangeWords.said("een kader om elementen", "a frame around elements")
          : isKnown
            ? ExchangeWords.said("kan niet uitvallen", "cannot fail")
            : ExchangeWords.said("onbekend type", "unknown type"))
      return
    }
    let said = text(element.described.names)
    var component = Component(
      id: names.makeID(of: element.id, from: said?.text(in: options.language)))
    component.kind = kind
    component.name = said
    component.note = text(element.described.documentation)
    component.external = [ExternalID(register: "archimate", id: element.id)]
    component.evidence = facts
    for property in element.described.properties { take(property, into: &component) }
    components[number] = model.components.count
    model.components.append(component)
    report.note(.mapped, element.type, ExchangeWords.said(kind.rawValue, kind.rawValue))
  }

  private mutating func take(
    _ property: (name: String, value: String), into component: inout Component
  ) {
    let name = property.name.lowercased()
    let isTaken: Bool
    if ["owner", "eigenaar"].contains(name), !property.value.isEmpty {
      component.owner = party(property.value)
      isTaken = true
    } else if Self.figures.contains(name), let field = ComponentField.byName[name] {
      isTaken = field.take(&component, property.value)
    } else {
      isTaken = false
    }
    report.note(isTaken ? .mapped : .ignored, "property `\(property.name.prefix(60))`")
  }

  private static let figures: Set = [
    "availability", "mtbf", "mttr", "repair", "restart", "rto", "wrt", "mtpd", "rpo",
  ]

  private mutating func party(_ name: String) -> String {
    if let known = names.id(of: name, in: "party") { return known }
    var party = Party(id: names.makeID(of: name, in: "party"))
    party.name = LocalizedText(name, in: options.language)
    party.evidence = facts
    model.parties.append(party)
    return party.id
  }

  /// Texts by language; one in a language that we do not speak stands in where there is no other.
  private func text(_ texts: [(language: String, text: String)]) -> LocalizedText? {
    var known: [Language: String] = [:]
    for (tag, text) in texts {
      let word = tag.split(separator: "-").first?.lowercased() ?? ""
      let language = tag.isEmpty ? options.language : Language(rawValue: word)
      if let language, known[language] == nil { known[language] = text }
    }
    if known.isEmpty, let first = texts.first { known[options.language] = first.text }
    return known.isEmpty ? nil : LocalizedText(known, fallback: options.language)
  }

  // MARK: - Relationships

  private mutating func read(_ relationship: ArchiMateDocument.Relationship) {
    let ends = [numbers[relationship.source], numbers[relationship.target]].compactMap(\.self)
    guard ends.count == 2 else {
      return leave(
        relationship, at: ends, "begint of eindigt bij een relatie",
        "begins or ends at a relationship")
    }
    let (source, target) = (ends[0], ends[1])
    let (dependent, needed, isGuess): (Int, Int, Bool)
    let flow = ArchiMateTypes.flow(
      relationship.type, isDirected: relationship.isDirected,
      isInPlace: document.elements[source].type == "Location")
    switch flow {
    case .along(let guess): (dependent, needed, isGuess) = (target, source, guess)
    case .against(let guess): (dependent, needed, isGuess) = (source, target, guess)
    case .none:
      return leave(
        relationship, at: ends, "zegt niet wie wat nodig heeft", "does not say who needs what")
    }
    if let outside = [dependent, needed].first(where: { !isPart($0) }) {
      return leave(relationship, of: isPart(dependent) ? dependent : nil, with: outside)
    }
    guard dependent != needed else {
      report.note(
        .ignored, relationship.type,
        ExchangeWords.said("niets heeft zichzelf nodig", "nothing needs itself"))
      return
    }
    let meaning =
      dependent == target
      ? ExchangeWords.said("het doel heeft de bron nodig", "its target requires its source")
      : ExchangeWords.said("de bron heeft het doel nodig", "its source requires its target")
    report.note(isGuess ? .guessed : .mapped, relationship.type, meaning)
    needs[dependent, default: []].append(
      Need(target: needed, relationship: relationship, isGuess: isGuess))
  }

  /// Leaves a relationship with an element that is no component.
  ///
  /// What cannot fail does not matter; what stands behind a frame or an unknown type may fail.
  private mutating func leave(
    _ relationship: ArchiMateDocument.Relationship, of dependent: Int?, with outside: Int
  ) {
    let type = document.elements[outside].type
    let ends = [dependent].compactMap(\.self)
    if type == ArchiMateTypes.grouping {
      leave(relationship, at: ends, canFail: true, "met een groepering", "with a grouping")
    } else if ArchiMateTypes.withoutFailure.contains(type) {
      leave(relationship, at: ends, "met wat niet kan uitvallen", "with what cannot fail")
    } else {
      leave(
        relationship, at: ends, canFail: true, "met een element van onbekend type",
        "with an element type that is not known")
    }
  }

  /// Leaves a relationship, of which an alternative or a need that may fail stays as unknown.
  private mutating func leave(
    _ relationship: ArchiMateDocument.Relationship, at ends: [Int], canFail: Bool = false,
    _ dutch: String, _ english: String
  ) {
    let dependents = ends.filter { canFail || isAlternative($0) }
    unsaid.formUnion(dependents)
    if dependents.isEmpty {
      report.note(.ignored, relationship.type, ExchangeWords.said(dutch, english))
    } else {
      report.note(
        .guessed, relationship.type,
        ExchangeWords.said(
          "\(dutch): telt als onbekende behoefte", "\(english): counts as an unknown need"))
    }
  }

  /// Whether what leads into an element is one of several alternatives.
  private func isAlternative(_ number: Int) -> Bool {
    ArchiMateTypes.junction(document.elements[number].type) == .any
  }

  /// Whether an element is a component or a junction.
  private func isPart(_ number: Int) -> Bool {
    components[number] != nil || ArchiMateTypes.junction(document.elements[number].type) != nil
  }

  // MARK: - Needs

  private mutating func addNeeds(to element: ArchiMateDocument.Element, _ number: Int) {
    guard let place = components[number] else { return }
    let members = members(of: number, for: model.components[place].id, way: [])
    guard !members.isEmpty else { return }
    model.components[place].requires = .group(RequirementGroup(.all, members))
    model.components[place].statesRequires = true
  }

  private mutating func members(
    of number: Int, for dependent: String, way: [Int]
  ) -> [Requirement] {
    var members: [Requirement] = []
    var seen: Set<Int> = []
    var hasUnknown = unsaid.contains(number)
    let own = needs[number] ?? []
    // A fact before a guess, where both lead to the same.
    for need in own.filter({ !$0.isGuess }) + own.filter(\.isGuess) {
      guard seen.insert(need.target).inserted else { continue }
      budget -= 1
      guard budget >= 0 else {
        if budget == -1 {
          diagnostics.append(
            Diagnostic(
              .tooLarge, "junctions of junctions unfold to more than the file holds",
              at: need.relationship.place))
        }
        break
      }
      if let place = components[need.target] {
        guard model.components[place].id != dependent else { continue }
        members.append(.reference(reference(to: place, need)))
      } else if let member = junction(need, of: dependent, way: way) {
        members.append(member)
      } else if isAlternative(number) {
        // An alternative that leads nowhere does not make the others certain needs.
        hasUnknown = true
      }
    }
    return hasUnknown ? members + [.unknown(nil)] : members
  }

  private mutating func junction(_ need: Need, of dependent: String, way: [Int]) -> Requirement? {
    let junction = document.elements[need.target]
    guard !way.contains(need.target), way.count < MarkupStream.greatestDepth else {
      diagnostics.append(
        Diagnostic(
          .leftOut, "junctions lead back to `\(junction.id.prefix(80))`", at: junction.place,
          id: junction.id))
      return nil
    }
    let members = members(of: need.target, for: dependent, way: way + [need.target])
    switch members.count {
    case 0:
      report.note(
        .ignored, "empty junction", ExchangeWords.said("leidt nergens heen", "leads nowhere"))
      return nil
    case 1: return members[0]
    default:
      return .group(
        RequirementGroup(ArchiMateTypes.junction(junction.type) ?? .all, members))
    }
  }

  private func reference(to place: Int, _ need: Need) -> Reference {
    var reference = Reference(
      model.components[place].id, evidence: need.isGuess ? Evidence(.assumed) : facts)
    if need.isGuess {
      reference.note = LocalizedText(
        options.language == .dutch
          ? "aangenomen uit een relatie \(need.relationship.type)"
          : "assumed from a relationship \(need.relationship.type)", in: options.language)
    }
    return reference
  }
}
