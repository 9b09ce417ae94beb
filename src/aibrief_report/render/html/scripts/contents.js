// The list of headings marks the section that is being read.

const links = new Map();
for (const link of all(".contents nav a")) {
  const section = document.getElementById(link.hash.slice(1))?.closest("section");
  if (section) links.set(section, link);
}

// What stands in the upper third of the window; sections stand in the order of the text.
const readNow = new Set();
const reading = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) readNow.add(target);
    else readNow.delete(target);
  }
  const current = [...links.keys()].findLast((section) => readNow.has(section));
  for (const [section, link] of links) {
    if (section === current) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
}, { rootMargin: "0px 0px -66%" });
for (const section of links.keys()) reading.observe(section);
