"""Every odd or broken brief of `cases/`: a good project, changed in one way, and what the analyst is told.

A broken one ends with exit code 1 (2 where the command was misused) and exactly the words of its
`expected.txt`, and leaves `out/` as it was. A good one, `good-…`, becomes the document outlined there.
"""

from pathlib import Path

import pytest

from aibrief_report.model.json import load
from tests.outline import outline
from tests.projects import CASES, Case, command, read_case, tree

FOLDERS = sorted(folder for folder in CASES.iterdir() if folder.is_dir() and not folder.name.startswith("_"))
GOOD = [folder for folder in FOLDERS if folder.name.startswith("good-")]
BROKEN = [folder for folder in FOLDERS if folder not in GOOD]


def named(folder: Path) -> str:
    return folder.name


@pytest.mark.parametrize("folder", BROKEN, ids=named)
def test_a_broken_brief_is_told_in_words_and_changes_nothing(folder, tmp_path, capsys):
    case = laid(folder, tmp_path)
    earlier_build(tmp_path / "out")
    before = tree(tmp_path)

    code = command(tmp_path, *case.run)

    told = capsys.readouterr()
    assert told.err == case.expected.read_text(encoding="utf-8")
    assert code == case.exit
    assert "Traceback" not in told.err + told.out
    assert tree(tmp_path) == before


@pytest.mark.parametrize("folder", GOOD, ids=named)
def test_an_odd_brief_becomes_a_document(folder, tmp_path, capsys):
    case = laid(folder, tmp_path)

    code = command(tmp_path, *case.run)

    assert capsys.readouterr().err == ""
    assert code == 0
    (built,) = tmp_path.glob("out/brief/*/document.json")
    assert outline(load(built.read_bytes())) == case.expected.read_text(encoding="utf-8")
    assert (built.parent / "brief.html").stat().st_size > 0


def laid(folder: Path, root: Path) -> Case:
    case = read_case(folder)
    case.lay(root)
    return case


def earlier_build(out: Path) -> None:
    """Put a version into `out/`, as if it had been built before, unless a case put something else there."""
    if out.exists():
        return
    version = out / "brief" / "0123456789ab"
    version.mkdir(parents=True)
    (version / "brief.html").write_text("<p>An earlier build</p>", encoding="utf-8")
    (version / "manifest.json").write_text('{"outputs": {}}', encoding="utf-8")
    (version.parent / "latest").symlink_to(version.name)
