// Tables: a button in each heading sorts the rows, by raw values where the page knows them; a third press brings the
// first order back. Rows stay with their group, and what has no value stands last.

const order = new Intl.Collator(language, { numeric: true });

for (const table of all("figure.table table")) {
  const bodies = [...table.tBodies];
  if (bodies.reduce((sum, body) => sum + body.rows.length, 0) < 3) continue;
  for (const body of bodies) body.first = [...body.rows];
  for (const heading of all("thead th", table)) addButton(table, heading);
}

function addButton(table, heading) {
  const name = heading.textContent.trim();
  const button = make("button", { type: "button", class: "sort", title: words["sort-by"].replace("{heading}", name) });
  if (heading.querySelector("a")) button.setAttribute("aria-label", button.title);
  else button.append(...heading.childNodes);
  heading.append(button);
  button.addEventListener("click", () => {
    const next = { ascending: "descending", descending: "" }[heading.ariaSort] ?? "ascending";
    for (const one of all("[aria-sort]", table)) one.removeAttribute("aria-sort");
    if (next) heading.setAttribute("aria-sort", next);
    for (const body of table.tBodies) sortBody(body, heading.cellIndex, next);
  });
}

function sortBody(body, column, way) {
  const rows = [...body.first];
  const keys = new Map(rows.map((row) => [row, keyOf(row.cells[column])]));
  const sign = way === "descending" ? -1 : 1;
  if (way) {
    rows.sort((one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      if (isGroup(one) || isGroup(other)) return isGroup(other) - isGroup(one);
      if (a === "" || b === "") return (a === "") - (b === "");
      return sign * (typeof a === "number" && typeof b === "number" ? a - b : order.compare(a, b));
    });
  }
  body.append(...rows);
}

function isGroup(row) {
  return row.classList.contains("group");
}

function keyOf(cell) {
  const raw = cell?.dataset.sort ?? cell?.querySelector(".number > a")?.textContent ?? cell?.textContent.trim() ?? "";
  return raw !== "" && !Number.isNaN(Number(raw)) ? Number(raw) : raw;
}
