"""`aibrief check file.docx` as it is run: what it prints, how it ends, and what it says of other files."""

import json

import pytest

from aibrief_report.ooxml.packages import write_package
from tests.checks.package.sound import DOCUMENT, planted, setting, sound
from tests.projects import command, project

MENDED = setting(DOCUMENT, "//wp:docPr", "descr", "Bars")
LINK = setting(DOCUMENT, "//w:hyperlink[@w:anchor]", "w:anchor", "_none")


@pytest.fixture
def file(tmp_path):
    """A DOCX with a link to nothing."""
    path = tmp_path / "edited.docx"
    path.write_bytes(write_package(planted(LINK)))
    return path


def test_findings_are_told_by_part_with_the_words_around_them(file, tmp_path, capsys):
    assert command(tmp_path / "nowhere", "check", str(file)) == 1
    out = capsys.readouterr().out
    assert out.startswith(
        f"{file}!word/document.xml\n"
        "        error   AB615  a link leads to the bookmark '_none', which is not there\n"
        "                       in: Investment was $67.2 billion and $7.76 billion≠ in Figure 1"
    )
    assert out.endswith(f"{file}: 1 error, 0 warnings, 0 notes, 0 accepted\n")


def test_a_sound_file_ends_well(tmp_path, capsys):
    path = tmp_path / "SOUND.DOCX"
    path.write_bytes(write_package(sound()))
    assert command(tmp_path, "check", str(path)) == 0
    assert capsys.readouterr().out == f"{path}: 0 errors, 0 warnings, 0 notes, 0 accepted\n"


def test_json_names_the_part(file, tmp_path, capsys):
    assert command(tmp_path, "check", str(file), "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert told["briefs"] == []
    (one,) = told["files"]
    (finding,) = one["findings"]
    assert (one["file"], one["open"]) == (str(file), 1)
    assert (finding["code"], finding["file"], finding["part"], finding["line"]) == (
        "AB615",
        str(file),
        DOCUMENT,
        None,
    )


def test_github_gets_the_part_in_the_message(file, tmp_path, capsys):
    assert command(tmp_path, "check", str(file), "--format", "github") == 1
    assert capsys.readouterr().out.startswith(
        f"::error file={file},line=1,title=AB615 Reference to no bookmark::word/document.xml: a link leads to"
    )


def test_briefs_and_files_are_checked_together(file, tmp_path, capsys):
    root = project(tmp_path / "p")
    assert command(root, "check", "brief", str(file)) == 1
    assert f"brief, {file}: " in capsys.readouterr().out.splitlines()[-1]


def test_a_rule_for_files_is_explained(tmp_path, capsys):
    assert command(tmp_path, "check", "--explain", "AB615") == 0
    page = capsys.readouterr().out
    assert page.startswith("# AB615: Reference to no bookmark\n")
    assert "accept" not in page


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "this is no DOCX: it is no zip file"),
        (b"%PDF-1.7", "this is no DOCX: it is no zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file, or one behind a password"),
        (write_package(sound())[:9000], "the package is damaged"),
        (write_package({"a.txt": b""}), "_rels/.rels names no document"),
    ],
)
def test_what_is_no_docx_is_told_so(data, told, tmp_path, capsys):
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert command(tmp_path, "check", str(path)) == 1
    captured = capsys.readouterr()
    assert told in captured.err
    assert str(path) in captured.err
    assert captured.out == ""


def test_a_file_that_is_not_there_is_told_so(tmp_path, capsys):
    assert command(tmp_path, "check", str(tmp_path / "none.docx")) == 1
    assert "there is no such file" in capsys.readouterr().err
