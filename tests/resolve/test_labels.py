"""Labels: what is counted, in reading order, and what the counts are called where they are referred to."""

import pytest
from msgspec.structs import replace

from aibrief_report.model.blocks import Block, Exhibits, Figure, Heading, Table
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import CrossRef, Note, NoteRef
from aibrief_report.model.walk import plain, walk
from aibrief_report.resolve.labels import label
from aibrief_report.resolve.linking import link
from aibrief_report.resolve.titles import with_titles
from aibrief_report.resolve.words import words_for
from tests.documents import p, small, t, torture

FIGURE, TABLE = (next(one for one in torture().blocks if isinstance(one, kind)) for kind in (Figure, Table))


def document(*blocks: Block, **meta: object) -> Document:
    base = small()
    return replace(base, meta=replace(base.meta, **meta), blocks=blocks, numbers={}, words=words_for("en"))


def headings(levels: str, **meta: object) -> list[str]:
    made = label(document(*(Heading(int(level), t("x"), f"h{level}") for level in levels), **meta))
    return [one.number for one in made.blocks if isinstance(one, Heading)]


@pytest.mark.parametrize(
    ("levels", "numbers"),
    [
        ("1121", ["1", "2", "2.1", "3"]),
        ("122312", ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]),
        ("131", ["1", "1.0.1", "2"]),
        ("21", ["0.1", "1"]),
    ],
)
def test_headings_are_counted_on_their_levels(levels, numbers):
    assert headings(levels, numbered_headings=True) == numbers


def test_headings_are_not_counted_unasked():
    assert headings("12") == ["", ""]


def test_a_numbered_section_is_referred_to_by_its_number_and_another_by_its_words():
    blocks = (Heading(1, t("One"), "sec-one"), p("See ", CrossRef("sec-one", page=True), "."))
    for numbered, words in ((True, "See Section 1."), (False, "See “One”.")):
        made = link(label(document(*blocks, numbered_headings=numbered)))
        assert plain(made.blocks[1].inlines) == words
        assert made.blocks[1].inlines[1].page


def test_every_mark_of_a_footnote_has_the_footnote_s_number():
    notes = [Note((p("x"),), name=name) for name in "ab"]
    made = label(document(p("1", notes[0]), p("2", notes[1]), p("3", NoteRef("a"), NoteRef("b"))))
    again = [one for one in walk(made.blocks) if isinstance(one, NoteRef)]
    assert [(one.number, one.anchor) for one in again] == [(1, "note-1"), (2, "note-2")]


@pytest.mark.parametrize(
    ("blocks", "lists"),
    [
        ((FIGURE, TABLE), ["Figures", "Tables"]),
        ((FIGURE,), ["Figures"]),
        ((replace(TABLE, title=()),), []),
    ],
)
def test_a_list_of_what_there_is_has_a_title_and_one_of_nothing_is_left_out(blocks, lists):
    made = with_titles(document(Exhibits("figures"), Exhibits("tables"), *blocks), words_for("en"))
    assert [plain(one.title) for one in made.blocks if isinstance(one, Exhibits)] == lists
