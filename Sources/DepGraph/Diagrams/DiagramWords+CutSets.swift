import Foundation

/// The words of the ways to lose a component.
extension DiagramWords {
  /// A share as a percentage of two significant digits; what is too small for that as less than the
  /// smallest one.
  func percentage(_ share: Double) -> String {
    let percent = share * 100
    guard percent > 0 else { return "0%" }
    if percent < 1e-6 { return pick("< 0,000001%", "< 0.000001%") }
    let decimals = max(0, 1 - Int(log10(percent).rounded(.down)))
    let scale = pow(10, Double(decimals))
    var text = String(
      format: "%.\(decimals)f", locale: Locale(identifier: "en_US_POSIX"),
      (percent * scale).rounded() / scale)
    while text.contains("."), text.last == "0" || text.last == "." {
      let last = text.removeLast()
      if last == "." { break }
    }
    return (language == .dutch ? text.replacing(".", with: ",") : text) + "%"
  }

  /// How much of the time something is so: "0,1% tot 0,5% van de tijd".
  func shareOfTime(_ ratio: Ratio) -> String {
    let (low, high) = (percentage(ratio.low), percentage(ratio.high))
    let range = low == high ? low : low + pick(" tot ", " to ") + high
    return range + pick(" van de tijd", " of the time")
  }

  /// What figures from promises rest on.
  var ifKept: String {
    pick("als elke belofte net wordt nagekomen", "if every promise is just kept")
  }

  /// A number of any length with the language's signs.
  func digits(_ decimal: String) -> String { language.grouped(decimal) }

  /// What was lost with several things together.
  ///
  /// - Parameters:
  ///   - count: How many they are.
  ///   - location: Where the group stands in its component, like `requires/1/any`.
  /// - Returns: The words in a shape.
  func lostTogether(_ count: Int, at location: String) -> String {
    switch location.split(separator: "/").last {
    case "path": pick("geen weg meer over", "no way left")
    case "at-least": pick("te weinig over", "too few left")
    default:
      count == 2
        ? pick("beide weg: geen reserve", "both gone: no spare")
        : pick("alle \(count) weg: geen reserve", "all \(count) gone: no spare")
    }
  }

  /// That steps in a row were drawn as one.
  func stepsFolded(_ count: Int) -> String {
    pick(
      "\(count) stappen op een rij zijn samengenomen.",
      "\(count) steps in a row are drawn together.")
  }

  /// That larger sets were not counted.
  func countedUpTo(_ order: Int) -> String {
    order == 0
      ? pick("Niet geteld: de grens was bereikt.", "Not counted: the limit was reached.")
      : pick(
        "Geteld tot en met \(order) tegelijk; meer was te veel om te tellen.",
        "Counted up to \(order) at once; more was too much to count.")
  }

  /// That there may be more ways, for not all needs are known.
  func needsNotKnown(_ count: Int) -> String {
    pick(
      "Er kunnen meer manieren zijn: van \(self.count(count, nil)) is niet alles bekend wat \(count == 1 ? "het nodig heeft" : "ze nodig hebben").",
      "There may be more ways: of \(self.count(count, nil)) not all needs are known.")
  }

  /// That there may be more ways, for things may share what nobody knows.
  func mayShare(_ keys: [String]) -> String {
    pick(
      "Er kunnen meer manieren zijn: wat elkaar vervangt kan hetzelfde delen (\(list(keys)) onbekend).",
      "There may be more ways: what replaces each other may share something (\(list(keys)) unknown)."
    )
  }

  /// What a shape in which causes meet says.
  var jointKey: String {
    pick(
      "pas als alles wat erheen wijst is uitgevallen", "only once all that leads to it has failed")
  }
}

extension Legend {
  /// The key of ways to lose a component.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  static func cutSets(_ diagram: Diagram, _ words: DiagramWords) -> [Diagram.LegendEntry] {
    var entries = grades(diagram, words)
    if diagram.shapes.contains(where: { $0.outline == .cause }) {
      entries.append(.init(sample: .none, text: words.causeKey))
    }
    if diagram.shapes.contains(where: \.isUnknown) {
      entries.append(.init(sample: .none, text: "? \(words.needsMore)"))
    }
    return entries
  }
}
