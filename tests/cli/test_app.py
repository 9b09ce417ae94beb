"""The command: help with examples, exit codes, near misses, and what is printed where."""

import json

import pytest

from aibrief_report.cli import app
from aibrief_report.cli.app import COMMANDS, run
from tests.projects import BRIEF, NARRATIVE, change, command, project, swap


@pytest.fixture
def root(tmp_path):
    return project(tmp_path / "project")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(name, capsys):
    assert run([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert "Examples:" in told or "Example:" in told
    assert f"  aibrief {name} " in told or f"  aibrief {name}\n" in told


def test_the_command_alone_lists_what_it_can_do(capsys):
    assert run(["--help"]) == 0
    told = capsys.readouterr().out
    assert [name for name in COMMANDS if f"  {name}" not in told] == []
    assert "Examples:" in told


def test_the_version_is_told(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("aibrief, version ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["biuld"], "there is no command 'biuld': did you mean build or rebuild?"),
        (["frobnicate"], "there is no command 'frobnicate': the commands are: build, check,"),
        (["build", "--fromats", "pdf"], "No such option '--fromats'"),
        (["build", "brief", "--formats", "pfd"], "there is no format 'pfd'\n  hint: did you mean pdf?"),
        (["build", "brief", "--formats", "x"], "the formats are: pdf, docx, html"),
        (["new", "My Brief"], "'My Brief' cannot be a brief's name"),
        (["new", "themes"], "'themes' cannot be a brief's name"),
        (["new", "../x"], "'../x' cannot be a brief's name"),
        (["new", "brief"], "templates/brief: there is such a brief already"),
        (["data", "--import-bibtex", "none.bib"], "there is no file none.bib"),
    ],
)
def test_misuse_ends_with_2_and_what_was_meant(root, capsys, arguments, told):
    assert command(root, *arguments) == 2
    printed = capsys.readouterr()
    assert told in printed.err
    assert printed.out == ""


def test_no_project_is_a_fault_not_a_crash(tmp_path, capsys):
    assert command(tmp_path, "build", "brief") == 1
    assert "no project here or above" in capsys.readouterr().err
    assert command(tmp_path / "nowhere", "list") == 1


def test_which_brief_is_asked_where_there_are_several(root, capsys):
    (root / "templates/other").mkdir()
    (root / "templates/other/brief.yaml").write_bytes((root / BRIEF).read_bytes())
    assert command(root, "build") == 2
    assert capsys.readouterr().err == "which brief?\n  hint: name one of: brief, other; or use --all\n"


def test_the_only_brief_needs_no_name(root, capsys):
    assert command(root, "build", "--formats", "html") == 0
    assert " built html: " in capsys.readouterr().out
    assert command(root, "build", "--formats", "html") == 0
    assert " is up to date: " in capsys.readouterr().out


def test_all_builds_what_can_be_built_and_tells_what_cannot(root, capsys):
    (root / "templates/second").mkdir()
    (root / "templates/second/brief.yaml").write_bytes((root / BRIEF).read_bytes())
    (root / "templates/second/narrative.md").write_text("# A\n\n{{ x }}\n")
    assert command(root, "build", "--all", "--formats", "html") == 1
    told = capsys.readouterr()
    assert told.out.startswith("brief ")
    assert told.err.startswith("templates/second/narrative.md:3:4: 'x' is not defined")


def test_json_tells_what_was_built(root, capsys):
    assert command(root, "build", "--formats", "html", "--json") == 0
    (built,) = json.loads(capsys.readouterr().out)["built"]
    assert (built["brief"], built["made"]) == ("brief", ["html"])
    assert built["folder"].endswith(f"out/brief/{built['version']}")


def test_json_tells_faults_with_their_places(root, capsys):
    change(root / NARRATIVE, swap('"NORTH", 2024', '"NORTH", 1999'))
    assert command(root, "build", "--formats", "html", "--json") == 1
    told = capsys.readouterr()
    assert told.err == ""
    assert json.loads(told.out) == {
        "faults": [
            {
                "file": NARRATIVE,
                "line": 3,
                "column": 34,
                "message": "no observation of trips for NORTH in 1999",
                "hint": "there are: 2023, 2024",
            }
        ]
    }


def test_several_faults_are_counted(root, capsys):
    (root / NARRATIVE).write_text("{{ x }}\n\n{{ y }}\n")
    assert command(root, "build") == 1
    assert capsys.readouterr().err.endswith("\n2 faults\n")


def test_a_fault_of_the_toolkit_is_told_as_such_and_traced_only_when_asked(root, capsys, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("aibrief_report.cli.list.find_project", fail)
    assert command(root, "list") == 1
    told = capsys.readouterr().err
    assert told == (
        "the toolkit itself failed: ZeroDivisionError: oops\n  hint: aibrief --traceback … shows where\n"
    )
    with pytest.raises(ZeroDivisionError):
        command(root, "--traceback", "list")


def test_a_traceback_of_a_fault_is_shown_when_asked(root, capsys):
    change(root / NARRATIVE, swap('"NORTH", 2024', '"NORTH", 1999'))
    assert command(root, "--traceback", "build") == 1
    assert "Traceback" in capsys.readouterr().err


def test_stopping_is_no_crash(root, capsys, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("aibrief_report.cli.list.find_project", stop)
    assert command(root, "list") == app.FAULTY
    assert capsys.readouterr().err.strip() == "stopped"
