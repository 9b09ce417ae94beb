// Figures to take away: as SVG and PNG with title, note and sources, so that a picture keeps its trail; tables as CSV.

const SCALE = 3;
const MARGIN = 14;
const SVG = "http://www.w3.org/2000/svg";

for (const figure of all("figure.chart")) {
  const tools = figure.querySelector(".tools");
  addTool(tools, "SVG", async () => save(await poster(figure), "image/svg+xml", `${figure.id}.svg`));
  addTool(tools, "PNG", async () => save(await pixels(await poster(figure)), "image/png", `${figure.id}.png`));
}
for (const figure of all("figure.table")) {
  const tools = make("p", { class: "tools" });
  figure.querySelector(".scroll").after(tools);
  addTool(tools, "CSV", () => save(csv(figure.querySelector("table")), "text/csv", `${figure.id}.csv`));
}

function addTool(tools, name, act) {
  const button = make("button", { type: "button", title: `${words.download}: ${name}` }, name);
  button.addEventListener("click", act);
  tools.append(button);
}

function save(data, type, name) {
  const address = URL.createObjectURL(new Blob([data], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function csv(table) {
  // What a spreadsheet would run is written as text (OWASP, CSV injection).
  const unrun = (text) => (/^[=+@\t-]/.test(text) && !/^[+-][\d.,\s%]*$/.test(text) ? `'${text}` : text);
  const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const shown = (cell) => {
    const copy = cell.cloneNode(true);
    for (const one of all(".number > a + span, sup", copy)) one.remove();
    for (const unit of all(".unit", copy)) unit.textContent = ` (${unit.textContent})`;
    return copy.textContent.trim();
  };
  return [...table.rows].map((row) => [...row.cells].map((cell) => quoted(unrun(shown(cell)))).join(",")).join("\r\n");
}

// The drawing with all that stands above and beneath it, as one SVG with its fonts.
async function poster(figure) {
  const drawing = figure.querySelector("svg.drawing").cloneNode(true);
  const [, , wide, high] = drawing.getAttribute("viewBox").split(" ").map(Number);
  const ink = { title: [11, 700, colours.ink], subtitle: [9, 400, colours.muted], note: [7.5, 400, colours.muted] };
  const texts = [];
  let y = MARGIN;
  const set = (text, [size, weight, fill]) => {
    for (const line of wrap(text, size, weight, wide)) {
      y += size * 1.25;
      texts.push(svg("text", { x: MARGIN, y, "font-size": size, "font-weight": weight, fill }, line));
    }
  };
  for (const line of all("figcaption p", figure)) set(plain(line), ink[line.className] ?? ink.subtitle);
  y += 10;
  const place = { x: MARGIN, y, width: wide, height: high };
  y += high + 6;
  for (const line of all(".beneath p", figure)) set(plain(line), ink.note);
  for (const [key, value] of Object.entries(place)) drawing.setAttribute(key, value);
  drawing.removeAttribute("class");
  const size = { width: wide + 2 * MARGIN, height: y + MARGIN };
  const family = getComputedStyle(figure.querySelector("figcaption")).fontFamily;
  const whole = svg("svg", { viewBox: `0 0 ${size.width} ${size.height}`, ...size, "font-family": family });
  const ground = svg("rect", { width: "100%", height: "100%", fill: colours.paper });
  whole.append(svg("style", {}, fontsOf(family)), ground, ...texts, drawing);
  return new XMLSerializer().serializeToString(whole);
}

function svg(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

function plain(element) {
  const copy = element.cloneNode(true);
  for (const one of all(".number > a + span", copy)) one.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function wrap(text, size, weight, width) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${getComputedStyle(document.querySelector("figcaption")).fontFamily}`;
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// The page's own faces of a family, which an SVG that stands alone has to bring along.
function fontsOf(family) {
  const first = family.split(",")[0].replaceAll('"', "").trim();
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules
    .filter((rule) => rule instanceof CSSFontFaceRule && rule.style.fontFamily.replaceAll('"', "") === first)
    .map((rule) => rule.cssText)
    .join("");
}

async function pixels(source) {
  const address = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = make("canvas", { width: image.width * SCALE, height: image.height * SCALE });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
