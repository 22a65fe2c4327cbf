import Foundation
import Testing

@testable import DepGraph

/// What `make install` puts into a folder, and what `make uninstall` leaves there.
@Suite struct InstallationTests {
  /// A folder into which the built command was installed.
  private struct Installed {
    let folder: TemporaryFolder
    var prefix: String { folder.path + "/prefix" }
    var command: String { prefix + "/bin/depgraph" }

    init() throws {
      folder = try TemporaryFolder()
      try install()
    }

    /// Runs the script that the targets of the makefile call.
    func install(_ arguments: String = "") throws {
      let script = Fixture.root.appendingPathComponent("Scripts/install").path
      let run = try CommandRun(
        shell: "BIN='\(CommandRun.executable)' PREFIX='\(prefix)' '\(script)' \(arguments)")
      #expect(run.status == 0, "\(run.errors)")
    }

    /// Everything in the folder that is no folder itself, by path.
    func files() -> Set<String> {
      let manager = FileManager.default
      let all = manager.subpaths(atPath: prefix) ?? []
      return Set(
        all.filter { name in
          let attributes = try? manager.attributesOfItem(atPath: "\(prefix)/\(name)")
          return attributes?[.type] as? FileAttributeType != .typeDirectory
        })
    }

    func text(_ name: String) throws -> String {
      try String(contentsOfFile: "\(prefix)/\(name)", encoding: .utf8)
    }
  }

  /// From another folder, without any environment, with a model that lies elsewhere.
  @Test func whatIsInstalledWorksAnywhere() throws {
    let installed = try Installed()
    let model = try installed.folder.write(
      "elsewhere/model.yaml",
      Array(
        """
        depgraph: 1
        basis: fictional
        components:
          - {id: room, kind: consumer, requires: [router]}
          - {id: router}

        """.utf8))
    let call = "cd / && /usr/bin/env -i '\(installed.command)'"
    let version = try CommandRun(shell: "\(call) --version")
    #expect(version.output == DepGraphVersion.current + "\n")
    let doctor = try CommandRun(shell: "\(call) doctor")
    #expect(doctor.status == 0, "\(doctor.output)\(doctor.errors)")
    let check = try CommandRun(shell: "\(call) check '\(model)' --rules bio2 --format json")
    #expect(check.status == 0, "\(check.errors)")
    let picture = "\(installed.folder.path)/picture.svg"
    let drawn = try CommandRun(shell: "\(call) render '\(model)' -o '\(picture)'")
    #expect(drawn.status == 0, "\(drawn.errors)")
    #expect(FileManager.default.fileExists(atPath: picture))

    try everythingIsThere(installed)
    try theManPageTellsAll(installed)
    try completionsAreScripts(installed)
    try linksLeadSomewhere(installed)
    try anUpgradeAndARemovalTakeWhatIsTheirs(installed)
  }

  /// The list is what was installed, no less and no more.
  private func everythingIsThere(_ installed: Installed) throws {
    let list = try installed.text("share/depgraph/installed-files").split(separator: "\n")
    #expect(Set(list.filter { !$0.hasSuffix("/") }.map(String.init)) == installed.files())
    let expected = ["rules", "criteria", "clocks", "escalation", "maps", "schemas", "nafin"]
    for name in expected {
      let folder = "share/depgraph/\(name)/"
      #expect(list.contains { $0.hasPrefix(folder) && $0.count > folder.count }, "\(name)")
    }
    for kind in SchemaFile.all {
      let schema = try installed.text("share/depgraph/schemas/\(kind).schema.json")
      let object = try JSONSerialization.jsonObject(with: Data(schema.utf8))
      #expect((object as? [String: Any])?["$schema"] != nil, "\(kind)")
    }
  }

  /// What `schema` can write, by its own help.
  private enum SchemaFile {
    static let all = [
      "model", "scenario", "sectors", "criteria", "baseline", "rules", "escalation", "clocks",
    ]
  }

  /// Every subcommand and every option of the program stands on the page.
  private func theManPageTellsAll(_ installed: Installed) throws {
    let page = try installed.text("share/man/man1/depgraph.1")
    for title in ["EXAMPLES", "EXIT STATUS", "FILES", "ENVIRONMENT", "SEE ALSO"] {
      #expect(page.contains("\n.SH \(title)\n"), "\(title)")
    }
    #expect(page.contains("\"depgraph \(DepGraphVersion.current)\""))
    let help = try CommandRun("--experimental-dump-help")
    let object = try JSONSerialization.jsonObject(with: Data(help.output.utf8))
    let root = try #require((object as? [String: Any])?["command"] as? [String: Any])
    let sections = page.components(separatedBy: "\n.SS ").dropFirst()
    var commandCount = 0
    var optionCount = 0
    func visit(_ command: [String: Any], _ path: [String]) {
      guard command["shouldDisplay"] as? Bool != false, path.first != "help" else { return }
      let title = path.joined(separator: " ").replacing("-", with: "\\-")
      let section = path.isEmpty ? page : sections.first { $0.hasPrefix(title + "\n") }
      #expect(section != nil, "\(title)")
      commandCount += 1
      for argument in command["arguments"] as? [[String: Any]] ?? []
      where argument["shouldDisplay"] as? Bool == true {
        for name in argument["names"] as? [[String: String]] ?? [] {
          let dashes = name["kind"] == "long" ? "--" : "-"
          let option = (dashes + name["name", default: ""]).replacing("-", with: "\\-")
          optionCount += 1
          // Short names of options that most commands have stand with those, and not with each.
          let text = name["kind"] == "long" ? section : page
          #expect(text?.contains("\\fB\(option)\\fR") == true, "\(path) \(option)")
        }
      }
      for sub in command["subcommands"] as? [[String: Any]] ?? [] {
        visit(sub, path + [sub["commandName"] as? String ?? ""])
      }
    }
    visit(root, [])
    #expect(commandCount > 50 && optionCount > 300)
    let path = "\(installed.prefix)/share/man/man1/depgraph.1"
    let groff = try CommandRun(shell: "! command -v groff || groff -ww -man -Tutf8 '\(path)'")
    #expect(groff.errors == "")
  }

  private func completionsAreScripts(_ installed: Installed) throws {
    let share = "\(installed.prefix)/share"
    let bash = try CommandRun(shell: "bash -n '\(share)/bash-completion/completions/depgraph'")
    #expect(bash.status == 0, "\(bash.errors)")
    let completed = try CommandRun(
      shell: "source '\(share)/bash-completion/completions/depgraph' && complete -p depgraph")
    #expect(completed.output.hasSuffix(" depgraph\n"), "\(completed.errors)")
    for (shell, file) in [
      ("zsh", "zsh/site-functions/_depgraph"), ("fish", "fish/vendor_completions.d/depgraph.fish"),
    ] {
      let run = try CommandRun(
        shell:
          "test -s '\(share)/\(file)' && { ! command -v \(shell) || \(shell) -n '\(share)/\(file)'; }"
      )
      #expect(run.status == 0, "\(shell): \(run.errors)")
    }
  }

  /// Pages name each other as in the project.
  private func linksLeadSomewhere(_ installed: Installed) throws {
    let folder = "share/doc/depgraph"
    let readme = try installed.text("\(folder)/README.md")
    let targets = readme.matches(of: /\]\(([^)#:]+)\)/).map { String($0.1) }
    #expect(targets.count > 5)
    for target in targets {
      let path = "\(installed.prefix)/\(folder)/\(target)"
      #expect(FileManager.default.fileExists(atPath: path), "\(target)")
    }
  }

  /// What an older version had goes; what somebody else put there stays.
  private func anUpgradeAndARemovalTakeWhatIsTheirs(_ installed: Installed) throws {
    let list = "share/depgraph/installed-files"
    let stale = "share/depgraph/rules/stale.yaml"
    let own = "share/depgraph/rules/own.yaml"
    for name in [stale, own] { _ = try installed.folder.write("prefix/\(name)", [10]) }
    let outside = try installed.folder.write("outside", [10])
    // A folder that leads elsewhere, and a path through it.
    let link = "share/link"
    try FileManager.default.createSymbolicLink(
      atPath: "\(installed.prefix)/\(link)", withDestinationPath: installed.folder.path)
    let listed =
      try installed.text(list) + "\(stale)\n../outside\n\(outside)\n\(link)/outside\n"
    _ = try installed.folder.write("prefix/\(list)", Array(listed.utf8))
    let before = installed.files()
    try installed.install()
    #expect(installed.files() == before.subtracting([stale]))
    try installed.install("--remove")
    #expect(installed.files() == [own, link])
    #expect(FileManager.default.fileExists(atPath: outside))
    let left = FileManager.default.subpaths(atPath: installed.prefix) ?? []
    #expect(Set(left) == ["share", "share/depgraph", "share/depgraph/rules", link, own])
  }
}
