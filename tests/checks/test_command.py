"""`aibrief check` as it is run: what it prints, how it ends, what it mends."""

import json
import re

import pytest

from tests.projects import NARRATIVE, command, project

CLEAN = "# Trips in two districts\n\nThe northern district counted {{ obs('trips', 'NORTH', 2024) }} trips.\n"
FAULTY = "# Trips\n\nSome 300 people were asked.\n\nThe [largest]{.smallcaps} group rides.\n"


@pytest.fixture
def make(tmp_path):
    return lambda narrative, brief="": project(tmp_path, narrative, brief)


def test_a_brief_without_open_findings_ends_well(make, capsys):
    assert command(make(CLEAN), "check", "brief") == 0
    assert re.search(r"brief: 0 errors, 0 warnings, \d+ notes, 0 accepted\n$", capsys.readouterr().out)


def test_open_findings_are_told_by_file_and_line(make, capsys):
    assert command(make(FAULTY), "check") == 1
    out = capsys.readouterr().out
    assert f"{NARRATIVE}\n     3  error   AB101  “300” comes from no row\n" in out
    assert "     5  warning AB102  “largest”: no claim holds this comparison to the data\n" in out
    assert re.search(r"data/observations.csv\n {8}info    AB201  \d+ times: observation never used", out)


def test_accepted_findings_are_counted_only(make, capsys):
    brief = "accept:\n  - {rule: AB101, where: 300 people, reason: The survey’s size.}\n"
    brief += "  - {rule: AB102, where: largest, reason: A word of the law.}\n"
    assert command(make(FAULTY, brief), "check") == 0
    out = capsys.readouterr().out
    assert "AB101" not in out
    assert out.endswith("2 accepted\n")


@pytest.mark.parametrize("arguments", [("--json",), ("--format", "json")])
def test_json_holds_every_finding(make, capsys, arguments):
    brief = "accept:\n  - {rule: AB102, where: largest, reason: A word of the law.}\n"
    assert command(make(FAULTY, brief), "check", "brief", *arguments) == 1
    (told,) = json.loads(capsys.readouterr().out)["briefs"]
    found = {one["code"]: one for one in told["findings"] if one["code"].startswith("AB1")}
    assert (told["brief"], told["open"]) == ("brief", 1)
    assert found["AB101"]["file"] == NARRATIVE
    assert found["AB101"]["line"] == 3
    assert found["AB101"]["accepted"] is None
    assert found["AB102"]["accepted"] == "A word of the law."
    assert sum(one["code"] == "AB201" for one in told["findings"]) > 3


def test_github_gets_annotations(make, capsys):
    assert command(make(FAULTY), "check", "--format", "github") == 1
    first = capsys.readouterr().out.splitlines()
    assert any(
        line.startswith(
            f"::error file={NARRATIVE},line=3,title=AB101 Number in prose that comes from no row::“300”"
        )
        for line in first
    )
    assert any(line.startswith("::notice file=data/observations.csv,") for line in first)


def test_safe_changes_are_made_and_told(make, capsys):
    text = (
        "# One\r\n\r\n### Two\r\n\r\nThe north counted {{ obs('trips', 'NORTH', 2024) }} million trips.\r\n"
    )
    root = make("")
    (root / NARRATIVE).write_bytes(text.encode())
    assert command(root, "check", "--fix") == 0
    mended = text.replace("### Two", "## Two").replace("}} million", "}}")
    assert (root / NARRATIVE).read_bytes() == mended.encode()
    assert f"{NARRATIVE}:3: “###” became “##”\n" in capsys.readouterr().out


def test_nothing_is_changed_unasked(make):
    root = make("# One\n\n### Two\n")
    before = (root / NARRATIVE).read_bytes()
    assert command(root, "check") == 1
    assert (root / NARRATIVE).read_bytes() == before


def test_a_rule_is_explained_by_code_or_name(tmp_path, capsys):
    assert command(tmp_path, "check", "--explain", "ab101") == 0
    page = capsys.readouterr().out
    assert page.startswith("# AB101: Number in prose that comes from no row\n")
    assert command(tmp_path, "check", "--explain", "number-from-no-row") == 0
    assert capsys.readouterr().out == page


def test_an_unknown_rule_is_misuse(tmp_path, capsys):
    assert command(tmp_path, "check", "--explain", "AB10") == 2
    assert "there is no rule 'AB10'" in capsys.readouterr().err


def test_a_brief_that_does_not_build_is_told_as_by_build(make, capsys):
    assert command(make("{{ obs('none', 'NORTH', 2024) }}\n"), "check", "brief") == 1
    assert "there is no indicator 'none'" in capsys.readouterr().err


def test_an_unknown_brief_is_a_fault(make, capsys):
    assert command(make(CLEAN), "check", "bref") == 1
    assert "there is no brief 'bref'" in capsys.readouterr().err


def test_rows_are_not_called_unused_while_another_brief_is_broken(make, capsys):
    root = make(CLEAN)
    other = root / "templates/other"
    other.mkdir()
    (other / "brief.yaml").write_text("title: T\n", encoding="utf-8")
    assert command(root, "check", "brief") == 0
    assert "AB201" not in capsys.readouterr().out


def test_without_a_brief_there_is_nothing_to_check(tmp_path, capsys):
    (tmp_path / "data").mkdir()
    (tmp_path / "templates").mkdir()
    assert command(tmp_path, "check") == 0
    assert "aibrief new my-brief" in capsys.readouterr().err
