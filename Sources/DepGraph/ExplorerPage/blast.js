// The blast radius: what falls, works degraded, or leans on what is left, when something fails.
//
// The same definitions as the library's `BlastRadius`: each component stands in exactly one list,
// that of its worst grade in the least favourable ("possible") reading, with the verdict whether
// the most favourable ("certain") reading gives that grade too.

/** The grades, the milder first. */
const Grade = { none: 0, cannotTell: 1, reduced: 2, degraded: 3, down: 4 };
/** Their words in results for machines. */
const gradeKeys = ["none", "cannot-tell", "reduced-redundancy", "degraded", "down"];

/** Whether a time has come by a horizon; never comes not even by an infinite one. */
const isBy = (time, horizon) => time <= horizon && time < Infinity;

/** The two threshold graphs of a model under one reading: who is down, and who is not whole. */
class Reading {
  constructor(written, networks, elementCount) {
    this.one = new ThresholdGraph(written.one, networks);
    this.two = new ThresholdGraph(written.two, networks);
    this.elementCount = elementCount;
    /** For each part (a group or a path): a alternatives, l all, p path, c dead at rest. */
    this.kinds = written.kinds;
    this.owners = written.owners;
    this.standIns = pairsOf(written.standIns);
    this.shown = new Map(pairsOf(written.shown));
    this.waysAtRest = new Map();
  }

  isElement(vertex) {
    return vertex < this.elementCount;
  }

  kind(part) {
    return this.kinds[part - this.elementCount];
  }

  owner(part) {
    return this.owners[part - this.elementCount];
  }

  /** Level two, given level one: stand-ins fail when what they stand for goes down. */
  times(seeds) {
    const down = this.one.failureTimes(seeds.map((seed) => [seed, 0]));
    const seedsOfTwo = seeds.map((seed) => [seed, 0]);
    for (const [element, standIn] of this.standIns) {
      if (down.times[element] < Infinity) seedsOfTwo.push([standIn, down.times[element]]);
    }
    return { down, notWhole: this.two.failureTimes(seedsOfTwo) };
  }

  /** How many ways a path has when nothing has failed, found once. */
  waysOf(path) {
    if (!this.waysAtRest.has(path.vertex)) {
      const network = this.one.networks[path.network];
      this.waysAtRest.set(path.vertex, disjointWays(network, path, network.state(() => false)));
    }
    return this.waysAtRest.get(path.vertex);
  }
}

/** What a failure does to every element under one reading, up to a horizon. */
class Outcome {
  constructor(reading, seeds, horizon) {
    this.reading = reading;
    this.horizon = horizon;
    const { down, notWhole } = reading.times(seeds);
    this.down = down;
    this.notWhole = notWhole;
    this.reduced = reducedRedundancy(this);
  }

  isDown(vertex) {
    return isBy(this.down.times[vertex], this.horizon);
  }

  lessThanWhole(element) {
    return this.notWhole.times[this.reading.shown.get(element) ?? element];
  }

  grade(element) {
    if (this.isDown(element)) return Grade.down;
    if (isBy(this.lessThanWhole(element), this.horizon)) return Grade.degraded;
    return this.reduced.has(element) ? Grade.reduced : Grade.none;
  }

  /** When a grade begins; null for reduced redundancy, which has no clock. */
  start(grade, element) {
    if (grade === Grade.down) return this.down.times[element];
    return grade === Grade.degraded ? this.lessThanWhole(element) : null;
  }
}

// Reduced redundancy: the least set of elements that are not down for which a group of alternatives
// lost a member that it had at rest, a path has one way left of two, or a requirement outside such
// groups leads to an element of the set.

function reducedRedundancy(outcome) {
  const { reading, down, horizon } = outcome;
  const graph = reading.one;
  const isDown = (vertex) => outcome.isDown(vertex);
  const groups = new Set();
  const networks = new Set();
  for (const vertex of down.order) {
    if (!isDown(vertex)) continue;
    for (const dependent of graph.dependentsOf(vertex)) {
      if (!reading.isElement(dependent) && reading.kind(dependent) === "a") groups.add(dependent);
    }
    for (const network of graph.networksOf.get(vertex) ?? []) networks.add(network);
  }
  const losing = [...groups].filter((group) => {
    for (let at = graph.inputStarts[group]; at < graph.inputStarts[group + 1]; at += 1) {
      const input = graph.inputs[at];
      // What is dead at rest is not lost now.
      const lostAt = down.times[input] + graph.inputDelays[at];
      if (isBy(lostAt, horizon) && !isDeadAtRest(input, reading)) return true;
    }
    return false;
  });
  const onLastWay = [...networks].flatMap((number) => {
    const state = graph.networks[number].state(isDown);
    return graph.pathsOver[number].filter(
      (path) => !isDown(path.vertex) && isOnLastWay(path, reading, isDown, state),
    );
  });
  const hit = [...losing, ...onLastWay.map((path) => path.vertex)].map((part) => reading.owner(part));
  return spreadReduced(new Set(hit.filter((owner) => !isDown(owner))), reading, isDown);
}

/**
 * Whether a path had two disjoint ways at rest and has one left, or none while a holdup lasts.
 */
function isOnLastWay(path, reading, isDown, state) {
  if (reading.waysOf(path) < 2) return false;
  const network = reading.one.networks[path.network];
  if (path.exempt >= 0 && isDown(path.exempt)) {
    return disjointWays(network, path, network.state(isDown, path.exempt)) < 2;
  }
  return disjointWays(network, path, state) < 2;
}

/** Adds who requires a member of the set outside groups of alternatives. */
function spreadReduced(found, reading, isDown) {
  const queue = [...found];
  while (queue.length > 0) {
    for (const dependent of reading.one.dependentsOf(queue.pop())) {
      let owner = dependent;
      if (!reading.isElement(dependent)) {
        if (reading.kind(dependent) !== "l" || !isOutsideAlternatives(dependent, reading)) continue;
        owner = reading.owner(dependent);
      }
      if (isDown(owner) || found.has(owner)) continue;
      found.add(owner);
      queue.push(owner);
    }
  }
  return found;
}

function isOutsideAlternatives(part, reading) {
  return reading.one
    .dependentsOf(part)
    .every(
      (above) =>
        reading.isElement(above) ||
        (reading.kind(above) === "l" && isOutsideAlternatives(above, reading)),
    );
}

function isDeadAtRest(vertex, reading) {
  if (reading.isElement(vertex) || reading.kind(vertex) === "p") return false;
  if (reading.kind(vertex) === "c") return true;
  const dead = reading.one.inputsOf(vertex).filter((input) => isDeadAtRest(input, reading)).length;
  return reading.one.thresholds[vertex] >= 0 && dead >= reading.one.thresholds[vertex];
}

// Cannot tell: not down, but down if every component with an unknown requirement had failed too.

class Untellable {
  constructor(model, question, worst) {
    this.model = model;
    this.unknownExtent = question.unknownExtent;
    this.isDown = () => false;
    const { seeds } = question;
    if (seeds.length === 0 || this.unknownExtent.length > 0) return;
    const reading = worst.reading;
    const timesWith = (suspects) =>
      reading.one.failureTimes([...seeds, ...suspects].map((vertex) => [vertex, 0])).times;
    const suspects = suspectsAfter(model, seeds, (some) => {
      const times = some.length > 0 ? timesWith(some) : worst.down.times;
      return (vertex) => isBy(times[vertex], worst.horizon);
    });
    const times = timesWith(suspects);
    this.isDown = (vertex) => isBy(times[vertex], worst.horizon) && !worst.isDown(vertex);
    // Along what falls only with the suspects first, then along all that falls sooner with them: what
    // falls too late without them may fall in time.
    const fallsSooner = (vertex) => times[vertex] < worst.down.times[vertex];
    const suspected = new Set(suspects.filter((vertex) => worst.down.times[vertex] > 0));
    this.searches = [this.isDown, fallsSooner].map(
      (isFallen) => (vertex) => nearestCauses(reading.one, vertex, suspected, isFallen),
    );
  }

  couldBeDown(vertex) {
    return this.unknownExtent.length > 0 || this.isDown(vertex);
  }

  /** The ids of what is unknown and could bring a component down, or the selectors. */
  reasons(vertex) {
    if (this.unknownExtent.length > 0) return this.unknownExtent;
    if (!this.isDown(vertex)) return [];
    for (const search of this.searches) {
      const found = search(vertex);
      if (found.length > 0) return found.map((cause) => this.model.ids[cause]);
    }
    return [];
  }
}

/**
 * The components of which a need is not known, and so might have failed too.
 *
 * A value that nobody knows may be any value of its key that fell, or might have fallen with the
 * other suspects.
 *
 * @param {function(number[]): function(number): boolean} fallen what falls, if some suspects failed
 *   with the seeds
 */
function suspectsAfter(model, seeds, fallen) {
  const failed = new Set(seeds);
  const found = new Set(model.unknownRequirements.filter((one) => !failed.has(one)));
  const sorted = () => [...found].sort((a, b) => a - b);
  let keys = model.unknownShares;
  while (keys.length > 0) {
    const isDown = fallen(sorted());
    const before = found.size;
    for (const { sharers, values } of keys) {
      if (values.some(isDown)) sharers.forEach((one) => failed.has(one) || found.add(one));
    }
    keys = keys.filter(({ values }) => !values.some(isDown));
    if (found.size === before) break;
  }
  return sorted();
}

/** The nearest causes on every way back along what has failed; the vertex itself where it is one. */
function nearestCauses(graph, vertex, causes, isFallen) {
  const seen = new Set([vertex]);
  const queue = [vertex];
  const found = [];
  while (queue.length > 0) {
    const current = queue.pop();
    if (causes.has(current)) {
      found.push(current);
      continue;
    }
    for (const input of graph.allInputsOf(current)) {
      if (!isFallen(input) || seen.has(input)) continue;
      seen.add(input);
      queue.push(input);
    }
  }
  return found.sort((a, b) => a - b);
}

// The answer.

/**
 * What falls when something fails.
 *
 * @param {Model} model the model
 * @param {{seeds: number[], unknownExtent: string[], after: ?number}} question what fails by
 *   itself, selectors of which not all members are known, and the moment in seconds; null: when
 *   every holdup is spent
 */
function blastRadius(model, question) {
  const horizon = question.after ?? Infinity;
  const worst = new Outcome(model.readings.possible, question.seeds, horizon);
  const best = new Outcome(model.readings.certain, question.seeds, horizon);
  const failed = new Set(question.seeds);
  const hits = gradeKeys.map(() => []);
  for (const vertex of model.components) {
    if (failed.has(vertex)) continue;
    const grade = worst.grade(vertex);
    const isHit = grade !== Grade.none;
    hits[grade].push(isHit ? hit(vertex, grade, worst, best) : { vertex, after: null, because: null });
  }
  hits[Grade.down].sort((a, b) => a.after - b.after || a.vertex - b.vertex);
  const untold = new Untellable(model, question, worst);
  for (const one of [...hits[Grade.degraded], ...hits[Grade.reduced], ...hits[Grade.none]]) {
    if (untold.couldBeDown(one.vertex)) one.because = () => untold.reasons(one.vertex);
  }
  const untouched = hits[Grade.none].map((one) => one.vertex);
  const claims = claimAnswers(model, question, worst, new Set(untouched));
  const claimed = new Set(claims.filter((claim) => claim.covers).map((claim) => claim.vertex));
  const isTold = new Set(claims.map((claim) => claim.vertex));
  return {
    question,
    worst,
    failed: question.seeds,
    down: hits[Grade.down],
    degraded: hits[Grade.degraded],
    reduced: hits[Grade.reduced],
    cannotTell: hits[Grade.none].filter((one) => one.because && !claimed.has(one.vertex)),
    claims,
    ...bystanders(model, question, hits, isTold),
  };
}

function hit(vertex, grade, worst, best) {
  const atLeast = best.grade(vertex);
  const verdict = atLeast === grade ? "certain" : "possible";
  const after = (verdict === "certain" ? best : worst).start(grade, vertex);
  return { vertex, grade, atLeast, verdict, after, because: null };
}

/** What a failure is not known to hit at its moment: hit later, held by something, not reached. */
function bystanders(model, question, hits, isTold) {
  const untouched = new Set(
    hits[Grade.none].filter((one) => !one.because && !isTold.has(one.vertex)).map((one) => one.vertex),
  );
  let later = [];
  if (question.after !== null && untouched.size > 0) {
    const end = blastRadius(model, { ...question, after: null });
    later = [...end.down, ...end.degraded].filter((one) => untouched.has(one.vertex));
  }
  const isLater = new Set(later.map((one) => one.vertex));
  const reached = model.dependencies.allUsersOf(question.seeds);
  const rest = [...untouched].filter((vertex) => !isLater.has(vertex));
  return {
    later,
    holding: rest.filter((vertex) => reached.has(vertex)),
    notReached: rest.filter((vertex) => !reached.has(vertex)),
  };
}

/** Claims of independence of something that failed or fell, by who is not known to be reached. */
function claimAnswers(model, question, worst, untouched) {
  const covers = new Map();
  return model.claims
    .filter(([vertex, target]) => untouched.has(vertex) && worst.isDown(target))
    .map(([vertex, target]) => {
      if (!covers.has(target)) covers.set(target, reachesOnlyThrough(model, target, question, worst));
      return { vertex, of: target, covers: covers.get(target) && question.unknownExtent.length === 0 };
    });
}

/** Whether every component that falls is something that a target uses, or falls through it. */
function reachesOnlyThrough(model, target, question, worst) {
  const used = model.dependencies.allUsedBy(target);
  const below = model.dependencies.allUsersOf([target]);
  if (!question.seeds.every((seed) => used.has(seed))) return false;
  return model.components.every(
    (vertex) => !worst.isDown(vertex) || used.has(vertex) || below.has(vertex),
  );
}

/** Pairs from a flat array. */
function pairsOf(flat) {
  const pairs = [];
  for (let at = 0; at < flat.length; at += 2) pairs.push([flat[at], flat[at + 1]]);
  return pairs;
}
