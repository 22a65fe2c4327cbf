/// Reads the models of several owners, each of which may name what only another declares, and puts
/// them together.
///
/// ```swift
/// let merge = try PartialModelReader().merge(["ours.yaml", "theirs.yaml"]).merge
/// print(merge.model.components.count, merge.findings.count)
/// ```
public struct PartialModelReader: Sendable {
  /// Models that were put together.
  public struct Result: Sendable {
    /// The model and the findings.
    public let merge: ModelMerge
    /// What there is to remark on the models apart and together, by place.
    public let warnings: [Diagnostic]
  }

  /// Makes a reader.
  public init() {}

  /// Reads models and puts them together.
  ///
  /// - Parameter paths: Their root files; the earlier ones count where nothing else decides.
  /// - Returns: The model together, and what the models do not agree on.
  /// - Throws: ``ReadError`` where one cannot be read, or where they have errors together.
  /// - Complexity: O(*n* log *n*) for *n* bytes.
  public func merge(_ paths: [String]) throws(ReadError) -> Result {
    var parts: [PartialModel] = []
    var warnings: [Diagnostic] = []
    var undeclared: [ReadingSession.Undeclared] = []
    var texts: [String: String] = [:]
    for path in paths {
      let (read, missing, kinds) = try ModelReader().readPartial(path)
      parts.append(PartialModel(file: path, model: read.model, statedKinds: kinds))
      warnings += read.warnings
      undeclared += missing
      texts.merge(read.texts) { first, _ in first }
    }
    let merge = ModelMerge(parts)
    var found = Self.judge(undeclared, merge.model) + Self.clashes(in: merge.model, of: parts)
    // One model alone was judged as such; of several, what they say together is.
    found += Validator.diagnose(merge.model)
    warnings = (warnings + found).sortedByPlace()
    if warnings.hasErrors { throw .invalid(InvalidInput(warnings, texts: texts)) }
    return Result(merge: merge, warnings: warnings)
  }

  /// Ids in other registers that two things have together, told where the last model says so.
  private static func clashes(in model: Model, of parts: [PartialModel]) -> [Diagnostic] {
    var owners: [String: String] = [:]
    var clashing: Set<String> = []
    for component in model.components {
      for external in component.external {
        let owner = owners[external.id] ?? component.id
        owners[external.id] = owner
        if owner != component.id { clashing.insert(external.id) }
      }
    }
    guard parts.count > 1, !clashing.isEmpty else { return [] }
    var saying: [String: [(file: String, component: Component)]] = [:]
    for part in parts {
      for component in part.model.components {
        for external in component.external where clashing.contains(external.id) {
          saying[external.id, default: []].append((part.file, component))
        }
      }
    }
    return clashing.sorted().compactMap { id in
      guard let all = saying[id], let first = all.first,
        let last = all.last(where: { $0.component.id != first.component.id })
      else { return nil }
      let other = first.component
      let line = other.place.map { ":\($0.line)" } ?? ""
      return Diagnostic(
        .duplicateID,
        "the external id `\(id)` is that of `\(last.component.id)` here and of `\(other.id)` in "
          + "\(first.file)\(line), which are two things", at: last.component.place,
        id: last.component.id)
    }
  }

  /// What is named and declared nowhere was made something unknown; what is no id cannot be.
  private static func judge(
    _ undeclared: [ReadingSession.Undeclared], _ model: Model
  ) -> [Diagnostic] {
    let externals = Set(model.components.flatMap { $0.external.map(\.id) })
    return undeclared.compactMap { missing in
      guard !IdentifierSyntax.isIdentifier(missing.text), !externals.contains(missing.text) else {
        return nil
      }
      return Diagnostic(
        .unknownReference, "there is no component `\(missing.text)` in any of the models",
        at: missing.place, id: missing.subject)
    }
  }
}
