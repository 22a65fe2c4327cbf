/// Finds out in which lanes a row fails because of its inputs.
///
/// Rows that no lane has touched are known by their bit in `down`, so they are not read: bits of a
/// thousand rows fit where one row does.
///
/// - Parameters:
///   - row: The row.
///   - plan: The rules, and the inputs of each row.
///   - rows: The lanes in which each row has failed, where its bit in `down` is set.
///   - down: One bit for each row: whether it has failed in any lane.
///   - slices: Room for 32 masks.
/// - Returns: The lanes in which enough of its inputs have failed; none for paths and networks.
/// - Complexity: O(*k* log *t*) for *k* inputs that have failed in some lane and the threshold *t*.
@inline(__always)
func lanesFailedByInputs(
  of row: Int, in plan: LanePlan, rows: Span<SIMD8<UInt64>>,
  down: Span<UInt64>, slices: inout MutableSpan<SIMD8<UInt64>>
) -> SIMD8<UInt64> {
  let offsets = plan.inputs.rows.offsets.span
  let inputs = plan.inputs.rows.values.span
  // What the unchecked accesses below rest on: `row` is one of the plan, whose inputs are rows of it;
  // the callers check that `rows` and `down` have room for all.
  let start = Int(unsafe offsets[unchecked: row])
  let end = Int(unsafe offsets[unchecked: row &+ 1])
  switch unsafe plan.rules.span[unchecked: row] {
  case .any:
    var result = SIMD8<UInt64>.zero
    for position in start..<end {
      let input = unsafe inputs[unchecked: position].index
      if unsafe down[unchecked: input >> 6] >> UInt64(input & 63) & 1 != 0 {
        result |= unsafe rows[unchecked: input]
      }
    }
    return result
  case .all:
    var result = SIMD8<UInt64>(repeating: .max)
    for position in start..<end {
      let input = unsafe inputs[unchecked: position].index
      guard unsafe down[unchecked: input >> 6] >> UInt64(input & 63) & 1 != 0 else { return .zero }
      result &= unsafe rows[unchecked: input]
    }
    return result
  case .threshold:
    var touched = 0
    for position in start..<end {
      let input = unsafe inputs[unchecked: position].index
      touched &+= Int(
        truncatingIfNeeded: unsafe down[unchecked: input >> 6] >> UInt64(input & 63) & 1)
    }
    let threshold = Int(unsafe plan.thresholds.span[unchecked: row])
    guard touched >= threshold else { return .zero }
    return lanesOverThreshold(
      threshold, inputs.extracting(start..<end), rows: rows, down: down, slices: &slices)
  case .never, .path, .network:
    return .zero
  }
}

/// Finds the lanes in which at least so many of some rows have failed.
///
/// Every lane counts up, bit *l* of all counts in slice *l*, from so much below a power of two that it
/// is carried out of the last slice when the threshold is reached: that needs no comparison.
///
/// - Precondition: The threshold is at least 2.
private func lanesOverThreshold(
  _ threshold: Int, _ inputs: Span<VertexID>, rows: Span<SIMD8<UInt64>>,
  down: Span<UInt64>, slices: inout MutableSpan<SIMD8<UInt64>>
) -> SIMD8<UInt64> {
  let sliceCount = Int.bitWidth - (threshold - 1).leadingZeroBitCount
  let beginning = 1 << sliceCount - threshold
  for slice in 0..<sliceCount {
    slices[slice] = SIMD8(repeating: beginning >> slice & 1 == 1 ? .max : 0)
  }
  var result = SIMD8<UInt64>.zero
  for position in inputs.indices {
    let input = inputs[position].index
    guard down[input >> 6] >> UInt64(input & 63) & 1 != 0 else { continue }
    var carry = rows[input]
    for slice in 0..<sliceCount {
      let sum = slices[slice]
      slices[slice] = sum ^ carry
      carry &= sum
    }
    result |= carry
  }
  return result
}

/// Sweeps over the rows in ascending order as long as they are plain ones.
///
/// A row is looked at if it is a candidate: it has failed by itself in some lane, or an input of it has
/// failed in some. Its inputs come before it, so once is enough.
///
/// - Parameters:
///   - plan: What follows from what.
///   - first: The row to begin at.
///   - last: The last candidate; the last dependent of a row is its greatest.
///   - rows: The lanes in which each row has failed.
///   - down: Which rows have failed in some lane.
///   - candidates: The rows to look at; each is taken out when that is done.
///   - slices: Room for 32 masks.
///   - counter: Adds up how many vertices fail in each lane.
///   - weights: How many vertices each row counts for; empty: nothing is counted.
/// - Returns: The next candidate that is special, or nil at the end.
/// - Complexity: O(*R*/64 + *e*) for *R* rows and *e* inputs and dependents of the rows looked at.
func sweepLanes(
  _ plan: LanePlan, from first: Int, last: inout Int, rows: inout [SIMD8<UInt64>],
  down: inout [UInt64], candidates: inout [UInt64], slices: inout [SIMD8<UInt64>],
  counter: inout LaneCounter, weights: [UInt32]
) -> Int? {
  precondition(rows.count == plan.rowCount, "one mask for each row")
  precondition(down.count << 6 >= plan.rowCount, "one bit for each row")
  precondition(candidates.count == down.count, "one bit for each row")
  precondition(weights.isEmpty || weights.count == plan.rowCount, "one weight for each row")
  precondition(slices.count >= 32, "room for the slices of any threshold")
  precondition(first >= 0 && last < plan.rowCount, "rows of the plan")
  let offsets = plan.dependents.rows.offsets.span
  let targets = plan.dependents.rows.values.span
  let isSpecial = plan.isSpecial.span
  var rows = rows.mutableSpan
  var down = down.mutableSpan
  var candidates = candidates.mutableSpan
  var slices = slices.mutableSpan
  var word = first >> 6
  while word <= last >> 6 {
    let rest = unsafe candidates[unchecked: word]
    guard rest != 0 else {
      word &+= 1
      continue
    }
    let row = word << 6 &+ rest.trailingZeroBitCount
    let bit: UInt64 = rest & (0 &- rest)
    guard unsafe !isSpecial[unchecked: row] else { return row }
    unsafe candidates[unchecked: word] = rest ^ bit
    var mask = lanesFailedByInputs(
      of: row, in: plan, rows: rows.span, down: down.span, slices: &slices)
    let downWord = unsafe down[unchecked: word]
    if downWord & bit != 0 { mask |= unsafe rows[unchecked: row] }
    guard mask != .zero else { continue }
    unsafe rows[unchecked: row] = mask
    unsafe down[unchecked: word] = downWord | bit
    if !weights.isEmpty { counter.add(mask, weight: weights[row]) }
    let start = Int(unsafe offsets[unchecked: row])
    let end = Int(unsafe offsets[unchecked: row &+ 1])
    guard start < end else { continue }
    last = max(last, unsafe targets[unchecked: end &- 1].index)
    for position in start..<end {
      let target = unsafe targets[unchecked: position].index
      unsafe candidates[unchecked: target >> 6] |= 1 << UInt64(target & 63)
    }
  }
  return nil
}

/// Finds out in which lanes a row fails because of its inputs: as above, for one row.
///
/// - Parameters:
///   - row: The row.
///   - plan: The rules, and the inputs of each row.
///   - rows: The lanes in which each row has failed, where its bit in `down` is set.
///   - down: One bit for each row: whether it has failed in any lane.
///   - slices: Room for 32 masks.
/// - Returns: The lanes in which enough of its inputs have failed; none for paths and networks.
/// - Complexity: O(*k* log *t*) for *k* inputs that have failed in some lane and the threshold *t*.
func lanesFailedByInputs(
  of row: Int, in plan: LanePlan, rows: [SIMD8<UInt64>], down: [UInt64],
  slices: inout [SIMD8<UInt64>]
) -> SIMD8<UInt64> {
  precondition(rows.count == plan.rowCount, "one mask for each row")
  precondition(down.count << 6 >= plan.rowCount, "one bit for each row")
  precondition(row >= 0 && row < plan.rowCount, "a row of the plan")
  precondition(slices.count >= 32, "room for the slices of any threshold")
  var slices = slices.mutableSpan
  return lanesFailedByInputs(
    of: row, in: plan, rows: rows.span, down: down.span, slices: &slices)
}
