// Propagation: when each vertex of a threshold graph fails, after some have failed by themselves.
//
// The same algorithm as the library's `ThresholdGraph.failureTimes`: one pass in the order of time
// with a heap (Knuth 1977); what follows at the same moment is a plain worklist, and networks are
// searched when nothing else happens at that moment. Of the solutions the greatest is meant: two
// things that need each other keep each other up.

/** A graph in which a vertex fails when at least `threshold` of its inputs have (−1: never). */
class ThresholdGraph {
  constructor(written, networks) {
    this.thresholds = Int32Array.from(written.thresholds);
    this.count = this.thresholds.length;
    this.vertexDelays = sparse(written.vertexDelays, this.count);
    this.inputStarts = startsOf(written.inputCounts);
    this.inputs = Int32Array.from(written.inputs);
    this.inputDelays = sparse(written.delays, this.inputs.length);
    this.readDependents();
    this.networks = networks;
    this.paths = written.paths.map(([vertex, network, from, exempt, ...to]) => ({
      vertex,
      network,
      // Who asks counts as up on its own path, which matters only if it lies on the network.
      exempt: networks[network].isMember.has(exempt) ? exempt : -1,
      from: networks[network].place.get(from),
      to: to.map((end) => networks[network].place.get(end)),
    }));
    this.pathOf = new Map(this.paths.map((path) => [path.vertex, path]));
    this.pathsOver = networks.map((_, number) => this.paths.filter((p) => p.network === number));
    this.networksOf = new Map();
    networks.forEach((network, number) => {
      if (this.pathsOver[number].length === 0) return;
      for (const vertex of network.members) append(this.networksOf, vertex, number);
    });
  }

  /** Turns the inputs of each vertex into the dependents of each vertex. */
  readDependents() {
    const counts = new Int32Array(this.count);
    for (const input of this.inputs) counts[input] += 1;
    this.dependentStarts = startsOf(counts);
    this.dependents = new Int32Array(this.inputs.length);
    this.dependentDelays = new Float64Array(this.inputs.length);
    const next = this.dependentStarts.slice();
    for (let vertex = 0; vertex < this.count; vertex += 1) {
      for (let at = this.inputStarts[vertex]; at < this.inputStarts[vertex + 1]; at += 1) {
        const place = next[this.inputs[at]]++;
        this.dependents[place] = vertex;
        this.dependentDelays[place] = this.inputDelays[at];
      }
    }
  }

  inputsOf(vertex) {
    return this.inputs.subarray(this.inputStarts[vertex], this.inputStarts[vertex + 1]);
  }

  dependentsOf(vertex) {
    return this.dependents.subarray(this.dependentStarts[vertex], this.dependentStarts[vertex + 1]);
  }

  /** What bears on a vertex directly: its inputs, or for a path all of its network. */
  allInputsOf(vertex) {
    const path = this.pathOf.get(vertex);
    return path ? this.networks[path.network].members : this.inputsOf(vertex);
  }

  /**
   * When each vertex fails.
   *
   * @param {[number, number][]} seeds vertices with the times at which they fail by themselves
   * @returns {{times: Float64Array, order: number[]}} Infinity for never, and those that fail in
   *   the order of time, each after what made it fail
   */
  failureTimes(seeds) {
    return new TimedPass(this).run(seeds);
  }
}

/** One pass through time. */
class TimedPass {
  constructor(graph) {
    this.graph = graph;
    this.times = new Float64Array(graph.count).fill(Infinity);
    this.margins = graph.thresholds.slice();
    this.events = new EventQueue();
    this.order = [];
    this.told = 0;
    this.brokenPaths = new Set();
    for (let vertex = 0; vertex < graph.count; vertex += 1) {
      if (graph.thresholds[vertex] === 0) this.events.add(0, vertex, EventQueue.failure);
    }
  }

  run(seeds) {
    for (const [vertex, time] of seeds) {
      if (time < Infinity) this.events.add(time, vertex, EventQueue.failure);
    }
    while (!this.events.isEmpty) {
      const now = this.events.first.time;
      const start = this.order.length;
      while (!this.events.isEmpty && this.events.first.time === now) {
        const { vertex, kind } = this.events.removeFirst();
        if (kind === EventQueue.failure) this.fail(vertex, now);
        else this.arrive(vertex, now);
        this.tellDependents(now);
      }
      // What paths do at this very moment comes back as events of the same time.
      const hit = new Set();
      for (const vertex of this.order.slice(start)) {
        for (const network of this.graph.networksOf.get(vertex) ?? []) hit.add(network);
      }
      for (const network of hit) this.breakPaths(network, now);
    }
    return { times: this.times, order: this.order };
  }

  fail(vertex, now) {
    if (this.times[vertex] < Infinity) return;
    this.times[vertex] = now;
    this.order.push(vertex);
  }

  /** A vertex notices that one of its inputs has failed. */
  arrive(vertex, now) {
    this.margins[vertex] -= 1;
    if (this.margins[vertex] !== 0) return;
    const delay = this.graph.vertexDelays[vertex];
    if (delay === 0) this.fail(vertex, now);
    else this.events.add(now + delay, vertex, EventQueue.failure);
  }

  tellDependents(now) {
    const { dependentStarts, dependents, dependentDelays } = this.graph;
    for (; this.told < this.order.length; this.told += 1) {
      const vertex = this.order[this.told];
      for (let at = dependentStarts[vertex]; at < dependentStarts[vertex + 1]; at += 1) {
        if (dependentDelays[at] === 0) this.arrive(dependents[at], now);
        else this.events.add(now + dependentDelays[at], dependents[at], EventQueue.arrival);
      }
    }
  }

  /** The parts are found once for all paths; a path whose exempt vertex is down sees other ones. */
  breakPaths(number, now) {
    const network = this.graph.networks[number];
    const isDown = (vertex) => this.times[vertex] < Infinity;
    const parts = network.parts(network.state(isDown));
    for (const path of this.graph.pathsOver[number]) {
      if (isDown(path.vertex) || this.brokenPaths.has(path.vertex)) continue;
      const isExempt = path.exempt >= 0 && isDown(path.exempt);
      const own = isExempt
        ? network.reach([path.from], network.state(isDown, path.exempt))
        : parts;
      if (own[path.from] !== 0 && path.to.some((end) => own[end] === own[path.from])) continue;
      this.brokenPaths.add(path.vertex);
      this.events.add(now + this.graph.vertexDelays[path.vertex], path.vertex, EventQueue.failure);
    }
  }
}

/** What will happen, by time, then by vertex: a binary heap. */
class EventQueue {
  static arrival = 0;
  static failure = 1;

  constructor() {
    this.heap = [];
  }

  get isEmpty() {
    return this.heap.length === 0;
  }

  get first() {
    return this.heap[0];
  }

  add(time, vertex, kind) {
    const { heap } = this;
    let place = heap.length;
    heap.push({ time, vertex, kind });
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!EventQueue.isBefore(heap[place], heap[above])) break;
      [heap[place], heap[above]] = [heap[above], heap[place]];
      place = above;
    }
  }

  removeFirst() {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length === 0) return first;
    heap[0] = last;
    for (let place = 0; ; ) {
      let least = place;
      for (const below of [2 * place + 1, 2 * place + 2]) {
        if (below < heap.length && EventQueue.isBefore(heap[below], heap[least])) least = below;
      }
      if (least === place) return first;
      [heap[place], heap[least]] = [heap[least], heap[place]];
      place = least;
    }
  }

  static isBefore(a, b) {
    return a.time - b.time < 0 || (a.time === b.time && (a.vertex - b.vertex || a.kind - b.kind) < 0);
  }
}

/** Where each row begins in one array, from the number of values in each. */
function startsOf(counts) {
  const starts = new Int32Array(counts.length + 1);
  for (let row = 0; row < counts.length; row += 1) starts[row + 1] = starts[row] + counts[row];
  return starts;
}

/** An array of numbers from the [index, value, …] of those that are not 0. */
function sparse(pairs, length) {
  const values = new Float64Array(length);
  for (let at = 0; at < pairs.length; at += 2) values[pairs[at]] = pairs[at + 1];
  return values;
}

/** Adds a value to the list of a key. */
function append(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
