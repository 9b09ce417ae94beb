"""`aibrief data`: the expression it prints really prints the row."""

import json

from tests.projects import command, composed, project


def test_every_expression_prints_its_row(tmp_path, capsys):
    root = project(tmp_path / "project")
    assert command(root, "data", "--json", "--all") == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    text = "\n\n".join(row["expression"] for row in rows)
    document = composed(project(tmp_path / "other", text, "prefer:\n  lanes-by-press: a reason\n"))
    printed = [block.inlines[0].number for block in document.blocks]
    assert printed == [row["id"] for row in rows]
    assert len(rows) == 12


def test_rivals_are_named_by_their_ids(tmp_path, capsys):
    root = project(tmp_path / "project")
    assert command(root, "data", "spending", "2023") == 0
    told = capsys.readouterr().out
    assert '{{ row("lanes-by-city") }}' in told
    assert '{{ row("lanes-by-press") }}' in told


def test_long_lists_are_cut_and_say_so(tmp_path, capsys):
    rows = "".join(
        f"extra-{year},trips,CITY,,{year},,1.0,trips million,,,,normal,counts,,,,primary,,normal,\n"
        for year in range(1950, 2000)
    )
    root = project(tmp_path / "project", rows=rows)
    assert command(root, "data", "city") == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("… and ")
    assert command(root, "data", "city", "--all") == 0
    assert "… and" not in capsys.readouterr().out


def test_a_table_with_faults_is_told(tmp_path, capsys):
    root = project(tmp_path / "project", rows="broken\n")
    assert command(root, "data", "trips") == 1
    assert "data/observations.csv:12: the row has 1 cells" in capsys.readouterr().err
