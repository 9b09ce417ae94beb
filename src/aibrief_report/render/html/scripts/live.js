// Live charts: drawn by Vega when the reader asks for one, with a box to tick for each series. Vega lies in the page
// as text and is read once, then; it interprets its expressions, as the page's policy knows no `eval`.

const { charts, config, locale } = JSON.parse(document.getElementById("live").textContent);
let vega = null;

for (const [id, spec] of Object.entries(charts)) {
  const figure = document.getElementById(id);
  const drawn = figure.querySelector(".plot, .scroll");
  const button = make("button", { type: "button", "aria-pressed": "false" }, words.explore);
  figure.querySelector(".tools").prepend(button);
  let alive = null;
  button.addEventListener("click", async () => {
    hideCard();
    button.disabled = true;
    alive ??= await enliven(spec, drawn);
    button.disabled = false;
    drawn.hidden = !drawn.hidden;
    alive.hidden = !drawn.hidden;
    button.setAttribute("aria-pressed", String(drawn.hidden));
    // As wide as it is now: it may have been made, or the window changed, while it was hidden.
    dispatchEvent(new Event("resize"));
  });
}

function loadVega() {
  vega ??= new Promise((done) => {
    addEventListener("vega", (event) => done(event.detail), { once: true });
    document.body.append(make("script", { type: "module" }, document.getElementById("vega").textContent));
  });
  return vega;
}

async function enliven(spec, drawn) {
  const embed = await loadVega();
  const place = make("div", { class: "vega drawing" });
  const live = make("div", { class: "live", hidden: "" });
  drawn.after(live);
  const names = spec.params[0].value;
  const boxes = names.map((name, at) => box(name, spec.usermeta.colours[at]));
  if (names.length > 1) live.append(make("div", { class: "series", role: "group" }, ...boxes.map(({ label }) => label)));
  live.append(place);
  live.hidden = false;
  const options = { ast: true, actions: false, defaultStyle: false, renderer: "svg", config, formatLocale: locale, tooltip, logLevel: 1 };
  const { view } = await embed(place, spec, options);
  live.hidden = true;
  for (const { input } of boxes) {
    input.addEventListener("change", () => {
      hideCard();
      view.signal("shown", names.filter((_, at) => boxes[at].input.checked)).runAsync();
    });
  }
  return live;
}

function box(name, colour) {
  const input = make("input", { type: "checkbox", checked: "" });
  const swatch = svg("svg", { viewBox: "0 0 1 1", class: "swatch drawing", "aria-hidden": "true" });
  swatch.append(svg("rect", { width: 1, height: 1, fill: colour }));
  return { input, label: make("label", {}, input, swatch, name) };
}

function tooltip(_, event, item, value) {
  if (!value) return hideCardSoon();
  const { clientX: left, clientY: top } = event;
  showCard(event.target.closest(".vega"), valued(String(value)), () => ({ left, top, bottom: top, width: 0 }));
}
