from __future__ import annotations

import gc
import os

import pytest
from msgspec.structs import replace

from aibrief_report.errors import RenderError
from aibrief_report.model.blocks import Column, Figure, Heading, Paragraph, Row, Table
from aibrief_report.model.charts import Image
from aibrief_report.model.inlines import CrossRef, Note
from aibrief_report.model.numbers import Span
from tests.documents import bar_chart, p, t
from tests.render.pdfs import rendered


def test_a_character_that_no_font_has_is_named_with_its_place():
    block = Paragraph(t("人"), span=Span("narrative.md", 12, 12))
    with pytest.raises(RenderError, match=r"narrative\.md:12: .* character '人' \(U\+4EBA\)"):
        rendered(block)


def test_a_character_in_a_chart_is_missed_too():
    chart = bar_chart()
    svg = chart.drawing.svg.replace("United States", "美")
    drawing = replace(chart.drawing, svg=svg)
    with pytest.raises(RenderError, match="U\\+7F8E"):
        rendered(Figure(replace(chart, drawing=drawing), t("T"), "fig-a"))


def wide_table(**changes):
    columns = tuple(Column(t(f"Column{place}"), align="right") for place in range(14))
    rows = (Row(tuple(t("1,234,567") for _ in columns)),)
    found = Table(columns, rows, t("All of it"), "tab-a", label="Table 3", span=Span("n.md", 40, 60))
    return replace(found, **changes)


def test_a_table_wider_than_the_page_is_named_with_its_place():
    with pytest.raises(RenderError, match=r"n\.md:40: Table 3 “All of it” is \d+ points wider") as caught:
        rendered(wide_table())
    assert "set it landscape" in caught.value.faults[0].hint


def test_a_table_may_fit_a_landscape_page():
    rendered(wide_table(landscape=True))


def test_a_table_too_wide_even_for_a_landscape_page_is_an_error():
    columns = tuple(Column(t("Column"), align="right") for _ in range(30))
    rows = (Row(tuple(t("1,234,567") for _ in columns)),)
    with pytest.raises(RenderError, match="Table 3") as caught:
        rendered(wide_table(columns=columns, rows=rows, landscape=True))
    assert caught.value.faults[0].hint == "take out columns"


def test_a_word_that_no_line_can_hold_is_broken():
    rendered(p("https://example.org/" + "a" * 300))


def test_a_picture_from_elsewhere_is_refused():
    chart = bar_chart()
    svg = chart.drawing.svg.replace("</svg>", '<image href="https://example.org/a.png" width="9"/></svg>')
    drawing = replace(chart.drawing, svg=svg)
    with pytest.raises(RenderError, match="cannot be made whole"):
        rendered(Figure(replace(chart, drawing=drawing), t("T"), "fig-a"))


def test_a_picture_that_is_none_is_an_error():
    with pytest.raises(RenderError, match="cannot be made whole"):
        rendered(Figure(Image("a.png", "image/png", b"no picture", "alt", 10, 10), t("T"), "fig-a"))


def test_a_link_to_nowhere_is_an_error():
    with pytest.raises(RenderError, match="#nowhere"):
        rendered(Paragraph((CrossRef("nowhere", "Figure 9"),)))


def test_the_environment_and_the_collector_are_as_before(monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "/nowhere/fonts.conf")
    monkeypatch.delenv("FONTCONFIG_PATH", raising=False)
    before = dict(os.environ)
    with pytest.raises(RenderError):
        rendered(p("人"))
    assert dict(os.environ) == before
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off():
    gc.disable()
    try:
        rendered(p("x"))
        assert not gc.isenabled()
    finally:
        gc.enable()


def figure(**changes):
    return replace(Figure(bar_chart(), t("T"), "fig-a", label="Figure 1"), **changes)


@pytest.mark.parametrize(
    "block",
    [
        Heading(1, t("A 美 heading"), "a"),
        figure(title=t("A 美 caption")),
        figure(subtitle=t("In 美")),
        Table((Column(t("A")),), (Row((t("美"),)),), t("T"), "tab-a"),
        p("x", Note((p("美"),), "fn1", 1)),
    ],
    ids=["heading", "caption", "subtitle", "cell", "footnote"],
)
def test_a_missing_character_is_found_wherever_it_is_printed(block):
    with pytest.raises(RenderError, match="U\\+7F8E"):
        rendered(block)


def test_what_is_never_drawn_needs_no_glyph():
    rendered(figure(content=replace(bar_chart(), alt="美")))
