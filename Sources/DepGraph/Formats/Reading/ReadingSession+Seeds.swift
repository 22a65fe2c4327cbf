extension ReadingSession {
  /// Judges the selectors that were met, now that the whole model is known.
  ///
  /// - Complexity: O(*n* + *s*·log *n*) for *n* components and *s* selectors; a glob is O(*n*).
  func judgeSeeds(in model: Model) {
    guard index != nil, !pendingSeeds.isEmpty else { return }
    let names = SelectorNames(model)
    for seed in pendingSeeds {
      guard let flaw = names.flaw(in: index?.component(seed.text) ?? seed.text) else { continue }
      diagnostics.append(
        Diagnostic(
          .unknownReference, flaw.message, at: seed.place, id: seed.subject,
          hint: hint(for: flaw.wanted, among: flaw.known)))
    }
  }

  /// Warns of sources that nothing refers to.
  func reportUnusedSources(of model: Model) {
    for source in model.sources where !usedSources.contains(source.id) {
      diagnostics.append(
        Diagnostic(
          .unusedSource, "nothing refers to the source `\(source.id)`", at: source.place,
          id: source.id,
          hint: "refer to it, or leave it out; scenarios are not looked at"))
    }
  }
}
