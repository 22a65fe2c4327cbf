// The answer beside the picture: what falls, when, how surely and why; or what something needs.

class AnswerPanel {
  constructor(page) {
    this.page = page;
    this.model = page.model;
  }

  get words() {
    return this.page.words;
  }

  name(vertex) {
    return this.model.name(vertex, this.page.state.language);
  }

  /** Fills the panel for the state of the page. */
  render() {
    const { state, blast } = this.page;
    const body = part("answer");
    this.lists = [];
    if (state.seeds.length === 0) {
      part("answer-title").textContent = this.words.text("answer");
      part("summary").textContent = "";
      body.replaceChildren(make("p", { class: "lead" }, this.words.text("intro")),
        make("p", { class: "note" }, this.words.text("notInPicture")));
      return;
    }
    const names = this.page.seedNames();
    if (state.direction === "needs") {
      part("answer-title").textContent = this.words.needsTitle(names);
      body.replaceChildren(...this.needs(blast.question.seeds));
    } else {
      part("answer-title").textContent = this.words.title(names);
      part("summary").textContent = this.summary(blast);
      body.replaceChildren(...this.effects(blast));
    }
  }

  // What falls.

  summary(blast) {
    const users = (list) => list.filter((one) => this.model.users.has(one.vertex));
    const countsUsers = this.model.users.size > 0;
    const counted = (list) => (countsUsers ? users(list) : list);
    const down = counted(blast.down);
    const certain = down.filter((one) => one.verdict === "certain").length;
    const untold = counted(blast.cannotTell).length;
    return this.words.headline(certain, down.length, countsUsers, blast.question.after, untold);
  }

  effects(blast) {
    const { words } = this;
    const blocks = [this.tiles(blast)];
    const { unknownExtent } = blast.question;
    if (unknownExtent.length > 0) {
      blocks.push(make("p", { class: "warning" }, words.extentUnknown(unknownExtent)));
    }
    blocks.push(this.whom(blast), this.tools(blast));
    const isUser = (one) => this.model.users.has(one.vertex);
    blocks.push(
      this.list("usersDown", blast.down.filter(isUser)),
      this.list("othersDown", blast.down.filter((one) => !isUser(one))),
      this.list("degradedList", blast.degraded),
      this.list("reducedList", blast.reduced),
      this.list("cannotTellList", blast.cannotTell, "cannot-tell"),
      this.list("laterList", blast.later),
    );
    if (blast.claims.length > 0) blocks.push(this.claims(blast));
    blocks.push(
      this.names("holdingList", "holdingNote", blast.holding),
      this.names("notReachedList", "notReachedNote", blast.notReached),
    );
    return blocks.filter(Boolean);
  }

  tiles(blast) {
    const tile = (key, count, extra, isPossible) =>
      make("div", { class: `tile g-${key}${isPossible ? " is-possible" : ""}` },
        make("dt", {}, make("span", { "aria-hidden": "true" }, `${glyphs[key]} `), extra ?? this.words.grade(key)),
        make("dd", {}, this.words.number(count)));
    const certain = blast.down.filter((one) => one.verdict === "certain").length;
    const [sure, perhaps] = [this.words.pick("zeker uit", "down for certain"), this.words.pick("mogelijk uit", "possibly down")];
    return make("dl", { class: "tiles" },
      tile("down", certain, sure),
      tile("down", blast.down.length - certain, perhaps, true),
      tile("degraded", blast.degraded.length),
      tile("reduced-redundancy", blast.reduced.length),
      tile("cannot-tell", blast.cannotTell.length));
  }

  /** Distinct owners, ministries and sectors of the consumers and processes that are down. */
  whom(blast) {
    const failed = blast.failed.map((vertex) => ({ vertex, verdict: "certain" }));
    const down = [...failed, ...blast.down].filter((one) => this.model.users.has(one.vertex));
    if (down.length === 0) return null;
    const lines = Object.entries(countWhom(this.model, down)).map(([kind, { certain, possible }]) =>
      possible.size === 0 ? null : make("li", {}, this.words.whom(kind, certain.size, possible.size)));
    return make("ul", { class: "whom" }, ...lines);
  }

  tools(blast) {
    const rows = () => this.rows(blast);
    return make("p", { class: "tools" },
      button(this.words.text("copy"), async () => {
        await copyText(rows().map((row) => row.join("\t")).join("\n"));
        this.page.say(this.words.text("copied"));
      }),
      button(this.words.text("csv"), () => saveFile("depgraph.csv", "text/csv", csvText(rows()))));
  }

  /** The answer for machines, with the keys of the library's CSV. */
  rows(blast) {
    const row = (one, key) => [
      this.model.ids[one.vertex], this.name(one.vertex), this.page.kindKey(one.vertex), key,
      one.after ?? "", key === "cannot-tell" ? "" : one.verdict,
      key === "cannot-tell" ? "" : gradeKeys[one.atLeast], (one.because?.() ?? []).join(" "),
    ];
    return [
      ["id", "name", "kind", "grade", "after", "verdict", "atLeast", "because"],
      ...[...blast.down, ...blast.degraded, ...blast.reduced].map((one) => row(one, gradeKeys[one.grade])),
      ...blast.cannotTell.map((one) => row(one, "cannot-tell")),
    ];
  }

  list(title, hits, key) {
    const shown = hits.filter((one) => this.page.filters.isShown(one.vertex));
    if (hits.length === 0) return null;
    const count = shown.length === hits.length
      ? this.words.number(hits.length) : this.words.shown(shown.length, hits.length);
    const list = make("ol", { class: "hits" });
    longList(list, shown, (one) => this.row(one, key ?? gradeKeys[one.grade]), this.words);
    this.lists.push(list);
    return make("section", { "data-list": title },
      make("h3", {}, `${this.words.text(title)} (${count})`), list);
  }

  row(one, key) {
    const when = one.after === null ? "" : this.words.after(one.after);
    const isUntold = key === "cannot-tell";
    const verdict = isUntold ? "" : this.words.verdict(one);
    return make("li", {
      "data-id": this.model.ids[one.vertex], "data-grade": key, "data-after": one.after,
      "data-verdict": isUntold ? null : one.verdict,
      "data-at-least": isUntold ? null : gradeKeys[one.atLeast],
    },
      make("span", { class: `glyph g-${key}`, "aria-hidden": "true" }, glyphs[key]),
      this.link(one.vertex),
      make("span", { class: "facts" }, [when, verdict].filter(Boolean).join(" · ")),
      disclosure(this.words.text("why"), () => this.why(one, key), { class: "why" }));
  }

  /** A name that can be asked about. */
  link(vertex) {
    return button(this.name(vertex), (event) => this.page.choose(vertex, event), {
      class: "name", title: this.model.ids[vertex],
    });
  }

  // Why.

  why(one, key) {
    if (key === "down") return this.chain(one.vertex);
    const because = one.because?.() ?? [];
    const names = because.map((id) => {
      const vertex = this.model.byID.get(id);
      return vertex === undefined ? id : this.name(vertex);
    });
    const blocks = key === "cannot-tell" ? [] : [this.lossesBehind(one, key)];
    if (names.length > 0) {
      const text = key === "cannot-tell" ? this.words.unknownBecause(names) : this.words.alsoUnknown(names);
      blocks.push(make("p", {}, text));
    }
    return make("div", {}, ...blocks);
  }

  /** The chain of causes as a tree; what was explained already is not explained again. */
  chain(target) {
    const { explanations } = this.page;
    const told = new Set();
    const item = (vertex) => {
      const causes = explanations.because(vertex);
      if (this.page.failed.has(vertex)) {
        return make("li", {}, `${this.name(vertex)}: ${this.words.text("itself")}`);
      }
      if (causes.length === 0) return make("li", {}, this.name(vertex));
      if (told.has(vertex)) {
        return make("li", {}, `${this.name(vertex)} (${this.words.text("explainedAbove")})`);
      }
      told.add(vertex);
      return make("li", {}, this.words.because(this.name(vertex), causes.length),
        make("ul", {}, ...causes.map(item)));
    };
    return make("ul", { class: "chain" }, item(target));
  }

  /** What a component that still works has lost, of what it names itself. */
  lossesBehind(one, key) {
    const { worst } = this.page.blast;
    const isWorse = (vertex) => worst.grade(vertex) > Grade.none || this.page.failed.has(vertex);
    const lost = [...this.model.dependencies.usedBy(one.vertex)].filter(isWorse);
    const items = lost.sort((a, b) => worst.grade(b) - worst.grade(a) || a - b).map((vertex) => {
      const state = this.page.failed.has(vertex) ? "failed" : gradeKeys[worst.grade(vertex)];
      return make("li", {}, `${glyphs[state]} ${this.name(vertex)}: ${this.words.grade(state)}`);
    });
    return make("div", {}, make("p", {}, this.lossWords(key)), make("ul", { class: "chain" }, ...items));
  }

  lossWords(key) {
    return key === "degraded"
      ? this.words.pick("Werkt, maar niet ten volle; van wat het gebruikt:", "Works, but not fully; of what it uses:")
      : this.words.pick("Werkt op wat er van de reserve over is; van wat het gebruikt:", "Works on what is left of its redundancy; of what it uses:");
  }

  claims(blast) {
    const items = blast.claims.map((claim) => make("li", { "data-claim": this.model.ids[claim.vertex] },
      this.link(claim.vertex),
      make("span", { class: "facts" }, this.words.pick("onafhankelijk van ", "independent of ") + this.name(claim.of))));
    return make("section", {}, make("h3", {}, `${this.words.text("claimsList")} (${items.length})`),
      make("ul", { class: "hits" }, ...items));
  }

  /** A closed list of names: what nothing is known to happen to. */
  names(title, note, vertices) {
    if (vertices.length === 0) return null;
    const details = disclosure(`${this.words.text(title)} (${this.words.number(vertices.length)})`, () => {
      const list = make("ul", { class: "hits" });
      longList(list, vertices, (vertex) => make("li", { "data-id": this.model.ids[vertex] }, this.link(vertex)), this.words);
      this.lists.push(list);
      return make("div", {}, make("p", { class: "note" }, this.words.text(note)), list);
    }, { class: "rest", "data-list": title });
    this.lists.push({ showAll: () => details.fill() });
    return details;
  }

  // What it needs.

  needs(seeds) {
    const { dependencies } = this.model;
    const steps = new Map();
    for (const seed of seeds) {
      for (const [vertex, number] of dependencies.allUsedBy(seed)) {
        if (number > 0) steps.set(vertex, Math.min(number, steps.get(vertex) ?? Infinity));
      }
    }
    this.needed = new Set([...steps.keys(), ...seeds]);
    seeds.forEach((seed) => steps.delete(seed));
    const used = [...steps.keys()].sort((a, b) => steps.get(a) - steps.get(b) || a - b);
    const direct = used.filter((vertex) => steps.get(vertex) === 1);
    part("summary").textContent = this.words.needsSummary(direct.length, used.length);
    const unknown = seeds.filter((seed) => this.model.unknownRequirements.includes(seed));
    const list = make("ol", { class: "hits" });
    const shown = used.filter((vertex) => this.page.filters.isShown(vertex));
    longList(list, shown, (vertex) => this.neededRow(vertex, seeds, steps.get(vertex)), this.words);
    this.lists.push(list);
    return [
      unknown.length > 0 ? make("p", { class: "warning" }, this.words.text("unknownNeeds")) : null,
      make("p", { class: "note" }, this.words.text("needsTogether")),
      this.alone(seeds, used),
      make("section", {}, make("h3", {}, `${this.words.text("restNeeded")} (${this.words.number(used.length)})`), list),
    ].filter(Boolean);
  }

  neededRow(vertex, seeds, steps) {
    const found = seeds.flatMap((seed) => this.model.dependencies.of[seed]).find(([target]) => target === vertex);
    const facts = [this.words.steps(steps)];
    if (found) facts.push(this.words.strength(found[1]));
    if (found?.[2]) facts.push(this.words.text("uncertainFact"));
    return make("li", { "data-id": this.model.ids[vertex] }, this.link(vertex),
      make("span", { class: "facts" }, facts.join(" · ")));
  }

  /** What takes it down all by itself: one failure after the other, a little at a time. */
  alone(seeds, used) {
    const list = make("ol", { class: "hits", "data-alone": "" }, make("li", {}, this.words.text("stillLooking")));
    const graph = this.model.readings.possible.one;
    const found = [];
    const asked = this.page.state;
    let next = 0;
    const work = () => {
      if (this.page.state !== asked) return;
      const end = performance.now() + 12;
      for (; next < used.length && performance.now() < end; next += 1) {
        const { times } = graph.failureTimes([[used[next], 0]]);
        if (seeds.some((seed) => times[seed] < Infinity)) found.push(used[next]);
      }
      if (next < used.length) {
        setTimeout(work);
        return;
      }
      if (found.length === 0) list.replaceChildren(make("li", {}, this.words.text("noAlone")));
      else longList(list, found, (vertex) => make("li", { "data-id": this.model.ids[vertex] }, this.link(vertex)), this.words);
      list.setAttribute("data-alone", "done");
    };
    setTimeout(work);
    return make("section", {}, make("h3", {}, this.words.text("alone")), list);
  }
}

/** Distinct owners (a component without one counts for itself), ministries and sectors. */
function countWhom(model, down) {
  const counts = {};
  const add = (kind, key, verdict) => {
    counts[kind] ??= { certain: new Set(), possible: new Set() };
    counts[kind].possible.add(key);
    if (verdict === "certain") counts[kind].certain.add(key);
  };
  const { owner, ministry, sector } = model.data.attributes;
  for (const { vertex, verdict } of down) {
    const own = owner.of[vertex];
    add("organisations", own < 0 ? model.ids[vertex] : owner.values[own][0], verdict);
    if (ministry.of[vertex] >= 0) add("ministries", ministry.of[vertex], verdict);
    if (sector.of[vertex] >= 0) add("sectors", sector.of[vertex], verdict);
  }
  return counts;
}
