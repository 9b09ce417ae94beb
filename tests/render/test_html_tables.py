from __future__ import annotations

from msgspec.structs import replace

from aibrief_report.model.blocks import Column, Row, Table
from tests.documents import cite, line, n, t, torture
from tests.render.pages import body, drawn, text_of

DECIMAL = Column(t("Value"), "US$", "decimal")
COLUMNS = (Column(t("Area")), DECIMAL)


def table(*rows, columns=COLUMNS, **changes):
    found = tuple(row if isinstance(row, Row) else Row(tuple(row)) for row in rows)
    return replace(Table(columns, found, t("Finding"), "tab-a", label="Table 1"), **changes)


def grid(node):
    return body(node).xpath("//figure//table")[0]


def test_heads_say_what_they_head():
    tree = grid(table((t("China"), t("7.76"))))
    assert tree.xpath("thead//th/@scope") == ["col", "col"]
    assert tree.xpath("tbody//th/@scope") == ["row"]
    assert text_of(tree.xpath("thead//th")[1]) == "ValueUS$"


def test_without_a_stub_every_cell_is_a_cell():
    assert grid(table((t("a"), t("1")), stub=False)).xpath("tbody//th") == []


def test_an_empty_corner_is_no_head():
    tree = grid(table((t("a"), t("1")), columns=(Column(()), DECIMAL)))
    assert [cell.tag for cell in tree.xpath("thead/tr/*")] == ["td", "th"]


def test_each_group_is_a_body_under_its_head():
    group = Row((t("Models"),), group=True)
    tree = grid(table((t("a"), t("1")), group, (t("b"), t("2"))))
    assert len(tree.xpath("tbody")) == 2
    (head,) = tree.xpath("tbody[2]/tr[@class='group']/th")
    assert (head.get("scope"), head.get("colspan")) == ("rowgroup", "2")


def widths(tree):
    return set(tree.xpath("//td//*[@class='frac']/@data-width"))


def test_fractions_of_a_column_stand_in_boxes_of_one_width():
    tree = grid(table((t("a"), t("7.76")), (t("b"), t("15")), (t("c"), t("–"))))
    assert [text_of(one) for one in tree.xpath("tbody//*[@class='frac']")] == [".76", "", ""]
    assert widths(tree) == {"2.55ch"}


def test_whole_numbers_need_no_boxes():
    assert grid(table((t("a"), t("7")), (t("b"), t("15")))).xpath("tbody//*[@class='frac']") == []


def test_a_contested_number_keeps_its_place_in_the_column():
    tree = body(table((t("a"), (n("q13", "7.76", 1),)), (t("b"), t("9.3")))).xpath("//figure//table")[0]
    (contested,) = tree.xpath("//td[.//sup]")
    assert contested.xpath(".//*[@class='frac']/sup")[0].text == "≠"
    assert contested.xpath(".//a/@href") == ["#from-q13"]
    assert len(widths(tree)) == 1


def test_a_comma_is_the_mark_of_a_french_table():
    document = replace(torture(), meta=replace(torture().meta, language="fr"))
    made = drawn(table((t("a"), t("7,76"))), document=document)
    assert "7<span" in made


def test_weights_are_shares_of_the_width():
    columns = (Column(t("A"), weight=3), Column(t("B"), weight=1))
    tree = grid(table((t("a"), t("b")), columns=columns))
    assert tree.xpath("colgroup/col/@data-width") == ["75%", "25%"]


def test_note_and_sources_stand_beneath():
    node = table((t("a"), t("1")), note=t("Rounded."), sources=(cite("hai2024", "Maslej 2024", 9),))
    beneath = body(node).xpath("//*[@class='beneath']/p")
    assert [text_of(one) for one in beneath] == ["Note: Rounded.", "Source: Maslej 2024"]


def test_several_sources_are_told_in_the_plural():
    sources = line(cite("hai2024", "M 2024", 8), "; ", cite("hai2025", "M 2025", 9))
    (beneath,) = body(table((t("a"), t("1")), sources=sources)).xpath("//*[@class='beneath']/p")
    assert text_of(beneath) == "Sources: M 2024; M 2025"


def test_a_wide_table_can_be_scrolled_with_the_keyboard():
    (scroll,) = body(table((t("a"), t("1")))).xpath("//figure/div[@class='scroll']")
    assert scroll.get("tabindex") == "0"
