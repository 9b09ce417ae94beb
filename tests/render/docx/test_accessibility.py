"""Any DOCX that we write tells all to readers who cannot see it, and to programs that read aloud."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace

from aibrief_report.model.blocks import Heading, ListBlock, Quote
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Passage
from aibrief_report.render.docx.writer import render_docx
from aibrief_report.theme.manners import Cover, KeyFigures
from aibrief_report.theme.tokens import Word
from tests.documents import p, small, t, torture
from tests.render.docx.hearing import faults
from tests.render.docx.house.templates import changed, foreign, house
from tests.render.docx.written import bare, body, find

ARABIC = "الذكاء الاصطناعي"
HEBREW = "כסף 12 מספרים"


def arabic() -> Document:
    """A document that is written from right to left, with much in it that is not."""
    blocks = (Heading(1, t(ARABIC), "a"), p(f"{ARABIC} 2024 (AI Index)."), *torture().blocks)
    return replace(torture(), blocks=blocks, meta=replace(torture().meta, language="ar", title=t(ARABIC)))


def other_scripts() -> Document:
    """A document with passages and whole paragraphs in other scripts."""
    passages = (Passage("ar", t(ARABIC)), Passage("he", t(HEBREW)), Passage("zh-Hant", t("人工智慧")))
    blocks = (p("Words: ", *passages, "."), p(passages[0]), Quote((p(passages[1]),)))
    return replace(small(), blocks=(*blocks, ListBlock(((p(passages[2]),),))))


DOCUMENTS = {
    "torture": (torture, None),
    "small": (small, None),
    "Arabic": (arabic, None),
    "other scripts": (other_scripts, None),
    "house template": (torture, foreign),
    "on a band": (torture, None),
}
BAND = replace(bare().manners, cover=Cover(style="band"), key_figures=KeyFigures(style="cards"))


@cache
def made(name: str) -> bytes:
    document, template = DOCUMENTS[name]
    word = Word(template=house(template())) if template else Word()
    manners = BAND if name == "on a band" else bare().manners
    return render_docx(document(), replace(bare(), word=word, manners=manners))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_tells_all_to_those_who_do_not_see_it(name):
    assert faults(made(name), DOCUMENTS[name][0]()) == []


@pytest.mark.conformance
def test_published_documents_tell_all_to_those_who_do_not_see_them(published):
    told = {name: faults(one.data, one.document) for name, one in published.items()}
    assert told == {name: [] for name in published}


# What finds nothing must be able to find something.

MAIN = "word/document.xml"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (' descr="', ' data="', "AB631"),
        ("<w:tblCaption ", "<w:tblCaptions ", "has no name"),
        ("<w:tblHeader/>", "", "what heads its columns"),
        ('w:firstColumn="1"', 'w:firstColumn="0"', "what heads its rows"),
        ('w:val="BriefSeparator"', 'w:val="Normal"', "makes space"),
        ('w:val="Heading1"', 'w:val="Heading3"', "skips a level"),
        ('<w:lang w:val="fr-FR"/>', "", "does not tell that it is in fr"),
    ],
)
def test_what_is_left_unsaid_is_told(old, new, told):
    without = changed(made("torture"), **{MAIN: lambda xml: xml.replace(old, new)})
    assert any(told in fault for fault in faults(without, torture()))


def test_a_passage_that_is_not_turned_is_told():
    without = changed(made("other scripts"), **{MAIN: lambda xml: xml.replace("<w:rtl/>", "")})
    assert any("not written from right to left" in fault for fault in faults(without, other_scripts()))


# Scripts ------------------------------------------------------------------------------------------


def test_a_paragraph_of_words_from_right_to_left_begins_at_the_right():
    found = body(*other_scripts().blocks)
    assert [len(find(one, "w:pPr/w:bidi")) for one in find(found, "w:p")[-4:]] == [0, 1, 1, 0]


def test_words_from_right_to_left_are_runs_of_their_own_also_where_nobody_says_their_language():
    runs = find(body(p(f"In Arabic: {ARABIC} 2024 {ARABIC}, and on.")), "w:p[last()]/w:r")
    assert [(find(one, "string(w:t)"), len(find(one, "w:rPr/w:rtl"))) for one in runs] == [
        ("In Arabic: ", 0),
        (f"{ARABIC} 2024 {ARABIC}", 1),
        (", and on.", 0),
    ]


def test_east_asian_words_ask_for_an_east_asian_font():
    (run,) = find(body(p(Passage("ja", t("“数字”")))), "w:p[last()]/w:r")
    assert find(run, "string(w:rPr/w:rFonts/@w:hint)") == "eastAsia"


def test_a_document_from_right_to_left_has_its_side_column_and_first_columns_at_the_right():
    found = body(*arabic().blocks, language="ar")
    (margins,) = find(found, ".//w:sectPr[last()]/w:pgMar")[-1:]
    left, right = (int(margins.get(margins.tag.replace("pgMar", side))) for side in ("left", "right"))
    assert left < right
    assert find(found, ".//w:sectPr[not(w:bidi)]") == []
    tables = find(found, "w:tbl")
    assert tables
    assert all(find(table, "w:tblPr/w:bidiVisual") for table in tables)
