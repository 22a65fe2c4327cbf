import Testing

@testable import DepGraph

@Suite struct PseudonymsTests {
  private static let key = RedactionKey(secret: Array(0..<32))

  private func model(_ ids: [String]) -> Model {
    var model = Model()
    model.components = ids.map { Component(id: $0) }
    return model
  }

  @Test func theKeyedDigestIsThatOfTheStandard() {
    // RFC 4231, test cases 1 (its key filled up with nothing) and 6.
    let first = RedactionKey(secret: Array(repeating: 0x0B, count: 20))
    #expect(first.stamp(of: "Hi There") == "b0344c61d8db3853")
    let long = RedactionKey(secret: Array(repeating: 0xAA, count: 131))
    #expect(
      long.stamp(of: "Test Using Larger Than Block-Size Key - Hash Key First") == "60e431591ee0b67f"
    )
  }

  @Test func theSameKeyGivesTheSameNameWhateverElseThereIs() {
    let small = Pseudonyms(for: model(["router"]), digest: Self.key.digest)
    let large = Pseudonyms(for: model(["a", "router", "z"]), digest: Self.key.digest)
    #expect(small["router"] == large["router"])
    #expect(small["router"].hasPrefix("component-"))
    #expect(small["router"].split(separator: "-").count == 3)
    let other = RedactionKey(secret: Array(1..<33))
    #expect(Pseudonyms(for: model(["router"]), digest: other.digest)["router"] != small["router"])
  }

  @Test func theSameDigitsGetMoreOfThem() {
    // A digest of which the first four bytes are the same for all.
    let digest = { (text: String) -> [UInt8] in
      [1, 2, 3, 4] + Self.key.digest(of: text).prefix(12)
    }
    let names = Pseudonyms(for: model((0..<50).map { "c\($0)" }), digest: digest)
    let all = (0..<50).map { names["c\($0)"] }
    #expect(Set(all).count == 50)
    #expect(all.allSatisfy { $0.hasPrefix("component-0102-0304-") })
  }

  @Test func idsOfOneModelHaveDifferentNames() {
    let ids = (0..<5_000).map { "c\($0)" }
    let names = Pseudonyms(for: model(ids), digest: Self.key.digest)
    #expect(Set(ids.map { names[$0] }).count == ids.count)
  }
}

@Suite struct RedactionKeyTests {
  @Test func aNewKeyIsPrivateAndStays() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/secret.key"
    let made = try RedactionKey.from(path)
    #expect(made.isNew)
    let mode = try FileManagerMode.of(path)
    #expect(mode == 0o600)
    let again = try RedactionKey.from(path)
    #expect(!again.isNew)
    #expect(again.key.digest(of: "x") == made.key.digest(of: "x"))
    let other = try RedactionKey.from(folder.path + "/other.key")
    #expect(other.key.digest(of: "x") != made.key.digest(of: "x"))
  }

  @Test func whatIsNoKeyIsRefused() throws {
    let folder = try TemporaryFolder()
    let short = try folder.write("short", Array("abcd".utf8))
    try FileManagerMode.set(0o600, of: short)
    #expect(throws: RedactionKey.Problem.malformed(path: short)) {
      _ = try RedactionKey.from(short)
    }
    let open = try folder.write("open", Array(String(repeating: "ab", count: 32).utf8))
    try FileManagerMode.set(0o644, of: open)
    #expect(throws: RedactionKey.Problem.open(path: open)) { _ = try RedactionKey.from(open) }
    let nowhere = folder.path + "/no/where"
    #expect(throws: RedactionKey.Problem.self) { _ = try RedactionKey.from(nowhere) }
  }
}
