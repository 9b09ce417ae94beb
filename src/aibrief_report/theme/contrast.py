"""Whether text can be read on its ground: contrast after WCAG 2.2, success criterion 1.4.3."""

from __future__ import annotations

from aibrief_report.errors import Faults
from aibrief_report.inputs.yaml_text import YamlText
from aibrief_report.theme.tokens import Colours

LEAST = 4.5
"""The least contrast of text below 18 pt."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two #rrggbb colours, from 1 (equal) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def check_contrast(colours: Colours, source: YamlText, faults: Faults) -> None:
    """Add a fault for every text colour that cannot be read on paper or on a box's tint."""
    for role in ("ink", "muted", "accent", "contested"):
        for ground in ("paper", "tint"):
            ratio = contrast(getattr(colours, role), getattr(colours, ground))
            if ratio < LEAST:
                faults.add(
                    f"{role} on {ground} has a contrast of {ratio:.1f}:1; text needs {LEAST}:1",
                    source.place("colours", role),
                    "make it darker",
                )


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
