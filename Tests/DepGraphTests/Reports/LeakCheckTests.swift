import Foundation
import Testing

@testable import DepGraph

/// A model with one secret of each sort.
private enum Guarded {
  static let name = "Kabelput Zwartwater"

  static let model: Model = {
    var component = Component(id: "kabelput-zwartwater")
    component.name = LocalizedText(
      [.dutch: name, .english: "Blackwater Manhole"], fallback: .dutch)
    component.note = LocalizedText(
      "De put achter het hek aan de noordkant is nooit op slot geweest.", in: .dutch)
    component.users = .known(731_847)
    component.position = Position(latitude: 52.13579, longitude: 5.24681)
    component.external = [ExternalID(register: "cmdb", id: "CI0099887")]
    component.tags = ["vk7"]
    component.checked = CalendarDate(year: 2026, month: 1, day: 13)
    var source = Source(id: "brief")
    source.url = "https://geheim.voorbeeld.example/nota-12"
    source.title = LocalizedText("Café Élysée, bijlage", in: .dutch)
    var model = Model()
    model.name = LocalizedText("Model Vlinder", in: .dutch)
    model.components = [component]
    model.sources = [source]
    model.digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    return model
  }()

  static let hidden = HiddenFacts(of: model, butFor: 0)

  static func leaks(_ text: String, name: String = "page.html") -> [LeakCheck.Leak] {
    leaks(Array(text.utf8), name: name)
  }

  static func leaks(_ bytes: [UInt8], name: String = "page.html") -> [LeakCheck.Leak] {
    LeakCheck([.init(name: name, bytes: bytes)], for: hidden).leaks
  }

  static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
  static func hexadecimal(_ text: String) -> String {
    text.utf8.map { String($0 / 16, radix: 16) + String($0 % 16, radix: 16) }.joined()
  }
}

@Suite struct LeakCheckTests {
  /// Each of these holds something hidden, written in some other way.
  static let disguises: [String] = [
    Guarded.name, "KABELPUT zwartwater", "x<b>Kabelput</b> <i>Zwartwater</i>",
    "<text>Kabelput</text>\n<text>Zwartwater</text>",
    "<tspan>Kabel</tspan><tspan>put Zwart</tspan>water",
    "kabelputZwartwater", "kabelput_zwartwater", "pre-kabelput-zwartwater-post",
    "Kabelput\u{00A0}Zwartwater", "Kabel\u{00AD}put Zwart\u{200B}water", "Ｋａｂｅｌｐｕｔ Ｚｗａｒｔｗａｔｅｒ",
    "Kabelput&nbsp;Zwartwater", "&#75;abelput &#x5A;wartwater",
    "{\"a\": \"\\u004babelput Zwartwater\"}",
    "Kabelput%20Zwartwater", "?q=kabelput%2Dzwartwater", "=4Babelput =5Awartwater",
    "data:text/plain;base64," + Guarded.base64("zie " + Guarded.name),
    Guarded.base64(Guarded.base64(Guarded.name)), Guarded.hexadecimal(Guarded.name),
    "<!-- Kabelput Zwartwater -->", "&#75&#97&#98&#101&#108put Zwartwater",
    "K a b e l p u t Z w a r t w a t e r",
    "c i 0 0 9 9 8 8 7", "content: '\\00004Babelput Zwartwater'",
    "4b 61 62 65 6c 70 75 74 20 5a 77 61 72 74 77 61 74 65 72",
    "0x43,0x49,0x30,0x30,0x39,0x39,0x38,0x38,0x37", "x\0C\0I\00\00\09\09\08\08\07\0",
    "<svg><title>Kabelput Zwartwater</title></svg>",
    "<svg><g id=\"kabelput-zwartwater\"/></svg>",
    "<a href=\"https://x.example/kabelput-zwartwater\">x</a>",
    "<meta name=\"x\" content=\"blackwater manhole\">", "Blackwater  Manhole",
    "achter het hek aan de noordkant", "geheim.voorbeeld.example", "cafe elysee, bijlage",
    "Cafe\u{0301} E\u{0301}lyse\u{0301}e, bijlage", "CAF%C3%89 %C3%89LYS%C3%89E, BIJLAGE",
    "xCI0099887x",
    "ci0099887", "een vk7 daar", "model vlinder", "0123456789ab", "2026-01-13", "20260113",
    "op 13 januari 2026", "13 January 2026", "731847 mensen", "731.847 mensen", "731,847 people",
    "{\"users\": 731847}", "op 52.13579", "52,136 en 5,247", "(52.14, 5.25)", "lat 52.1 lon 5.2",
  ]

  @Test(arguments: disguises) func everyDisguiseIsSeenThrough(text: String) {
    #expect(!Guarded.leaks(text).isEmpty, "\(text)")
  }

  /// Nothing hidden stands in these, although they look like it.
  static let harmless: [String] = [
    "", "Kabel en water", "<p class=\"vk7\">leeg</p>", "rvk7x", "731848", "52.1 procent van 9.7",
    "52.5 en 5.9", "2026-01-12", "CI009988", "zwart op wit", "<svg><path d=\"M52.13 5.24\"/></svg>",
    "<style>p { width: 731847px }</style>", "iVBORw0KGgo=", "modelspoor en vlindertuin",
  ]

  @Test(arguments: harmless) func whatIsHarmlessIsLeftAlone(text: String) {
    #expect(Guarded.leaks(text) == [], "\(text)")
  }

  @Test(
    arguments: [
      "document.docx", "stored.zip", "name.zip", "comment.zip", "text.png", "ztxt.png", "itxt.png",
      "text.gz", "stream.pdf", "info.pdf", "octal.pdf", "drawn.pdf",
    ])
  func packedFilesAreLookedInto(file: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Fixture.path("leaks/\(file)"))))
    #expect(!Guarded.leaks(bytes, name: "a").isEmpty, "\(file)")
    // Also inside a page, where it is written as digits.
    let page = "<img src=\"data:x;base64,\(Data(bytes).base64EncodedString())\">"
    #expect(!Guarded.leaks(page).isEmpty, "\(file) in a page")
  }

  @Test(arguments: ["clean.docx", "clean.png", "clean.pdf"])
  func packedFilesWithoutSecretsPass(file: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Fixture.path("leaks/\(file)"))))
    #expect(Guarded.leaks(bytes, name: "a") == [])
  }

  @Test func whatCannotBeLookedIntoIsSaid() throws {
    let bytes = [UInt8](
      try Data(contentsOf: URL(fileURLWithPath: Fixture.path("leaks/clean.png"))))
    let check = LeakCheck([.init(name: "a.png", bytes: bytes)], for: Guarded.hidden)
    #expect(check.unread == ["a.png: PNG: what is drawn"])
  }

  @Test func filesOfOtherKindsAreNotPassedInSilence() {
    let bytes: [UInt8] = [0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0xFF, 0xFE, 0xC0, 0x80]
    let check = LeakCheck([.init(name: "a.bz2", bytes: bytes)], for: Guarded.hidden)
    #expect(check.leaks == [] && check.unread == ["a.bz2: a file of a kind that is not known"])
  }

  @Test func namesOfFilesAreLookedAt() {
    #expect(Guarded.leaks("x", name: "kabelput-zwartwater.svg").first?.place == "file name")
    #expect(!Guarded.leaks("x", name: "Kabelput%20Zwartwater.txt").isEmpty)
    #expect(Guarded.leaks("x", name: "index.html") == [])
  }

  @Test func wideLettersAreRead() {
    for isBig in [true, false] {
      let units = Array("zie \(Guarded.name) daar".utf16)
      let bytes = units.flatMap { unit in
        isBig
          ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
      }
      #expect(!Guarded.leaks(bytes).isEmpty)
    }
  }

  @Test func whatMayStandIsNoLeak() {
    let given = ["Kabelput Zwartwater", "2026-01-13"]
    let hidden = HiddenFacts(of: Guarded.model, butFor: given)
    let check = { (text: String) in
      LeakCheck([.init(name: "p", bytes: Array(text.utf8))], for: hidden).leaks.map(\.secret)
    }
    #expect(check("Dit is Kabelput Zwartwater.") == [])
    #expect(check("<text>Kabelput</text><text>Zwartwater</text>") == [])
    #expect(check("Blackwater Manhole") == ["Blackwater Manhole"])
  }

  @Test func wordsOfTheProgramAreNoSecrets() {
    var model = Model()
    model.components = ["service", "storing", "quuxotic"].map { Component(id: $0) }
    let hidden = HiddenFacts(of: model, butFor: 0)
    #expect(hidden.notSearched.contains("service") && hidden.notSearched.contains("storing"))
    #expect(hidden.secrets.contains { $0.written == "quuxotic" })
    let more = HiddenFacts(of: model, butFor: 0, orCommon: ["Quuxotic"])
    #expect(more.notSearched.contains("quuxotic"))
  }

  /// Whatever is planted at random is found, and without it nothing is.
  @Test(arguments: 0..<60) func plantedSecretsAreFound(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("bcdfghjkmnpqrstvwxz")
    func word(_ count: Int) -> String {
      String((0..<count).map { _ in letters.randomElement(using: &random) ?? "x" })
    }
    var model = Model()
    let secrets = (0..<20).map { _ in
      "\(word(4))-\(word(3))\(Int.random(in: 0...9, using: &random))"
    }
    model.components = secrets.map { Component(id: $0) }
    let hidden = HiddenFacts(of: model, butFor: 0)
    let filler = (0..<200).map { _ in "aeiou\(word(2))" }.joined(separator: " ")
    let planted = secrets.randomElement(using: &random) ?? ""
    let forms: [(String) -> String] = [
      { $0 }, { $0.uppercased() }, { Guarded.base64("ae \($0)") }, { Guarded.hexadecimal($0) },
      { $0.replacingOccurrences(of: "-", with: "%2D") },
      { $0.replacingOccurrences(of: "-", with: "") },
      { $0.map { "&#\($0.unicodeScalars.first?.value ?? 0);" }.joined() },
    ]
    let form = forms.randomElement(using: &random) ?? { $0 }
    let clean = LeakCheck([.init(name: "f", bytes: Array(filler.utf8))], for: hidden)
    #expect(clean.leaks == [], "seed \(seed)")
    let text = "\(filler) \(form(planted)) \(filler)"
    let dirty = LeakCheck([.init(name: "f", bytes: Array(text.utf8))], for: hidden)
    #expect(dirty.leaks.map(\.secret).contains(planted), "seed \(seed): \(form(planted))")
  }
}

@Suite struct TextSearchTests {
  /// All matches, also of texts inside others, as a search one by one finds them.
  @Test(arguments: 0..<100) func itFindsWhatLookingOneByOneFinds(seed: Int) {
    var random = SeededGenerator(seed: seed)
    func bytes(_ range: ClosedRange<Int>) -> [UInt8] {
      (0..<Int.random(in: range, using: &random)).map { _ in
        UInt8.random(in: 97...98, using: &random)
      }
    }
    let texts = Array(Set((0..<8).map { _ in bytes(1...4) })).sorted {
      $0.lexicographicallyPrecedes($1)
    }
    let whole = bytes(0...40)
    var wanted: Set<TextSearch.Match> = []
    for (index, text) in texts.enumerated() where text.count <= whole.count {
      for start in 0...(whole.count - text.count)
      where whole[start..<start + text.count].elementsEqual(text) {
        wanted.insert(.init(text: index, range: start..<start + text.count))
      }
    }
    let found = TextSearch(texts).matches(in: whole)
    #expect(Set(found) == wanted && found.count == wanted.count, "seed \(seed)")
  }
}
