// What is asked and shown: written in the address after #, so that it can be sent and gone back to.

const moments = [null, 0, 3600, 4 * 3600, 8 * 3600, 24 * 3600, 72 * 3600];
/** The longest time that is taken, as the library does: a thousand years. */
const longest = 1000 * 365.25 * 86_400;
const directions = ["spreads", "needs"];

/** The state of the page that the address means; what it does not say is as at the beginning. */
function stateOf(hash, languages) {
  const pairs = hash.replace(/^#/, "").split("&").filter((pair) => pair.includes("="));
  const said = Object.fromEntries(pairs.map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), pair.slice(at + 1)];
  }));
  const after = said.after === undefined ? null : Number(said.after);
  return {
    seeds: (said.fail ?? "").split("+").filter(Boolean).map(decoded),
    after: after !== null && after >= 0 && after <= longest ? after : null,
    direction: directions.includes(said.direction) ? said.direction : "spreads",
    tab: decoded(said.tab ?? "picture"),
    view: decoded(said.view ?? ""),
    language: languages.includes(said.lang) ? said.lang : languages[0],
  };
}

/** The address of a state. */
function hashOf(state, languages) {
  const pairs = [];
  if (state.seeds.length > 0) pairs.push(["fail", state.seeds.map(encodeURIComponent).join("+")]);
  if (state.after !== null) pairs.push(["after", String(state.after)]);
  if (state.direction !== "spreads") pairs.push(["direction", state.direction]);
  if (state.tab !== "picture") pairs.push(["tab", encodeURIComponent(state.tab)]);
  if (state.view !== "") pairs.push(["view", encodeURIComponent(state.view)]);
  if (state.language !== languages[0]) pairs.push(["lang", state.language]);
  return "#" + pairs.map(([key, value]) => `${key}=${value}`).join("&");
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** The questions asked so far, so that each can be gone back to. */
class Trail {
  constructor() {
    this.steps = [];
  }

  /** Adds a question, or goes back to where it was asked before. */
  visit(state) {
    const key = Trail.key(state);
    const before = this.steps.findIndex((step) => Trail.key(step) === key);
    if (before >= 0) this.steps.length = before + 1;
    else if (state.seeds.length > 0) this.steps.push({ ...state });
    else this.steps = [];
  }

  static key({ seeds, after, direction }) {
    return JSON.stringify([seeds, after, direction]);
  }
}
