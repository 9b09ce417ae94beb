// Values in charts: the mark nearest to the pointer, the tap or the arrow keys tells in the card what it stands for,
// and where its value was read.

const NEAR = 40;

for (const plot of all("figure.chart > .plot, figure.chart > .scroll")) {
  const drawings = all("svg.drawing", plot);
  const titles = all("title", drawings[0]);
  const said = titles.map((title) => [title.textContent, title.parentNode.dataset.row]);
  for (const drawing of drawings) {
    // The browser would show a title of its own.
    drawing.marks = all("title", drawing).map((title, place) => {
      const mark = title.parentNode;
      title.remove();
      [mark.told, mark.row] = said[place];
      return mark;
    });
  }
  if (titles.length) listen(plot, drawings);
}

function listen(plot, drawings) {
  const visible = () => drawings.find((one) => one.getClientRects().length);
  let at = -1;
  plot.tabIndex = 0;
  plot.setAttribute("role", "group");
  plot.setAttribute("aria-label", words["chart-values"]);
  plot.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") point(event);
  });
  plot.addEventListener("click", point);
  plot.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") hideCardSoon();
  });
  plot.addEventListener("blur", hideCard);
  plot.addEventListener("focus", () => plot.matches(":focus-visible") && step(at < 0 ? 0 : at));
  plot.addEventListener("keydown", (event) => {
    const last = groups(visible()).length - 1;
    const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(Math.max(0, Math.min(last, next)));
  });

  function point(event) {
    const found = nearest(groups(visible()), event.clientX, event.clientY);
    if (found) tell(plot, visible(), found);
    else hideCardSoon();
  }

  function step(to) {
    at = to;
    const group = groups(visible())[at];
    tell(plot, visible(), group);
    spoken.textContent = group.map((mark) => mark.told).join("; ");
  }
}

// The marks that are told of together: in a line chart all of one time, else each by itself.
function groups(drawing) {
  if (drawing.groups) return drawing.groups;
  const together = new Map();
  for (const mark of drawing.marks) {
    const box = mark.getBoundingClientRect();
    const key = drawing.parentNode.dataset.along ? Math.round(box.left + box.width / 2) : mark;
    together.set(key, [...(together.get(key) ?? []), mark]);
  }
  const found = [...together];
  if (drawing.parentNode.dataset.along) found.sort((one, other) => one[0] - other[0]);
  drawing.groups = found.map(([, marks]) => marks);
  return drawing.groups;
}

function nearest(found, x, y) {
  let best = null;
  let least = NEAR;
  for (const group of found) {
    for (const mark of group) {
      const box = mark.getBoundingClientRect();
      const across = Math.max(box.left - x, 0, x - box.right);
      const up = group.length > 1 ? 0 : Math.max(box.top - y, 0, y - box.bottom);
      const far = Math.hypot(across, up);
      if (far < least) [best, least] = [group, far];
    }
  }
  return best;
}

function tell(plot, drawing, group) {
  for (const mark of drawing.marks) mark.classList.toggle("pointed", group.includes(mark));
  showCard(plot, group.flatMap((mark, place) => lines(plot, mark, place)), () => union(group), () => {
    for (const mark of drawing.marks) mark.classList.remove("pointed");
  });
}

function lines(plot, mark, place) {
  const entry = document.getElementById(`from-${mark.row}`);
  const printed = entry?.querySelector("b").firstChild.textContent.trim();
  const source = sourceOf(plot, mark.row);
  return [
    ...(place ? [make("br")] : []),
    ...valued(mark.told, printed),
    ...(source ? [make("br"), make("i", {}, words.source + words.colon), source] : []),
  ];
}

// What a mark says, its value first; as the text prints it where that is the same.
function valued(said, printed = "") {
  const cut = said.indexOf(words.colon);
  const [name, value] = [said.slice(0, cut), said.slice(cut + words.colon.length)];
  return cut < 0 ? [said] : [make("b", {}, printed.includes(value) ? printed : value), ` ${name}`];
}

// The annex tells of each chart which rows come from which place.
function sourceOf(plot, row) {
  const entry = document.getElementById(`data-${plot.closest("figure").id}`);
  const found = all(".source > span", entry ?? plot).find((one) => one.textContent.includes(row));
  return found?.textContent.slice(0, found.textContent.lastIndexOf(words.colon));
}

function union(group) {
  const boxes = group.map((mark) => mark.getBoundingClientRect());
  const [left, top] = [Math.min(...boxes.map((b) => b.left)), Math.min(...boxes.map((b) => b.top))];
  const [right, bottom] = [Math.max(...boxes.map((b) => b.right)), Math.max(...boxes.map((b) => b.bottom))];
  return { left, top, bottom, width: right - left };
}
