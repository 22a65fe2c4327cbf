@testable import DepGraph

extension Model {
  /// The same with a source for every public fact, which every file wants.
  var namingSources: Model {
    var options = ImportOptions()
    options.basis = .public
    let report = ImportReport(format: "test", files: ["test"])
    return ImportedModel(model: self, report: report).namingItsSource(options).model
  }
}
