/// Models that keep a command busy.
enum SlowModels {
  /// One that takes a while to read: each component needs one before it.
  static func large(_ count: Int) -> [UInt8] {
    var text = "depgraph: 1\nbasis: fictional\ncomponents:\n"
    for number in 0..<count {
      text += "  - {id: c\(number), kind: process"
      if number > 0 { text += ", requires: [c\(number / 2)]" }
      text += "}\n"
    }
    return Array(text.utf8)
  }

  /// One in which searching sets of nine takes longer than anybody waits.
  static var endless: [UInt8] {
    var text = "depgraph: 1\nbasis: fictional\ncomponents:\n"
    for number in 0..<60 {
      let members = [1, 7, 19, 31].map { "s\((number * $0 + $0) % 60)" }.joined(separator: ", ")
      text += "  - {id: s\(number), kind: site}\n"
      text += "  - {id: u\(number), kind: process, requires: [{any: [\(members)]}]}\n"
    }
    return Array(text.utf8)
  }
}
