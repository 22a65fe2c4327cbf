extension PartnerAnswers {
  /// The answers for people.
  ///
  /// - Parameter language: The language.
  /// - Returns: The report; its data are the agreed failures, a row for each component.
  /// - Complexity: O(*n*) for *n* things told.
  public func report(language: Language) -> Report {
    PartnerReporter(answers: self, phrases: Phrases(language)).report
  }
}

private struct PartnerReporter {
  let answers: PartnerAnswers
  let phrases: Phrases

  private func shown(_ name: PartnerAnswers.Name) -> String { name.shown(in: phrases.language) }
  private func own(_ index: Int) -> String { shown(answers.own[index].name) }

  var report: Report {
    let down = answers.impacts.map { impact in impact.states.count { $0.grade == .down } }
    var blocks =
      impacts + [
        .heading(phrases.ownTitle),
        table(
          phrases.ownColumns,
          answers.own.map {
            [shown($0.name), phrases.word($0.kind), phrases.word($0.needsAreKnown)]
          }),
      ]
    blocks += section(
      phrases.directNeedsTitle, phrases.directNeedsColumns, links(answers.needs))
    blocks += section(phrases.directUsersTitle, phrases.directUsersColumns, links(answers.users))
    blocks += section(phrases.ownAgreementsTitle, phrases.agreementColumns, agreements)
    blocks += section(phrases.callTitle, phrases.callColumns, people)
    let limits = [phrases.withheld(kinds: answers.leftOutKinds)] + phrases.partnerLimits
    blocks += [.heading(phrases.limitsTitle), .list(limits.map { Report.Item($0) })]
    return Report(
      title: phrases.partnerTitle(shown(answers.partner)),
      keySentence: phrases.partnerKey(
        own: answers.own.count, scenarios: answers.impacts.count, down: down.max() ?? 0),
      blocks: blocks, data: data)
  }

  private func table(_ columns: [String], _ rows: [[String]]) -> Report.Block {
    .table(Report.Table(columns: columns.map { .init($0) }, rows: rows))
  }

  private func section(
    _ title: String, _ columns: [String], _ rows: [[String]]
  ) -> [Report.Block] {
    rows.isEmpty ? [] : [.heading(title), table(columns, rows)]
  }

  private func name(of impact: PartnerAnswers.Impact, _ number: Int) -> String {
    impact.name?.text(in: phrases.language) ?? phrases.unnamedScenario(number + 1)
  }

  private var impacts: [Report.Block] {
    answers.impacts.enumerated().flatMap { number, impact -> [Report.Block] in
      let rows = impact.states.map { state in
        [
          own(state.own), phrases.word(state.grade),
          state.grade == .down ? state.after.map { phrases.duration($0) } ?? "–" : "–",
          certainty(of: state),
        ]
      }
      return [
        .heading(phrases.impactTitle(name(of: impact, number))),
        .paragraph(phrases.impactMoment(impact.after)), table(phrases.impactColumns, rows),
      ]
    }
  }

  /// What works as far as is known is not called certain.
  private func certainty(of state: PartnerAnswers.State) -> String {
    switch state.grade {
    case .notAffected, .cannotTell: return "–"
    case .down, .degraded, .reducedRedundancy:
      let word =
        state.verdict == .certain
        ? phrases.pick("zeker", "certain") : phrases.pick("mogelijk", "possible")
      return state.mayBeWorse ? "\(word); \(phrases.mayBeWorse)" : word
    }
  }

  private func links(_ links: [PartnerAnswers.Link]) -> [[String]] {
    links.map {
      [own($0.own), shown($0.other), phrases.word($0.strength, isUncertain: $0.isUncertain)]
    }
  }

  private var agreements: [[String]] {
    answers.agreements.map { agreement in
      var promises = agreement.promises.map(phrases.agreed).filter { !$0.isEmpty }
      if let availability = agreement.availability {
        promises.insert(phrases.percentage(availability.low), at: 0)
      }
      return [
        shown(agreement.name), DiagramWords(phrases.language).word(agreement.kind),
        agreement.other.map(shown) ?? "–",
        agreement.covers.isEmpty ? "–" : phrases.list(agreement.covers.map(own)),
        promises.isEmpty ? "–" : promises.joined(separator: "; "),
        agreement.until.map { phrases.date($0) } ?? "–",
      ]
    }
  }

  private var people: [[String]] {
    answers.contacts.map { person in
      [
        shown(person.name), person.party.map(shown) ?? "–",
        person.channels.isEmpty ? "–" : phrases.list(person.channels.map(shown)),
      ]
    }
  }

  private var data: Report.Table {
    let rows = answers.impacts.flatMap { impact in
      impact.states.map { state in
        [
          impact.id, own(state.own), state.grade.key, state.verdict.rawValue,
          phrases.plain(state.after),
        ]
      }
    }
    return Report.Table(names: ["scenario", "component", "state", "verdict", "after"], rows: rows)
  }
}
