// Everything that the page says, in Dutch and English, and numbers and times as people write them.

const texts = {
  search: ["Zoek wat er uitvalt", "Search what fails"],
  searchHint: ["naam, id, leverancier, contract …", "name, id, supplier, contract …"],
  suggestions: ["Voorstellen", "Suggestions"],
  back: ["Terug", "Back"],
  print: ["Afdrukken", "Print"],
  language: ["Taal", "Language"],
  failing: ["Wat valt uit", "What fails"],
  askedAbout: ["Waarover", "About what"],
  nothingChosen: ["nog niets gekozen", "nothing chosen yet"],
  clear: ["Wis alles", "Clear all"],
  remove: ["haal weg", "remove"],
  moment: ["Moment", "Moment"],
  direction: ["Richting", "Direction"],
  spreads: ["Gevolgen van uitval", "Effects of a failure"],
  needs: ["Wat het nodig heeft", "What it needs"],
  trail: ["Gevolgde weg", "Trail"],
  start: ["Begin", "Start"],
  contents: ["Onderdelen van deze pagina", "Parts of this page"],
  pictures: ["Beeld", "Picture"],
  table: ["Alle onderdelen", "All components"],
  otherAnswers: ["Andere antwoorden", "Other answers"],
  answer: ["Antwoord", "Answer"],
  filters: ["Filters", "Filters"],
  all: ["alle", "all"],
  layer: ["Laag", "Layer"],
  kind: ["Soort", "Kind"],
  supplier: ["Leverancier", "Supplier"],
  owner: ["Eigenaar", "Owner"],
  operator: ["Beheerder", "Operator"],
  sector: ["Sector", "Sector"],
  basis: ["Rust op", "Rests on"],
  name: ["Naam", "Name"],
  outcome: ["Uitkomst", "Outcome"],
  from: ["Vanaf", "From"],
  certainty: ["Zekerheid", "Certainty"],
  textFilter: ["Tekst in naam of id", "Text in name or id"],
  noFilter: ["Wis filters", "Clear filters"],
  copy: ["Kopieer lijst", "Copy list"],
  copied: ["De lijst staat op het klembord.", "The list is on the clipboard."],
  csv: ["Bewaar als CSV", "Save as CSV"],
  why: ["waarom", "why"],
  itself: ["de uitval zelf", "the failure itself"],
  explainedAbove: ["zie hierboven", "see above"],
  fail: ["Laat uitvallen", "Let it fail"],
  add: ["Voeg toe", "Add"],
  failTogether: ["Laat alle samen uitvallen", "Let all fail together"],
  close: ["Sluit", "Close"],
  zoomIn: ["Groter", "Larger"],
  zoomOut: ["Kleiner", "Smaller"],
  zoomFit: ["Passend", "Fit"],
  legend: ["Betekenis", "Key"],
  key: ["Kerngegevens", "Key facts"],
  directNeeds: ["Heeft direct nodig", "Needs directly"],
  directUsers: ["Wordt direct gebruikt door", "Is used directly by"],
  nothing: ["niets bekend", "nothing known"],
  loadError: [
    "Deze pagina kan zichzelf niet lezen; zij is beschadigd.",
    "This page cannot read itself; it is damaged.",
  ],
  intro: [
    "Klik in het beeld, kies een rij in de tabel of zoek een naam: hier verschijnt wat er dan uitvalt, wanneer, hoe zeker, en waarom.",
    "Click in the picture, choose a row of the table or search a name: here appears what fails then, when, how surely, and why.",
  ],
  notInPicture: [
    "Wat niet in een beeld staat, staat in de lijsten en in de tabel.",
    "What is not in a picture is in the lists and in the table.",
  ],
  usersDown: ["Afnemers en processen die uitvallen", "Consumers and processes that go down"],
  othersDown: ["Wat verder uitvalt in de keten", "What else goes down in the chain"],
  degradedList: ["Werkt beperkt", "Degraded"],
  reducedList: ["Minder reserve", "Reduced redundancy"],
  cannotTellList: ["Niet te zeggen", "Cannot tell"],
  claimsList: ["Geen bekend gevolg, volgens opgave", "No known effect, as stated"],
  laterList: ["Nu nog niet, later wel", "Not yet, but later"],
  holdingList: [
    "Wel een weg vanaf de uitval, geen bekend gevolg",
    "A way from the failure, no known effect",
  ],
  notReachedList: ["Geen bekende weg vanaf de uitval", "No known way from the failure"],
  holdingNote: [
    "Hier vangen alternatieven het op, of wat wegvalt is niet nodig om te werken.",
    "Here alternatives hold, or what is lost is not needed to work.",
  ],
  notReachedNote: [
    "Dat het model geen weg kent, is geen bewijs dat het blijft werken.",
    "That the model knows no way is no proof that it keeps working.",
  ],
  reducedTime: ["geen tijdstip", "no time"],
  needsTogether: [
    "Wat hieronder staat, draagt samen het gevraagde; wat alleen al de doorslag geeft, staat bovenaan.",
    "What stands below carries it together; what decides all by itself comes first.",
  ],
  alone: ["Valt dit uit, dan valt het gevraagde uit", "If this fails, what was asked about fails"],
  stillLooking: ["wordt uitgerekend …", "being computed …"],
  noAlone: [
    "Geen enkel onderdeel alleen, voor zover bekend.",
    "No component alone, as far as is known.",
  ],
  restNeeded: ["Ook nodig, direct of via anderen", "Also needed, directly or through others"],
  unknownNeeds: [
    "Van dit onderdeel is niet volledig bekend wat het nodig heeft.",
    "It is not fully known what this component needs.",
  ],
  noShapes: [
    "Dit beeld kon niet worden getekend; dezelfde inhoud staat hieronder als tabel.",
    "This picture could not be drawn; the same content stands below as a table.",
  ],
  uncertainFact: ["afgeleid of aangenomen", "inferred or assumed"],
};

const gradeTexts = {
  "down": ["valt uit", "goes down"],
  "degraded": ["werkt beperkt", "degraded"],
  "reduced-redundancy": ["minder reserve", "reduced redundancy"],
  "cannot-tell": ["niet te zeggen", "cannot tell"],
  "none": ["geen bekend gevolg", "no known effect"],
  "failed": ["de uitval zelf", "the failure itself"],
};
/** A sign beside each colour, for those who do not see colours. */
const glyphs = {
  "failed": "✕",
  "down": "■",
  "degraded": "▲",
  "reduced-redundancy": "◆",
  "cannot-tell": "?",
  "none": "○",
};
const groupTexts = {
  supplier: ["alles van leverancier", "everything of supplier"],
  operator: ["alles in beheer bij", "everything run by"],
  party: ["alles van of bij", "everything of or with"],
  contract: ["alles onder contract", "everything under contract"],
  network: ["alle verbindingen van netwerk", "all links of network"],
  kind: ["alle van soort", "all of kind"],
  tag: ["alles met label", "everything with label"],
};
const strengthTexts = [
  ["nodig", "needed"],
  ["een van meer", "one of several"],
  ["op een route", "on a route"],
  ["gedeeld", "shared"],
  ["beperkt zonder", "degraded without"],
];

/** Texts and numbers of one language. */
class Words {
  constructor(language) {
    this.language = language;
    this.isDutch = language === "nl";
  }

  pick(dutch, english) {
    return this.isDutch ? dutch : english;
  }

  text(key) {
    return inLanguage(texts[key], this.language);
  }

  grade(key) {
    return inLanguage(gradeTexts[key], this.language);
  }

  /** How sure a grade is, with the milder grade that is certain where there is one. */
  verdict({ verdict, atLeast }) {
    if (verdict === "certain") return this.pick("zeker", "certain");
    if (atLeast <= Grade.cannotTell) return this.pick("mogelijk", "possible");
    return this.pick("mogelijk; zeker: ", "possible; certain: ") + this.grade(gradeKeys[atLeast]);
  }

  strength(number) {
    return inLanguage(strengthTexts[number], this.language);
  }

  group(word, name) {
    return `${inLanguage(groupTexts[word], this.language)} ${name}`;
  }

  /** A number with the language's signs: 1.234,5 or 1,234.5. */
  number(value) {
    return new Intl.NumberFormat(this.pick("nl-NL", "en-GB"), {
      maximumFractionDigits: 2,
      useGrouping: "always",
    }).format(value);
  }

  count(number, [dutch, dutchMany], [english, englishMany]) {
    const noun = number === 1 ? this.pick(dutch, english) : this.pick(dutchMany, englishMany);
    return `${number === 0 ? this.pick("geen", "no") : this.number(number)} ${noun}`;
  }

  components(number) {
    return this.count(number, ["onderdeel", "onderdelen"], ["component", "components"]);
  }

  users(number) {
    return this.count(
      number,
      ["afnemer of proces", "afnemers en processen"],
      ["consumer or process", "consumers and processes"],
    );
  }

  /** A length of time: "4 uur", "1 uur 30 min", "5 dagen"; hours up to four days. */
  duration(seconds) {
    if (seconds < 60) return `${this.number(seconds)} s`;
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return `${minutes} min`;
    const hours = Math.floor(minutes / 60);
    const hoursText = (count) => this.pick(`${count} uur`, `${count} hour${count === 1 ? "" : "s"}`);
    if (hours <= 96) {
      return hoursText(hours) + (minutes % 60 === 0 ? "" : ` ${minutes % 60} min`);
    }
    const days = `${this.number(Math.floor(hours / 24))} ${this.pick("dagen", "days")}`;
    return hours % 24 === 0 ? days : `${days} ${hoursText(hours % 24)}`;
  }

  /** When something happens, counted from the failure. */
  after(seconds) {
    if (seconds === 0) return this.pick("direct", "at once");
    return this.pick("na ", "after ") + this.duration(seconds);
  }

  momentName(seconds) {
    if (seconds === null) return this.pick("einde, niets hersteld", "the end, nothing repaired");
    return this.after(seconds);
  }

  /** Things in a row: "a, b en c". */
  list(items) {
    if (items.length < 2) return items.join("");
    return `${items.slice(0, -1).join(", ")}${this.pick(" en ", " and ")}${items.at(-1)}`;
  }

  title(names) {
    const verb = names.length > 1 ? this.pick("uitvallen", "fail") : this.pick("uitvalt", "fails");
    return this.pick(`Als ${this.list(names)} ${verb}`, `When ${this.list(names)} ${verb}`);
  }

  /** "Uiteindelijk vallen zeker 5, mogelijk in totaal 9 afnemers en processen uit." */
  headline(certain, possible, countsUsers, after, untold) {
    const noun = (number) => {
      const text = countsUsers ? this.users(number) : this.components(number);
      return text.slice(text.indexOf(" ") + 1);
    };
    const when =
      after === null ? this.pick("Uiteindelijk", "In the end")
      : after === 0 ? this.pick("Direct", "At once")
      : this.pick("Binnen ", "Within ") + this.duration(after);
    let sentence;
    if (possible === 0) {
      sentence = this.pick(
        `${when} valt voor zover bekend geen ${noun(1)} uit.`,
        `${when}, as far as is known, no ${noun(1)} goes down.`,
      );
    } else {
      const [sure, all] = [this.number(certain), this.number(possible)];
      const dutch =
        certain === possible ? `zeker ${sure}`
        : certain === 0 ? `mogelijk ${all}`
        : `zeker ${sure}, mogelijk in totaal ${all}`;
      const english =
        certain === possible ? `${sure} ${noun(certain)} for certain`
        : certain === 0 ? `possibly ${all} ${noun(possible)}`
        : `${sure} ${noun(certain)} for certain, possibly ${all} in all`;
      sentence = this.pick(
        `${when} ${possible === 1 ? "valt" : "vallen"} ${dutch} ${noun(possible)} uit.`,
        `${when}, going down: ${english}.`,
      );
    }
    if (untold === 0) return sentence;
    return sentence + this.pick(
      ` Van nog ${this.components(untold)} is het niet te zeggen.`,
      ` For ${this.components(untold)} more it cannot be told.`,
    );
  }

  /** Over whom it comes, beside the counts of what falls. */
  whom(kind, certain, possible) {
    const nouns = {
      organisations: [["organisatie", "organisaties"], ["organisation", "organisations"]],
      ministries: [["ministerie", "ministeries"], ["ministry", "ministries"]],
      sectors: [["sector", "sectoren"], ["sector", "sectors"]],
    }[kind];
    const all = this.count(possible, ...nouns);
    if (certain === possible) return `${all} (${this.pick("zeker", "certain")})`;
    return this.pick(
      `${all} mogelijk, waarvan zeker ${this.number(certain)}`,
      `${all} possibly, of which certainly ${this.number(certain)}`,
    );
  }

  because(name, count) {
    if (count === 1) {
      return this.pick(`${name} valt uit, want dit valt uit:`, `${name} goes down, because this does:`);
    }
    const all = this.pick(count === 2 ? "beide" : "alle", count === 2 ? "both of these" : `all of these ${count}`);
    return this.pick(
      `${name} valt uit, want deze ${count} vallen ${all} uit:`,
      `${name} goes down, because ${all} do:`,
    );
  }

  unknownBecause(names) {
    return this.pick(
      `Niet te zeggen, omdat niet bekend is wat dit nodig heeft: ${this.list(names)}.`,
      `Cannot be told, because it is not known what this needs: ${this.list(names)}.`,
    );
  }

  alsoUnknown(names) {
    return this.pick(
      `Of het ook uitvalt, is niet te zeggen; onbekend is wat dit nodig heeft: ${this.list(names)}.`,
      `Whether it also goes down cannot be told; unknown is what this needs: ${this.list(names)}.`,
    );
  }

  unknownSeeds(selectors) {
    return this.pick(
      `Niet in dit model, en dus niet gevraagd: ${this.list(selectors)}.`,
      `Not in this model, and so not asked about: ${this.list(selectors)}.`,
    );
  }

  extentUnknown(selectors) {
    return this.pick(
      `Wat er nog meer onder ${this.list(selectors)} valt, weet het model niet: van alles wat hieronder niet uitvalt, is het niet te zeggen.`,
      `What else belongs to ${this.list(selectors)} the model does not know: for everything that is not down below, it cannot be told.`,
    );
  }

  showMore(rest) {
    return this.pick(`Toon ook de andere ${this.number(rest)}`, `Show the other ${this.number(rest)} too`);
  }

  shown(shown, all) {
    return this.pick(
      `${this.number(shown)} van ${this.number(all)} getoond`,
      `${this.number(shown)} of ${this.number(all)} shown`,
    );
  }

  chooseReport(number) {
    return this.pick(`kies uit ${number} …`, `choose from ${number} …`);
  }

  earlierSteps(number) {
    return this.pick(`… nog ${this.number(number)} eerder`, `… ${this.number(number)} more before`);
  }

  steps(number) {
    return this.count(number, ["stap", "stappen"], ["step", "steps"]);
  }

  pictureNote(title, after) {
    const moment = after === null ? "" : `, ${this.after(after)}`;
    return this.pick(
      `Kleuren en tekens: ${title.toLowerCase().slice(0, 1)}${title.slice(1)}${moment}. De woorden in het beeld gaan over het beeld zelf.`,
      `Colours and signs: ${title.toLowerCase().slice(0, 1)}${title.slice(1)}${moment}. The words in the picture are about the picture itself.`,
    );
  }

  needsNote(names) {
    return this.pick(
      `Helder: wat ${this.list(names)} nodig heeft. De woorden in het beeld gaan over het beeld zelf.`,
      `Bright: what ${this.list(names)} needs. The words in the picture are about the picture itself.`,
    );
  }

  needsTitle(names) {
    return this.pick(`Wat ${this.list(names)} nodig heeft`, `What ${this.list(names)} needs`);
  }

  needsSummary(direct, all) {
    return this.pick(
      `${this.components(all)} in totaal, waarvan ${this.number(direct)} direct.`,
      `${this.components(all)} in all, ${this.number(direct)} of them directly.`,
    );
  }

  folded(count) {
    return this.pick(
      `Deze figuur staat voor ${this.components(count)}`,
      `This shape stands for ${this.components(count)}`,
    );
  }
}
