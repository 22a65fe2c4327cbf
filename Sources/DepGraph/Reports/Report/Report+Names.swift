extension Report {
  /// The most names that stand in a sentence; more of them become a list.
  static let mostNames = 8
}

extension Report.Item {
  /// A sentence that ends in names: in it where they are few, else a list under it.
  ///
  /// - Parameters:
  ///   - introduction: The beginning, up to a colon and a space.
  ///   - names: The names.
  ///   - phrases: The language.
  /// - Complexity: O(*n*) for *n* names.
  init(_ introduction: String, naming names: [String], _ phrases: Phrases) {
    guard names.count > Report.mostNames else {
      self.init(introduction + phrases.list(names) + ".")
      return
    }
    self.init(introduction.withoutLastSpace, names.map { Report.Item($0) })
  }
}

extension Report.Block {
  /// A paragraph that ends in names: in it where they are few, else a list after it.
  ///
  /// - Parameters:
  ///   - introduction: The beginning, up to a colon and a space.
  ///   - names: The names.
  ///   - phrases: The language.
  /// - Returns: One block, or two.
  /// - Complexity: O(*n*) for *n* names.
  static func naming(
    _ introduction: String, _ names: [String], _ phrases: Phrases
  ) -> [Report.Block] {
    names.count > Report.mostNames
      ? [.paragraph(introduction.withoutLastSpace), .list(names.map { Report.Item($0) })]
      : [.paragraph(introduction + phrases.list(names) + ".")]
  }
}

extension String {
  fileprivate var withoutLastSpace: String { last == " " ? String(dropLast()) : self }
}
