// The page: what is asked, and what of it is shown where.

class Page {
  /** The most steps of the trail that are shown. */
  static mostSteps = 4;

  constructor(data) {
    this.data = data;
    this.model = new Model(data.model);
    this.languages = data.languages;
    this.trail = new Trail();
    this.filters = new Filters(this);
    this.answer = new AnswerPanel(this);
    this.pictures = new Pictures(this);
    this.table = new EverythingTable(this);
    this.reports = new Reports(this);
    this.search = new SearchBox(this);
    this.hits = new Map();
  }

  start() {
    window.addEventListener("hashchange", () => {
      if (location.hash !== this.address) this.enter(stateOf(location.hash, this.languages));
    });
    window.addEventListener("beforeprint", () => this.prepareToPrint());
    document.addEventListener("keydown", (event) => this.onKey(event));
    part("back").addEventListener("click", () => this.goBack());
    part("print").addEventListener("click", () => window.print());
    part("clear").addEventListener("click", () => this.set({ seeds: [] }));
    part("choose-report").addEventListener("change", (event) => this.set({ tab: event.target.value || "picture" }));
    part("moment").addEventListener("change", (event) => {
      this.set({ after: event.target.value === "" ? null : Number(event.target.value) });
    });
    this.enter(stateOf(location.hash, this.languages));
  }

  // Asking.

  /** Changes some of the state, so that it can be gone back from. */
  set(change) {
    this.enter({ ...this.state, ...change });
  }

  /** Asks about these and nothing else. */
  ask(seeds) {
    this.set({ seeds: [...new Set(seeds)] });
  }

  /** Asks about one more. */
  add(selector) {
    this.ask([...this.state.seeds, selector]);
  }

  /** What a click or Enter on a component asks; with Shift or Ctrl it is asked as well. */
  choose(vertex, event) {
    const selector = this.model.ids[vertex];
    if (event?.shiftKey || event?.ctrlKey || event?.metaKey) this.add(selector);
    else this.ask([selector]);
  }

  goBack() {
    if (this.trail.steps.length > 0) history.back();
  }

  /** Enters a state: answers its question, shows it, and writes it in the address. */
  enter(state) {
    const start = performance.now();
    const unknown = state.seeds.filter((one) => !this.model.names(one));
    state = { ...state, seeds: state.seeds.filter((one) => this.model.names(one)) };
    this.state = state;
    this.words = new Words(state.language);
    this.say(unknown.length > 0 ? this.words.unknownSeeds(unknown) : "");
    this.answerQuestion(this.model.question(state.seeds, state.after));
    this.trail.visit(state);
    this.render();
    this.address = hashOf(state, this.languages);
    if (location.hash !== this.address && !(location.hash === "" && this.address === "#")) {
      location.hash = this.address;
    }
    this.address = location.hash;
    document.documentElement.dataset.answered = String(performance.now() - start);
  }

  answerQuestion(question) {
    const key = JSON.stringify([question.written, question.after]);
    if (this.asked === key) return;
    this.asked = key;
    this.blast = blastRadius(this.model, question);
    this.failed = new Set(this.blast.failed);
    this.madeExplanations = null;
    this.hits = new Map();
    const rank = Object.keys(glyphs).reverse();
    const put = (vertex, grade, hit) =>
      this.hits.set(vertex, { ...hit, key: grade, rank: rank.indexOf(grade) });
    for (const one of [...this.blast.down, ...this.blast.degraded, ...this.blast.reduced]) {
      put(one.vertex, gradeKeys[one.grade], one);
    }
    for (const one of this.blast.cannotTell) put(one.vertex, "cannot-tell", { vertex: one.vertex });
    for (const vertex of this.blast.failed) put(vertex, "failed", { vertex, after: 0 });
    // A common cause that falls is no component, and stands in no list of the answer.
    const { worst } = this.blast;
    this.model.ids.forEach((_, vertex) => {
      if (this.hits.has(vertex)) return;
      const grade = this.model.isComponent.has(vertex) ? Grade.none : worst.grade(vertex);
      put(vertex, gradeKeys[grade], { vertex });
    });
  }

  /** Why things fell; made when it is first asked. */
  get explanations() {
    this.madeExplanations ??= new Explanations(this.blast.worst, this.blast.failed);
    return this.madeExplanations;
  }

  /** What becomes of an element; undefined where nothing is asked. */
  hitOf(vertex) {
    const isAsked = this.state.seeds.length > 0 && this.state.direction === "spreads";
    return isAsked ? this.hits.get(vertex) : undefined;
  }

  seedName(selector) {
    const { language } = this.words;
    const vertex = this.model.byID.get(selector);
    if (vertex !== undefined) return this.model.name(vertex, language);
    const group = this.model.groups.get(selector);
    return this.words.group(group.word, inLanguage(group.name, language));
  }

  seedNames() {
    return this.state.seeds.map((selector) => this.seedName(selector));
  }

  kindKey(vertex) {
    const { values, of } = this.model.data.attributes.kind;
    return values[of[vertex]][0];
  }

  // Showing.

  render() {
    const { state, words } = this;
    if (this.shownLanguage !== state.language) this.renderLanguage();
    part("moment").value = state.after === null ? "" : String(state.after);
    this.renderSeeds();
    this.renderTrail();
    this.renderTabs();
    part("back").disabled = this.trail.steps.length === 0;
    for (const choice of document.querySelectorAll("[data-direction]")) {
      choice.setAttribute("aria-pressed", String(choice.dataset.direction === state.direction));
    }
    this.answer.render();
    const { tab } = this;
    part("picture-tab").hidden = tab !== "picture";
    part("everything").hidden = tab !== "table";
    part("report").hidden = tab === "picture" || tab === "table";
    if (tab === "picture") this.pictures.render();
    else if (tab === "table") this.table.render();
    else this.reports.render(tab);
    const names = this.seedNames();
    document.title = names.length > 0 ? `${words.title(names)} · ${part("model-name").textContent}` : part("model-name").textContent;
  }

  /** The tab that is shown: the one asked for, else the pictures, or the table where there are none. */
  get tab() {
    const own = this.data.views.length > 0 ? ["picture", "table"] : ["table"];
    return [...own, ...this.reports.names].includes(this.state.tab) ? this.state.tab : own[0];
  }

  renderLanguage() {
    const { words, state } = this;
    this.shownLanguage = state.language;
    document.documentElement.lang = state.language;
    for (const element of document.querySelectorAll("[data-nl]")) {
      element.textContent = element.dataset[state.language];
    }
    for (const element of document.querySelectorAll("[data-text]")) {
      element.textContent = words.text(element.dataset.text);
    }
    for (const element of document.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", words.text(element.dataset.label));
    }
    part("search").placeholder = words.text("searchHint");
    part("languages").replaceChildren(...this.languages.map((language) =>
      button(language.toUpperCase(), () => this.set({ language }), {
        lang: language, "aria-pressed": String(language === state.language), "data-language": language,
      })));
    part("moment").replaceChildren(...moments.map((seconds) =>
      make("option", { value: seconds ?? "" }, words.momentName(seconds))));
    part("directions").replaceChildren(...directions.map((direction) =>
      button(words.text(direction), () => this.set({ direction }), { "data-direction": direction })));
    part("key").replaceChildren(...Object.keys(glyphs).map((key) =>
      make("span", { class: "key" }, make("span", { class: `glyph g-${key}` }, glyphs[key]), ` ${words.grade(key)} `)));
    this.filters.render();
  }

  renderSeeds() {
    const { words, state } = this;
    const chips = state.seeds.map((selector) =>
      make("li", { class: "chip", "data-selector": selector }, this.seedName(selector), " ",
        button("×", () => this.ask(state.seeds.filter((one) => one !== selector)), {
          "aria-label": `${this.seedName(selector)}: ${words.text("remove")}`,
        })));
    part("seeds").replaceChildren(...(chips.length > 0 ? chips : [make("li", { class: "note" }, words.text("nothingChosen"))]));
    part("clear").hidden = chips.length === 0;
    const isForward = state.direction === "spreads";
    part("asked").textContent = words.text(isForward ? "failing" : "askedAbout");
    part("moment-label").hidden = !isForward;
    part("members").replaceChildren();
    if (!part("moment").querySelector(`option[value="${state.after ?? ""}"]`)) {
      part("moment").append(make("option", { value: state.after }, words.after(state.after)));
      part("moment").value = String(state.after);
    }
  }

  renderTrail() {
    const { words } = this;
    const last = this.trail.steps.length - 1;
    const step = (text, state, isCurrent) => make("li", {},
      isCurrent ? make("span", { "aria-current": "step" }, text)
      : button(text, () => this.set({ seeds: state.seeds, after: state.after, direction: state.direction })));
    const name = (state) => words.list(state.seeds.map((one) => this.seedName(one)))
      + (state.after === null ? "" : `, ${words.after(state.after)}`)
      + (state.direction === "needs" ? ` (${words.text("needs").toLowerCase()})` : "");
    const start = { seeds: [], after: null, direction: "spreads" };
    const first = Math.max(0, last + 1 - Page.mostSteps);
    const skipped = first === 0 ? null : make("li", {}, words.earlierSteps(first));
    const steps = this.trail.steps.slice(first).map((state, place) =>
      step(name(state), state, first + place === last));
    part("trail").replaceChildren(step(words.text("start"), start, last < 0), ...[skipped].filter(Boolean), ...steps);
  }

  renderTabs() {
    const { words } = this;
    const tab = (name, title) => button(title, () => this.set({ tab: name }), {
      role: "tab", "aria-selected": String(this.tab === name), "data-tab": name,
      tabindex: this.tab === name || (name === "table" && this.reports.names.includes(this.tab)) ? "0" : "-1",
      onkeydown: (event) => this.moveAlong(event, "[role=tab]"),
    });
    const hadFocus = document.activeElement?.getAttribute("role") === "tab";
    const pictures = this.data.views.length > 0 ? [tab("picture", words.text("pictures"))] : [];
    part("tabs").replaceChildren(...pictures, tab("table", words.text("table")));
    const options = this.reports.names.map((name) =>
      make("option", { value: name, selected: name === this.tab }, this.reports.title(name)));
    part("reports").hidden = options.length === 0;
    part("choose-report").replaceChildren(make("option", { value: "" }, words.chooseReport(options.length)), ...options);
    if (hadFocus) part("tabs").querySelector("[aria-selected=true]")?.focus();
  }

  /** Arrow keys go from one tab to the next. */
  moveAlong(event, selector) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...event.currentTarget.parentElement.querySelectorAll(selector)];
    all[(all.indexOf(event.currentTarget) + step + all.length) % all.length].focus();
  }

  /** What a folded shape stands for, each to be asked about by itself or all together. */
  showMembers(members) {
    const { words } = this;
    const selectors = members.map((member) => (typeof member === "number" ? this.model.ids[member] : member));
    const canFail = (one) => this.model.byID.has(one) || this.model.groups.has(one);
    const known = selectors.filter(canFail);
    const items = selectors.map((selector) => {
      if (!canFail(selector)) return make("li", { "data-member": selector }, selector.split(":").at(-1));
      return make("li", { "data-member": selector }, this.seedName(selector), " ",
        button(words.text("fail"), () => this.ask([selector])),
        button(words.text("add"), () => this.add(selector)));
    });
    const close = button(words.text("close"), () => part("members").replaceChildren(), { "data-close": "" });
    const together = known.length < 2 ? null : button(words.text("failTogether"), () => this.ask(known));
    part("members").replaceChildren(make("section", { class: "members" },
      make("h3", { tabindex: "-1" }, words.folded(selectors.length)), make("p", { class: "tools" }, together, close),
      make("ul", {}, ...items)));
    part("members").querySelector("h3").focus();
    part("members").scrollIntoView({ block: "nearest" });
  }

  showFiltered() {
    this.answer.render();
    if (this.tab === "table") this.table.render();
    this.say(this.words.shown(this.model.ids.filter((_, vertex) => this.filters.isShown(vertex)).length, this.model.ids.length));
  }

  /** Tells something to who listens to the page. */
  say(text) {
    part("status").textContent = text;
  }

  /** Escape closes what is open, then clears what was asked. */
  onKey(event) {
    if (event.key !== "Escape") return;
    if (part("members").children.length > 0) part("members").replaceChildren();
    else if (this.state.seeds.length > 0) this.set({ seeds: [] });
  }

  /** On paper every list is whole. */
  prepareToPrint() {
    for (const list of this.answer.lists) list.showAll?.();
    if (this.tab === "table") this.table.body.showAll();
    for (const body of part("report").querySelectorAll("tbody")) body.showAll?.();
  }
}

/** Reads the data in the page and starts it. */
function start() {
  try {
    const page = new Page(JSON.parse(part("data").textContent));
    window.explorer = page;
    page.start();
  } catch (error) {
    part("status").textContent = texts.loadError.join(" ");
    throw error;
  }
}

start();
