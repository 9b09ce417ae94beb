"""Sections: where pages turn, where text stands in columns, and which foot stands below."""

from msgspec.structs import replace

from aibrief_report.model.blocks import Provenance, References
from tests.documents import p, t, torture
from tests.render.docx.written import body, find, style_of

LISTED = References(t("References"), "references")
ANNEX = Provenance(t("Numbers"), "numbers")


def sections(*blocks, references):
    """The pages of a document that cites so many references."""
    document = torture()
    more = tuple(
        replace(document.references[place % 8], key=f"r{place}", label="") for place in range(references)
    )
    found = body(*blocks, base=replace(document, references=more))
    return found, find(found, ".//w:sectPr")


def columns(section):
    return find(section, "string(w:cols/@w:num)") or "1"


def test_many_references_stand_in_two_columns_below_their_heading():
    found, pages = sections(p("Text."), LISTED, ANNEX, references=12)
    assert [columns(one) for one in pages] == ["1", "1", "2", "1"]
    kinds = [find(one, "string(w:type/@w:val)") for one in pages[1:]]
    assert kinds == ["nextPage", "continuous", "continuous"]
    (ends,) = find(found, "w:p[w:pPr/w:sectPr/w:cols/@w:num='2']")
    assert style_of(ends) == "Bibliography"
    (heading,) = find(found, "w:p[w:pPr/w:sectPr/w:type/@w:val='nextPage'][last()]")[-1:]
    assert style_of(heading) == "Heading1"


def test_columns_reach_into_the_side_column_as_figures_do():
    _, pages = sections(LISTED, references=12)
    upright, wide, columned = (int(find(one, "string(w:pgMar/@w:left)")) for one in pages)
    assert wide == columned < upright


def test_a_few_references_go_on_below_the_text():
    _, pages = sections(p("Text."), LISTED, ANNEX, references=9)
    assert [columns(one) for one in pages] == ["1"]


def test_every_section_has_a_foot_as_wide_as_its_text():
    _, pages = sections(p("Text."), LISTED, ANNEX, references=12)
    feet = [find(one, "w:footerReference[@w:type='default']/@r:id") for one in pages]
    assert feet == [["rIdFoot"], ["rIdWideFoot"], ["rIdWideFoot"], ["rIdFoot"]]
