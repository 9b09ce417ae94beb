"""What LibreOffice itself says: the pages of bookmarks are those of its PDF, and updating changes no text."""

import re
import shutil
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from aibrief_report.model.walk import plain
from aibrief_report.office.macro import ANSWER, run_macro
from aibrief_report.ooxml.ids import bookmark_name
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.packages import write_package
from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.text import text_of
from aibrief_report.render.docx.pages import render_with_pages
from aibrief_report.render.docx.targets import contents
from aibrief_report.render.docx.writer import render_docx
from aibrief_report.store.cache import Cache
from tests.documents import theme, torture
from tests.extracting.fields import find, read_word
from tests.render.docx.published import converted

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"),
]

FONTS = {face.name: face.data for face in theme().fonts.faces}
"""What the layout may use."""

_UPDATED = f"""
Sub Main(folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(folder & "brief.docx", "_blank", 0, hidden())
  document.TextFields.refresh()
  For place = 0 To document.DocumentIndexes.Count - 1
    document.DocumentIndexes.getByIndex(place).update()
  Next
  document.TextFields.refresh()
  told = FreeFile()
  Open folder & "{ANSWER}" For Output As #told
  paragraphs = document.Text.createEnumeration()
  Do While paragraphs.hasMoreElements()
    one = paragraphs.nextElement()
    If one.supportsService("com.sun.star.text.Paragraph") Then Print #told, one.String & Chr(10)
  Loop
  Close #told
  StarDesktop.terminate()
End Sub
"""
"""Updates all, then writes the paragraphs outside tables, an empty line after each."""


@cache
def with_pages() -> bytes:
    return render_with_pages(torture(), theme(), Cache(None))


def as_pdf(docx: bytes, folder: Path) -> list[str]:
    """Return the text of the pages that LibreOffice prints, unhyphenated as where pages are counted."""
    parts = read_package(docx)
    settings = parts["word/settings.xml"].replace(b'<w:autoHyphenation w:val="1"/>', b"")
    file = folder / "brief.docx"
    file.write_bytes(write_package({**parts, "word/settings.xml": settings}))
    pdf = pypdfium2.PdfDocument(converted([file], "pdf", folder)[file.stem])
    return ["".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def test_headings_stand_on_the_pages_that_the_contents_tell(tmp_path):
    pages = as_pdf(with_pages(), tmp_path)
    told = {one.words[1]: int(one.result) for one in read_word(with_pages()).of("PAGEREF")}
    for entry in contents(torture(), deepest=2):
        page = told[bookmark_name(entry.anchor)]
        words = "".join(plain(entry.title).split())
        assert words in pages[page - 1].replace("≠", ""), f"{words} is not on page {page}"
    assert len(set(told.values())) > 4


@pytest.mark.parametrize("paged", [True, False])
def test_updating_every_field_and_list_changes_no_text(paged):
    docx = without_comments(with_pages() if paged else render_docx(torture(), theme()))
    answer = run_macro(_UPDATED, {"brief.docx": docx}, FONTS)
    shown, cached = list(map(spelled, answer.split("\n\n"))), list(map(spelled, paragraphs(docx)))
    assert any("Figure 1" in line for line in cached)
    assert [line for line in shown if line] == [line for line in cached if line]


def without_comments(docx: bytes) -> bytes:
    """Return a document without its comments: LibreOffice 7.4 aborts updating contents beside some."""
    parts = read_package(docx)
    text = re.sub(rb"<w:commentRange(?:Start|End)[^>]*/>", b"", parts["word/document.xml"])
    mark = rb"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:commentReference[^>]*/></w:r>"
    return write_package({**parts, "word/document.xml": re.sub(mark, b"", text)})


def paragraphs(docx: bytes) -> list[str]:
    """Return the paragraphs outside tables as they were written, with the marks of footnotes."""
    body = read_word(docx).body[0]
    for mark in find(body, ".//w:footnoteReference"):
        text = etree.SubElement(mark.getparent(), clark("w:t"))
        text.text = mark.get(clark("w:id"))
    return [text_of(one) for one in find(body, "w:p | w:sdt/w:sdtContent/w:p")]


def spelled(line: str) -> str:
    """Return a line with its spaces alike, and without the page that it ends with.

    LibreOffice parts numbers of headings by a space, Word by a tab; 7.4 knows no contents without pages, and
    tells those of a layout that it has not finished.
    """
    return " ".join(re.sub(r"\t\d+$", "", line).split())
