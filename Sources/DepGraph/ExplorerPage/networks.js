// Networks: what hangs together when nodes and links have failed.
//
// A place is the number of a node or link within its network. Every search starts from nothing:
// a ring cut off from the beginning of a path must not keep the path up.

/** A network as the page's data write it: its nodes, and its links as [link, first, second, …]. */
class Network {
  constructor({ nodes, links }) {
    this.nodes = nodes;
    this.links = [];
    this.place = new Map(nodes.map((vertex, place) => [vertex, place]));
    /** For each node the [other node, link] of each link at it. */
    this.steps = nodes.map(() => []);
    for (let at = 0; at < links.length; at += 3) {
      const [first, second] = [this.place.get(links[at + 1]), this.place.get(links[at + 2])];
      const link = this.links.length;
      this.links.push(links[at]);
      this.steps[first].push([second, link]);
      this.steps[second].push([first, link]);
    }
    /** Every vertex that is a node or a link. */
    this.isMember = new Set([...this.nodes, ...this.links]);
    this.members = [...this.isMember];
  }


  /** Which nodes and links are down, asked once for each, by place; one vertex may count as up. */
  state(isDown, exempt = -1) {
    const ask = (vertex) => (vertex !== exempt && isDown(vertex) ? 1 : 0);
    return { nodes: Uint8Array.from(this.nodes, ask), links: Uint8Array.from(this.links, ask) };
  }

  /** Numbers the parts that hang together from 1; a node that is down has none and gets 0. */
  parts(state) {
    const parts = new Int32Array(this.nodes.length);
    let part = 0;
    for (let start = 0; start < parts.length; start += 1) {
      if (parts[start] === 0 && state.nodes[start] === 0) {
        part += 1;
        this.spread(start, part, parts, state);
      }
    }
    return parts;
  }

  /** Marks what can be reached from some places over nodes and links that are up. */
  reach(places, state) {
    const parts = new Int32Array(this.nodes.length);
    for (const place of places) {
      if (parts[place] === 0 && state.nodes[place] === 0) this.spread(place, 1, parts, state);
    }
    return parts;
  }

  spread(start, part, parts, state) {
    const stack = [start];
    parts[start] = part;
    while (stack.length > 0) {
      for (const [other, link] of this.steps[stack.pop()]) {
        if (parts[other] !== 0 || state.links[link] !== 0 || state.nodes[other] !== 0) continue;
        parts[other] = part;
        stack.push(other);
      }
    }
  }

  /**
   * The nodes and links that keep a broken path from holding: of what bounds the part reached from
   * its beginning, that which also bounds the part from which an end is reached.
   */
  cut(path, isDown) {
    const isClosed = (vertex) => vertex !== path.exempt && isDown(vertex);
    const start = this.nodes[path.from];
    if (isClosed(start)) return [start];
    const closed = this.state(isClosed);
    const near = new Set(this.bounds(this.reach([path.from], closed), closed));
    const isBound = (vertex) => near.has(vertex);
    const bound = this.state(isBound);
    const far = this.bounds(this.reach(path.to, bound), bound);
    const ends = path.to.map((place) => this.nodes[place]).filter(isBound);
    return [...new Set([...far, ...ends])].sort((a, b) => a - b);
  }

  /** The nodes and links that are down and next to what was reached. */
  bounds(parts, state) {
    const found = [];
    for (let place = 0; place < parts.length; place += 1) {
      if (parts[place] === 0) continue;
      for (const [other, link] of this.steps[place]) {
        if (state.links[link] !== 0) found.push(this.links[link]);
        else if (state.nodes[other] !== 0) found.push(this.nodes[other]);
      }
    }
    return found;
  }
}

/**
 * How many ways of a path have no vertex in common but its beginning and a common end, counted up
 * to 2: Menger's theorem, by flows of one unit with every node split in "in" (2v) and "out" (2v+1).
 */
function disjointWays(network, path, state) {
  if (state.nodes[path.from] !== 0) return 0;
  if (path.to.includes(path.from)) return 1;
  const flow = new UnitFlow(network, path, state);
  return flow.augment() ? (flow.augment() ? 2 : 1) : 0;
}

/** A flow of one unit for each way found. */
class UnitFlow {
  static none = -1;

  constructor(network, path, state) {
    this.network = network;
    this.state = state;
    this.source = path.from;
    this.ends = new Set(path.to);
    /** The node that a link's unit comes from, if it carries one. */
    this.origin = new Int32Array(network.links.length).fill(UnitFlow.none);
    this.isPassed = new Uint8Array(network.nodes.length);
    /** How the search came to a state: from which one, and over which link unless within a node. */
    this.previous = new Int32Array(2 * network.nodes.length);
    this.link = new Int32Array(2 * network.nodes.length);
  }

  /** Adds one unit from the beginning to an end, if there is room for one. */
  augment() {
    const start = 2 * this.source + 1;
    this.previous.fill(UnitFlow.none);
    this.previous[start] = start;
    const queue = [start];
    for (let head = 0; head < queue.length; head += 1) {
      const end = this.visit(queue[head], queue);
      if (end !== UnitFlow.none) {
        this.apply(end, start);
        return true;
      }
    }
    return false;
  }

  /** Follows what is left of the capacities out of a state; gives the state of an end it came to. */
  visit(state, queue) {
    const node = state >> 1;
    const goesOut = state & 1;
    // Within the node: in to out while no way passes, back while one does.
    if (node !== this.source && this.isPassed[node] === goesOut) {
      this.reach(state ^ 1, state, UnitFlow.none, queue);
    }
    for (const [other, link] of this.network.steps[node]) {
      if (other === node || this.state.links[link] !== 0 || this.state.nodes[other] !== 0) continue;
      if (goesOut === 0) {
        if (this.origin[link] === other) this.reach(2 * other + 1, state, link, queue);
      } else if (this.origin[link] === UnitFlow.none && other !== this.source) {
        if (this.reach(2 * other, state, link, queue) && this.ends.has(other)) return 2 * other;
      }
    }
    return UnitFlow.none;
  }

  reach(state, previous, link, queue) {
    if (this.previous[state] !== UnitFlow.none) return false;
    this.previous[state] = previous;
    this.link[state] = link;
    queue.push(state);
    return true;
  }

  /** Moves one unit along the way that the search found. */
  apply(end, start) {
    for (let state = end; state !== start; state = this.previous[state]) {
      const link = this.link[state];
      // Coming in over a link gives it a unit; going out over one takes its unit back.
      if (link === UnitFlow.none) this.isPassed[state >> 1] = state & 1;
      else this.origin[link] = (state & 1) === 0 ? this.previous[state] >> 1 : UnitFlow.none;
    }
  }
}
