extension CompiledModel {
  /// The beginning of every image, which changes with its form.
  private static let mark = Array("DepGraph image 1".utf8)
  /// How many components may be kept in words: they are read as slowly as a file in words.
  private static let mostRareComponents = 5_000

  /// The compiled model as bytes, from which this program on this machine makes it again in a
  /// fraction of the time.
  ///
  /// - Parameters:
  ///   - key: What the image is of; another key reads nothing.
  ///   - remarks: What there is to remark on the model.
  ///   - words: The words of a model, for what is not kept in columns.
  /// - Returns: The bytes, the same for the same model; nil for models that gain nothing by it or
  ///   are not kept: with networks, a list of sectors of their own, or many unusual components.
  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies.
  public func image(
    key: String, remarks: [Diagnostic], words: (Model) -> String
  ) -> [UInt8]? {
    let stores = model.plainNeedStores
    guard networks.networks.isEmpty, model.sectors == .builtIn, stores.count <= 1,
      stores.allSatisfy({ $0.evidence == Evidence(model.basis) && $0.numbersComponents(of: model) })
    else { return nil }
    let columns = ComponentColumns(model, store: stores.first)
    guard columns.rare.count <= Self.mostRareComponents else { return nil }
    var body = ImageWriter()
    body.write(key)
    var frame = model
    frame.components = columns.rare.map { model.components[Int($0)] }
    body.write(words(frame))
    body.write(model.digest)
    columns.write(to: &body)
    write(remarks, to: &body)
    write(dependencies.all, to: &body)
    let isAlike = reading(.certain).isAlike && reading(.written).isAlike
    body.write(isAlike ? 1 : Reading.allCases.count)
    for kind in isAlike ? [.written] : Reading.allCases { reading(kind).write(to: &body) }
    var image = Self.mark
    unsafe withUnsafeBytes(of: ImageChecksum.sum(of: body.bytes, from: 0)) {
      unsafe image.append(contentsOf: $0)
    }
    return image + body.bytes
  }

  /// Makes a compiled model again from an image.
  ///
  /// - Parameters:
  ///   - image: The bytes.
  ///   - key: What it should be of.
  ///   - words: The model of some words, its references not resolved.
  /// - Returns: The model and the remarks on it; nil where the image is of something else, damaged,
  ///   or of another program.
  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies.
  public static func read(
    image: [UInt8], key: String, words: (String) -> Model?
  ) -> (compiled: CompiledModel, remarks: [Diagnostic])? {
    let start = mark.count + 8
    guard image.count > start, image.starts(with: mark) else { return nil }
    let sum = unsafe image.withUnsafeBytes {
      unsafe $0.loadUnaligned(fromByteOffset: mark.count, as: UInt64.self)
    }
    var body = ImageReader(image, from: start)
    guard body.text() == key, sum == ImageChecksum.sum(of: image, from: start),
      var model = body.text().flatMap(words), let digest = body.text(),
      let columns = ComponentColumns(from: &body), columns.rare.count == model.components.count
    else { return nil }
    let rare = model.components
    model.components = columns.components(evidence: Evidence(model.basis))
    for (place, component) in zip(columns.rare, rare) {
      guard model.components[Int(place)].id == component.id else { return nil }
      var component = component
      component.place = model.components[Int(place)].place
      model.components[Int(place)] = component
    }
    model.digest = digest
    let table = ElementTable(model)
    guard let remarks = remarks(from: &body),
      let dependencies = dependencies(from: &body, count: table.count),
      let count = body.number(), count == 1 || count == Reading.allCases.count
    else { return nil }
    var readings: [Reading: CompiledReading] = [:]
    for kind in count == 1 ? [.written] : Reading.allCases {
      guard let reading = CompiledReading(kind, elementCount: table.count, from: &body) else {
        return nil
      }
      if count == 1 {
        for other in Reading.allCases { readings[other] = reading.as(other) }
      } else {
        readings[kind] = reading
      }
    }
    guard body.isAtEnd else { return nil }
    return (
      CompiledModel(model, table, dependencies: dependencies, readings: readings), remarks
    )
  }
}

// MARK: - Remarks and dependencies

extension CompiledModel {
  private func write(_ remarks: [Diagnostic], to body: inout ImageWriter) {
    body.write(texts: remarks.map(\.code.rawValue))
    body.write(texts: remarks.map(\.message))
    body.write(texts: remarks.map { $0.id.map { "=\($0)" } ?? "" })
    body.write(texts: remarks.map { $0.hint.map { "=\($0)" } ?? "" })
    body.write(texts: remarks.map { $0.place.map { "=\($0.file)" } ?? "" })
    body.write(
      array: remarks.flatMap { [Int64($0.place?.line ?? 0), Int64($0.place?.column ?? 0)] })
  }

  private static func remarks(from body: inout ImageReader) -> [Diagnostic]? {
    guard let codes = body.texts(), let messages = body.texts(), let ids = body.texts(),
      let hints = body.texts(), let files = body.texts(), let places = body.array(of: Int64.self),
      [messages.count, ids.count, hints.count, files.count, places.count / 2]
        .allSatisfy({ $0 == codes.count })
    else { return nil }
    let stated = { (text: String) in text.isEmpty ? nil : String(text.dropFirst()) }
    var remarks: [Diagnostic] = []
    for (index, name) in codes.enumerated() {
      guard let code = DiagnosticCode(rawValue: name) else { return nil }
      let place = stated(files[index]).map {
        SourcePlace(
          file: $0, line: Int(places[2 * index]), column: Int(places[2 * index + 1]))
      }
      remarks.append(
        Diagnostic(
          code, messages[index], at: place, id: stated(ids[index]), hint: stated(hints[index])))
    }
    return remarks
  }

  private func write(_ dependencies: [Dependency], to body: inout ImageWriter) {
    var bases: [Evidence: UInt16] = [:]
    var evidences: [Evidence] = []
    var numbers: [UInt16] = []
    for dependency in dependencies {
      if bases[dependency.evidence] == nil, evidences.count < Int(UInt16.max) {
        bases[dependency.evidence] = UInt16(evidences.count)
        evidences.append(dependency.evidence)
      }
      numbers.append(bases[dependency.evidence] ?? 0)
    }
    body.write(array: dependencies.map(\.dependent))
    body.write(array: dependencies.map(\.target))
    body.write(array: dependencies.map { UInt8(Self.strengths.firstIndex(of: $0.strength) ?? 0) })
    body.write(array: numbers)
    body.write(texts: evidences.map(\.basis.rawValue))
    body.write(array: evidences.map { Int32($0.sources.count) })
    body.write(texts: evidences.flatMap(\.sources))
  }

  private static let strengths = Dependency.Strength.allCases

  private static func dependencies(
    from body: inout ImageReader, count: Int
  ) -> Dependencies? {
    guard let dependents = body.array(of: VertexID.self),
      let targets = body.array(of: VertexID.self), let strengths = body.array(of: UInt8.self),
      let numbers = body.array(of: UInt16.self), let bases = body.texts(),
      let sourceCounts = body.array(of: Int32.self), let sources = body.texts(),
      [targets.count, strengths.count, numbers.count].allSatisfy({ $0 == dependents.count }),
      sourceCounts.count == bases.count,
      dependents.allSatisfy({ $0.index < count }), targets.allSatisfy({ $0.index < count }),
      strengths.allSatisfy({ Int($0) < Self.strengths.count }),
      numbers.allSatisfy({ Int($0) < bases.count })
    else { return nil }
    var evidences: [Evidence] = []
    var next = 0
    for (name, count) in zip(bases, sourceCounts) {
      guard let basis = Basis(rawValue: name), count >= 0, next + Int(count) <= sources.count
      else { return nil }
      evidences.append(Evidence(basis, sources: Array(sources[next..<(next + Int(count))])))
      next += Int(count)
    }
    let all = dependents.indices.map { place in
      Dependency(
        dependent: dependents[place], target: targets[place],
        strength: Self.strengths[Int(strengths[place])],
        evidence: evidences[Int(numbers[place])])
    }
    return Dependencies(all, count: count, pathUsers: [], networksOfElement: [:])
  }
}
