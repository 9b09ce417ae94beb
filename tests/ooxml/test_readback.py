"""What is read back from an edited file: bookmarks and controls, a little XML in, their texts out."""

import pytest
from lxml import etree

from aibrief_report.ooxml.bookmarks import bookmark
from aibrief_report.ooxml.controls import inline_control
from aibrief_report.ooxml.fields import inner_link, reference
from aibrief_report.ooxml.footnotes import note_mark
from aibrief_report.ooxml.markup import join
from aibrief_report.ooxml.names import DECLARED
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.readback import Marked, bookmarked, controlled, whole_paragraphs
from aibrief_report.ooxml.runs import line_break, run, tab
from aibrief_report.ooxml.text import text_in, text_of

NUMBER = inline_control("q12", "Investment", 1, run("$67.2 billion"))


def root(*content):
    return etree.fromstring(f"<w:body {DECLARED}>{join(content)}</w:body>")


def within(element):
    return {name: one.text for name, one in bookmarked(element).items()}


def paragraph(*content):
    return WordParagraph(join(content)).xml


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (bookmark("p-1", 1, run("One.")), {"_p_1": "One."}),
        (join((run("Not "), bookmark("p-1", 1, run("this.")))), {"_p_1": "this."}),
        (bookmark("p-1", 1, join((run("It was "), bookmark("n1", 2, NUMBER)))),
         {"_p_1": "It was $67.2 billion", "_n1": "$67.2 billion"}),
        (bookmark("p-1", 1, join((run("a"), line_break(), run("b"), tab(), run("c")))), {"_p_1": "a\nb\tc"}),
        (bookmark("p-1", 1, ""), {"_p_1": ""}),
        (run("None."), {}),
    ],
)  # fmt: skip
def test_a_bookmark_is_read_by_its_name(content, texts):
    assert within(root(paragraph(content))) == texts


START, END = '<w:bookmarkStart w:id="{0}" w:name="_p"/>', '<w:bookmarkEnd w:id="{0}"/>'


def test_a_bookmark_over_two_paragraphs_is_one_text():
    body = root(
        paragraph(START.format(1), run("One, ")), paragraph(run("two."), END.format(1), run(" Three."))
    )
    assert within(body) == {"_p": "One, \ntwo."}


def test_a_bookmark_that_an_editor_repeated_is_one_text():
    parts = [paragraph(START.format(n), run(text), END.format(n)) for n, text in enumerate(("One.", "Two."))]
    assert within(root(*parts)) == {"_p": "One.\nTwo."}


def test_what_was_deleted_is_not_read():
    gone = '<w:del w:id="9"><w:r><w:delText>no </w:delText></w:r></w:del>'
    assert within(root(paragraph(START.format(1), gone, run("more"), END.format(1)))) == {"_p": "more"}


def test_what_is_written_on_behind_a_bookmark_stands_around_it():
    body = root(paragraph(bookmark("p-1", 1, run("One.")), run(" More.")), paragraph(run("Else.")))
    assert bookmarked(body) == {"_p_1": Marked("One.", "One. More.", frozenset())}


def test_bookmarks_of_one_paragraph_know_each_other():
    body = root(paragraph(bookmark("p-1", 1, run("One. ")), bookmark("p-2", 2, run("Two."))))
    assert {name: one.beside for name, one in bookmarked(body).items()} == {
        "_p_1": {"_p_2"},
        "_p_2": {"_p_1"},
    }


def test_a_bookmark_that_only_ends_in_a_paragraph_does_not_stand_in_it():
    body = root(paragraph(START.format(1), run("One.")), paragraph(END.format(1), run("Two.")))
    assert bookmarked(body)["_p"].around == "One."


def test_the_tab_behind_a_footnote_s_mark_is_no_part_of_a_text():
    assert within(root(paragraph(START.format(1), tab(), run("Note."), END.format(1)))) == {"_p": "Note."}


def test_a_name_that_libreoffice_changed_is_read_as_it_was():
    assert within(root(paragraph(START.format(1).replace('"_p"', '"_p_Copy_1"'), run("x")))) == {"_p": "x"}


def test_bookmarks_that_mark_all_of_a_paragraph_are_known():
    inner = bookmark("n1", 1, NUMBER)
    whole = paragraph(bookmark("p-1", 2, join((run("It was "), inner))))
    alone = paragraph(bookmark("p-2", 4, bookmark("n2", 3, NUMBER)))
    behind = paragraph(run("Note: "), bookmark("note-1", 5, run("a note")))
    before = paragraph(bookmark("p-3", 6, run("One. ")), run("More."))
    note = paragraph(note_mark(), tab(), bookmark("p-4", 7, run("In a footnote.")))
    assert whole_paragraphs(join((whole, alone, behind, before, note))) == {"_p_1", "_p_2", "_n2", "_p_4"}


def test_a_control_is_read_by_its_tag_and_else_by_its_title():
    body = root(paragraph(NUMBER, inner_link("a", NUMBER.replace('<w:tag w:val="q12"/>', ""))))
    assert list(controlled(body)) == [("q12", "$67.2 billion"), ("q12", "$67.2 billion")]


def test_a_control_without_a_name_is_passed_over():
    body = root(paragraph("<w:sdt><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"))
    assert list(controlled(body)) == []


@pytest.mark.parametrize(
    "written",
    [
        run("a <b> & “c” \"d\""),
        run("two  spaces "),
        join((run("a"), tab(), run("b"), line_break(), run("c"))),
        inner_link("x", NUMBER),
        reference("fig-gap", "Figure 1"),
        bookmark("p", 1, run("in it")),
    ],
)  # fmt: skip
def test_text_as_written_is_text_as_read(written):
    assert text_in(written) == text_of(root(paragraph(written)))
