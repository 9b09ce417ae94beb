// The choice between light and dark is remembered, where the browser lets a page remember anything.

const APPEARANCE = "appearance";

try {
  document.getElementById(localStorage.getItem(APPEARANCE))?.click();
} catch {
  // Storage is closed to this page.
}
for (const choice of all(".appearance input")) {
  choice.addEventListener("change", () => {
    try {
      localStorage.setItem(APPEARANCE, choice.id);
    } catch {
      // As above.
    }
  });
}
