"""Pages in the Word file are those of its own layout, or it is not written."""

import pytest
from msgspec.structs import replace

from aibrief_report.errors import RenderError
from aibrief_report.model.blocks import Figure
from aibrief_report.model.inlines import CrossRef
from aibrief_report.ooxml.ids import bookmark_name
from aibrief_report.ooxml.text import text_of
from aibrief_report.render.docx import pages
from aibrief_report.render.docx.pages import printed_anchors, render_with_pages
from aibrief_report.store.cache import Cache
from tests.documents import p, torture
from tests.extracting.fields import read_word
from tests.render.docx.written import bare

FIGURE = next(block for block in torture().blocks if isinstance(block, Figure))
TOLD = replace(torture(), blocks=(p("See ", CrossRef("fig-gap", "Figure 1", page=True), "."), FIGURE))


class Office:
    """Stands in for LibreOffice: each layout puts everything on the next page of a list."""

    def __init__(self, *layouts: int) -> None:
        self.layouts = list(layouts)
        self.seen: list[list[str]] = []

    def lay_out(self, docx, names, fonts):
        self.seen.append([one.result for one in read_word(docx).of("PAGEREF")])
        page = self.layouts.pop(0)
        return dict.fromkeys(names, page)


@pytest.fixture
def office(monkeypatch):
    def made(*layouts):
        office = Office(*layouts)
        monkeypatch.setattr(pages, "bookmark_pages", office.lay_out)
        monkeypatch.setattr(pages, "office_version", lambda: "LibreOffice 99")
        return office

    return made


def sentence(docx):
    paragraphs = (text_of(one).replace("\u00a0", " ") for one in read_word(docx).body[0])
    return next(words for words in paragraphs if words.startswith("See"))


def test_pages_are_laid_out_again_until_they_stay(office):
    stub = office(3, 4, 4)
    made = render_with_pages(TOLD, bare(), Cache(None))
    assert sentence(made) == "See Figure 1 on page 4."
    assert stub.seen == [["10"], ["3"], ["4"]]


def test_what_was_laid_out_once_is_not_laid_out_again(office, tmp_path):
    office(3, 3)
    first = render_with_pages(TOLD, bare(), Cache(tmp_path))
    office()
    assert render_with_pages(TOLD, bare(), Cache(tmp_path)) == first


def test_another_libreoffice_lays_out_anew(office, tmp_path, monkeypatch):
    office(3, 3)
    render_with_pages(TOLD, bare(), Cache(tmp_path))
    stub = office(5, 5)
    monkeypatch.setattr(pages, "office_version", lambda: "LibreOffice 100")
    assert sentence(render_with_pages(TOLD, bare(), Cache(tmp_path))) == "See Figure 1 on page 5."
    assert len(stub.seen) == 2


def test_pages_that_never_stay_are_an_error(office):
    office(*[3, 4] * 9)
    with pytest.raises(RenderError, match="move the pages that they name"):
        render_with_pages(TOLD, bare(), Cache(None))


def test_headings_and_what_has_a_label_have_pages():
    anchors = printed_anchors(torture())
    assert {"sec-gap", "fig-gap", "tab-score", "box-reconcile", "references", "numbers"} <= set(anchors)
    assert "p-gap" not in anchors
    assert len({bookmark_name(one) for one in anchors}) == len(anchors)
