"""A theme's choices on screen: what a coloured band does to the page around it, and where captions stand."""

from __future__ import annotations

from aibrief_report.theme.tokens import Theme


def screen_manners(theme: Theme) -> str:
    """Return the rules that only the screen page needs."""
    chosen = theme.manners
    parts = (
        _COVER.get(chosen.cover.style, ""),
        "" if chosen.captions.label == "line" else "figcaption .label{margin-right:.5em}",
        _BENEATH if chosen.captions.place == "beneath" else "",
    )
    return "".join(parts)


_COVER = {
    # As wide as the window, and its text as wide as all text.
    "band": """
.title-block{padding:1.4rem 0 1.1rem;box-shadow:0 0 0 100vmax var(--band);clip-path:inset(0 -100vmax)}
.title-block a:focus-visible{outline-color:var(--band-ink)}
@media (min-width:76rem){.title-block{margin-top:0}.contents{grid-row:2}}
""",
}
_BENEATH = "figure.chart figcaption,figure.image figcaption{margin:.9rem 0 0}"
