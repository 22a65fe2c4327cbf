/// A rule that agreements are held against; its raw value is its id, which stays.
public enum ContractRule: String, Hashable, Sendable, CaseIterable {
  /// What was agreed restores something later than its users can bear.
  case restoreGap = "restore-gap"
  /// An outage that was seen lasted longer than agreed.
  case observedOverrun = "observed-overrun"
  /// More availability is promised than what is below can give.
  case availabilityGap = "availability-gap"
  /// An agreement restores sooner than an agreement that it rests on.
  case backToBackTime = "back-to-back-time"
  /// An agreement counts in hours in which one that it rests on does not.
  case backToBackWindow = "back-to-back-window"
  /// An agreement promises more availability than one that it rests on.
  case backToBackAvailability = "back-to-back-availability"
  /// An agreement holds on days on which one that it rests on does not.
  case backToBackTerm = "back-to-back-term"
  /// An agreement binds more than one that it rests on.
  case backToBackNature = "back-to-back-nature"
  /// An agreement promises a time to restore, and one that it rests on none.
  case backToBackMissing = "back-to-back-missing"
  /// No agreement covers what takes a user down alone.
  case uncovered
  /// Nobody is named as the owner of what takes a user down alone.
  case noOwner = "no-owner"
  /// An agreement ends before the day looked ahead to, or has ended.
  case expires
  /// Notice is to be given before the day looked ahead to.
  case noticeDue = "notice-due"
  /// An agreement does not hold yet.
  case notYetValid = "not-yet-valid"
  /// Nobody knows all subcontractors of a party that promises.
  case subcontractorsUnknown = "subcontractors-unknown"
  /// Work is passed on through more parties than allowed.
  case subcontractorsTooDeep = "subcontractors-too-deep"
  /// A party may no longer work on the network, or will not before the day looked ahead to.
  case authorisationExpired = "authorisation-expired"
  /// Nothing says how to leave the party that promises.
  case exitStrategyMissing = "exit-strategy-missing"
  /// Nobody has lately checked that connected parties keep the terms.
  case connectionTermsUnchecked = "connection-terms-unchecked"
  /// One supplier can stop a large share of the critical users.
  case concentration
  /// Alternatives rest on one supplier.
  case sameSupplierRedundancy = "same-supplier-redundancy"
}
