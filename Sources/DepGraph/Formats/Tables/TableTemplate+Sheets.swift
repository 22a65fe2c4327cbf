// The columns of each sheet, with three fictional examples that belong together.

extension TableTemplate {
  /// The remark on each example.
  static let exampleNote = (
    dutch: "verzonnen voorbeeld: haal deze regel weg",
    english: "made-up example: remove this row"
  )

  private static func note(width: Double = 34) -> Column {
    Column(
      field: .note, title: ("Opmerking", "Note"),
      help: ("Wat een lezer verder moet weten.", "What else a reader should know."), width: width,
      examples: [exampleNote, exampleNote, exampleNote])
  }

  private static func owner(_ examples: [(dutch: String, english: String)]) -> Column {
    Column(
      field: .owner, title: ("Eigenaar", "Owner"),
      help: (
        "De organisatie of afdeling die erover gaat en die vragen kan beantwoorden.",
        "The organisation or department that it belongs to and that can answer questions."
      ), width: 24, examples: examples)
  }

  private static let needsHelp = (
    dutch:
      "Wat het nodig heeft, met ; ertussen; A | B als één van beide genoeg is. Schrijf geen als het "
      + "niets nodig heeft en onbekend als niemand het weet. Leeg is ook onbekend. Regels op het blad "
      + "Afhankelijkheden tellen mee.",
    english:
      "What it needs, with ; in between; A | B where one of them is enough. Write none where it "
      + "needs nothing and unknown where nobody knows. Blank is unknown too. Rows of the sheet "
      + "Dependencies count as well."
  )

  private static let timeHelp = (
    dutch:
      "Zoals 30 minuten, 4 uur, 2 dagen. Leeg of onbekend: niemand heeft het vastgesteld; n.v.t.: "
      + "de vraag speelt niet.",
    english:
      "Such as 30 minutes, 4 hours, 2 days. Blank or unknown: nobody has established it; n/a: "
      + "the question does not arise."
  )

  static let processes = SheetForm(
    title: ("Processen", "Processes"), row: .process,
    columns: [
      Column(
        field: .name, title: ("Proces", "Process"),
        help: ("De naam van het proces, elk één keer.", "The name of the process, each once."),
        width: 28,
        examples: [
          ("Meldingen aannemen", "Taking emergency calls"),
          ("Dienstroosters maken", "Making rosters"),
          ("Salarissen betalen", "Paying salaries"),
        ]),
      owner([
        ("Meldkamer Verzinsel", "Fictional Control Room"),
        ("Meldkamer Verzinsel", "Fictional Control Room"),
        ("Afdeling Personeel", "Staff Department"),
      ]),
      Column(
        field: .requires, title: ("Heeft nodig", "Needs"), help: needsHelp, width: 32,
        examples: [("", ""), ("Meldkamersysteem", "Call system"), ("onbekend", "unknown")]),
      Column(
        field: .rto, title: ("Hersteltijd (RTO)", "Recovery time (RTO)"), help: timeHelp,
        examples: [("1 uur", "1 hour"), ("2 dagen", "2 days"), ("onbekend", "unknown")]),
      Column(
        field: .mtpd, title: ("Langst toelaatbaar (MTPD)", "Longest tolerable (MTPD)"),
        help: timeHelp,
        width: 26, examples: [("4 uur", "4 hours"), ("1 week", "1 week"), ("", "")]),
      Column(
        field: .rpo, title: ("Gegevensverlies (RPO)", "Data loss (RPO)"), help: timeHelp, width: 22,
        examples: [("n.v.t.", "n/a"), ("1 dag", "1 day"), ("", "")]),
      Column(
        field: .users, title: ("Gebruikers", "Users"),
        help: (
          "Hoeveel mensen ermee werken of ervan afhangen; onbekend mag.",
          "How many people use it or depend on it; unknown is allowed."
        ), width: 14, examples: [("400000", "400000"), ("120", "120"), ("onbekend", "unknown")]),
      note(),
    ])

  static let components = SheetForm(
    title: ("Onderdelen", "Components"), row: .component,
    columns: [
      Column(
        field: .name, title: ("Onderdeel", "Component"),
        help: (
          "Een systeem, dienst, locatie, stroomvoorziening of netwerkdeel; elk één keer.",
          "A system, service, site, power supply or part of a network; each once."
        ), width: 28,
        examples: [
          ("Meldkamersysteem", "Call system"), ("Telefonie", "Telephony"),
          ("Rekencentrum Oost", "Data centre East"),
        ]),
      Column(
        field: .external, title: ("Nummer elders", "Number elsewhere"),
        help: (
          "Het nummer in een ander register, zoals een CMDB. Het blijft zoals het is.",
          "The number in another register, such as a CMDB. It is kept as it is."
        ), examples: [("CI-0001", "CI-0001"), ("CI-0002", "CI-0002"), ("", "")]),
      Column(
        field: .kind, title: ("Soort", "Kind"),
        help: ("Kies de soort die het meest lijkt.", "Choose the kind that is most like it."),
        choice: kindChoice,
        examples: [("platform", "platform"), ("dienst", "service"), ("locatie", "site")]),
      owner([
        ("Meldkamer Verzinsel", "Fictional Control Room"), ("Afdeling ICT", "ICT Department"),
        ("Afdeling ICT", "ICT Department"),
      ]),
      Column(
        field: .supplier, title: ("Leverancier", "Supplier"),
        help: (
          "De partij waarvan het een product is. Leeg als het eigen werk is of niemand het weet.",
          "The party whose product it is. Blank where it is your own work or nobody knows."
        ), width: 24,
        examples: [
          ("Leverancier Verzonnen", "Made-up Supplier"), ("Carrier Verzonnen", "Made-up Carrier"),
          ("", ""),
        ]),
      Column(
        field: .requires, title: ("Heeft nodig", "Needs"), help: needsHelp, width: 32,
        examples: [("", ""), ("onbekend", "unknown"), ("geen", "none")]),
      Column(
        field: .users, title: ("Gebruikers", "Users"),
        help: ("Hoeveel mensen ermee werken.", "How many people use it."), width: 14,
        examples: [("300", "300"), ("2000", "2000"), ("", "")]),
      note(),
    ])

  static let dependencies = SheetForm(
    title: ("Afhankelijkheden", "Dependencies"), row: .dependency,
    columns: [
      Column(
        field: .from, title: ("Wat valt uit", "What fails"),
        help: (
          "Het proces of onderdeel dat het andere nodig heeft.",
          "The process or component that needs the other."
        ), width: 28,
        examples: [
          ("Meldingen aannemen", "Taking emergency calls"),
          ("Meldingen aannemen", "Taking emergency calls"), ("Meldkamersysteem", "Call system"),
        ]),
      Column(
        field: .to, title: ("als dit uitvalt", "when this fails"),
        help: (
          "Wat het nodig heeft: één onderdeel per regel.", "What it needs: one component a row."
        ),
        choice: .names(sheet: 1), width: 28,
        examples: [
          ("Meldkamersysteem", "Call system"), ("Telefonie", "Telephony"),
          ("Rekencentrum Oost", "Data centre East"),
        ]),
      Column(
        field: .group, title: ("Keuze", "Choice"),
        help: (
          "Geef regels van hetzelfde onderdeel hetzelfde woord als één van hen genoeg is. Leeg: nodig.",
          "Give rows of one component the same word where one of them is enough. Blank: needed."
        ), width: 14, examples: [("", ""), ("", ""), ("", "")]),
      Column(
        field: .soft, title: ("Alleen minder goed", "Only less well"),
        help: (
          "ja: zonder dit werkt het nog, maar minder goed.",
          "yes: without this it still works, but less well."
        ), choice: yesOrNo, examples: [("nee", "no"), ("nee", "no"), ("nee", "no")]),
      Column(
        field: .holdup, title: ("Houdt vol", "Lasts"),
        help: (
          "Hoe lang het zonder kan, zoals 8 uur op een accu. Leeg: niet.",
          "How long it can do without, such as 8 hours on a battery. Blank: not at all."
        ), width: 14, examples: [("", ""), ("", ""), ("", "")]),
      note(),
    ])

  static let agreements = SheetForm(
    title: ("Afspraken", "Agreements"), row: .contract,
    columns: [
      Column(
        field: .name, title: ("Afspraak", "Agreement"),
        help: ("De naam of het nummer van het contract.", "The name or number of the contract."),
        width: 28,
        examples: [
          ("SLA meldkamersysteem", "SLA call system"), ("SLA telefonie", "SLA telephony"),
          ("Huur rekencentrum", "Rent of the data centre"),
        ]),
      Column(
        field: .contractKind, title: ("Soort afspraak", "Kind of agreement"),
        help: ("Wat voor afspraak het is.", "What kind of agreement it is."),
        choice: contractChoice,
        width: 24,
        examples: [("SLA", "SLA"), ("SLA", "SLA"), ("aansluitvoorwaarden", "connection terms")]),
      Column(
        field: .provider, title: ("Wie belooft", "Who promises"),
        help: ("De partij die levert.", "The party that delivers."), width: 24,
        examples: [
          ("Leverancier Verzonnen", "Made-up Supplier"), ("Carrier Verzonnen", "Made-up Carrier"),
          ("Verhuurder Verzonnen", "Made-up Landlord"),
        ]),
      Column(
        field: .covers, title: ("Waarover", "About"),
        help: (
          "De onderdelen waarover de afspraak gaat, met ; ertussen.",
          "The components that the agreement is about, with ; in between."
        ), choice: .names(sheet: 1), width: 28,
        examples: [
          ("Meldkamersysteem", "Call system"), ("Telefonie", "Telephony"),
          ("Rekencentrum Oost", "Data centre East"),
        ]),
      Column(
        field: .respond, title: ("Reactie binnen", "Responds within"), help: timeHelp,
        examples: [("30 minuten", "30 minutes"), ("1 uur", "1 hour"), ("onbekend", "unknown")]),
      Column(
        field: .restore, title: ("Herstel binnen", "Restores within"), help: timeHelp,
        examples: [("4 uur", "4 hours"), ("8 uur", "8 hours"), ("onbekend", "unknown")]),
      Column(
        field: .serviceWindow, title: ("Wanneer", "When"),
        help: (
          "De uren waarin die tijden tellen. Kantoortijd: maandag tot en met vrijdag van 8 tot 17 uur.",
          "The hours in which those times count. Office hours: Monday to Friday from 8 to 17."
        ), choice: window,
        examples: [("24x7", "24x7"), ("kantoortijd", "office hours"), ("onbekend", "unknown")]),
      Column(
        field: .availability, title: ("Beschikbaarheid", "Availability"),
        help: ("Zoals 99,9%.", "Such as 99.9%."), width: 16,
        examples: [("99,9%", "99.9%"), ("", ""), ("", "")]),
      Column(
        field: .validUntil, title: ("Geldig tot en met", "Valid until"),
        help: ("Zoals 31-12-2027.", "Such as 2027-12-31."),
        examples: [("31-12-2027", "2027-12-31"), ("30-6-2027", "2027-06-30"), ("", "")]),
      note(),
    ])

  static let contacts = SheetForm(
    title: ("Contacten", "Contacts"), row: .contact,
    columns: [
      Column(
        field: .name, title: ("Contact", "Contact"),
        help: (
          "Een rol of piket, liever dan een persoon.", "A role or desk, rather than a person."
        ),
        width: 28,
        examples: [
          ("Piket meldkamer", "Control room on duty"), ("Servicedesk ICT", "ICT service desk"),
          ("Storingsdienst carrier", "Carrier's fault desk"),
        ]),
      Column(
        field: .party, title: ("Organisatie", "Organisation"),
        help: (
          "De organisatie of afdeling, geschreven als bij Eigenaar of Leverancier.",
          "The organisation or department, written as under Owner or Supplier."
        ), width: 24,
        examples: [
          ("Meldkamer Verzinsel", "Fictional Control Room"), ("Afdeling ICT", "ICT Department"),
          ("Carrier Verzonnen", "Made-up Carrier"),
        ]),
      Column(
        field: .phone, title: ("Telefoon", "Telephone"),
        help: (
          "Het vaste nummer. De kolom is tekst, zodat de nul vooraan blijft staan.",
          "The fixed number. The column is text, so that a zero in front stays."
        ), examples: [("070-0000001", "070-0000001"), ("070-0000002", "070-0000002"), ("", "")]),
      Column(
        field: .mobile, title: ("Mobiel", "Mobile"),
        help: ("Het mobiele nummer.", "The mobile number."),
        examples: [("06-00000001", "06-00000001"), ("", ""), ("06-00000003", "06-00000003")]),
      Column(
        field: .deputy, title: ("Vervanger", "Deputy"),
        help: (
          "Een contact van dit blad dat inspringt.", "A contact of this sheet that stands in."
        ),
        choice: .names(sheet: 4), width: 24,
        examples: [("Servicedesk ICT", "ICT service desk"), ("", ""), ("", "")]),
      Column(
        field: .hours, title: ("Bereikbaar", "Can be reached"),
        help: ("Wanneer er iemand opneemt.", "When somebody answers."), choice: window,
        examples: [("24x7", "24x7"), ("kantoortijd", "office hours"), ("24x7", "24x7")]),
      note(),
    ])
}
