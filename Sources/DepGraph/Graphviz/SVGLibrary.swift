import RsvgShim

/// The linked librsvg: the one place that calls it.
///
/// It is given no base address, so that it opens no file and no address that a picture names.
enum SVGLibrary {
  /// The version that is linked.
  static var version: String { unsafe String(cString: rvs_version()) }

  /// Writes one picture as another kind of file.
  ///
  /// - Throws: `tooLarge`, or `unconvertible` with librsvg's reason.
  static func convert(_ job: ConversionJob) throws(GraphvizError) -> Rendering {
    let bytes: [UInt8]
    switch job.format {
    case .svg: bytes = Array(job.svg.utf8)
    case .pdf: bytes = try pdf(job)
    case .png: bytes = PNGText.added(to: try png(job), job.properties)
    }
    return Rendering(
      bytes: bytes, width: job.width, height: job.height, warnings: [],
      libraryVersion: "librsvg \(version)")
  }

  private static func pdf(_ job: ConversionJob) throws(GraphvizError) -> [UInt8] {
    let (width, height) = job.pageSize
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0
    let (svg, properties) = (job.svg, job.properties)
    let status = unsafe properties.title.withCString { title in
      unsafe properties.stamp.withCString { stamp in
        unsafe properties.marking.withCString { marking in
          unsafe "DepGraph".withCString { creator in
            var page = unsafe rvs_page(
              width: width, height: height, title: title, subject: stamp, keywords: marking,
              creator: creator)
            return unsafe rvs_pdf(svg, svg.utf8.count, &page, &start, &count)
          }
        }
      }
    }
    return try unsafe bytes(of: job.format, status, start, count)
  }

  private static func png(_ job: ConversionJob) throws(GraphvizError) -> [UInt8] {
    let (width, height) = try job.pixels
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = unsafe rvs_png(
      job.svg, job.svg.utf8.count, Int32(width), Int32(height), &start, &count)
    return try unsafe bytes(of: job.format, status, start, count)
  }

  private static func bytes(
    of format: ImageFormat, _ status: Int32, _ start: UnsafeMutablePointer<UInt8>?, _ count: Int
  ) throws(GraphvizError) -> [UInt8] {
    guard status == 0 else {
      let reason = unsafe String(cString: rvs_message())
      throw .unconvertible(format: format, messages: [reason])
    }
    let bytes = unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    unsafe rvs_free(start)
    guard format.isWhole(bytes) else { throw .broken(format: format, messages: []) }
    return bytes
  }
}
