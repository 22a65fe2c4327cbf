/// The rules `expires`, `notice-due` and `not-yet-valid`: what ends or begins before a day.
struct ContractTerms {
  let context: ReviewContext

  /// The findings, by agreement in the order declared; none without a day to judge at.
  ///
  /// - Complexity: O(*c*) for *c* agreements.
  var findings: [ContractFinding] {
    guard let day = context.day, let before = context.before else { return [] }
    return context.compiled.model.contracts.flatMap { contract in
      [
        ending(contract, day, before), notice(contract, day, before),
        beginning(contract, day),
      ].compactMap(\.self)
    }
  }

  private func ending(
    _ contract: Contract, _ day: CalendarDate, _ before: CalendarDate
  ) -> ContractFinding? {
    guard let until = contract.validUntil, until < before else { return nil }
    return finding(
      .expires, until < day ? .high : .medium, contract, until, from: day)
  }

  private func notice(
    _ contract: Contract, _ day: CalendarDate, _ before: CalendarDate
  ) -> ContractFinding? {
    guard let until = contract.validUntil, day <= until,
      let last = contract.lastDayOfNotice, last < before
    else { return nil }
    return finding(.noticeDue, last < day ? .low : .medium, contract, last, from: day)
  }

  private func beginning(_ contract: Contract, _ day: CalendarDate) -> ContractFinding? {
    guard let from = contract.validFrom, day < from else { return nil }
    return finding(.notYetValid, .low, contract, from, from: day)
  }

  private func finding(
    _ rule: ContractRule, _ severity: FindingSeverity, _ contract: Contract, _ date: CalendarDate,
    from day: CalendarDate
  ) -> ContractFinding {
    var finding = ContractFinding(rule, severity)
    finding.contract = contract.id
    finding.parties = context.parties(of: contract)
    finding.gap = Double(date.daysSinceEpoch - day.daysSinceEpoch) * 86_400
    finding.details = .day(date)
    return finding
  }
}

extension Contract {
  /// The last day on which notice can be given for the day on which it ends; nil: no end or no time
  /// of notice is stated.
  var lastDayOfNotice: CalendarDate? {
    guard let until = validUntil, let notice else { return nil }
    // A time of notice in months goes by the calendar: six months before 31 August is 28 February.
    if let months = noticeMonths { return until.adding(months: -months) }
    return until.adding(days: -Int((notice.seconds / 86_400).rounded(.up)))
  }
}
