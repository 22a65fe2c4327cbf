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
    image.write(array: standIns.map(\.element))
    image.write(array: standIns.map(\.standIn))
    let shown = shown.sorted { $0.key < $1.key }
    image.write(array: shown.map(\.key))
    image.write(array: shown.map(\.value))
  }

  private static let kinds: [Part.Kind] = [.alternatives, .all, .path, .constant]

  /// Reads the graphs; nil where they do not fit together.
  ///
  /// - Complexity: O(*v* + *a*) for *v* vertices and *a* arcs.
  init?(_ reading: Reading, elementCount: Int, from image: inout ImageReader) {
    guard let count = image.number(), count == 1 || count == 2,
      let one = ThresholdGraph(from: &image),
      let two = count == 1 ? one : ThresholdGraph(from: &image),
      let parts = Self.parts(from: &image, elementCount: elementCount),
      let standIns = Self.pairs(from: &image, below: elementCount, two.vertexCount),
      let shown = Self.pairs(from: &image, below: elementCount, two.vertexCount),
      one.vertexCount == elementCount + parts.count, two.vertexCount >= elementCount,
      Self.isNested(one, after: elementCount)
    else { return nil }
    self.init(
      reading: reading, levelOne: one, levelTwo: two, elementCount: elementCount, parts: parts,
      standIns: standIns.map { (element: $0.0, standIn: $0.1) },
      shown: Dictionary(shown, uniquingKeysWith: { first, _ in first }))
    isOneGraph = count == 1
  }

  /// The most levels of groups in groups: more than any form of a model lets in.
  private static let greatestDepth = 1_000

  /// Whether the parts lie in each other as groups do: none in itself, and none too deep for those
  /// who walk down them.
  private static func isNested(_ graph: ThresholdGraph, after elementCount: Int) -> Bool {
    var waiting: [VertexID: Int] = [:]
    var ready: [VertexID] = []
    for vertex in (elementCount..<graph.vertexCount).map({ VertexID($0) }) {
      let count = graph.inputs(of: vertex).count { $0.vertex.index >= elementCount }
      if count == 0 { ready.append(vertex) } else { waiting[vertex] = count }
    }
    var depth = 0
    while !ready.isEmpty, depth <= greatestDepth {
      var next: [VertexID] = []
      for vertex in ready {
        for above in graph.dependents(of: vertex) where above.index >= elementCount {
          guard let count = waiting[above] else { return false }
          waiting[above] = count > 1 ? count - 1 : nil
          if count == 1 { next.append(above) }
        }
      }
      ready = next
      depth += 1
    }
    return waiting.isEmpty
  }

  private static func parts(from image: inout ImageReader, elementCount: Int) -> [Part]? {
    guard let kinds = image.array(of: UInt8.self), let owners = image.array(of: VertexID.self),
      let locations = image.texts(), owners.count == kinds.count,
      locations.count == kinds.count,
      kinds.allSatisfy({ Int($0) < Self.kinds.count }),
      owners.allSatisfy({ $0.index < elementCount })
    else { return nil }
    return kinds.indices.map {
      Part(kind: Self.kinds[Int(kinds[$0])], owner: owners[$0], location: locations[$0])
    }
  }

  /// Pairs of vertices, of which the first and the second lie below bounds of their own.
  private static func pairs(
    from image: inout ImageReader, below first: Int, _ second: Int
  ) -> [(VertexID, VertexID)]? {
    guard let lefts = image.array(of: VertexID.self), let rights = image.array(of: VertexID.self),
      lefts.count == rights.count, lefts.allSatisfy({ $0.index < first }),
      rights.allSatisfy({ $0.index < second })
    else { return nil }
    return Array(zip(lefts, rights))
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
