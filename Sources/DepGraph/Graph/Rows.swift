/// Values in rows, one row for each vertex, one row after the other in one array.
///
/// The order within a row is the order in which the values were given: the sort is stable.
struct Rows<Value: Sendable>: Sendable {
  /// Row *v* is `values[offsets[v] ..< offsets[v + 1]]`.
  let offsets: [UInt32]
  let values: [Value]

  /// Sorts values into the rows of their keys, by counting.
  ///
  /// - Parameters:
  ///   - rowCount: The number of rows.
  ///   - keys: The row of each value.
  ///   - values: The values.
  /// - Precondition: Every key is below `rowCount`; there are as many keys as values, under 2³².
  /// - Complexity: O(V + E) time and space, *V* rows, *E* values.
  init(rowCount: Int, keys: [VertexID], values: [Value]) {
    precondition(keys.count == values.count, "every value needs a key")
    precondition(values.count <= Int(UInt32.max), "more values than 32 bits can number")
    // One entry too many in front: while rows are filled, entry v + 1 is the cursor of row v, and
    // when all are full it has become the start of row v + 1.
    var offsets = [UInt32](repeating: 0, count: rowCount + 2)
    for key in keys {
      precondition(key.index < rowCount, "a key lies beyond the last row")
      offsets[key.index + 2] += 1
    }
    for row in stride(from: 2, through: rowCount + 1, by: 1) { offsets[row] += offsets[row - 1] }
    if let filler = values.first {
      var sorted = [Value](repeating: filler, count: values.count)
      for position in keys.indices {
        let cursor = keys[position].index + 1
        sorted[Int(offsets[cursor])] = values[position]
        offsets[cursor] += 1
      }
      self.values = sorted
    } else {
      self.values = []
    }
    offsets.removeLast()
    self.offsets = offsets
  }

  /// Takes values that stand in their rows already.
  ///
  /// - Parameters:
  ///   - offsets: Where each row begins, and where the last one ends.
  ///   - values: The values, row by row.
  /// - Precondition: The offsets ascend from 0 to the number of values.
  /// - Complexity: O(V) time.
  init(offsets: [UInt32], values: [Value]) {
    precondition(offsets.first == 0 && offsets.last == UInt32(values.count), "rows hold all values")
    for row in 1..<offsets.count {
      precondition(offsets[row - 1] <= offsets[row], "a row ends before it begins")
    }
    self.offsets = offsets
    self.values = values
  }

  /// The positions of the values in the row of a vertex.
  func range(of vertex: VertexID) -> Range<Int> {
    Int(offsets[vertex.index])..<Int(offsets[vertex.index + 1])
  }

  /// The values in the row of a vertex.
  subscript(vertex: VertexID) -> ArraySlice<Value> { values[range(of: vertex)] }
}
