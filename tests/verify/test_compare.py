"""Two files that should be one: what differs is named by the part that holds it."""

import io
import json

from aibrief_report.ooxml.packages import write_package
from aibrief_report.verify.compare import compare
from tests.render.pdfs import opened

PAGE = b'<html><body><p>Trips rose.</p><img src="data:image/png;base64,AAAA"></body></html>'


def package(**members: bytes) -> bytes:
    return write_package({"[Content_Types].xml": b"<Types/>"} | members)


def saved(pdf, **how) -> bytes:
    held = io.BytesIO()
    pdf.save(held, **how)
    return held.getvalue()


def test_the_same_bytes():
    assert compare("brief.html", PAGE, PAGE).state == "same bytes"


def test_a_package_deflated_otherwise_has_the_same_content():
    members = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a>" + b"word " * 99 + b"</a>"}
    one, other = write_package(members, level=1), write_package(members, level=9)
    assert one != other
    assert compare("brief.docx", one, other).state == "same content"


def test_parts_of_a_package_are_named():
    then = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>", "word/old.xml": b"<a/>"}
    now = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<b/>", "word/new.xml": b"<a/>"}
    found = compare("brief.docx", write_package(then), write_package(now))
    assert found.parts == (
        "word/document.xml",
        "word/new.xml is missing in the file",
        "word/old.xml is in the file only",
    )


def test_a_page_with_a_picture_packed_otherwise_has_the_same_content():
    assert compare("brief.html", PAGE, PAGE.replace(b"AAAA", b"AAAB")).state == "same content"


def test_a_pdf_packed_otherwise_has_the_same_content(compact_pdf):
    other = saved(opened(compact_pdf), compress_streams=False)
    assert other != compact_pdf
    assert compare("brief.pdf", compact_pdf, other).state == "same content"


def test_pages_of_a_pdf_are_named(compact_pdf):
    pdf = opened(compact_pdf)
    pages = len(pdf.pages)
    pdf.pages[0].Contents = pdf.make_stream(b"1 0 0 rg 50 50 100 100 re f")
    del pdf.pages[-1]
    found = compare("brief.pdf", compact_pdf, saved(pdf))
    assert found.parts == (f"{pages} pages in the file, {pages - 1} from its inputs", "page 1: the text")


def test_where_a_page_parts_is_shown():
    found = compare("brief.html", PAGE, PAGE.replace(b"rose", b"fell"))
    assert found.parts == ("in the file “<p>Trips rose.</p>”, from its inputs “<p>Trips fell.</p>”",)


def test_a_page_that_parts_late_in_a_long_line_is_shown_there():
    then, now = (f"<p>{'Trips rose. ' * 20}By {number}%.</p>".encode() for number in (185, 184))
    (told,) = compare("brief.html", then, now).parts
    assert "rose. By 185%.</p>”, from its inputs “…" in told
    assert told.endswith("By 184%.</p>”")


def test_entries_of_json_are_named():
    then, now = {"a": {"b": 1, "c": 2}, "d": 3}, {"a": {"b": 1, "c": 4}, "e": 5}
    found = compare("document.json", json.dumps(then).encode(), json.dumps(now).encode())
    assert found.parts == ("a: c", "d", "e")


def test_what_cannot_be_read_differs():
    found = compare("brief.docx", package(), b"PK\x03\x04 cut off")
    assert found.state == "differs"
    assert "cannot be read" in found.parts[0]
