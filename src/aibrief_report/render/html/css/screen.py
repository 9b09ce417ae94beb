"""The style sheet of the screen page, for light and dark and for the reader's own printer."""

from __future__ import annotations

import re

from aibrief_report.render.html.css.colours import dark, light
from aibrief_report.render.html.css.manners import lengths, manners_style
from aibrief_report.render.html.css.screen_manners import screen_manners
from aibrief_report.render.html.css.tokens import families, number, sizes, turning
from aibrief_report.render.html.sources import style_sheet
from aibrief_report.theme.tokens import Theme

_BODY = 1.125
"""The size of running text in rem: 18 px where a reader has changed nothing."""

_LINES = {"hair": "1px", "thin": "1px", "mid": "2px", "thick": "4px", "pad": ".6rem"}

SHEETS = ("shared", "screen", "appearance", "numbers", "figures", "print")
"""The files of `css/` that make up the sheet, in the order in which they rule."""

_WIDTH = re.compile(r' data-width="([0-9.]+(?:%|ch|pt))"')


def screen_style(theme: Theme, body: str = "") -> str:
    """Return the style sheet of the screen page around `body`.

    Colours are pairs (`light-dark()`, CSS Color 5), of which `color-scheme` takes one: the reader's system
    decides, or the switch on the page.
    """
    scale = _BODY / theme.sizes.body
    root = families(theme) + sizes(theme, "rem", scale) + turning(light(theme.colours), dark(theme.colours))
    root += lengths(theme, "rem", scale, _LINES)
    title = number(theme.sizes.title * scale)
    return (
        f":root{{color-scheme:light dark;{root}--title:clamp(1.9rem,6vw,{title}rem)}}"
        + "".join(style_sheet(name) for name in SHEETS)
        + manners_style(theme)
        + screen_manners(theme)
        + _marks(theme)
        + _widths(body)
    )


def _marks(theme: Theme) -> str:
    """Return the rules by which a chart's colours turn over in the dark."""
    return "".join(
        f'.drawing [{paint}="{old}"]{{{paint}:light-dark({old},{new})}}'
        for old, new in dark(theme.colours).marks
        if old != new
        for paint in ("fill", "stroke")
    )


def _widths(body: str) -> str:
    """Return a rule for each width that an element of the body asks for; the policy forbids it a style."""
    return "".join(f'[data-width="{one}"]{{width:{one}}}' for one in sorted(set(_WIDTH.findall(body))))
