extension ContractFinding {
  /// What the sentences about a finding need beside its fields.
  public enum Details: Hashable, Sendable {
    /// Nothing more.
    case none
    /// A day on which something begins or ends.
    case day(CalendarDate)
  }
}
