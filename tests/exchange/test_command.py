"""`aibrief data --xlsx` and `--import` on a project."""

import json

import pytest

from aibrief_report.cli import exchange
from aibrief_report.store import atomic
from tests.exchange.sheets import edited
from tests.projects import command, project, tree


@pytest.fixture
def root(tmp_path):
    return project(tmp_path / "project")


@pytest.fixture
def book(root, tmp_path, capsys):
    assert command(root, "data", "--xlsx", str(tmp_path / "t.xlsx")) == 0
    capsys.readouterr()
    return tmp_path / "t.xlsx"


def data_files(root):
    return tree(root / "data")


def test_nothing_changed_writes_nothing(root, book, capsys):
    before = data_files(root)
    assert command(root, "data", "--import", str(book)) == 0
    assert data_files(root) == before
    assert capsys.readouterr().out.endswith("nothing changes\n")


def test_a_change_is_told_and_written(root, book, capsys):
    book.write_bytes(edited(book.read_bytes(), "areas", B2="the far north"))
    assert command(root, "data", "--import", str(book)) == 0
    assert "wrote data/areas.csv" in capsys.readouterr().out
    assert b"the far north" in data_files(root)["areas.csv"]


def test_a_dry_run_tells_and_writes_nothing(root, book, capsys):
    book.write_bytes(edited(book.read_bytes(), "areas", B2="the far north"))
    before = data_files(root)
    assert command(root, "data", "--import", str(book), "--dry-run", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["would-write"] == ["data/areas.csv"]
    assert data_files(root) == before


def test_a_refused_import_leaves_all_tables(root, book, capsys):
    book.write_bytes(edited(edited(book.read_bytes(), "areas", B2="x"), "indicators", E2="maybe"))
    before = data_files(root)
    assert command(root, "data", "--import", str(book)) == 1
    assert data_files(root) == before
    assert "t.xlsx:indicators!E2" in capsys.readouterr().err


def test_a_write_that_fails_puts_back_what_was_written(root, book, capsys, monkeypatch):
    book.write_bytes(edited(edited(book.read_bytes(), "areas", B2="x"), "indicators", B2="y"))
    before = data_files(root)
    written = []

    def failing(place, data):
        if len(written) == 1:
            written.append(place)
            raise OSError(28, "No space left on device")
        written.append(place)
        atomic.write_bytes(place, data)

    monkeypatch.setattr(exchange, "write_bytes", failing)
    assert command(root, "data", "--import", str(book)) == 1
    assert "nothing has changed" in capsys.readouterr().err
    assert data_files(root) == before


def test_a_mapping_is_drafted_finished_and_used(root, tmp_path, capsys):
    table, mapping = tmp_path / "f.csv", tmp_path / "map.yaml"
    table.write_text("District;Year;Amount (million)\nNORTH;2026;7\n")
    assert command(root, "data", "--import", str(table), "--draft-mapping", str(mapping)) == 0
    text = mapping.read_text()
    assert 'period: "Year"' in text
    assert 'value: "Amount (million)"' in text
    assert '# Their columns that are not used yet: "District"' in text
    assert command(root, "data", "--import", str(table), "--draft-mapping", str(mapping)) == 2
    text = text.replace("columns:", "columns:\n  area: District")
    for name, value in (
        ("indicator", "trips"),
        ("unit", "trips million"),
        ("source", "counts"),
        ("reading", "copy"),
    ):
        text = text.replace(f"  {name}: ''", f"  {name}: {value}")
    mapping.write_text("\n".join(line for line in text.splitlines() if "  area: ''" not in line))
    assert command(root, "data", "--import", str(table), "--mapping", str(mapping)) == 0
    assert "added trips-north-2026" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--dry-run"], ["--mapping", "m.yaml"], ["--xlsx", "a", "--import", "b"]])
def test_options_that_do_not_fit_are_misuse(root, words):
    assert command(root, "data", *words) == 2


def test_a_file_that_is_not_there_is_told(root, capsys):
    assert command(root, "data", "--import", "nowhere.xlsx") == 1
    assert "nowhere.xlsx: there is no such file" in capsys.readouterr().err
