import ArgumentParser
import DepGraph

/// For whom a folder is made.
enum RedactionAudience: ExpressibleByArgument {
  case everybody
  case partner(String)

  init?(argument: String) {
    if argument == "public" {
      self = .everybody
    } else if argument.hasPrefix("partner:"), argument.count > 8 {
      self = .partner(String(argument.dropFirst(8)))
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { ["public", "partner:ID"] }

  var isPartner: Bool { if case .partner = self { true } else { false } }

  var folderName: String { if case .partner(let id) = self { id } else { "public" } }
}

/// The key of pseudonyms, read or made.
struct RedactionSecret {
  let key: RedactionKey

  /// Says on standard error where it was made.
  init(path: String, _ phrases: Phrases) throws {
    do throws(RedactionKey.Problem) {
      let found = try RedactionKey.from(path)
      key = found.key
      if found.isNew {
        StandardStreams.say(phrases.newKey(path))
      }
    } catch {
      switch error {
      case .unreadable(let path, let problem): throw Failure.unreadable(path: path, problem)
      case .unwritable(let path, let reason): throw Failure.unwritable(path: path, reason: reason)
      case .malformed(let path):
        throw InvalidInput([Diagnostic(.badKey, "`\(path)` is no key: it wants 32 digits or more")])
      case .open(let path):
        throw InvalidInput([
          Diagnostic(
            .badKey, "others can read the key `\(path)`", hint: "chmod 600 it, or make a new one")
        ])
      }
    }
  }
}

extension Model {
  /// What was agreed with a party; nothing was where the model does not name it as a partner.
  ///
  /// - Throws: `InvalidInput` where there is no such party.
  func partner(named id: String) throws -> SharingPartner {
    if let partner = partners.first(where: { $0.party == id }) { return partner }
    if parties.contains(where: { $0.id == id }) { return SharingPartner(id) }
    throw InvalidInput([
      Diagnostic(
        .unknownReference, "there is no party `\(id)`", id: id,
        hint: nearestName(to: id, among: parties.map(\.id)).map { "did you mean `\($0)`?" })
    ])
  }
}

extension SharingPartner {
  /// Whether failures were agreed.
  ///
  /// - Throws: `InvalidInput` with one error for each that was not.
  func check(scenarios: [String]) throws {
    let known = self.scenarios.map(\.id)
    let strange = scenarios.filter { !known.contains($0) }
    guard !strange.isEmpty else { return }
    throw InvalidInput(
      strange.map { name in
        Diagnostic(
          .unknownReference, "no failure `\(name)` was agreed with `\(party)`", id: name,
          hint: nearestName(to: name, among: known).map { "did you mean `\($0)`?" })
      })
  }
}
