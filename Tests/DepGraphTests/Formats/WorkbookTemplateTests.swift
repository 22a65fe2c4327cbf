import Testing

@testable import DepGraph

/// The template is read back by the map that is made from the same list of columns.
@Suite struct WorkbookTemplateTests {
  private func imported(_ language: Language) throws -> ImportedModel {
    var options = ImportOptions()
    options.language = language
    options.basis = .fictional
    let bytes = try WorkbookTemplate(language: language).bytes()
    return try TableImporter().read([InputFile(bytes: bytes, name: "w.xlsx")], options: options)
  }

  @Test(arguments: Language.allCases) func theSameBytesEachTime(language: Language) throws {
    let bytes = try WorkbookTemplate(language: language).bytes()
    #expect(try WorkbookTemplate(language: language).bytes() == bytes)
    #expect(bytes.count < 40_000)
  }

  @Test(arguments: Language.allCases) func theExamplesHoldTogether(language: Language) throws {
    let found = try imported(language)
    #expect(found.warnings.isEmpty, "\(found.warnings)")
    let model = found.model
    #expect(model.components.count { $0.kind == .process } == 3)
    #expect(model.components.count { $0.kind != .process && $0.kind != .channel } == 3)
    #expect(model.contracts.count == 3)
    #expect(model.contacts.count == 3)
    #expect(model.components.count { $0.kind == .channel } == 4)
    let calls = try #require(model.components.first)
    #expect(calls.requires.references.count == 2)
    #expect(calls.continuity.recoveryTimeObjective?.seconds == 3600.0)
    #expect(calls.tags == ["not-applicable-rpo"])
    #expect(model.contracts.allSatisfy { $0.covers != .unknown })
    #expect(model.contracts[1].serviceWindow != .always)
    #expect(model.contacts[0].deputy == model.contacts[1].id)
  }

  /// What one language says, the other says too.
  @Test func bothLanguagesMakeTheSameModel() throws {
    let shapes = try Language.allCases.map { language in
      try imported(language).model.components.map { component in
        "\(component.kind) \(component.requires.references.count) \(component.statesRequires)"
      }
    }
    #expect(shapes[0] == shapes[1])
  }

  @Test func everyColumnIsOneThatItsRowsHave() {
    for sheet in TableTemplate.sheets {
      for column in sheet.columns {
        #expect(sheet.row.fields.contains(column.field), "\(sheet.title) \(column.title)")
        #expect(column.examples.count == 3, "\(column.title)")
        // What Excel takes as a list of words, and as the name of a sheet.
        if case .words(let words) = column.choice {
          #expect(words.map(\.dutch).joined(separator: ",").count < 250)
          #expect(words.map(\.english).joined(separator: ",").count < 250)
        }
      }
      #expect(sheet.title.dutch.count <= 31 && sheet.title.english.count <= 31)
    }
  }
}
