"""Compares what the explorer shows with what the library answers, for seeded failures."""

import json
import random
import subprocess
from urllib.parse import quote

MOMENTS = [None, None, None, 0, 3600, 5000, 14400, 86400]

# Gathers the answer twice: what was computed, and what stands on the page, every list opened.
GATHER = """
const page = explorer, { model, blast } = page;
page.prepareToPrint();
const id = (vertex) => model.ids[vertex];
const rows = [...document.querySelectorAll("#answer li[data-grade]")].map((row) => ({
  list: row.closest("[data-list]").dataset.list, ...row.dataset }));
const names = (list) => [...document.querySelectorAll(`#answer [data-list=${list}] li[data-id]`)]
  .map((row) => row.dataset.id);
const because = (list) => Object.fromEntries(
  list.filter((one) => one.because).map((one) => [id(one.vertex), one.because()]));
return {
  failed: blast.failed.map(id), rows,
  order: blast.down.map((one) => id(one.vertex)),
  because: because([...blast.degraded, ...blast.reduced, ...blast.cannotTell]),
  claims: blast.claims.map((claim) => [id(claim.vertex), id(claim.of), claim.covers]),
  shownClaims: [...document.querySelectorAll("#answer [data-claim]")].map((row) => row.dataset.claim),
  holding: names("holdingList"), notReached: names("notReachedList"),
  summary: document.getElementById("summary").textContent,
  answered: Number(document.documentElement.dataset.answered),
};
"""
ASK = """
const [hash, done] = arguments;
location.hash = hash;
setTimeout(() => setTimeout(() => { const gather = () => {%s}; done(gather()); }));
""" % GATHER


def questions(data, seed, count):
    """Seeded failures: elements, now and then a group, at several moments."""
    chance = random.Random(seed)
    ids = [one for one in data["ids"] if " " not in one]
    groups = [one["selector"] for one in data["groups"] if " " not in one["selector"]]
    found = []
    for _ in range(count):
        seeds = []
        for _ in range(chance.choice([1, 1, 2, 3, 4, 6])):
            pool = groups if groups and chance.random() < 0.12 else ids
            seeds.append(chance.choice(pool))
        found.append((list(dict.fromkeys(seeds)), chance.choice(MOMENTS)))
    return found


class Library:
    """The library's answers, by the hidden subcommand that reads the model once for many."""

    def __init__(self, command, model):
        self.command = [command, "explore-answers", model]
        self.data = json.loads(self.lines(["--data"], "")[0])

    def lines(self, options, text):
        run = subprocess.run(
            [*self.command, *options], input=text, text=True, check=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return run.stdout.splitlines()

    def answers(self, questions):
        text = "".join(
            " ".join(["-" if after is None else str(after), *seeds]) + "\n"
            for seeds, after in questions)
        found = [json.loads(line) for line in self.lines([], text)]
        assert len(found) == len(questions), "the library did not answer every question"
        return found

    def answer(self, seeds, after):
        return self.answers([(seeds, after)])[0]


def hash_of(seeds, after):
    moment = "" if after is None else f"&after={after}"
    return "#fail=" + "+".join(quote(seed, safe="") for seed in seeds) + moment


def shown(browser, seeds, after):
    return browser.run_later(ASK, hash_of(seeds, after))


def differences(page, library):
    """What the page and the library say differently, as lines; none is what is wanted."""
    found = []

    def compare(what, on_page, in_library):
        if on_page != in_library:
            found.append(f"{what}:\n    page    {brief(on_page)}\n    library {brief(in_library)}")

    grades = {
        "down": "down", "degraded": "degraded", "reducedRedundancy": "reduced-redundancy"}
    lists = {"usersDown", "othersDown", "degradedList", "reducedList", "cannotTellList"}
    rows = [row for row in page["rows"] if row["list"] in lists]
    compare("failed", page["failed"], library["failed"])
    for key, grade in grades.items():
        compare(key, facts(row for row in rows if row["grade"] == grade),
                sorted((hit["id"], number(hit.get("after")), hit["verdict"], hit["atLeast"])
                       for hit in library[key]))
    compare("order", page["order"], [hit["id"] for hit in library["down"]])
    compare("cannotTell", sorted(row["id"] for row in rows if row["grade"] == "cannot-tell"),
            sorted(hit["id"] for hit in library["cannotTell"]))
    because = {hit["id"]: hit["because"] for hit in library["cannotTell"]}
    for key in ("degraded", "reducedRedundancy"):
        because |= {hit["id"]: hit["couldBeDown"] for hit in library[key] if hit["couldBeDown"]}
    compare("because", page["because"], because)
    claims = [[one["id"], one["of"], one["covers"]] for one in library["claimedIndependent"]]
    compare("claims", page["claims"], claims)
    compare("claims shown", page["shownClaims"], [claim[0] for claim in claims])
    compare("later", facts([row for row in page["rows"] if row["list"] == "laterList"], short=True),
            sorted((hit["id"], number(hit["after"]), hit["verdict"]) for hit in library["later"]))
    compare("holding", page["holding"], library["holding"])
    compare("notReached", page["notReached"], library["notReached"])
    return found


def facts(rows, short=False):
    found = ((row["id"], number(row.get("after")), row["verdict"], row["atLeast"]) for row in rows)
    return sorted(fact[:3] if short else fact for fact in found)


def number(value):
    return -1.0 if value is None else float(value)


def brief(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 300 else text[:300] + " …"


def smallest(browser, library, seeds, after):
    """Takes seeds away as long as the answers still differ."""
    seeds = list(seeds)
    for seed in list(seeds):
        rest = [one for one in seeds if one != seed]
        if rest and differences(shown(browser, rest, after), library.answer(rest, after)):
            seeds = rest
    return seeds
