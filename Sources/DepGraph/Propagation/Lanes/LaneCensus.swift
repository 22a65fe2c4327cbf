/// Counting what fails with each of some vertices: what has to be asked, and what follows from the
/// answers.
///
/// Vertices of one row fail with the same. A row without dependents is its own answer and needs no
/// lane. The rows that are left are asked in ascending order, for neighbours have much in common.
struct LaneCensus: Sendable {
  let plan: LanePlan
  let seeds: [VertexID]
  /// How many counted vertices each row stands for.
  let weights: [UInt32]
  let countedFromBeginning: Int
  /// The rows to ask.
  let rows: [VertexID]
  let blocks: [Range<Int>]

  init(_ plan: LanePlan, seeds: [VertexID], counting counted: VertexSet?) {
    self.plan = plan
    self.seeds = seeds
    (weights, countedFromBeginning) = plan.weights(counting: counted)
    var isAsked = [Bool](repeating: false, count: plan.rowCount)
    for seed in seeds {
      let row = plan.rowOfVertex[seed.index]
      guard row != LanePlan.noRow, !plan.dependents[row].isEmpty else { continue }
      isAsked[row.index] = true
    }
    rows = isAsked.indices.filter { isAsked[$0] }.map { VertexID($0) }
    let count = rows.count
    blocks = stride(from: 0, to: count, by: LaneMask.laneCount).map {
      $0..<min($0 + LaneMask.laneCount, count)
    }
  }

  /// The counts of the rows of a block.
  func counts(of index: Int, by block: LaneBlock) -> [Int] {
    block.failureCounts(ofRows: rows[blocks[index]], weights: weights)
  }

  /// The counts of the seeds.
  func result(_ counts: [[Int]]) -> [Int] {
    var countOfRow = weights.map { Int($0) }
    for (place, row) in rows.enumerated() {
      countOfRow[row.index] = counts[place / LaneMask.laneCount][place % LaneMask.laneCount]
    }
    return seeds.map { seed in
      let row = plan.rowOfVertex[seed.index]
      return countedFromBeginning + (row == LanePlan.noRow ? 0 : countOfRow[row.index])
    }
  }
}

extension LanePlan {
  /// How many counted vertices each row stands for, and how many have failed from the beginning.
  ///
  /// - Parameter counted: The vertices that count; nil: all.
  /// - Returns: A weight for each row, and the number of the others.
  func weights(counting counted: VertexSet?) -> (ofRows: [UInt32], fromBeginning: Int) {
    var weights = [UInt32](repeating: 0, count: rowCount)
    var fromBeginning = 0
    for index in rowOfVertex.indices where counted?.contains(VertexID(index)) ?? true {
      let row = rowOfVertex[index]
      if row == LanePlan.noRow { fromBeginning += 1 } else { weights[row.index] += 1 }
    }
    return (weights, fromBeginning)
  }
}
