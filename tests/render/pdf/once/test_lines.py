"""Lines: set once, by all that decides how they are set."""

import re
from inspect import getsource

from weasyprint.text import fonts, line_break

from aibrief_report.render.pdf import render_pdf
from aibrief_report.render.pdf.once.lines import TEXT_PROPERTIES, lines_kept
from tests.documents import p, theme
from tests.render.pdfs import document

ASKED = re.compile(r"style\['([a-z_]+)'\]")


def test_a_line_is_known_by_all_that_its_setting_asks_of_a_style():
    asked = {name for module in (line_break, fonts) for name in ASKED.findall(getsource(module))}
    assert asked == {*TEXT_PROPERTIES}


def test_what_is_painted_is_what_was_laid_out(monkeypatch):
    set_lines = []
    setup = line_break.Layout.setup
    monkeypatch.setattr(
        line_break.Layout, "setup", lambda self, style: set_lines.append(self) or setup(self, style)
    )
    render_pdf(document(p("A word that stands nowhere else.")), theme())
    assert len({id(one) for one in set_lines}) == len(set_lines)


def test_weasyprint_is_left_as_it_was():
    from weasyprint.layout import inline, preferred

    before = (line_break.Layout, line_break.strut, inline.split_first_line, preferred.split_first_line)
    with lines_kept():
        assert inline.split_first_line is preferred.split_first_line is not before[2]
    assert before == (
        line_break.Layout,
        line_break.strut,
        inline.split_first_line,
        preferred.split_first_line,
    )
