"""Lengths: worked out once for a style, and for each size of what is around it."""

from types import SimpleNamespace

from weasyprint.css import AnonymousStyle, InitialStyle
from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import BlockBox
from weasyprint.layout import block, percent

from aibrief_report.render.pdf.once.lengths import LENGTHS, lengths_kept


def box(width="auto"):
    """A box whose style is the shared one of its kind."""
    style = InitialStyle(None)
    style["width"], style.lengths, style.root_style = width, {}, None
    return BlockBox("p", style, SimpleNamespace(tag="p"), [])


def test_they_are_all_that_weasyprint_writes_on_a_box():
    made = box()
    before = {*vars(made)}
    percent.resolve_percentages(made, (100, 200))
    assert {*vars(made)} - before == {*LENGTHS}


def test_a_share_is_one_of_what_is_around():
    made = box(Dimension(50, "%"))
    with lengths_kept():
        widths = []
        for around in (100, 300, 100):
            block.resolve_percentages(made, (around, "auto"))
            widths.append(made.width)
    assert widths == [50, 150, 50]


def test_a_style_that_was_copied_is_worked_out_anew():
    made = box()
    made.style = AnonymousStyle(made.style)
    with lengths_kept():
        block.resolve_percentages(made, (100, 100))
        made.style["width"] = Dimension(7, "px")
        block.resolve_percentages(made, (100, 100))
    assert made.width == 7
