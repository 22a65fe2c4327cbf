import Foundation

/// The files of a model: a root and what it includes, read and parsed but not yet understood.
struct ModelFiles {
  /// One of them.
  struct File {
    /// The name as the user would write it.
    let name: String
    /// What it holds.
    let value: YAMLValue
  }

  /// The files that could be parsed, in include order, the root first.
  private(set) var files: [File] = []
  /// The names of all of them, in include order.
  private(set) var names: [String] = []
  /// The texts by name.
  private(set) var texts: [String: String] = [:]
  /// What was found.
  private(set) var diagnostics: [Diagnostic] = []
  /// The sectors of the file that the root names.
  private(set) var sectorFile: File?

  private var bytes: [UInt8] = []
  /// The root's folder with symbolic links resolved; nil for a text that lies in none.
  private var folder: String?
  private var seen: Set<String> = []
  private var open: [String] = []

  /// Reads a file and what it includes.
  ///
  /// - Throws: ``ReadError`` where the root cannot be read; all else is a diagnostic.
  init(path: String) throws(ReadError) {
    let root = try InputFile(path: path, name: path)
    let resolved = Self.resolve(path)
    folder = (resolved as NSString).deletingLastPathComponent
    add(root, resolved: resolved)
  }

  /// Takes a text, which can include nothing.
  init(text: String, name: String) {
    add(InputFile(text: text, name: name), resolved: name)
  }

  /// SHA-256 over the bytes of the files in include order.
  var digest: String { SHA256Digest.hexadecimal(of: bytes) }

  /// Parses one file and then, in order, what it includes.
  private mutating func add(_ file: InputFile, resolved: String) {
    let isRoot = names.isEmpty
    seen.insert(resolved)
    open.append(resolved)
    defer { open.removeLast() }
    names.append(file.name)
    bytes += file.bytes
    guard let text = file.text(&diagnostics) else { return }
    texts[file.name] = text
    guard let value = self.value(of: text, in: file.name) else { return }
    files.append(File(name: file.name, value: value))
    let including = Located(name: file.name, resolved: resolved)
    for include in value["include"]?.list ?? [] { add(include: include, of: including) }
    if isRoot, let sectors = value["sectors"] { addSectors(sectors, of: including) }
  }

  /// The value of a text: strictly as JSON where it is that, and as YAML else.
  ///
  /// A text in braces that is no JSON may well be YAML. Where it is neither, the complaint is about
  /// what it looks like.
  private mutating func value(of text: String, in name: String) -> YAMLValue? {
    guard JSONDocument.looksLikeObject(text) else {
      return YAMLText(text: text, file: name).value(&diagnostics)
    }
    var found: [Diagnostic] = []
    let json = JSONDocument(text: text, file: name).value(&found)
    if json == nil, found.last?.code == .notJSON {
      var others: [Diagnostic] = []
      let yaml = YAMLText(text: text, file: name).value(&others)
      if yaml != nil || !Self.isMeantAsJSON(text, name) {
        diagnostics += others
        return yaml
      }
    }
    diagnostics += found
    return json
  }

  private static func isMeantAsJSON(_ text: String, _ name: String) -> Bool {
    let start = text.utf8.lazy.filter { !JSONParser.isSpace($0) }.prefix(2)
    return name.hasSuffix(".json") || start.elementsEqual("{\"".utf8)
  }

  private mutating func add(include value: YAMLValue, of including: Located) {
    guard let found = locate(value, from: including) else { return }
    if open.contains(found.resolved) {
      report("`\(found.name)` includes itself", at: value.place)
      return
    }
    // Included from two sides is no cycle: it is read once.
    guard !seen.contains(found.resolved), let file = load(found, at: value.place) else { return }
    add(file, resolved: found.resolved)
  }

  private mutating func addSectors(_ value: YAMLValue, of including: Located) {
    guard let found = locate(value, from: including), let file = load(found, at: value.place) else {
      return
    }
    names.append(file.name)
    bytes += file.bytes
    guard let text = file.text(&diagnostics) else { return }
    texts[file.name] = text
    guard let value = self.value(of: text, in: file.name) else { return }
    sectorFile = File(name: file.name, value: value)
  }

  /// A file by the name that the user would write and by the path that it really has.
  private struct Located {
    let name: String
    let resolved: String
  }

  /// Finds a file that another one names, inside the root's folder.
  private mutating func locate(_ value: YAMLValue, from including: Located) -> Located? {
    guard let written = value.scalar, !value.isNull else { return nil }
    guard let folder else {
      report("a text that is no file cannot include `\(written)`", at: value.place)
      return nil
    }
    guard !written.hasPrefix("/") else {
      report("`\(written)` must be relative to this file", at: value.place)
      return nil
    }
    let resolved = Self.resolve(Self.sibling(written, of: including.resolved))
    guard resolved.hasPrefix(folder == "/" ? folder : folder + "/") else {
      report("`\(written)` lies outside the folder of the model", at: value.place)
      return nil
    }
    return Located(name: Self.sibling(written, of: including.name), resolved: resolved)
  }

  private static func sibling(_ written: String, of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? written : (folder as NSString).appendingPathComponent(written)
  }

  private mutating func load(_ found: Located, at place: SourcePlace) -> InputFile? {
    do {
      return try InputFile(namedInData: found.resolved, name: found.name)
    } catch {
      let reason =
        switch error {
        case .file(_, .notFound): "there is no file `\(found.name)`"
        case .file(_, .isDirectory): "`\(found.name)` is a directory"
        case .file(_, .refused(let words)): "`\(found.name)` cannot be read: \(words)"
        case .invalid: "`\(found.name)` cannot be read"
        }
      report(reason, at: place)
      return nil
    }
  }

  private mutating func report(_ message: String, at place: SourcePlace) {
    diagnostics.append(Diagnostic(.includeProblem, message, at: place))
  }

  /// A path with its symbolic links followed.
  private static func resolve(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}
