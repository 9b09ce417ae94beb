"""`aibrief data`: the expression it prints really prints the row."""

import json

from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.read import read_ledger
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


def test_rows_about_the_words_stand_before_rows_that_mention_them(tmp_path, capsys):
    note = "as in the south"
    rows = f"early,riders,NORTH,,2020,,50.0,percent,,,,normal,counts,,,,primary,,normal,{note}\n"
    last = "late,riders,SOUTH,,2020,,40.0,percent,,,,normal,counts,,,,primary,,normal,\n"
    root = project(tmp_path / "project", rows=rows + last)
    assert command(root, "data", "south", "riders", "2020") == 0
    assert [line.partition("%")[0] for line in capsys.readouterr().out.splitlines()[::2]] == ["40.0", "50.0"]


def test_words_that_no_row_has_bring_near_ones(tmp_path, capsys):
    root = project(tmp_path / "project")
    assert command(root, "data", "bicicle", "north") == 1
    assert capsys.readouterr().err == (
        "no row has all these words\n  hint: 'bicicle' is in none: did you mean bicycle?\n"
    )
    assert command(root, "data", "lanes", "riders") == 1
    assert "not together: leave one out" in capsys.readouterr().err


def test_a_deprecated_row_is_printed_by_its_id(tmp_path, capsys):
    rows = "misprint,trips,NORTH,,2020,,50.0,trips million,,,,normal,counts,,,,primary,,deprecated,No.\n"
    root = project(tmp_path / "project", rows=rows)
    assert command(root, "data", "misprint") == 0
    assert '{{ row("misprint") }}' in capsys.readouterr().out


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


def test_bibtex_is_added_to_the_sources_and_the_brief_still_builds(tmp_path, capsys):
    root = project(tmp_path / "project")
    library, sources = tmp_path / "library.bib", root / "data/sources.yaml"
    library.write_text("@book{new1, title = {A new one}, year = 2024}\n")
    before = sources.read_text(encoding="utf-8")
    assert command(root, "data", "--import-bibtex", str(library), "--dry-run") == 0
    assert capsys.readouterr().out.strip().startswith("- {id: new1, type: book")
    assert sources.read_text(encoding="utf-8") == before
    assert command(root, "data", "--import-bibtex", str(library)) == 0
    assert capsys.readouterr().out == "added to data/sources.yaml: new1\n"
    assert sources.read_text(encoding="utf-8").startswith(before)
    assert "new1" in read_ledger(Inputs(root)).sources
    assert command(root, "data", "--import-bibtex", str(library)) == 0
    assert capsys.readouterr().out == "new1 is there already, and stays as it is\nnothing changes\n"


def test_adding_sources_keeps_a_files_line_ends(tmp_path):
    root = project(tmp_path / "project")
    library, sources = tmp_path / "library.bib", root / "data/sources.yaml"
    library.write_text("@book{new1, title = {A new one}, year = 2024}\n")
    before = sources.read_bytes().replace(b"\n", b"\r\n")
    sources.write_bytes(before)
    assert command(root, "data", "--import-bibtex", str(library)) == 0
    assert sources.read_bytes().startswith(before)
    assert sources.read_bytes().endswith(b"'2024'}\r\n")
