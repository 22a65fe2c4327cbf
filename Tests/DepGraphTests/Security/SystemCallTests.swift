import Foundation
import Testing

/// What the command asks of the system, as `strace` sees it.
@Suite struct SystemCallTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Whether a process can be watched here.
  static let canTrace: Bool = {
    let run = try? CommandRun(shell: "command -v strace && strace -f -o /dev/null true")
    return run?.status == 0
  }()

  /// A system call: its name and what stands between its parentheses.
  private struct Call {
    let name: String
    let arguments: String
    let hasFailed: Bool

    /// Reads a line such as `123 openat(AT_FDCWD, "x", O_RDONLY) = 3`, also one that was interrupted
    /// by another process before its end.
    init?(_ line: Substring) {
      let text = line.drop { $0.isNumber }.drop { $0 == " " }
      guard let open = text.firstIndex(of: "("), !text.hasPrefix("<") else { return nil }
      name = String(text[..<open])
      arguments = String(text[text.index(after: open)...])
      hasFailed = text.contains(" = -1 ")
    }

    /// The path that it names.
    var path: String? {
      let parts = arguments.split(separator: "\"", omittingEmptySubsequences: false)
      return parts.count > 1 ? String(parts[1]) : nil
    }
  }

  /// The calls of a briefing with pictures, where there is no pandoc.
  private func calls() throws -> [Call] {
    _ = try folder.write("model/net.yaml", Array(TestNetwork.text.utf8))
    _ = try folder.write("canary.yaml", Array("nobody names this\n".utf8))
    let library = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"].map {
      "LD_LIBRARY_PATH='\($0)'"
    }
    let run = try CommandRun(
      shell: """
        trace=$(command -v strace); cd '\(folder.path)' && mkdir out && env -i PATH=/nowhere HOME="$HOME" \
        \(library ?? "") "$trace" -f -qq -s 300 -o trace.log \
        -e trace=%network,execve,execveat,open,openat,creat,rename,renameat,renameat2,unlink,\
        unlinkat,link,linkat,symlink,symlinkat,mkdir,mkdirat,ptrace \
        '\(CommandRun.executable)' brief model/net.yaml -o out
        """)
    #expect(run.status == 0, "\(run.errors)")
    let log = try String(contentsOfFile: "\(folder.path)/trace.log", encoding: .utf8)
    return log.split(separator: "\n").compactMap { Call($0) }
  }

  @Test(.enabled(if: SystemCallTests.canTrace, "strace is not installed, or may watch nothing"))
  func aBriefingReadsAndWritesItsOwnFilesOnly() throws {
    let calls = try calls()
    #expect(calls.count > 300)
    for call in calls where !call.hasFailed {
      switch call.name {
      case "execve", "execveat":
        // Itself, as the renderer; strace began it.
        #expect(call.path == CommandRun.executable, "\(call.arguments)")
      case "socket", "socketpair":
        #expect(call.arguments.hasPrefix("AF_UNIX"), "\(call.arguments)")
      case "connect":
        // The C library asks a cache of user names, if there is one.
        #expect(call.arguments.contains("/nscd/socket"), "\(call.arguments)")
      case "bind", "listen", "accept", "accept4":
        Issue.record("\(call.name)(\(call.arguments)")
      case "open", "openat", "creat": expectOwn(call)
      case "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "link",
        "linkat", "symlink", "symlinkat":
        #expect(isOutput(call.path), "\(call.name)(\(call.arguments)")
      case "ptrace": Issue.record("\(call.name)(\(call.arguments)")
      default: break
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["canary.yaml", "model", "out", "trace.log"])
    let model = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/model")
    #expect(model == ["net.yaml"])
  }

  /// Folders of the system: libraries, fonts and their cache, zones, what the kernel tells.
  private static let systemFolders = [
    "/usr/", "/lib", "/opt/", "/proc/", "/sys/", "/dev/", "/var/cache/fontconfig", "/etc/fonts",
    "/etc/ld.so", "/etc/passwd", "/etc/group", "/etc/nsswitch.conf", "/etc/localtime",
    "/etc/timezone", "/etc/ssl/openssl.cnf", "/etc/locale", "/etc/gnutls", "/var/lib/ghc",
  ]

  private func expectOwn(_ call: Call) {
    guard let path = call.path else { return }
    if ["O_WRONLY", "O_RDWR", "O_CREAT"].contains(where: call.arguments.contains) {
      // The renderer's threads name themselves.
      let isOwnName = path.hasPrefix("/proc/self/task/") || path == "/dev/null"
      #expect(isOutput(path) || isOwnName, "\(call.name)(\(call.arguments)")
      return
    }
    let isSystem = Self.systemFolders.contains(where: path.hasPrefix)
    let program = (CommandRun.executable as NSString).deletingLastPathComponent
    let home = ProcessInfo.processInfo.environment["HOME"] ?? "/nowhere"
    let isFont = ["fontconfig", "/.fonts", "/.local/share/fonts"].contains(where: path.contains)
    let isOwn =
      path.hasPrefix("model/") || path.hasPrefix("\(folder.path)/model") || isOutput(path)
      || path.hasPrefix(program) || (isFont && path.hasPrefix(home))
    #expect(isSystem || isOwn, "\(call.name)(\(call.arguments)")
    #expect(!path.contains("canary"), "\(call.arguments)")
  }

  private func isOutput(_ path: String?) -> Bool {
    guard let path else { return false }
    let out = "\(folder.path)/out"
    return path == "out" || path.hasPrefix("out/") || path == out || path.hasPrefix(out + "/")
  }
}
