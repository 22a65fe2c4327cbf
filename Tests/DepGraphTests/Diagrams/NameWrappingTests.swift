import Testing

@testable import DepGraph

@Suite struct NameWrappingTests {
  @Test func shortNamesStayWhole() {
    #expect(WrappedName("NAFIN", width: 20, lineCount: 2).lines == ["NAFIN"])
  }

  @Test func linesComeOutEven() {
    let name = WrappedName("Luchtverkeersleiding vliegbasis Eindhoven", width: 24, lineCount: 2)
    #expect(
      name == WrappedName("Luchtverkeersleiding vliegbasis Eindhoven", width: 24, lineCount: 2))
    #expect(name.lines == ["Luchtverkeersleiding", "vliegbasis Eindhoven"])
    #expect(!name.isCut)
  }

  @Test func hyphensBreakButNotInsideShortNames() {
    #expect(
      WrappedName("Zeewacht-centrum", width: 10, lineCount: 2).lines == ["Zeewacht-", "centrum"])
    #expect(WrappedName("RON DC-I", width: 6, lineCount: 2).lines == ["RON", "DC-I"])
  }

  @Test func whatDoesNotFitIsCutAndSaid() {
    let name = WrappedName("een twee drie vier vijf zes", width: 9, lineCount: 2)
    #expect(name.lines.count == 2)
    #expect(name.lines[1].hasSuffix("…"))
    #expect(name.isCut)
    let word = WrappedName(String(repeating: "x", count: 40), width: 10, lineCount: 1)
    #expect(word.lines == [String(repeating: "x", count: 9) + "…"])
    #expect(word.isCut)
  }

  @Test(arguments: 0..<200) func nothingIsLostUnsaid(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let words = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      String(repeating: "a", count: Int.random(in: 1...12, using: &random))
    }
    let text = words.joined(separator: " ")
    let name = WrappedName(
      text, width: Int.random(in: 4...30, using: &random),
      lineCount: Int.random(in: 1...4, using: &random), isBalanced: random.chance(0.5))
    if !name.isCut { #expect(name.lines.joined(separator: " ") == text, "seed \(seed)") }
  }
}
