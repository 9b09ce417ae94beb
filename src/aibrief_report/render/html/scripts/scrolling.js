// What scrolls sideways takes the focus only where there is something to scroll.

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.querySelector(".drawing")) continue;
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const one of all(".scroll")) sizes.observe(one);
