/// One line of a calendar, folded lines put together: `NAME;PARAMETER=value:value` (RFC 5545, 3.1).
struct CalendarLine {
  /// The name, in capitals.
  let name: String
  /// The parameters by their names in capitals, quotes taken off.
  let parameters: [String: String]
  /// What stands after the colon.
  let value: String
  /// Where the line begins.
  let place: SourcePlace
  /// Where the value begins.
  let valuePlace: SourcePlace

  /// The values between commas, escapes taken out (3.3.11).
  var texts: [String] {
    var texts: [String] = []
    var current = ""
    var isEscaped = false
    for character in value {
      if isEscaped {
        current.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "," {
        texts.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    return (texts + [current]).map(\.trimmed)
  }

  /// The value as one text: a comma that should have been escaped is taken as it stands.
  var text: String { texts.joined(separator: ", ") }

  init?(_ raw: UnfoldedLine, report: (DiagnosticCode, String, SourcePlace) -> Void) {
    guard let whole = String(validating: raw.bytes, as: UTF8.self) else {
      report(.notText, "this line is no UTF-8", raw.place(ofByte: 0))
      return nil
    }
    var rest = Substring(whole)
    let name = rest.prefix { $0 != ";" && $0 != ":" }
    rest = rest.dropFirst(name.count)
    var parameters: [String: String] = [:]
    while rest.first == ";" {
      rest.removeFirst()
      let key = rest.prefix { $0 != "=" && $0 != ":" && $0 != ";" }
      rest = rest.dropFirst(key.count)
      var value = ""
      if rest.first == "=" {
        rest.removeFirst()
        var isQuoted = false
        while let next = rest.first, isQuoted || (next != ";" && next != ":") {
          if next == "\"" { isQuoted.toggle() } else { value.append(next) }
          rest.removeFirst()
        }
      }
      parameters[key.uppercased()] = value
    }
    let isName = name.unicodeScalars.allSatisfy {
      $0 == "-" || ($0.isASCII && $0.properties.isAlphabetic) || ("0"..."9").contains($0)
    }
    guard rest.first == ":", !name.isEmpty, isName else {
      report(
        .badValue, "a line of a calendar is `NAME:value`; this is none", raw.place(ofByte: 0))
      return nil
    }
    rest.removeFirst()
    self.name = name.uppercased()
    self.parameters = parameters
    value = String(rest)
    place = raw.place(ofByte: 0)
    valuePlace = raw.place(ofByte: raw.bytes.count - rest.utf8.count)
  }
}

/// The bytes of one line of a calendar, with where each piece of it stood in the file.
///
/// Lines are put together as bytes: they may be folded inside a character.
struct UnfoldedLine {
  fileprivate(set) var bytes: [UInt8] = []
  /// For each physical line the first byte of it here, its number, and what stood before it there.
  private var pieces: [(first: Int, line: Int, before: Int)] = []
  private let file: String

  fileprivate init(file: String) { self.file = file }

  fileprivate mutating func add(_ more: ArraySlice<UInt8>, line: Int, before: Int) {
    pieces.append((bytes.count, line, before))
    bytes.append(contentsOf: more)
  }

  /// The place of a byte in the file; columns count characters.
  func place(ofByte offset: Int) -> SourcePlace {
    guard let piece = pieces.last(where: { $0.first <= offset }) else {
      return SourcePlace(file: file, line: 1, column: 1)
    }
    let column = bytes[piece.first..<min(offset, bytes.count)].count { $0 & 0xC0 != 0x80 }
    return SourcePlace(file: file, line: piece.line, column: piece.before + column + 1)
  }

  /// The most bytes of a line, put together.
  static let greatestLength = 100_000
  /// The most lines of a file.
  private static let mostLines = 500_000

  /// All lines of a file, folded ones put together, empty ones left out.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func all(
    of file: InputFile, report: (DiagnosticCode, String, SourcePlace) -> Void
  ) -> [UnfoldedLine] {
    var bytes = file.bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var lines: [UnfoldedLine] = []
    var number = 0
    var isTooLong = false
    while !bytes.isEmpty {
      number += 1
      let end = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
      let physical = bytes[bytes.startIndex..<end]
      var next = end
      if next < bytes.endIndex {
        next += bytes[end] == 0x0D && end + 1 < bytes.endIndex && bytes[end + 1] == 0x0A ? 2 : 1
      }
      bytes = bytes[next...]
      let isFolded = physical.first == 0x20 || physical.first == 0x09
      let more = isFolded ? physical.dropFirst() : physical
      if isFolded, let last = lines.indices.last {
        if lines[last].bytes.count + more.count > greatestLength {
          if !isTooLong {
            report(
              .tooLarge, "a line of a calendar has at most \(greatestLength) bytes",
              lines[last].place(ofByte: 0))
          }
          isTooLong = true
        } else {
          lines[last].add(more, line: number, before: 1)
        }
        continue
      }
      isTooLong = false
      if more.isEmpty { continue }
      guard lines.count < mostLines else {
        report(
          .tooLarge, "a calendar has at most \(mostLines) lines",
          SourcePlace(file: file.name, line: number, column: 1))
        break
      }
      var line = UnfoldedLine(file: file.name)
      line.add(more.prefix(greatestLength), line: number, before: 0)
      if more.count > greatestLength {
        isTooLong = true
        report(
          .tooLarge, "a line of a calendar has at most \(greatestLength) bytes",
          line.place(ofByte: 0))
      }
      lines.append(line)
    }
    return lines
  }
}
