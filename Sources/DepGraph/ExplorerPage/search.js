// Searching what fails, with suggestions: a text field with a list under it (ARIA combobox).

class SearchBox {
  static most = 12;

  constructor(page) {
    this.page = page;
    this.field = part("search");
    this.listbox = part("suggestions");
    this.found = [];
    this.active = -1;
    this.field.addEventListener("input", () => this.suggest());
    this.field.addEventListener("keydown", (event) => this.onKey(event));
    this.field.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  /** Everything that can fail, in words: elements, then groups that fail together. */
  candidates() {
    const { model, words } = this.page;
    const { language } = words;
    if (this.made === language) return this.all;
    this.made = language;
    const elements = model.ids.map((id, vertex) => ({
      selector: id,
      name: model.name(vertex, language),
      facts: [model.label("kind", vertex, language), model.label("layer", vertex, language)],
    }));
    const groups = [...model.groups.values()].map((group) => ({
      selector: group.selector,
      name: words.group(group.word, inLanguage(group.name, language)),
      facts: [words.components(group.members.length) + (group.isComplete ? "" : "+")],
    }));
    this.all = [...elements, ...groups].map((one) => ({
      ...one,
      key: folded(`${one.name} ${one.selector}`),
    }));
    return this.all;
  }

  /** The best matches: a name that begins so, then a word that does, then any part. */
  matches(text) {
    const wanted = folded(text).trim();
    if (wanted === "") return [];
    const rank = (key) =>
      key.startsWith(wanted) ? 0 : key.includes(` ${wanted}`) ? 1 : key.includes(wanted) ? 2 : 3;
    return this.candidates()
      .map((one) => [rank(one.key), one])
      .filter(([place]) => place < 3)
      .sort((a, b) => a[0] - b[0] || (a[1].key < b[1].key ? -1 : 1))
      .map(([, one]) => one);
  }

  suggest() {
    const all = this.matches(this.field.value);
    this.found = all.slice(0, SearchBox.most);
    this.active = -1;
    const options = this.found.map((one, place) =>
      make("li", {
        role: "option", id: `option-${place}`, "aria-selected": "false", "data-selector": one.selector,
        onmousedown: (event) => {
          event.preventDefault();
          this.take(place, event);
        },
      },
        make("span", {}, one.name),
        make("span", { class: "facts" }, [...one.facts, one.selector].filter(Boolean).join(" · "))));
    if (all.length > this.found.length) {
      const { words } = this.page;
      options.push(make("li", { class: "note", role: "presentation" }, words.shown(this.found.length, all.length)));
    }
    this.listbox.replaceChildren(...options);
    this.toggle(this.found.length > 0);
  }

  onKey(event) {
    if (event.key === "Escape") {
      if (this.field.value !== "") event.stopPropagation();
      this.field.value = "";
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.found.length === 0) this.suggest();
      this.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && this.found.length > 0) {
      event.preventDefault();
      this.take(Math.max(0, this.active), event);
    }
  }

  move(step) {
    if (this.found.length === 0) return;
    this.active = (this.active + step + this.found.length) % this.found.length;
    [...this.listbox.querySelectorAll("[role=option]")].forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === this.active));
      if (place === this.active) option.scrollIntoView({ block: "nearest" });
    });
    this.field.setAttribute("aria-activedescendant", `option-${this.active}`);
  }

  take(place, event) {
    const { selector } = this.found[place];
    this.field.value = "";
    this.close();
    // What is searched is added: so several failures are asked about at once.
    if (event.ctrlKey || event.metaKey) this.page.ask([selector]);
    else this.page.add(selector);
  }

  toggle(isOpen) {
    this.listbox.hidden = !isOpen;
    this.field.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) this.field.removeAttribute("aria-activedescendant");
  }

  close() {
    this.found = [];
    this.toggle(false);
  }
}

/** A text without capitals and accents, so that `Oostgeest` finds `oostgeest`. */
function folded(text) {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}
