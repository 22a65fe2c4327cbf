import Foundation

extension OpenPSASession {
  private static let functions: [String: @Sendable (Double) -> Double] = [
    "neg": { -$0 }, "abs": { abs($0) }, "exp": { exp($0) }, "log": { log($0) },
    "ln": { log($0) }, "log10": { log10($0) }, "sqrt": { $0.squareRoot() },
    "ceil": { $0.rounded(.up) }, "floor": { $0.rounded(.down) }, "sin": { sin($0) },
    "cos": { cos($0) }, "tan": { tan($0) }, "asin": { asin($0) }, "acos": { acos($0) },
    "atan": { atan($0) }, "sinh": { sinh($0) }, "cosh": { cosh($0) }, "tanh": { tanh($0) },
    "not": { $0 == 0 ? 1 : 0 },
  ]
  private static let pairs: [String: @Sendable (Double, Double) -> Double] = [
    "pow": { pow($0, $1) }, "mod": { $0.truncatingRemainder(dividingBy: $1) },
    "eq": { $0 == $1 ? 1 : 0 }, "df": { $0 != $1 ? 1 : 0 }, "lt": { $0 < $1 ? 1 : 0 },
    "gt": { $0 > $1 ? 1 : 0 }, "leq": { $0 <= $1 ? 1 : 0 }, "geq": { $0 >= $1 ? 1 : 0 },
    // A failure rate over a time; exact also where the product is tiny.
    "exponential": { -expm1(-$0 * $1) },
    // Random deviates stand for their mean.
    "uniform-deviate": { ($0 + $1) / 2 }, "gamma-deviate": { $0 * $1 },
    "beta-deviate": { $0 / ($0 + $1) },
  ]
  private static let series: [String: @Sendable ([Double]) -> Double] = [
    "add": { $0.reduce(0, +) }, "mul": { $0.reduce(1, *) },
    "sub": { $0.dropFirst().reduce($0[0], -) }, "div": { $0.dropFirst().reduce($0[0], /) },
    "min": { $0.dropFirst().reduce($0[0]) { min($0, $1) } },
    "max": { $0.dropFirst().reduce($0[0]) { max($0, $1) } },
    "mean": { $0.reduce(0, +) / Double($0.count) },
    "and": { $0.contains(0) ? 0 : 1 }, "or": { $0.allSatisfy { $0 == 0 } ? 0 : 1 },
  ]
  private static let otherTags = [
    "float", "int", "bool", "parameter", "system-mission-time", "pi", "ite", "switch", "GLM",
    "Weibull", "periodic-test", "normal-deviate", "lognormal-deviate",
  ]
  private static let tags =
    (Array(functions.keys) + Array(pairs.keys) + Array(series.keys) + otherTags).sorted()

  // MARK: - What has a value

  /// Computes every parameter, those that others need first.
  ///
  /// - Complexity: O(*n*) for *n* elements.
  func readParameters() {
    parameterValues = Array(repeating: nil, count: parameters.count)
    let order = DefinitionOrder(of: parameters.count) { number in
      let parameter = parameters[number]
      return tree.subtree(of: parameter.element).compactMap { element in
        guard tree.tag(element) == "parameter", let name = tree.attribute("name", of: element)
        else {
          return nil
        }
        return parameterNames.item(name.trimmed, from: parameter.scope)
      }
    }
    if let cycle = order.cycle, let first = cycle.first {
      report(
        .cycle,
        "parameters are defined by each other: "
          + DefinitionOrder.sentence(cycle.map { parameters[$0].name }),
        at: parameters[first].element, id: parameters[first].name)
      return
    }
    for number in order.order {
      let parameter = parameters[number]
      parameterValues[number] = value(inside: parameter.element, parameter.scope)
    }
  }

  /// Gives every basic event that is in no group its number and probability.
  ///
  /// - Complexity: O(*n*) for *n* elements.
  func readProbabilities() {
    for (index, event) in events.enumerated() {
      guard event.kind == .basicEvent, groupOfMember[index] == nil else { continue }
      builder.define(event.gate, as: .event(builder.addEvent()))
      let isGiven = !content(of: event.element).isEmpty
      basicEvents.append(
        FaultTrees.BasicEvent(
          name: event.name, label: label(of: event.element),
          probability: isGiven ? probability(in: event.element, of: event.name, event.scope) : nil))
    }
  }

  /// The probability that an element holds; nil where it is none, which was reported.
  func probability(
    in element: Element, of name: String, _ scope: OpenPSANames.Scope
  ) -> Double? {
    guard let value = value(inside: element, scope) else { return nil }
    if (0...1).contains(value) { return value }
    report(
      .outOfRange,
      value.isNaN
        ? "the probability of `\(name)` is not a number"
        : "the probability of `\(name)` is \(value), not between 0 and 1",
      at: content(of: element).first ?? element, id: name)
    return nil
  }

  /// The value of the one expression in an element.
  func value(inside element: Element, _ scope: OpenPSANames.Scope) -> Double? {
    let content = content(of: element)
    guard content.count == 1 else {
      report(
        content.isEmpty ? .missingKey : .badValue,
        "`<\(tree.tag(element))>` needs one expression, not \(content.count)",
        at: content.dropFirst().first ?? element)
      return nil
    }
    return value(of: content[0], scope)
  }

  // MARK: - Expressions

  private func value(of element: Element, _ scope: OpenPSANames.Scope) -> Double? {
    switch tree.tag(element) {
    case "float", "int", "bool": return literal(element)
    case "pi": return .pi
    case "system-mission-time": return missionTime
    case "parameter": return parameter(element, scope)
    case "switch": return chosen(element, scope)
    case let tag: return operation(tag, element, scope)
    }
  }

  private func literal(_ element: Element) -> Double? {
    guard let text = required("value", of: element) else { return nil }
    if let number = Double(decimal: text) { return number }
    switch text {
    case "true": return 1
    case "false": return 0
    case "INF", "+INF": return .infinity
    case "-INF": return -.infinity
    case "NaN": return .nan
    default:
      report(.badValue, "`\(text.prefix(40))` is no number that can be computed with", at: element)
      return nil
    }
  }

  private func parameter(_ element: Element, _ scope: OpenPSANames.Scope) -> Double? {
    guard let name = required("name", of: element) else { return nil }
    guard let number = parameterNames.item(name, from: scope) else {
      report(
        .unknownReference, "there is no parameter `\(name)`", at: element, id: name,
        hint: hint(for: name, among: parameters.map(\.name)))
      return nil
    }
    return parameterValues[number]
  }

  /// The value of the first case that applies, else the one given last.
  private func chosen(_ element: Element, _ scope: OpenPSANames.Scope) -> Double? {
    for child in content(of: element) {
      guard tree.tag(child) == "case" else { return value(of: child, scope) }
      let parts = content(of: child)
      guard parts.count == 2 else { return arity("case", 2, parts.count, at: child) }
      guard let condition = value(of: parts[0], scope) else { return nil }
      if condition != 0 { return value(of: parts[1], scope) }
    }
    return arity("switch", 1, 0, at: element)
  }

  private func operation(
    _ tag: String, _ element: Element, _ scope: OpenPSANames.Scope
  ) -> Double? {
    guard Self.tags.contains(tag) else {
      reportUnsupported(element, in: "an expression", Self.tags)
      return nil
    }
    let parts = content(of: element)
    let values = parts.compactMap { value(of: $0, scope) }
    // A part that is wrong was reported.
    guard values.count == parts.count else { return nil }
    if let function = Self.functions[tag] {
      return values.count == 1 ? function(values[0]) : arity(tag, 1, values.count, at: element)
    }
    if let pair = Self.pairs[tag] {
      return values.count == 2
        ? pair(values[0], values[1]) : arity(tag, 2, values.count, at: element)
    }
    if let series = Self.series[tag] {
      return values.isEmpty ? arity(tag, 1, 0, at: element) : series(values)
    }
    return distribution(tag, values, at: element)
  }

  private func distribution(_ tag: String, _ values: [Double], at element: Element) -> Double? {
    switch (tag, values.count) {
    case ("ite", 3): return values[0] != 0 ? values[1] : values[2]
    // The mean, whatever the spread.
    case ("normal-deviate", 2), ("lognormal-deviate", 3): return values[0]
    case ("lognormal-deviate", 2): return exp(values[0] + values[1] * values[1] / 2)
    case ("GLM", 4): return Self.repairable(values)
    case ("Weibull", 4):
      let time = values[3] - values[2]
      return time <= 0 ? 0 : -expm1(-pow(time / values[0], values[1]))
    case ("periodic-test", 4): return Self.tested(values)
    case ("periodic-test", _):
      report(
        .unsupported, "a periodic test with \(values.count) arguments is not supported",
        at: element, hint: "rate, interval, first test and time are")
      return nil
    default:
      let wanted = ["ite": 3, "normal-deviate": 2, "lognormal-deviate": 3][tag] ?? 4
      return arity(tag, wanted, values.count, at: element)
    }
  }

  /// The unavailability of something that fails on demand, fails at a rate and is repaired at one.
  private static func repairable(_ values: [Double]) -> Double {
    let (onDemand, failure, repair, time) = (values[0], values[1], values[2], values[3])
    let rate = failure + repair
    guard rate > 0 else { return onDemand }
    let steady = failure / rate
    return steady + (onDemand - steady) * exp(-rate * time)
  }

  /// The unavailability of something that is as new after each test.
  private static func tested(_ values: [Double]) -> Double {
    let (failure, interval, first, time) = (values[0], values[1], values[2], values[3])
    guard time > first, interval > 0 else { return -expm1(-failure * time) }
    let since = (time - first).truncatingRemainder(dividingBy: interval)
    // At the moment of a test it has not been done yet.
    return -expm1(-failure * (since == 0 ? interval : since))
  }

  private func arity(_ tag: String, _ wanted: Int, _ count: Int, at element: Element) -> Double? {
    report(
      .badThreshold, "`<\(tag)>` has \(count) arguments, not \(wanted)", at: element)
    return nil
  }
}
