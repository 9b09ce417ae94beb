// What the other scripts share: the page's words and colours, and short ways to find and to make elements.

const { words, colours } = JSON.parse(document.getElementById("page").textContent);
const language = document.documentElement.lang;
const desk = matchMedia("(min-width: 40rem)");

function all(selector, within = document) {
  return [...within.querySelectorAll(selector)];
}

function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

document.documentElement.classList.add("scripted");
