/// The file that was read, as a source of facts in the model that is made of it.
struct ImportedSource {
  /// On what facts that the file states rest.
  let evidence: Evidence
  /// The source to declare; nil: facts of this basis need none.
  let declared: Source?

  /// Names the file as a source where its facts are public, which must have one.
  ///
  /// - Parameters:
  ///   - options: What is said of the source as a whole.
  ///   - report: The report, which names the files.
  ///   - names: The ids of the model.
  init(_ options: ImportOptions, _ report: ImportReport, _ names: inout ImportedNames) {
    guard options.basis == .public else {
      evidence = Evidence(options.basis)
      declared = nil
      return
    }
    let files = report.files.joined(separator: ", ")
    var source = Source(id: names.makeID(of: files, in: "source"))
    source.title = LocalizedText(files, in: options.language)
    source.date = options.asOf
    evidence = Evidence(.public, sources: [source.id])
    declared = source
  }
}
