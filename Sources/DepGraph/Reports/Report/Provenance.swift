/// Where an answer comes from: model, date, age of its facts, who may see it.
///
/// It stands at the end of every report, so that a loose print can be traced.
struct Provenance {
  let names: DisplayNames
  let phrases: Phrases

  private var model: Model { names.compiled.model }

  /// The notes of an answer that rests on some components.
  ///
  /// - Complexity: O(*d*·*s*) for *d* elements and *s* sources.
  func blocks(decisive: [VertexID]) -> [Report.Block] {
    let lines = [ageLine(of: decisive), modelLine, markingLine(of: decisive)]
    return [
      .heading(phrases.provenanceTitle), .list(lines.compactMap(\.self).map { Report.Item($0) }),
    ]
  }

  private var modelLine: String {
    let fictional = model.basis == .fictional
    return phrases.modelLine(
      name: model.name?.text(in: phrases.language), asOf: model.asOf, basis: model.basis,
      components: model.components.count, digest: model.digest, isFictional: fictional)
  }

  /// The age of the oldest fact on which the answer rests: when it was last checked, else when its
  /// newest source appeared.
  func ageLine(of decisive: [VertexID]) -> String? {
    let components = decisive.compactMap(names.compiled.component)
    guard !components.isEmpty else { return nil }
    let dated = components.compactMap { component in
      component.checked.map { (date: $0, id: component.id, isChecked: true) }
        ?? newestSource(of: component).map { (date: $0, id: component.id, isChecked: false) }
    }
    let undated = components.count - dated.count
    guard let oldest = dated.min(by: { ($0.date, $0.id) < ($1.date, $1.id) }) else {
      return phrases.noFactIsDated
    }
    let age = model.asOf.map { $0.daysSinceEpoch - oldest.date.daysSinceEpoch }
    return phrases.oldestFact(
      names.named(oldest.id), date: oldest.date, isChecked: oldest.isChecked,
      age: age.flatMap { $0 > 0 ? $0 : nil }, undated: undated, of: components.count)
  }

  private func newestSource(of component: Component) -> CalendarDate? {
    component.evidence.sources.compactMap { id in
      model.sources.first { $0.id == id }?.date
    }.max()
  }

  /// The model's marking, and those of components in the answer that state another.
  private func markingLine(of decisive: [VertexID]) -> String? {
    let own = decisive.compactMap { names.compiled.component($0)?.marking }
      .filter { $0 != model.marking }.compactMap(phrases.line)
    let others = Set(own).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return phrases.markingLine(phrases.line(model.marking), components: others)
  }
}
