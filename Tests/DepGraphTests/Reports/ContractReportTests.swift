import DepGraph
import Testing

@Suite struct ContractReportTests {
  static let model = """
      - {id: router, kind: network-element, name: {nl: Kernrouter, en: Core router}, owner: us}
      - {id: a, kind: link, name: {nl: Lijn A, en: Line A}, ends: [router, desk], owner: us}
      - {id: b, kind: link, name: {nl: Lijn B, en: Line B}, ends: [router, desk], owner: us}
      - {id: site, kind: site, name: {nl: Gebouw, en: Building}}
      - id: desk
        kind: process
        name: {nl: Balie, en: Desk}
        requires: [router, site, {any: [a, b]}]
        rto: 6h
        restart: 30m
    """

  static let contracts = """
      - id: sla-routers
        kind: sla
        name: {nl: SLA routers, en: Router SLA}
        provider: firm
        customer: us
        covers: [router]
        targets: [{restore-within: 4h, nature: guaranteed, clock-from: report}]
        service-window: {days: mon-fri, from: "08:00", to: "17:00", zone: Europe/Amsterdam}
        valid: {from: 2024-01-01, until: 2026-09-30}
        notice: P3M
        exit-strategy: true
      - {id: ola, kind: ola, name: {nl: Interne afspraak, en: Internal agreement}, provider: us, customer: us, covers: router, targets: [{restore-within: 4h, nature: aim, clock-from: start}], backed-by: sla-routers}
      - {id: lines, kind: unknown, name: {nl: Afspraken over lijnen, en: Agreements on lines}, provider: firm, covers: unknown}
    """

  @Test(arguments: [Language.dutch, .english]) func theWholeReport(language: Language) throws {
    let reviewed = try ContractCase(Self.contracts, Self.model)
    let report = reviewed.review.report(in: reviewed.model.compiled, language: language)
    try GoldenText("Reports/contracts-\(language.rawValue).txt").expect(report.text())
  }
}
