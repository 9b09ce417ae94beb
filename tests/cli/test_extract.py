import json

import pytest

from aibrief_report.cli.app import run
from tests.extract.test_extract import pdf_with

FILES = (("rows.csv", b"id\n1\n"), ("inputs.json", b"{}"))


@pytest.fixture
def here(tmp_path, monkeypatch):
    (tmp_path / "brief.pdf").write_bytes(pdf_with(*FILES))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_files_go_to_a_folder_named_for_the_file(here, capsys):
    assert run(["extract", "brief.pdf"]) == 0
    assert {one.name: one.read_bytes() for one in (here / "brief-files").iterdir()} == dict(FILES)
    assert capsys.readouterr().out == (
        "rows.csv             5 bytes\ninputs.json          2 bytes\n2 files are in brief-files\n"
    )


def test_a_second_run_changes_nothing(here):
    run(["extract", "brief.pdf"])
    before = (here / "brief-files/rows.csv").stat().st_ino
    assert run(["extract", "brief.pdf"]) == 0
    assert (here / "brief-files/rows.csv").stat().st_ino == before


def test_listing_writes_nothing(here, capsys):
    assert run(["extract", "brief.pdf", "--list", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "folder": None,
        "files": [{"name": "rows.csv", "bytes": 5}, {"name": "inputs.json", "bytes": 2}],
    }
    assert [one.name for one in here.iterdir()] == ["brief.pdf"]


def test_nothing_is_replaced_unasked_and_then_nothing_is_written(here, capsys):
    (here / "to").mkdir()
    (here / "to/inputs.json").write_text("mine")
    assert run(["extract", "brief.pdf", "--to", "to"]) == 1
    assert "to/inputs.json: another file of this name is there" in capsys.readouterr().err
    assert [one.name for one in (here / "to").iterdir()] == ["inputs.json"]
    assert run(["extract", "brief.pdf", "--to", "to", "--force"]) == 0
    assert (here / "to/inputs.json").read_bytes() == b"{}"


def test_a_link_is_not_followed(here):
    (here / "to").mkdir()
    (here / "outside").write_text("mine")
    (here / "to/rows.csv").symlink_to(here / "outside")
    assert run(["extract", "brief.pdf", "--to", "to"]) == 1
    assert run(["extract", "brief.pdf", "--to", "to", "--force"]) == 0
    assert (here / "outside").read_text() == "mine"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["nowhere.pdf"], 2, "there is no file 'nowhere.pdf'"),
        (["."], 1, "it is a folder, a pipe or a device, not a file"),
        (["brief.pdf", "--to", "brief.pdf"], 1, "a file is in the way"),
    ],
)
def test_misuse_is_told(here, capsys, arguments, code, told):
    assert run(["extract", *arguments]) == code
    assert told in capsys.readouterr().err


def test_a_file_that_carries_nothing_is_no_fault(here, capsys):
    (here / "bare.pdf").write_bytes(pdf_with())
    assert run(["extract", "bare.pdf"]) == 0
    assert capsys.readouterr().out == "bare.pdf carries no files\n"
