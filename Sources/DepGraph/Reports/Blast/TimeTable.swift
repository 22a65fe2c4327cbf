/// The table of a blast report that shows how it grows.
struct TimeTable {
  /// The moments that crisis staffs ask for.
  static let columns: [TimeSpan] = [0, 1, 4, 8, 24, 72].map { TimeSpan.hours($0) }

  let table: Report.Table

  /// - Parameter moments: The outcome at each of `columns`, and in the end.
  init(_ moments: [BlastOverTime.Moment], _ overTime: BlastOverTime, _ phrases: Phrases) {
    let noun = overTime.countsUsers ? Phrases.user : Phrases.component
    let titles =
      [
        Report.Table.Column(phrases.countedTitle(noun))
      ] + moments.map { Report.Table.Column(phrases.momentTitle($0.after), .right) }
    let row = { (title: String, value: (BlastOverTime.Moment) -> Int) in
      [title] + moments.map { phrases.number(value($0)) }
    }
    let people = { (moment: BlastOverTime.Moment) -> String in
      let range = moment.consequences.people
      let high = phrases.number(range.high, decimals: 0)
      let known =
        range.low == range.high ? high : phrases.number(range.low, decimals: 0) + "–" + high
      if range.incomplete.isEmpty { return known }
      return range.high == 0 ? "*" : known + "*"
    }
    var rows = [
      row(phrases.certainRow, \.certain), row(phrases.possibleRow, \.possible),
      row(phrases.untoldRow, \.untold),
      row(phrases.organisationsRow(certain: true)) { $0.consequences.organisations.certain.count },
      row(phrases.organisationsRow(certain: false)) {
        $0.consequences.organisations.possible.count
      },
    ]
    rows.append([phrases.peopleRow] + moments.map(people))
    table = Report.Table(columns: titles, rows: rows)
  }
}
