// Numbers: what each one's own card says, in the one card of the page. A tap opens it, a second tap follows the link.

let touched = false;

for (const [place, tip] of all(".number > a + span").entries()) {
  const link = tip.previousElementSibling;
  tip.id = `tip-${place}`;
  tip.setAttribute("role", "tooltip");
  link.setAttribute("aria-describedby", tip.id);
  link.parentNode.removeAttribute("tabindex");
}

function showNumber(number) {
  const [link, tip] = number.children;
  const content = [...tip.cloneNode(true).childNodes];
  if (!tip.querySelector("b")) content.unshift(make("b", {}, link.textContent), " ");
  const target = link.getAttribute("href");
  if (target) content.push(make("a", { href: target, tabindex: "-1" }, words["whole-entry"]));
  showCard(number, content, () => lastLine(link));
}

// A number may be broken over two lines: the card stands by its end.
function lastLine(link) {
  return [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect();
}

const numberOf = (event) => event.target.closest?.(".number:has(> a + span)");

addEventListener("pointerdown", (event) => {
  touched = event.pointerType !== "mouse";
}, { capture: true });
addEventListener("pointerover", (event) => {
  const number = numberOf(event);
  if (number && event.pointerType === "mouse") showNumber(number);
});
addEventListener("pointerout", (event) => {
  const number = numberOf(event);
  if (number && event.pointerType === "mouse" && !number.contains(event.relatedTarget)) hideCardSoon();
});
addEventListener("focusin", (event) => {
  const number = numberOf(event);
  if (number && !touched) showNumber(number);
});
addEventListener("focusout", (event) => {
  if (numberOf(event) === told && !touched) hideCard();
});
addEventListener("click", (event) => {
  const number = numberOf(event);
  if (!number || !touched || told === number) return;
  event.preventDefault();
  showNumber(number);
});
