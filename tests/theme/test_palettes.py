"""Colours of charts, as readers with a colour deficiency see them, and as a photocopier does."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest

from aibrief_report.inputs.door import Inputs
from aibrief_report.theme.contrast import contrast
from aibrief_report.theme.read import read_theme

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency"
# (IEEE Transactions on Visualization and Computer Graphics 15(6), 2009), severity 1.0, on linear RGB.
EYES = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
# From linear RGB (sRGB primaries, IEC 61966-2-1) to CIE XYZ under its white, and that white.
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)

APART = 20.0
"""The least distance of two colours of a palette (CIE 1976); 2.3 is what an eye can just tell apart."""
LIGHTER = 10.0
"""The least difference in lightness, of 100, of two colours that stand beside each other, in greys."""
GRAPHICS = 3.0
"""The least contrast of graphics with their ground (WCAG 2.2, success criterion 1.4.11)."""

THEMES = ("default", "institute")


def linear(colour):
    """The linear RGB of #rrggbb."""
    values = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def lab(rgb):
    """CIE L*a*b* of linear RGB (CIE 15:2004, 8.2.1)."""
    parts = [v / w for v, w in zip(times(TO_XYZ, [min(max(v, 0), 1) for v in rgb]), WHITE, strict=True)]
    x, y, z = (v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour, eyes):
    return lab(times(EYES[eyes], linear(colour)))


def distance(one, other, eyes):
    return sum((a - b) ** 2 for a, b in zip(seen(one, eyes), seen(other, eyes), strict=True)) ** 0.5


def lightness(colour):
    return seen(colour, "normal")[0]


@pytest.fixture(params=THEMES)
def colours(request):
    return read_theme(Inputs(Path(__file__).parents[2]), request.param).colours


def test_white_and_black_are_as_far_apart_as_can_be():
    assert distance("#ffffff", "#000000", "normal") == pytest.approx(100, abs=0.01)


def test_red_and_green_are_nearly_one_colour_for_some():
    assert distance("#b04a3a", "#7a7a2a", "normal") > 50
    assert distance("#b04a3a", "#7a7a2a", "deuteranopia") < 10


@pytest.mark.parametrize("eyes", EYES)
def test_colours_of_series_are_told_apart(colours, eyes):
    for one, other in combinations(colours.series, 2):
        assert distance(one, other, eyes) >= APART, (one, other)


def test_neighbouring_series_differ_in_greys(colours):
    for one, other in pairwise(colours.series):
        assert abs(lightness(one) - lightness(other)) >= LIGHTER, (one, other)


@pytest.mark.parametrize("eyes", EYES)
def test_the_areas_that_briefs_compare_most_are_told_apart(colours, eyes):
    held = {colours.areas[key] for key in ("USA", "CHN", "EUR", "WLD")}
    for one, other in combinations(held, 2):
        assert distance(one, other, eyes) >= APART, (one, other)


def test_the_areas_that_briefs_compare_most_differ_in_greys(colours):
    for one, other in combinations([colours.areas[key] for key in ("USA", "CHN", "EUR")], 2):
        assert abs(lightness(one) - lightness(other)) >= LIGHTER, (one, other)


def test_marks_stand_out_from_the_paper(colours):
    for colour in (*colours.series, *colours.areas.values()):
        assert contrast(colour, colours.paper) >= GRAPHICS - 0.005, colour
