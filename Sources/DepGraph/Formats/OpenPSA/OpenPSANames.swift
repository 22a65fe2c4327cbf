/// Names of one kind in nested scopes: fault trees, and components in them.
///
/// A public name is known everywhere under itself; a private one in its scope and all within, and
/// elsewhere by its path, `tree.component.name`. A name is looked for from the inside out.
struct OpenPSANames {
  /// The number of a scope; 0 is the whole model.
  struct Scope: Hashable {
    fileprivate let number: Int
    static let model = Scope(number: 0)
  }

  private struct Entry {
    let scope: Scope
    let item: Int
  }

  private var parents: [Scope] = [.model]
  private var paths: [String] = [""]
  private var scopesByPath: [String: Scope] = [:]
  private var publicItems: [String: Entry] = [:]
  private var privateItems: [[String: Int]] = [[:]]

  /// Opens a scope.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - parent: The scope round it.
  /// - Returns: The scope, and whether its name is new there.
  mutating func open(_ name: String, in parent: Scope) -> (scope: Scope, isNew: Bool) {
    let path = Self.path(paths[parent.number], name)
    let scope = Scope(number: parents.count)
    parents.append(parent)
    paths.append(path)
    privateItems.append([:])
    let isNew = scopesByPath[path] == nil
    if isNew { scopesByPath[path] = scope }
    return (scope, isNew)
  }

  /// Gives something a name.
  ///
  /// - Returns: What has the name there already, if anything.
  mutating func add(_ item: Int, as name: String, in scope: Scope, isPrivate: Bool) -> Int? {
    if isPrivate {
      if let other = publicItems[name], other.scope == scope { return other.item }
      if let other = privateItems[scope.number].updateValue(item, forKey: name) {
        privateItems[scope.number][name] = other
        return other
      }
      return nil
    }
    if let other = privateItems[scope.number][name] { return other }
    let entry = Entry(scope: scope, item: item)
    if let other = publicItems.updateValue(entry, forKey: name) {
      publicItems[name] = other
      return other.item
    }
    return nil
  }

  /// What a name stands for.
  func item(_ name: String, from scope: Scope) -> Int? {
    let known = publicItems[name]
    var current = scope
    while true {
      if let found = privateItems[current.number][name] { return found }
      if let known, known.scope == current { return known.item }
      guard current != .model else { break }
      current = parents[current.number]
    }
    return known?.item ?? item(path: name, from: scope)
  }

  private func item(path: String, from scope: Scope) -> Int? {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let holder = String(path[..<dot])
    let name = String(path[path.utf8.index(after: dot)...])
    var current = scope
    while true {
      if let found = scopesByPath[Self.path(paths[current.number], holder)] {
        if let item = privateItems[found.number][name] { return item }
        if let entry = publicItems[name], entry.scope == found { return entry.item }
      }
      guard current != .model else { return nil }
      current = parents[current.number]
    }
  }

  /// The name under which something is known to the whole model.
  func fullName(_ name: String, in scope: Scope, isPrivate: Bool) -> String {
    isPrivate ? Self.path(paths[scope.number], name) : name
  }

  /// The name of the outermost scope that holds another, which is a fault tree.
  func root(of scope: Scope) -> String {
    var current = scope
    while parents[current.number] != .model { current = parents[current.number] }
    return paths[current.number]
  }

  private static func path(_ outer: String, _ name: String) -> String {
    outer.isEmpty ? name : outer + "." + name
  }
}
