/// What follows at one instant: losses to their end, then gains to their end.
extension TimelineRun {
  /// Brings an instant to its end.
  ///
  /// Holdups that run out now are first taken to be saved. Those of which that is not so have run
  /// out: the gains that relied on them are taken back, and the instant goes on from its losses.
  mutating func settle() {
    while true {
      lose()
      worklist = candidates
      gain()
      startByHand()
      gainTogether()
      let expired = due.filter { states[$0.index].isUp && !isMet($0) }
      guard !expired.isEmpty else { return }
      takeBack(from: 0)
      due.removeAll(where: expired.contains)
      for vertex in expired { setDown(vertex) }
    }
  }

  /// Whether nothing but time keeps a vertex from being up: what it needs is there.
  func isMet(_ vertex: VertexID) -> Bool {
    let state = states[vertex.index]
    switch graph.roles[vertex.index] {
    case .unit: return !state.isFailed && (state.isHeld || state.unmet == 0)
    case .gate, .holdup, .switching, .path: return state.unmet < graph.margins[vertex.index]
    }
  }

  // MARK: - Losses

  /// Takes down all that cannot go on, beginning with the worklist.
  private mutating func lose() {
    repeat {
      while let vertex = worklist.popLast() {
        if states[vertex.index].isUp, cannotGoOn(vertex) { setDown(vertex) }
      }
      for network in takeDirtyNetworks() {
        for path in paths(of: network, thatAreUp: true) {
          states[path.index].unmet = 1
          setDown(path)
        }
      }
    } while !worklist.isEmpty
  }

  private func cannotGoOn(_ vertex: VertexID) -> Bool {
    if ignoresDelays { return states[vertex.index].isSupposed && !isMet(vertex) }
    if supposesCircle { return states[vertex.index].isSupposed && !keepsUp(vertex) }
    switch graph.roles[vertex.index] {
    case .unit, .gate: return !isMet(vertex)
    // One goes down when its time is over, the other when its network is searched.
    case .holdup, .path: return false
    case .switching: return !hasWhatItUses(vertex)
    }
  }

  private func hasWhatItUses(_ vertex: VertexID) -> Bool {
    inUse[graph.details[vertex.index]].allSatisfy { states[$0.index].isUp }
  }

  private mutating func setDown(_ vertex: VertexID) {
    states[vertex.index].isUp = false
    touch(vertex)
    for dependent in graph.dependents[vertex] {
      states[dependent.index].unmet += 1
      touch(dependent)
      if states[dependent.index].isUp { worklist.append(dependent) }
    }
    markNetworks(of: vertex)
  }

  // MARK: - Gains

  /// Brings up all that can work, beginning with the worklist.
  private mutating func gain() {
    repeat {
      while let vertex = worklist.popLast() {
        if !states[vertex.index].isUp, canBeUp(vertex) { setUp(vertex) }
      }
      for network in takeDirtyNetworks() {
        for path in paths(of: network, thatAreUp: false) {
          states[path.index].unmet = 0
          setUp(path)
        }
      }
    } while !worklist.isEmpty
  }

  private func canBeUp(_ vertex: VertexID) -> Bool {
    guard isMet(vertex) else { return false }
    let state = states[vertex.index]
    switch graph.roles[vertex.index] {
    case .unit: return state.isReady || graph.durations[vertex.index] == 0 || ignoresDelays
    case .gate, .holdup: return true
    case .path: return false
    case .switching:
      switch state.mode {
      case _ where ignoresDelays: return true
      case .running: return hasWhatItUses(vertex)
      case .changing: return false
      case .free: return true
      }
    }
  }

  private mutating func setUp(_ vertex: VertexID) {
    states[vertex.index].isUp = true
    touch(vertex)
    gained.append(vertex)
    for dependent in graph.dependents[vertex] {
      states[dependent.index].unmet -= 1
      touch(dependent)
      if !states[dependent.index].isUp { worklist.append(dependent) }
    }
    markNetworks(of: vertex)
  }

  /// Undoes gains, without asking what follows: that is how it was before them.
  private mutating func takeBack(from place: Int) {
    for vertex in gained[place...].reversed() where states[vertex.index].isUp {
      states[vertex.index].isUp = false
      if graph.roles[vertex.index] == .path { states[vertex.index].unmet = 1 }
      for dependent in graph.dependents[vertex] { states[dependent.index].unmet += 1 }
    }
    gained.removeSubrange(place...)
    if place == 0 { for vertex in handStarts { states[vertex.index].isHeld = false } }
  }

  // MARK: - Starts by hand

  /// Starts by hand what only waits for what would wait for it.
  ///
  /// Those started are first supposed to work: only if all that they need would then come up, were
  /// restarts and switchovers to take no time, does the start last. Such a one is held up until what
  /// it needs is really there.
  private mutating func startByHand() {
    let waiting = handStarts.filter { !states[$0.index].isUp && !isMet($0) }
    guard !waiting.isEmpty else { return }
    let place = gained.count
    ignoresDelays = true
    for vertex in waiting { states[vertex.index].isHeld = true }
    // What is restarting or changing over would be up too.
    worklist = known.filter { !states[$0.index].isUp }
    gain()
    for vertex in gained[place...] { states[vertex.index].isSupposed = true }
    for vertex in waiting { states[vertex.index].isHeld = false }
    worklist = Array(gained[place...])
    lose()
    ignoresDelays = false
    let lasting = waiting.filter { states[$0.index].isUp }
    for vertex in gained[place...] { states[vertex.index].isSupposed = false }
    takeBack(from: place)
    for vertex in lasting { states[vertex.index].isHeld = true }
    worklist = lasting
    gain()
  }

  // MARK: - Circles

  /// Brings up what waits for nothing but each other, where the graph says that it need not wait.
  ///
  /// - Complexity: O(*a*) for the arcs of every circle with a lost member that changed, as often as
  ///   one of them is gained.
  private mutating func gainTogether() {
    guard !graph.circles.isEmpty else { return }
    var hasGained: Bool
    repeat {
      hasGained = false
      var circles: Set<Int> = []
      for vertex in touched where !states[vertex.index].isUp {
        if let circle = graph.circleOfVertex[vertex.index] { circles.insert(circle) }
      }
      for circle in circles.sorted() where gain(circle: circle) { hasGained = true }
    } while hasGained
  }

  /// Supposes all lost members of a circle to be up, and takes down again those that cannot be.
  private mutating func gain(circle: Int) -> Bool {
    let place = gained.count
    for vertex in graph.circles[circle] where !states[vertex.index].isUp && mayGoUp(vertex) {
      states[vertex.index].isSupposed = true
      if graph.roles[vertex.index] == .path {
        states[vertex.index].unmet = 0
        mark(network: graph.paths[graph.details[vertex.index]].requirement.network.index)
      }
      setUp(vertex)
    }
    supposesCircle = true
    worklist = Array(gained[place...])
    lose()
    supposesCircle = false
    for vertex in gained[place...] { states[vertex.index].isSupposed = false }
    let kept = gained[place...].filter { states[$0.index].isUp }
    gained.removeSubrange(place...)
    gained += kept
    for vertex in kept {
      worklist += graph.dependents[vertex].filter { !states[$0.index].isUp }
      markNetworks(of: vertex)
    }
    gain()
    return !kept.isEmpty
  }

  /// Whether nothing but what it needs keeps a vertex from being up.
  private func mayGoUp(_ vertex: VertexID) -> Bool {
    let state = states[vertex.index]
    return switch graph.roles[vertex.index] {
    case .unit: !state.isFailed && (state.isReady || graph.durations[vertex.index] == 0)
    case .gate, .holdup, .path: true
    case .switching: state.mode != .changing
    }
  }

  private func keepsUp(_ vertex: VertexID) -> Bool {
    guard graph.roles[vertex.index] == .switching, states[vertex.index].mode == .running else {
      // A path goes down when its network is searched.
      return graph.roles[vertex.index] == .path || isMet(vertex)
    }
    return isMet(vertex) && hasWhatItUses(vertex)
  }

  // MARK: - Networks

  private mutating func markNetworks(of vertex: VertexID) {
    for network in graph.networksOfVertex[vertex] { mark(network: network) }
  }

  private mutating func mark(network: Int) {
    guard !isDirty[network] else { return }
    isDirty[network] = true
    dirtyNetworks.append(network)
  }

  private mutating func takeDirtyNetworks() -> [Int] {
    let networks = dirtyNetworks
    dirtyNetworks.removeAll(keepingCapacity: true)
    for network in networks { isDirty[network] = false }
    return networks
  }

  /// The paths of a network that are up and have no way left, or are down and have one again.
  ///
  /// Every search starts from nothing: a ring cut off from the beginning of a path must not keep
  /// itself up.
  private func paths(of number: Int, thatAreUp areUp: Bool) -> [VertexID] {
    let network = graph.networks[number]
    let isDown = { (vertex: VertexID) in !states[vertex.index].isUp }
    let asked = network.paths.map { graph.paths[$0] }.filter {
      states[$0.vertex.index].isUp == areUp
    }
    guard !asked.isEmpty else { return [] }
    var found: [VertexID] = []
    var apart: [PathVertex] = []
    search.findParts(of: network, isDown: isDown)
    for path in asked {
      if let exempt = path.requirement.exempt, isDown(exempt) {
        apart.append(path)
      } else if search.holds(path) != areUp {
        found.append(path.vertex)
      }
    }
    for path in apart {
      let holds = search.holdsBySearch(path, in: network) {
        $0 != path.requirement.exempt && isDown($0)
      }
      if holds != areUp { found.append(path.vertex) }
    }
    return found
  }
}
