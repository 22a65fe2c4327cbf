@testable import DepGraph

/// A small model with everything that a report has to tell apart.
struct TestNetwork {
  let compiled: CompiledModel

  init() throws {
    compiled = try CompiledModel(ModelReader().read(text: Self.text, named: "net.yaml").model)
  }

  func blast(
    _ seeds: [String], after: TimeSpan? = nil, since: Instant? = nil
  ) throws
    -> BlastRadius
  {
    BlastRadius(.init(try compiled.seeds(seeds), after: after, since: since), in: compiled)
  }

  static let text = """
    depgraph: 1
    name: {nl: Proefnet, en: Test network}
    language: nl
    as-of: 2026-06-01
    basis: fictional
    marking: {class: ONGERUBRICEERD, tlp: GREEN}
    sources:
      - {id: memo, title: Nota, reference: V-1, date: 2026-01-01}
    parties:
      - {id: min, name: {nl: Ministerie van Voorbeeld, en: Ministry of Example}, role: [ministry]}
      - {id: dienst, name: {nl: Dienst A, en: Agency A}, parent: min}
      - {id: bedrijf, name: {nl: "Bedrijf B, zuid", en: "Company B, south"}, role: [supplier], products: unknown}
    contracts:
      - {id: sla, name: SLA kern, kind: sla, provider: bedrijf, customer: dienst, covers: [kern], targets: [{restore-within: 4h, nature: aim}, {restore-within: 2h}]}
    components:
      - {id: kern, name: {nl: Kern, en: Core}, kind: network-element, owner: bedrijf, checked: 2026-01-10}
      - {id: reserve, name: {nl: Reserve, en: Spare}, kind: network-element}
      - {id: accu, name: {nl: Telefonie, en: Telephony}, requires: [{ref: kern, holdup: 8h}]}
      - {id: loket, name: {nl: Loket, en: Desk}, kind: consumer, owner: dienst, sector: public-administration, requires: [kern], users: 1200}
      - {id: melding, name: {nl: Melding, en: Alerting}, kind: process, owner: min, sector: public-order, requires: [accu], rto: 4h, mtpd: 1d, impact: [{after: 1h, people: 500}, {after: 1d, people: 9000, economic: 2 M EUR}]}
      - {id: vermoed, name: {nl: Vermoed, en: Suspected}, kind: process, owner: bedrijf, requires: [{ref: kern, basis: assumed}]}
      - {id: dubbel, name: {nl: Dubbel, en: Double}, kind: consumer, owner: dienst, requires: [{any: [kern, reserve]}], users: 10}
      - {id: traag, name: {nl: Traag, en: Slow}, kind: consumer, owner: dienst, requires: [], degrades-without: [kern], users: 5}
      - {id: duister, name: {nl: Duister, en: Obscure}, kind: process, requires: unknown}
      - {id: los, name: {nl: Los, en: Loose}, kind: process, owner: dienst, requires: [], independent-of: [{ref: kern, source: memo}]}
      - {id: ver, name: {nl: Ver, en: Far}, kind: facility}
    """
}
