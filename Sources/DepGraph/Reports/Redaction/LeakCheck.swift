/// Looks for what must not be given away in everything that is given: names of files, their contents,
/// metadata, and what is packed or written with other signs in them.
///
/// It finds what stands there as a text or a number. It cannot find what is only drawn (the dots of a
/// picture), what is said in other words, or what follows from what is given together with what
/// somebody knows already. Texts that are too short or that the program itself writes are not looked
/// for (``HiddenFacts/notSearched``).
///
/// ```swift
/// let check = LeakCheck([.init(name: "index.html", bytes: bytes)], for: hidden)
/// print(check.leaks.isEmpty)
/// ```
public struct LeakCheck: Sendable {
  /// A file to look into.
  public struct File: Sendable {
    /// Its name, with folders.
    public let name: String
    /// What is in it.
    public let bytes: [UInt8]

    /// Makes one.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Something hidden that was found.
  public struct Leak: Hashable, Sendable {
    /// What kind of fact it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable { case text, number, position }

    /// The file.
    public let file: String
    /// Where in it, such as `zip: word/document.xml › Base64`; empty: it stands there plainly.
    public let place: String
    /// What kind of fact it is.
    public let kind: Kind
    /// The fact, as the model has it.
    public let secret: String
  }

  /// What was found, by file and fact; each once, where it stands most plainly.
  public let leaks: [Leak]
  /// What could not be looked into, by file.
  public let unread: [String]

  /// Looks.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - hidden: What must not stand in them.
  /// - Complexity: O(*n* + *s* + *m*) for *n* bytes in all their forms, *s* bytes of secrets and *m*
  ///   matches.
  public init(_ files: [File], for hidden: HiddenFacts) {
    let finder = LeakFinder(hidden)
    var found: [Leak] = []
    var unread: [String] = []
    for file in files {
      var seen: Set<String> = []
      let forms = DecodedForms(of: file.bytes)
      unread += Set(forms.unread).sorted().map { "\(file.name): \($0)" }
      let name = DecodedForms.Form(place: "file name", text: file.name)
      for form in [name] + DecodedForms(of: Array(file.name.utf8)).forms.dropFirst() + forms.forms {
        for (kind, secret) in finder.secrets(in: form.text)
        where seen.insert("\(kind.rawValue)\n\(secret)").inserted {
          found.append(Leak(file: file.name, place: form.place, kind: kind, secret: secret))
        }
      }
    }
    leaks = found.sorted { ($0.file, $0.secret, $0.place) < ($1.file, $1.secret, $1.place) }
    self.unread = unread
  }
}

/// Finds secrets in one text.
private struct LeakFinder {
  private let hidden: HiddenFacts
  private let search: TextSearch
  private let allowed: TextSearch
  /// Secrets of several words, by their letters and digits alone.
  private let squeezed: TextSearch
  private let squeezedSecrets: [Int]
  private let squeezedAllowed: TextSearch

  init(_ hidden: HiddenFacts) {
    self.hidden = hidden
    search = TextSearch(hidden.secrets.map(\.plain))
    allowed = TextSearch(hidden.allowed)
    let several = hidden.secrets.indices.filter { index in
      let secret = hidden.secrets[index]
      let bare = PlainText.squeezed(secret.plain)
      // Words of the program's own follow each other in many ways.
      return bare.count >= 8 && bare.count < secret.plain.count && !secret.isWholeWord
        && !PlainText.words(of: secret.plain).allSatisfy(hidden.words.contains)
    }
    squeezedSecrets = several
    squeezed = TextSearch(several.map { PlainText.squeezed(hidden.secrets[$0].plain) })
    squeezedAllowed = TextSearch(hidden.allowed.map(PlainText.squeezed))
  }

  func secrets(in text: String) -> [(LeakCheck.Leak.Kind, String)] {
    var found: Set<Int> = []
    let visible = PlainText.visible(text)
    let isMarkup = visible.utf8.count != text.utf8.count
    if isMarkup {
      // A name can be wrapped between tags, and what is open must be seen whole to be known.
      found.formUnion(plain(PlainText.of(PlainText.hiddenParts(text)), isShown: false))
      found.formUnion(plain(PlainText.of(visible), isShown: true))
      found.formUnion(
        plain(PlainText.of(PlainText.visible(text, joinsInline: true)), isShown: false))
      found.formUnion(joined(PlainText.of(PlainText.visible(text, joinsInline: true))))
    } else {
      found.formUnion(plain(PlainText.of(text), isShown: true))
    }
    found.formUnion(joined(PlainText.of(visible)))
    let texts = found.sorted().map { (LeakCheck.Leak.Kind.text, hidden.secrets[$0].written) }
    return texts + figures(in: visible)
  }

  /// The secrets of several words that stand in a text without what is between the words, from the
  /// beginning of a word to the end of one, or all inside one.
  private func joined(_ bytes: [UInt8]) -> Set<Int> {
    let places = bytes.indices.filter { PlainText.isWordly(bytes[$0]) }
    let bare = places.map { bytes[$0] }
    let open = ranges(squeezedAllowed, in: bare)
    var found: Set<Int> = []
    for match in squeezed.matches(in: bare) where !isInside(match.range, open) {
      let (start, end) = (places[match.range.lowerBound], places[match.range.upperBound - 1])
      let begins = start == 0 || !PlainText.isWordly(bytes[start - 1])
      let ends = end + 1 == bytes.count || !PlainText.isWordly(bytes[end + 1])
      let isOneWord = end - start + 1 == match.range.count
      if begins && ends || isOneWord { found.insert(squeezedSecrets[match.text]) }
    }
    return found
  }

  /// The secrets in a text that is no part of an allowed one, nor of a word of the program's own.
  private func plain(_ bytes: [UInt8], isShown: Bool) -> Set<Int> {
    let open = ranges(allowed, in: bytes)
    var found: Set<Int> = []
    for match in search.matches(in: bytes) where !found.contains(match.text) {
      let secret = hidden.secrets[match.text]
      let (range, start, end) = (match.range, match.range.lowerBound, match.range.upperBound)
      if secret.isWholeWord {
        let isBefore = start > 0 && PlainText.isWordly(bytes[start - 1])
        let isAfter = end < bytes.count && PlainText.isWordly(bytes[end])
        // Names of elements and of styles are short too.
        guard isShown, !isBefore, !isAfter else { continue }
      }
      guard !isInside(range, open), !isInWord(range, bytes) else { continue }
      found.insert(match.text)
    }
    return found
  }

  private func ranges(_ search: TextSearch, in bytes: [UInt8]) -> [Range<Int>] {
    search.matches(in: bytes).map(\.range).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
  }

  private func isInside(_ range: Range<Int>, _ open: [Range<Int>]) -> Bool {
    open.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }

  /// Whether a place lies in one word that the program writes by itself.
  private func isInWord(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard bytes[range].allSatisfy(PlainText.isWordly) else { return false }
    var start = range.lowerBound
    var end = range.upperBound
    while start > 0, PlainText.isWordly(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, PlainText.isWordly(bytes[end]) { end += 1 }
    return hidden.words.contains(Array(bytes[start..<end]))
  }

  // MARK: - Numbers

  /// The numbers and places in what a reader sees.
  private func figures(in text: String) -> [(LeakCheck.Leak.Kind, String)] {
    var found: [(LeakCheck.Leak.Kind, String)] = []
    var decimals: [(value: Double, precision: Double)] = []
    var numbers: Set<Double> = []
    for token in NumberTokens(text).tokens {
      for value in token.values { numbers.formUnion([value, value / 100]) }
      if let decimal = token.decimal { decimals.append(decimal) }
    }
    for number in hidden.numbers.intersection(numbers).sorted() {
      let isOwn = hidden.words.contains(PlainText.of("\(number)"))
      if !isOwn { found.append((.number, "\(number)")) }
    }
    for position in hidden.positions {
      let isThere = { (wanted: Double) in
        decimals.contains { abs($0.value - wanted) <= $0.precision / 2 + 1e-9 }
      }
      if isThere(position.latitude), isThere(position.longitude) {
        found.append((.position, "\(position.latitude), \(position.longitude)"))
      }
    }
    return found
  }
}
