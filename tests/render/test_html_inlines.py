from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import pytest

from aibrief_report.errors import RenderError
from aibrief_report.model.blocks import Block, Paragraph
from aibrief_report.model.inlines import (
    Citation,
    CiteItem,
    Claimed,
    Code,
    CrossRef,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Note,
    NumberText,
    Passage,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from aibrief_report.model.numbers import Span
from aibrief_report.model.walk import walk
from aibrief_report.render.html.page import CASES
from tests.documents import line, n, p, t, torture
from tests.render.pages import body, drawn, text_of

REF = '<a href="#ref-hai2024">'


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Text("a < b & c"), "a &lt; b &amp; c"),
        (Text("bell\x07"), "bell "),
        (Emphasis(t("x")), "<em>x</em>"),
        (Strong(t("x")), "<strong>x</strong>"),
        (SmallCaps(t("x")), '<span class="small-caps">x</span>'),
        (Superscript(t("x")), "<sup>x</sup>"),
        (Subscript(t("x")), "<sub>x</sub>"),
        (Code("<i>"), "<code>&lt;i&gt;</code>"),
        (LineBreak(), "<br>"),
        (Passage("fr", t("été")), '<span lang="fr">été</span>'),
        (Claimed("c", "holds", t("x")), '<span class="claim holds">x</span>'),
        (Claimed("c", "contested", t("x")), '<span class="claim contested" title="Contested">x</span>'),
        (Link('https://a.b/?x="1"&y', t("x")), '<a href="https://a.b/?x=&quot;1&quot;&amp;y">x</a>'),
        (Link("https://a.b", (Link("https://c.d", t("x")),)), '<a href="https://a.b">x</a>'),
        (CrossRef("fig-a", "Figure 1"), '<a class="xref" href="#fig-a">Figure\u00a01</a>'),
        (
            Citation((CiteItem("hai2024"),), children=t("(M 2024)"), anchor="c1"),
            f'<span class="cite" id="c1">{REF}(M 2024)</a></span>',
        ),
        (
            Citation((CiteItem("hai2024"), CiteItem("other")), children=t("(M 2024; O 2023)")),
            f'<span class="cite">{REF}(M 2024</a>; O 2023)</span>',
        ),
        (
            Citation((CiteItem("hai2024"), CiteItem("hai2024")), children=line(Emphasis(t("both")))),
            f'<span class="cite">{REF}<em>both</em></a></span>',
        ),
        (
            Citation((CiteItem("hai2024"),), children=(Link("https://a.b", t("M")),)),
            f'<span class="cite">{REF}M</a></span>',
        ),
    ],
)
def test_an_inline_becomes_html(node, expected):
    assert drawn(node) == expected


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//host", "JavaScript:x", "file:///"]
)
def test_an_address_that_could_run_is_refused(url):
    with pytest.raises(RenderError, match="no address that a reader can follow"):
        drawn(Link(url, t("x")))


def test_every_node_of_the_model_has_a_case():
    assert set(CASES) == {*get_args(Inline), *get_args(Block)}


def test_the_torture_document_has_every_node():
    assert {type(node) for node in walk(torture().blocks)} >= {*get_args(Inline), *get_args(Block)}


@dataclass(frozen=True)
class Hologram:
    span: Span | None = None


def test_a_node_without_a_case_is_an_error_at_its_place():
    with pytest.raises(RenderError, match=r"narrative\.md:7: .*Hologram"):
        drawn(Hologram(Span("narrative.md", 7, 9)))


def test_a_number_links_to_its_annex_entry():
    (number,) = body(p(n("q12", "$67.2 billion", 1))).xpath("//*[@id='n1']/a")
    assert (number.get("href"), number.text) == ("#from-q12", "$67.2 billion")


def test_a_number_has_a_card_that_tells_its_origin():
    (card,) = body(p(n("q12", "$67.2 billion", 1))).xpath("//*[@id='n1']/span")
    words = text_of(card)
    assert "Private investment in AI, United States, 2023" in words
    assert "Maslej 2024, fig. 4.3.8, p. 245" in words


def test_a_contested_number_is_marked_and_its_card_tells_the_rivals():
    (number,) = body(p(n("q13", "$7.76 billion", 2))).xpath("//*[@id='n2']")
    assert number.xpath("a/sup[@class='contested']")[0].text == "≠"
    assert "Other sources say: about $2 billion: CB Insights, as cited in Cao 2024" in text_of(number)


def test_a_number_within_a_link_is_no_link():
    made = drawn(Link("https://a.b", (n("q12", "67", 1),)))
    assert made == '<a href="https://a.b"><span class="number" id="n1">67</span></a>'


def test_on_paper_a_number_has_no_card():
    assert drawn(n("q12", "67", 1), "paper") == '<a class="number" id="n1" href="#from-q12">67</a>'


def test_a_number_that_the_document_does_not_know_is_plain():
    assert drawn(NumberText("nobody", "67", "n1")) == '<span class="number" id="n1">67</span>'


def test_a_footnote_is_linked_both_ways():
    tree = body(p("x", Note((p("said"),), "fn1", 1)))
    (mark,) = tree.xpath("//sup[@id='fn1-mark']/a")
    (note,) = tree.xpath("//li[@id='fn1']")
    assert (mark.get("href"), mark.text) == ("#fn1", "1")
    assert note.xpath(".//a[@role='doc-backlink']/@href") == ["#fn1-mark"]
    assert text_of(note) == "said ↑"


def test_footnotes_stand_before_the_references():
    tree = body(p("x", Note((p("said"),), "fn1", 1)))
    assert tree.xpath("//section[@role]/@role") == ["doc-endnotes", "doc-bibliography", "doc-appendix"]


def test_a_footnote_of_several_blocks_is_valid_in_a_paragraph_on_paper():
    from aibrief_report.model.blocks import ListBlock

    plain = Paragraph((Note((p("one"), p("two")), "fn1", 1),))
    listed = Paragraph((Note((ListBlock(((p("one"),),)),), "fn1", 1),))
    assert drawn(plain, "paper").startswith("<p>")
    assert drawn(listed, "paper").startswith('<div class="p">')
