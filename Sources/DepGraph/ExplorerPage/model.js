// The model as the page's data write it: elements by number, in the order of their ids.

class Model {
  constructor(data) {
    this.data = data;
    this.ids = data.ids;
    this.byID = new Map(data.ids.map((id, vertex) => [id, vertex]));
    /** The elements that are components; the rest are common causes. */
    this.components = data.components;
    this.isComponent = new Set(data.components);
    /** Consumers and processes: those whose loss counts for people. */
    this.users = new Set(data.users);
    this.networks = data.networks.map((network) => new Network(network));
    this.readings = {};
    for (const [name, written] of Object.entries(data.readings)) {
      this.readings[name] = new Reading(written, this.networks, data.ids.length);
    }
    this.unknownRequirements = data.unknownRequirements;
    this.unknownShares = data.unknownShares.map(([key, sharers, values]) => ({ key, sharers, values }));
    this.claims = pairsOf(data.claims);
    this.dependencies = new Dependencies(data, this.networks);
    this.groups = new Map(data.groups.map((group) => [group.selector, group]));
  }

  /** Whether a selector names an element or a group of this model. */
  names(selector) {
    return this.byID.has(selector) || this.groups.has(selector);
  }

  /**
   * The question that selectors ask: ids of elements, or of groups like `supplier:x`.
   * Each selector must name something.
   */
  question(selectors, after) {
    const seeds = new Set();
    const unknownExtent = [];
    for (const selector of selectors) {
      const vertex = this.byID.get(selector);
      const group = this.groups.get(selector);
      if (vertex !== undefined) {
        seeds.add(vertex);
      } else {
        group.members.forEach((member) => seeds.add(member));
        if (!group.isComplete) unknownExtent.push(selector);
      }
    }
    return { written: selectors, seeds: [...seeds].sort((a, b) => a - b), unknownExtent, after };
  }

  /** The word of a language for an attribute of an element, or "" where it has none. */
  label(attribute, vertex, language) {
    const { values, of } = this.data.attributes[attribute];
    return of[vertex] < 0 ? "" : inLanguage(values[of[vertex]].slice(1), language);
  }

  /** The name of an element, or its id where it has none. */
  name(vertex, language) {
    return inLanguage(this.data.names[vertex], language);
  }
}

/** Of [Dutch, English] the one asked for; texts that are the same in both stand there once. */
function inLanguage(texts, language) {
  return (language === "en" ? texts[1] : texts[0]) ?? texts[0];
}

/** Who depends on whom as written, alternatives or not. */
class Dependencies {
  constructor(data, networks) {
    /** For each element the [target, strength, basis] of what it depends on. */
    this.of = data.dependencies.map((flat) => {
      const found = [];
      for (let at = 0; at < flat.length; at += 3) found.push(flat.slice(at, at + 3));
      return found;
    });
    this.on = this.of.map(() => []);
    this.of.forEach((list, dependent) => {
      for (const [target, strength, basis] of list) this.on[target].push([dependent, strength, basis]);
    });
    this.networks = networks;
    this.networksUsed = new Map();
    this.networksOf = new Map();
    this.usersOfNetwork = data.networkUsers;
    data.networkUsers.forEach((users, network) => {
      users.forEach((user) => append(this.networksUsed, user, network));
      networks[network].members.forEach((member) => append(this.networksOf, member, network));
    });
  }

  /** The elements whose requirement names an element or a network that it is part of. */
  usersOf(target) {
    const users = new Set(this.on[target].map(([dependent]) => dependent));
    for (const network of this.networksOf.get(target) ?? []) {
      this.usersOfNetwork[network].forEach((user) => users.add(user));
    }
    users.delete(target);
    return users;
  }

  /** The elements that the requirement of an element names, and all of the networks it goes over. */
  usedBy(user) {
    const used = new Set(this.of[user].map(([target]) => target));
    for (const network of this.networksUsed.get(user) ?? []) {
      this.networks[network].members.forEach((member) => used.add(member));
    }
    used.delete(user);
    return used;
  }

  /** Some elements and all that uses them, directly or through others, with the number of steps. */
  allUsersOf(sources) {
    return reachBy(sources, (current) => this.usersOf(current));
  }

  /** An element and all that it uses, directly or through others, with the number of steps. */
  allUsedBy(source) {
    return reachBy([source], (current) => this.usedBy(current));
  }
}

/** The steps from some elements to everything reached, breadth first. */
function reachBy(sources, next) {
  const steps = new Map(sources.map((source) => [source, 0]));
  const queue = [...sources];
  for (let head = 0; head < queue.length; head += 1) {
    for (const other of next(queue[head])) {
      if (steps.has(other)) continue;
      steps.set(other, steps.get(queue[head]) + 1);
      queue.push(other);
    }
  }
  return steps;
}
