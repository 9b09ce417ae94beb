from __future__ import annotations

import pytest
from msgspec.structs import replace

from aibrief_report.render.html.css.colours import LEAST, dark, light, mix
from aibrief_report.render.html.css.paper import paper_style, side_column
from aibrief_report.render.html.css.screen import screen_style
from aibrief_report.render.html.markup import css_string
from aibrief_report.theme.contrast import contrast
from aibrief_report.theme.tokens import Margins
from tests.documents import small, theme, torture

SCHEMES = [light(theme().colours), dark(theme().colours)]


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
@pytest.mark.parametrize("colour", ["ink", "muted", "accent", "contested"])
def test_text_can_be_read(scheme, ground, colour):
    assert contrast(getattr(scheme, colour), getattr(scheme, ground)) >= LEAST


def test_marks_of_charts_stand_out_in_the_dark():
    turned = dict(dark(theme().colours).marks)
    for colour in (*theme().colours.areas.values(), *theme().colours.series):
        assert contrast(turned[colour], dark(theme().colours).paper) >= LEAST


def test_words_in_a_chart_turn_over_in_the_dark():
    scheme = dark(theme().colours)
    turned = dict(scheme.marks)
    assert turned[theme().colours.ink] == scheme.ink
    assert turned[theme().colours.paper] == scheme.paper


def test_colours_mix():
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


def test_the_themes_values_reach_both_style_sheets():
    sizes = replace(theme().sizes, title=31.5)
    changed = replace(theme(), sizes=sizes, colours=replace(theme().colours, accent="#123456"))
    assert "--accent:#123456;" in paper_style(changed, small())
    assert "--accent:light-dark(#123456," in screen_style(changed)
    assert "--title:31.5pt;" in paper_style(changed, small())


def test_text_lines_hold_sixty_to_seventy_five_characters():
    # Source Serif has 0.447 of its size a character in English text.
    for page, width in (("A4", 210), ("Letter", 215.9)):
        block = (width - 64) * 72 / 25.4
        characters = (block - side_column(theme(), page)) / (0.447 * theme().sizes.body)
        assert 60 <= characters <= 75


def test_wide_margins_leave_no_side_column():
    narrow = replace(theme(), margins=Margins(left=45, right=45))
    assert side_column(narrow, "A4") == 0


def test_words_are_quoted_for_style_sheets():
    assert css_string('a "b"\\</style>\n') == '"a \\22 b\\22 \\5c \\3c \\2f style\\3e \\a "'


def test_the_running_foot_speaks_the_documents_language():
    from aibrief_report.resolve.words import words_for

    german = replace(torture(), words=words_for("de"))
    assert 'content:"Seite " counter(page) " von " counter(pages)' in paper_style(theme(), german)
