import GRDB

/// Changes a container as somebody would who wants more of SQLite than tables.
enum ContainerTampering {
  static func run(_ sql: String, on path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }
}
