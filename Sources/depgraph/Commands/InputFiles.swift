import DepGraph

/// The files that a question was asked with, as its result names them.
enum InputFiles {
  /// A file that an option names, if it names one.
  static func stamps(_ option: String, _ path: String?) -> [JSONResult.Input] {
    stamps(option, [path].compactMap(\.self))
  }

  /// Files that an option names.
  static func stamps(_ option: String, _ paths: [String]) -> [JSONResult.Input] {
    paths.map { path in
      let print = FileFingerprint(of: path)
      return JSONResult.Input(option: option, file: print.name, digest: print.digest)
    }
  }

  /// A model that an option names.
  static func stamp(_ option: String, _ model: LoadedModel) -> JSONResult.Input {
    JSONResult.Input(
      option: option, file: FileFingerprint.name(of: model.path),
      digest: model.compiled.model.digest)
  }
}

extension JSONResult {
  /// Options that name files, with the folder where files of such a name are looked for.
  private static let fileOptions =
    [
      "criteria": nil, "observed": nil, "scenario": nil, "baseline": nil, "files": nil,
      "framework": "escalation", "clocks": "clocks", "rules": "rules",
    ] as [String: String?]
  /// Commands of which results hold sentences.
  private static let inWords: Set = [
    "contracts", "works", "measures", "check", "restore", "escalate",
  ]

  /// A result of which options name files by their paths, as the command of its name would give it: files
  /// by their names, with their digests beside them, and the language.
  ///
  /// - Parameters:
  ///   - path: The root file of the model.
  ///   - language: The language that was asked for; nil: the model's.
  /// - Returns: The same with nothing in it that depends on where files are.
  func naming(model path: String, language: Language?) -> JSONResult {
    var result = self
    result.modelFile = FileFingerprint.isRegular(path) ? FileFingerprint.name(of: path) : nil
    guard case .object(var members) = options else { return result }
    for (index, member) in members.enumerated() {
      if command == "exercise", member.key == "model", case .string(let path) = member.value {
        members[index] = .init("model", .file(path))
      }
      guard let kind = Self.fileOptions[member.key] else { continue }
      let paths: [String] =
        switch member.value {
        case .string(let path): [path]
        case .array(let items):
          items.compactMap { if case .string(let one) = $0 { one } else { nil } }
        default: []
        }
      let near = NamedFile(model: path)
      result.inputs += InputFiles.stamps(
        member.key, paths.map { one in kind.map { near.path(of: one, in: $0) } ?? one })
      if case .array = member.value {
        members[index] = .init(member.key, .files(paths))
      } else {
        members[index] = .init(member.key, .file(paths.first))
      }
    }
    if Self.inWords.contains(command), !members.contains(where: { $0.key == "lang" }) {
      members.append(.init("lang", .text(language?.rawValue)))
    }
    result.options = .object(members)
    return result
  }
}

extension JSONValue {
  /// A file by its name alone, or null.
  static func file(_ path: String?) -> JSONValue {
    .text(path.map(FileFingerprint.name(of:)))
  }

  /// Files by their names alone.
  static func files(_ paths: [String]) -> JSONValue {
    .texts(paths.map(FileFingerprint.name(of:)))
  }
}
