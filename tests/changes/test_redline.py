"""Tracked changes: accepted they are the newer text, rejected the older; each is labelled with its cause."""

import pytest
from lxml import etree
from msgspec.structs import replace

from aibrief_report.changes.changes import changes
from aibrief_report.changes.redline import redline
from aibrief_report.changes.sides import Side
from aibrief_report.model.blocks import Heading, Paragraph
from aibrief_report.model.inlines import Emphasis
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.parsing import parse
from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.text import text_of
from aibrief_report.render.docx.writer import render_docx
from tests.documents import n, p, small, t, theme, torture

PRIVATE = n("q12", "$67.2 billion", 1)
FIRST = p("Investment ", Emphasis(t("rose")), " to ", PRIVATE, " in 2023.", anchor="p-one")
SECOND = p("Nobody knows why.", anchor="p-two")


def side(*paragraphs: Paragraph, version: str = "one", document=None) -> Side:
    made = document or replace(small(), blocks=(small().blocks[0], *paragraphs))
    return Side("brief", version, made, {"templates/brief/narrative.md": version}, {})


def compared(then: Side, now: Side) -> etree._Element:
    files = [render_docx(one.document, theme()) for one in (then, now)]
    return parse(read_package(redline(*files, changes(then, now)))["word/document.xml"], "document.xml")


def paragraphs(root: etree._Element) -> list[str]:
    return [text for one in root.iter(clark("w:p")) if (text := text_of(one))]


def accepted(root: etree._Element) -> list[str]:
    return paragraphs(root)


def rejected(root: etree._Element) -> list[str]:
    for one in list(root.iter(clark("w:ins"))):
        one.getparent().remove(one)
    for one in root.iter(clark("w:delText")):
        one.tag = clark("w:t")
    for one in root.iter(clark("w:del")):
        one.tag = clark("w:ins")
    return paragraphs(root)


def marks(root: etree._Element) -> list[tuple[str, str, str]]:
    """What was inserted and deleted: how, by whom, which words."""
    found = []
    for one in root.iter(clark("w:ins"), clark("w:del")):
        words = "".join(text.text for text in one.iter(clark("w:t"), clark("w:delText")))
        if words:
            found.append((etree.QName(one).localname, one.get(clark("w:author")), words))
    return found


def plain(document) -> list[str]:
    return paragraphs(
        parse(read_package(render_docx(document, theme()))["word/document.xml"], "document.xml")
    )


def test_the_same_text_has_no_mark():
    assert marks(compared(side(FIRST), side(FIRST, version="two"))) == []


def test_words_are_marked_one_by_one_and_looks_stay():
    other = p(
        "Investment ", Emphasis(t("fell")), " to ", n("q12", "$67.2 billion", 1), " in 2024.", anchor="p-one"
    )
    root = compared(side(FIRST, SECOND), side(other, SECOND, version="two"))
    assert marks(root) == [
        ("del", "aibrief: prose", "rose"),
        ("ins", "aibrief: prose", "fell"),
        ("del", "aibrief: prose", "2023."),
        ("ins", "aibrief: prose", "2024."),
    ]
    (gone,) = (one for one in root.iter(clark("w:del")) if "rose" in "".join(one.itertext()))
    assert gone.find(f".//{clark('w:i')}") is not None or gone.find(f".//{clark('w:rStyle')}") is not None


def test_a_number_that_changed_stays_within_its_control():
    heading, printed = small().blocks[0], n("q12", "$70 billion", 1)
    before, other = (
        replace(small(), blocks=(heading, p("Investment was ", one, ".", anchor="p-one")))
        for one in (PRIVATE, printed)
    )
    root = compared(side(document=before), side(document=other, version="two"))
    (came,) = root.iter(clark("w:ins"))
    (gone,) = root.iter(clark("w:del"))
    assert next(came.iterancestors(clark("w:sdt"))) is not None
    assert next(gone.iterancestors(clark("w:sdt")), None) is None
    assert ("".join(gone.itertext()), "".join(came.itertext())) == ("$67.2", "$70")


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ((FIRST, SECOND), (FIRST,)),
        ((FIRST,), (FIRST, SECOND)),
        ((FIRST, SECOND), (SECOND, FIRST)),
        ((FIRST,), (SECOND,)),
        ((), (FIRST, SECOND)),
    ],
)
def test_accepted_it_is_the_newer_and_rejected_the_older(then, now):
    before, after = side(*then), side(*now, version="two")
    root = compared(before, after)
    assert accepted(root) == plain(after.document)
    assert sorted(rejected(root)) == sorted(plain(before.document))


def test_a_long_document_with_everything_comes_back_both_ways():
    blocks = list(torture().blocks)
    place = next(number for number, one in enumerate(blocks) if isinstance(one, Heading))
    blocks[place] = replace(blocks[place], inlines=t("Another heading"))
    newer = replace(torture(), blocks=tuple(blocks[:-2]), version="ffffffffffff")
    older = replace(torture(), blocks=torture().blocks[:-2])
    before, after = side(document=older), side(document=newer, version="two")
    root = compared(before, after)
    assert accepted(root) == plain(newer)
    assert rejected(root) == plain(older)


def test_the_same_comparison_gives_the_same_bytes():
    then, now = side(FIRST), side(SECOND, version="two")
    files = [render_docx(one.document, theme()) for one in (then, now)]
    assert redline(*files, changes(then, now)) == redline(*files, changes(then, now))


def test_the_file_is_valid(assert_valid_docx, tmp_path):
    then, now = side(FIRST, SECOND), side(p("Quite another.", anchor="p-x"), FIRST, version="two")
    files = [render_docx(one.document, theme()) for one in (then, now)]
    (tmp_path / "changes.docx").write_bytes(redline(*files, changes(then, now)))
    assert_valid_docx(tmp_path / "changes.docx")


def test_text_between_marks_is_not_torn_apart():
    long = p("One two three four five six seven.", anchor="p-one")
    other = p("One two three four five six eight.", anchor="p-one")
    root = compared(side(long), side(other, version="two"))
    texts = [one.text for one in root.iter(clark("w:t")) if one.text.startswith("One two")]
    assert texts == ["One two three four five six "]
