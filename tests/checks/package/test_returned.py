"""A file that comes back: untouched it differs in nothing, edited in what was edited."""

import pytest
from msgspec.structs import replace

from aibrief_report.checks.package.returned import read_returned
from aibrief_report.errors import InputError
from aibrief_report.model.document import InputText
from aibrief_report.ooxml.packages import write_package
from aibrief_report.ooxml.reading import read_package
from aibrief_report.render.docx.writer import render_docx
from tests.documents import small
from tests.render.docx.written import bare

BODY = "word/document.xml"


@pytest.fixture(scope="module")
def written(compact) -> bytes:
    return render_docx(compact.document, replace(compact.theme, fonts=bare().fonts))


def edited(data: bytes, *edits: tuple[str, str], part: str = BODY) -> bytes:
    members = dict(read_package(data))
    text = members[part].decode()
    for old, new in edits:
        assert text.count(old) >= 1
        text = text.replace(old, new, 1)
    return write_package({**members, part: text.encode()})


def told(data: bytes) -> list[tuple[str, str, str | None]]:
    return [(one.kind, one.printed, one.text) for one in read_returned(data).changes]


def test_an_untouched_file_differs_in_nothing(written):
    found = read_returned(written)
    assert found.changes == ()
    assert len(found.passages) > 20
    assert len(found.numbers) > 10


def test_it_tells_its_version_and_the_texts_that_it_was_made_from(compact, written):
    found = read_returned(written)
    assert found.version == compact.document.version
    assert found.inputs == {one.name: one.text for one in compact.document.inputs}


def test_it_tells_which_lines_a_passage_comes_from(written):
    span = next(
        one.span for one in read_returned(written).passages if one.printed.startswith("In 2024 the n")
    )
    assert span.file == "templates/compact/narrative.md"
    assert span.source.startswith("In 2024 the north counted {{ north }}")


def test_lines_that_are_no_numbers_are_the_first(written):
    data = edited(written, (' first="', ' first="x'), part="customXml/item1.xml")
    pairs = zip(read_returned(written).passages, read_returned(data).passages, strict=True)
    ((was, now),) = [(one.span, other.span) for one, other in pairs if one != other]
    assert now == replace(was, first=1)


def test_a_changed_word_is_found_with_the_words_before_it(written):
    data = edited(written, ("In 2024 the north counted", "In 2024 the south counted"))
    ((kind, before, after),) = told(data)
    assert (kind, before.replace("the north counted", "the south counted", 1)) == ("passage", after)


def test_a_changed_number_is_found_as_a_number_and_in_its_sentence(written):
    start = read_package(written)[BODY].decode().index("In 2024 the north counted")
    text = read_package(written)[BODY].decode()
    changed = text[:start] + text[start:].replace("5.2\u00a0million", "6.2\u00a0million", 1)
    found = told(write_package({**read_package(written), BODY: changed.encode()}))
    assert ("number", "5.2\u00a0million", "6.2\u00a0million") in found
    assert [kind for kind, *_ in found] == ["passage", "number"]


def test_what_is_added_at_the_end_of_a_paragraph_belongs_to_it(written):
    text = read_package(written)[BODY].decode()
    end = text.index("</w:p>", text.index("In 2024 the north counted"))
    more = '<w:r><w:t xml:space="preserve"> And more.</w:t></w:r>'
    data = write_package({**read_package(written), BODY: (text[:end] + more + text[end:]).encode()})
    ((kind, before, after),) = told(data)
    assert (kind, after) == ("passage", f"{before} And more.")


def test_a_deleted_paragraph_is_told_as_gone(written):
    text = read_package(written)[BODY].decode()
    end = text.index("</w:p>", text.index("In 2024 the north counted"))
    start = text.rindex("<w:p>", 0, end)
    data = write_package({**read_package(written), BODY: (text[:start] + text[end + 6 :]).encode()})
    gone = [one for one in read_returned(data).changes if one.text is None]
    assert "In 2024 the north counted" in next(one.printed for one in gone if one.kind == "passage")
    assert [one.kind for one in gone].count("number") >= 1


def test_numbers_are_found_by_titles_and_by_bookmarks_where_editors_dropped_the_rest(written):
    text = read_package(written)[BODY].decode()
    untagged = text.replace("<w:tag ", "<w:gone ")
    untitled = untagged.replace("<w:alias ", "<w:gone ")
    for one in (untagged, untitled):
        assert told(write_package({**read_package(written), BODY: one.encode()})) == []


def test_parts_that_were_numbered_anew_are_found(written):
    members = dict(read_package(written))
    members["customXml/item7.xml"] = members.pop("customXml/item1.xml")
    assert told(write_package(members)) == []


def test_a_file_that_carries_no_brief_is_refused():
    members = dict(read_package(render_docx(small(), bare())))
    del members["customXml/item2.xml"]
    with pytest.raises(InputError, match=r"letter\.docx: the file does not carry the brief"):
        read_returned(write_package(members), "letter.docx")


def test_what_is_no_package_is_refused():
    with pytest.raises(InputError, match="damaged"):
        read_returned(b"PK no package")


def test_texts_come_back_to_the_letter():
    text = "A & b < c\n\n\t“d”\n"
    data = render_docx(replace(small(), inputs=(InputText("a.md", text),)), bare())
    assert read_returned(data).inputs == {"a.md": text}
