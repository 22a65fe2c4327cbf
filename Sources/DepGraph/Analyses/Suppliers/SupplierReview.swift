/// Everything about suppliers together: the answer of `suppliers`, and a part of that of `contracts`.
public struct SupplierReview: Sendable {
  /// How much hangs on each supplier.
  public let concentration: SupplierConcentration
  /// Alternatives that rest on one supplier.
  public let redundancy: [SameSupplierRedundancy]

  /// Looks at the suppliers of a model.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - reading: The reading; by default the least favourable.
  ///   - day: The day on which contracts are in force; nil: that of the model's facts.
  /// - Complexity: That of both.
  public init(
    in compiled: CompiledModel, reading: Reading = .possible, on day: CalendarDate? = nil
  ) {
    concentration = SupplierConcentration(in: compiled, reading: reading, on: day)
    redundancy = SameSupplierRedundancy.all(in: compiled, reading: reading, on: day)
  }
}
