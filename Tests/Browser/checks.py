"""What the explorer must do beside answering rightly: each check is a function of a browser and the
page's address, and fails by an AssertionError."""

import os
import re
import shutil
import subprocess
import tempfile

STATE = """
return {
  hash: location.hash, seeds: explorer.state.seeds, language: document.documentElement.lang,
  chips: [...document.querySelectorAll("#seeds [data-selector]")].map((one) => one.dataset.selector),
  summary: document.getElementById("summary").textContent,
  focused: document.activeElement?.id || document.activeElement?.textContent || "",
};
"""


def state(browser):
    return browser.run(STATE)


def the_policy_holds(browser, address):
    browser.open(address)
    policy = browser.run(
        "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content")
    assert policy.startswith("default-src 'none'"), policy
    assert "unsafe" not in policy, policy
    blocked = browser.run_later("""
      const done = arguments[arguments.length - 1], blocked = [];
      document.addEventListener("securitypolicyviolation", (e) => blocked.push(e.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "window.injected = true";
      document.body.append(script);
      const image = document.createElement("img");
      image.src = "https://example.org/x.png";
      document.body.append(image);
      fetch("https://example.org/").catch(() => {});
      setTimeout(() => { script.remove(); image.remove(); done([window.injected === undefined, blocked]); }, 300);
    """)
    assert blocked[0], "a script that was put in has run"
    for directive in ("script-src", "img-src", "connect-src"):
        assert any(one.startswith(directive) for one in blocked[1]), (directive, blocked)


def nothing_is_fetched(browser, address):
    browser.log("performance")
    browser.open(address)
    browser.run("explorer.ask([explorer.model.ids[0]])")
    fetched = browser.run("return performance.getEntriesByType('resource').map((one) => one.name)")
    assert fetched == [], fetched
    sent = [entry["message"] for entry in browser.log("performance")
            if "Network.requestWillBeSent" in entry["message"]]
    for message in sent:
        found = re.search(r'"documentURL":"[^"]*".*?"url":"([^"]*)"', message)
        assert found and found.group(1).split("#")[0].startswith(("file:", "data:")), message
    errors = [entry for entry in browser.log("browser")
              if entry["level"] == "SEVERE" and "example.org" not in entry["message"]
              and "Content Security Policy" not in entry["message"]]
    assert errors == [], errors


def the_keyboard_is_enough(browser, address):
    """Tab to the search, arrows and Enter choose; Tab into the picture, arrows move, Enter asks."""
    browser.open(address)
    browser.run("document.activeElement?.blur()")
    for _ in range(6):
        browser.press("Tab")
        if state(browser)["focused"] == "search":
            break
    assert state(browser)["focused"] == "search", "the search is not near the top of the page"
    wanted = browser.run("return explorer.model.name(explorer.model.components[0], explorer.state.language)")
    browser.press(wanted[:5])
    browser.press("ArrowDown", "ArrowDown", "ArrowUp", "Enter")
    assert len(state(browser)["chips"]) == 1, state(browser)
    assert state(browser)["summary"] != "", "nothing is told to those who listen"
    browser.press("Escape")
    assert state(browser)["chips"] == [], "Escape does not clear the question"
    if browser.run("return document.querySelector('figure:not([hidden]) svg') === null"):
        return
    for _ in range(80):
        browser.press("Tab")
        if browser.run("return document.activeElement.closest('svg') !== null"):
            break
    first = browser.run("return document.activeElement.id")
    assert first, "Tab does not come to the picture"
    outline = browser.run("""
      const shape = document.activeElement;
      return shape.matches(":focus-visible") && getComputedStyle(shape.querySelector("polygon, path")).strokeWidth""")
    assert outline == "5px", ("the focus is not seen", outline)
    moved = False
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        browser.press(key)
        moved = moved or browser.run("return document.activeElement.id") != first
    assert moved, "arrows do not move in the picture"
    browser.press("Enter")
    asked = state(browser)
    members = browser.run("return document.querySelectorAll('#members li').length")
    assert asked["chips"] or members > 1, asked
    if members > 1:
        browser.press("Escape")
        assert browser.run("return document.querySelectorAll('#members li').length") == 0


def a_click_on_a_shape_asks(browser, address):
    browser.open(address)
    found = browser.run("""
      const shape = [...document.querySelectorAll("figure:not([hidden]) g.node[role=button]")]
        .find((one) => one.members.length === 1 && typeof one.members[0] === "number");
      if (!shape) return null;
      shape.id ||= "shape"; return [shape.id, explorer.model.ids[shape.members[0]]];""")
    if found is None:
        return
    browser.click(f"#{found[0]}")
    assert state(browser)["chips"] == [found[1]], (found, state(browser))
    classes = browser.run("return document.getElementById(arguments[0]).getAttribute('class')", found[0])
    assert "g-failed" in classes, classes
    folded = browser.run("""
      const shape = [...document.querySelectorAll("figure:not([hidden]) g.node[role=button]")]
        .find((one) => one.members.length > 1);
      return shape ? [shape.id, shape.members.length] : null;""")
    if folded:
        browser.click(f"#{folded[0]}")
        listed = browser.run("return document.querySelectorAll('#members [data-member]').length")
        assert listed == folded[1], ("members of a folded shape are missing", folded, listed)


def going_back_works(browser, address):
    browser.open(address)
    first, second = browser.run("return explorer.model.components.slice(0, 2).map((v) => explorer.model.ids[v])")
    browser.run("explorer.ask([arguments[0]])", first)
    browser.run("explorer.ask([arguments[0]])", second)
    browser.click("#back")
    browser.run_later("setTimeout(arguments[0], 200)")
    assert state(browser)["chips"] == [first], state(browser)
    steps = browser.run("return document.querySelectorAll('#trail li').length")
    assert steps == 2, steps


def filters_and_sorting_work(browser, address):
    browser.open(address + "#tab=table")
    browser.run("document.querySelector('.filters').open = true")
    total, wanted, expected = browser.run("""
      const kinds = explorer.model.data.attributes.kind;
      const number = kinds.of[explorer.model.components[0]];
      return [explorer.model.ids.length, number, kinds.of.filter((one) => one === number).length];""")
    browser.run("""
      const field = document.querySelector("[data-filter=kind]");
      field.value = String(arguments[0]); field.dispatchEvent(new Event("change"));""", wanted)
    browser.run("explorer.prepareToPrint()")
    rows = "return document.querySelectorAll('#everything tbody tr[data-id]').length"
    assert browser.run(rows) == expected < total
    browser.click("#filters button")
    browser.run("explorer.prepareToPrint()")
    assert browser.run(rows) == total, "a component is missing from the table of everything"
    ids = "return [...document.querySelectorAll('#everything tbody tr[data-id]')].map((row) => row.dataset.id)"
    browser.click("#everything [data-column=id]")
    browser.run("explorer.prepareToPrint()")
    ascending = browser.run(ids)
    assert browser.run("return document.querySelector('#everything [data-column=id]').closest('th').ariaSort") == "ascending"
    browser.click("#everything [data-column=id]")
    browser.run("explorer.prepareToPrint()")
    assert browser.run(ids) == ascending[::-1], "sorting the other way is not the other way round"


def both_languages_are_there(browser, address):
    browser.open(address)
    browser.run("explorer.ask([explorer.model.ids[0]])")
    for language, word in (("nl", "Als "), ("en", "When ")):
        browser.click(f"[data-language={language}]")
        assert state(browser)["language"] == language
        title = browser.run("return document.getElementById('answer-title').textContent")
        assert title.startswith(word), title
        figure = browser.run("return document.querySelector('figure:not([hidden])')?.lang ?? null")
        assert figure in (language, None), figure
    numbers = browser.run("""
      const words = ["nl", "en"].map((one) => { explorer.set({ language: one }); return explorer.words; });
      return words.map((one) => [one.number(1234.5), one.after(5400), one.after(0)]);""")
    assert numbers == [["1.234,5", "na 1 uur 30 min", "direct"],
                       ["1,234.5", "after 1 hour 30 min", "at once"]], numbers


def a_link_opens_the_question(browser, address):
    browser.open(address)
    identifier = browser.run("return explorer.model.ids[explorer.model.components[0]]")
    browser.open("about:blank")
    browser.open(f"{address}#fail={identifier}&after=3600&tab=table&lang=en")
    assert state(browser)["chips"] == [identifier]
    assert browser.run("return explorer.state.after") == 3600
    assert browser.run("return document.getElementById('everything').hidden") is False
    browser.open("about:blank")
    browser.open(f"{address}#fail=there-is-no-such-thing+{identifier}&after=1e99")
    assert state(browser)["chips"] == [identifier], "what is known is dropped with what is not"
    assert browser.run("return explorer.state.after") is None
    told = browser.run("return document.getElementById('status').textContent")
    assert "there-is-no-such-thing" in told, told


def paper_holds_it_all(browser, address):
    """On every page of the print stand banner and key; the list is whole."""
    if shutil.which("pdftotext") is None:
        raise SystemExit("pdftotext is missing: run Scripts/setup-browser")
    browser.open(address)
    # The widest failure of some, as long as the paper stays within what a driver waits for.
    asked = browser.run("""
      const { model } = explorer;
      let best = [model.ids[0], -1];
      for (const id of model.ids.slice(0, 40)) {
        explorer.ask([id]);
        const count = explorer.blast.down.length;
        const all = count + explorer.blast.degraded.length + explorer.blast.reduced.length;
        if (count > best[1] && all < 250) best = [id, count];
      }
      return best[0];""")
    browser.run("explorer.ask([arguments[0]])", asked)
    banner = browser.run("return document.querySelector('.sheet-head .marking').textContent")
    names = browser.run("return explorer.blast.down.map((one) => explorer.model.name(one.vertex, explorer.state.language))")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "print.pdf")
        browser.print_to(path)
        text = subprocess.run(
            ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    pages = [page for page in text.split("\f") if page.strip()]
    for number, page in enumerate(pages, 1):
        assert banner in page, f"page {number} of {len(pages)} has no banner"
        assert "■" in page and "▲" in page, f"page {number} of {len(pages)} has no key"
    # Long names are broken over lines, so their first words are looked for.
    flat = re.sub(r"\s+", " ", text)
    missing = [name for name in names if " ".join(name.split()[:2]) not in flat]
    assert missing == [], f"{len(missing)} of {len(names)} are missing on paper: {missing[:5]}"


ALL = [
    the_policy_holds, nothing_is_fetched, the_keyboard_is_enough, a_click_on_a_shape_asks,
    going_back_works, filters_and_sorting_work, both_languages_are_there,
    a_link_opens_the_question, paper_holds_it_all,
]
