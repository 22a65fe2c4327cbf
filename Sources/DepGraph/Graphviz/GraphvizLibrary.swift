import GraphvizShim

/// The linked Graphviz library: the one place that calls it.
///
/// The library keeps its state in globals, so no two calls may run at once; `InProcessRenderer` has
/// the lock and the renderer process has one thread. Nothing that a layout made is ever freed:
/// freeing is what crashes, with graphs as ordinary as labelled edges between two clusters.
enum GraphvizLibrary {
  /// Draws one job.
  ///
  /// - Throws: Every `GraphvizError` that does not need a process of its own.
  static func render(_ job: RenderJob) throws(GraphvizError) -> Rendering {
    let graph = try unsafe parse(job.dot)
    let nodeCount = unsafe gvs_node_count(graph)
    guard nodeCount <= job.engine.largestNodeCount else {
      throw .tooLarge(
        .nodes(nodeCount, engine: job.engine), limit: job.engine.largestNodeCount)
    }
    let laidOut = unsafe gvs_layout(graph, job.engine.rawValue) == 0
    try check(laidOut, feature: job.engine.rawValue)

    let (width, height) = unsafe size(of: graph)
    return Rendering(
      bytes: try unsafe draw(graph), width: width, height: height, warnings: messages().all,
      libraryVersion: unsafe String(cString: gvs_version()))
  }

  /// What a text in DOT says, as the rows that `GraphRows` reads.
  ///
  /// - Throws: Every `GraphvizError` that does not need a process of its own.
  static func rows(of dot: String) throws(GraphvizError) -> Rendering {
    let graph = try unsafe parse(dot)
    let warnings = messages().all
    var length = 0
    guard let start = unsafe gvs_rows(graph, &length) else {
      throw .captured(messages: ["out of memory"])
    }
    let bytes = unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: length))
    return Rendering(
      bytes: bytes, width: 0, height: 0, warnings: warnings,
      libraryVersion: unsafe String(cString: gvs_version()))
  }

  // MARK: - Steps

  private static func parse(_ dot: String) throws(GraphvizError) -> OpaquePointer {
    guard !dot.utf8.contains(0) else { throw .badDOT(messages: ["the text has a NUL character"]) }
    let graph = unsafe gvs_parse(dot)
    let messages = messages()
    guard let graph = unsafe graph, messages.errors.isEmpty else {
      throw .badDOT(messages: messages.all)
    }
    return unsafe graph
  }

  private static func size(of graph: OpaquePointer) -> (width: Double, height: Double) {
    var corners: [4 of Double] = [0, 0, 0, 0]
    unsafe withUnsafeMutableBytes(of: &corners) { raw in
      unsafe gvs_bounding_box(graph, raw.assumingMemoryBound(to: Double.self).baseAddress)
    }
    return (corners[2] - corners[0], corners[3] - corners[1])
  }

  private static func draw(_ graph: OpaquePointer) throws(GraphvizError) -> [UInt8] {
    let format = ImageFormat.svg
    var start: UnsafeMutablePointer<CChar>?
    var count = 0
    let drawn = unsafe gvs_render(graph, format.rawValue, &start, &count) == 0
    let bytes = unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    if unsafe start != nil { unsafe gvs_free_bytes(start) }
    try check(drawn, feature: format.rawValue)
    guard format.isWhole(bytes) else { throw .broken(format: format, messages: messages().all) }
    return bytes
  }

  // A step that says it went well may have left an error: a bad label silently becomes a name.
  private static func check(_ succeeded: Bool, feature: String) throws(GraphvizError) {
    let messages = messages()
    if messages.errors.contains(where: { $0.contains("not recognized") }) || messages.hasNoPlugin {
      throw .unavailable(feature: feature, messages: messages.all)
    }
    guard succeeded, messages.errors.isEmpty else { throw .captured(messages: messages.all) }
  }

  private static func messages() -> LibraryMessages {
    LibraryMessages(unsafe String(cString: gvs_messages()))
  }
}

/// What the library said, one message each, with its continuation lines.
struct LibraryMessages: Equatable {
  /// All of them, without "Error: " and "Warning: ".
  private(set) var all: [String] = []
  /// The errors alone.
  private(set) var errors: [String] = []

  /// Whether a part of Graphviz is not installed, which it calls a warning.
  var hasNoPlugin: Bool { all.contains { $0.contains("Could not load") } }

  /// Splits a text in which every message begins a line.
  init(_ text: String) {
    var isError = false
    for line in text.split(whereSeparator: \.isNewline) {
      if let message = line.removingPrefix("Error: ") {
        isError = true
        errors.append(message)
        all.append(message)
      } else if let message = line.removingPrefix("Warning: ") {
        isError = false
        all.append(message)
      } else if all.isEmpty {
        all.append(String(line))
      } else {
        all[all.count - 1] += " " + line
        if isError { errors[errors.count - 1] += " " + line }
      }
    }
  }
}

extension Substring {
  fileprivate func removingPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}

extension ImageFormat {
  /// Whether a file ends as its kind must; a writer that ran out of memory just stops.
  func isWhole(_ bytes: [UInt8]) -> Bool {
    let tail = bytes.suffix(16)
    return switch self {
    case .svg: String(decoding: tail, as: UTF8.self).hasSuffix("</svg>\n")
    case .pdf: String(decoding: tail, as: UTF8.self).hasSuffix("%%EOF\n")
    case .png: tail.dropLast(4).suffix(4).elementsEqual("IEND".utf8)
    }
  }
}
