import DepGraph
import Foundation
import Testing

/// What `depgraph doctor` finds.
@Suite struct GraphvizInstallationTests {
  @Test func thisMachineIsComplete() throws {
    let installation = GraphvizInstallation(examining: RendererUnderTest.isolated)
    #expect(installation.version?.contains(".") == true)
    #expect(installation.engines.allSatisfy { $0.failure == nil })
    #expect(installation.formats.map(\.name) == ImageFormat.allCases.map(\.rawValue))
    #expect(installation.formats.allSatisfy { $0.failure == nil })
    #expect(installation.fonts.allSatisfy { $0.isPresent }, "\(installation.fonts)")
    #expect(installation.missingSymbols.isEmpty)
    #expect(installation.isComplete)
  }

  @Test func missingFontsAreSeen() throws {
    try RendererUnderTest.withTemporaryFolder { folder in
      let configuration = folder.appendingPathComponent("fonts.conf").path
      try "<?xml version=\"1.0\"?><fontconfig></fontconfig>"
        .write(toFile: configuration, atomically: true, encoding: .utf8)
      var renderer = RendererUnderTest.isolated
      renderer.environment["FONTCONFIG_FILE"] = configuration
      let installation = GraphvizInstallation(examining: renderer)
      #expect(installation.version != nil)
      #expect(installation.fonts.allSatisfy { !$0.isPresent }, "\(installation.fonts)")
      #expect(installation.missingSymbols == GraphvizInstallation.symbols)
      #expect(!installation.isComplete)
    }
  }

  @Test func aSubstituteWithOtherWidthsIsSeen() throws {
    try RendererUnderTest.withTemporaryFolder { folder in
      // Only DejaVu, as where nobody installed a font with the widths of Arial.
      let configuration = folder.appendingPathComponent("fonts.conf").path
      try """
      <?xml version="1.0"?><fontconfig><dir>/usr/share/fonts</dir>
      <selectfont><rejectfont><glob>*iberation*</glob></rejectfont></selectfont>
      <cachedir>\(folder.path)</cachedir></fontconfig>
      """.write(toFile: configuration, atomically: true, encoding: .utf8)
      var renderer = RendererUnderTest.isolated
      renderer.environment["FONTCONFIG_FILE"] = configuration
      let installation = GraphvizInstallation(examining: renderer)
      #expect(installation.fonts.contains { ($0.width ?? 0) > 1_000 && !$0.isPresent })
    }
  }

  @Test func noProgramMeansNothingWorks() {
    let installation = GraphvizInstallation(examining: IsolatedRenderer(executable: "/nonexistent"))
    #expect(installation.version == nil && !installation.isComplete)
    #expect(installation.engines.allSatisfy { $0.failure != nil })
  }
}
