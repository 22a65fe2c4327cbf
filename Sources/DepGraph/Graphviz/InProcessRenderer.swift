import Synchronization

/// A renderer that calls Graphviz in this process: the quickest, and the one that can end it.
///
/// For programs that have no `depgraph` command to start. Graphviz aborts the process on some legal
/// graphs (equal ranks in clusters), never comes back from others, and cannot be stopped. One lock
/// serves the whole process, since two threads crash even with contexts of their own. Layouts are
/// leaked on purpose, about 200 KB for a picture of 30 nodes, because freeing them crashes too. What
/// libraries complain of on standard error goes unseen.
public struct InProcessRenderer: DiagramRenderer {
  private static let lock = Mutex(())

  /// Makes a renderer; all of them share one lock.
  public init() {}

  /// Draws one picture, after those that other threads are drawing.
  ///
  /// - Complexity: Graphviz's, without any limit.
  /// - Parameter job: What to draw.
  /// - Returns: The picture.
  /// - Throws: Why there is none.
  public func render(_ job: RenderJob) throws(GraphvizError) -> Rendering {
    try Self.lock.withLock { _ throws(GraphvizError) in try GraphvizLibrary.render(job) }
  }

  /// Writes one finished picture as another kind of file, after those that other threads are drawing.
  ///
  /// - Complexity: O(*n* + *p*) for *n* bytes of SVG and *p* pixels.
  /// - Parameter job: What to write.
  /// - Returns: The file.
  /// - Throws: Why there is none.
  public func convert(_ job: ConversionJob) throws(GraphvizError) -> Rendering {
    try Self.lock.withLock { _ throws(GraphvizError) in try SVGLibrary.convert(job) }
  }
}
