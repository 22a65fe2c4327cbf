import Foundation

/// A random model in layers: each vertex needs groups of vertices of the layers below.
///
/// Six groups in ten are a single requirement, the rest one of two, two of three or three of five.
/// Members come mostly from the layer just below, and some are written far more often than others.
/// Numbers are shuffled, so that no order in memory helps anyone.
struct LayeredServices {
  private static let layerCount = 24

  private var random: SplitMix64
  private let layerSize: Int
  private let numbers: [Int]

  init(memberCount: Int, seed: UInt64) {
    random = SplitMix64(state: seed)
    layerSize = max(8, memberCount / 4 / LayeredServices.layerCount)
    numbers = Array(0..<layerSize * LayeredServices.layerCount).shuffled(using: &random)
  }

  /// Writes `STEM.rg` and `STEM.rg.meta`, as `RequirementGroups` reads them.
  mutating func write(memberCount: Int, stem: String) throws {
    var text: [UInt8] = []
    var written = 0
    let heads = layerSize..<numbers.count
    for head in heads {
      // Members are spread evenly: so many are due when this vertex is done.
      let due = memberCount * (head + 1 - heads.lowerBound) / heads.count
      var wanted = max(1, due - written)
      while wanted > 0 {
        let (size, needed) = shape()
        let members = pickMembers(size, below: head / layerSize)
        let fields = [numbers[head], needed] + members
        text.append(contentsOf: fields.map(String.init).joined(separator: " ").utf8)
        text.append(UInt8(ascii: "\n"))
        written += size
        wanted -= size
      }
    }
    try Data(text).write(to: URL(filePath: stem + ".rg"))
    try Data("\(numbers.count) \(written) 1\n".utf8).write(to: URL(filePath: stem + ".rg.meta"))
  }

  private mutating func shape() -> (size: Int, needed: Int) {
    switch Double.random(in: 0..<1, using: &random) {
    case ..<0.6: (1, 1)
    case ..<0.85: (2, 1)
    case ..<0.95: (3, 2)
    default: (5, 3)
    }
  }

  private mutating func pickMembers(_ size: Int, below layer: Int) -> [Int] {
    var members: [Int] = []
    while members.count < size {
      let isNear = Double.random(in: 0..<1, using: &random) < 0.8
      let from = isNear ? layer - 1 : Int.random(in: 0..<layer, using: &random)
      let skew = Double.random(in: 0..<1, using: &random)
      let member = numbers[from * layerSize + Int(skew * skew * Double(layerSize))]
      if !members.contains(member) { members.append(member) }
    }
    return members
  }
}

/// Random numbers that are the same everywhere for the same seed.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    defer { state &+= 0x9E37_79B9_7F4A_7C15 }
    return SplitMix64.mix(state)
  }

  /// One step from a given state.
  static func mix(_ state: UInt64) -> UInt64 {
    var word = state &+ 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
