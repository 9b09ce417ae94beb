"""LibreOffice is asked for by name: where it is missing or fails, the build says so and stops."""

import shutil

import pytest

from aibrief_report.errors import Place, RenderError
from aibrief_report.office import pages, program
from aibrief_report.office.macro import run_macro
from aibrief_report.office.pages import bookmark_pages
from aibrief_report.office.program import office_version, program_files


@pytest.fixture
def installed(monkeypatch, tmp_path):
    """Put a script in LibreOffice's place, or nothing."""

    def install(script: str | None):
        file = tmp_path / "soffice"
        if script is not None:
            file.write_text(f"#!/bin/sh\n{script}\n")
            file.chmod(0o755)
        monkeypatch.setattr(shutil, "which", lambda name: str(file) if script is not None else None)
        program._version.cache_clear()
        return file

    yield install
    program._version.cache_clear()


def test_the_version_is_what_libreoffice_says(installed):
    installed("echo 'LibreOffice 7.4.7.2  40(Build:2)'")
    assert office_version() == "LibreOffice 7.4.7.2 40(Build:2)"


def test_without_libreoffice_the_fault_stands_where_it_is_asked_for(installed):
    installed(None)
    with pytest.raises(RenderError) as caught:
        office_version(Place("templates/a/brief.yaml", 9, 12))
    (fault,) = caught.value.faults
    assert str(fault) == (
        "templates/a/brief.yaml:9:12: page numbers come from LibreOffice, which is not installed\n"
        "  hint: install LibreOffice Writer, or leave toc-pages out: the contents then have no page numbers"
    )


@pytest.mark.parametrize("script", ["exit 1", "true"])
def test_a_program_that_tells_no_version_is_a_fault(installed, script):
    installed(script)
    with pytest.raises(RenderError, match="does not say its version"):
        office_version()


@pytest.mark.parametrize("script", ["exit 0", "exit 81", "kill -9 $$"])
def test_a_program_that_answers_nothing_is_a_fault(installed, script):
    installed(script)
    with pytest.raises(RenderError, match="did not lay the document out"):
        run_macro("Sub Main(folder As String)\nEnd Sub", {}, {})


def test_the_program_gets_a_home_fonts_and_a_profile_of_its_own(installed, monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    says = '{ echo "$HOME|$LANG|$LC_ALL"; grep -c dir "$FONTCONFIG_FILE"; ls "$HOME/fonts"; }'
    installed(f"{says} > files/answer.txt")
    home, rest = run_macro("", {"brief.docx": b""}, {"a.ttf": b"x"}).split("|", 1)
    assert "aibrief-office-" in home
    assert rest == "|C.UTF-8\n1\na.ttf\n"


def test_an_update_of_libreoffice_is_noticed_by_its_files(installed, tmp_path):
    found = installed("true")
    (tmp_path / "versionrc").write_text("[Version]")
    assert program_files() == (found, tmp_path / "versionrc")


def test_a_bookmark_that_libreoffice_did_not_find_is_a_fault(monkeypatch):
    monkeypatch.setattr(pages, "run_macro", lambda basic, files, fonts: "_here 3\n")
    assert bookmark_pages(b"", ["_here"], {}) == {"_here": 3}
    with pytest.raises(RenderError, match="lost the places of _there"):
        bookmark_pages(b"", ["_here", "_there"], {})
