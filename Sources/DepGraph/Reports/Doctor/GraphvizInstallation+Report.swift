extension GraphvizInstallation {
  /// What works and what is missing, as sentences and a table.
  ///
  /// - Complexity: O(*n*) for *n* things examined.
  public func report(language: Language, limits: [(name: String, value: Double)]) -> Report {
    let phrases = Phrases(language)
    let rows = checks.map { check in
      [
        phrases.checked(check.name), check.problem == nil ? phrases.works : phrases.doesNotWork,
        check.problem ?? "",
      ]
    }
    let columns = phrases.doctorColumns
    var blocks: [Report.Block] = [.table(.init(names: columns, rows: rows))]
    blocks.append(.note(phrases.limits(limits.map(phrases.limit).joined(separator: ", "))))
    return Report(
      title: "depgraph \(DepGraphVersion.current)", keySentence: phrases.doctor(self),
      blocks: blocks,
      data: .init(
        names: ["name", "works", "problem"],
        rows: checks.map { [$0.name, $0.problem == nil ? "true" : "false", $0.problem ?? ""] }))
  }

  /// The same for machines.
  ///
  /// - Complexity: O(*n*) for *n* things examined.
  public func json(limits: [(name: String, value: Double)]) -> JSONValue {
    [
      "complete": .bool(isComplete), "graphviz": .text(version),
      "converter": .text(converterVersion),
      "checks": .array(
        checks.map { check in
          [
            "name": .string(check.name), "works": .bool(check.problem == nil),
            "problem": .text(check.problem),
          ]
        }),
      "fonts": .array(
        fonts.map { font in
          [
            "family": .string(font.family), "present": .bool(font.isPresent),
            "width": .number(font.width), "expectedWidth": .number(font.expectedWidth),
          ]
        }),
      "missingSymbols": .texts(missingSymbols.map(String.init)),
      "limits": .object(limits.map { .init($0.name, .number($0.value)) }),
    ]
  }

  /// One thing that was examined; no problem: it works.
  private struct Check {
    var name: String
    var problem: String?
  }

  private var checks: [Check] {
    let features = [("engine", engines), ("format", formats)].flatMap { kind, features in
      features.map { Check(name: "\(kind) \($0.name)", problem: $0.failure?.description) }
    }
    let measured = fonts.map { font in
      Check(
        name: "font \(font.family)",
        problem: font.isPresent ? nil : "not installed, nor one of the same widths")
    }
    let symbols = Check(
      name: "symbols",
      problem: missingSymbols.isEmpty
        ? nil : "no font has " + missingSymbols.map(String.init).joined(separator: " "))
    return features + measured + [symbols]
  }
}

extension Phrases {
  var doctorColumns: [String] {
    [pick("wat", "what"), pick("werkt", "works"), pick("probleem", "problem")]
  }
  var works: String { pick("ja", "yes") }
  var doesNotWork: String { pick("nee", "no") }

  func doctor(_ installation: GraphvizInstallation) -> String {
    guard let version = installation.version else {
      return pick(
        "Graphviz tekent niets: beelden zijn niet mogelijk, al het andere wel.",
        "Graphviz draws nothing: pictures are not possible, everything else is.")
    }
    let converter = installation.converterVersion ?? ""
    return installation.isComplete
      ? pick(
        "Graphviz \(version) en \(converter) tekenen alles wat nodig is.",
        "Graphviz \(version) and \(converter) draw all that is needed.")
      : pick(
        "Graphviz \(version) is er, maar niet alles wat nodig is; zie de tabel.",
        "Graphviz \(version) is there, but not all that is needed; see the table.")
  }

  /// What was examined, by its name in the JSON result: "format pdf".
  func checked(_ name: String) -> String {
    let dutch = [
      "engine": "opmaakprogramma", "format": "formaat", "font": "lettertype",
      "symbols": "bijzondere tekens",
    ]
    let english = ["engine": "layout engine", "symbols": "special characters"]
    var parts = name.split(separator: " ", maxSplits: 1).map(String.init)
    if let first = parts.first {
      parts[0] = (language == .dutch ? dutch : english)[first] ?? first
    }
    return parts.joined(separator: " ")
  }

  func limits(_ list: String) -> String {
    pick("Grenzen van één tekening: \(list).", "Limits of one drawing: \(list).")
  }

  func limit(_ name: String, _ value: Double) -> String {
    switch name {
    case "seconds": pick("\(number(value)) seconden", "\(number(value)) seconds")
    case "bytes":
      pick(
        "\(number(value / 1_073_741_824)) GiB geheugen",
        "\(number(value / 1_073_741_824)) GiB of memory")
    case "nodes": pick("\(number(value)) vormen", "\(number(value)) shapes")
    default: "\(name) \(number(value))"
    }
  }

  /// How small the smallest type of a picture comes out on its page.
  public func smallestType(_ points: Double) -> String {
    let size = number(points, decimals: 1)
    return pick(
      "kleinste letter \(size) pt op deze pagina", "smallest type \(size) pt on this page")
  }

  /// That a layout failed and a simpler one was drawn.
  public func drawnMoreSimply(_ reason: String) -> String {
    pick("eenvoudiger getekend: \(reason)", "drawn more simply: \(reason)")
  }
}
