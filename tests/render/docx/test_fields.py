"""Fields hold what Word would compute: each is computed anew from the file, in every brief that ships too."""

from functools import cache

import pytest
from msgspec.structs import replace

from aibrief_report.model.blocks import Heading
from aibrief_report.model.document import Document
from aibrief_report.model.walk import rewrite
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.text import text_of
from aibrief_report.pipeline import write
from aibrief_report.render.docx.pages import printed_anchors
from aibrief_report.render.docx.writer import render_docx
from aibrief_report.theme.manners import Captions, Manners
from tests.conftest import FLAGSHIP, ROOT
from tests.documents import torture
from tests.extracting.fields import Field, Word, computed, entries_shown, find, read_word
from tests.render.docx.written import bare

OTHERS = sorted(place.name for place in (ROOT / "templates").iterdir() if place.name != FLAGSHIP)


def without_numbers(document: Document) -> Document:
    return rewrite(document, lambda one: replace(one, number="") if isinstance(one, Heading) else one)


@cache
def written(name: str) -> Word:
    document = torture()
    pages = dict(zip(printed_anchors(document), range(1, 99), strict=False))
    made = {
        "torture": (document, {}),
        "torture with pages": (document, pages),
        "torture without numbers": (without_numbers(document), pages),
    }
    return read_word(render_docx(made[name][0], bare(), pages=made[name][1]))


@pytest.fixture(params=["torture", "torture with pages", "torture without numbers"])
def word(request) -> Word:
    return written(request.param)


def told(word: Word) -> list[tuple[str, str, str]]:
    """The fields whose cached result is not what Word would compute."""
    found = []
    for one in (one for part in word.fields.values() for one in part):
        shown = entries_shown(one) if one.kind == "TOC" else one.result
        meant = computed(one, word)
        if meant is not None and meant != shown:
            found.append((" ".join(one.words), meant, shown))
    return found


def test_every_field_holds_what_word_would_compute(word):
    assert told(word) == []


@pytest.mark.parametrize("label", ["side", "line", "run-in"])
def test_lists_of_figures_and_tables_part_labels_as_captions_do(label):
    look = replace(bare(), manners=Manners(captions=Captions(label=label)))
    assert told(read_word(render_docx(torture(), look))) == []


@pytest.mark.parametrize("kind", ["SEQ", "REF", "NOTEREF", "TOC"])
def test_a_field_that_holds_something_else_is_told(kind):
    word = written("torture with pages")
    one = word.of(kind)[-1]
    paragraphs = one.paragraphs[1:] if kind == "TOC" else one.paragraphs
    other = Field(one.words, f"{one.result}9", paragraphs)
    fields = {part: [other if it is one else it for it in held] for part, held in word.fields.items()}
    assert [words for words, _, _ in told(Word(word.parts, fields, word.properties))] == [" ".join(one.words)]


def test_every_kind_of_field_is_there():
    kinds = {one.kind for part in written("torture with pages").fields.values() for one in part}
    assert kinds == {"SEQ", "REF", "PAGEREF", "NOTEREF", "TOC", "PAGE", "NUMPAGES", "DOCPROPERTY"}


def test_a_page_is_told_where_it_is_known_and_nowhere_else():
    pages = {one.words[1]: one.result for one in written("torture with pages").of("PAGEREF")}
    assert len(pages) > 10
    assert all(page.isdigit() for page in pages.values())
    assert written("torture").of("PAGEREF") == []


@pytest.mark.parametrize("name", ["torture", "torture with pages"])
def test_contents_say_that_they_have_no_pages_where_they_have_none(name):
    switches = ["\\n" in one.words for one in written(name).of("TOC")]
    assert switches == [name == "torture"] * 3


def test_every_link_leads_to_a_bookmark(word):
    names = {one for part in word.parts.values() for one in find(part, ".//w:bookmarkStart/@w:name")}
    links = {one for part in word.parts.values() for one in find(part, ".//w:hyperlink/@w:anchor")}
    assert links
    assert links <= names


def test_every_link_says_something(word):
    links = [one for part in word.parts.values() for one in find(part, ".//w:hyperlink")]
    assert [one for one in links if not text_of(one).strip()] == []


def test_entries_lead_to_what_they_name(word):
    for field in word.of("TOC"):
        for paragraph in field.paragraphs:
            (anchor,) = find(paragraph, ".//w:hyperlink/@w:anchor")
            (start,) = find(word.body, f".//w:bookmarkStart[@w:name='{anchor}']")
            target = text_of(next(start.iterancestors(clark("w:p"))))
            assert target.rpartition("\t")[2] in text_of(paragraph)


def test_every_field_of_the_flagship_holds_what_word_would_compute(flagship):
    word = read_word(render_docx(flagship.document, bare()))
    assert word.of("SEQ")
    assert told(word) == []


@pytest.mark.conformance
@pytest.mark.parametrize("brief", OTHERS)
def test_every_field_of_the_other_briefs_holds_what_word_would_compute(shipped, brief):
    assert told(read_word(render_docx(write(shipped, brief).document, bare()))) == []


@pytest.mark.conformance
def test_every_field_of_the_torture_brief_holds_what_word_would_compute(torture_brief):
    assert told(read_word(render_docx(torture_brief.document, bare()))) == []
