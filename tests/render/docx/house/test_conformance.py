"""House templates that LibreOffice saved, and what Microsoft's validator says of documents in them."""

import json
import subprocess

import pytest
from msgspec.structs import replace

from aibrief_report.ooxml.style_sheets import StyleSheet, id_of
from aibrief_report.ooxml.text import text_of
from aibrief_report.render.docx.writer import render_docx
from aibrief_report.theme.tokens import Word
from tests.documents import torture
from tests.render.docx.house.templates import foreign, german, house, own, parsed, written
from tests.render.docx.published import OFFICE, VALIDATOR, converted
from tests.render.docx.test_conformance import needs_validator
from tests.render.docx.written import bare, find, package

pytestmark = pytest.mark.conformance


@pytest.fixture(scope="module")
def resaved(tmp_path_factory):
    """A document of ours as LibreOffice saves it: names in capitals, ids of its own, other lists."""
    if OFFICE is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("resaved")
    (folder / "own.docx").write_bytes(own())
    return converted([folder / "own.docx"], "docx", folder)["own"].read_bytes()


def test_a_template_that_libreoffice_saved_keeps_the_document_as_it_was(resaved):
    ours, theirs = package(torture()), written(house(resaved), torture())
    bodies = [parsed(one, "word/document.xml") for one in (ours, theirs)]
    assert text_of(bodies[0]) == text_of(bodies[1])
    # Within a hair's breadth: LibreOffice rounds.
    margins = [find(one, ".//w:sectPr/w:pgMar/@w:left") for one in bodies]
    assert all(abs(int(a) - int(b)) <= 2 for a, b in zip(*margins, strict=True))
    used = set(find(bodies[1], ".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"))
    assert used <= {id_of(one) for one in StyleSheet(parsed(theirs, "word/styles.xml"))}


@needs_validator
@pytest.mark.parametrize("template", [foreign, german, own])
def test_microsoft_s_validator_finds_nothing_in_a_document_in_a_template(template, tmp_path):
    """Not asked of a template that LibreOffice saved: it writes lists that the schema does not allow."""
    file = tmp_path / "brief.docx"
    file.write_bytes(render_docx(torture(), replace(bare(), word=Word(template=house(template())))))
    run = subprocess.run(
        [str(VALIDATOR), str(file)], capture_output=True, text=True, timeout=120, check=False
    )
    assert json.loads(run.stdout)["errors"] == []
