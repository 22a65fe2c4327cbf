/// A model that was made from another program's files.
public struct ImportedModel: Hashable, Sendable {
  /// The model.
  public var model: Model
  /// What became of what.
  public var report: ImportReport
  /// What there is to remark on the files: double names, contradictions, what was not understood.
  public var warnings: [Diagnostic]

  /// Makes it.
  public init(model: Model, report: ImportReport, warnings: [Diagnostic] = []) {
    self.model = model
    self.report = report
    self.warnings = warnings
  }
}
