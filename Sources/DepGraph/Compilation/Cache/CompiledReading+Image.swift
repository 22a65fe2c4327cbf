extension CompiledReading {
  /// Whether both levels are one graph, and nothing tells readings apart.
  var isAlike: Bool { isOneGraph }

  /// Writes the graphs.
  ///
  /// - Precondition: The model has no networks.
  /// - Complexity: O(*v* + *a*) for *v* vertices and *a* arcs.
  func write(to image: inout ImageWriter) {
    image.write(isOneGraph ? 1 : 2)
    levelOne.write(to: &image)
    if !isOneGraph { levelTwo.write(to: &image) }
    let parts = allParts
    image.write(array: parts.map { UInt8(Self.kinds.firstIndex(of: $0.kind) ?? 0) })
    image.write(array: parts.map(\.owner))
    image.write(texts: parts.map(\.location))
    image.write(array: standIns.flatMap { [$0.element, $0.standIn] })
    let shown = shown.sorted { $0.key < $1.key }
    image.write(array: shown.flatMap { [$0.key, $0.value] })
  }

  private static let kinds: [Part.Kind] = [.alternatives, .all, .path, .constant]

  /// Reads the graphs; nil where they do not fit together.
  ///
  /// - Complexity: O(*v* + *a*) for *v* vertices and *a* arcs.
  init?(_ reading: Reading, elementCount: Int, from image: inout ImageReader) {
    guard let count = image.number(), count == 1 || count == 2,
      let one = ThresholdGraph(from: &image),
      let two = count == 1 ? one : ThresholdGraph(from: &image),
      let kinds = image.array(of: UInt8.self), let owners = image.array(of: VertexID.self),
      let locations = image.texts(), let standIns = image.array(of: VertexID.self),
      let shown = image.array(of: VertexID.self), owners.count == kinds.count,
      locations.count == kinds.count, one.vertexCount == elementCount + kinds.count,
      two.vertexCount >= elementCount, standIns.count.isMultiple(of: 2),
      shown.count.isMultiple(of: 2), kinds.allSatisfy({ Int($0) < Self.kinds.count }),
      owners.allSatisfy({ $0.index < elementCount }),
      (standIns + shown).allSatisfy({ $0.index < two.vertexCount })
    else { return nil }
    let pairs = { (flat: [VertexID]) in
      stride(from: 0, to: flat.count, by: 2).map { (flat[$0], flat[$0 + 1]) }
    }
    guard pairs(standIns + shown).allSatisfy({ $0.0.index < elementCount }) else { return nil }
    self.init(
      reading: reading, levelOne: one, levelTwo: two, elementCount: elementCount,
      parts: kinds.indices.map {
        Part(kind: Self.kinds[Int(kinds[$0])], owner: owners[$0], location: locations[$0])
      },
      standIns: pairs(standIns).map { (element: $0.0, standIn: $0.1) },
      shown: Dictionary(pairs(shown), uniquingKeysWith: { first, _ in first }))
    isOneGraph = count == 1
  }
}

extension ThresholdGraph {
  /// Writes it.
  ///
  /// - Precondition: It has no networks.
  /// - Complexity: O(*v* + *a*) for *v* vertices and *a* arcs.
  func write(to image: inout ImageWriter) {
    precondition(networks.isEmpty && paths.isEmpty, "graphs with networks have no image")
    image.write(array: margins)
    for rows in [dependentRows.rows, inputRows.rows] {
      image.write(array: rows.offsets)
      image.write(array: rows.values)
    }
    for delays in [dependentDelays, inputDelays, vertexDelays] { image.write(array: delays) }
  }

  /// Reads it; nil where its parts do not fit together.
  ///
  /// - Complexity: O(*v* + *a*) for *v* vertices and *a* arcs.
  init?(from image: inout ImageReader) {
    guard let margins = image.array(of: Int32.self),
      let dependents = CompressedRows(vertexCount: margins.count, from: &image),
      let inputs = CompressedRows(vertexCount: margins.count, from: &image),
      let dependentDelays = image.array(of: Double.self),
      let inputDelays = image.array(of: Double.self),
      let vertexDelays = image.array(of: Double.self), dependents.arcCount == inputs.arcCount,
      dependentDelays.isEmpty || dependentDelays.count == dependents.arcCount,
      inputDelays.count == dependentDelays.count,
      vertexDelays.isEmpty || vertexDelays.count == margins.count,
      margins.allSatisfy({ $0 >= 0 && $0 <= Margin.never }),
      (dependentDelays + inputDelays + vertexDelays).allSatisfy({ $0 >= 0 })
    else { return nil }
    self.init(
      margins: margins, dependentRows: dependents, inputRows: inputs,
      dependentDelays: dependentDelays, inputDelays: inputDelays, vertexDelays: vertexDelays,
      networks: [], memberships: nil, paths: [],
      failedFromBeginning: margins.indices.filter { margins[$0] == 0 }.map { VertexID($0) })
    checkInvariants()
  }
}

extension CompressedRows {
  /// Reads rows; nil where they are none of this many vertices.
  ///
  /// - Complexity: O(*v* + *a*) for *v* vertices and *a* arcs.
  fileprivate init?(vertexCount: Int, from image: inout ImageReader) {
    guard let offsets = image.array(of: UInt32.self),
      let targets = image.array(of: VertexID.self), offsets.count == vertexCount + 1,
      offsets.first == 0, offsets.last == UInt32(exactly: targets.count),
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 }),
      targets.allSatisfy({ $0.index < vertexCount })
    else { return nil }
    self.init(vertexCount: vertexCount, offsets: offsets, targets: targets)
  }
}
