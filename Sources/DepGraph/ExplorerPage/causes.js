// Why something fell: a chain of causes, each of which had come by the time of its effect.

/**
 * Explains what fell in one outcome. Of the causes that came in time, those with the shallowest
 * explanations are named: for a group as many as make it fail, for a path a cut of its network.
 */
class Explanations {
  constructor(outcome, seeds) {
    this.outcome = outcome;
    this.graph = outcome.reading.one;
    this.seeds = new Set(seeds);
    this.slots = new Map(outcome.down.order.map((vertex, slot) => [vertex, slot]));
    this.found = new Map();
    // In the order of falling, so that what a vertex rests on is explained before it.
    for (const vertex of outcome.down.order) {
      if (outcome.isDown(vertex)) this.found.set(vertex, this.explain(vertex));
    }
  }

  explain(vertex) {
    const cost = this.outcome.reading.isElement(vertex) ? 1 : 0;
    if (this.seeds.has(vertex) || this.graph.thresholds[vertex] === 0) {
      return { causes: [], depth: 0 };
    }
    const path = this.graph.pathOf.get(vertex);
    const causes = path ? this.cut(path) : this.shallowest(vertex);
    const depth = causes.reduce((most, cause) => Math.max(most, this.found.get(cause).depth), 0);
    return { causes, depth: depth + cost };
  }

  /** Whether a cause had fallen, and been noticed, by the time of its effect. */
  isInTime(cause, delay, effect) {
    const times = this.outcome.down.times;
    const lost = times[effect] - this.graph.vertexDelays[effect];
    // Sums of delays are rounded: the order of falling decides, with a hair's breadth of time.
    return this.slots.get(cause) < this.slots.get(effect) && times[cause] + delay <= lost * (1 + 1e-12);
  }

  shallowest(vertex) {
    const { inputStarts, inputs, inputDelays, thresholds } = this.graph;
    const causes = [];
    for (let at = inputStarts[vertex]; at < inputStarts[vertex + 1]; at += 1) {
      if (this.found.has(inputs[at]) && this.isInTime(inputs[at], inputDelays[at], vertex)) {
        causes.push(inputs[at]);
      }
    }
    const depth = (cause) => this.found.get(cause).depth;
    causes.sort((a, b) => depth(a) - depth(b) || a - b);
    return causes.slice(0, thresholds[vertex]).sort((a, b) => a - b);
  }

  cut(path) {
    const network = this.graph.networks[path.network];
    return network.cut(path, (one) => this.found.has(one) && this.isInTime(one, 0, path.vertex));
  }

  /** The elements that made one fall; groups and paths in between are left out. */
  because(element) {
    const causes = [];
    const collect = (vertex) => {
      for (const cause of this.found.get(vertex)?.causes ?? []) {
        if (!this.outcome.reading.isElement(cause)) collect(cause);
        else if (!causes.includes(cause)) causes.push(cause);
      }
    };
    collect(element);
    return causes;
  }
}
