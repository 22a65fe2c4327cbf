import Foundation
import Testing

/// A room of the library: which rooms and modules it may use, and why it exists.
struct Room: CustomTestStringConvertible {
  let name: String
  let uses: Set<String>
  let imports: Set<String>
  var testDescription: String { name }

  static let all: [Room] = [
    Room(name: "Diagnostics", uses: [], imports: []),
    Room(name: "Graph", uses: [], imports: []),
    Room(name: "Algorithms", uses: ["Graph"], imports: []),
    Room(name: "Propagation", uses: ["Graph", "Algorithms"], imports: ["HeapModule"]),
    // Graph and Algorithms for what gates need each other; big integers for counts of cut sets.
    Room(name: "Logic", uses: ["Graph", "Algorithms"], imports: ["BigInt"]),
    Room(name: "Model", uses: ["Diagnostics"], imports: []),
    Room(
      name: "Graphviz", uses: ["Diagnostics"],
      imports: [
        "GraphvizShim", "RsvgShim", "Foundation", "Glibc", "Darwin", "Synchronization",
      ]),
    Room(name: "Validation", uses: ["Model", "Diagnostics"], imports: []),
    // The only room that opens model files, and writes them: what is unfinished is shared by threads.
    Room(
      name: "Formats", uses: ["Model", "Logic", "Graphviz", "Diagnostics", "Validation"],
      imports: [
        "Yams", "Foundation", "FoundationXML", "CCrypto", "CryptoKit", "Glibc", "Darwin", "GRDB",
        "GRDBSQLite", "CXlsxwriter", "CZlib", "Synchronization",
      ]),
    // The waist: only it and the analyses speak both of components and of vertices.
    Room(
      name: "Compilation",
      uses: ["Diagnostics", "Graph", "Algorithms", "Propagation", "Logic", "Model", "Validation"],
      imports: []),
    Room(
      name: "Analyses",
      uses: [
        "Diagnostics", "Graph", "Algorithms", "Propagation", "Logic", "Model", "Validation",
        "Compilation",
      ], imports: ["BitCollections"]),
    // Graph for the typed index that results name components by.
    Room(
      name: "Diagrams",
      uses: ["Analyses", "Compilation", "Model", "Graphviz", "Graph", "Diagnostics"],
      imports: ["Foundation"]),
    // Graphviz for what it says of the renderer: the doctor, pictures that could not be drawn.
    Room(
      name: "Reports",
      uses: [
        "Analyses", "Compilation", "Model", "Logic", "Diagrams", "Diagnostics", "Graph", "Graphviz",
      ],
      imports: ["Foundation", "Mustache", "Synchronization"]),
  ]
}

@Suite struct RoomTests {
  @Test(arguments: Room.all) func usesOnlyWhatItMay(room: Room) {
    let declared = Self.typesByRoom
    let forbidden = Room.all.filter { $0.name != room.name && !room.uses.contains($0.name) }
    for (path, text) in SourceTree.swiftFiles(in: "Sources/DepGraph/\(room.name)") {
      // A dot before a name makes it a member of something else.
      let words = Set(
        SourceTree.bare(text).split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." })
      for other in forbidden {
        for type in declared[other.name, default: []] where words.contains(Substring(type)) {
          Issue.record("\(path) mentions \(type) of room \(other.name)")
        }
      }
    }
  }

  @Test(arguments: Room.all) func importsOnlyWhatItMay(room: Room) {
    for (path, text) in SourceTree.swiftFiles(in: "Sources/DepGraph/\(room.name)") {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count,
          !line.hasPrefix("//")
        else { continue }
        let module = words[words.count - 1].split(separator: ".").first.map(String.init) ?? ""
        #expect(room.imports.contains(module), "\(path) imports \(module)")
      }
    }
  }

  @Test func aRoomUsesOnlyRoomsAboveIt() {
    for (place, room) in Room.all.enumerated() {
      let above = Set(Room.all.prefix(place).map(\.name))
      #expect(room.uses.isSubset(of: above), "\(room.name)")
    }
  }

  @Test func theManifestNamesEveryRoomInOrder() throws {
    // The explorer's page is no Swift: it stands beside the rooms, and Reports embeds it.
    let folders = SourceTree.names(in: "Sources/DepGraph").filter {
      !$0.hasSuffix(".docc") && $0 != "ExplorerPage"
    }
    #expect(folders == Room.all.map(\.name).sorted())
    let manifest = try String(
      contentsOf: SourceTree.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let listed = manifest.split { !$0.isLetter }.map(String.init)
      .filter(Set(Room.all.map(\.name)).contains)
    // The product and the Graphviz target bear a room's name too: the list of rooms is in one piece.
    let start = try #require(listed.firstIndex(of: "Diagnostics"))
    #expect(Array(listed[start..<start + Room.all.count]) == Room.all.map(\.name))
  }

  @Test func namesThatDifferByCaseOnlyStayApart() {
    // On a case-insensitive disk both source folders are one: no file directly in either, and no
    // subfolder of the same name.
    #expect(!SourceTree.names(in: "Sources/DepGraph").contains("Commands"))
    #expect(SourceTree.names(in: "Sources/depgraph") == ["Commands"])
    let loose = SourceTree.names(in: "Sources/DepGraph").filter { $0.hasSuffix(".swift") }
    #expect(loose.isEmpty)
  }

  /// Types declared at the top level of each room, private ones left out.
  private static let typesByRoom: [String: Set<String>] = {
    var found: [String: Set<String>] = [:]
    for room in Room.all {
      for (_, text) in SourceTree.swiftFiles(in: "Sources/DepGraph/\(room.name)") {
        for line in SourceTree.bare(text).split(separator: "\n") where !line.hasPrefix(" ") {
          let words = line.split(separator: " ").map(String.init)
          guard !words.contains("private"), !words.contains("fileprivate"),
            let place = words.firstIndex(where: {
              ["struct", "enum", "class", "protocol", "actor"].contains($0)
            }), place + 1 < words.count
          else { continue }
          let name = words[place + 1].prefix { $0.isLetter || $0.isNumber }
          found[room.name, default: []].insert(String(name))
        }
      }
    }
    return found
  }()
}
