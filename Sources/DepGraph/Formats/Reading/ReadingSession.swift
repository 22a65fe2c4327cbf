/// One reading of one model or scenario: what is known so far, and every mistake found.
///
/// The readers of sections are extensions of it, one file a topic; a session is used by one task
/// and thrown away.
final class ReadingSession {
  /// What a file says once for all that is written in it.
  struct FileDefaults {
    var language = Language.dutch
    var evidence = Evidence(.internal)
    var marking: Marking?
    var zone = "Europe/Amsterdam"
  }

  /// A selector that can be judged only when the whole model is known.
  struct PendingSeed {
    let text: String
    let place: SourcePlace
    let subject: String?
  }

  /// Everything that was found.
  var diagnostics: [Diagnostic] = []
  /// What the model declares; nil where a scenario is read without its model, and any id goes.
  var index: DeclarationIndex? = DeclarationIndex()
  /// The sectors that may be named, in order.
  var sectorIDs: [String] = SectorList.builtIn.sectors.map(\.id)
  /// What the file being read says for all in it.
  var defaults = FileDefaults()
  /// The time zones met so far.
  private var zones: [String: ZoneOffsets] = [:]
  /// The id of what is being read, for diagnostics.
  var subject: String?
  /// Selectors to judge at the end.
  var pendingSeeds: [PendingSeed] = []
  /// A component that is named and declared nowhere in this model.
  struct Undeclared {
    let text: String
    let place: SourcePlace
    let subject: String?
  }

  /// Components that other models declare; nil: all must be declared here.
  var undeclared: [Undeclared]?
  /// The components of which the kind is written, if somebody wants to know.
  var statedKinds: Set<String>?
  /// Sources that something refers to.
  var usedSources: Set<String> = []
  /// The keys that were looked up and found, if somebody wants to know.
  var keysRead: Set<KeyUse>?

  /// A key of a section.
  struct KeyUse: Hashable {
    let section: SectionName
    let key: String
  }

  /// What a component can be called, in the order declared, then by external ids.
  private lazy var componentNames: [String] =
    (index?.ids[.component] ?? []) + (index?.externals.keys.sorted() ?? [])

  /// How many names may still be compared to find what was meant: hints are a courtesy, and must not
  /// make a model with thousands of mistakes slow.
  private var hintBudget = 400_000

  /// Adds a diagnostic about what is being read.
  func report(
    _ code: DiagnosticCode, _ message: String, at place: SourcePlace?, hint: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, message, at: place, id: subject, hint: hint))
  }

  /// "did you mean …" for a misspelt name.
  func hint(for name: String, among known: [String]) -> String? {
    guard hintBudget > 0 else { return nil }
    hintBudget -= known.count
    return nearestName(to: name, among: known).map { "did you mean `\($0)`?" }
  }

  /// The time zone of a name, if the system knows it.
  func zone(named name: String) -> ZoneOffsets? {
    if let known = zones[name] { return known }
    zones[name] = ZoneOffsets.named(name)
    return zones[name]
  }

  /// Reads something on behalf of a thing of this id.
  func about<Result>(_ id: String?, _ body: () -> Result) -> Result {
    let outer = subject
    subject = id
    defer { subject = outer }
    return body()
  }
}

// MARK: - References

extension ReadingSession {
  /// The id of what a value refers to; unknown ones are reported and kept as they are, so that the
  /// thing that holds them keeps its shape.
  func reference(_ value: YAMLValue, to referent: Referent, of key: String) -> String? {
    guard let text = word(value, of: key) else { return nil }
    return reference(text, to: referent, at: value.place)
  }

  /// The id of what a text refers to.
  func reference(_ text: String, to referent: Referent, at place: SourcePlace) -> String {
    if referent == .source { usedSources.insert(text) }
    if referent == .sector {
      if !sectorIDs.contains(text) {
        report(
          .unknownSector, "there is no sector `\(text)`", at: place,
          hint: hint(for: text, among: sectorIDs) ?? "`depgraph sectors` lists them")
      }
      return text
    }
    guard let index else { return text }
    let declaration = index.declarations[text]
    if declaration?.referent == referent { return text }
    if referent == .component, let id = index.component(text) { return id }
    if let declaration {
      report(
        .unknownReference,
        "`\(text)` is \(declaration.referent.withArticle), not \(referent.withArticle)", at: place)
    } else if referent == .component, undeclared != nil {
      undeclared?.append(Undeclared(text: text, place: place, subject: subject))
    } else {
      let known = referent == .component ? componentNames : index.ids[referent] ?? []
      report(
        .unknownReference, "there is no \(referent.rawValue) `\(text)`", at: place,
        hint: hint(for: text, among: known))
    }
    return text
  }

  /// A seed or selector, external ids resolved; judged when the whole model is known.
  func seed(_ value: YAMLValue, of key: String) -> String? {
    guard let text = word(value, of: key) else { return nil }
    pendingSeeds.append(PendingSeed(text: text, place: value.place, subject: subject))
    return index?.component(text) ?? text
  }
}
