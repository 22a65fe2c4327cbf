import DepGraph

/// Changes to a file of ours that nobody changes by hand: three bytes for each, two for the place and
/// one for what comes to stand there.
struct Patches {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A file with the changes made.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - start: The first byte that may change.
  /// - Returns: The bytes with the changes.
  /// - Complexity: O(*n*) for *n* bytes of the file.
  func applied(to file: [UInt8], from start: Int) -> [UInt8] {
    var changed = file
    for place in stride(from: 0, to: bytes.count - 2, by: 3) {
      let offset = Int(bytes[place]) << 8 | Int(bytes[place + 1])
      changed[start + offset % (file.count - start)] = bytes[place + 2]
    }
    return changed
  }

  /// The model of such files: plain needs, alternatives with holdups, and something shared.
  static let model: Model = {
    var model = Model()
    model.basis = .fictional
    model.name = LocalizedText("Proef", in: .dutch)
    let evidence = Evidence(.fictional)
    for (number, id) in ["a", "b", "c", "d", "e"].enumerated() {
      var component = Component(id: id)
      component.kind = number == 4 ? .consumer : .platform
      component.evidence = evidence
      component.name = LocalizedText("Naam \(number)", in: .dutch)
      component.statesRequires = true
      if number < 2 {
        component.shares = [SharedValue(key: "software", value: "os", evidence: evidence)]
      }
      if number == 1 { component.requires = .reference(Reference("a", evidence: evidence)) }
      if number > 1 {
        var spare = Reference("b", evidence: evidence)
        spare.holdup = .hours(4)
        component.requires = .group(
          RequirementGroup(
            .any, [.reference(Reference("a", evidence: evidence)), .reference(spare)]))
      }
      model.components.append(component)
    }
    return model
  }()
}
