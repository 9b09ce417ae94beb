"""Whether text can be read on its ground, and marks told from it: WCAG 2.2, criteria 1.4.3 and 1.4.11."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.errors import Faults
from aibrief_report.inputs.yaml_text import YamlText
from aibrief_report.theme.tokens import Colours

LEAST = 4.5
"""The least contrast of text below 18 pt."""

LEAST_OF_MARKS = 3.0
"""The least contrast of what is no text but has a meaning, such as a bar of a chart."""

_ROLES = ("ink", "muted", "accent", "contested")


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two #rrggbb colours, from 1 (equal) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def check_contrast(colours: Colours, source: YamlText, faults: Faults) -> None:
    """Add a fault for every text colour that cannot be read, and for every mark that cannot be seen."""
    for role, ground in _pairs(colours):
        ratio = contrast(getattr(colours, role), getattr(colours, ground))
        if ratio < LEAST:
            shown = (role.replace("_", "-"), ground)
            faults.add(
                f"{shown[0]} on {shown[1]} has a contrast of {ratio:.1f}:1; text needs {LEAST}:1",
                source.place("colours", shown[0]),
                "set them further apart" if role == "band_ink" else "make it darker",
            )
    marks: list[tuple[str, str | int, str]] = [("areas", *one) for one in colours.areas.items()]
    marks += [("series", place, colour) for place, colour in enumerate(colours.series)]
    for group, key, colour in marks:
        ratio = contrast(colour, colours.paper)
        if ratio < LEAST_OF_MARKS:
            faults.add(
                f"{colour} on paper has a contrast of {ratio:.1f}:1; marks of charts need "
                f"{LEAST_OF_MARKS:g}:1",
                source.place("colours", group, key),
                "make it darker",
            )


def _pairs(colours: Colours) -> Iterator[tuple[str, str]]:
    """Yield every colour of text with every ground it stands on; pairs that repeat another are left out."""
    for role in (*_ROLES, *(["link"] if colours.link != colours.accent else [])):
        yield role, "paper"
        yield role, "tint"
    if (colours.band, colours.band_ink) != (colours.accent, colours.paper):
        yield "band_ink", "band"


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
