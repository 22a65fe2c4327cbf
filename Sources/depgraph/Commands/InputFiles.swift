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
