import Yams

/// A YAML text that is read into a ``YAMLValue``; the only user of Yams.
///
/// What can go wrong in the text itself is found here: no YAML, keys written twice, too deep, aliases
/// that unfold to more than was written.
struct YAMLText {
  /// How deep values may nest.
  ///
  /// The format needs less than 20; the limit keeps recursion shallow.
  static let greatestDepth = 200

  /// The text, without a byte order mark.
  let text: String
  /// The file's name, for places.
  let file: String

  /// The value of the text.
  ///
  /// - Parameter diagnostics: Where mistakes are added.
  /// - Returns: The value, or nil where the text is empty or no YAML; an error was added then.
  /// - Complexity: O(*n*) for *n* bytes.
  func value(_ diagnostics: inout [Diagnostic]) -> YAMLValue? {
    guard !refusesComplexKeys(&diagnostics), let root = compose(&diagnostics) else { return nil }
    var unfolding = Unfolding(file: file, budget: max(1000, text.utf8.count))
    let value = unfolding.value(of: root, depth: 0)
    diagnostics += unfolding.diagnostics
    if value.isNull {
      diagnostics.append(emptyFile)
      return nil
    }
    return unfolding.diagnostics.hasErrors ? nil : value
  }

  /// The tree as Yams composes it, keys written twice put right.
  private func compose(_ diagnostics: inout [Diagnostic]) -> Node? {
    var text = text
    var repairs = DuplicateKeys(file: file)
    while true {
      do {
        // The basic resolver has no patterns: every scalar stays its text, and nothing is matched.
        guard let node = try Yams.compose(yaml: text, .basic) else {
          diagnostics.append(emptyFile)
          return nil
        }
        diagnostics += repairs.diagnostics
        return node
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let mark = place(context.mark.line, context.mark.column)
        guard let repaired = repairs.rename(keys, firstAt: mark, in: text) else {
          diagnostics += repairs.diagnostics
          return nil
        }
        text = repaired
      } catch {
        diagnostics += repairs.diagnostics
        diagnostics.append(diagnostic(of: error))
        return nil
      }
    }
  }

  private var emptyFile: Diagnostic {
    Diagnostic(
      .emptyFile, "the file holds nothing", at: place(1, 1),
      hint: "a model begins with `depgraph: 1`")
  }

  private func diagnostic(of error: any Error) -> Diagnostic {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      if problem.contains("nesting level") {
        return .tooDeep(at: place(mark.line, mark.column))
      }
      let message = [context?.text, problem].compactMap { $0 }.joined(separator: ": ")
      return Diagnostic(.notYAML, message, at: place(mark.line, mark.column))
    case YamlError.reader(let problem, let offset, _, _):
      let bytes = text.utf8.prefix(max(0, offset ?? 0))
      let before = String(decoding: bytes, as: UTF8.self).unicodeScalars
      let line = before.count { $0 == "\n" } + 1
      let column = before.reversed().prefix { $0 != "\n" }.count + 1
      return Diagnostic(.notText, problem, at: place(line, column))
    default:
      return Diagnostic(.notYAML, "the file is not YAML", at: place(1, 1))
    }
  }

  private func place(_ line: Int, _ column: Int) -> SourcePlace {
    SourcePlace(file: file, line: line, column: column)
  }

  /// Refuses lists, mappings and aliases as keys where aliases are used at all.
  ///
  /// Yams hashes every key, and the hash of a key made of aliases of aliases takes exponential time
  /// before any budget of ours could count. No key of the format is anything but a word.
  private func refusesComplexKeys(_ diagnostics: inout [Diagnostic]) -> Bool {
    guard let place = AliasScan(text, file: file).complexKey else { return false }
    diagnostics.append(
      Diagnostic(.aliasExpansion, "a key must be a word, not a list, mapping or alias", at: place))
    return true
  }
}

extension Diagnostic {
  fileprivate static func tooDeep(at place: SourcePlace?) -> Diagnostic {
    Diagnostic(
      .tooDeep, "values nest deeper than \(YAMLText.greatestDepth) levels", at: place)
  }
}

/// Turns Yams's tree, in which an alias is the very node that it names, into values.
///
/// Aliases of aliases unfold exponentially, so the nodes visited are counted: a text without aliases
/// has fewer nodes than bytes.
private struct Unfolding {
  let file: String
  var budget: Int
  var diagnostics: [Diagnostic] = []
  /// Whether a limit was reached, after which nothing more is unfolded.
  private var hasStopped = false
  /// The places warned of: an alias leads to one place many times.
  private var warned: Set<SourcePlace> = []

  init(file: String, budget: Int) {
    self.file = file
    self.budget = budget
  }

  mutating func value(of node: Node, depth: Int) -> YAMLValue {
    let place = place(of: node.mark)
    budget -= 1
    guard budget >= 0, depth <= YAMLText.greatestDepth else {
      stop(at: place, tooDeep: budget >= 0)
      return YAMLValue(content: .list([]), place: place)
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain
      if isPlain { warnIfAmbiguous(scalar.string, at: place) }
      return YAMLValue(content: .scalar(scalar.string, isPlain: isPlain), place: place)
    case .sequence(let members):
      var list: [YAMLValue] = []
      list.reserveCapacity(members.count)
      for member in members {
        list.append(value(of: member, depth: depth + 1))
        if hasStopped { break }
      }
      return YAMLValue(content: .list(list), place: place)
    case .mapping(let mapping):
      return YAMLValue(content: .mapping(pairs(of: mapping, depth: depth)), place: place)
    case .alias:
      // Only trees made by hand hold these; composing replaces them by what they name.
      return YAMLValue(content: .list([]), place: place)
    }
  }

  private mutating func pairs(of mapping: Node.Mapping, depth: Int) -> [YAMLValue.Pair] {
    var pairs: [YAMLValue.Pair] = []
    pairs.reserveCapacity(mapping.count)
    // By index: to iterate would first copy all pairs.
    for index in mapping.indices {
      let (key, value) = mapping[index]
      guard case .scalar(let scalar) = key else {
        diagnostics.append(
          Diagnostic(
            .notYAML, "a key must be a word, not a list or mapping", at: place(of: key.mark)))
        hasStopped = true
        break
      }
      budget -= 1
      let item = self.value(of: value, depth: depth + 1)
      if !DuplicateKeys.isRenamed(scalar.string) {
        let place = place(of: scalar.mark)
        let isPlain = scalar.style == .plain
        if isPlain { warnIfAmbiguous(scalar.string, at: place) }
        pairs.append(
          YAMLValue.Pair(key: scalar.string, keyIsPlain: isPlain, place: place, value: item))
      }
      if hasStopped { break }
    }
    return pairs
  }

  private mutating func warnIfAmbiguous(_ text: String, at place: SourcePlace) {
    guard QuoteThis.isAmbiguous(text), warned.insert(place).inserted else { return }
    diagnostics.append(
      Diagnostic(
        .quoteThis, "YAML 1.1 and 1.2 read `\(text)` differently; here it is text", at: place,
        hint: "write \"\(text)\""))
  }

  private mutating func stop(at place: SourcePlace, tooDeep: Bool) {
    guard !hasStopped else { return }
    hasStopped = true
    diagnostics.append(
      tooDeep
        ? .tooDeep(at: place)
        : Diagnostic(
          .aliasExpansion, "the aliases of this file unfold to more than the file holds", at: place)
    )
  }

  /// By mark and not by node, which would be copied to be asked.
  private func place(of mark: Mark?) -> SourcePlace {
    SourcePlace(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }
}
