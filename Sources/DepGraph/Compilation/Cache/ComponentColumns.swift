/// Components by columns, of which each holds one field of all.
///
/// Only what most components of a large model have: names, kinds, labels, parties, a place and plain
/// needs. A component with anything else is `rare`, and is kept in words elsewhere.
struct ComponentColumns {
  /// The places of components that are not held whole.
  private(set) var rare: [Int32] = []

  private var ids: [String] = []
  private var dutch: [String] = []
  private var english: [String] = []
  private var kinds: [UInt8] = []
  private var flags: [UInt8] = []
  /// Four to a component: layer, owner, operator, product of; −1: none.
  private var labels: [Int32] = []
  private var labelTexts: [String] = []
  private var labelNumbers: [String: Int32] = [:]
  private var lines: [Int32] = []
  private var columns: [Int32] = []
  private var files: [Int32] = []
  private var firstNeeds: [Int32] = []
  private var needs: [Int32] = []

  private enum Flag {
    static let hasDutch: UInt8 = 1
    static let hasEnglish: UInt8 = 2
    static let statesRequires: UInt8 = 4
    static let hasPlace: UInt8 = 8
    static let hasPlainNeeds: UInt8 = 16
  }

  private static let kindNumbers = Dictionary(
    uniqueKeysWithValues: ComponentKind.allCases.enumerated().map { ($1, UInt8($0)) })

  /// Takes the components of a model.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - store: Where all its plain needs are kept, by the places of its components.
  /// - Complexity: O(*n* + *m*) for *n* components with *m* plain needs.
  init(_ model: Model, store: PlainNeedStore?) {
    let evidence = Evidence(model.basis)
    for index in model.components.indices {
      let component = model.components[index]
      add(component, store: store)
      if self.component(index, evidence, store) != component { rare.append(Int32(index)) }
    }
    firstNeeds.append(Int32(needs.count))
  }

  private mutating func add(_ component: Component, store: PlainNeedStore?) {
    ids.append(component.id)
    var flags: UInt8 = component.statesRequires ? Flag.statesRequires : 0
    let name = component.name
    dutch.append(name?.isWritten(in: .dutch) == true ? name?.text(in: .dutch) ?? "" : "")
    english.append(name?.isWritten(in: .english) == true ? name?.text(in: .english) ?? "" : "")
    if name?.isWritten(in: .dutch) == true { flags |= Flag.hasDutch }
    if name?.isWritten(in: .english) == true { flags |= Flag.hasEnglish }
    kinds.append(Self.kindNumbers[component.kind] ?? 0)
    for label in [component.layer, component.owner, component.operator, component.productOf] {
      labels.append(label.map { number(of: $0) } ?? -1)
    }
    if let place = component.place, let line = Int32(exactly: place.line),
      let column = Int32(exactly: place.column)
    {
      flags |= Flag.hasPlace
      lines.append(line)
      columns.append(column)
      files.append(number(of: place.file))
    } else {
      lines.append(0)
      columns.append(0)
      files.append(-1)
    }
    firstNeeds.append(Int32(needs.count))
    if let plain = component.plainNeeds, plain.store === store {
      flags |= Flag.hasPlainNeeds
      needs += plain.targets
    }
    self.flags.append(flags)
  }

  private mutating func number(of label: String) -> Int32 {
    if let known = labelNumbers[label] { return known }
    let number = Int32(labelTexts.count)
    labelNumbers[label] = number
    labelTexts.append(label)
    return number
  }

  /// The number of components.
  var count: Int { ids.count }

  /// A component as far as the columns hold it.
  private func component(
    _ index: Int, _ evidence: Evidence, _ store: PlainNeedStore?
  ) -> Component {
    var component = Component(id: ids[index])
    component.evidence = evidence
    let flags = flags[index]
    component.name = LocalizedText(
      dutch: flags & Flag.hasDutch == 0 ? nil : dutch[index],
      english: flags & Flag.hasEnglish == 0 ? nil : english[index])
    component.kind = ComponentKind.allCases[Int(kinds[index])]
    component.layer = label(4 * index)
    component.owner = label(4 * index + 1)
    component.operator = label(4 * index + 2)
    component.productOf = label(4 * index + 3)
    component.statesRequires = flags & Flag.statesRequires != 0
    if flags & Flag.hasPlace != 0, files[index] >= 0 {
      component.place = SourcePlace(
        file: labelTexts[Int(files[index])], line: Int(lines[index]), column: Int(columns[index]))
    }
    if flags & Flag.hasPlainNeeds != 0, let store {
      let first = Int(firstNeeds[index])
      let end = index + 1 < firstNeeds.count ? Int(firstNeeds[index + 1]) : needs.count
      component.running = .plain(PlainNeeds(first..<end, of: store))
    }
    return component
  }

  private func label(_ place: Int) -> String? {
    labels[place] < 0 ? nil : labelTexts[Int(labels[place])]
  }

  // MARK: - In an image

  /// Writes the columns.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  func write(to image: inout ImageWriter) {
    image.write(array: rare)
    image.write(texts: ids)
    image.write(texts: dutch)
    image.write(texts: english)
    for bytes in [kinds, flags] { image.write(array: bytes) }
    image.write(texts: labelTexts)
    for numbers in [labels, lines, columns, files, firstNeeds, needs] {
      image.write(array: numbers)
    }
  }

  /// Reads the columns; nil where they do not fit together.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  init?(from image: inout ImageReader) {
    guard let rare = image.array(of: Int32.self), let ids = image.texts(),
      let dutch = image.texts(), let english = image.texts(),
      let kinds = image.array(of: UInt8.self), let flags = image.array(of: UInt8.self),
      let labelTexts = image.texts(), let labels = image.array(of: Int32.self),
      let lines = image.array(of: Int32.self), let columns = image.array(of: Int32.self),
      let files = image.array(of: Int32.self), let firstNeeds = image.array(of: Int32.self),
      let needs = image.array(of: Int32.self)
    else { return nil }
    (self.rare, self.ids, self.dutch, self.english) = (rare, ids, dutch, english)
    (self.kinds, self.flags, self.labels) = (kinds, flags, labels)
    (self.labelTexts, self.lines, self.columns) = (labelTexts, lines, columns)
    (self.files, self.firstNeeds, self.needs) = (files, firstNeeds, needs)
    guard fitsTogether else { return nil }
  }

  private var fitsTogether: Bool {
    let count = ids.count
    let ranges = zip(firstNeeds, firstNeeds.dropFirst())
    return dutch.count == count && english.count == count && kinds.count == count
      && flags.count == count && labels.count == 4 * count && lines.count == count
      && columns.count == count && files.count == count && firstNeeds.count == count + 1
      && kinds.allSatisfy { Int($0) < ComponentKind.allCases.count }
      && labels.allSatisfy { $0 < Int32(labelTexts.count) }
      && files.allSatisfy { $0 < Int32(labelTexts.count) }
      && firstNeeds.first == 0 && firstNeeds.last == Int32(needs.count)
      && ranges.allSatisfy { $0 <= $1 }
      && needs.allSatisfy { $0 >= 0 && Int($0) < count }
      && rare.allSatisfy { $0 >= 0 && Int($0) < count }
  }

  /// The components, those that are rare only in part.
  ///
  /// - Parameter evidence: On what all facts in the columns rest.
  /// - Returns: One for each id.
  /// - Complexity: O(*n* + *m*) for *n* components with *m* plain needs.
  func components(evidence: Evidence) -> [Component] {
    let store = PlainNeedStore(ids: ids, targets: needs, evidence: evidence)
    return ids.indices.map { component($0, evidence, store) }
  }
}
