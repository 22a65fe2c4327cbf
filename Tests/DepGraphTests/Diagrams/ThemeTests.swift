import Foundation
import Testing

@testable import DepGraph

/// Everything that is read or seen stands out from what it stands on.
@Suite struct ThemeTests {
  @Test(arguments: ShapeRole.allCases) func textOnShapesIsReadable(role: ShapeRole) throws {
    let style = Theme.style(of: role)
    #expect(try contrast(style.text, style.fill) >= 4.5)
  }

  @Test(arguments: ShapeRole.allCases) func bordersAreSeen(role: ShapeRole) throws {
    let style = Theme.style(of: role)
    for ground in Self.grounds { #expect(try contrast(style.border, ground) >= 3, "\(ground)") }
  }

  @Test(arguments: LineRole.allCases) func linesAreSeen(role: LineRole) throws {
    let style = Theme.style(of: role)
    #expect(try contrast(style.color, Theme.paper) >= 4.5, "it colours text in DOT keys too")
    for ground in Self.grounds { #expect(try contrast(style.color, ground) >= 3, "\(ground)") }
  }

  @Test func furnitureIsReadable() throws {
    #expect(try contrast(Theme.bannerText, Theme.ink) >= 4.5)
    for ground in Self.grounds { #expect(try contrast(Theme.ink, ground) >= 4.5, "\(ground)") }
    #expect(try contrast(Theme.softInk, Theme.paper) >= 4.5)
    #expect(try contrast(ChartCanvas.ink, Theme.paper) >= 4.5)
    #expect(try contrast(ChartCanvas.soft, Theme.paper) >= 4.5)
  }

  @Test func bandsAreSeen() throws {
    for (border, fill) in [
      (Theme.bandBorder, Theme.band), (Theme.markedBandBorder, Theme.markedBand),
    ] {
      #expect(try contrast(border, fill) >= 3)
      #expect(try contrast(border, Theme.paper) >= 3)
    }
  }

  /// Each piece has a border of ink, so it is that which must stand out from all of them.
  @Test func piecesOfBarsAreSeen() throws {
    let pieces = [Theme.heavyBar, Theme.lightBar, Theme.restOfBar]
    for piece in pieces { #expect(try contrast(Theme.ink, piece) >= 3, "\(piece)") }
    let lightness = try pieces.map { try luminance($0) }
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $1 - $0 > 0.15 })
  }

  /// What shapes and lines stand on.
  private static let grounds = [Theme.paper, Theme.band, Theme.markedBand]

  @Test(arguments: [
    [ShapeRole.origin, .down, .degraded, .reduced], [.worst, .serious, .minor, .harmless],
    [.breaker, .locked, .waiting, .plain], [.cutPoint, .bridge, .plain],
    [.unpromised, .late, .inTime],
  ]) func gradesKeepTheirOrderInGrey(ramp: [ShapeRole]) throws {
    let lightness = try ramp.map { try luminance(Theme.style(of: $0).fill) }
    #expect(lightness == lightness.sorted())
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $1 - $0 > 0.15 })
  }

  @Test func noTwoRolesOfOnePictureDifferByColourAlone() {
    for roles in [
      [LineRole.needs, .alternative, .soft, .inferred, .supplied],
      [.spreads, .mayspread, .weakens, .holds, .leans],
      [.needs, .alternative, .inferred, .shares, .defeats, .falseAlternative],
      [.joins, .cutOff, .shares, .spreads],
      [.needs, .covers, .fallsShort, .restsOn, .standsUnder, .supplied],
      [.provides, .subcontracts, .irreplaceable, .mayLack, .sameSource, .replaceable],
    ] {
      let looks = roles.map { role in
        let style = Theme.style(of: role)
        return "\(style.stroke) \(style.head)"
      }
      #expect(Set(looks).count == looks.count, "\(looks)")
    }
  }

  /// The contrast ratio of the Web Content Accessibility Guidelines 2.2.
  private func contrast(_ one: String, _ other: String) throws -> Double {
    let (first, second) = (try luminance(one), try luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private func luminance(_ color: String) throws -> Double {
    let number = try #require(Int(color.dropFirst(), radix: 16))
    let channels = [16, 8, 0].map { shift -> Double in
      let value = Double(number >> shift & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
