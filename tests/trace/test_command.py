"""`aibrief trace`, `recall` and `outdated` on a project that was built."""

import json
import shutil

import pytest

from tests.projects import change, command, project, swap, tree

NARRATIVE = """\
# Both districts ride more

The northern district counted {{ obs("trips", "NORTH", 2024) }} trips [@counts, table 2].
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = project(tmp_path_factory.mktemp("project"), NARRATIVE)
    assert command(root, "build", "brief") == 0
    return root


@pytest.mark.parametrize("name", ["brief.html", "brief.docx", "brief.pdf"])
def test_a_copied_file_is_traced(built, tmp_path, capsys, name):
    copy = shutil.copy(built / "out/brief/latest" / name, tmp_path / f"copied-{name}")
    assert command(built, "trace", str(copy), "5.2") == 0
    assert (
        "It is row trips-north-2024 of data/observations.csv: 5.2 trips million." in capsys.readouterr().out
    )


def test_a_brief_is_traced_as_json(built, capsys):
    capsys.readouterr()
    assert command(built, "trace", "brief", "n1", "--json") == 0
    (number,) = json.loads(capsys.readouterr().out)["numbers"]
    assert number["number"]["label"] == "Bicycle trips"


@pytest.mark.parametrize("key", ["trips-north-2024", "counts"])
def test_a_row_or_source_is_traced_to_its_sentences(built, capsys, key):
    assert command(built, "trace", key) == 0
    assert "“The northern district counted 5.2" in capsys.readouterr().out


def test_a_row_that_no_version_uses_is_no_error(built, capsys):
    assert command(built, "trace", "trips-south-2023") == 0
    assert capsys.readouterr().out == "no version in out/ uses trips-south-2023\n"


@pytest.mark.parametrize("words", [["trace", "trips-nrth-2024"], ["recall", "trips-nrth-2024"]])
def test_an_unknown_row_is_an_error_with_the_nearest(built, capsys, words):
    assert command(built, *words) == 1
    assert "did you mean trips-north-2024" in capsys.readouterr().err


def test_a_file_without_a_number_is_misuse(built, capsys):
    assert command(built, "trace", str(built / "out/brief/latest/brief.html")) == 2
    assert "which number of brief.html?" in capsys.readouterr().err


def test_recall_prints_passages_and_the_draft(built, capsys):
    assert command(built, "recall", "counts", "--reason", "table 2 was wrong") == 0
    told = capsys.readouterr().out
    assert told.index("(latest)") < told.index("# Correction to “More trips by bicycle”")
    assert "has been corrected or withdrawn: table 2 was wrong." in told


def test_recall_prints_the_draft_alone(built, capsys):
    assert command(built, "recall", "counts", "--erratum") == 0
    assert capsys.readouterr().out.startswith("# Correction")


def test_recall_as_json(built, capsys):
    assert command(built, "recall", "counts", "--json") == 0
    (recall,) = json.loads(capsys.readouterr().out)["recalls"]
    assert recall["brief"] == "brief"


def test_recall_with_a_damaged_version_tells_the_rest_and_fails(built, tmp_path, capsys):
    root = shutil.copytree(built, tmp_path / "copy", symlinks=True)
    (root / "out/brief/aaaaaaaaaaaa").mkdir()
    (root / "out/brief/aaaaaaaaaaaa/document.json").write_text('{"counts')
    assert command(root, "recall", "counts") == 1
    told = capsys.readouterr()
    assert "# Correction" in told.out
    assert "out/brief/aaaaaaaaaaaa/document.json" in told.err


def test_outdated_tells_a_newer_row(built, tmp_path, capsys):
    root = shutil.copytree(built, tmp_path / "copy", symlinks=True)
    assert command(root, "outdated", "brief") == 0
    assert capsys.readouterr().out.endswith("(latest): no newer rows\n")
    line = (
        "trips-north-2025,trips,NORTH,,2025,,6.0,trips million,,,,normal,counts,table 9,,,primary,,normal,\n"
    )
    change(root / "data/observations.csv", lambda text: text + line)
    change(root / "data/observations.csv", swap(",5.2,", ",5.3,"))
    assert command(root, "outdated", "brief", "--json") == 0
    found = json.loads(capsys.readouterr().out)["outdated"]
    assert [one["news"] for one in found] == ["changed", "later"]


def test_asking_changes_nothing(built, capsys):
    before = tree(built)
    for words in (
        ["trace", "brief", "5.2"],
        ["trace", "counts"],
        ["recall", "counts"],
        ["outdated", "brief"],
    ):
        assert command(built, *words) == 0
    assert tree(built) == before
    capsys.readouterr()
