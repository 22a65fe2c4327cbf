/// What an import made of the things that it found in another program's file.
///
/// One entry for each kind of thing and what became of it, so that whoever imports sees what was
/// taken over, what was left, and what was guessed. Guesses stand in the model as
/// ``Basis/assumed``.
public struct ImportReport: Hashable, Sendable {
  /// What became of something.
  public enum Fate: String, Hashable, Sendable, CaseIterable {
    /// It is in the model, with the meaning that the source gives it.
    case mapped
    /// It is in the model with a meaning that the source does not state.
    case guessed
    /// It is not in the model.
    case ignored
  }

  /// A kind of thing in the source, and what became of all of that kind.
  public struct Entry: Hashable, Sendable {
    /// What the source calls it: a relation, a type, a column; in English where the source has no
    /// word for it.
    public let subject: String
    /// The subject in other languages, where it is no word of the source.
    let wording: LocalizedText?
    /// What became of it.
    public let fate: Fate
    /// What it became in the model, or why it was left: a few words; empty where nothing is to be
    /// said.
    public let meaning: LocalizedText?
    /// How many there were.
    public internal(set) var count: Int

    /// What the source calls it, or what we call it where the source has no word for it.
    public func subject(in language: Language) -> String {
      wording?.text(in: language) ?? subject
    }
  }

  /// The format that was read.
  public let format: String
  /// The names of the files, without their folders.
  public let files: [String]
  /// The entries: in the order of the fates, then by subject.
  public var entries: [Entry] {
    Self.order.flatMap { fate in
      collected.filter { $0.fate == fate }.sorted {
        ($0.subject, $0.meaning?.text(in: .english) ?? "")
          < ($1.subject, $1.meaning?.text(in: .english) ?? "")
      }
    }
  }

  private var collected: [Entry] = []
  private var places: [Key: Int] = [:]

  private struct Key: Hashable {
    let subject: String
    let fate: Fate
    let meaning: LocalizedText?
  }

  private static let order: [Fate] = [.mapped, .guessed, .ignored]

  /// Makes an empty report.
  ///
  /// - Parameters:
  ///   - format: The format's name as the command line has it.
  ///   - files: The names of the files.
  public init(format: String, files: [String]) {
    self.format = format
    self.files = files.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
  }

  /// Counts one thing, or several alike.
  ///
  /// - Parameters:
  ///   - fate: What became of it.
  ///   - subject: What the source calls its kind.
  ///   - meaning: What it became, or why it was left.
  ///   - count: How many there are.
  public mutating func note(
    _ fate: Fate, _ subject: String, _ meaning: LocalizedText? = nil, count: Int = 1
  ) {
    note(fate, subject, wording: nil, meaning, count: count)
  }

  /// Counts one thing for which the source has no word.
  ///
  /// - Parameters:
  ///   - fate: What became of it.
  ///   - wording: What we call its kind.
  ///   - meaning: What it became, or why it was left.
  mutating func note(_ fate: Fate, _ wording: LocalizedText, _ meaning: LocalizedText?) {
    note(fate, wording.text(in: .english), wording: wording, meaning, count: 1)
  }

  private mutating func note(
    _ fate: Fate, _ subject: String, wording: LocalizedText?, _ meaning: LocalizedText?, count: Int
  ) {
    let key = Key(subject: subject, fate: fate, meaning: meaning)
    if let place = places[key] {
      collected[place].count += count
    } else {
      places[key] = collected.count
      collected.append(
        Entry(subject: subject, wording: wording, fate: fate, meaning: meaning, count: count))
    }
  }

  /// How many things had a fate.
  public func count(_ fate: Fate) -> Int {
    collected.reduce(0) { $1.fate == fate ? $0 + $1.count : $0 }
  }
}
