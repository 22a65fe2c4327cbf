/// The rules `uncovered` and `no-owner`: what stops users alone, with no agreement or nobody for it.
struct UncoveredElements {
  let context: ReviewContext

  /// The findings, by element.
  ///
  /// - Complexity: O(*p*·*u*) for *p* elements that stop *u* users.
  var findings: [ContractFinding] {
    context.points.flatMap { point in
      [uncovered(point.element, point.users), ownerless(point.element, point.users)]
        .compactMap(\.self)
    }
  }

  private func uncovered(
    _ element: VertexID, _ users: [(vertex: VertexID, isCertain: Bool)]
  ) -> ContractFinding? {
    guard context.covering[element, default: []].isEmpty else { return nil }
    let open = context.openEnded.map(\.id)
    let isCertain = users.contains(where: \.isCertain) && open.isEmpty
    var finding = ContractFinding(.uncovered, isCertain ? .high : .medium)
    finding.element = element
    finding.target = users.first { $0.isCertain }?.vertex ?? users.first?.vertex
    finding.verdict = .missing
    finding.parties = [owner(of: element)].compactMap(\.self)
    finding.details = .uncovered(
      .init(
        users: users.map(\.vertex), mayBeCoveredBy: open,
        notInForce: context.notInForce[element, default: []].map(\.id)))
    return finding
  }

  private func ownerless(
    _ element: VertexID, _ users: [(vertex: VertexID, isCertain: Bool)]
  ) -> ContractFinding? {
    // A common cause belongs to nobody; what shares it does.
    guard let component = context.compiled.component(element), component.owner == nil else {
      return nil
    }
    var finding = ContractFinding(.noOwner, component.operator == nil ? .medium : .low)
    finding.parties = [component.operator].compactMap(\.self)
    finding.element = element
    finding.target = users.first?.vertex
    finding.details = .uncovered(
      .init(users: users.map(\.vertex), mayBeCoveredBy: [], notInForce: []))
    return finding
  }

  private func owner(of element: VertexID) -> String? {
    context.compiled.component(element)?.owner
  }
}
