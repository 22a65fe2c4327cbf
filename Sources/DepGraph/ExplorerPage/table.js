// The filters, and the table of everything: the whole model for those who do not see pictures.

class Filters {
  static attributes = ["layer", "kind", "supplier", "owner", "sector"];

  constructor(page) {
    this.page = page;
    this.chosen = {};
    this.text = "";
  }

  get isActive() {
    return this.text !== "" || Object.values(this.chosen).some((value) => value !== "");
  }

  isShown(vertex) {
    const { model } = this.page;
    for (const [attribute, value] of Object.entries(this.chosen)) {
      if (value !== "" && model.data.attributes[attribute].of[vertex] !== Number(value)) return false;
    }
    if (this.text === "") return true;
    const { language } = this.page.words;
    return folded(`${model.name(vertex, language)} ${model.ids[vertex]}`).includes(this.text);
  }

  render() {
    const { model, words } = this.page;
    const fields = Filters.attributes.map((attribute) => {
      const { values, of } = model.data.attributes[attribute];
      if (values.length === 0) return null;
      const used = new Set(of);
      const options = values
        .map(([, ...names], number) => [inLanguage(names, words.language), number])
        .filter(([, number]) => used.has(number))
        .sort((a, b) => a[0].localeCompare(b[0], words.language))
        .map(([name, number]) => {
          const isChosen = this.chosen[attribute] === String(number);
          return make("option", { value: number, selected: isChosen }, name);
        });
      return make("label", {}, words.text(attribute),
        make("select", {
          "data-filter": attribute,
          onchange: (event) => this.set(() => (this.chosen[attribute] = event.target.value)),
        }, make("option", { value: "" }, words.text("all")), ...options));
    });
    const text = make("input", {
      type: "search", value: this.text, "data-filter": "text",
      oninput: (event) => this.set(() => (this.text = folded(event.target.value))),
    });
    part("filters").replaceChildren(
      make("label", {}, words.text("textFilter"), text), ...fields.filter(Boolean),
      button(words.text("noFilter"), () => {
        this.chosen = {};
        this.text = "";
        this.render();
        this.page.showFiltered();
      }));
  }

  set(change) {
    change();
    this.page.showFiltered();
  }
}

class EverythingTable {
  static always = ["name", "id"];
  static asked = ["outcome", "from", "certainty"];
  static attributes = ["kind", "layer", "owner", "operator", "supplier", "sector", "basis"];

  constructor(page) {
    this.page = page;
    this.sortedBy = "name";
    this.isDescending = false;
  }

  /** The columns, those without any value left out; what is asked stands next to the name. */
  get columns() {
    const { model, state } = this.page;
    const isAsked = state.seeds.length > 0 && state.direction === "spreads";
    const attributes = EverythingTable.attributes.filter((one) => model.data.attributes[one].values.length > 0);
    return [...EverythingTable.always, ...(isAsked ? EverythingTable.asked : []), ...attributes];
  }

  /** What a cell shows, and by what it is sorted. */
  cell(column, vertex) {
    const { model, words } = this.page;
    const hit = this.page.hitOf(vertex);
    switch (column) {
      case "name": return [model.name(vertex, words.language)];
      case "id": return [model.ids[vertex]];
      case "outcome": {
        if (!hit) return ["", -1];
        return [`${glyphs[hit.key]} ${words.grade(hit.key)}`, hit.rank];
      }
      case "from": return hit && typeof hit.after === "number" ? [words.after(hit.after), hit.after] : ["", Infinity];
      case "certainty": return [hit?.verdict ? words.verdict(hit) : ""];
      default: return [model.label(column, vertex, words.language)];
    }
  }

  render() {
    const { words, filters, model } = this.page;
    const shown = model.ids.map((_, vertex) => vertex).filter((vertex) => filters.isShown(vertex));
    const { columns } = this;
    if (!columns.includes(this.sortedBy)) this.sortedBy = "name";
    const heads = columns.map((column) => {
      const title = column === "id" ? "Id" : words.text(column);
      const isSorted = column === this.sortedBy;
      const order = this.isDescending ? "descending" : "ascending";
      const sign = isSorted ? (this.isDescending ? " ▼" : " ▲") : "";
      return make("th", { scope: "col", "aria-sort": isSorted ? order : "none" },
        button(title + sign, () => this.sort(column), { "data-column": column }));
    });
    const rows = this.sorted(shown);
    this.body = longList(make("tbody"), rows, (vertex) => this.row(vertex), words, 200);
    part("everything").replaceChildren(
      make("p", { class: "note", role: "status" }, words.shown(shown.length, model.ids.length)),
      make("div", { class: "scroll", tabindex: "0" },
        make("table", {}, make("caption", { class: "off-screen" }, words.text("table")),
          make("thead", {}, make("tr", {}, ...heads)), this.body)));
  }

  row(vertex) {
    const key = this.page.hitOf(vertex)?.key;
    const cells = this.columns.map((column) =>
      column === "name"
        ? make("th", { scope: "row" }, this.page.answer.link(vertex))
        : make("td", {}, this.cell(column, vertex)[0]));
    return make("tr", { "data-id": this.page.model.ids[vertex], "data-grade": key }, ...cells);
  }

  sorted(vertices) {
    const { language } = this.page.words;
    const collator = new Intl.Collator(language, { numeric: true });
    const keys = new Map(vertices.map((vertex) => {
      const [text, key] = this.cell(this.sortedBy, vertex);
      return [vertex, key ?? text];
    }));
    const sign = this.isDescending ? -1 : 1;
    const compare = (a, b) => {
      const [first, second] = [keys.get(a), keys.get(b)];
      if (typeof first === "number") return first === second ? 0 : first < second ? -1 : 1;
      // What has no value stands at the end, whichever way it is sorted.
      if (first === "" || second === "") return first === second ? 0 : (first === "" ? sign : -sign);
      return collator.compare(first, second);
    };
    return vertices.sort((a, b) => sign * compare(a, b) || a - b);
  }

  sort(column) {
    this.isDescending = column === this.sortedBy ? !this.isDescending : column === "outcome";
    this.sortedBy = column;
    this.render();
    part("everything").querySelector(`[data-column="${column}"]`).focus();
  }
}
