/// The table of a blast report that shows how it grows.
struct TimeTable {
  /// The moments that crisis staffs ask for.
  static let columns: [TimeSpan] = [0, 1, 4, 8, 24, 72].map { TimeSpan.hours($0) }

  let table: Report.Table

  /// Makes it from the outcome at each of `columns`, and in the end.
  init(_ moments: [BlastOverTime.Moment], _ overTime: BlastOverTime, _ phrases: Phrases) {
    let noun = overTime.countsUsers ? Phrases.user : Phrases.component
    let titles =
      [
        Report.Table.Column(phrases.countedTitle(noun))
      ] + moments.map { Report.Table.Column(phrases.momentTitle($0.after), .right) }
    let row = { (title: String, value: (BlastOverTime.Moment) -> Int) in
      [title] + moments.map { phrases.number(value($0)) }
    }
    let people = { (title: String, value: (Consequences.Range) -> Double) in
      [title]
        + moments.map { moment in
          let range = moment.consequences.people
          guard range.hasNumber(among: moment.counted) else { return "?" }
          return phrases.number(value(range), decimals: 0) + (moment.isWhole ? "" : "*")
        }
    }
    let rows = [
      row(phrases.certainRow, \.certain), row(phrases.possibleRow, \.possible),
      row(phrases.untoldRow, \.untold),
      row(phrases.organisationsRow(certain: true)) { $0.consequences.organisations.certain.count },
      row(phrases.organisationsRow(certain: false)) {
        $0.consequences.organisations.possible.count
      },
      people(phrases.peopleRow(least: true), \.low),
      people(phrases.peopleRow(least: false), \.high),
    ]
    table = Report.Table(columns: titles, rows: rows)
  }
}
