"""The strip of key figures: as large as the theme says, or as large as its row has room for."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from aibrief_report.model.blocks import KeyFigure, KeyFigures
from aibrief_report.render.html.page import paper_page, screen_body
from aibrief_report.render.pdf.write import render_pdf
from aibrief_report.theme.manners import KeyFigures as Strip
from tests.documents import t, theme
from tests.render.pdfs import document

LONG = ("$143\u00a0billion", "more\u00a0than\u00a01\u00a0trillion\u00a0yuan", ">5,000", ">90%")
SHORT = ("5", "6", "7", "8")


def strip(values):
    return KeyFigures(tuple(KeyFigure(t(value), t("of something")) for value in values))


def in_manner(style):
    base = theme()
    return replace(base, manners=replace(base.manners, key_figures=Strip(style)))


def size(values, of):
    page = paper_page(document(strip(values)), of).decode()
    (found,) = re.findall(r'class="key-figures" style="--key-figure:([\d.]+)pt"', page)
    return float(found)


def test_numbers_that_fit_are_as_large_as_the_theme_says():
    assert size(SHORT, theme()) == theme().sizes.key_figure


def test_numbers_that_do_not_fit_side_by_side_are_smaller():
    rules, cards = (size(LONG, in_manner(style)) for style in ("rules", "cards"))
    assert cards < rules < theme().sizes.key_figure


@pytest.mark.parametrize("style", ["rules", "cards", "lines"])
def test_the_page_has_room_for_them_in_every_manner(style):
    render_pdf(document(strip(LONG)), in_manner(style))  # what no line can hold is an error


def test_on_screen_the_browser_has_the_last_word():
    assert "--key-figure" not in screen_body(document(strip(LONG)), theme())
