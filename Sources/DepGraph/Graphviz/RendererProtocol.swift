/// What is written to a renderer process: a line of words, then the DOT text.
struct RendererRequest: Equatable {
  /// What to draw.
  var job: RenderJob
  /// The seconds of processor time that the process may use.
  var processorSeconds: Int
  /// The bytes of memory that the process may use.
  var memoryBytes: Int

  private static let greeting = "depgraph-render 1"

  /// The bytes to write.
  var encoded: [UInt8] {
    let words: [String] = [
      Self.greeting, job.engine.rawValue, job.format.rawValue, job.page?.rawValue ?? "-",
      job.pixelWidth.map(String.init) ?? "-", String(processorSeconds), String(memoryBytes),
    ]
    return Array((words.joined(separator: " ") + "\n").utf8) + Array(job.dot.utf8)
  }
}

extension RendererRequest {
  /// Reads a request, or nothing if it is none.
  init?(_ bytes: [UInt8]) {
    guard let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let words = String(decoding: bytes[..<lineEnd], as: UTF8.self).split(separator: " ")
    guard words.count == 8, words[0...1].joined(separator: " ") == Self.greeting,
      let engine = LayoutEngine(rawValue: String(words[2])),
      let format = ImageFormat(rawValue: String(words[3])),
      let processorSeconds = Int(words[6]), let memoryBytes = Int(words[7])
    else { return nil }
    job = RenderJob(
      dot: String(decoding: bytes[(lineEnd + 1)...], as: UTF8.self), engine: engine, format: format,
      page: PageShape(rawValue: String(words[4])), pixelWidth: Int(words[5]))
    self.processorSeconds = processorSeconds
    self.memoryBytes = memoryBytes
  }
}

/// What a renderer process answers: a line of words, then texts, then the picture.
///
/// Only what the process can know about itself is an answer: that it crashed or was killed is seen
/// from outside.
struct RendererAnswer: Equatable {
  /// The picture, or why there is none.
  var result: Result<Rendering, GraphvizError>

  private static let greeting = "depgraph-rendering 1"

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
        "drawn", [drawn.width, drawn.height, drawn.scale], [drawn.graphvizVersion] + drawn.warnings,
        drawn.bytes)
    case .failure(.unavailable(let feature, let messages)):
      Self.frame("unavailable", [], [feature] + messages)
    case .failure(.badDOT(let messages)):
      Self.frame("bad-dot", [], messages)
    case .failure(.broken(let format, let messages)):
      Self.frame("broken", [], [format.rawValue] + messages)
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
    let numbers = numbers.isEmpty ? "-" : numbers.map { "\($0)" }.joined(separator: ",")
    let header = "\(greeting) \(kind) \(numbers) \(lines.count) \(bytes.count)\n"
    return Array(header.utf8) + Array(lines.joined().utf8) + bytes
  }
}

// MARK: - Reading

extension RendererAnswer {
  /// Reads an answer, or nothing if it is none or is cut off.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    guard let words = Self.takeLine(from: &rest)?.split(separator: " "), words.count == 6,
      words[0...1].joined(separator: " ") == Self.greeting,
      let textCount = Int(words[4]), let byteCount = Int(words[5])
    else { return nil }
    var texts: [String] = []
    for _ in 0..<max(textCount, 0) {
      guard let text = Self.takeLine(from: &rest) else { return nil }
      texts.append(text)
    }
    guard rest.count == byteCount else { return nil }
    let numbers = words[3].split(separator: ",").compactMap { Double($0) }
    guard let result = Self.result(String(words[2]), numbers, texts, Array(rest)) else {
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
    case ("drawn", 3, let version?):
      return .success(
        Rendering(
          bytes: bytes, width: numbers[0], height: numbers[1], scale: numbers[2], warnings: others,
          graphvizVersion: version))
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
