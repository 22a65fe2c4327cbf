public import ArgumentParser
public import DepGraph

extension Language: ExpressibleByArgument {}
extension Reading: ExpressibleByArgument {}
extension HarmMeasure: ExpressibleByArgument {}
extension Hardening.Weight: ExpressibleByArgument {}
extension MinimalSetQuestion.Ranking: ExpressibleByArgument {}
extension PageShape: ExpressibleByArgument {}

extension TimeSpan: ExpressibleByArgument {
  /// Reads one as models write it.
  public init?(argument: String) { self.init(text: argument) }
}

extension Ratio: ExpressibleByArgument {
  /// Reads an exact share as models write it.
  public init?(argument: String) { self.init(text: argument) }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads one as models write it.
  public init?(argument: String) { self.init(text: argument) }
}

extension Instant: ExpressibleByArgument {
  /// Reads one as models write it.
  public init?(argument: String) { self.init(text: argument) }
}
