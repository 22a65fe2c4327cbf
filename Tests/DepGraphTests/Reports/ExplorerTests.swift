import Foundation
import Testing

@testable import DepGraph

/// The explorer's file, as far as it can be judged without a browser; `Tests/Browser` opens it.
@Suite struct ExplorerTests {
  @Test func thePolicyAllowsTheScriptAndTheStyleOfThePageAndNothingElse() throws {
    let page = try Self.page(of: ShippedModel("voorbeeld").compiled)
    let policy = try #require(
      page.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)?.output.1)
    let style = try #require(page.firstMatch(of: /<style>([\s\S]*?)<\/style>/)?.output.1)
    let script = try #require(page.firstMatch(of: /<script>([\s\S]*?)<\/script>/)?.output.1)
    #expect(policy.hasPrefix("default-src 'none';"))
    #expect(policy.contains("script-src '\(Explorer.integrity(of: String(script)))'"))
    #expect(policy.contains("style-src '\(Explorer.integrity(of: String(style)))'"))
    #expect(!policy.contains("unsafe") && !policy.contains("http"))
    #expect(page.matches(of: /<script/).count == 2)
  }

  @Test func theDigestOfAPolicyIsThatOfTheStandard() {
    // The example of the specification (CSP 3, "sha256-" and the digest in base 64).
    #expect(
      Explorer.integrity(of: "alert('Hello, world.');")
        == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=")
  }

  @Test func nothingInThePageIsLoadedFromElsewhere() throws {
    let page = try Self.page(of: ShippedModel("nafin").compiled)
    for pattern in [#"src="http"#, #"href="http"#, "@import", "url(", "fetch(", "XMLHttp"] {
      #expect(!page.contains(pattern), "\(pattern)")
    }
  }

  @Test func theDataHoldEveryElementInBothLanguages() throws {
    let compiled = try ShippedModel("voorbeeld").compiled
    let page = try Self.page(of: compiled)
    let json = try #require(
      page.firstMatch(of: /<script type="application\/json" id="data">([\s\S]*?)<\/script>/))
    let object = try JSONSerialization.jsonObject(with: Data(json.output.1.utf8))
    let data = try #require(object as? [String: Any])
    let model = try #require(data["model"] as? [String: Any])
    #expect(model["ids"] as? [String] == compiled.table.ids)
    #expect((model["names"] as? [[String]])?.count == compiled.table.count)
    #expect(data["languages"] as? [String] == ["nl", "en"])
    let reports = try #require(data["reports"] as? [[String: Any]])
    #expect(reports.allSatisfy { $0["nl"] != nil && $0["en"] != nil })
    let texts = try #require(data["texts"] as? [String])
    #expect(Set(texts).count == texts.count && texts.contains("Wie gebruikt wat in de test"))
  }

  @Test func hostileNamesStayText() throws {
    let model = try TestModel(
      """
        - {id: a, name: "</script><script>alert(1)</script>", kind: network-element}
        - {id: b, name: 'x" onload="y <!-- & <b>', kind: consumer, requires: [a]}
      """)
    let page = try Self.page(of: model.compiled)
    #expect(page.matches(of: /<script/).count == 2 && page.matches(of: /<\/script/).count == 2)
    #expect(!page.contains("<b>") && !page.contains("<!--"))
    #expect(page.contains(#"\u003c/script\u003e\u003cscript\u003ealert(1)"#))
  }

  @Test func whatFindsNoRoomIsCounted() throws {
    let rows = (0..<500).map { ["row \($0)"] }
    let items = (0..<300).map { Report.Item("item \($0)") }
    let report = Report(
      title: "t", keySentence: "k",
      blocks: [.table(.init(names: ["n"], rows: rows)), .list(items)],
      data: .init(names: [], rows: []))
    for (budget, isWhole) in [(2_000, false), (9_000, false), (100_000, true)] {
      var texts = InternedTexts()
      let data = texts.data(of: report, budget: budget)
      guard case .array(let blocks) = data["blocks"], case .array(let table) = blocks[0],
        case .array(let shown) = table[1]["rows"], case .integer(let unseen) = table[1]["unseen"]
      else { throw JSONShapeError() }
      #expect(shown.count + unseen == rows.count, "budget \(budget)")
      #expect((unseen == 0 && blocks.count == 2) == isWhole, "budget \(budget)")
      guard !isWhole else { continue }
      guard case .array(let rest) = blocks[2], case .array(let counts) = rest[1],
        case .integer(let seen) = counts[0], case .integer(let missing) = counts[1]
      else { throw JSONShapeError() }
      #expect(seen + missing == items.count, "budget \(budget)")
      #expect(texts.size < budget + 300, "budget \(budget) became \(texts.size)")
    }
  }

  private struct JSONShapeError: Error {}

  @Test func aPageOf2000ComponentsStaysSmall() throws {
    var model = Model()
    for number in 0..<2_000 {
      var component = Component(id: "component-\(number)")
      component.kind = number % 5 == 0 ? .process : .service
      let below = [number / 2, number / 3].filter { $0 < number }
      let references = Set(below).sorted().map { below in
        Requirement.reference(Reference("component-\(below)", evidence: Evidence(.fictional)))
      }
      let need = number > 0 && number % 4 == 0 ? RequirementGroup.Need.any : .all
      component.requires = .group(RequirementGroup(need, references))
      component.statesRequires = true
      model.components.append(component)
    }
    let page = try Self.page(of: CompiledModel(model))
    #expect(page.utf8.count < 700_000, "\(page.utf8.count) bytes without pictures")
  }

  private static func page(of compiled: CompiledModel) throws -> String {
    let report = Report(
      title: "Wie gebruikt wat in de test", keySentence: "k", blocks: [.paragraph("p")],
      data: .init(names: [], rows: []))
    return Explorer(
      compiled, panels: [.init(name: "register", dutch: report, english: report)], figures: [],
      language: .dutch
    ).page
  }
}
