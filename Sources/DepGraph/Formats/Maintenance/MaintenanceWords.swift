extension MaintenanceNotice.Impact {
  /// The impact that a word stands for, in English or Dutch.
  init?(word: String) {
    switch word.normalised {
    case "no-impact", "none", "no", "geen", "geen-gevolg", "geen-gevolgen", "geen-impact":
      self = .noImpact
    case "reduced-redundancy", "minder-redundantie", "minder-reserve", "verminderde-redundantie":
      self = .reducedRedundancy
    case "degraded", "beperkt", "verminderd", "werkt-beperkt": self = .degraded
    case "outage", "down", "uitval", "onderbreking", "storing": self = .outage
    default: return nil
    }
  }
}

extension MaintenanceNotice.Status {
  /// The status that a word stands for, in English or Dutch.
  init?(word: String) {
    switch word.normalised {
    case "tentative", "voorlopig", "concept", "onder-voorbehoud": self = .tentative
    case "confirmed", "bevestigd", "definitief", "scheduled", "planned", "gepland":
      self = .confirmed
    case "cancelled", "canceled", "geannuleerd", "vervallen": self = .cancelled
    case "in-process", "in-progress", "in-uitvoering", "bezig", "gestart": self = .inProcess
    case "completed", "done", "gereed", "afgerond", "voltooid", "klaar": self = .completed
    default: return nil
    }
  }
}

extension String {
  /// In small letters, with one dash for what stands between words.
  fileprivate var normalised: String {
    lowercased().split { $0 == " " || $0 == "_" || $0 == "-" || $0 == "\t" }
      .joined(separator: "-")
  }
}

extension MaintenanceSession {
  /// What an announcement expects; nil with a warning where the word means nothing to us.
  func impact(_ text: String, at place: SourcePlace) -> MaintenanceNotice.Impact? {
    let word = text.trimmed
    guard !word.isEmpty else { return nil }
    if let impact = MaintenanceNotice.Impact(word: word) { return impact }
    report(
      .notUnderstood, "`\(word)` is no impact that is known; the work counts as an outage",
      at: place, hint: "known are no-impact, reduced-redundancy, degraded, outage")
    return nil
  }

  /// How far work is; nil with a warning where the word means nothing to us.
  func status(_ text: String, at place: SourcePlace) -> MaintenanceNotice.Status? {
    let word = text.trimmed
    guard !word.isEmpty else { return nil }
    if let status = MaintenanceNotice.Status(word: word) { return status }
    report(
      .notUnderstood, "`\(word)` is no status that is known; the work counts", at: place,
      hint: "known are tentative, confirmed, cancelled, in-process, completed")
    return nil
  }
}
