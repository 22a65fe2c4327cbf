extension PlannedWorks {
  /// The result of `works` for machines.
  ///
  /// - Parameters:
  ///   - compiled: The model that was asked about.
  ///   - language: The language of the messages.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n*) for what it holds.
  public func json(in compiled: CompiledModel, language: Language) -> JSONValue {
    let writer = WorksWriter(works: self, compiled: compiled)
    return [
      "zone": .string(question.zone.name), "from": .text(question.from?.iso8601),
      "until": .text(question.until?.iso8601), "now": .text(question.now?.iso8601),
      "worst": .string(worst.key),
      "windows": .array(windows.enumerated().map(writer.window)),
      "users": .array(users.map(writer.effect)),
      "overlaps": .array(overlaps.map(writer.overlap)),
      "tell": .array(
        addressees.map { addressee in
          writer.addressee(
            addressee, message(to: addressee, in: compiled, language: language))
        }),
    ]
  }
}

private struct WorksWriter {
  let works: PlannedWorks
  let compiled: CompiledModel

  private func id(_ vertex: VertexID) -> JSONValue { .string(compiled.table.id(of: vertex)) }
  private func ids(_ vertices: [VertexID]) -> JSONValue {
    .texts(vertices.map(compiled.table.id(of:)))
  }
  private func numbers(_ places: [Int]) -> JSONValue {
    .array(places.map { .integer($0 + 1) })
  }

  func window(_ place: Int, _ window: PlannedWorks.Window) -> JSONValue {
    let notice = window.notice
    let zone = works.question.zone
    return [
      "number": .integer(place + 1), "id": .text(notice.id), "provider": .text(notice.provider),
      "account": .text(notice.account), "text": .text(notice.text),
      "start": .string(zone.local(notice.start).iso8601),
      "end": .string(zone.local(notice.end).iso8601),
      "objects": .texts(notice.objects.map(\.text)), "components": ids(window.vertices),
      "unknown": .texts(window.unknown), "declared": .text(notice.impact?.rawValue),
      "status": .text(notice.status?.rawValue), "treatment": .string(window.treatment.rawValue),
      "alone": .array(window.alone.map(effect)),
      "newSpofs": .array(window.newPoints.map(risk)),
      "place": .text(notice.place?.description),
    ]
  }

  func effect(_ effect: PlannedWorks.Effect) -> JSONValue {
    [
      "id": id(effect.vertex), "worst": .string(effect.worst.key),
      "spells": .array(effect.spells.map(spell)),
    ]
  }

  private func spell(_ spell: PlannedWorks.Spell) -> JSONValue {
    let length = spell.until.map { $0.secondsSinceEpoch - spell.from.secondsSinceEpoch }
    return [
      "from": .string(spell.from.iso8601), "until": .text(spell.until?.iso8601),
      "seconds": .number(length), "grade": .string(spell.grade.key),
      "verdict": .string(spell.verdict.rawValue), "passing": .bool(spell.isPassing),
      "windows": numbers(spell.windows), "together": .bool(spell.isTogether),
      "because": .texts(spell.because),
    ]
  }

  private func risk(_ risk: NextFailure.Risk) -> JSONValue {
    ["id": id(risk.vertex), "causes": ids(risk.causes)]
  }

  func overlap(_ overlap: PlannedWorks.Overlap) -> JSONValue {
    [
      "windows": numbers(overlap.windows), "from": .string(overlap.from.iso8601),
      "until": .string(overlap.until.iso8601),
      "effects": .array(overlap.effects.map(effect)),
      "newSpofs": .array(overlap.newPoints.map(risk)),
    ]
  }

  func addressee(_ addressee: Addressee, _ message: WorksMessage) -> JSONValue {
    [
      "role": .string(addressee.role.rawValue), "party": .text(addressee.party),
      "through": .text(addressee.through),
      "contacts": .array(
        addressee.people.map {
          ["id": .string($0.contact), "lostChannels": .texts($0.lost)]
        }),
      "windows": numbers(addressee.windows), "subject": .string(message.subject),
      "body": .string(message.body),
    ]
  }
}
