/// Why there is no picture.
public enum GraphvizError: Error, Sendable, Hashable {
  /// Graphviz is there but cannot do this: an engine or a format is missing.
  case unavailable(feature: String, messages: [String])
  /// The text is no graph in the DOT language.
  case badDOT(messages: [String])
  /// Graphviz reported errors; what it drew all the same is not what was asked for.
  case captured(messages: [String])
  /// The file that Graphviz wrote is not whole.
  case broken(format: ImageFormat, messages: [String])
  /// The finished picture cannot be written as another kind of file.
  case unconvertible(format: ImageFormat, messages: [String])
  /// Graphviz crashed.
  case crashed(signal: Int, standardError: String)
  /// The renderer process ended by itself without an answer, as Graphviz does in about thirty places.
  case noAnswer(exitStatus: Int, standardError: String)
  /// Graphviz did not finish in time, as it may with a small graph too.
  case timedOut(seconds: Double)
  /// Graphviz used more processor time or memory than it was given.
  case limitExceeded(Limit, standardError: String)
  /// The graph or the bitmap is larger than what is tried.
  case tooLarge(Size, limit: Int)
  /// Fonts that drawings use are not installed, nor others with the same widths.
  case missingFonts([String])
  /// The renderer process cannot be started, or not be spoken to.
  case cannotStart(path: String, errorNumber: Int)

  /// What a renderer process may run out of.
  public enum Limit: String, Sendable, Hashable, CaseIterable {
    /// Seconds of processor time.
    case processorTime
    /// Bytes of memory.
    case memory
  }

  /// What can be too large.
  public enum Size: Sendable, Hashable {
    /// The nodes of the graph, which decide how long a layout takes.
    case nodes(Int, engine: LayoutEngine)
    /// The longer side of a bitmap.
    case pixels(Int)
  }
}

// MARK: - Sentences

extension GraphvizError: CustomStringConvertible {
  /// What happened, in one sentence without a full stop at the end.
  public var description: String {
    switch self {
    case .unavailable(let feature, let messages):
      "Graphviz has no “\(feature)”" + Self.details(messages)
    case .missingFonts(let families):
      "no font stands in for \(families.joined(separator: ", ")): install fonts-liberation2 or the like"
    case .badDOT(let messages):
      "Graphviz cannot read the graph" + Self.details(messages)
    case .captured(let messages):
      "Graphviz reported errors" + Self.details(messages)
    case .broken(let format, let messages):
      "a broken \(format.rawValue.uppercased()) file was written" + Self.details(messages)
    case .unconvertible(let format, let messages):
      "the picture cannot be written as \(format.rawValue.uppercased())" + Self.details(messages)
    case .crashed(let signal, let text):
      "Graphviz crashed with signal \(signal)" + Self.details(Self.lines(text))
    case .noAnswer(let status, let text):
      "Graphviz gave up with exit status \(status)" + Self.details(Self.lines(text))
    case .timedOut(let seconds):
      "Graphviz did not finish within \(Self.number(seconds)) s"
    case .limitExceeded(.processorTime, _):
      "Graphviz used up its processor time"
    case .limitExceeded(.memory, _):
      "Graphviz used up its memory"
    case .tooLarge(.nodes(let count, let engine), let limit):
      "a drawing by \(engine.rawValue) has at most \(limit) nodes and this graph has \(count): "
        + "choose a part of it or draw groups"
    case .tooLarge(.pixels(let count), let limit):
      "a bitmap has at most \(limit) pixels a side and this one would have \(count): "
        + "choose a smaller width, SVG or PDF"
    case .cannotStart(let path, let number):
      "the renderer “\(path)” cannot be started (error \(number))"
    }
  }

  private static func details(_ messages: [String]) -> String {
    messages.isEmpty ? "" : ": " + messages.prefix(3).joined(separator: "; ")
  }

  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
  }
}
