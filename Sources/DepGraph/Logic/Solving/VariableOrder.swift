/// Ways to put the events and modules of a region into an order for a decision diagram.
///
/// The size of a diagram depends on the order alone, and the best one is hard to find; each of these
/// is good for some kinds of gates. The stated default is `heavy`: depth first, the inputs
/// of a gate with the most below them first.
enum VariableOrder: CaseIterable {
  /// Depth first, inputs with much below them first.
  case heavy
  /// Depth first, inputs as they stand.
  case given
  /// Depth first, inputs with little below them first.
  case light
  /// Depth first, inputs that are read most often first.
  case shared
  /// The leaf with the most weight first, each gate dividing its weight among its inputs (S. Minato,
  /// N. Ishiura and S. Yajima, *Shared binary decision diagram with attributed edges*, 1990,
  /// doi:10.1145/123186.123225), then the next one without it.
  case weighted
  /// Leaves drawn to the middle of the gates that they stand in, again and again (F. A. Aloul, I. L.
  /// Markov and K. A. Sakallah, *FORCE: a fast and easy-to-implement variable-ordering heuristic*,
  /// 2003, doi:10.1145/764808.764839), beginning with `heavy`.
  case force
}
