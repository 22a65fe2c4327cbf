/// Unpacks what was packed with DEFLATE, as members of archives and streams of PDF files are.
///
/// Peter Deutsch, *DEFLATE Compressed Data Format Specification version 1.3*, RFC 1951, 1996.
/// Written out here because the check for leaks must look inside such files wherever it runs, and
/// the program depends on no library that does it. Slow, plain, and bounded.
struct Inflate {
  /// The most that is unpacked: more is refused.
  static let greatestSize = 64 << 20

  /// Unpacks raw DEFLATE data.
  ///
  /// - Parameter bytes: The packed bytes; what follows the last block is left aside.
  /// - Returns: The unpacked bytes; nil where the data is damaged or becomes too large.
  /// - Complexity: O(*n*) for *n* unpacked bytes.
  static func raw(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var inflate = Inflate(bytes)
    return inflate.run() ? inflate.output : nil
  }

  /// Unpacks data with a zlib header (RFC 1950), as PDF and PNG hold it.
  ///
  /// - Complexity: O(*n*) for *n* unpacked bytes.
  static func zlib(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard bytes.count > 2, let first = bytes.first, first & 0x0F == 8 else { return nil }
    let second = bytes[bytes.startIndex + 1]
    guard (Int(first) * 256 + Int(second)) % 31 == 0, second & 0x20 == 0 else { return nil }
    return raw(bytes.dropFirst(2))
  }

  private let input: ArraySlice<UInt8>
  private var position: Int
  private var bits = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  private init(_ input: ArraySlice<UInt8>) {
    self.input = input
    position = input.startIndex
  }

  private mutating func run() -> Bool {
    while true {
      guard let isLast = take(1), let kind = take(2) else { return false }
      let isGood =
        switch kind {
        case 0: copyStored()
        case 1: unpack(Self.fixedLengths, Self.fixedDistances)
        case 2: unpackDynamic()
        default: false
        }
      guard isGood else { return false }
      if isLast == 1 { return true }
    }
  }

  // MARK: - Bits

  private mutating func take(_ count: Int) -> Int? {
    while bitCount < count {
      guard position < input.endIndex else { return nil }
      bits |= Int(input[position]) << bitCount
      position += 1
      bitCount += 8
    }
    let value = bits & ((1 << count) - 1)
    bits >>= count
    bitCount -= count
    return value
  }

  // MARK: - Codes

  /// A prefix code: how many codes there are of each length, and the symbols in order of code.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      for length in 1..<16 {
        symbols += lengths.indices.filter { lengths[$0] == length }
      }
    }
  }

  private static let fixedLengths = Code(
    lengths: Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
      + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8))
  private static let fixedDistances = Code(lengths: Array(repeating: 5, count: 30))

  private mutating func symbol(_ code: Code) -> Int? {
    var value = 0
    var first = 0
    var index = 0
    for length in 1..<16 {
      guard let bit = take(1) else { return nil }
      value |= bit
      let count = code.counts[length]
      if value - first < count { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return nil
  }

  // MARK: - Blocks

  private mutating func copyStored() -> Bool {
    bits = 0
    bitCount = 0
    guard position + 4 <= input.endIndex else { return false }
    let count = Int(input[position]) | Int(input[position + 1]) << 8
    position += 4
    guard position + count <= input.endIndex, output.count + count <= Self.greatestSize else {
      return false
    }
    output += input[position..<position + count]
    position += count
    return true
  }

  private static let order = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  private mutating func unpackDynamic() -> Bool {
    guard let literals = take(5), let distances = take(5), let codes = take(4) else { return false }
    var lengths = [Int](repeating: 0, count: 19)
    for place in 0..<codes + 4 {
      guard let length = take(3) else { return false }
      lengths[Self.order[place]] = length
    }
    let code = Code(lengths: lengths)
    var all: [Int] = []
    let wanted = literals + 257 + distances + 1
    while all.count < wanted {
      guard let symbol = symbol(code) else { return false }
      switch symbol {
      case ..<16: all.append(symbol)
      case 16:
        guard let last = all.last, let more = take(2) else { return false }
        all += Array(repeating: last, count: more + 3)
      case 17:
        guard let more = take(3) else { return false }
        all += Array(repeating: 0, count: more + 3)
      default:
        guard let more = take(7) else { return false }
        all += Array(repeating: 0, count: more + 11)
      }
    }
    guard all.count == wanted else { return false }
    return unpack(
      Code(lengths: Array(all[..<(literals + 257)])),
      Code(lengths: Array(all[(literals + 257)...])))
  }

  private static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBase = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1_025, 1_537,
    2_049, 3_073, 4_097, 6_145, 8_193, 12_289, 16_385, 24_577,
  ]

  private mutating func unpack(_ literals: Code, _ distances: Code) -> Bool {
    while true {
      guard let symbol = symbol(literals) else { return false }
      if symbol == 256 { return true }
      if symbol < 256 {
        guard output.count < Self.greatestSize else { return false }
        output.append(UInt8(symbol))
        continue
      }
      let row = symbol - 257
      guard row < Self.lengthBase.count, let more = take(Self.lengthBits[row]),
        let place = self.symbol(distances), place < Self.distanceBase.count,
        let further = take(place < 2 ? 0 : place / 2 - 1)
      else { return false }
      let count = Self.lengthBase[row] + more
      let distance = Self.distanceBase[place] + further
      guard distance <= output.count, output.count + count <= Self.greatestSize else {
        return false
      }
      for _ in 0..<count { output.append(output[output.count - distance]) }
    }
  }
}
