@testable import DepGraph

extension FuzzTarget {
  /// The files of our own formats.
  static let ownFiles = [
    FuzzTarget("model-yaml", readModel),
    FuzzTarget("model-json", readModel),
    FuzzTarget("scenario") { bytes in
      flaw {
        _ = try ScenarioReader().read(file(bytes, "scenario.yaml"), ReadingSession(), nil)
        return nil
      }
    },
    FuzzTarget("criteria") { bytes in
      flaw {
        _ = try CriteriaReader().read(
          text: text(bytes), named: "criteria.yaml")
        return nil
      }
    },
    FuzzTarget("rules") { bytes in
      flaw {
        _ = try ControlSetReader().read(file(bytes, "rules.yaml"), ReadingSession())
        return nil
      }
    },
    FuzzTarget("escalation") { bytes in
      flaw {
        _ = try EscalationFrameworkReader().read(
          file(bytes, "escalation.yaml"), ReadingSession(), nil)
        return nil
      }
    },
    FuzzTarget("baseline") { bytes in
      flaw {
        _ = try BaselineReader().read(text: text(bytes), named: "baseline.yaml")
        return nil
      }
    },
    FuzzTarget("sectors") { bytes in
      flaw {
        _ = try SectorFileReader().read(file(bytes, "sectors.yaml"), ReadingSession())
        return nil
      }
    },
    FuzzTarget("clocks") { bytes in
      flaw {
        _ = try DutyClockReader().read(file(bytes, "clocks.yaml"), ReadingSession())
        return nil
      }
    },
    FuzzTarget("table-map") { bytes in
      flaw {
        _ = try TableMapReader().read(text: text(bytes), named: "map.yaml")
        return nil
      }
    },
    FuzzTarget("container", readContainer),
  ]

  @Sendable private static func readModel(_ bytes: [UInt8]) -> String? {
    flaw {
      let read = try ModelReader().read(text: text(bytes), named: "model.yaml")
      return flaw(in: read.model, warnings: read.warnings)
    }
  }

  /// SQLite reads from a file and from nothing else.
  ///
  /// Bytes that are no database are changes to one.
  @Sendable private static func readContainer(_ bytes: [UInt8]) -> String? {
    let isDatabase = bytes.starts(with: Array("SQLite format 3".utf8))
    let file = isDatabase ? bytes : Patches(bytes).applied(to: plainContainer, from: 0)
    do {
      return try FuzzFile.holding(file) { path in
        let read = try ModelContainer().read(path)
        return flaw(in: read.model, warnings: read.warnings)
      }
    } catch ReadError.file {
      return nil
    } catch {
      return flaw { throw error }
    }
  }

  /// A container of a small model.
  static let plainContainer: [UInt8] = {
    do {
      return try FuzzFile.holding([]) { path in
        try ModelContainer().write(Patches.model, to: path)
        return try FuzzFile.bytes(of: path)
      }
    } catch {
      fatalError("the model of the container cannot be written: \(error)")
    }
  }()

  static func file(_ bytes: [UInt8], _ name: String) -> InputFile {
    InputFile(bytes: bytes, name: name)
  }
}
