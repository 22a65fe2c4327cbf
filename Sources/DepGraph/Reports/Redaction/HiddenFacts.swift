import Foundation

/// What must not stand anywhere in an output, and what may although it looks like it.
public struct HiddenFacts: Sendable {
  /// A text to look for.
  struct Secret: Hashable {
    /// As the model has it.
    let written: String
    /// As it is compared.
    let plain: [UInt8]
    /// Whether it counts only as a word by itself, and not inside others.
    let isWholeWord: Bool
  }

  /// The texts to look for, in order.
  let secrets: [Secret]
  /// The numbers to look for.
  let numbers: Set<Double>
  /// The places to look for.
  let positions: [Position]
  /// The texts that may stand, as they are compared.
  let allowed: [[UInt8]]
  /// The words that the program itself writes, as they are compared.
  let words: Set<[UInt8]>
  /// The texts that cannot be looked for: too short, or words of the program's own.
  public let notSearched: [String]

  /// The number of texts, numbers and places that are looked for.
  public var count: Int { secrets.count + numbers.count + positions.count }

  /// Hides all of a model but what is given.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - given: What was decided to be given: a value of any kind, all texts and numbers in it.
  ///   - others: Words that are no secret, beside those that the program writes by itself.
  /// - Complexity: O(*n* log *n*) for *n* texts and numbers of the model.
  public init(of model: Model, butFor given: Any, orCommon others: Set<String> = []) {
    let stated = StatedFacts(in: model)
    let open = StatedFacts(in: given)
    let known = StatedFacts(in: SectorList.builtIn)
    words = Set(RedactionVocabulary.words.union(others).map(PlainText.of))
    let allowed = Set((open.texts.union(known.texts)).map(PlainText.of))
    self.allowed = allowed.sorted { $0.lexicographicallyPrecedes($1) }
    var texts = stated.texts
    if model.digest.count >= 8 {
      texts.formUnion([String(model.digest.prefix(8)), String(model.digest.prefix(12))])
    }
    texts.formUnion(texts.flatMap(Self.pieces))
    let selection = Self.selected(texts, allowed: allowed, words: words)
    (secrets, notSearched) = (selection.secrets, selection.tooShort)
    numbers = Set(stated.numbers.subtracting(open.numbers).filter(Self.isTelling))
    let shown = open.positions
    positions = stated.positions.subtracting(shown).sorted {
      ($0.latitude, $0.longitude) < ($1.latitude, $1.longitude)
    }
  }

  /// The secrets among texts, each once, and those that are too short or too common to look for.
  private static func selected(
    _ texts: Set<String>, allowed: Set<[UInt8]>, words: Set<[UInt8]>
  ) -> (secrets: [Secret], tooShort: [String]) {
    var secrets: [Secret] = []
    var tooShort: [String] = []
    var seen: Set<[UInt8]> = []
    for text in texts.sorted() {
      let plain = PlainText.of(text)
      guard !plain.isEmpty, seen.insert(plain).inserted, !allowed.contains(plain) else { continue }
      let wordly = PlainText.squeezed(plain)
      let isNumber = wordly.allSatisfy(PlainText.isDigit)
      if wordly.count < 2 || isNumber && wordly.count < 4 || words.contains(plain) {
        tooShort.append(text)
        continue
      }
      secrets.append(
        Secret(written: text, plain: plain, isWholeWord: wordly.count < 4 || isNumber))
    }
    return (secrets, tooShort)
  }

  /// Whether a number is one of a kind enough to be looked for: four digits that count, and no year.
  private static func isTelling(_ number: Double) -> Bool {
    guard number.isFinite, number != 0 else { return false }
    if number == number.rounded(), (1_900...2_100).contains(number.magnitude) { return false }
    let digits = "\(number.magnitude)".split(separator: "e")[0].filter(\.isNumber)
    let counting = digits.drop { $0 == "0" }.reversed().drop { $0 == "0" }
    return counting.count >= 4
  }

  /// Parts of a text that give it away: what stands after the colon of a selector, the host of an
  /// address, and every five words on end of a longer text.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    if let host = URL(string: text)?.host, host.count >= 6 { pieces.append(host) }
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.count == 1, let colon = text.firstIndex(of: ":") {
      pieces.append(String(text[text.index(after: colon)...]))
    }
    if words.count > 6 {
      for start in 0...(words.count - 5) {
        let window = words[start..<start + 5].joined(separator: " ")
        if window.count >= 24 { pieces.append(window) }
      }
    }
    return pieces
  }
}
