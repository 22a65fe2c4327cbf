/// The diagrams of a region, in an order of variables that was found for it.
struct SolvedRegion: Sendable {
  /// The gate in the simplified graph that the variable of each level stands for.
  ///
  /// Where that is a module, the variable stands for the module or for its opposite: for the one
  /// that is false where no event happens.
  let leaves: [Int]
  /// The nodes; its roots are those of the region.
  let rows: DiagramRows
  /// Why a root has no diagram.
  let limits: [DiagramLimit?]

  /// The number of nodes.
  var size: Int { rows.count }
}

/// What is known of a gate before the gates that read it are solved.
enum LeafValue {
  /// Nothing: it is a variable.
  case variable
  /// It is the opposite of its variable.
  case opposite
  /// It never changes.
  case constant(Bool)
  /// It could not be solved.
  case unknown(DiagramLimit)
}
