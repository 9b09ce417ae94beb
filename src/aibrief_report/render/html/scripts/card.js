// The card: one box above everything that tells of a number or of a chart's marks. It stands beside what it tells
// of on a desk, at the foot of a phone. The Escape key closes it, and it stays while the pointer is on it.

const card = make("div", { class: "card", hidden: "" });
const spoken = make("p", { class: "unseen", role: "status" });
document.body.append(card, spoken);

// What the card tells of, and a function that returns where that is in the window.
let told = null;
let where = null;
let waiting = 0;
let onClose = null;

function showCard(owner, content, place, closed = null) {
  clearTimeout(waiting);
  if (told !== owner) hideCard();
  [told, where, onClose] = [owner, place, closed];
  card.replaceChildren(...content);
  card.hidden = false;
  placeCard();
}

function hideCard() {
  clearTimeout(waiting);
  if (told === null) return;
  card.hidden = true;
  const closed = onClose;
  told = where = onClose = null;
  closed?.();
}

// Leaves time to move from what the card tells of to the card itself.
function hideCardSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(hideCard, 200);
}

function placeCard() {
  if (told === null) return;
  card.classList.toggle("beside", desk.matches);
  card.style.left = card.style.top = "";
  if (!desk.matches) return;
  const gap = 8;
  const at = where();
  if (at.bottom < 0 || at.top > innerHeight) return hideCard();
  const left = Math.min(at.left + at.width / 2 - card.offsetWidth / 2, innerWidth - card.offsetWidth - gap);
  const above = at.top - card.offsetHeight - gap;
  const below = at.bottom + gap;
  const fits = below + card.offsetHeight <= innerHeight || above < gap;
  card.style.left = `${Math.max(gap, left)}px`;
  card.style.top = `${fits ? below : above}px`;
}

card.addEventListener("pointerenter", () => clearTimeout(waiting));
card.addEventListener("pointerleave", hideCardSoon);
card.addEventListener("click", (event) => event.target.closest("a") && hideCard());
addEventListener("scroll", placeCard, { passive: true, capture: true });
addEventListener("resize", placeCard);
addEventListener("keydown", (event) => {
  if (event.key === "Escape") hideCard();
});
addEventListener("pointerdown", (event) => {
  if (told !== null && !card.contains(event.target) && !told.contains(event.target)) hideCard();
});
