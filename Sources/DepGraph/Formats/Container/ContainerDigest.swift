import GRDB

/// SHA-256 over what the tables of a container hold, whatever its pages look like.
///
/// The rows are taken in pieces of a megabyte: the digest is that of the digests of the pieces, so
/// that a container of gigabytes needs no more memory than that.
struct ContainerDigest {
  private static let piece = 1 << 20

  /// The digest in hexadecimal.
  let hexadecimal: String

  /// Goes through all rows of all tables but that of the digest itself.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  init(of database: Database) throws {
    var digests: [UInt8] = []
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.piece + 4096)
    for table in ContainerSchema.tables where table.name != "container" {
      bytes += Array(table.name.utf8) + [0]
      let statement = try ContainerStatement(
        "SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name) ORDER BY \(table.order)",
        in: database)
      while try statement.step() {
        for column in table.columns.indices { statement.append(Int32(column), to: &bytes) }
        if bytes.count >= Self.piece {
          digests += SHA256Digest.bytes(of: bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
    }
    digests += SHA256Digest.bytes(of: bytes)
    hexadecimal = SHA256Digest.hexadecimal(of: digests)
  }
}
