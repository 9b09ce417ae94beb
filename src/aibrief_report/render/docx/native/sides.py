"""On which side of its mark a label stands, when the picture's places are told in Word's words."""

from __future__ import annotations

from aibrief_report.charts.parts.labels import Label
from aibrief_report.charts.parts.placing import Mark
from aibrief_report.ooxml.charts.labels import Side

_BESIDE = 4.0  # points from a mark's middle at which words stand beside it, not above or below


def side_of(mark: Mark, label: Label) -> Side:
    """Return the side of a mark on which its label was placed; corners count as above or below."""
    if label.patch.left > mark.x + _BESIDE:
        return "r"
    if label.patch.right < mark.x - _BESIDE:
        return "l"
    return "t" if label.patch.bottom <= mark.y else "b"
