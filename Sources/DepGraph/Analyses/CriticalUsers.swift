/// The processes and consumers that count in what is said of suppliers and contracts.
public struct CriticalUsers: Hashable, Sendable {
  /// The processes and consumers, by id.
  public let vertices: [VertexID]
  /// Whether the model says which are critical; if not, they are all that it has.
  public let isDeclared: Bool
}

extension CompiledModel {
  /// The critical processes and consumers: those with a class of restoration, a recovery time
  /// objective, a maximum tolerable period of disruption or a standing as vital infrastructure.
  ///
  /// Where the model says none of that of any of them, it does not tell which are critical: then all
  /// count.
  ///
  /// - Complexity: O(*n*) for *n* elements.
  public var criticalUsers: CriticalUsers {
    let users = vertices(ofKinds: [.process, .consumer])
    let declared = users.filter { component($0)?.isDeclaredCritical == true }
    return declared.isEmpty
      ? CriticalUsers(vertices: users, isDeclared: false)
      : CriticalUsers(vertices: declared, isDeclared: true)
  }
}

extension Component {
  /// Whether something written in it says that it must come back in time.
  fileprivate var isDeclaredCritical: Bool {
    restoreClass != nil || continuity.recoveryTimeObjective != nil
      || continuity.maximumTolerablePeriod != nil || vital != nil
  }
}
