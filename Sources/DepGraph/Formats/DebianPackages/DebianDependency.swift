/// One thing that a package depends on, of which any alternative will do.
struct DebianDependency: Hashable {
  /// The names of packages, real or virtual, in the order written.
  var alternatives: [String] = []
  /// How many of them are restricted to some versions.
  var versioned = 0
  /// How many of them are restricted to some architectures or build profiles.
  var qualified = 0

  /// What cannot be read: a part of the text.
  struct Flaw: Error {
    let part: String
  }

  /// The dependencies of a field: `a (>= 1.2) | b, c:any`.
  ///
  /// - Parameter text: The value of the field.
  /// - Returns: The dependencies in the order written.
  /// - Throws: ``Flaw`` where a part is none.
  /// - Complexity: O(*n*) for *n* characters.
  static func list(_ text: String) throws(Flaw) -> [DebianDependency] {
    var list: [DebianDependency] = []
    for clause in text.utf8.split(separator: UInt8(ascii: ",")) {
      guard clause.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      var dependency = DebianDependency()
      let parts = clause.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      for part in parts { try dependency.add(Array(part)) }
      list.append(dependency)
    }
    return list
  }

  private mutating func add(_ part: [UInt8]) throws(Flaw) {
    let flaw = Flaw(part: String(decoding: part, as: UTF8.self))
    var at = 0
    let skipSpaces = { while at < part.count, part[at] == 0x20 || part[at] == 0x09 { at += 1 } }
    skipSpaces()
    let start = at
    while at < part.count, Self.isOfName(part[at]) { at += 1 }
    let name = String(decoding: part[start..<at], as: UTF8.self)
    guard Self.isName(name) else { throw flaw }
    if at < part.count, part[at] == UInt8(ascii: ":") {
      repeat { at += 1 } while at < part.count && Self.isOfName(part[at])
      qualified += 1
    }
    skipSpaces()
    while at < part.count {
      let close: UInt8
      switch part[at] {
      case UInt8(ascii: "("):
        close = UInt8(ascii: ")")
        versioned += 1
      case UInt8(ascii: "["):
        close = UInt8(ascii: "]")
        qualified += 1
      case UInt8(ascii: "<"):
        close = UInt8(ascii: ">")
        qualified += 1
      default: throw flaw
      }
      guard let end = part[at...].firstIndex(of: close), end > at + 1 else { throw flaw }
      at = end + 1
      skipSpaces()
    }
    if !alternatives.contains(name) { alternatives.append(name) }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether a text is the name of a package.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 128 else { return false }
    let isStart = first != UInt8(ascii: "+") && first != UInt8(ascii: "-")
    return isStart && first != UInt8(ascii: ".") && text.utf8.allSatisfy(isOfName)
  }
}

/// A version of a package in Debian's order.
struct DebianVersion: Comparable {
  private let epoch: [UInt8]
  private let upstream: [UInt8]
  private let revision: [UInt8]

  /// Takes a version apart: `[epoch:]upstream[-revision]`.
  init(_ text: String) {
    var rest = Array(text.utf8)[...]
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      epoch = Array(rest[..<colon])
      rest = rest[(colon + 1)...]
    } else {
      epoch = []
    }
    if let hyphen = rest.lastIndex(of: UInt8(ascii: "-")) {
      upstream = Array(rest[..<hyphen])
      revision = Array(rest[(hyphen + 1)...])
    } else {
      upstream = Array(rest)
      revision = []
    }
  }

  /// By epoch, then upstream version, then revision.
  static func < (left: DebianVersion, right: DebianVersion) -> Bool { left.order(right) < 0 }

  /// Whether neither is the later one: `1.0` and `1.00` are the same version.
  static func == (left: DebianVersion, right: DebianVersion) -> Bool { left.order(right) == 0 }

  private func order(_ other: DebianVersion) -> Int {
    for (left, right) in [
      (epoch, other.epoch), (upstream, other.upstream), (revision, other.revision),
    ] {
      let order = Self.compare(left, right)
      if order != 0 { return order }
    }
    return 0
  }

  /// Compares by turns what is no digit, letter by letter, and digits, as numbers.
  private static func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var (at, other) = (0, 0)
    while at < left.count || other < right.count {
      while (at < left.count && !isDigit(left[at]))
        || (other < right.count && !isDigit(right[other]))
      {
        let (first, second) = (weight(left, at), weight(right, other))
        if first != second { return first < second ? -1 : 1 }
        at += 1
        other += 1
      }
      let (first, second) = (digits(left, &at), digits(right, &other))
      if first.count != second.count { return first.count < second.count ? -1 : 1 }
      for (one, two) in zip(first, second) where one != two { return one < two ? -1 : 1 }
    }
    return 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// A tilde comes before the end, letters before all else.
  private static func weight(_ bytes: [UInt8], _ at: Int) -> Int {
    guard at < bytes.count, !isDigit(bytes[at]) else { return 0 }
    let byte = bytes[at]
    if byte == UInt8(ascii: "~") { return -1 }
    let isLetter =
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    return isLetter ? Int(byte) : Int(byte) + 256
  }

  /// The digits at a position, without zeros before them.
  private static func digits(_ bytes: [UInt8], _ at: inout Int) -> ArraySlice<UInt8> {
    while at < bytes.count, bytes[at] == UInt8(ascii: "0") { at += 1 }
    let start = at
    while at < bytes.count, isDigit(bytes[at]) { at += 1 }
    return bytes[start..<at]
  }
}
