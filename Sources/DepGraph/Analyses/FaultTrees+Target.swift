extension FaultTrees {
  /// The fault tree of a component of a model: what makes it go down, its own failure included.
  ///
  /// An element that fails by itself is a basic event with its id, and being down a gate named
  /// `id-down`. Where a figure is an interval, its unfavourable end counts.
  ///
  /// - Parameters:
  ///   - target: The component.
  ///   - compiled: The model.
  ///   - reading: How uncertain facts are read.
  ///   - language: The language of the labels.
  /// - Complexity: That of `FailureLogic` and `Unavailabilities`.
  public init(
    of target: VertexID, in compiled: CompiledModel, reading: Reading, language: Language
  ) {
    let figures = Unavailabilities(of: compiled, reading: reading)
    let logic = FailureLogic(
      of: [target], in: compiled.reading(reading), failing: figures.canFail)
    let tree = compiled.table.id(of: target)
    let name = { (element: VertexID) -> String? in
      let name = compiled.name(of: element, in: language)
      return name == compiled.table.id(of: element) ? nil : name
    }
    let gates = (0..<compiled.table.count).compactMap { number -> NamedGate? in
      let element = VertexID(number)
      return logic.gate(of: element).map { gate in
        NamedGate(
          name: compiled.table.id(of: element) + "-down", label: name(element), id: gate,
          faultTree: tree)
      }
    }
    let events = logic.elements.map { element in
      BasicEvent(
        name: compiled.table.id(of: element), label: name(element),
        probability: figures[element]?.value.high)
    }
    self.init(
      name: nil, graph: logic.gates, gates: gates, events: events,
      tops: gates.filter { $0.id == logic.gate(of: target) }.prefix(1).map { $0 })
  }
}
