"""Styles: shared, and yet for each element what WeasyPrint works out by itself."""

import pytest
from weasyprint import DEFAULT_OPTIONS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.document import Document

from aibrief_report.render.html.page import paper_page
from aibrief_report.render.pdf import layout
from aibrief_report.render.pdf.faces import only_faces
from aibrief_report.render.pdf.page import paper
from tests.documents import n, p, theme, torture
from tests.render.pdfs import document


@pytest.fixture(scope="module")
def fonts():
    with only_faces(theme().fonts) as found:
        yield found


def styled(kind, html, fonts):
    """The elements of a page, and what gives the style of each."""
    context = kind._build_layout_context(html, fonts, CounterStyle(), {}, dict(DEFAULT_OPTIONS))
    return [*html.etree_element.iter()], context.style_for


def written(page):
    return paper_page(page, theme()).decode()


def ours(page, fonts):
    return styled(layout._class(), paper(written(page)), fonts)


def test_each_element_has_the_style_that_weasyprint_gives_it(fonts):
    elements, style_for = ours(torture(), fonts)
    theirs, their_style_for = styled(Document, HTML(string=written(torture())), fonts)
    for one, other in zip(elements, theirs, strict=True):
        assert one.attrib == other.attrib
        for kind in kinds(one):
            found, wanted = style_for(one, kind), their_style_for(other, kind)
            assert said(found) == said(wanted), (one.tag, one.attrib, kind)


def kinds(element):
    """What of an element is shown: itself, what is generated around it, the mark of a list, a note's call."""
    listed = ("marker",) if element.tag == "li" else ()
    noted = ("footnote-call", "footnote-marker") if "footnote" in element.get("class", "").split() else ()
    return (None, "before", "after", *listed, *noted)


def said(style):
    """All that a style says; of what is not shown only that."""
    if style is None or style["display"] == ("none",):
        return style and style["display"]
    values = {name: style[name] for name in INITIAL_VALUES}
    return {name: one.serialize() if hasattr(one, "serialize") else one for name, one in values.items()}


def test_twice_as_many_numbers_need_no_more_styles(fonts):
    def count(length):
        numbers = (p("x ", n("q12", "$67.2 billion", 100 + place)) for place in range(length))
        elements, style_for = ours(document(*numbers), fonts)
        styles = (style_for(one) for one in elements)
        return len({id(getattr(style, "base", style)) for style in styles})

    assert count(20) == count(10)


def test_a_copy_of_a_style_is_changed_by_itself(fonts):
    elements, style_for = ours(torture(), fonts)
    style = style_for(next(one for one in elements if one.get("id")))
    copy = style.copy()
    copy["width"], before = "auto", style["width"]
    copy["anchor"] = "elsewhere"
    assert style["width"] == before
    assert style["anchor"] != "elsewhere"
    assert "lengths" not in vars(copy)
