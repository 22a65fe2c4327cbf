/// The cables, and where each way through them ends: panels in between are gone through.
struct NetBoxCables {
  /// A way from one port to another.
  struct Way {
    /// The ports at both ends.
    let ends: [NetBoxObject.Key]
    /// The cables, in order.
    let cables: [NetBoxObject.Key]
    /// The devices whose panels it goes through, in order.
    let panels: [NetBoxObject.Key]
    /// All ports that it goes through, those at both ends too.
    let ports: [NetBoxObject.Key]
  }

  private let objects: NetBoxObjects
  /// The ports at each side of each cable.
  private var sides: [NetBoxObject.Key: [[NetBoxObject.Key]]] = [:]
  /// The cable of each port, and the side that it is at.
  private var cableOfPort: [NetBoxObject.Key: (cable: NetBoxObject.Key, side: Int)] = [:]
  /// The front ports of each rear port.
  private var fronts: [NetBoxObject.Key: [NetBoxObject]] = [:]
  /// The devices of ports, where a page tells them with the cable.
  private(set) var devices: [NetBoxObject.Key: NetBoxObject.Key] = [:]
  /// How many ends of cables are of a kind that cannot be told.
  private(set) var untold = 0
  /// How many ends of cables are at a port that another end is at.
  private(set) var doubled = 0
  /// How many ends are of cables that stand in none of the files.
  private(set) var strays = 0

  private static let frontPort = "dcim.frontport"
  private static let rearPort = "dcim.rearport"

  /// Finds the ends of the cables.
  ///
  /// - Parameters:
  ///   - objects: All objects that are in use.
  ///   - outOfUse: Those that are not: of their cables nothing more is said.
  init(_ objects: NetBoxObjects, outOfUse: Set<NetBoxObject.Key>) {
    self.objects = objects
    for cable in objects.all("dcim.cable") { addEnds(of: cable) }
    for end in objects.all("dcim.cabletermination") {
      guard let cable = end.reference("cable", "dcim.cable"),
        let port = end.generic(type: "termination_type", number: "termination_id")
      else {
        untold += 1
        continue
      }
      guard objects[cable] != nil else {
        if !outOfUse.contains(cable) { strays += 1 }
        continue
      }
      add(port, to: cable, side: end.text("cable_end") == "B" ? 1 : 0)
    }
    for front in objects.all(Self.frontPort) {
      if let rear = front.reference("rear_port", Self.rearPort) {
        fronts[rear, default: []].append(front)
      }
    }
  }

  /// The ends that a cable names itself: lists on a page, a pair in a fixture of before 3.3.
  private mutating func addEnds(of cable: NetBoxObject) {
    for (side, letter) in ["a", "b"].enumerated() {
      for end in cable.value("\(letter)_terminations")?.list ?? [] {
        guard let type = end["object_type"]?.scalar, let number = end["object_id"]?.scalar else {
          untold += 1
          continue
        }
        let port = NetBoxObject.Key(type: type, number: number)
        if let device = end["object"]?["device"]?["id"]?.scalar {
          devices[port] = .init(type: "dcim.device", number: device)
        }
        add(port, to: cable.key, side: side)
      }
      let pair = cable.generic(
        type: "termination_\(letter)_type", number: "termination_\(letter)_id")
      if let pair {
        add(pair, to: cable.key, side: side)
      } else if cable.value("termination_\(letter)_id") != nil {
        untold += 1
      }
    }
  }

  private mutating func add(_ port: NetBoxObject.Key, to cable: NetBoxObject.Key, side: Int) {
    if let known = cableOfPort[port] {
      // A page of cables and one of their ends say the same.
      if known.cable != cable || known.side != side { doubled += 1 }
      return
    }
    cableOfPort[port] = (cable, side)
    sides[cable, default: [[], []]][side].append(port)
  }

  /// All ways, each once, in the order of their first ports.
  ///
  /// - Complexity: O(*n* log *n*) for *n* ports.
  func ways() -> [Way] {
    var ways: [Way] = []
    var gone: Set<NetBoxObject.Key> = []
    for port in cableOfPort.keys.sorted() where !isPanel(port) && !gone.contains(port) {
      guard let way = way(from: port), let last = way.ends.last else { continue }
      gone.formUnion([port, last])
      ways.append(way)
    }
    return ways
  }

  /// What no way goes through, and why.
  struct Unused {
    /// Cables of which an end is not known.
    var openCables = 0
    /// Cables that lead to no port of a device: they end in a panel, or in a circle.
    var idleCables = 0
    /// Further ends of cables that split.
    var ends = 0
  }

  /// What ways go past.
  ///
  /// - Complexity: O(*n*) for *n* ports.
  func unused(by ways: [Way]) -> Unused {
    let cables = Set(ways.flatMap(\.cables))
    let ports = Set(ways.flatMap(\.ports))
    var unused = Unused()
    for cable in objects.all("dcim.cable") {
      let ends = sides[cable.key] ?? [[], []]
      if cables.contains(cable.key) {
        unused.ends += ends.joined().count { !ports.contains($0) }
      } else if ends.contains(where: \.isEmpty) {
        unused.openCables += 1
      } else {
        unused.idleCables += 1
      }
    }
    return unused
  }

  private func isPanel(_ port: NetBoxObject.Key) -> Bool {
    port.type == Self.frontPort || port.type == Self.rearPort
  }

  /// The way from a port to where it ends; nil: it ends nowhere.
  private func way(from start: NetBoxObject.Key) -> Way? {
    var port = start
    var cables: [NetBoxObject.Key] = []
    var panels: [NetBoxObject.Key] = []
    var ports: [NetBoxObject.Key] = []
    /// The positions by which the way came into rear ports, the last one on top.
    var positions: [String] = []
    while let (cable, side) = cableOfPort[port], !cables.contains(cable) {
      cables.append(cable)
      guard let far = sides[cable]?[1 - side].first else { return nil }
      ports += [port, far]
      guard isPanel(far) else {
        return Way(ends: [start, far], cables: cables, panels: panels, ports: ports)
      }
      guard let next = opposite(of: far, &positions) else { return nil }
      if let panel = objects[far]?.reference("device", "dcim.device") { panels.append(panel) }
      port = next
    }
    return nil
  }

  /// The port on the other side of a panel.
  private func opposite(
    of port: NetBoxObject.Key, _ positions: inout [String]
  ) -> NetBoxObject.Key? {
    if port.type == Self.frontPort {
      guard let front = objects[port] else { return nil }
      positions.append(front.text("rear_port_position") ?? "1")
      return front.reference("rear_port", Self.rearPort)
    }
    let candidates = fronts[port] ?? []
    let position = positions.popLast() ?? "1"
    let front = candidates.first { ($0.text("rear_port_position") ?? "1") == position }
    return (front ?? (candidates.count == 1 ? candidates.first : nil))?.key
  }
}
