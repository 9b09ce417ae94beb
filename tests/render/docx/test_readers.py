"""Other programs read the files, and lose nothing of what they say."""

import io
import re

import docx
import pypandoc
import pytest

from aibrief_report.checks.package.returned import read_returned
from aibrief_report.render.docx.writer import render_docx
from tests.documents import torture
from tests.extracting.others import (
    bookmarks_of_docx,
    lines_of,
    lost,
    lost_words,
    text_by_pandoc,
    text_of_docx,
    text_of_pdf,
)
from tests.render.docx.published import NAMES, OFFICE, converted
from tests.render.docx.written import bare

_BARE_LABEL = re.compile(r"\b(?:Figure|Table|Box)[;,.)]")
"""What LibreOffice 7.4 leaves of a field whose number does not fit on its line: it drops what follows the
no-break space (docs/word.md)."""

each = pytest.mark.parametrize("name", NAMES)
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")


def losses(document, text, search=lost):
    """What of a document is not in a text, by kind; only kinds of which something is lost."""
    found = {kind: search(lines, text) for kind, lines in lines_of(document).items()}
    return {kind: lines for kind, lines in found.items() if lines}


@pytest.fixture(scope="module")
def by_hand():
    return render_docx(torture(), bare())


def test_python_docx_opens_the_file(by_hand):
    read = docx.Document(io.BytesIO(by_hand))
    headings = [one.text for one in read.paragraphs if one.style.name.startswith("Heading")]
    assert headings[:2] == ["The investment gap widened in 2024", "What the AI Index counts"]
    assert len(read.inline_shapes) == 3
    assert read.core_properties.title.startswith("Counting the AI race")
    assert {cell.text for table in read.tables for cell in table.rows[0].cells} >= {"Indicator", "Area"}


def test_pandoc_loses_nothing(by_hand, tmp_path):
    (tmp_path / "brief.docx").write_bytes(by_hand)
    text = text_by_pandoc(pypandoc.convert_file(str(tmp_path / "brief.docx"), "json", format="docx"))
    assert losses(torture(), text) == {}


def test_what_is_lost_is_told(by_hand):
    text = text_of_docx(by_hand)
    assert losses(torture(), text) == {}
    assert losses(torture(), text.replace("announced", "")) != {}
    assert set(losses(torture(), text.replace("67.2", "67.3"))) == {"paragraphs", "numbers", "cells", "annex"}
    assert set(losses(torture(), text.replace("lower threshold", ""), lost_words)) == {"footnotes"}


@pytest.mark.conformance
@each
def test_pandoc_loses_nothing_of_what_is_published(name, published):
    text = text_by_pandoc(pypandoc.convert_file(str(published[name].file), "json", format="docx"))
    assert losses(published[name].document, text) == {}


@pytest.fixture(scope="module")
def laid_out(published, tmp_path_factory):
    """The files as LibreOffice turns them into PDF."""
    return converted([one.file for one in published.values()], "pdf", tmp_path_factory.mktemp("pdf"))


@pytest.fixture(scope="module")
def saved_again(published, tmp_path_factory):
    """The files as LibreOffice saves them as DOCX."""
    return converted([one.file for one in published.values()], "docx", tmp_path_factory.mktemp("docx"))


@pytest.mark.conformance
@needs_office
@each
def test_libreoffice_prints_everything(name, published, laid_out):
    text = text_of_pdf(laid_out[name].read_bytes())
    lost_by_fields = len(_BARE_LABEL.findall(text))
    assert sum(map(len, losses(published[name].document, text, lost_words).values())) <= lost_by_fields
    pages = text.count(f"{published[name].document.version}")
    assert f"page {pages - 1} of {pages - 1}" in " ".join(text.split())


@pytest.mark.conformance
@needs_office
@each
def test_libreoffice_saves_everything_again(name, published, saved_again):
    before, after = published[name].data, saved_again[name].read_bytes()
    assert losses(published[name].document, text_of_docx(after)) == {}
    assert bookmarks_of_docx(before) <= bookmarks_of_docx(after)


@pytest.mark.conformance
@needs_office
@each
def test_pandoc_reads_what_libreoffice_saved(name, published, saved_again):
    text = text_by_pandoc(pypandoc.convert_file(str(saved_again[name]), "json", format="docx"))
    assert losses(published[name].document, text) == {}


@pytest.mark.conformance
@needs_office
@each
def test_what_libreoffice_saved_is_read_back_without_a_difference(name, published, saved_again):
    before, after = read_returned(published[name].data), read_returned(saved_again[name].read_bytes())
    assert before.changes == after.changes == ()
    assert after == before  # passages and numbers with their lines, and the texts that they were made from
