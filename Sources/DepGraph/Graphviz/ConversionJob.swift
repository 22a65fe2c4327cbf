/// A finished SVG picture to be written as PDF or PNG, and what the file says of itself.
///
/// The picture is all that is read: files and addresses that it names are not opened.
public struct ConversionJob: Sendable, Hashable {
  /// What a file says of itself where nobody sees it: the same on every day and machine.
  public struct Properties: Sendable, Hashable {
    /// The title: the headline.
    public var title: String
    /// Where it comes from: model, hash, date, version, options.
    public var stamp: String
    /// Who may see it.
    public var marking: String

    /// Makes properties.
    public init(title: String = "", stamp: String = "", marking: String = "") {
      self.title = title
      self.stamp = stamp
      self.marking = marking
    }
  }

  /// The picture.
  public var svg: String
  /// The kind of file.
  public var format: ImageFormat
  /// Its width in points.
  public var width: Double
  /// Its height in points.
  public var height: Double
  /// The width of a PNG in pixels.
  public var pixelWidth: Int
  /// What the file says of itself.
  public var properties: Properties

  /// The width of a PNG that nobody chose.
  public static let standardPixelWidth = 1_920
  /// The most pixels a side; above 32,767 cairo refuses, and nobody looks at half of it.
  public static let largestPixelCount = 16_384
  /// The longest side of a PDF page in points; readers refuse more.
  public static let longestPDFSide = 14_400.0

  /// Makes a job.
  public init(
    svg: String, format: ImageFormat, width: Double, height: Double,
    pixelWidth: Int = standardPixelWidth, properties: Properties = .init()
  ) {
    self.svg = svg
    self.format = format
    self.width = width
    self.height = height
    self.pixelWidth = pixelWidth
    self.properties = properties
  }

  /// The size of a bitmap in whole pixels, at least one a side.
  ///
  /// - Throws: `tooLarge` if it would have too many.
  var pixels: (width: Int, height: Int) {
    get throws(GraphvizError) {
      let across = max(pixelWidth, 1)
      let down = max((Double(across) * height / max(width, 1)).rounded(), 1)
      let longest = max(Double(across), down)
      guard longest <= Double(Self.largestPixelCount) else {
        throw .tooLarge(.pixels(Int(min(longest, 1e9))), limit: Self.largestPixelCount)
      }
      return (across, Int(down))
    }
  }

  /// The size of a PDF page in points.
  var pageSize: (width: Double, height: Double) {
    let scale = min(1, Self.longestPDFSide / max(width, height, 1))
    return (max(width * scale, 1), max(height * scale, 1))
  }
}
