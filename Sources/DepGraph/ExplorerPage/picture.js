// The pictures: each shape is a button, and shows by colour, sign and border what becomes of it.

class Pictures {
  constructor(page) {
    this.page = page;
    this.zoom = 1;
  }

  /** The view that is shown: the one asked for, else the first. */
  get view() {
    const { views } = this.page.data;
    return views.find((view) => view.name === this.page.state.view) ?? views[0];
  }

  render() {
    const { words, data } = this.page;
    const { view } = this;
    const { language } = words;
    part("views").replaceChildren(...data.views.map((one) =>
      button(inLanguage(one.title, language), () => this.page.set({ view: one.name }), {
        "aria-pressed": String(one === view), "data-view": one.name,
      })));
    for (const figure of document.querySelectorAll("figure")) {
      figure.hidden = figure.dataset.view !== view?.name || figure.lang !== language;
    }
    this.figure = document.querySelector("figure:not([hidden])");
    if (!this.figure) return;
    this.svg = this.figure.querySelector("svg");
    if (this.svg) {
      this.prepare(view.shapes[language]);
      this.svg.style.width = `${100 * this.zoom}%`;
      this.mark();
    } else if (this.figure.children.length === 0) {
      this.figure.append(make("p", { class: "warning" }, words.text("noShapes")), tableOf(view.rows[language]));
    }
    part("picture-tools").replaceChildren(
      button("+", () => this.setZoom(this.zoom * 1.25), { "aria-label": words.text("zoomIn") }),
      button("−", () => this.setZoom(this.zoom / 1.25), { "aria-label": words.text("zoomOut") }),
      button(words.text("zoomFit"), () => this.setZoom(1)));
    if (this.svg && this.shapes.length > 0) this.shapes[0].tabIndex = 0;
  }

  setZoom(zoom) {
    this.zoom = Math.min(4, Math.max(0.5, zoom));
    if (this.svg) this.svg.style.width = `${100 * this.zoom}%`;
  }

  /** Makes buttons of the shapes of a picture, once. */
  prepare(members) {
    const { svg } = this;
    if (!svg.shapes) {
      // The picture is a group of buttons now, and no longer one image.
      svg.setAttribute("role", "group");
      svg.shapes = [...svg.querySelectorAll("g.node")].flatMap((shape) => {
        const number = Number(/n(\d+)$/.exec(shape.id)?.[1]);
        if (!members[number]) return [];
        shape.members = members[number];
        this.makeButton(shape);
        return [shape];
      });
    }
    this.shapes = svg.shapes;
  }

  makeButton(shape) {
    const title = shape.querySelector("title")?.textContent ?? "";
    shape.outline = shape.querySelector("polygon, path, ellipse");
    shape.outline?.classList.add("outline");
    shape.setAttribute("role", "button");
    shape.setAttribute("tabindex", "-1");
    shape.spoken = title;
    shape.setAttribute("aria-label", title);
    shape.addEventListener("click", (event) => this.open(shape, event));
    shape.addEventListener("keydown", (event) => this.onKey(shape, event));
    shape.addEventListener("focus", () => {
      this.shapes.forEach((one) => (one.tabIndex = one === shape ? 0 : -1));
    });
  }

  open(shape, event) {
    const [first] = shape.members;
    if (shape.members.length === 1 && typeof first === "number") this.page.choose(first, event);
    else this.page.showMembers(shape.members);
  }

  onKey(shape, event) {
    const directions = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.open(shape, event);
    } else if (directions[event.key]) {
      event.preventDefault();
      this.neighbour(shape, ...directions[event.key])?.focus();
    }
  }

  /** The nearest shape in a direction; what lies aside counts double. */
  neighbour(shape, x, y) {
    const middle = (one) => {
      const box = one.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    const [fromX, fromY] = middle(shape);
    let best = null;
    let least = Infinity;
    for (const other of this.shapes) {
      const [toX, toY] = middle(other);
      const along = (toX - fromX) * x + (toY - fromY) * y;
      const aside = Math.abs((toX - fromX) * y) + Math.abs((toY - fromY) * x);
      if (along > 1 && along + 2 * aside < least) [best, least] = [other, along + 2 * aside];
    }
    return best;
  }

  /** Shows on each shape the worst that becomes of what it stands for. */
  mark() {
    const { page, svg } = this;
    const isAsked = page.state.seeds.length > 0 && page.state.direction === "spreads";
    const needed = page.state.seeds.length > 0 && !isAsked ? page.answer.needed : null;
    svg.classList.toggle("is-marked", isAsked);
    svg.classList.toggle("is-needing", needed !== null);
    const names = page.seedNames();
    part("picture-note").textContent = needed ? page.words.needsNote(names)
      : isAsked ? page.words.pictureNote(page.words.title(names), page.state.after) : "";
    for (const shape of this.shapes) {
      shape.querySelector(".badge")?.remove();
      shape.classList.remove("is-asked", "is-possible", "is-part", ...Object.keys(glyphs).map((key) => `g-${key}`));
      shape.setAttribute("aria-label", shape.spoken);
      const members = shape.members.filter((member) => typeof member === "number");
      shape.classList.toggle("is-needed", needed !== null && members.some((member) => needed.has(member)));
      if (!isAsked || members.length === 0) continue;
      const hits = members.map((member) => page.hitOf(member)).filter((hit) => hit && hit.key !== "none");
      const worst = hits.reduce((most, hit) => (!most || hit.rank > most.rank ? hit : most), null);
      const key = worst?.key ?? "none";
      const alike = hits.filter((hit) => hit.key === key).length;
      const share = members.length > 1 && worst ? ` ${alike}/${members.length}` : "";
      shape.classList.add(`g-${key}`, "is-asked");
      shape.classList.toggle("is-part", alike < members.length && worst !== null);
      shape.classList.toggle("is-possible", worst?.verdict === "possible");
      shape.setAttribute("aria-label", `${shape.spoken} — ${page.words.grade(key)}${share}`);
      if (worst) this.addBadge(shape, glyphs[key] + share, key);
    }
  }

  /** A sign at the corner of a shape: colour is never the only difference. */
  addBadge(shape, text, key) {
    const box = (shape.outline ?? shape).getBBox();
    const width = 14 + 7.5 * (text.length - 1);
    const namespace = "http://www.w3.org/2000/svg";
    const badge = document.createElementNS(namespace, "g");
    badge.setAttribute("class", `badge b-${key}`);
    badge.setAttribute("aria-hidden", "true");
    const plate = document.createElementNS(namespace, "rect");
    const label = document.createElementNS(namespace, "text");
    const place = { x: box.x + box.width - 9, y: box.y - 9, width, height: 16, rx: 3 };
    Object.entries(place).forEach(([name, value]) => plate.setAttribute(name, value));
    label.setAttribute("x", place.x + width / 2);
    label.setAttribute("y", place.y + 12);
    label.textContent = text;
    badge.append(plate, label);
    shape.append(badge);
  }
}

/** A table of texts, the first row with the names of the columns. */
function tableOf([names, ...rows]) {
  return make("table", {},
    make("thead", {}, make("tr", {}, ...names.map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...row.map((cell) => make("td", {}, cell))))));
}
