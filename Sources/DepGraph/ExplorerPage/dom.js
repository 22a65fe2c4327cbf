// Building the page: text goes in as text, never as markup.

/** Makes an element: `make("li", { class: "x", onclick: f }, "text", child, …)`. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A button that does something. */
function button(text, action, attributes = {}) {
  return make("button", { type: "button", onclick: action, ...attributes }, text);
}

/** The element of an id that the page's skeleton has. */
function part(id) {
  return document.getElementById(id);
}

/** A list that shows its first rows, and says how many more there are until they are asked for. */
function longList(container, items, row, words, most = 25) {
  const show = (limit) => {
    const rows = items.slice(0, limit).map(row);
    const rest = items.length - rows.length;
    container.replaceChildren(...rows);
    container.toggleAttribute("data-cut", rest > 0);
    if (rest > 0) {
      const more = button(words.showMore(rest), () => show(Infinity), { class: "more" });
      const isRow = container.localName === "tbody";
      container.append(
        isRow ? make("tr", {}, make("td", { colspan: "12" }, more)) : make("li", { class: "more" }, more),
      );
    }
  };
  container.showAll = () => show(Infinity);
  show(most);
  return container;
}

/** A part that is made when it is first opened. */
function disclosure(title, fill, attributes = {}) {
  const details = make("details", attributes, make("summary", {}, title));
  details.fill = () => {
    if (details.isFilled) return;
    details.isFilled = true;
    details.append(fill());
  };
  details.addEventListener("toggle", () => details.open && details.fill());
  return details;
}

/** Gives a text as a file, without a network. */
function saveFile(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Puts a text on the clipboard, also where the browser gives a local file none of its own. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make("textarea", { class: "off-screen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

/** Rows as CSV (RFC 4180); what a spreadsheet would calculate gets an apostrophe. */
function csvText(rows) {
  const formula = /^'*([=@\t\r]|[-+](?![-+0-9 .,:()/%]*$))/;
  const cell = (value) => {
    const text = formula.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
}
