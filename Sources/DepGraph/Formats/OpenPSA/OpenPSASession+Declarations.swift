extension OpenPSASession {
  /// What only event trees and their analyses need: a fault tree means the same without it.
  private static let eventTreeTags: Set<String> = [
    "define-event-tree", "define-initiating-event", "define-functional-event", "define-sequence",
    "define-rule", "define-branch", "define-consequence", "define-consequence-group",
  ]
  private static let definitions = [
    "define-fault-tree", "define-component", "define-gate", "define-basic-event",
    "define-house-event", "define-parameter", "define-CCF-group", "model-data",
  ]

  /// Declares everything that a file names.
  ///
  /// - Parameter root: The outermost element of the file.
  func declare(_ root: Element) {
    guard ["opsa-mef", "open-psa"].contains(tree.tag(root)) else {
      report(
        .unsupported, "this is no Open-PSA file: it begins with `<\(tree.tag(root).prefix(40))>`",
        at: root, hint: "a fault tree begins with `<opsa-mef>`")
      return
    }
    for child in content(of: root) { declare(child, in: .model, isPrivate: false) }
  }

  private func declare(_ element: Element, in scope: OpenPSANames.Scope, isPrivate: Bool) {
    switch tree.tag(element) {
    case "model-data":
      for child in content(of: element) { declare(child, in: scope, isPrivate: isPrivate) }
    case "define-fault-tree", "define-component":
      declareScope(element, in: scope, isPrivate: isPrivate)
    case "define-gate": declare(element, as: .gate, in: scope, isPrivate: isPrivate)
    case "define-basic-event": declare(element, as: .basicEvent, in: scope, isPrivate: isPrivate)
    case "define-house-event": declare(element, as: .houseEvent, in: scope, isPrivate: isPrivate)
    case "define-parameter": declareParameter(element, in: scope, isPrivate: isPrivate)
    case "define-CCF-group": groups.append((element, scope))
    case let tag where Self.eventTreeTags.contains(tag):
      report(
        .leftOut, "`<\(tag)>` is left out: only fault trees are read", at: element,
        id: tree.attribute("name", of: element))
    default: reportUnsupported(element, in: "a model", Self.definitions)
    }
  }

  private func declareScope(_ element: Element, in outer: OpenPSANames.Scope, isPrivate: Bool) {
    guard let name = required("name", of: element) else { return }
    let (scope, isNew) = names.open(name, in: outer)
    _ = parameterNames.open(name, in: outer)
    if !isNew {
      report(.duplicateID, "`\(name)` is a fault tree or component already", at: element, id: name)
    }
    let isPrivate = hasPrivateRole(element, unless: isPrivate)
    for child in content(of: element) { declare(child, in: scope, isPrivate: isPrivate) }
  }

  private func declare(
    _ element: Element, as kind: Kind, in scope: OpenPSANames.Scope, isPrivate: Bool
  ) {
    guard let name = required("name", of: element) else { return }
    declare(
      name, as: kind, at: element, in: scope,
      isPrivate: hasPrivateRole(element, unless: isPrivate))
  }

  /// Declares a gate or event, unless the name is taken.
  func declare(
    _ name: String, as kind: Kind, at element: Element, in scope: OpenPSANames.Scope,
    isPrivate: Bool
  ) {
    if let other = names.add(events.count, as: name, in: scope, isPrivate: isPrivate) {
      report(
        .duplicateID, "`\(name)` is a \(events[other].kind.rawValue) already", at: element,
        id: name)
      return
    }
    events.append(
      Event(
        name: names.fullName(name, in: scope, isPrivate: isPrivate), kind: kind, element: element,
        scope: scope, gate: builder.reserve()))
  }

  private func declareParameter(
    _ element: Element, in scope: OpenPSANames.Scope, isPrivate: Bool
  ) {
    guard let name = required("name", of: element) else { return }
    let isPrivate = hasPrivateRole(element, unless: isPrivate)
    let other = parameterNames.add(parameters.count, as: name, in: scope, isPrivate: isPrivate)
    if other != nil {
      report(.duplicateID, "`\(name)` is a parameter already", at: element, id: name)
      return
    }
    parameters.append(
      (parameterNames.fullName(name, in: scope, isPrivate: isPrivate), element, scope))
  }

  /// Whether an element says that it is private; one that says nothing is as what is round it.
  private func hasPrivateRole(_ element: Element, unless isPrivate: Bool) -> Bool {
    switch tree.attribute("role", of: element) {
    case nil: return isPrivate
    case "private": return true
    case "public": return false
    case .some(let role):
      report(
        .unknownValue, "`\(role.prefix(40))` is no role", at: element,
        hint: "`public` and `private` are")
      return isPrivate
    }
  }
}
