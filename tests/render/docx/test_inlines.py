"""Inlines: what a reader sees, and where it leads."""

import pytest
from lxml import etree
from msgspec.structs import replace

from aibrief_report.errors import RenderError
from aibrief_report.model.blocks import Figure, Heading, Provenance, References
from aibrief_report.model.document import Reference
from aibrief_report.model.inlines import (
    Citation,
    CiteItem,
    CrossRef,
    Emphasis,
    Link,
    Note,
    NoteRef,
    Passage,
    Strong,
)
from aibrief_report.ooxml.text import text_of
from tests.documents import cite, n, p, t, torture
from tests.render.docx.written import body, find

BACK = (References(t("References")), Provenance(t("Numbers")))


def runs(element):
    """The texts of runs with their properties, such as "b i:text"."""
    found = []
    for one in find(element, ".//w:r[w:t]"):
        names = [child.tag.rpartition("}")[2] for child in find(one, "w:rPr/*")]
        found.append(f"{' '.join(names)}:{text_of(one)}")
    return found


def links(element):
    """The texts of links within the document, with the bookmarks they lead to."""
    return [(text_of(one), one.get(f"{{{one.nsmap['w']}}}anchor")) for one in find(element, ".//w:hyperlink")]


def sentence(*inlines, blocks=()):
    """The paragraph of these inlines, in a document with references, annex and more blocks."""
    found = body(p(*inlines, anchor="here"), *blocks, *BACK)
    return find(found, "w:p[w:bookmarkStart/@w:name='_here']")[0]


def test_looks_add_up():
    assert runs(sentence("a ", Strong((Emphasis(t("b")),)))) == [":a ", "b i:b"]


def test_emphasis_within_emphasis_is_upright():
    found = sentence(Emphasis((*t("a"), Emphasis(t("b")))))
    assert find(found, ".//w:r[w:t='b']/w:rPr/w:i/@w:val") == ["0"]


def test_a_passage_tells_its_language():
    found = sentence(Passage("fr", t("« oui »")))
    assert find(found, ".//w:rPr/w:lang/@w:val") == ["fr-FR"]


def test_a_number_is_a_control_that_leads_to_its_entry():
    found = sentence(n("q12", "$67.2 billion", 1))
    assert links(found) == [("$67.2 billion", "_from_q12")]
    assert find(found, ".//w:sdt/w:sdtPr/w:tag/@w:val") == ["q12"]
    assert find(found, ".//w:sdt/w:sdtPr/w:alias/@w:val") == ["Private investment in AI [q12]"]


def test_the_mark_of_a_contested_number_stands_outside_its_control():
    found = sentence(n("q13", "$7.76 billion", 1))
    assert text_of(found) == "$7.76 billion≠"
    assert text_of(find(found, ".//w:sdt")[0]) == "$7.76 billion"


def test_a_number_within_a_link_is_a_control_but_no_link_of_its_own():
    found = sentence(Link("https://example.org", (n("q12", "67.2", 1),)))
    assert len(find(found, ".//w:hyperlink")) == 1
    assert find(found, ".//w:hyperlink//w:sdt")


def test_without_an_annex_a_number_leads_nowhere():
    found = body(p(n("q12", "67.2", 1)))
    assert not find(found, ".//w:hyperlink")
    assert find(found, ".//w:sdt")


def test_a_citation_leads_to_its_source():
    assert links(sentence(cite("hai2024", "(Maslej 2024)", 1))) == [("(Maslej 2024)", "_ref_hai2024")]


def test_each_source_of_a_citation_leads_to_its_own_entry():
    two = Citation((CiteItem("hai2024"), CiteItem("eo14110")), children=t("(Maslej 2024; EOP 2023)"))
    assert links(sentence(two)) == [("(Maslej 2024", "_ref_hai2024"), ("EOP 2023)", "_ref_eo14110")]
    assert text_of(sentence(two)) == "(Maslej 2024; EOP 2023)"


def test_a_source_whose_key_is_no_name_of_a_place_is_found_all_the_same():
    entry = Reference("a_b", t("Entry."))
    base = replace(torture(), references=(entry,))
    cited = Citation((CiteItem("a_b"),), children=(Link("#ref-a_b", t("A 2024")),))
    found = body(p(cited, anchor="here"), *BACK, base=base)
    paragraph = find(found, "w:p[w:bookmarkStart/@w:name='_here']")[0]
    ((words, anchor),) = links(paragraph)
    assert words == "A 2024"
    assert anchor in find(found, ".//w:bookmarkStart/@w:name")


def test_a_citation_that_does_not_fall_apart_leads_to_its_first_source():
    two = Citation((CiteItem("hai2024"), CiteItem("hai2025")), children=t("(Maslej 2024, 2025)"))
    assert links(sentence(two)) == [("(Maslej 2024, 2025)", "_ref_hai2024")]


def test_a_citation_of_what_is_not_listed_leads_nowhere():
    assert links(sentence(cite("unknown", "(Nobody)", 1))) == []


def test_a_link_outside_is_a_relationship():
    found = sentence(Link("https://example.org/?a=1&b=2", t("page")))
    (relation,) = find(found, ".//w:hyperlink/@r:id")
    assert relation.startswith("rId")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "//host/share"])
def test_a_link_that_could_run_something_is_an_error(url):
    with pytest.raises(RenderError, match="no address that a reader can follow"):
        sentence(Link(url, t("page")))


def test_a_link_to_an_anchor_stays_within_the_document():
    assert links(sentence(Link("#here", t("this")))) == [("this", "_here")]


def test_a_further_mark_of_a_footnote_is_a_field():
    found = body(p("a", Note((p("x"),), "note-1", 1, "a"), anchor="here"), p("b", NoteRef("a", "note-1", 1)))
    assert find(found, ".//w:instrText[contains(., 'NOTEREF')]/text()") == [" NOTEREF _note_1 \\f \\h "]
    assert [text_of(one) for one in find(found, "w:p")][-1] == "b1"


FIGURE = next(block for block in torture().blocks if isinstance(block, Figure))


@pytest.mark.parametrize(
    ("reference", "blocks", "instruction"),
    [
        (CrossRef("fig-gap", "Figure 1"), (FIGURE,), "REF _fig_gap \\h"),
        (CrossRef("s", "Section 1"), (Heading(1, t("One"), "s", "1"),), "REF _s \\r \\h"),
        (CrossRef("s", "One"), (Heading(1, t("One"), "s", "1"),), "REF _s \\h"),
    ],
)
def test_a_cross_reference_is_a_field_that_prints_the_same_when_it_is_updated(reference, blocks, instruction):
    found = sentence(reference, blocks=blocks)
    assert find(found, ".//w:instrText/text()") == [f" {instruction} "]
    assert text_of(found).replace("\u00a0", " ") == reference.text


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("the figure above", (FIGURE,)),
        ("Section A", (Heading(1, t("One"), "fig-gap", "A"),)),
        ("Figure 2", (replace(FIGURE, label="Figure 1"),)),
    ],
)
def test_a_cross_reference_in_other_words_is_a_plain_link(text, blocks):
    found = sentence(CrossRef("fig-gap", text), blocks=blocks)
    assert not find(found, ".//w:instrText")
    assert links(found) == [(text, "_fig_gap")]


def test_a_cross_reference_to_what_is_not_there_is_text():
    assert etree.tostring(sentence(CrossRef("nowhere", "Figure 9"))).count(b"hyperlink") == 0
