"""A seeded model of 2,000 components that uses everything that propagation knows."""

import json
import random

LAYERS = [
    ("site", 40), ("power", 100), ("time-source", 10), ("network-element", 360), ("link", 200),
    ("platform", 300), ("service", 640), ("process", 350),
]
SECTORS = ["energy", "transport-air", "banking", "health", "drinking-water"]


class SyntheticModel:
    """Writes the model as JSON, which is YAML too."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.counts = dict(LAYERS)
        self.ring = 120

    def text(self):
        components = []
        for kind, count in LAYERS:
            components += [self.component(kind, number) for number in range(count)]
        return json.dumps({
            "depgraph": 1, "name": {"nl": "Rekenmodel (fictief)", "en": "Test model (fictional)"},
            "language": "nl", "as-of": "2026-06-01", "basis": "fictional",
            "parties": [self.supplier(number) for number in range(30)]
            + [{"id": f"organisation-{number}", "name": f"Organisatie {number}"}
               for number in range(40)],
            "components": components,
        }, indent=0)

    def supplier(self, number):
        party = {
            "id": f"supplier-{number}", "role": ["supplier"],
            "name": {"nl": f"Leverancier {number}", "en": f"Supplier {number}"}}
        if number % 5 == 0:
            party["products"] = "unknown"
        return party

    # Components.

    def component(self, kind, number):
        found = {
            "id": f"{kind}-{number}", "kind": kind, "layer": kind,
            "name": {"nl": f"Onderdeel {kind} {number}", "en": f"Component {kind} {number}"},
            "owner": f"organisation-{self.below(40)}",
        }
        shares = {}
        if kind not in ("site", "link") and self.chance(0.5):
            shares["site"] = self.pick("site")
        if kind in ("network-element", "platform") and self.chance(0.6):
            found["product-of"] = f"supplier-{self.skewed(30)}"
            shares["software"] = (
                "unknown" if self.chance(0.04)
                else {"value": f"release-{self.skewed(40)}", "basis": self.basis()})
        if kind == "link":
            self.add_ends(found, shares, number)
        if shares:
            found["shares"] = shares
        needs = self.requirements(kind, number)
        if needs is not None:
            found["requires"] = needs
        if kind in ("service", "process") and self.chance(0.25):
            found["degrades-without"] = [self.soft()]
        if kind == "process":
            found["sector"] = self.random.choice(SECTORS)
            if self.chance(0.03):
                found["independent-of"] = [self.pick("network-element")]
        return found

    def add_ends(self, found, shares, number):
        first = number % self.ring
        second = (first + 1) % self.ring if number < self.ring else self.below(self.ring)
        if second == first:
            second = (first + 2) % self.ring
        found["ends"] = [f"network-element-{first}", f"network-element-{second}"]
        found["network"] = "fibre"
        shares["duct"] = f"duct-{self.below(80)}"

    def requirements(self, kind, number):
        if kind == "site" or (kind == "power" and number < 25) or kind == "time-source":
            return None
        if kind in ("platform", "service", "process") and self.chance(0.012):
            return "unknown"
        below = {
            "power": ["power"], "network-element": ["power", "power", "time-source"],
            "link": ["power"], "platform": ["network-element", "power", "time-source"],
            "service": ["platform", "platform", "service", "network-element"],
            "process": ["service", "service", "platform"],
        }[kind]
        own = f"{kind}-{number}"
        count = 1 if kind in ("power", "link") else self.random.choice([1, 1, 2, 2, 3])
        needs = [self.need(below, own, 0) for _ in range(count)]
        if kind in ("service", "process") and self.chance(0.04):
            needs.append(self.path())
        return needs

    def need(self, kinds, own, depth):
        dice = self.random.random()
        if depth < 2 and dice < 0.35:
            size = self.random.choice([2, 2, 3, 4])
            members = [self.need(kinds, own, depth + 1) for _ in range(size)]
            if self.chance(0.03):
                members.append("unknown")
            dice = self.random.random()
            if dice < 0.15:
                return members  # A list means all of its members.
            group = (
                {"any": members} if dice < 0.65
                else {"at-least": self.random.randint(1, size), "of": members})
            return self.held(group)
        target = self.pick(self.random.choice(kinds))
        # Cycles are welcome, but nothing may need itself.
        reference = {"ref": "site-0" if target == own else target}
        if self.chance(0.15):
            reference["basis"] = self.basis()
        if self.chance(0.1):
            reference["tolerates"] = "degraded"
        elif self.chance(0.02) and depth > 0:
            reference["gives"] = "degraded"
        return self.held(reference)

    def path(self):
        first = self.below(self.ring)
        ends = [f"network-element-{(first + 1 + self.below(self.ring - 1)) % self.ring}"]
        if self.chance(0.3):
            ends.append(f"network-element-{(first + 1 + self.below(self.ring - 1)) % self.ring}")
        path = {"from": f"network-element-{first}", "to": sorted(set(ends)), "over": "fibre"}
        found = {"path": path}
        if self.chance(0.15):
            found["basis"] = self.basis()
        return self.held(found)

    def soft(self):
        reference = {"ref": self.pick(self.random.choice(["platform", "service", "power"]))}
        if self.chance(0.4):
            reference["scope"] = "self"
        if self.chance(0.2):
            reference["basis"] = self.basis()
        return self.held(reference)

    def held(self, requirement):
        if self.chance(0.2):
            requirement["holdup"] = self.random.choice(
                ["10m", "30m", "1h", "90m", "4h", "8h", "24h", "3d"])
        return requirement

    # Choices.

    def basis(self):
        return self.random.choice(["assumed", "inferred"])

    def chance(self, share):
        return self.random.random() < share

    def below(self, count):
        return self.random.randrange(count)

    def skewed(self, count):
        return int(self.random.random() ** 2 * count)

    def pick(self, kind):
        return f"{kind}-{self.skewed(self.counts[kind])}"
