/// The views of a model that an explorer shows, those left out that have nothing to show.
struct ExplorerViews {
  /// A view that can be drawn in either language.
  struct Sketch {
    /// Its name.
    let name: String
    /// What is drawn.
    let diagram: (Language) -> Diagram
  }

  private static let version = DepGraphVersion.current
  private let compiled: CompiledModel

  init(_ compiled: CompiledModel) { self.compiled = compiled }

  /// The views, in order.
  ///
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* elements and the vertices and arcs that fail with each.
  var sketches: [Sketch] {
    [overview] + [blast, singlePoints, network, suppliers, coldStart].compactMap(\.self)
  }

  private var overview: Sketch {
    Sketch(name: "overview") { [compiled] language in
      OverviewView(of: compiled, options: .init(language: language, toolVersion: Self.version))
        .diagram
    }
  }

  /// What the widest single failure does.
  private var blast: Sketch? {
    guard let widest = SoleFailures(in: compiled).widest else { return nil }
    let seeds = Seeds([widest], written: [compiled.table.id(of: widest)])
    let blast = BlastRadius(BlastRadius.Question(seeds), in: compiled)
    return Sketch(name: "blast") { [compiled] language in
      BlastView(blast, in: compiled, language: language, toolVersion: Self.version).diagram
    }
  }

  private var singlePoints: Sketch? {
    guard !compiled.vertices(ofKinds: [.process, .consumer]).isEmpty else { return nil }
    let review = SinglePointsReview(groups: [], in: compiled)
    return Sketch(name: "spof") { [compiled] language in
      SinglePointsView(review, in: compiled, language: language, toolVersion: Self.version)
        .diagram
    }
  }

  private var network: Sketch? {
    guard !compiled.networks.networks.isEmpty,
      let view = try? NetworkView(
        of: nil, after: nil, in: compiled, language: .dutch, toolVersion: Self.version)
    else { return nil }
    return Sketch(name: "network") { [compiled] language in
      let other = try? NetworkView(
        of: nil, after: nil, in: compiled, language: language, toolVersion: Self.version)
      return (other ?? view).diagram
    }
  }

  private var suppliers: Sketch? {
    guard compiled.model.components.contains(where: { $0.productOf != nil }) else { return nil }
    let concentration = SupplierConcentration(in: compiled, on: nil)
    return Sketch(name: "suppliers") { [compiled] language in
      SuppliersView(concentration, in: compiled, language: language, toolVersion: Self.version)
        .diagram
    }
  }

  private var coldStart: Sketch? {
    let start = ColdStart(in: compiled)
    guard !start.deadlocks.isEmpty else { return nil }
    return Sketch(name: "coldstart") { [compiled] language in
      ColdStartView(start, in: compiled, language: language, toolVersion: Self.version).diagram
    }
  }
}
