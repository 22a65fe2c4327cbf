/// Reads package indexes of Debian (`Packages`, or what `apt-cache dumpavail` prints) as models.
///
/// A package is software that requires all that it depends on; of alternatives, and of the packages
/// that provide one, any will do. Versions are not compared: what is installed is not known, and the
/// index of one release fits together.
public struct DebianPackagesReader: Sendable {
  /// How large an index may be.
  static let greatestSize = 1 << 30

  /// Whether what is recommended is wanted softly: its loss degrades.
  public var takesRecommendations = false

  /// Makes a reader.
  public init() {}

  /// Reads indexes into one model.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - options: What is said of the source as a whole.
  /// - Returns: The model, and what became of what.
  /// - Throws: ``ReadError`` where a file cannot be read or has errors.
  /// - Complexity: O(*n* log *n*) for *n* bytes.
  public func read(
    _ paths: [String], options: ImportOptions = ImportOptions()
  ) throws(ReadError) -> ImportedModel {
    var files: [InputFile] = []
    for path in paths {
      files.append(try InputFile(path: path, name: path, limit: Self.greatestSize))
    }
    return try read(files, options: options)
  }

  /// Reads indexes that are in memory.
  func read(_ files: [InputFile], options: ImportOptions) throws(ReadError) -> ImportedModel {
    var reading = DebianReading(
      options: options, files: files.map(\.name), takesRecommendations: takesRecommendations)
    for file in files { reading.read(file) }
    reading.assemble()
    if reading.diagnostics.hasErrors {
      throw .invalid(InvalidInput(reading.diagnostics, texts: reading.texts))
    }
    return ImportedModel(
      model: reading.model, report: reading.report, warnings: reading.diagnostics)
  }
}

/// One reading of package indexes.
private struct DebianReading {
  /// A package as the index has it.
  struct Package {
    let name: String
    let version: DebianVersion
    let depends: [DebianDependency]
    let recommends: [DebianDependency]
    let provides: [String]
  }

  let options: ImportOptions
  let takesRecommendations: Bool
  var model = Model()
  var report: ImportReport
  var diagnostics: [Diagnostic] = []
  var texts: [String: String] = [:]
  private var untold = 0
  private var packages: [Package] = []
  private var numbers: [String: Int] = [:]
  private var providers: [String: [Int]] = [:]

  private static let mostTold = 1000
  private static let wanted: Set<String> = [
    "Package", "Version", "Depends", "Pre-Depends", "Recommends", "Provides",
  ]
  /// Fields that are relations, and of which no part is taken over.
  private static let relations = ["Breaks", "Conflicts", "Enhances", "Replaces", "Suggests"]

  init(options: ImportOptions, files: [String], takesRecommendations: Bool) {
    self.options = options
    self.takesRecommendations = takesRecommendations
    report = ImportReport(format: "debian", files: files)
    model.language = options.language
    model.basis = options.basis
    model.asOf = options.asOf
    let name = options.name ?? "Debian"
    model.name = LocalizedText(name, in: options.language)
  }

  // MARK: - Reading

  mutating func read(_ file: InputFile) {
    var found: [Diagnostic] = []
    guard let text = file.text(&found) else {
      diagnostics += found
      return
    }
    var lines = LineCount(file: file.name)
    let bytes = Array(text.utf8)
    var stanzas = DebianStanzas(bytes, wanted: Self.wanted)
    var flaws: [DebianStanzas.Flaw] = []
    var count = 0
    while let stanza = stanzas.next({ flaws.append($0) }) {
      count += 1
      take(stanza, &flaws)
      for flaw in flaws { complain(flaw, lines.place(of: flaw.offset, in: bytes)) }
      if !flaws.isEmpty { texts[file.name] = text }
      flaws.removeAll()
    }
    if count == 0 {
      diagnostics.append(
        Diagnostic(
          .emptyFile, "the index holds no package",
          at: SourcePlace(file: file.name, line: 1, column: 1)))
    }
  }

  private mutating func complain(_ flaw: DebianStanzas.Flaw, _ place: SourcePlace) {
    guard diagnostics.count < Self.mostTold else {
      untold += 1
      return
    }
    diagnostics.append(Diagnostic(flaw.code, flaw.message, at: place))
  }

  private mutating func take(
    _ stanza: DebianStanzas.Stanza, _ flaws: inout [DebianStanzas.Flaw]
  ) {
    guard let name = stanza.fields["Package"] else {
      // Of a stanza with lines that cannot be read that was said.
      guard flaws.isEmpty else { return }
      flaws.append(
        .init(code: .missingKey, message: "a package needs `Package`", offset: stanza.offset))
      return
    }
    guard DebianDependency.isName(name.value) else {
      flaws.append(
        .init(
          code: .badID, message: "`\(name.value.prefix(60))` is no name of a package",
          offset: name.offset))
      return
    }
    for other in stanza.others where Self.relations.contains(other) {
      report.note(.ignored, other, Self.noNeed)
    }
    let package = Package(
      name: name.value, version: DebianVersion(stanza.fields["Version"]?.value ?? ""),
      depends: list(stanza, "Pre-Depends", &flaws) + list(stanza, "Depends", &flaws),
      recommends: list(stanza, "Recommends", &flaws),
      provides: list(stanza, "Provides", &flaws).flatMap(\.alternatives))
    guard let known = numbers[package.name] else {
      numbers[package.name] = packages.count
      packages.append(package)
      return
    }
    report.note(.ignored, "Package", Self.olderVersion)
    if packages[known].version < package.version { packages[known] = package }
  }

  private func list(
    _ stanza: DebianStanzas.Stanza, _ key: String, _ flaws: inout [DebianStanzas.Flaw]
  ) -> [DebianDependency] {
    guard let field = stanza.fields[key] else { return [] }
    do throws(DebianDependency.Flaw) {
      return try DebianDependency.list(field.value)
    } catch {
      flaws.append(
        .init(
          code: .badValue, message: "`\(error.part.prefix(60))` in `\(key)` is no dependency",
          offset: field.offset))
      return []
    }
  }

  // MARK: - The model

  mutating func assemble() {
    if untold > 0 {
      diagnostics.append(Diagnostic(.leftOut, "\(untold) further mistakes are not listed"))
    }
    guard !diagnostics.hasErrors else { return }
    for (number, package) in packages.enumerated() {
      for name in package.provides { providers[name, default: []].append(number) }
    }
    report.note(.mapped, "Package", Self.software, count: packages.count)
    let ids = makeIDs()
    model.components.reserveCapacity(packages.count)
    for (number, package) in packages.enumerated() {
      var component = Component(id: ids[number])
      component.kind = .software
      component.name = LocalizedText(package.name, in: options.language)
      component.evidence = Evidence(options.basis)
      if ids[number] != package.name {
        component.external = [ExternalID(register: "debian", id: package.name)]
      }
      component.requires = requirement(of: package, number, ids)
      component.statesRequires = true
      takeRecommendations(of: package, number, ids, into: &component)
      model.components.append(component)
    }
  }

  /// The ids: the names themselves where they are written as ids are.
  private func makeIDs() -> [String] {
    var names = ImportedNames()
    let isID = packages.map { IdentifierSyntax.isIdentifier($0.name) && $0.name != "unknown" }
    for (package, isID) in zip(packages, isID) where isID { names.reserve(package.name) }
    return zip(packages, isID).map { package, isID in
      isID ? package.name : names.makeID(of: package.name)
    }
  }

  /// The packages that satisfy a dependency, in the order of its alternatives.
  private func choices(_ dependency: DebianDependency) -> [Int] {
    var choices: [Int] = []
    var seen: Set<Int> = []
    for name in dependency.alternatives {
      for number in [numbers[name]].compactMap({ $0 }) + (providers[name] ?? [])
      where seen.insert(number).inserted {
        choices.append(number)
      }
    }
    return choices
  }

  private mutating func requirement(
    of package: Package, _ own: Int, _ ids: [String]
  ) -> Requirement {
    let evidence = Evidence(options.basis)
    var members: [Requirement] = []
    var seen: Set<[Int]> = []
    for dependency in package.depends {
      noteLimits(of: dependency)
      let choices = choices(dependency)
      if choices.contains(own) {
        report.note(.ignored, "Depends", Self.bySelf)
      } else if choices.isEmpty {
        report.note(.guessed, "Depends", Self.notInIndex)
        members.append(.unknown(nil))
      } else if seen.insert(choices).inserted {
        report.note(.mapped, "Depends", choices.count == 1 ? Self.one : Self.anyOf)
        let references = choices.map {
          Requirement.reference(Reference(ids[$0], evidence: evidence))
        }
        members.append(
          references.count == 1 ? references[0] : .group(RequirementGroup(.any, references)))
      } else {
        report.note(.ignored, "Depends", Self.twice)
      }
    }
    return .group(RequirementGroup(.all, members))
  }

  private mutating func noteLimits(of dependency: DebianDependency) {
    if dependency.versioned > 0 {
      report.note(.ignored, "(>= …)", Self.versions, count: dependency.versioned)
    }
    if dependency.qualified > 0 {
      report.note(.ignored, ":any, […], <…>", Self.qualifiers, count: dependency.qualified)
    }
    let lost = dependency.alternatives.count { numbers[$0] == nil && providers[$0] == nil }
    // Where all are, the dependency is told as a whole.
    if lost > 0, lost < dependency.alternatives.count {
      report.note(.ignored, "|", Self.lostAlternative, count: lost)
    }
  }

  private mutating func takeRecommendations(
    of package: Package, _ own: Int, _ ids: [String], into component: inout Component
  ) {
    for dependency in package.recommends {
      let choices = choices(dependency)
      guard takesRecommendations else {
        report.note(.ignored, "Recommends", Self.notAsked)
        continue
      }
      guard choices.count == 1, choices[0] != own,
        !component.degradesWithout.contains(where: { $0.target == ids[choices[0]] })
      else {
        report.note(.ignored, "Recommends", Self.noSingle)
        continue
      }
      report.note(.mapped, "Recommends", Self.soft)
      component.degradesWithout.append(
        Reference(ids[choices[0]], evidence: Evidence(options.basis)))
    }
  }

  // MARK: - Words

  private static func words(_ dutch: String, _ english: String) -> LocalizedText {
    LocalizedText([.dutch: dutch, .english: english], fallback: .english)
  }

  private static let software = words("onderdeel van soort software", "component of kind software")
  private static let one = words("vereist dat pakket", "requires that package")
  private static let anyOf = words(
    "vereist een van die pakketten", "requires one of those packages")
  private static let soft = words("werkt verminderd zonder", "works degraded without it")
  private static let noNeed = words("zegt niet wat nodig is", "does not say what is needed")
  private static let olderVersion = words(
    "andere versie van hetzelfde pakket; de hoogste telt",
    "another version of the same package; the highest counts")
  private static let bySelf = words(
    "vervult het pakket zelf", "is satisfied by the package itself")
  private static let twice = words("staat er al", "stands there already")
  private static let notInIndex = words(
    "niets in de index vervult dit: iets onbekends",
    "nothing in the index satisfies it: something unknown")
  private static let lostAlternative = words(
    "een alternatief dat niets in de index vervult",
    "an alternative that nothing in the index satisfies")
  private static let versions = words(
    "versies worden niet vergeleken", "versions are not compared")
  private static let qualifiers = words(
    "architecturen en bouwprofielen tellen niet", "architectures and build profiles do not count")
  private static let notAsked = words(
    "alleen met --recommends", "only with --recommends")
  private static let noSingle = words(
    "alternatieven, of niet in de index", "alternatives, or not in the index")
}

/// Counts lines as places are asked for, one after the other.
private struct LineCount {
  let file: String
  private var at = 0
  private var line = 1
  private var lineStart = 0

  init(file: String) { self.file = file }

  mutating func place(of offset: Int, in bytes: [UInt8]) -> SourcePlace {
    if offset < lineStart { (at, line, lineStart) = (0, 1, 0) }
    while at < offset {
      let byte = bytes[at]
      at += 1
      guard byte == 0x0A || (byte == 0x0D && (at >= bytes.count || bytes[at] != 0x0A)) else {
        continue
      }
      line += 1
      lineStart = at
    }
    let column = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
    return SourcePlace(file: file, line: line, column: column)
  }
}
