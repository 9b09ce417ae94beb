from __future__ import annotations

import pikepdf
import pypdfium2
import pytest
from lxml import etree
from msgspec.structs import replace
from pypdfium2 import raw

from aibrief_report.errors import RenderError
from aibrief_report.render.pdf import render_pdf
from tests.documents import small, theme, torture
from tests.extracting.paper import text_of
from tests.render.docx.written import part
from tests.render.pdfs import opened, page_texts, torture_pdf


def numbered():
    return replace(torture(), meta=replace(torture().meta, line_numbers=True))


@pytest.fixture(scope="module")
def numbered_pdf():
    return render_pdf(numbered(), theme())


def unread(data: bytes) -> list[str]:
    """The pieces of text that are artifacts, in the order in which they are painted."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [
            text_of(one, page.get_textpage())
            for page in pdf
            for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1)
            if raw.FPDFPageObj_GetMarkedContentID(one.raw) < 0
        ]


def test_lines_are_numbered_through_the_document(numbered_pdf):
    numbers = [int(one) for one in unread(numbered_pdf) if one.isdigit()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 40


def test_numbers_of_lines_are_nothing_to_be_read(numbered_pdf):
    with_numbers, without = opened(numbered_pdf), opened(torture_pdf())
    assert marked(with_numbers) == marked(without)


def marked(pdf: pikepdf.Pdf) -> list[int]:
    """How many pieces of each page are marked as text."""
    steps = ([str(one.operator) for one in pikepdf.parse_content_stream(page)] for page in pdf.pages)
    return [operators.count("BDC") for operators in steps]


def test_word_numbers_the_lines_of_running_text():
    def sections(document):
        return etree.tostring(part("word/document.xml", document), encoding="unicode")

    assert '<w:lnNumType w:countBy="1" w:restart="continuous"/>' in sections(numbered())
    assert "lnNumType" not in sections(torture())


def test_a_stamp_lies_across_every_page_and_is_nothing_to_be_read():
    stamped = render_pdf(small(), theme(), stamp="DRAFT")
    assert all("DRAFT" in text for text in page_texts(stamped))
    assert marked(opened(stamped)) == marked(opened(render_pdf(small(), theme())))


def test_a_stamp_is_the_same_each_time():
    assert render_pdf(small(), theme(), stamp="DRAFT") == render_pdf(small(), theme(), stamp="DRAFT")


def test_long_words_are_set_smaller_and_stay_on_the_page():
    words = "Embargoed until 3 March 2026"
    assert words in " ".join(page_texts(render_pdf(small(), theme(), stamp=words))[0].split())


def test_a_stamp_that_no_font_can_set_is_an_error():
    with pytest.raises(RenderError, match="U\\+7A3F"):
        render_pdf(small(), theme(), stamp="稿")
