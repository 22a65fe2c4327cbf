/// The words of pictures of networks.
extension DiagramWords {
  /// A number of nodes.
  func nodes(_ count: Int) -> String {
    pick(
      "\(count) \(count == 1 ? "knooppunt" : "knooppunten")",
      "\(count) \(count == 1 ? "node" : "nodes")")
  }

  /// A part that is left, by number.
  func part(_ number: Int, nodes count: Int?) -> String {
    pick("Deel \(number)", "Part \(number)") + (count.map { " · \(nodes($0))" } ?? "")
  }

  /// A block, by number.
  func block(_ number: Int, nodes count: Int) -> String {
    pick("Blok \(number)", "Block \(number)") + " · \(nodes(count))"
  }

  /// What the loss of a node or link does.
  func splits(into parts: Int, cutOff: Int) -> String {
    pick("splitst in \(parts): \(cutOff) los", "splits into \(parts): \(cutOff) cut off")
  }

  /// What the failure of a common cause does to a network of so many nodes.
  func does(_ cause: NetworkCause, of nodeCount: Int) -> String {
    if cause.nodesDown == nodeCount { return pick("legt alles stil", "takes all of it down") }
    if cause.partCount > 1 {
      return pick("splitst in \(cause.partCount) delen", "splits it into \(cause.partCount) parts")
    }
    return cause.nodesDown == 0
      ? pick("splitst niet", "does not split it")
      : pick("legt \(nodes(cause.nodesDown)) stil", "takes \(nodes(cause.nodesDown)) down")
  }

  /// The word for what a network hangs together by.
  func connection(_ role: ShapeRole) -> String {
    switch role {
    case .cutPoint: pick("zonder dit valt het uiteen", "without it the network falls apart")
    case .bridge: pick("brug: enige verbinding", "bridge: the only link")
    default: ""
    }
  }

  /// What a line of a network means.
  func joining(_ role: LineRole) -> String {
    switch role {
    case .joins: pick("verbinding", "link")
    case .cutOff: pick("verbinding weg: zelf of een einde uit", "link lost: itself or an end down")
    default: ""
    }
  }

  /// What an area is.
  func areaKey(ofParts: Bool) -> String {
    ofParts
      ? pick("vlak: deel dat nog één geheel is", "area: part that still hangs together")
      : pick(
        "vlak: blok, waarin niets alleen iets afsnijdt",
        "area: block, in which no single thing cuts anything off")
  }

  var linkKey: String { pick("rond: verbinding met naam", "rounded: link with a name") }

  /// That links are lines without a name.
  func namelessLinks(_ count: Int) -> String {
    pick(
      "\(self.count(count, .link)) als lijn zonder naam.",
      "\(self.count(count, .link)) drawn as \(count == 1 ? "a line" : "lines") without a name.")
  }

  /// Which network was chosen of several.
  func otherNetworks(_ chosen: String, _ others: [String]) -> String {
    let names =
      others.count > 4 ? pick("\(others.count) andere", "\(others.count) others") : list(others)
    return pick(
      "Getekend is \(chosen), het netwerk dat het meest te verliezen heeft; met --network ook \(names).",
      "Drawn is \(chosen), the network that has most to lose; with --network also \(names).")
  }

  /// What folding did to a network.
  var foldedNodes: String {
    pick(
      " van gelijke soort; een lijn van of naar een groep geldt voor ten minste één lid",
      " of equal kind; a line from or to a group holds for at least one member")
  }
}
