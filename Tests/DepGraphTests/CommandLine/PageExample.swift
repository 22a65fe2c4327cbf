import Foundation
import Testing

/// A page of the documentation as something to run: the files that it shows, and the commands with
/// what they print.
///
/// A block "```yaml file=NAME" is a file, "```yaml append=NAME" goes on with it; in a block
/// "```console" a line `$ …` is a command, followed by what it prints. A line `…` there stands for
/// any lines. "```console exit=2" says with which status the commands of the block end;
/// "```console extract" shows only some of the lines, of which layout and commas do not count, and
/// "```console with=guides/ColdStart.md" begins with the files of that page.
struct PageExample {
  /// A command of a page.
  struct Command {
    /// What the shell gets.
    var line: String
    /// What stands below it on the page.
    var expected: [String]
    /// The first line of the page below the command.
    let start: Int
    /// The status with which it has to end.
    let status: Int32
    /// Whether only some of the lines stand on the page.
    let isExtract: Bool
  }

  /// What a reader does who follows the page.
  enum Step {
    case write(name: String, text: String, appends: Bool)
    case run(Command)
    /// Has the files of another page as well.
    case borrow(page: String)
  }

  /// The line that stands for any lines.
  static let anyLines = "…"

  /// The lines of the page.
  let lines: [String]
  /// What to do, in order.
  private(set) var steps: [Step] = []

  /// Takes a page apart.
  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var next = 0
    while next < lines.count {
      let line = lines[next]
      next += 1
      guard line.hasPrefix("```"), line != "```" else { continue }
      let start = next
      while next < lines.count, lines[next] != "```" { next += 1 }
      readBlock(line.dropFirst(3).split(separator: " ").map(String.init), start..<next)
      next += 1
    }
  }

  /// The commands of the page.
  var commands: [Command] {
    steps.compactMap { step in
      guard case .run(let command) = step else { return nil }
      return command
    }
  }

  // MARK: - Reading

  private mutating func readBlock(_ words: [String], _ range: Range<Int>) {
    let value = { (key: String) -> String? in
      words.first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
    }
    if words.first == "console" {
      if let page = value("with") { steps.append(.borrow(page: page)) }
      let status = value("exit").flatMap { Int32($0) } ?? 0
      readCommands(range, status: status, isExtract: words.contains("extract"))
      return
    }
    let text = lines[range].map { $0 + "\n" }.joined()
    if let name = value("file") { steps.append(.write(name: name, text: text, appends: false)) }
    if let name = value("append") { steps.append(.write(name: name, text: text, appends: true)) }
  }

  private mutating func readCommands(_ range: Range<Int>, status: Int32, isExtract: Bool) {
    var next = range.lowerBound
    while next < range.upperBound {
      // What stands before the first command belongs to none, and nothing prints it.
      var line = ""
      if lines[next].hasPrefix("$ ") {
        line = String(lines[next].dropFirst(2))
        next += 1
      }
      while line.hasSuffix("\\"), next < range.upperBound {
        line += "\n" + lines[next]
        next += 1
      }
      let start = next
      while next < range.upperBound, !lines[next].hasPrefix("$ ") { next += 1 }
      let command = Command(
        line: line, expected: Array(lines[start..<next]), start: start, status: status,
        isExtract: isExtract)
      steps.append(.run(command))
    }
  }

  // MARK: - Comparing

  /// Whether a command printed what the page says of it.
  static func matches(_ printed: [String], _ command: Command) -> Bool {
    command.isExtract
      ? holds(printed, extract: command.expected)
      : matches(printed[...], command.expected[...])
  }

  /// Whether the lines of an extract occur in what was printed, in their order.
  ///
  /// Spaces, breaks of lines and commas between lines do not count, so that an extract of JSON may
  /// be set as it reads best; `…` inside a line stands for anything.
  static func holds(_ printed: [String], extract: [String]) -> Bool {
    let bare = { (text: String) in text.filter { !$0.isWhitespace } }
    var rest = Substring(bare(printed.joined()))
    for line in extract {
      var line = bare(line)
      while line.last == "," { line.removeLast() }
      // What only closes a bracket stands anywhere.
      guard line.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
      for piece in line.components(separatedBy: anyLines) where !piece.isEmpty {
        guard let found = rest.range(of: piece) else { return false }
        rest = rest[found.upperBound...]
      }
    }
    return true
  }

  /// Whether what was printed is what the page says.
  static func matches(_ printed: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return printed.isEmpty }
    if first == anyLines {
      let rest = expected.dropFirst()
      return (printed.startIndex...printed.endIndex).contains { matches(printed[$0...], rest) }
    }
    guard printed.first == first else { return false }
    return matches(printed.dropFirst(), expected.dropFirst())
  }

  /// What a command printed, as a page shows it: no spaces at the ends of lines, no empty lines at
  /// the end, messages last.
  ///
  /// Whether pandoc is installed is the machine's affair.
  static func shown(_ run: CommandRun) -> [String] {
    var lines = (run.output + run.errors).split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        var line = line
        while line.last == " " { line.removeLast() }
        return String(line)
      }
    lines.removeAll { $0.hasPrefix("depgraph: ") && $0.contains(" briefing.docx: pandoc ") }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// What is printed now where the page shows an excerpt, or nil where it cannot be found.
  ///
  /// Each piece goes from the line that it begins with to the line that it ends with; where that is
  /// gone, it has as many lines as before.
  static func excerpt(of printed: [String], like expected: [String]) -> [String]? {
    guard expected.contains(anyLines) else { return printed }
    var result: [String] = []
    var next = 0
    for piece in expected.split(separator: anyLines) {
      guard let first = piece.first, let last = piece.last,
        let start = printed[next...].firstIndex(of: first)
      else { return nil }
      let usual = min(start + piece.count, printed.count) - 1
      let end =
        printed[usual] == last ? usual : printed[start...].firstIndex(of: last) ?? usual
      if start > next { result.append(anyLines) }
      result += printed[start...end]
      next = end + 1
    }
    return next < printed.count ? result + [anyLines] : result
  }

  /// The page with other lines below some commands.
  func text(replacing changes: [(command: Command, lines: [String])]) -> String {
    var lines = lines
    for change in changes.reversed() {
      let end = change.command.start + change.command.expected.count
      lines.replaceSubrange(change.command.start..<end, with: change.lines)
    }
    return lines.joined(separator: "\n")
  }
}
