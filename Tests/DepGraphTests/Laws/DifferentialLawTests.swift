import Testing

/// The engines against each other; the million of `make soak` are run by the program for it.
@Suite struct DifferentialLawTests {
  @Test(arguments: 0..<4) func theEnginesAgree(block: Int) {
    for seed in block * 100..<(block + 1) * 100 {
      let flaw = DifferentialCheck(seed: seed).flaw()
      #expect(flaw == nil, "seed \(seed)")
    }
  }
}
