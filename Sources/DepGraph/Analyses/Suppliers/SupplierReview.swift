/// Everything about suppliers together: the answer of `suppliers`, and a part of that of `contracts`.
public struct SupplierReview: Sendable {
  /// How much hangs on each supplier.
  public let concentration: SupplierConcentration
  /// Alternatives that rest on one supplier.
  public let redundancy: [SameSupplierRedundancy]
  /// Whether all of these were found.
  public let isComplete: Bool

  /// Looks at the suppliers of a model.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - reading: The reading; by default the least favourable.
  ///   - day: The day on which contracts are in force; nil: that of the model's facts.
  ///   - goesOn: Asked now and then whether the work may go on; where not, alternatives are missing.
  /// - Complexity: That of both.
  public init(
    in compiled: CompiledModel, reading: Reading = .possible, on day: CalendarDate? = nil,
    goesOn: () -> Bool = { true }
  ) {
    concentration = SupplierConcentration(in: compiled, reading: reading, on: day)
    (redundancy, isComplete) = SameSupplierRedundancy.search(
      in: compiled, reading: reading, on: day, goesOn: goesOn)
  }
}
