"""Colours of the dark page, worked out from the theme's: the same hues, light enough on a dark ground."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.theme.contrast import contrast
from aibrief_report.theme.tokens import Colours

LEAST = 4.5
"""The least contrast of text, and so of a chart's marks, whose colours its labels share (WCAG 2.2, 1.4.3)."""

_STEPS = 20
_NEVER_DRAWN = frozenset({"marks", "link", "band", "band_ink"})
"""What no chart is drawn in. A band stays as it is in the dark: its text stands on a ground of its own."""


class Scheme(Struct, frozen=True):
    """The colours of a page: grounds, text, lines; and what the colours drawn in a chart turn into."""

    paper: str
    tint: str
    ink: str
    muted: str
    rule: str
    accent: str
    contested: str
    link: str
    band: str
    band_ink: str
    marks: tuple[tuple[str, str], ...] = ()


def light(colours: Colours) -> Scheme:
    """Return the theme's own colours."""
    return Scheme(
        colours.paper,
        colours.tint,
        colours.ink,
        colours.muted,
        colours.rule,
        colours.accent,
        colours.contested,
        colours.link,
        colours.band,
        colours.band_ink,
    )


def dark(colours: Colours) -> Scheme:
    """Return the colours turned over: ink becomes the ground, paper the text, the others light enough."""
    ground = mix(colours.ink, "#000000", 0.25)
    tint = mix(ground, colours.paper, 0.06)
    found = Scheme(
        paper=ground,
        tint=tint,
        ink=mix(colours.paper, ground, 0.1),
        muted=_readable(colours.muted, tint, colours.paper),
        rule=mix(ground, colours.paper, 0.24),
        accent=_readable(colours.accent, tint, colours.paper),
        contested=_readable(colours.contested, tint, colours.paper),
        link=_readable(colours.link, tint, colours.paper),
        band=colours.band,
        band_ink=colours.band_ink,
    )
    return replace(found, marks=tuple(_turned(colours, found).items()))


def _turned(colours: Colours, turned: Scheme) -> dict[str, str]:
    """Return what each colour of a chart turns into; a colour that is a token's turns with the token."""
    drawn = (*colours.areas.values(), *colours.series)
    marks = {one: _readable(one, turned.paper, colours.paper) for one in drawn}
    names = [name for name in turned.__struct_fields__ if name not in _NEVER_DRAWN]
    return marks | {getattr(colours, name): getattr(turned, name) for name in names}


def mix(one: str, other: str, share: float) -> str:
    """Return the colour that lies `share` (0 to 1) of the way from one #rrggbb to another."""
    return "#" + "".join(
        f"{round(a + (b - a) * share):02x}" for a, b in zip(_rgb(one), _rgb(other), strict=True)
    )


def _readable(colour: str, ground: str, light: str) -> str:
    """Return the colour, lightened step by step until it stands out from the ground."""
    for step in range(_STEPS):
        found = mix(colour, light, step / _STEPS)
        if contrast(found, ground) >= LEAST:
            return found
    return light


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))
