"""`aibrief number-check`: out with the pack, back with the verdicts, and no build the wiser."""

import json

import pytest

from aibrief_report.inputs.project import Project
from aibrief_report.pipeline import write
from tests.exchange.sheets import column, opened, saved
from tests.projects import change, command, project, swap

STATE = "templates/brief/number-check.yaml"
NARRATIVE = """\
# Both districts ride more

The north counted {{ obs("trips", "NORTH", 2024) }} trips, the south {{ obs("trips", "SOUTH", 2024) }}.
"""


@pytest.fixture
def root(tmp_path):
    return project(tmp_path / "project", NARRATIVE)


def check_all(root, pack) -> None:
    """Write the pack, give every number a verdict, and read it back."""
    assert command(root, "number-check", "brief", "--xlsx", str(pack)) == 0
    book = opened(pack.read_bytes())
    sheet = book["number check"]
    for line in range(2, sheet.max_row + 1):
        for name, value in {"verdict": "correct", "checker": "Ann", "date": "2026-01-20"}.items():
            sheet[f"{column(sheet, name)}{line}"] = value
    pack.write_bytes(saved(book))
    assert command(root, "number-check", "brief", "--import", str(pack)) == 0


def test_verdicts_are_kept_beside_the_brief(root, tmp_path, capsys):
    check_all(root, tmp_path / "pack.xlsx")
    assert capsys.readouterr().out.endswith("brief: 2 of 2 checked, 0 lapsed\n")
    assert (root / STATE).read_text().count("verdict: correct") == 2


def test_the_state_is_no_input_of_the_build(root, tmp_path, capsys):
    before = write(Project(root), "brief").version
    check_all(root, tmp_path / "pack.xlsx")
    after = write(Project(root), "brief").version
    assert after.name == before.name
    assert STATE not in {*after.record.files, *after.record.misses}
    capsys.readouterr()


def test_a_changed_row_and_a_changed_sentence_lapse(root, tmp_path, capsys):
    check_all(root, tmp_path / "pack.xlsx")
    change(root / "data/observations.csv", swap(",5.2,", ",5.3,"))
    capsys.readouterr()
    assert command(root, "number-check", "brief", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["checked"], [one["reason"] for one in told["lapsed"]]) == (
        1,
        ["row trips-north-2024 changed"],
    )
    change(root / "templates/brief/narrative.md", swap("The north", "Only the north"))
    assert command(root, "number-check", "brief") == 0
    assert "brief: 0 of 2 checked, 2 lapsed" in capsys.readouterr().out


def test_the_page_is_written_too(root, tmp_path, capsys):
    assert command(root, "number-check", "brief", "--html", str(tmp_path / "pack.html")) == 0
    assert "<mark>" in (tmp_path / "pack.html").read_text()
    capsys.readouterr()


def test_a_pack_with_faults_leaves_the_state(root, tmp_path, capsys):
    pack = tmp_path / "pack.xlsx"
    check_all(root, pack)
    before = (root / STATE).read_bytes()
    book = opened(pack.read_bytes())
    book["number check"][f"{column(book['number check'], 'checker')}2"] = None
    pack.write_bytes(saved(book))
    assert command(root, "number-check", "brief", "--import", str(pack)) == 1
    assert (root / STATE).read_bytes() == before
    assert "who checked this?" in capsys.readouterr().err


def test_an_unknown_brief_is_told(root, capsys):
    assert command(root, "number-check", "brif") == 1
    assert "did you mean brief?" in capsys.readouterr().err
