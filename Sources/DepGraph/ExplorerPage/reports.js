// The other answers about the model, made by the program: read, sorted, not computed here.

class Reports {
  constructor(page) {
    this.page = page;
    this.made = new Map();
  }

  get names() {
    return this.page.data.reports.map((report) => report.name);
  }

  title(name) {
    const report = this.page.data.reports.find((one) => one.name === name);
    return inLanguage(report.title, this.page.words.language);
  }

  render(name) {
    const { language } = this.page.words;
    const key = `${name} ${language}`;
    if (!this.made.has(key)) {
      const report = this.page.data.reports.find((one) => one.name === name);
      this.made.set(key, this.build(report[language]));
    }
    part("report").replaceChildren(this.made.get(key));
  }

  /** Texts stand in the data once, and are named by number. */
  text(number) {
    return this.page.data.texts[number];
  }

  build(report) {
    const article = make("article", {},
      make("h2", {}, this.text(report.title)), make("p", { class: "lead" }, this.text(report.key)));
    for (const [kind, content] of report.blocks) article.append(this.block(kind, content));
    return article;
  }

  block(kind, content) {
    switch (kind) {
      case "h": return make("h3", {}, this.text(content));
      case "n": return make("p", { class: "note" }, this.text(content));
      case "l": return this.list(content);
      case "u": return make("p", { class: "warning" }, this.unseenWords(...content));
      case "t": return this.table(content);
      default: return make("p", {}, this.text(content));
    }
  }

  list(items) {
    return make("ul", {}, ...items.map(([text, ...below]) =>
      make("li", {}, this.text(text), below.length > 0 ? this.list(below) : null)));
  }

  table({ caption, columns, right, rows, unseen }) {
    const { words } = this.page;
    const cell = (number, column) =>
      make("td", right.includes(column) ? { class: "right" } : {}, this.text(number));
    const body = make("tbody");
    let sorted = { column: -1, isDescending: false };
    const fill = (ordered) =>
      longList(body, ordered, (row) => make("tr", {}, ...row.map(cell)), words, 200);
    const heads = columns.map((column, place) =>
      make("th", { scope: "col", "aria-sort": "none" },
        button(this.text(column), (event) => {
          const isDescending = sorted.column === place && !sorted.isDescending;
          sorted = { column: place, isDescending };
          const row = event.currentTarget.closest("tr");
          for (const head of row.children) head.setAttribute("aria-sort", "none");
          row.children[place].setAttribute("aria-sort", isDescending ? "descending" : "ascending");
          fill(this.sorted(rows, place, isDescending));
        })));
    fill(rows);
    const table = make("table", {},
      caption === null ? null : make("caption", {}, this.text(caption)),
      make("thead", {}, make("tr", {}, ...heads)), body);
    const note = unseen > 0 ? make("p", { class: "warning" }, this.unseenWords(rows.length, unseen)) : null;
    return make("div", { class: "scroll", tabindex: "0" }, note, table);
  }

  /** What was left out for the size of the file is counted, and where it is found is said. */
  unseenWords(shown, unseen) {
    const { words } = this.page;
    return words.shown(shown, shown + unseen) + words.pick(
      "; het bestand zou te groot worden. Alles geeft het commando met de naam van dit overzicht.",
      "; the file would become too large. The command with the name of this report gives all."
    );
  }

  sorted(rows, column, isDescending) {
    const collator = new Intl.Collator(this.page.words.language, { numeric: true });
    const sign = isDescending ? -1 : 1;
    return [...rows].sort((a, b) => sign * collator.compare(this.text(a[column]), this.text(b[column])));
  }
}
