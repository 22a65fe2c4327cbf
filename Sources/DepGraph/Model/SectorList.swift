/// A sector of society, as laws and lists name them.
public struct Sector: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its name.
  public let name: LocalizedText
  /// The sector of the annex of Directive (EU) 2022/2557 (CER) that it maps to; nil: none.
  public let cer: String?
  /// The sector of the Dutch list of vital processes (NCTV) that it maps to; nil: none.
  public let nctv: String?

  /// Makes a sector.
  public init(id: String, name: LocalizedText, cer: String?, nctv: String?) {
    self.id = id
    self.name = name
    self.cer = cer
    self.nctv = nctv
  }
}

/// The sectors that a model may name.
public struct SectorList: Hashable, Sendable {
  /// The sectors, in order.
  public let sectors: [Sector]

  /// Makes a list.
  public init(_ sectors: [Sector]) { self.sectors = sectors }

  /// The sector of an id.
  ///
  /// - Complexity: O(*n*) for *n* sectors.
  public subscript(id: String) -> Sector? { sectors.first { $0.id == id } }

  /// The sectors of the CER annex and of the NCTV's list, with their mapping.
  ///
  /// The CER annex is listed from general knowledge (its text was not opened); the NCTV sectors are
  /// those of the list of vital processes.
  public static let builtIn = SectorList([
    sector("energy", "Energie", "Energy", cer: "Energy", nctv: "Energie"),
    sector(
      "transport-air", "Luchtvaart", "Air transport", cer: "Transport (air)", nctv: "Transport"),
    sector("transport-rail", "Spoor", "Rail transport", cer: "Transport (rail)", nctv: "Transport"),
    sector(
      "transport-water", "Scheepvaart", "Water transport", cer: "Transport (water)",
      nctv: "Transport"),
    sector(
      "transport-road", "Wegvervoer", "Road transport", cer: "Transport (road)", nctv: "Transport"),
    sector(
      "transport-public", "Openbaar vervoer", "Public transport", cer: "Transport (public)",
      nctv: "Transport"),
    sector("banking", "Banken", "Banking", cer: "Banking", nctv: "Financieel"),
    sector(
      "financial-market", "Financiële markten", "Financial market infrastructure",
      cer: "Financial market infrastructure", nctv: "Financieel"),
    sector("health", "Gezondheid", "Health", cer: "Health", nctv: nil),
    sector(
      "drinking-water", "Drinkwater", "Drinking water", cer: "Drinking water", nctv: "Drinkwater"),
    sector("waste-water", "Afvalwater", "Waste water", cer: "Waste water", nctv: nil),
    sector(
      "water-management", "Keren en beheren waterkwantiteit", "Flood defence and water quantity",
      cer: nil, nctv: "Water"),
    sector(
      "digital-infrastructure", "Digitale infrastructuur", "Digital infrastructure",
      cer: "Digital infrastructure", nctv: "ICT/Telecom"),
    sector(
      "ict-telecom", "ICT en telecom", "ICT and telecom", cer: "Digital infrastructure",
      nctv: "ICT/Telecom"),
    sector(
      "public-administration", "Openbaar bestuur", "Public administration",
      cer: "Public administration", nctv: nil),
    sector(
      "digital-government", "Digitale overheid", "Digital government", cer: "Public administration",
      nctv: "Digitale overheid"),
    sector(
      "public-order", "Openbare orde en veiligheid", "Public order and safety", cer: nil,
      nctv: "Openbare orde en veiligheid"),
    sector("defence", "Defensie", "Defence", cer: nil, nctv: "Defensie"),
    sector("space", "Ruimtevaart", "Space", cer: "Space", nctv: nil),
    sector("food", "Levensmiddelen", "Food", cer: "Food", nctv: nil),
    sector("chemistry", "Chemie", "Chemistry", cer: nil, nctv: "Chemie"),
    sector("nuclear", "Nucleair", "Nuclear", cer: nil, nctv: "Nucleair"),
  ])

  private static func sector(
    _ id: String, _ dutch: String, _ english: String, cer: String?, nctv: String?
  ) -> Sector {
    Sector(
      id: id, name: LocalizedText([.dutch: dutch, .english: english], fallback: .dutch), cer: cer,
      nctv: nctv)
  }
}
