/// One reading of one set of Open-PSA files: what they define, and every mistake found.
///
/// First everything that has a name is declared, so that references may point forward; then common
/// causes, probabilities and formulas are read. The readers of these are extensions of it.
final class OpenPSASession {
  typealias Element = MarkupTree.Element

  /// What stands behind a name in formulas.
  enum Kind: String {
    case gate
    case basicEvent = "basic event"
    case houseEvent = "house event"
  }

  /// Something with a name in formulas.
  struct Event {
    let name: String
    let kind: Kind
    let element: Element
    let scope: OpenPSANames.Scope
    /// The gate that stands for it.
    let gate: GateID
    /// Whether the formula of another gate names it.
    var isUsed = false
  }

  let tree: MarkupTree
  let missionTime: Double
  var builder = GateGraph.Builder()
  /// The names of gates and events, and of parameters, which are apart.
  var names = OpenPSANames()
  var parameterNames = OpenPSANames()
  /// Gates, basic events and house events in the order declared.
  var events: [Event] = []
  /// The basic events by their numbers in the graph; probabilities are filled in.
  var basicEvents: [FaultTrees.BasicEvent] = []
  /// The parameters with what they are defined as.
  var parameters: [(name: String, element: Element, scope: OpenPSANames.Scope)] = []
  var parameterValues: [Double?] = []
  /// The groups of common causes.
  var groups: [(element: Element, scope: OpenPSANames.Scope)] = []
  /// The group of each member, by its place in `events`.
  var groupOfMember: [Int: Element] = [:]
  /// Mistakes by element; places are looked up at the end, in one go.
  private var findings: [(element: Element, diagnostic: Diagnostic)] = []
  private var hintBudget = 400_000

  init(_ tree: MarkupTree, missionTime: Double) {
    self.tree = tree
    self.missionTime = missionTime
  }

  /// Reads everything.
  ///
  /// - Returns: The fault trees; nil where there are errors.
  func read() -> FaultTrees? {
    for root in tree.roots { declare(root) }
    readParameters()
    readCommonCauses()
    readProbabilities()
    readFormulas()
    guard !hasErrors else { return nil }
    let graph = builder.build()
    reportCycle(in: graph)
    let gates = events.filter { $0.kind == .gate }
    if gates.isEmpty, let root = tree.roots.first {
      report(.missingKey, "there is no gate", at: root, hint: "gates stand in `define-fault-tree`")
    }
    return hasErrors
      ? nil
      : FaultTrees(
        name: tree.roots.lazy.compactMap { self.tree.attribute("name", of: $0) }.first,
        graph: graph, gates: gates.map(namedGate), events: basicEvents,
        tops: gates.filter { !$0.isUsed }.map(namedGate))
  }

  private func namedGate(_ event: Event) -> FaultTrees.NamedGate {
    FaultTrees.NamedGate(
      name: event.name, label: label(of: event.element), id: event.gate,
      faultTree: names.root(of: event.scope))
  }

  /// What an element is called besides its name.
  func label(of element: Element) -> String? {
    for child in tree.children(of: element) where tree.tag(child) == "label" {
      let text = tree.text(of: child)?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return text?.isEmpty == false ? text : nil
    }
    return nil
  }

  /// The elements in an element that say what it is, and not what it is called.
  func content(of element: Element) -> [Element] {
    tree.children(of: element).filter { !["label", "attributes"].contains(tree.tag($0)) }
  }
}

// MARK: - Mistakes

extension OpenPSASession {
  var hasErrors: Bool { findings.contains { $0.diagnostic.severity == .error } }

  /// Everything found, each with its place.
  ///
  /// - Complexity: O(*n* + *d* log *d*) for *n* bytes and *d* mistakes.
  var diagnostics: [Diagnostic] {
    var placed: [Diagnostic] = []
    for (number, document) in tree.documents.enumerated() {
      let end =
        number + 1 < tree.documents.count ? tree.documents[number + 1].first : Int.max
      let own = findings.filter { (document.first..<end).contains($0.element.index) }
      let wanted = Set(own.map { $0.element.index - document.first }).sorted()
      let places = Dictionary(
        zip(wanted, document.file.places(ofStartTags: wanted)),
        uniquingKeysWith: { first, _ in first }
      )
      placed += own.map { finding in
        let found = finding.diagnostic
        return Diagnostic(
          found.code, found.message, at: places[finding.element.index - document.first],
          id: found.id, hint: found.hint)
      }
    }
    return placed
  }

  /// Adds a mistake or remark about an element.
  func report(
    _ code: DiagnosticCode, _ message: String, at element: Element, id: String? = nil,
    hint: String? = nil
  ) {
    findings.append((element, Diagnostic(code, message, id: id, hint: hint)))
  }

  /// Reports an element that has no meaning where it stands.
  func reportUnsupported(_ element: Element, in context: String, _ known: [String] = []) {
    let tag = tree.tag(element)
    report(
      .unsupported, "`<\(tag.prefix(40))>` is not supported in \(context)", at: element,
      hint: nearestName(to: tag, among: known).map { "did you mean `<\($0)>`?" })
  }

  /// "did you mean …" for a misspelt name.
  ///
  /// Hints are a courtesy, and must not make a file with thousands of mistakes slow: the names that
  /// may be compared are counted.
  func hint(for name: String, among known: @autoclosure () -> [String]) -> String? {
    guard hintBudget > 0 else { return nil }
    let known = known()
    hintBudget -= known.count
    return nearestName(to: name, among: known).map { "did you mean `\($0)`?" }
  }

  /// The value of an attribute that has to be there.
  func required(_ attribute: String, of element: Element) -> String? {
    if let value = tree.attribute(attribute, of: element)?.trimmed, !value.isEmpty { return value }
    report(.missingKey, "`<\(tree.tag(element))>` needs a `\(attribute)`", at: element)
    return nil
  }
}

extension String {
  /// The text without white space round it, which XML's types do not count.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last, first <= 0x20 || last <= 0x20 else {
      return self
    }
    let isSpace = { (character: Character) in character.isWhitespace }
    let start = drop(while: isSpace)
    return String(start.prefix(start.count - start.reversed().prefix(while: isSpace).count))
  }
}
