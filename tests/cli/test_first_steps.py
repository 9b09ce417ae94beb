"""The first quarter of an hour: a new brief in an empty folder builds, and can be asked about."""

import json
import shutil
from pathlib import Path

import pytest

from aibrief_report.model.blocks import Table
from aibrief_report.model.charts import Chart
from aibrief_report.model.inlines import Citation, Claimed, Note
from aibrief_report.model.json import load
from aibrief_report.model.walk import walk
from tests.projects import change, command, project, swap, tree

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("new") / "reports"
    root.mkdir()
    assert command(root, "new", "harvest-2026") == 0
    return root


def test_new_writes_a_project_and_says_what_is_next(tmp_path, capsys):
    assert command(tmp_path, "new", "harvest") == 0
    told = capsys.readouterr().out.splitlines()
    assert sorted(line.removeprefix("wrote ") for line in told[:-1]) == sorted(tree(tmp_path))
    assert told[-1] == "next: aibrief build harvest"


def test_new_in_a_project_leaves_its_tables_alone(tmp_path, capsys):
    root = project(tmp_path / "project")
    before = tree(root)
    assert command(root, "new", "two") == 0
    after = tree(root)
    assert {name: after.get(name) for name in before} == before
    assert command(root, "build", "two", "--formats", "html") == 0


@pytest.mark.parametrize(
    "tables", ["data", "docs/tutorial/data", "tests/cases/_base/data", "tests/compact/data"]
)
def test_new_on_tables_that_are_there_shows_all_that_a_brief_can_hold(tmp_path, capsys, tables):
    shutil.copytree(ROOT / tables, tmp_path / "data")
    assert command(tmp_path, "new", "own") == 0
    assert command(tmp_path, "build", "own", "--formats", "html") == 0
    assert capsys.readouterr().err == ""
    (version,) = (tmp_path / "out/own").glob("*/document.json")
    document = load(version.read_bytes())
    kinds = {type(node) for node in walk(document.blocks)}
    assert {Chart, Table, Citation, Note, Claimed} <= kinds
    assert {one.verdict for one in document.claims.values()} == {"holds"}


def test_new_on_one_row_leaves_the_chart_out(tmp_path, capsys):
    root = project(tmp_path / "project")
    rows = (root / "data/observations.csv").read_text().splitlines(keepends=True)
    (root / "data/observations.csv").write_text("".join(rows[:2]))
    (root / "data/contests.csv").unlink()
    assert command(root, "new", "own") == 0
    assert command(root, "build", "own", "--formats", "html") == 0
    assert capsys.readouterr().err == ""
    assert "charts:" not in (root / "templates/own/brief.yaml").read_text()


def test_new_writes_what_data_say_as_text(tmp_path, capsys):
    root = project(tmp_path / "project")
    title = "It's {{ *trips* }} [@counts]: 5"
    change(root / "data/indicators.csv", swap("trips,Bicycle trips,", f"trips,{title},"))
    assert command(root, "new", "own") == 0
    assert command(root, "build", "own", "--formats", "html") == 0
    (page,) = (root / "out/own").glob("*/brief.html")
    assert title.replace("'", "’") in page.read_text().replace("&#x27;", "’").replace("'", "’")


def test_new_needs_a_folder_that_can_be_written(tmp_path, capsys):
    (tmp_path / "file").write_text("in the way")
    assert command(tmp_path / "file", "new", "harvest") == 1
    assert "the project cannot be written here" in capsys.readouterr().err


def test_the_new_brief_is_listed_built_and_listed_again(root, capsys):
    assert command(root, "list") == 0
    assert (
        capsys.readouterr().out == "harvest-2026: More trips by bicycle – no whole version yet, 0 in out/\n"
    )
    assert command(root, "build", "harvest-2026") == 0
    built = capsys.readouterr().out.split()
    assert built[:1] + built[2:6] == ["harvest-2026", "built", "pdf,", "docx,", "html:"]
    assert command(root, "list", "--json") == 0
    assert json.loads(capsys.readouterr().out)["briefs"] == [
        {
            "brief": "harvest-2026",
            "title": "More trips by bicycle",
            "latest": built[1],
            "formats": ["docx", "html", "pdf"],
            "versions": 1,
        }
    ]
    assert sorted(path.suffix for path in (root / "out/harvest-2026/latest").glob("brief.*")) == [
        ".docx",
        ".html",
        ".pdf",
    ]


def test_data_finds_rows_and_the_expression_that_prints_each(root, capsys):
    assert command(root, "data", "bicycle", "north", "2024") == 0
    assert capsys.readouterr().out.replace("\u00a0", " ") == (
        "5.2 million trips  Bicycle trips, North, 2024  [example-report]\n"
        '    {{ obs("bicycle-trips", "NORTH", 2024) }}\n'
    )


def test_data_as_json_and_as_nothing(root, capsys):
    assert command(root, "data", "south", "--json") == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [row["id"] for row in rows] == ["trips-south-2023", "trips-south-2024"]
    assert rows[0]["expression"] == '{{ obs("bicycle-trips", "SOUTH", 2023) }}'
    assert command(root, "data", "hovercraft", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"rows": []}


def test_a_list_without_briefs_says_how_to_begin(tmp_path, capsys):
    for folder in ("data", "templates"):
        (tmp_path / folder).mkdir()
    assert command(tmp_path, "list") == 0
    assert capsys.readouterr().out == "no briefs yet; make one: aibrief new my-brief\n"


def test_a_brief_with_faults_is_listed_all_the_same(tmp_path, capsys):
    command(tmp_path, "new", "harvest")
    (tmp_path / "templates/harvest/brief.yaml").write_text("nonsense: [")
    capsys.readouterr()
    assert command(tmp_path, "list") == 0
    assert capsys.readouterr().out.startswith("harvest: (brief.yaml has faults)")
