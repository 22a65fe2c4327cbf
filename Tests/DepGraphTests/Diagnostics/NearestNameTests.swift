import DepGraph
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("requries", ["requires", "region", "repair"], "requires"),
    ("Nafin", ["nafin", "nafin-routing"], "nafin"),
    ("zzz", ["nafin", "mulan"], nil),
    ("", ["a"], nil),
  ])
  func findsTheNearest(word: String, known: [String], expected: String?) {
    #expect(nearestName(to: word, among: known) == expected)
  }
}
