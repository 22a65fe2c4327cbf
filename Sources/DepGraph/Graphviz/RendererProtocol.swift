/// What is written to a renderer process for one job: a line of words, then texts of the lengths that
/// the line names.
struct RendererRequest: Equatable {
  /// What a process can be asked.
  enum Job: Equatable {
    case drawing(RenderJob)
    case conversion(ConversionJob)
    /// To tell what a text in DOT says, as rows.
    case reading(dot: String)
  }

  /// What to do.
  var job: Job
  /// The seconds of processor time that the process may use for it.
  var processorSeconds: Int
  /// The bytes of memory that the process may use.
  var memoryBytes: Int

  private static let greeting = "depgraph-render 2"

  /// The bytes to write.
  var encoded: [UInt8] {
    let (words, texts): ([String], [String]) =
      switch job {
      case .drawing(let job): (["draw", job.engine.rawValue], [job.dot])
      case .conversion(let job):
        (
          ["convert", "\(job.format.rawValue),\(job.width),\(job.height),\(job.pixelWidth)"],
          [job.svg, job.properties.title, job.properties.stamp, job.properties.marking]
        )
      case .reading(let dot): (["read", "dot"], [dot])
      }
    let lengths = texts.map { String($0.utf8.count) }.joined(separator: ",")
    let head = [Self.greeting] + words + [String(processorSeconds), String(memoryBytes), lengths]
    return texts.reduce(into: Array((head.joined(separator: " ") + "\n").utf8)) { $0 += $1.utf8 }
  }

  /// The first line of a request, from which the lengths of its texts are known.
  struct Head {
    fileprivate let words: [String]
    /// The lengths of the texts.
    let lengths: [Int]

    /// Reads a line without its end, or nothing if it is none.
    init?(_ line: some Sequence<UInt8>) {
      words = String(decoding: Array(line), as: UTF8.self).split(separator: " ").map(String.init)
      guard words.count == 7, words[0...1].joined(separator: " ") == RendererRequest.greeting else {
        return nil
      }
      lengths = words[6].split(separator: ",").compactMap { Int($0) }
      guard lengths.allSatisfy({ $0 >= 0 }) else { return nil }
    }
  }
}

extension RendererRequest {
  /// Makes a request of its parts, or nothing if they do not belong together.
  init?(_ head: Head, _ texts: [String]) {
    guard let processorSeconds = Int(head.words[4]), let memoryBytes = Int(head.words[5]),
      let job = Self.job(head.words[2], head.words[3], texts)
    else { return nil }
    (self.job, self.processorSeconds, self.memoryBytes) = (job, processorSeconds, memoryBytes)
  }

  private static func job(_ kind: String, _ what: String, _ texts: [String]) -> Job? {
    switch (kind, texts.count) {
    case ("draw", 1):
      return LayoutEngine(rawValue: what).map { .drawing(RenderJob(dot: texts[0], engine: $0)) }
    case ("read", 1): return .reading(dot: texts[0])
    case ("convert", 4):
      let words = what.split(separator: ",").map(String.init)
      guard words.count == 4, let format = ImageFormat(rawValue: words[0]),
        let width = Double(words[1]), let height = Double(words[2]), let pixels = Int(words[3])
      else { return nil }
      return .conversion(
        ConversionJob(
          svg: texts[0], format: format, width: width, height: height, pixelWidth: pixels,
          properties: .init(title: texts[1], stamp: texts[2], marking: texts[3])))
    default: return nil
    }
  }

  /// Reads a request that is all there, or nothing if it is none.
  init?(_ bytes: [UInt8]) {
    guard let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")), let head = Head(bytes[..<lineEnd])
    else { return nil }
    var rest = bytes[(lineEnd + 1)...]
    var texts: [String] = []
    for length in head.lengths {
      guard rest.count >= length else { return nil }
      texts.append(String(decoding: rest.prefix(length), as: UTF8.self))
      rest = rest.dropFirst(length)
    }
    guard rest.isEmpty else { return nil }
    self.init(head, texts)
  }
}

/// What a renderer process answers: a line of words, then texts, then the picture.
///
/// Only what the process can know about itself is an answer: that it crashed or was killed is seen
/// from outside.
struct RendererAnswer: Equatable {
  /// The picture, or why there is none.
  var result: Result<Rendering, GraphvizError>

  private static let greeting = "depgraph-rendering 2"

  /// The exit status that goes with the answer, for those who run the process by hand.
  var exitStatus: Int32 {
    switch result {
    case .success: 0
    case .failure(.badDOT): 65
    case .failure(.unavailable): 69
    case .failure(.tooLarge): 75
    case .failure: 70
    }
  }

  // MARK: - Writing

  /// The bytes to write.
  var encoded: [UInt8] {
    switch result {
    case .success(let drawn):
      Self.frame(
        "drawn", [drawn.width, drawn.height], [drawn.libraryVersion] + drawn.warnings,
        drawn.bytes)
    case .failure(.unavailable(let feature, let messages)):
      Self.frame("unavailable", [], [feature] + messages)
    case .failure(.badDOT(let messages)):
      Self.frame("bad-dot", [], messages)
    case .failure(.broken(let format, let messages)):
      Self.frame("broken", [], [format.rawValue] + messages)
    case .failure(.unconvertible(let format, let messages)):
      Self.frame("unconvertible", [], [format.rawValue] + messages)
    case .failure(.tooLarge(.nodes(let count, let engine), let limit)):
      Self.frame("nodes", [Double(count), Double(limit)], [engine.rawValue])
    case .failure(.tooLarge(.pixels(let count), let limit)):
      Self.frame("pixels", [Double(count), Double(limit)], [])
    case .failure(.captured(let messages)):
      Self.frame("captured", [], messages)
    case .failure(let other):
      Self.frame("captured", [], [other.description])
    }
  }

  private static func frame(
    _ kind: String, _ numbers: [Double], _ texts: [String], _ bytes: [UInt8] = []
  ) -> [UInt8] {
    let lines = texts.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n" }
    let text = lines.joined()
    let numbers = numbers.isEmpty ? "-" : numbers.map { "\($0)" }.joined(separator: ",")
    let header = "\(greeting) \(kind) \(numbers) \(text.utf8.count) \(bytes.count)\n"
    return Array(header.utf8) + Array(text.utf8) + bytes
  }
}

// MARK: - Reading

extension RendererAnswer {
  /// The first line of an answer.
  private struct Head {
    var kind: String
    var numbers: [Double]
    var textLength: Int
    var byteCount: Int
    /// What stands after it.
    var rest: ArraySlice<UInt8>

    init?(_ bytes: [UInt8]) {
      var rest = bytes[...]
      guard let words = RendererAnswer.takeLine(from: &rest)?.split(separator: " "),
        words.count == 6, words[0...1].joined(separator: " ") == RendererAnswer.greeting,
        let textLength = Int(words[4]), let byteCount = Int(words[5]), textLength >= 0,
        byteCount >= 0
      else { return nil }
      kind = String(words[2])
      numbers = words[3].split(separator: ",").compactMap { Double($0) }
      (self.textLength, self.byteCount, self.rest) = (textLength, byteCount, rest)
    }
  }

  /// Whether an answer is all there.
  ///
  /// - Complexity: O(1) once the first line is there.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    guard let head = Head(bytes) else { return false }
    // No sum of the two: whoever answers may state lengths that no number holds.
    return head.rest.count - head.textLength >= head.byteCount
  }

  /// Reads an answer, or nothing if it is none or is cut off.
  init?(_ bytes: [UInt8]) {
    guard let head = Head(bytes), head.rest.count - head.textLength == head.byteCount else {
      return nil
    }
    var texts: [String] = []
    var lines = head.rest.prefix(head.textLength)
    while let line = Self.takeLine(from: &lines) { texts.append(line) }
    let file = Array(head.rest.dropFirst(head.textLength))
    guard lines.isEmpty, let result = Self.result(head.kind, head.numbers, texts, file) else {
      return nil
    }
    self.result = result
  }

  private static func takeLine(from rest: inout ArraySlice<UInt8>) -> String? {
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  private static func result(
    _ kind: String, _ numbers: [Double], _ texts: [String], _ bytes: [UInt8]
  ) -> Result<Rendering, GraphvizError>? {
    let others = Array(texts.dropFirst())
    switch (kind, numbers.count, texts.first) {
    case ("drawn", 2, let version?):
      return .success(
        Rendering(
          bytes: bytes, width: numbers[0], height: numbers[1], warnings: others,
          libraryVersion: version))
    case ("unconvertible", 0, let format?):
      return ImageFormat(rawValue: format).map {
        .failure(.unconvertible(format: $0, messages: others))
      }
    case ("unavailable", 0, let feature?):
      return .failure(.unavailable(feature: feature, messages: others))
    case ("broken", 0, let format?):
      return ImageFormat(rawValue: format).map { .failure(.broken(format: $0, messages: others)) }
    case ("bad-dot", 0, _): return .failure(.badDOT(messages: texts))
    case ("captured", 0, _): return .failure(.captured(messages: texts))
    case ("nodes", 2, let engine?):
      guard let engine = LayoutEngine(rawValue: engine), let count = Int(exactly: numbers[0]),
        let limit = Int(exactly: numbers[1])
      else { return nil }
      return .failure(.tooLarge(.nodes(count, engine: engine), limit: limit))
    case ("pixels", 2, _):
      guard let count = Int(exactly: numbers[0]), let limit = Int(exactly: numbers[1]) else {
        return nil
      }
      return .failure(.tooLarge(.pixels(count), limit: limit))
    default: return nil
    }
  }
}
